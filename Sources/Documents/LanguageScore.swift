internal import SourceText

/// How strongly a stretch of text looks English or French, by its small words and accented letters.
///
/// Stop words decide in running text; accents and elisions help with titles and table rows. Reading
/// stops as soon as the balance is clear, so that long paragraphs cost no more than short ones.
struct LanguageScore {
  /// Positive for French, negative for English.
  private(set) var balance = 0

  /// A balance of this size is taken as certain.
  static let certain = 6
  /// A balance of this size is enough for a block that states no language.
  static let likely = 3
  /// The longest stretch that is looked at, in bytes.
  private static let limitInBytes = 600
  /// The longest word of the tables, in bytes.
  private static let longestWord = 12

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = StopWords.table
    let end = min(bytes.count, Self.limitInBytes)
    var index = 0
    var word = WordTable.Key()
    var length = 0
    while index < end {
      let byte = bytes[index]
      index += 1
      let letter = byte | 0x20
      if letter &- 0x61 < 26 {
        word.append(letter)
        length += 1
        continue
      }
      if byte >= 0xC3, byte <= 0xC5, index < bytes.count {
        // Letters of two bytes keep the word going, with their case folded: À to ÿ, and Œ.
        let tail = byte == 0xC3 ? bytes[index] | 0x20 : bytes[index] | 1
        index += 1
        word.append(byte)
        word.append(tail)
        length += 2
        // One French word in ten has é, è, à, ê or ç; in English they stand in borrowed names.
        if byte == 0xC3, tail <= 0xBB { balance += 1 }
        if byte == 0xC5, tail == 0x93 { balance += 2 }
        continue
      }
      let isTypographicApostrophe =
        byte == 0xE2 && index + 1 < bytes.count && bytes[index] == 0x80 && bytes[index + 1] == 0x99
      if byte == 0x27 || isTypographicApostrophe {
        addElision(word, length)
      } else if length > 0 {
        if length <= Self.longestWord { balance += Int(table.value(of: word)) }
        if balance >= Self.certain || balance <= -Self.certain { return }
      }
      word = WordTable.Key()
      length = 0
    }
    if length <= Self.longestWord { balance += Int(table.value(of: word)) }
  }

  /// `nil` when the text does not tell.
  var language: Language? {
    if balance >= Self.likely { return .french }
    if balance <= -Self.likely { return .english }
    return nil
  }

  /// What stands before an apostrophe: `l'`, `qu'` are French; `'s` and `n't` come after other letters.
  private mutating func addElision(_ word: WordTable.Key, _ length: Int) {
    if length == 1 {
      switch UInt8(truncatingIfNeeded: word.low) {
      case 0x6C, 0x64, 0x6A, 0x6D, 0x74, 0x73, 0x6E, 0x63: balance += 2
      default: break
      }
    } else if length == 2, word.low == 0x7175 {
      balance += 2
    }
  }
}

/// Frequent words that belong to one of the two languages only, with their weight in the balance.
private enum StopWords {
  static let table: WordTable = {
    var table = WordTable(slots: 1024)
    table.insert(english, value: -2)
    table.insert(weakEnglish, value: -1)
    table.insert(french, value: 2)
    table.insert(weakFrench, value: 1)
    return table
  }()

  // Words of both languages (a, on, plan, six, an, pour, me, par, or …) are left out on purpose.
  private static let english: StaticString =
    """
    the of and to in is was are were be been by for with from that this these those which who whom \
    will would shall should must may might can could has have had its their they them there our we \
    you your his her she he it as at not but than then when where while into over under between \
    through during each every all any both other such more most only also about against women men \
    how what why because if so do does did
    """
  private static let weakEnglish: StaticString =
    """
    new year years report level support key through girls within across total staff \
    actual planned results target targets table action actions name date lead amount budget of \
    peace security key spending human description background purpose funding
    """
  private static let french: StaticString =
    """
    le la les des du et est sont une un dans au aux pour que qui sur avec ce cette ces son sa ses \
    leur leurs nous vous ils elles elle il ne pas plus ou être sera seront était ont avoir été \
    dont mais donc ainsi afin selon entre sans sous chaque tout tous toute toutes même aussi comme \
    par en de se si où à y
    """
  private static let weakFrench: StaticString =
    """
    femmes filles hommes paix année années rapport mise œuvre niveau soutien résultat cible cibles \
    tableau mesure mesures nom dépenses ressources prévu prévues budget sécurité droits objet \
    contexte bilan annexe partie chapitre
    """
}
