internal import SourceText

/// Text on its way into markup.
enum MarkupText {
  /// The text with `&`, `<`, `>`, `"` and `'` as references, line ends and tabs as blanks, and everything
  /// that a program could act on as `·`.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isNotable) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in harmless(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Line ends and tabs as blanks; controls, overrides of the writing direction and non-characters as `·`.
  static func harmless(_ text: String) -> String {
    let text = StyledText.harmless(text)
    guard text.utf8.contains(0xEF) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // XML 1.0, section 2.2, allows neither.
      result.append(scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "·" : scalar)
    }
    return String(result)
  }

  /// True for bytes that mean something in markup or may begin something that does.
  private static func isNotable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }
}
