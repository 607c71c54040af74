package import Checking
package import SourceText
internal import Judging
internal import RuleSets

/// The register of gaps, requirement by document: what a next action plan has to add.
///
/// Ranked by weight, then by the number of documents with the gap, then by requirement id.
package struct GapsReporter: Reporter {
  package static let name = "gaps"
  package static let mediaType = "text/plain; charset=utf-8"
  package static let title = LocalizedText(
    english: "register of gaps, by requirement and document",
    french: "registre des lacunes, par exigence et document")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let view = ReportPage(report, options, output)
    let labels = DocumentLabels(report.documents)
    let rows = Self.ranked(CorpusCoverage(report).rows, report.rules)
    view.page.text(
      StyledText(view.words(Messages.registerHeading), .strong)
        .appending(
          " · " + view.words(CountedMessages.gaps(rows.reduce(0) { $0 + $1.gapCount })) + " · "
            + view.words(CountedMessages.documents(report.documents.count)), .quiet))
    for row in rows {
      view.page.blank()
      write(row, labels, view)
      if output.isClosed { return }
    }
    if report.documents.count > 1 { TotalsSection(view: view).write() }
    view.page.blank()
    view.page.text(StyledText(view.words(Messages.limits), .quiet))
  }

  /// The requirements with a gap somewhere, most important first.
  static func ranked(_ rows: [CorpusCoverage.Row], _ rules: CompiledRules) -> [CorpusCoverage.Row] {
    rows.filter { $0.gapCount > 0 }.sorted {
      let left = rules.requirements[$0.requirement]
      let right = rules.requirements[$1.requirement]
      return (right.weight, $1.gapCount, left.id) < (left.weight, $0.gapCount, right.id)
    }
  }

  private func write(_ row: CorpusCoverage.Row, _ labels: DocumentLabels, _ view: ReportPage) {
    let requirement = view.rules.requirements[row.requirement]
    view.page.split(
      StyledText(view.words(requirement.title), .strong), StyledText(requirement.id, .quiet),
      indent: 0)
    view.page.text(
      StyledText(
        "\(view.words(Messages.weight)) \(requirement.weight) · "
          + view.words(CountedMessages.gapsInDocuments(row.gapCount, of: row.documentCount)),
        .quiet), indent: 2)
    let toClose = view.words(Messages.Label.toClose)
    let labelWidth = max(labels.width, DisplayWidth.of(toClose))
    for (document, cell) in row.cells {
      let document = (index: document, report: view.report.documents[document])
      let cell = document.report.coverage[cell]
      guard let gap = cell.gap else { continue }
      var step = view.step(cell, gap, in: document.report.profile.kind)
      let passage = self.passage(cell, gap, document.report, view)
      if passage == nil { step.append(" · " + view.words(Messages.notFound), .quiet) }
      view.page.entry(labels[document.index], step, indent: 2, labelWidth: labelWidth)
      if let passage { view.page.entry("", passage, indent: 2, labelWidth: labelWidth) }
    }
    view.page.entry(
      toClose, StyledText(view.words(requirement.advice)), indent: 2, labelWidth: labelWidth)
  }

  /// The passage that says most about the gap, with its place; `nil` when nothing was found.
  private func passage(
    _ cell: CoverageCell, _ gap: CoverageCell.Gap, _ document: DocumentReport, _ view: ReportPage
  ) -> StyledText? {
    var place: FindingPlace?
    if gap == .contradicted || gap == .templateOnly, let nearest = cell.nearest,
      document.rejections.indices.contains(nearest)
    {
      place = document.rejections[nearest].place
    } else if let best = cell.best, document.evidence.indices.contains(best) {
      place = document.evidence[best].place
    }
    guard let place else { return nil }
    return view.passage(place).appending(" ").appending(place.location(in: view.language), .place)
  }
}
