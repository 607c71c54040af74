extension PlainTextLines {
  /// The start of a list item.
  struct Item {
    /// Offset of the text after the bullet or label.
    var textStart: Int
    var isBullet: Bool
    /// True for 1, a and i, the labels that a list can start with.
    var isFirst: Bool
  }

  /// The bullet or label that a line starts with.
  func item(_ line: PlainTextLine) -> Item? {
    guard line.length >= 2 else { return nil }
    let first = bytes[line.start]
    var index = line.start
    var isBullet = false
    var isFirst = false
    switch first {
    case 0x2D, 0x2A, 0x2B:
      isBullet = true
      index += 1
    case 0xE2 where line.length > 3 && isUnicodeBullet(at: index):
      isBullet = true
      index += 3
    case 0xC2 where bytes[index + 1] == 0xB7:
      isBullet = true
      index += 2
    case 0x6F where line.indent > 0 && bytes[index + 1] != 0x29:
      // The letter o is what word processors leave of a hollow bullet.
      isBullet = true
      index += 1
    default:
      guard let label = itemLabel(line) else { return nil }
      index = label.end
      isFirst = label.isFirst
    }
    guard index < line.end, isBlank(at: index) else { return nil }
    index = pastBlanks(index, line.end)
    return index < line.end ? Item(textStart: index, isBullet: isBullet, isFirst: isFirst) : nil
  }

  /// True when a line is a label such as `2.` or `(a)` and nothing else, after a line that ends a
  /// sentence: what is left of numbered paragraphs when text is taken out of pages.
  func isLabel(_ line: PlainTextLine, after previous: PlainTextLine?) -> Bool {
    guard line.length >= 2, itemLabel(line)?.end == line.end else { return false }
    guard isDigit(bytes[line.start]) || bytes[line.end - 1] == 0x29 else { return false }
    guard let previous, !previous.isBlank else { return true }
    return [0x2E, 0x3A, 0x3B, 0x3F, 0x21].contains(bytes[previous.end - 1])
  }

  /// •, ‣, –, —, ●, ▪, ◦, ■, □, ➢, ✓ and the like, before a blank.
  private func isUnicodeBullet(at index: Int) -> Bool {
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0x80, 0xA2), (0x80, 0xA3), (0x80, 0x93), (0x80, 0x94), (0x97, _), (0x96, _): true
    case (0x9E, _), (0x9C, 0x93), (0x9C, 0x94), (0x81, 0x83): true
    default: false
    }
  }

  func pastBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, isBlank(at: index) { index += bytes[index] == 0xC2 ? 2 : 1 }
    return index
  }

  /// A space, a tab or a no-break space.
  func isBlank(at index: Int) -> Bool {
    let byte = bytes[index]
    return byte == 0x20 || byte == 0x09
      || (byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0)
  }

  /// `1.`, `12)`, `(a)`, `a)`, `iv.`: the offset after it.
  private func itemLabel(_ line: PlainTextLine) -> (end: Int, isFirst: Bool)? {
    var index = line.start
    let isOpened = bytes[index] == 0x28
    if isOpened { index += 1 }
    let start = index
    while index < line.end, index - start < 3, isDigit(bytes[index]) { index += 1 }
    if index == start {
      while index < line.end, index - start < 5, isRoman(bytes[index]) { index += 1 }
      if index == start || index - start > 4 {
        index = start
        if index < line.end, isLetter(bytes[index]) { index += 1 }
      }
    }
    guard index > start, index < line.end else { return nil }
    let close = bytes[index]
    let isLetterLabel = isLetter(bytes[start])
    // A capital and a full stop is an initial rather than a label.
    guard close == 0x29 || (!isOpened && close == 0x2E && !(isLetterLabel && bytes[start] < 0x61))
    else { return nil }
    let isFirst = index - start == 1 && [0x31, 0x61, 0x41, 0x69].contains(bytes[start])
    return (index + 1, isFirst)
  }

  private func isRoman(_ byte: UInt8) -> Bool { byte == 0x69 || byte == 0x76 || byte == 0x78 }
}
