internal import Checking
internal import SourceText

/// Findings as compilers write them, with the words quoted and what would settle them.
struct FindingsSection {
  /// The checker whose findings stand as gaps and questions, where they say more.
  static let coverageChecker = "requirement-coverage"

  let view: ReportPage
  let title: LocalizedText
  let findings: [Finding]

  func write() {
    guard !findings.isEmpty else { return }
    view.heading(title)
    var index = 0
    while index < findings.count {
      // A table row may hold one finding in each cell: said once, with all positions.
      var end = index + 1
      while end < findings.count, isRepeated(findings[end], of: findings[index]) { end += 1 }
      write(findings[index], alsoAt: findings[index + 1..<end].compactMap(\.place))
      view.page.blank()
      index = end
    }
  }

  private func isRepeated(_ finding: Finding, of other: Finding) -> Bool {
    guard let place = finding.place, let otherPlace = other.place else { return false }
    return finding.checker == other.checker && finding.kind == other.kind
      && finding.level == other.level && finding.arguments == other.arguments
      && finding.related == other.related && place.path == otherPlace.path
      && place.quote == otherPlace.quote
  }

  private func write(_ finding: Finding, alsoAt others: [FindingPlace]) {
    let words = FindingWords(finding, view.report)
    var line = StyledText()
    if let place = finding.place {
      line.append(place.location(in: view.language) + ": ", .place)
    } else if let path = finding.path {
      line.append(path + ": ", .place)
    }
    line.append(view.words(finding.level.title), style(finding.level))
    line.append(": ")
    line.append(view.words(words.message))
    line.append(" [\(finding.checker)/\(finding.kind)]", .quiet)
    view.page.text(line, indent: 2, hanging: 4)
    if let place = finding.place, !place.quote.isEmpty {
      view.page.text(view.passage(place), indent: 4)
    }
    let help = view.words(words.help)
    if !help.isEmpty {
      view.page.text(
        StyledText(view.words(Messages.help) + " ", .quiet).appending(help), indent: 4, hanging: 6)
    }
    if !others.isEmpty {
      let positions = others.map { "\($0.line):\($0.column)" }.joined(separator: ", ")
      view.page.text(
        StyledText(view.words(Messages.alsoAt) + " ", .quiet).appending(positions, .place),
        indent: 4, hanging: 6)
    }
    for place in finding.related {
      view.page.text(
        StyledText(place.location(in: view.language) + ": ", .place)
          .appending(view.words(Messages.note) + " ", .quiet) + view.passage(place),
        indent: 4, hanging: 6)
    }
  }

  private func style(_ level: Level) -> StyledText.Style {
    switch level {
    case .fix: .bad
    case .ask: .weak
    case .note: .quiet
    }
  }
}
