internal import Checking
internal import SourceText

/// Findings that do not count, each with why: what is waived or in the baseline never goes unseen.
struct SuppressedSection {
  let view: ReportPage

  /// Findings listed unless everything was asked for; the rest is counted.
  private static let limit = 30

  func write() {
    let findings = view.report.eachFinding.filter { $0.suppression != nil }
    guard !findings.isEmpty else { return }
    view.page.blank()
    let counts = Suppression.Source.allCases.compactMap { source -> String? in
      let number = findings.count { $0.suppression?.source == source }
      return number == 0 ? nil : "\(number) \(view.words(source.title))"
    }
    view.page.text(
      StyledText(view.words(Messages.suppressedHeading), .strong)
        .appending(" · " + counts.joined(separator: " · "), .quiet))
    guard view.options.detail != .summary else { return }
    view.page.blank()
    let shown = view.options.detail == .full ? findings[...] : findings.prefix(Self.limit)
    for finding in shown {
      let words = FindingWords(finding, view.report)
      let place = finding.place.map { $0.location(in: view.language) } ?? finding.path ?? ""
      view.page.text(
        StyledText(place.isEmpty ? "" : place + ": ", .place)
          .appending(view.words(finding.level.title) + ": ", .quiet)
          .appending(view.words(words.message))
          .appending(" [\(finding.requirement ?? "\(finding.checker)/\(finding.kind)")]", .quiet),
        indent: 2, hanging: 4)
      if let suppression = finding.suppression, suppression.source != .baseline {
        view.page.text(StyledText(view.words(suppression.words), .quiet), indent: 4)
      }
    }
    if shown.count < findings.count {
      view.page.text(
        StyledText(view.words(CountedMessages.moreFindings(findings.count - shown.count)), .quiet),
        indent: 2)
    }
  }
}
