internal import Checking
internal import SourceText

/// One line a document, for runs too large to show each in detail.
struct DocumentsSection {
  let view: ReportPage

  func write() {
    view.heading(Messages.documentsHeading)
    let heads = [
      view.words(Messages.met), view.words(Messages.gaps), view.words(Messages.contradicted),
      view.words(Messages.findings),
    ]
    let widths = heads.map { max(7, DisplayWidth.of($0)) + 2 }
    let nameWidth = max(16, view.page.width - 2 - widths.reduce(0, +))
    let longest = view.report.documents.map { DisplayWidth.of($0.profile.path) }.max() ?? 0
    let column = min(nameWidth, max(longest, DisplayWidth.of(view.words(Messages.document))))
    var head = StyledText(padded(view.words(Messages.document), column), .strong)
    for (title, width) in zip(heads, widths) { head.append(flushRight(title, width), .strong) }
    view.page.line(head, indent: 2)
    for document in view.report.documents {
      let tally = DocumentTally(document, view.rules)
      let others = document.findings.count { $0.checker != FindingsSection.coverageChecker }
      var line = StyledText(shortened(document.profile.path, column), .place)
      line.append(flushRight("\(tally.met)/\(tally.applicable)", widths[0]))
      line.append(flushRight("\(tally.gapCount)", widths[1]), tally.gapCount > 0 ? .weak : .plain)
      let denied = tally.gaps[.contradicted] ?? 0
      line.append(flushRight("\(denied)", widths[2]), denied > 0 ? .bad : .plain)
      line.append(flushRight("\(others)", widths[3]))
      view.page.line(line, indent: 2)
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private func flushRight(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - DisplayWidth.of(text))) + text
  }

  /// The end of a path says most.
  private func shortened(_ path: String, _ width: Int) -> String {
    let clean = StyledText.harmless(path)
    guard DisplayWidth.of(clean) > width else { return padded(clean, width) }
    var tail = ""
    var used = 1
    for character in clean.reversed() {
      used += DisplayWidth.of(character)
      if used > width { break }
      tail.append(character)
    }
    return padded("…" + String(tail.reversed()), width)
  }
}
