internal import SourceText

/// How strongly a stretch of text looks English or French, by its small words and accented letters.
///
/// Stop words decide in running text; accents and elisions help with titles and table rows. Reading
/// stops as soon as the balance is clear, so that long paragraphs cost no more than short ones.
struct LanguageScore {
  /// Positive for French, negative for English.
  private(set) var balance = 0

  /// The small words that tell.
  static var words: SmallWords { StopWords.table }

  /// A balance of this size is taken as certain.
  static let certain = 6
  /// A balance of this size is enough for a block that states no language.
  static let likely = 3
  /// The longest stretch that is looked at, in bytes.
  private static let limitInBytes = 600
  /// The longest word of the tables, in bytes.
  private static let longestWord = 12

  /// Reads a stretch of a text, with the words that tell.
  ///
  /// Words of plain letters, which are nearly all, are taken whole; words with other letters, elisions, and
  /// what stands at the end of the text are read byte by byte.
  init(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ words: SmallWords.Lookup) {
    guard let base = text.baseAddress else { return }
    let end = min(range.upperBound, range.lowerBound + Self.limitInBytes)
    // From here on there are not enough bytes to be read at once.
    let lastWindow = text.count - WordTable.Key.limitInBytes
    var index = range.lowerBound
    while index < end {
      var (word, length) = (WordTable.Key(), 0)
      if index <= lastWindow {
        let window = LetterWindow(at: base + index)
        if window.startsWithLetter {
          (word, length) = window.word(at: base + index)
          index &+= length
          if index < end, length < WordTable.Key.limitInBytes, Self.endsWord(base[index]) {
            index &+= 1
            if length <= Self.longestWord { balance &+= words.weight(of: word) }
            if isCertain { return }
            continue
          }
        } else if !Self.startsLetter(base[index]) {
          index &+= window.gap
          continue
        }
      }
      index = readWord(word, length, in: text, from: index, to: end, words)
    }
  }

  /// Whether a byte begins a letter of two bytes: À to ÿ, Œ and their like.
  @inline(__always)
  private static func startsLetter(_ byte: UInt8) -> Bool { byte &- 0xC3 < 3 }

  /// Whether a byte behind letters ends a word that may be no elision.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte != 0x27 && byte != 0xE2 && !startsLetter(byte)
  }

  /// Reads the rest of a word, of which `length` bytes were read, and what ends it; returns where to go on,
  /// which is the end once the balance is clear.
  private mutating func readWord(
    _ start: WordTable.Key, _ startLength: Int, in bytes: UnsafeBufferPointer<UInt8>,
    from startEnd: Int, to end: Int, _ words: SmallWords.Lookup
  ) -> Int {
    var (word, length, index) = (start, startLength, startEnd)
    // What was read goes beyond the stretch.
    if index > end { (word, length, index) = (WordTable.Key(), 0, startEnd - startLength) }
    while index < end {
      let byte = bytes[index]
      index += 1
      let letter = byte | 0x20
      if letter &- 0x61 < 26 {
        word.append(letter)
        length += 1
        continue
      }
      if Self.startsLetter(byte), index < bytes.count {
        // Letters of two bytes keep the word going, with their case folded.
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
        return isTypographicApostrophe ? index + 2 : index
      }
      break
    }
    guard length > 0 else { return index }
    if length <= Self.longestWord { balance &+= words.weight(of: word) }
    return isCertain ? end : index
  }

  @inline(__always)
  private var isCertain: Bool { balance.magnitude >= Self.certain }

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
  static let table: SmallWords = {
    var weights: [(WordTable.Key, Int8)] = []
    for (words, weight) in [(english, -2), (weakEnglish, -1), (french, 2), (weakFrench, 1)] {
      words.withUTF8Buffer { bytes in
        for word in bytes.split(whereSeparator: isWhitespace) {
          var key = WordTable.Key()
          for byte in word { key.append(byte) }
          weights.append((key, Int8(weight)))
        }
      }
    }
    return SmallWords(weights)
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
