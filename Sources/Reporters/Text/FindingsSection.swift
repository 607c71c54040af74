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
    for finding in findings {
      write(finding)
      view.page.blank()
    }
  }

  private func write(_ finding: Finding) {
    let words = FindingWords(finding, view.report)
    var line = StyledText()
    if let place = finding.place {
      line.append(view.position(place) + ": ", .place)
    } else if let path = finding.path {
      line.append(path + ": ", .place)
    }
    line.append(view.words(finding.level.title), style(finding.level))
    line.append(": ")
    line.append(view.words(words.message))
    line.append(" [\(finding.checker)/\(finding.kind)]", .quiet)
    view.page.text(line, indent: 2, hanging: 4)
    if let place = finding.place, !place.quote.isEmpty {
      view.page.text(quote(place), indent: 4)
    }
    let help = view.words(words.help)
    if !help.isEmpty {
      view.page.text(
        StyledText(view.words(Messages.help) + " ", .quiet).appending(help), indent: 4, hanging: 6)
    }
    for place in finding.related {
      view.page.text(
        StyledText(view.position(place) + ": ", .place)
          .appending(view.words(Messages.note) + " ", .quiet) + quote(place),
        indent: 4, hanging: 6)
    }
  }

  private func quote(_ place: FindingPlace) -> StyledText {
    view.options.detail == .full
      ? view.quoted(place.quote) : view.quoted(place.quote, columns: 3 * view.page.proseWidth)
  }

  private func style(_ level: Level) -> StyledText.Style {
    switch level {
    case .fix: .bad
    case .ask: .weak
    case .note: .quiet
    }
  }
}
