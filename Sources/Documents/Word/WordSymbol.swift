/// Characters of symbol fonts that stand for letters and marks of Unicode.
enum WordSymbol {
  /// The text of a `w:sym` element; empty when the character says nothing without its font.
  static func text(_ attributes: XMLAttributes) -> [UInt8] {
    guard let code = attributes.string("char").flatMap({ UInt32($0, radix: 16) }) else { return [] }
    let font = (attributes.string("font") ?? "").lowercased()
    // Symbol fonts stand in the private area from F000 on.
    let value = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    if font.hasPrefix("symbol") {
      if let known = symbol[value] { return Array(String(known).utf8) }
    } else if font.hasPrefix("wingdings") {
      if let known = wingdings[value] { return Array(String(known).utf8) }
    } else if let scalar = Unicode.Scalar(code), code < 0xE000 || code > 0xF8FF {
      return Array(String(Character(scalar)).utf8)
    }
    return []
  }

  /// The Greek letters and signs of the Symbol font.
  private static let symbol: [UInt32: Character] = {
    var table: [UInt32: Character] = [
      0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
      0xA5: "∞", 0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xAB: "↔", 0xB0: "°", 0xD2: "®",
      0xD3: "©", 0xD4: "™", 0xE5: "∑", 0xC5: "⊕", 0xCE: "∈", 0xDE: "⇒", 0x2D: "−", 0xA2: "′",
    ]
    let upper = Array("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ")
    let lower = Array("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")
    for index in 0..<26 {
      table[0x41 + UInt32(index)] = upper[index]
      table[0x61 + UInt32(index)] = lower[index]
    }
    return table
  }()

  /// The marks of Wingdings that stand in running text.
  private static let wingdings: [UInt32: Character] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0xA7: "▪", 0xA8: "☐", 0xB7: "•",
    0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]
}
