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
      whole.labelIsElsewhere = false
      joined[joined.count - 1] = whole
    }
    text.lines = joined
    attachStrays(&text)
  }

  /// Labels that poppler gave far from their lines: a bullet of an outer list after the inner one.
  private static func attachStrays(_ text: inout PDFText) {
    var taken: Set<Int> = []
    for (index, label) in text.lines.enumerated() where label.words.count == 1 {
      let word = text.text(of: text.words[label.words.lowerBound])
      guard PDFLabel.isBullet(word) || PDFLabel.isNumber(word) else { continue }
      var best: Int?
      for other in max(0, index - 60)..<min(text.lines.count, index + 60) where other != index {
        let line = text.lines[other]
        guard line.page == label.page, !line.hasLabel, line.box.left >= label.box.right - 1,
          line.box.left - label.box.right <= widestGap,
          abs(line.box.top - label.box.top) < 0.4 * label.height
        else { continue }
        if let known = best, text.lines[known].box.left <= line.box.left { continue }
        best = other
      }
      guard let best, !taken.contains(best) else { continue }
      text.lines[best].hasLabel = true
      text.lines[best].labelIsElsewhere = true
      text.lines[best].box.left = label.box.left
      taken.insert(index)
    }
    guard !taken.isEmpty else { return }
    text.lines = text.lines.indices.filter { !taken.contains($0) }.map { text.lines[$0] }
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
