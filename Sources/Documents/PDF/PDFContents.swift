/// Finds tables of contents by the dots that lead to the page numbers.
enum PDFContents {
  /// Takes their lines out: they say nothing that the headings do not say.
  static func remove(from text: inout PDFText) {
    var isLeader = [Bool](repeating: false, count: text.lines.count)
    var leaders: [Int: Int] = [:]
    for (index, line) in text.lines.enumerated() where hasLeader(line, text) {
      isLeader[index] = true
      leaders[line.page, default: 0] += 1
    }
    guard leaders.contains(where: { $0.value >= 3 }) else { return }
    var kept: [PDFText.Line] = []
    kept.reserveCapacity(text.lines.count)
    for (index, line) in text.lines.enumerated() {
      let isContents = leaders[line.page, default: 0] >= 3
      if isContents, isLeader[index] || isNumbers(line, text) { continue }
      kept.append(line)
    }
    text.lines = kept
  }

  /// A run of five dots and more, together or apart.
  private static func hasLeader(_ line: PDFText.Line, _ text: PDFText) -> Bool {
    var run = 0
    for word in line.words {
      for byte in text.text(of: text.words[word]) {
        run = byte == 0x2E ? run + 1 : 0
        if run >= 5 { return true }
      }
    }
    return false
  }

  /// Page and paragraph numbers that were set apart from their lines.
  private static func isNumbers(_ line: PDFText.Line, _ text: PDFText) -> Bool {
    text.text(of: line).allSatisfy { byte in
      (byte >= 0x30 && byte <= 0x39) || byte >= 0x80 || byte == 0x20 || byte == 0x2D
    }
  }
}
