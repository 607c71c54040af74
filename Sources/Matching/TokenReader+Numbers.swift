import SourceText

extension TokenReader {
  /// Reads digits with their separators, and letters directly behind them.
  ///
  /// The folded form has no separators between thousands, a full stop before decimals and a hyphen in a
  /// fiscal year: `1 250 000`, `1250000` and, in English, `1,250,000` are one number.
  mutating func readNumber(in text: Span<UInt8>, from start: Int, limit: Int) -> Token {
    var position = start
    var groupStart = start
    var hasSeparator = false
    var mayGroup = true
    while position < limit {
      let (value, length) = text.scalar(at: position, limit: limit)
      if ScalarKind.of(value) == .digit {
        append(value)
        position += length
        continue
      }
      let digits = position - groupStart
      let behind = position + length
      let following = text.digits(at: behind, limit: limit)
      switch value {
      case 0x2E, 0x2C:
        guard following > 0 else { return finish(in: text, start, position, limit) }
        let groups = value == 0x2C && language == .english && following == 3 && mayGroup
        if !(groups && digits <= 3) {
          append(0x2E)
          mayGroup = false
        }
      case 0x20, 0xA0, 0x2009, 0x202F:
        guard following == 3, digits <= 3, mayGroup else {
          return finish(in: text, start, position, limit)
        }
      case 0x2D, 0x2010...0x2015:
        guard digits == 4, following == 2, !hasSeparator,
          text.kind(at: behind + 2, limit: limit) != .hyphen
            || text.digits(at: behind + 3, limit: limit) == 0
        else { return finish(in: text, start, position, limit) }
        append(0x2D)
        mayGroup = false
      default: return finish(in: text, start, position, limit)
      }
      hasSeparator = true
      position = behind
      groupStart = behind
    }
    return Token(start: start, end: position, kind: .number)
  }

  private mutating func finish(
    in text: Span<UInt8>, _ start: Int, _ digitsEnd: Int, _ limit: Int
  ) -> Token {
    var position = digitsEnd
    var letters = 0
    while position < limit {
      let (value, length) = text.scalar(at: position, limit: limit)
      let kind = ScalarKind.of(value)
      guard kind == .letter || kind == .digit else { break }
      append(value)
      letters += 1
      position += length
    }
    return Token(start: start, end: position, kind: letters <= 1 ? .number : .word)
  }
}

extension Span where Element == UInt8 {
  /// How many ASCII digits stand at an offset, counted up to 32.
  fileprivate func digits(at offset: Int, limit: Int) -> Int {
    var end = offset
    while end < min(limit, offset + 32), self[end] >= 0x30, self[end] <= 0x39 { end += 1 }
    return end - offset
  }
}
