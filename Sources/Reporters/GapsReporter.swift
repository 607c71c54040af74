package import Checking
package import SourceText
internal import Judging
internal import RuleSets

/// The register of gaps for a terminal: requirement by document, and what nobody covers.
///
/// `GapRegister` says how it is ranked; the other forms are in `RegisterFormat`.
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
    let register = GapRegister(report)
    view.page.text(
      StyledText(view.words(RegisterWords.title), .strong)
        .appending(
          " · " + view.words(CountedMessages.gaps(register.gapCount)) + " · "
            + view.words(CountedMessages.documents(report.documents.count)), .quiet))
    view.page.text(StyledText(view.words(RegisterWords.ranking), .quiet))
    for goal in register.goals {
      view.page.blank()
      write(goal, labels, view)
      if output.isClosed { return }
    }
    if report.documents.count > 1 { totals(register, labels, view) }
    view.page.blank()
    view.page.text(StyledText(view.words(Messages.limits), .quiet))
  }

  private func write(_ goal: GapRegister.Goal, _ labels: DocumentLabels, _ view: ReportPage) {
    let requirement = view.rules.requirements[goal.requirement]
    title(requirement, mark: nil, view)
    view.page.text(
      StyledText(
        "\(view.words(Messages.weight)) \(requirement.weight) · "
          + view.words(RegisterWords.plans(goal.gapPlanCount, of: goal.planCount)), .quiet),
      indent: 2)
    let toClose = view.words(Messages.Label.toClose)
    let labelWidth = max(labels.width, DisplayWidth.of(toClose))
    for entry in goal.entries {
      let document = view.report.documents[entry.document]
      var step = view.step(entry.cell, entry.gap, in: document.profile.kind)
      if entry.passage == nil { step.append(" · " + view.words(Messages.notFound), .quiet) }
      if case .named(_, let position) = entry.owner {
        step.append(" · " + view.words(Messages.owner) + " ", .quiet)
        step.append(view.quoted(position, columns: 40))
      }
      view.page.entry(labels[entry.document], step, indent: 2, labelWidth: labelWidth)
      if let place = entry.passage {
        view.page.entry(
          "",
          view.passage(place).appending(" ").appending(place.location(in: view.language), .place),
          indent: 2, labelWidth: labelWidth)
      }
    }
    view.page.entry(
      toClose, StyledText(view.words(requirement.advice)), indent: 2, labelWidth: labelWidth)
  }

  // MARK: Over all documents

  private func totals(_ register: GapRegister, _ labels: DocumentLabels, _ view: ReportPage) {
    let metByNone = register.metByNone
    goals(RegisterWords.unownedHeading, metByNone.filter(\.isUnowned), labels, view)
    unownedActs(register, view)
    goals(RegisterWords.promisedHeading, metByNone.filter { !$0.isUnowned }, labels, view)
    view.heading(RegisterWords.metByAllHeading)
    for row in register.metByAll {
      title(
        view.rules.requirements[row.requirement], mark: StyledText("✓", .good), view, indent: 2)
    }
    if register.metByAll.isEmpty { none(view) }
  }

  private func unownedActs(_ register: GapRegister, _ view: ReportPage) {
    guard !register.unownedActs.isEmpty else { return }
    view.heading(RegisterWords.unownedActsHeading)
    for place in register.unownedActs.compactMap(\.place) {
      view.page.text(
        view.passage(place).appending(" ").appending(place.location(in: view.language), .place),
        indent: 2, hanging: 4)
    }
  }

  private func goals(
    _ heading: LocalizedText, _ goals: [GapRegister.Goal], _ labels: DocumentLabels,
    _ view: ReportPage
  ) {
    view.heading(heading)
    if goals.isEmpty { none(view) }
    for goal in goals {
      let requirement = view.rules.requirements[goal.requirement]
      title(requirement, mark: StyledText(goal.bestRung.symbol, .weak), view, indent: 2)
      var facts = StyledText(
        "\(view.words(Messages.weight)) \(requirement.weight) · "
          + view.words(RegisterWords.plansAsked(goal.planCount)), .quiet)
      if let first = goal.closest.first {
        facts.append(" · \(view.words(Messages.atBest)) ", .quiet)
        facts.append(
          view.rung(goal.bestRung, in: view.report.documents[first].profile.kind))
        let names = goal.closest.map { labels[$0] }.joined(separator: ", ")
        facts.append(" \(view.words(Messages.inDocument)) \(names)", .quiet)
      } else {
        facts.append(" · \(view.words(Messages.notFound))", .quiet)
      }
      view.page.text(facts, indent: 5)
    }
  }

  private func none(_ view: ReportPage) {
    view.page.text(StyledText(view.words(Messages.none)), indent: 2)
  }

  private func title(
    _ requirement: Requirement, mark: StyledText?, _ view: ReportPage, indent: Int = 0
  ) {
    let words = StyledText(view.words(requirement.title), mark == nil ? .strong : .plain)
    let id = StyledText(requirement.id, .quiet)
    if let mark {
      view.page.split(mark: mark, words, id, indent: indent)
    } else {
      view.page.split(words, id, indent: indent)
    }
  }
}
