internal import Checking
internal import RuleSets
internal import SourceText

/// What no document meets and what all of them meet.
struct TotalsSection {
  let view: ReportPage

  func write() {
    let coverage = CorpusCoverage(view.report)
    let labels = DocumentLabels(view.report.documents)
    view.heading(Messages.metByNone)
    let gaps = coverage.metByNone(view.rules)
    for row in gaps { write(row, labels) }
    if gaps.isEmpty { view.page.text(StyledText(view.words(Messages.none)), indent: 2) }
    view.heading(Messages.metByAll)
    let met = coverage.metByAll(view.rules)
    for row in met { title(row, mark: StyledText("✓", .good)) }
    if met.isEmpty { view.page.text(StyledText(view.words(Messages.none)), indent: 2) }
  }

  private func write(_ row: CorpusCoverage.Row, _ labels: DocumentLabels) {
    title(row, mark: StyledText(row.bestRung.symbol, .weak))
    var facts = StyledText(
      "\(view.words(Messages.weight)) \(view.rules.requirements[row.requirement].weight) · "
        + view.words(CountedMessages.documents(row.documentCount)), .quiet)
    if let best = row.bestDocument {
      facts.append(" · \(view.words(Messages.atBest)) ", .quiet)
      facts.append(
        view.rung(row.bestRung, in: view.report.documents[best].profile.kind))
      facts.append(" \(view.words(Messages.inDocument)) \(labels[best])", .quiet)
    } else {
      facts.append(" · \(view.words(Messages.notFound))", .quiet)
    }
    view.page.text(facts, indent: 5)
  }

  private func title(_ row: CorpusCoverage.Row, mark: StyledText) {
    let requirement = view.rules.requirements[row.requirement]
    view.page.split(
      mark: mark, StyledText(view.words(requirement.title)), StyledText(requirement.id, .quiet),
      indent: 2)
  }
}
