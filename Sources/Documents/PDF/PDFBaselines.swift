/// Joins what stands on one line of a page and was taken apart because of the room between: a number and
/// the text after it.
enum PDFBaselines {
  /// Widest room between a label and its text, in points.
  private static let widestGap: Float = 72

  static func join(_ text: inout PDFText) {
    var joined: [PDFText.Line] = []
    joined.reserveCapacity(text.lines.count)
    for line in text.lines {
      guard let last = joined.last, isLabel(last, of: line, text) else {
        joined.append(line)
        continue
      }
      var whole = line
      whole.words = last.words.lowerBound..<line.words.upperBound
      whole.box.formUnion(last.box)
      whole.hasLabel = true
      joined[joined.count - 1] = whole
    }
    text.lines = joined
  }

  private static func isLabel(
    _ label: PDFText.Line, of line: PDFText.Line, _ text: PDFText
  ) -> Bool {
    guard label.page == line.page, label.words.count == 1,
      label.words.upperBound == line.words.lowerBound, line.box.left >= label.box.right - 1,
      line.box.left - label.box.right <= widestGap
    else { return false }
    let overlap = min(label.box.bottom, line.box.bottom) - max(label.box.top, line.box.top)
    guard overlap > 0.5 * min(label.height, line.height) else { return false }
    let word = text.text(of: text.words[label.words.lowerBound])
    return PDFLabel.isBullet(word) || PDFLabel.isNumber(word) || isHeadingLabel(word)
  }

  /// `I.`, `A.`, `2.1`
  private static func isHeadingLabel(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 8, let first = word.first else { return false }
    if first >= 0x30, first <= 0x39 {
      return word.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }
    }
    return word.last == 0x2E && word.count <= 5
      && word.dropLast().allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }
}
