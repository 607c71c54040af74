/// Finds bytes that no YAML text may hold, before the parser sees them.
///
/// libyaml looks too, but its words name no byte and it reads U+0085, U+2028 and U+2029 as line ends,
/// which no editor does; lines would then be counted in two ways, so these are refused unescaped.
enum YAMLTextCheck {
  /// More than this many lines `%TAG` cost libyaml quadratic time.
  static let directiveLimit = 1_000

  /// The name of the encoding when the text is marked, or looks, as something else than UTF-8.
  static func otherEncoding(_ bytes: [UInt8]) -> String? {
    let start = Array(bytes.prefix(4))
    switch (start.first ?? 0, start.dropFirst().first ?? 0) {
    case (0xFF, 0xFE): return start.dropFirst(2) == [0, 0] ? "UTF-32" : "UTF-16"
    case (0xFE, 0xFF): return "UTF-16"
    case (0, 0) where start.dropFirst(2) == [0xFE, 0xFF]: return "UTF-32"
    // A text that starts with ASCII and has none of the marks.
    case (0, 1...0x7F) where start.count >= 2: return "UTF-16"
    case (1...0x7F, 0) where start.count >= 2:
      return start.dropFirst(2) == [0, 0] ? "UTF-32" : "UTF-16"
    default: return nil
    }
  }

  /// Checks a text that `otherEncoding` found nothing in.
  ///
  /// - Returns: whether all bytes are ASCII.
  static func check(_ source: YAMLSource) throws(YAMLError) -> Bool {
    var isASCII = true
    var directives = 0
    let problem: (offset: Int, scalar: Unicode.Scalar?)? = source.bytes.withUnsafeBytes { buffer in
      var index = source.markLength
      let count = buffer.count
      if startsDirective(buffer, at: index) { directives += 1 }
      while index < count {
        if index + 8 <= count {
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if isPlain(word) {
            index += 8
            continue
          }
        }
        let byte = buffer[index]
        if byte == 0x0A || byte == 0x0D {
          index += 1
          if startsDirective(buffer, at: index) { directives += 1 }
        } else if byte >= 0x20 && byte < 0x7F || byte == 0x09 {
          index += 1
        } else if byte < 0x80 {
          return (index, Unicode.Scalar(byte))
        } else {
          isASCII = false
          guard let (scalar, length) = decode(buffer, at: index) else { return (index, nil) }
          switch scalar.value {
          case 0x80...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF: return (index, scalar)
          default: index += length
          }
        }
      }
      return nil
    }
    if let (offset, scalar) = problem {
      guard let scalar else { throw .invalidUTF8(in: source, at: offset) }
      throw .controlCharacter(scalar, in: source, at: offset)
    }
    guard directives <= directiveLimit else {
      throw .tooManyDirectives(directiveLimit, path: source.path)
    }
    return isASCII
  }

  /// True when all eight bytes are printable ASCII.
  ///
  /// The subtraction can borrow from one byte into the next and say no too often, never yes.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = ones &* 0x80
    let below = (word &- ones &* 0x20) & ~word
    let delete = ((word ^ (ones &* 0x7F)) &- ones) & ~(word ^ (ones &* 0x7F))
    return (word | below | delete) & high == 0
  }

  private static func startsDirective(_ buffer: UnsafeRawBufferPointer, at index: Int) -> Bool {
    guard index + 4 <= buffer.count, buffer[index] == UInt8(ascii: "%") else { return false }
    return buffer[index..<index + 4].elementsEqual("%TAG".utf8)
  }

  /// One scalar of well-formed UTF-8 (Unicode 15, table 3-7) and its length in bytes.
  private static func decode(
    _ buffer: UnsafeRawBufferPointer, at index: Int
  ) -> (Unicode.Scalar, Int)? {
    let lead = buffer[index]
    let length: Int
    let leastValue: UInt32
    switch lead {
    case 0xC2...0xDF: (length, leastValue) = (2, 0x80)
    case 0xE0...0xEF: (length, leastValue) = (3, 0x800)
    case 0xF0...0xF4: (length, leastValue) = (4, 0x10000)
    default: return nil
    }
    guard index + length <= buffer.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for next in index + 1..<index + length {
      guard buffer[next] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(buffer[next] & 0x3F)
    }
    // `Unicode.Scalar` refuses surrogates and what is past U+10FFFF.
    guard value >= leastValue, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
