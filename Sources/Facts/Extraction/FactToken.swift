internal import Matching
internal import SourceText

/// A word or number of a unit with what is known of it.
struct FactToken: BitwiseCopyable {
  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt16
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

  var isNumber: Bool { flags.contains(.number) }

  /// True for four digits that can be a calendar year.
  var mayBeYear: Bool {
    isNumber && end - start == 4 && decimals == 0 && value >= 1900 && value <= 2100
      && !flags.contains(.dollarBefore)
  }
}

/// Reads the tokens of a unit.
struct FactTokens {
  private var english = FoldedTokens(.english)
  private var french = FoldedTokens(.french)
  private(set) var list: [FactToken] = []
  /// Keys of content words.
  private(set) var words: [UInt32] = []

  mutating func mark(_ index: Int) { list[index].flags.insert(.taken) }

  mutating func read(_ text: [UInt8], _ range: Range<Int>, _ language: Language) {
    switch language {
    case .english: Self.read(text, range, language, &english, &list, &words)
    case .french: Self.read(text, range, language, &french, &list, &words)
    }
  }

  private static func read(
    _ text: [UInt8], _ range: Range<Int>, _ language: Language, _ tokens: inout FoldedTokens,
    _ list: inout [FactToken], _ words: inout [UInt32]
  ) {
    list.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    let lexicon = Lexicon.of(language)
    let bytes = text.span
    var offset = range.lowerBound
    while let token = tokens.next(in: bytes, from: offset, to: range.upperBound) {
      var new = FactToken(start: token.start, end: token.end, key: tokens.key)
      new.flags = Self.gap(bytes, offset, token.start)
      offset = token.end
      new.wordAt = UInt16(clamping: words.count)
      if token.kind == .number {
        new.flags.insert(.number)
        tokens.withFolded { Self.readNumber($0, &new) }
      } else if Self.readTied(bytes, &new) {
        // A number without a blank behind it: 300jours, 100th.
      } else {
        let entry = lexicon.entry(new.key)
        new.wordClass = entry.wordClass
        new.known = entry.value
        new.firstPhrase = entry.firstPhrase
        Self.readCase(bytes, &new)
        // "augmentera" and "réduira" have a class of their own and are futures all the same.
        if language == .french,
          new.wordClass == .none || new.wordClass == .increase
            || new.wordClass == .decrease
        {
          tokens.withFolded { if Self.isFuture($0) { new.flags.insert(.future) } }
        }
        if new.wordClass.isContent, token.end - token.start > 1 {
          words.append(tokens.withFolded { Self.stem($0) })
        }
      }
      if offset < range.upperBound, bytes[offset] == 0x2B { new.flags.insert(.plus) }
      list.append(new)
    }
  }

  /// What stands between two tokens.
  private static func gap(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> FactToken.Flags {
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
        var tail = 0.0
        for rest in index + 1..<folded.count { tail = tail * 10 + Double(folded[rest] & 15) }
        token.flags.insert(.fiscalNumber)
        token.decimals = UInt8(clamping: Int(tail))
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
    func drop(_ suffix: StaticString) -> Bool {
      let length = suffix.utf8CodeUnitCount
      guard count >= length + 4 else { return false }
      let same = suffix.withUTF8Buffer { bytes in
        for index in 0..<length where bytes[index] != word[count - length + index] { return false }
        return true
      }
      if same { count -= length }
      return same
    }
    _ =
      drop("ing") || drop("ed") || drop("ment") || drop("ation") || drop("ion") || drop("ront")
      || drop("ra") || drop("ée") || drop("é") || drop("er") || drop("ant") || drop("ent")
      || drop("e") || (hasConsonantBeforeLast(word, count) && drop("y"))
    if count > 4, word[count - 1] == 0x65 { count -= 1 }
    return hash(word, count)
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
