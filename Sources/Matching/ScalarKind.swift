/// What a Unicode scalar is to the tokenizer.
enum ScalarKind: UInt8 {
  case separator
  case letter
  case digit
  /// A combining mark, part of the letter in front of it.
  case mark
  /// Soft hyphen, joiners, byte order mark: no part of a word, and no end of it either.
  case ignorable
  case apostrophe
  case hyphen
  /// The dot of French inclusive writing, in its several shapes.
  case middleDot
}

extension ScalarKind {
  static let softHyphen: UInt32 = 0xAD

  /// The kind of a scalar.
  ///
  /// Blocks beyond Latin are taken whole: their letters only have to stay together, no rule is written
  /// in them.
  static func of(_ scalar: UInt32) -> ScalarKind {
    if scalar < 0x80 { return ofASCII(scalar) }
    switch scalar {
    case 0xAD: return .ignorable
    case 0xB4: return .apostrophe
    case 0xB5: return .letter
    case 0xB7: return .middleDot
    case 0x80...0xBF, 0xD7, 0xF7: return .separator
    case 0x2BC: return .apostrophe
    case 0xC0...0x2FF: return .letter
    case 0x300...0x36F: return .mark
    case 0x370...0x1FFF: return .letter
    case 0x2000...0x2BFF: return ofGeneralPunctuation(scalar)
    case 0x2C00...0x2DFF: return .letter
    case 0x2E3A, 0x2E3B: return .hyphen
    case 0x2E00...0x2E7F, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x30FB: return .separator
    case 0xE000...0xF8FF, 0xFE10...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFF0...0xFFFF:
      return .separator
    case 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF: return .ignorable
    case 0x1F000...0x1FAFF: return .separator
    default: return .letter
    }
  }

  private static func ofASCII(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x27: .apostrophe
    case 0x2D: .hyphen
    default: .separator
    }
  }

  private static func ofGeneralPunctuation(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x200C, 0x200D, 0x2060: .ignorable
    case 0x2010...0x2015, 0x2212: .hyphen
    case 0x2018, 0x2019, 0x201B, 0x2032: .apostrophe
    case 0x2022, 0x2027, 0x22C5: .middleDot
    default: .separator
    }
  }
}

extension Span where Element == UInt8 {
  /// The scalar at an offset and its length in bytes; U+FFFD and 1 where the bytes are no UTF-8 or run
  /// over the limit.
  func scalar(at offset: Int, limit: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[offset])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, offset + length <= limit else { return (0xFFFD, 1) }
    var value = first & (0x7F >> UInt32(length))
    for step in 1..<length {
      let byte = UInt32(self[offset + step])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | byte & 0x3F
    }
    // Overlong forms and surrogates are no text.
    guard length == 2 || value >= (length == 3 ? 0x800 : 0x10000), value >> 11 != 0x1B else {
      return (0xFFFD, 1)
    }
    return (value, length)
  }

  /// The kind of the scalar at an offset; a separator at the limit.
  func kind(at offset: Int, limit: Int) -> ScalarKind {
    offset < limit ? ScalarKind.of(scalar(at: offset, limit: limit).value) : .separator
  }
}
