internal import Matching
internal import SourceText

/// A word or number of a unit with what is known of it.
struct FactToken: BitwiseCopyable {
  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt32
    static let number = Flags(rawValue: 1)
    static let capital = Flags(rawValue: 1 << 1)
    static let allCapitals = Flags(rawValue: 1 << 2)
    /// A comma before it.
    static let comma = Flags(rawValue: 1 << 3)
    /// A semicolon, colon or cell border before it.
    static let clause = Flags(rawValue: 1 << 4)
    /// An opening parenthesis before it.
    static let opens = Flags(rawValue: 1 << 5)
    /// A closing parenthesis before it.
    static let closes = Flags(rawValue: 1 << 6)
    static let dollarBefore = Flags(rawValue: 1 << 7)
    /// A dash, slash or hyphen before it and little else.
    static let joined = Flags(rawValue: 1 << 8)
    /// Already part of a date or a citation.
    static let taken = Flags(rawValue: 1 << 9)
    /// Not a number on its own: 1.1.1.
    static let dotted = Flags(rawValue: 1 << 10)
    /// A plus sign behind it.
    static let plus = Flags(rawValue: 1 << 11)
    /// A full stop before it.
    static let stop = Flags(rawValue: 1 << 12)
    /// Ends like a French future or conditional.
    static let future = Flags(rawValue: 1 << 13)
    static let fiscalNumber = Flags(rawValue: 1 << 14)
    static let slash = Flags(rawValue: 1 << 15)
    /// A word such as "a" or "half", which a number in words can begin with.
    static let opensNumber = Flags(rawValue: 1 << 16)

    static let breaks: Flags = [.comma, .clause, .opens, .closes, .stop]
  }

  var start: Int
  var end: Int
  var key: UInt64
  var value: Double = 0
  var flags: Flags = []
  var wordClass: WordClass = .none
  var known: Int16 = 0
  var firstPhrase: Int32 = -1
  /// Number of content words before it in the unit.
  var wordAt: UInt16 = 0
  /// Letter behind the digits, small: m, b, g, k; 0 when there is none.
  var suffix: UInt8 = 0
  var decimals: UInt8 = 0
  /// Whether it is a word that tells passages apart.
  var isContent = false

  var isNumber: Bool { flags.contains(.number) }

  /// True for four digits that can be a calendar year.
  var mayBeYear: Bool {
    isNumber && end - start == 4 && decimals == 0 && value >= 1900 && value <= 2100
      && !flags.contains(.dollarBefore)
  }
}

/// Reads the tokens of a unit.
struct FactTokens {
  /// What one language needs.
  private struct Reader {
    let language: Language
    let lexicon: Lexicon
    var tokens: FoldedTokens
    var cache: FactWordCache

    init(_ language: Language, remembers: Bool) {
      self.language = language
      lexicon = Lexicon.of(language)
      tokens = FoldedTokens(language)
      cache = FactWordCache(language, isUsed: remembers)
    }
  }

  private let remembers: Bool
  private var english: Reader?
  private var french: Reader?
  private(set) var list: [FactToken] = []
  /// Keys of content words.
  private(set) var words: [UInt32] = []

  /// The first token that ends behind an offset of the text; the number of tokens where none does.
  func firstIndex(endingBehind offset: Int) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
  /// All flags and classes of the tokens in `list`, so that what no token can begin is not looked for.
  private(set) var flags: FactToken.Flags = []
  private(set) var classes: WordClass.Mask = []
  /// Whether a phrase of the lexicon may begin at one of the tokens.
  private(set) var mayHavePhrase = false

  /// With `remembers`, what is known of a word is kept for the next time, which pays from a few hundred words on.
  init(remembers: Bool = false) {
    self.remembers = remembers
  }

  mutating func mark(_ index: Int) { list[index].flags.insert(.taken) }

  mutating func read(_ text: [UInt8], _ range: Range<Int>, _ language: Language) {
    list.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    flags = []
    classes = []
    mayHavePhrase = false
    let bytes = text.span
    switch language {
    case .english:
      var reader = english.take() ?? Reader(language, remembers: remembers)
      read(bytes, range, &reader)
      english = reader
    case .french:
      var reader = french.take() ?? Reader(language, remembers: remembers)
      read(bytes, range, &reader)
      french = reader
    }
  }

  private mutating func read(_ text: Span<UInt8>, _ range: Range<Int>, _ reader: inout Reader) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let run = reader.cache.run(in: text, from: offset, to: range.upperBound)
      var new: FactToken
      var stem: UInt32
      if let run, let known = reader.cache[run] {
        new = known.token
        new.start = run.start
        new.end = run.end
        stem = known.stem
      } else {
        guard
          let token = reader.tokens.next(in: text, from: offset, to: range.upperBound)
        else { break }
        (new, stem) = Self.look(at: token, text, reader)
        if let run, run.start == token.start, run.end == token.end {
          reader.cache.insert(run, new, stem: stem)
        }
      }
      new.flags.formUnion(Self.gap(text, offset, new.start))
      offset = new.end
      new.wordAt = UInt16(clamping: words.count)
      if offset < range.upperBound, text[offset] == 0x2B { new.flags.insert(.plus) }
      if new.isContent { words.append(stem) }
      flags.formUnion(new.flags)
      classes.insert(new.wordClass)
      mayHavePhrase = mayHavePhrase || new.firstPhrase >= 0
      list.append(new)
    }
  }

  /// What a token is by itself, and the key of a content word.
  private static func look(
    at token: Token, _ text: Span<UInt8>, _ reader: Reader
  ) -> (FactToken, stem: UInt32) {
    var new = FactToken(start: token.start, end: token.end, key: reader.tokens.key)
    if token.kind == .number {
      new.flags.insert(.number)
      reader.tokens.withFolded { readNumber($0, &new) }
      return (new, 0)
    }
    // A number without a blank behind it: 300jours, 100th.
    if readTied(text, &new) { return (new, 0) }
    let entry = reader.lexicon.entry(new.key)
    new.wordClass = entry.wordClass
    new.known = entry.value
    new.firstPhrase = entry.firstPhrase
    readCase(text, &new)
    // "augmentera" and "réduira" have a class of their own and are futures all the same.
    if reader.language == .french,
      new.wordClass == .none || new.wordClass == .increase || new.wordClass == .decrease
    {
      reader.tokens.withFolded { if isFuture($0) { new.flags.insert(.future) } }
    }
    if opensNumber(text, new) { new.flags.insert(.opensNumber) }
    guard new.wordClass.isContent, token.end - token.start > 1 else { return (new, 0) }
    new.isContent = true
    return (new, reader.tokens.withFolded { stem($0) })
  }

  /// True for words that a number in words can begin with besides those that are numbers themselves: few enough
  /// that the rest is looked at only there.
  private static func opensNumber(_ text: Span<UInt8>, _ token: FactToken) -> Bool {
    numberOpeners.contains { word in
      word.utf8CodeUnitCount == token.end - token.start
        && word.withUTF8Buffer { word in
          word.indices.allSatisfy { index in
            let byte = text[token.start + index]
            return byte == word[index] || (byte < 0x80 && byte | 0x20 == word[index])
          }
        }
    }
  }

  private static let numberOpeners: [StaticString] = [
    "a", "one", "un", "une", "half", "le", "moitié", "demi",
  ]

  /// What stands between two tokens.
  private static func gap(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> FactToken.Flags {
    if end == start || (end == start + 1 && text[start] == 0x20) { return [] }
    var flags: FactToken.Flags = []
    var blanks = 0
    var dash = false
    for index in start..<end {
      switch text[index] {
      case 0x20, 0x0A, 0x09: blanks += 1
      case 0x2C: flags.insert(.comma)
      case 0x3B, 0x3A, 0x7C: flags.insert(.clause)
      case 0x28, 0x5B: flags.insert(.opens)
      case 0x29, 0x5D: flags.insert(.closes)
      case 0x2E, 0x21, 0x3F: flags.insert(.stop)
      case 0x24: flags.insert(.dollarBefore)
      case 0x2F:
        dash = true
        flags.insert(.slash)
      case 0x2D: dash = true
      case 0xE2:
        if index + 2 < end, text[index + 1] == 0x80, text[index + 2] <= 0x95 { dash = true }
      default: break
      }
    }
    if dash, flags.isDisjoint(with: .breaks), end - start <= 5 { flags.insert(.joined) }
    // A dollar sign counts only right in front of the number.
    if flags.contains(.dollarBefore), end > start {
      var last = end - 1
      if text[last] == 0x20, last > start { last -= 1 }
      if text[last] != 0x24 { flags.remove(.dollarBefore) }
    }
    return flags
  }

  /// Digits with small letters tied to them; the letters of an ordinal become the suffix.
  private static func readTied(_ text: Span<UInt8>, _ token: inout FactToken) -> Bool {
    var index = token.start
    var value = 0.0
    while index < token.end, text[index] >= 0x30, text[index] <= 0x39 {
      value = value * 10 + Double(text[index] & 15)
      index += 1
    }
    guard index > token.start, index < token.end, index - token.start <= 9, text[index] >= 0x61
    else { return false }
    token.flags.insert(.number)
    token.value = value
    let letters = token.end - index
    let first = text[index]
    // st, nd, rd, th, er, re, e, s
    let isOrdinal =
      letters <= 3
      && (first == 0x73 || first == 0x6E || first == 0x72 || first == 0x74 || first == 0x65)
    token.suffix = isOrdinal ? 0x6F : 0
    return true
  }

  private static func readCase(_ text: Span<UInt8>, _ token: inout FactToken) {
    let first = text[token.start]
    let second = token.end - token.start > 1 ? text[token.start + 1] : 0
    let isCapital =
      (first >= 0x41 && first <= 0x5A) || (first == 0xC3 && second >= 0x80 && second <= 0x9E)
    guard isCapital else { return }
    token.flags.insert(.capital)
    guard token.end - token.start >= 2 else { return }
    for index in token.start..<token.end where text[index] >= 0x61 && text[index] <= 0x7A { return }
    token.flags.insert(.allCapitals)
  }

  private static func readNumber(_ folded: Span<UInt8>, _ token: inout FactToken) {
    var value = 0.0
    var scale = 1.0
    var dots = 0
    var decimals = 0
    for index in folded.indices {
      let byte = folded[index]
      if byte >= 0x30, byte <= 0x39 {
        value = value * 10 + Double(byte - 0x30)
        if dots > 0 {
          scale *= 10
          decimals += 1
        }
      } else if byte == 0x2E {
        dots += 1
      } else if byte == 0x2D {
        // 2026-27: the first year, told from a year by its flag.
        var tail = 0
        for rest in index + 1..<folded.count {
          // "2026-27,1500": what stands behind a sign is no part of the year.
          guard folded[rest] >= 0x30, folded[rest] <= 0x39 else { break }
          tail = min(tail * 10 + Int(folded[rest] & 15), 255)
        }
        token.flags.insert(.fiscalNumber)
        token.decimals = UInt8(tail)
        token.value = value
        return
      } else {
        token.suffix = byte
      }
    }
    if dots > 1 { token.flags.insert(.dotted) }
    token.value = value / scale
    token.decimals = UInt8(clamping: decimals)
  }

  /// -ra, -ront, -rons, -rait, -raient behind at least three letters.
  private static func isFuture(_ word: Span<UInt8>) -> Bool {
    func ends(_ suffix: StaticString) -> Bool {
      let length = suffix.utf8CodeUnitCount
      guard word.count >= length + 3 else { return false }
      return suffix.withUTF8Buffer { bytes in
        for index in 0..<length where bytes[index] != word[word.count - length + index] {
          return false
        }
        return true
      }
    }
    if word.count == 4 { return word[2] == 0x72 && word[3] == 0x61 }
    return ends("ra") || ends("ront") || ends("rons") || ends("rait") || ends("raient")
  }

  /// A key that most inflected forms of a word share: plural and common verb endings dropped, the first
  /// eight bytes counted.
  static func stem(_ word: Span<UInt8>) -> UInt32 {
    var count = word.count
    // "studies" and "study", "countries" and "country".
    if count > 5, word[count - 1] == 0x73, word[count - 2] == 0x65, word[count - 3] == 0x69 {
      return hash(word, count - 3)
    }
    if count > 4, word[count - 1] == 0x73 || word[count - 1] == 0x78 { count -= 1 }
    count -= endingLength(word, count)
    if count > 4, word[count - 1] == 0x65 { count -= 1 }
    return hash(word, count)
  }

  /// The length of the first of these endings that leaves four bytes: -ing, -ed, -ment, -ation, -ion, -ront, -ra,
  /// -ée, -é, -er, -ant, -ent, -e, and -y behind a consonant.
  private static func endingLength(_ word: Span<UInt8>, _ count: Int) -> Int {
    func ends(_ a: UInt8, _ b: UInt8) -> Bool {
      count >= 6 && word[count - 1] == b && word[count - 2] == a
    }
    func ends(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
      count >= 7 && word[count - 1] == c && word[count - 2] == b && word[count - 3] == a
    }
    guard count >= 5 else { return 0 }
    switch word[count - 1] {
    case 0x67: return ends(0x69, 0x6E, 0x67) ? 3 : 0
    case 0x64: return ends(0x65, 0x64) ? 2 : 0
    case 0x74:
      if ends(0x65, 0x6E, 0x74) { return count >= 8 && word[count - 4] == 0x6D ? 4 : 3 }
      if ends(0x6F, 0x6E, 0x74) { return count >= 8 && word[count - 4] == 0x72 ? 4 : 0 }
      return ends(0x61, 0x6E, 0x74) ? 3 : 0
    case 0x6E:
      guard ends(0x69, 0x6F, 0x6E) else { return 0 }
      return count >= 9 && word[count - 4] == 0x74 && word[count - 5] == 0x61 ? 5 : 3
    case 0x61: return ends(0x72, 0x61) ? 2 : 0
    case 0x72: return ends(0x65, 0x72) ? 2 : 0
    case 0xA9: return ends(0xC3, 0xA9) ? 2 : 0
    case 0x65: return ends(0xC3, 0xA9, 0x65) ? 3 : 1
    case 0x79: return hasConsonantBeforeLast(word, count) ? 1 : 0
    default: return 0
    }
  }

  /// False for "deploy", whose last letter belongs to it as that of "study" does not.
  private static func hasConsonantBeforeLast(_ word: Span<UInt8>, _ count: Int) -> Bool {
    guard count > 1 else { return false }
    switch word[count - 2] {
    case 0x61, 0x65, 0x6F, 0x75: return false
    default: return true
    }
  }

  private static func hash(_ word: Span<UInt8>, _ count: Int) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for index in 0..<min(count, 8) { hash = (hash ^ UInt32(word[index])) &* 0x0100_0193 }
    return hash ^ hash &>> 15
  }
}
