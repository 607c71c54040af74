import SourceText

/// The parts of a pattern's text, each with its place.
struct PatternLexeme: Equatable {
  enum Kind: Equatable {
    /// A word outside quotation marks; it may be a keyword.
    case word(String)
    /// One or several words that must stand exactly so.
    case exact([TokenPattern.Word])
    case any
    case list(String)
    case optional
    case gap(Int)
    case and(within: Int?)
    case open
    case close
    case bar
    case end
  }

  var kind: Kind
  /// UTF-8 offsets in the pattern's text.
  var start: Int
  var end: Int
}

/// Cuts a pattern's text into lexemes; words are cut and folded exactly as in the texts they will meet.
struct PatternLexer {
  static let longestGap = 60
  static let widestDistance = 400
  /// Bytes of a pattern's text.
  static let longestText = 16_384

  private let bytes: [UInt8]
  private var reader: TokenReader
  private var lexemes: [PatternLexeme] = []

  static func lexemes(
    of text: String, language: Language
  ) throws(PatternError) -> [PatternLexeme] {
    guard text.utf8.count <= longestText else {
      throw .patternTooLong(limit: longestText, at: longestText)
    }
    var lexer = PatternLexer(text, language)
    try lexer.run()
    return lexer.lexemes
  }

  private init(_ text: String, _ language: Language) {
    bytes = Array(text.utf8)
    reader = TokenReader(language)
    lexemes.reserveCapacity(bytes.count / 5 + 2)
  }

  private mutating func run() throws(PatternError) {
    var position = 0
    while position < bytes.count {
      let start = position
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "("):
        if start > 0, isWordByte(bytes[start - 1]) {
          throw .groupInsideWord(at: start)
        }
        position = append(.open, start, start + 1)
      case UInt8(ascii: ")"):
        if start + 1 < bytes.count, isWordByte(bytes[start + 1]) {
          throw .wordBehindGroup(at: start + 1)
        }
        position = append(.close, start, start + 1)
      case UInt8(ascii: "|"): position = append(.bar, start, start + 1)
      case UInt8(ascii: "*"): position = append(.any, start, start + 1)
      case UInt8(ascii: "?"): position = append(.optional, start, start + 1)
      case UInt8(ascii: "&"):
        let (count, end) = try number(from: start + 1, most: Self.widestDistance)
        position = append(.and(within: count), start, end)
      case UInt8(ascii: "~"):
        let (count, end) = try number(from: start + 1, most: Self.longestGap)
        guard let count, count > 0 else { throw .gapWithoutNumber(at: start) }
        position = append(.gap(count), start, end)
      case UInt8(ascii: "{"): position = try list(from: start)
      case UInt8(ascii: "}"): throw .unpaired("}", without: "{", at: start)
      case UInt8(ascii: "\""): position = try quotation(from: start)
      case UInt8(ascii: "="): position = try exactWord(from: start)
      default: position = try words(from: start)
      }
    }
    lexemes.append(PatternLexeme(kind: .end, start: bytes.count, end: bytes.count))
  }

  private mutating func append(_ kind: PatternLexeme.Kind, _ start: Int, _ end: Int) -> Int {
    lexemes.append(PatternLexeme(kind: kind, start: start, end: end))
    return end
  }

  private func number(from start: Int, most: Int) throws(PatternError) -> (Int?, end: Int) {
    var value = 0
    var position = start
    while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
      value = min(value * 10 + Int(bytes[position] - 0x30), most + 1)
      position += 1
    }
    guard value <= most else { throw .distanceTooLong(limit: most, at: start) }
    return (position == start ? nil : value, position)
  }

  private mutating func list(from start: Int) throws(PatternError) -> Int {
    var end = start + 1
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    guard end < bytes.count else { throw .unpaired("{", without: "}", at: start) }
    guard bytes[end] == UInt8(ascii: "}") else { throw .listNameMalformed(at: end) }
    guard end > start + 1 else { throw .listNameMissing(at: start) }
    return append(
      .list(String(decoding: bytes[(start + 1)..<end], as: UTF8.self)), start, end + 1)
  }

  private mutating func quotation(from start: Int) throws(PatternError) -> Int {
    guard let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) else {
      throw .quotationNotClosed(at: start)
    }
    var words: [TokenPattern.Word] = []
    var position = start + 1
    while let token = try token(from: position, limit: end) {
      words.append(TokenPattern.Word(String(decoding: reader.folded, as: UTF8.self), .exact))
      position = token.end
    }
    guard !words.isEmpty else { throw .quotationWithoutWord(at: start) }
    return append(.exact(words), start, end + 1)
  }

  private mutating func exactWord(from start: Int) throws(PatternError) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] != 0x20, !Self.isOperator(bytes[end]) { end += 1 }
    var words: [TokenPattern.Word] = []
    var position = start + 1
    while let token = try token(from: position, limit: end) {
      let isCased = reader.cased != reader.folded
      words.append(
        TokenPattern.Word(
          String(decoding: isCased ? reader.cased : reader.folded, as: UTF8.self),
          isCased ? .exactCase : .exact))
      position = token.end
    }
    guard !words.isEmpty else { throw .exactWithoutWord(at: start) }
    return append(.exact(words), start, end)
  }

  private mutating func words(from start: Int) throws(PatternError) -> Int {
    var end = start
    while end < bytes.count, !Self.isOperator(bytes[end]) {
      try check(at: end)
      end += 1
    }
    var position = start
    while let token = try token(from: position, limit: end) {
      lexemes.append(
        PatternLexeme(
          kind: .word(String(decoding: reader.folded, as: UTF8.self)),
          start: token.start, end: token.end))
      position = token.end
    }
    return end
  }

  private mutating func token(from start: Int, limit: Int) throws(PatternError) -> Token? {
    let bytes = bytes
    guard
      let token = reader.next(
        in: bytes.span, from: start, startingBefore: limit, limit: limit, joiningLines: true)
    else { return nil }
    guard !reader.isTooLong else {
      throw .wordTooLong(limit: TokenReader.wordLimit, at: token.start)
    }
    return token
  }

  /// Refuses punctuation that can only be a slip; what texts have between words is passed over.
  private func check(at offset: Int) throws(PatternError) {
    switch bytes[offset] {
    case 0x21, 0x23, 0x3B, 0x3C, 0x3E, 0x40, 0x5B...0x60:
      throw .meaningless(String(decoding: [bytes[offset]], as: UTF8.self), at: offset)
    case 0xE2 where offset + 2 < bytes.count && bytes[offset + 1] == 0x80:
      if bytes[offset + 2] == 0x9C || bytes[offset + 2] == 0x9D {
        throw .curlyQuotationMarks(at: offset)
      }
    default: break
    }
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x28, 0x29, 0x2A, 0x3D, 0x3F, 0x7B, 0x7C, 0x7D, 0x7E: true
    default: false
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || ScalarKind.of(UInt32(byte)) == .letter || ScalarKind.of(UInt32(byte)) == .digit
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x5F: true
    default: false
    }
  }
}
