/// The signs and numbers that items and headings start with in a PDF.
enum PDFLabel {
  /// A bullet that stands as a word of its own.
  static func isBullet(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 3 else { return false }
    return bullets.contains(Array(word))
  }

  /// Bullets; those of symbol fonts stand in the private area.
  private static let bullets: Set<[UInt8]> = Set(
    [
      "•", "‣", "●", "▪", "◦", "■", "□", "➢", "✓", "–", "—", "-", "*", "o", "§", "\u{F0B7}",
      "\u{F0A7}", "\u{F0D8}", "\u{F0FC}", "\u{F076}", "\u{F02D}", "⁃", "∙", "·", "▶", "➤", "❖",
    ].map { Array($0.utf8) })

  /// `1.`, `12)`, `(a)`, `a)`, `iv.`, `127.3.`: the label of an item or numbered paragraph.
  static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 2, word.count <= 10, let last = word.last else { return false }
    guard last == 0x2E || last == 0x29 else { return false }
    let isOpened = word.first == 0x28
    if isOpened, last != 0x29 { return false }
    let inside = word.dropFirst(isOpened ? 1 : 0).dropLast()
    guard !inside.isEmpty else { return false }
    if inside.allSatisfy({ isDigit($0) || $0 == 0x2E }), isDigit(inside[inside.startIndex]) {
      // A year or a figure ends a sentence; labels of one part are short.
      return inside.contains(0x2E) || inside.count <= 3
    }
    if inside.count == 1 {
      // A capital and a full stop is an initial, or a heading's letter.
      return isLetter(inside[inside.startIndex])
        && (inside[inside.startIndex] >= 0x61 || last == 0x29)
    }
    return inside.count <= 5 && inside.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
  }

  /// How deep the heading stands that a short line looks like, 1 for the highest; `nil` when it looks
  /// like none.
  static func headingDepth(_ bytes: [UInt8]) -> Int? {
    let style = bytes.withUnsafeBufferPointer { buffer -> PlainTextLines.HeadingStyle? in
      let lines = PlainTextLines(buffer, start: 0)
      return lines.count == 1 ? lines.headingStyle(of: lines[0]) : nil
    }
    guard let style else { return nil }
    let label = bytes.prefix { $0 != 0x20 }
    if label.last == 0x2E, label.count > 1 {
      let inside = label.dropLast()
      if inside.allSatisfy({ $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }) { return 1 }
      if inside.count == 1, isLetter(inside[inside.startIndex]) { return 2 }
    }
    switch style {
    case .numbered(let depth): return depth
    case .capitals: return 1
    case .plain: return 3
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
