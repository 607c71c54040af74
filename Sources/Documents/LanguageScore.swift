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

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let end = min(bytes.count, Self.limitInBytes)
    var index = 0
    var word: UInt64 = 0
    var length = 0
    while index < end {
      let byte = bytes[index]
      index += 1
      let letter = byte | 0x20
      if letter &- 0x61 < 26 {
        word = word << 8 | UInt64(letter)
        length += 1
        continue
      }
      if byte >= 0x80 {
        if byte == 0xC3, index < bytes.count {
          // É to ÿ in two bytes: fold the case, keep the word going.
          let tail = bytes[index] | 0x20
          index += 1
          word = word << 16 | 0xC300 | UInt64(tail)
          length += 2
          // French text has é, è, à, ê, ç in one word of ten; English in borrowed names alone.
          if tail >= 0xA0, tail <= 0xBB { balance += 1 }
          continue
        }
        if byte == 0xC5, index < bytes.count, bytes[index] | 1 == 0x93 {
          balance += 2
          index += 1
          word = word << 16 | 0xC593
          length += 2
          continue
        }
        let isTypographicApostrophe =
          byte == 0xE2 && index + 1 < bytes.count && bytes[index] == 0x80
          && bytes[index + 1] == 0x99
        if isTypographicApostrophe {
          addElision(word, length)
        } else {
          add(word, length)
        }
        while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
      } else if byte == 0x27 {
        addElision(word, length)
      } else if length > 0 {
        add(word, length)
        if balance >= Self.certain || balance <= -Self.certain { return }
      }
      word = 0
      length = 0
    }
    add(word, length)
  }

  /// `nil` when the text does not tell.
  var language: Language? {
    if balance >= Self.likely { return .french }
    if balance <= -Self.likely { return .english }
    return nil
  }

  @inline(__always)
  private mutating func add(_ word: UInt64, _ length: Int) {
    guard length > 0, length <= 8 else { return }
    balance += StopWords.table.weight(of: word)
  }

  /// What stands before an apostrophe: `l'`, `qu'` are French; `'s` and `n't` come after other letters.
  private mutating func addElision(_ word: UInt64, _ length: Int) {
    if length == 1 {
      switch UInt8(truncatingIfNeeded: word) {
      case 0x6C, 0x64, 0x6A, 0x6D, 0x74, 0x73, 0x6E, 0x63: balance += 2
      default: break
      }
    } else if word == 0x7175 {
      balance += 2
    }
  }
}

/// Frequent words that belong to one of the two languages only, in a small hash table.
private struct StopWords: Sendable {
  static let table = StopWords()

  private var keys = [UInt64](repeating: 0, count: size)
  private var weights = [Int8](repeating: 0, count: size)
  private static let size = 1024

  func weight(of word: UInt64) -> Int {
    var slot = Self.slot(of: word)
    return keys.withUnsafeBufferPointer { keys in
      while keys[slot] != 0 {
        if keys[slot] == word { return Int(weights[slot]) }
        slot = (slot + 1) & (Self.size - 1)
      }
      return 0
    }
  }

  private static func slot(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  private init() {
    insert(Self.english, weight: -2)
    insert(Self.weakEnglish, weight: -1)
    insert(Self.french, weight: 2)
    insert(Self.weakFrench, weight: 1)
  }

  private mutating func insert(_ words: StaticString, weight: Int8) {
    words.withUTF8Buffer { bytes in
      for word in bytes.split(separator: 0x20) {
        let key = word.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var slot = Self.slot(of: key)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (Self.size - 1) }
        keys[slot] = key
        weights[slot] = weight
      }
    }
  }

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
    new year years report plan's level support key through women's girls within across total staff \
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
