/// The quoted line of a source with a caret under the spot.
package enum SourceExcerpt {
  /// Widest excerpt in scalars; a longer line is cut around the caret.
  package static let widthLimit = 120

  /// Two lines: the text of `line` and a caret under `column` (1-based, in scalars).
  ///
  /// Control characters are shown as `·`, so that no line can steer the terminal.
  package static func caretExcerpt(
    bytes: [UInt8], index: LineIndex, line: Int, column: Int
  ) -> String {
    let range = index.range(ofLine: line)
    // A line of megabytes must not be decoded whole: keep a window around the caret.
    var scalars: [Unicode.Scalar] = []
    var position = 0
    let first = max(0, column - 1 - widthLimit / 2)
    let last = first + widthLimit
    var offset = range.lowerBound
    while offset < range.upperBound, position < last {
      let (scalar, length) = decode(bytes, at: offset, end: range.upperBound)
      if position >= first { scalars.append(scalar) }
      position += 1
      offset += length
    }
    while let tail = scalars.last, tail == "\n" || tail == "\r" { scalars.removeLast() }
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(isPrintable(scalar) ? scalar : "·") }
    let indent = String(repeating: " ", count: max(0, column - 1 - first))
    return String(text) + "\n" + indent + "^"
  }

  /// Replaces control characters, so that text from outside cannot steer the terminal.
  package static func sanitized(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isPrintable($0) && $0 != "\n" && $0 != "\t" })
    else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isPrintable(scalar) || scalar == "\n" || scalar == "\t" ? scalar : "·")
    }
    return String(result)
  }

  /// False for C0 and C1 controls and for the bidirectional overrides.
  package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }

  /// One scalar and its length in bytes; a byte that is no UTF-8 is U+FFFD.
  private static func decode(
    _ bytes: [UInt8], at offset: Int, end: Int
  ) -> (Unicode.Scalar, Int) {
    let lead = bytes[offset]
    let length: Int
    switch lead {
    case 0x00..<0x80: return (Unicode.Scalar(lead), 1)
    case 0xC2..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF5: length = 4
    default: return ("\u{FFFD}", 1)
    }
    guard offset + length <= end else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
