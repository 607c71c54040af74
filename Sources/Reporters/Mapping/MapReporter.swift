package import Checking
package import SourceText
internal import Facts
internal import Judging
internal import RuleSets

/// The map of goals and actions for a terminal: a matrix, then lists, both ways.
package struct MapReporter: Reporter {
  package static let name = "map"
  package static let mediaType = "text/plain; charset=utf-8"
  package static let title = LocalizedText(
    english: "goals by document and actions by goal", french: "buts par document et actes par but")

  package init() {}

  /// Most actions of one sort that are listed of each document, unless everything is asked for.
  private static let most = 5

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let view = ReportPage(report, options, output)
    let map = PolicyMap(report)
    let orphans = map.goals.filter { $0.standing == .orphan }
    let unowned = map.goals.filter { $0.standing == .unowned }
    view.page.text(StyledText(view.words(MapWords.title), .strong))
    view.page.text(
      StyledText(
        view.words(
          MapWords.counts(
            orphans: orphans.count, unowned: unowned.count, actions: map.actions.count,
            unlinked: map.actions.count { $0.standing == .none })), .quiet))
    view.heading(MapWords.goals)
    view.page.text(StyledText(view.words(MapWords.goalsNote), .quiet))
    MatrixSection(view: view).write()
    goals(MapWords.orphans, orphans, view)
    goals(MapWords.unowned, unowned, view)
    view.heading(MapWords.actions)
    linked(map, view)
    commitments(map, view)
    actions(MapWords.retrofits, map.actions.filter { $0.standing == .everything }, view)
    actions(MapWords.unlinked, map.actions.filter { $0.standing == .none }, view)
    FindingsSection(
      view: view, title: Messages.corpusFindingsHeading,
      findings: report.corpusFindings.filter {
        ["coh.orphan", "coh.unowned", "coh.retrofit"].contains($0.checker)
      }
    ).write()
    together(report, view)
    view.page.blank()
    view.page.text(StyledText(view.words(Messages.limits), .quiet))
  }

  private func goals(_ title: LocalizedText, _ goals: [PolicyMap.Goal], _ view: ReportPage) {
    guard !goals.isEmpty else { return }
    view.page.blank()
    view.page.text(StyledText(view.words(title), .strong))
    for goal in goals {
      let requirement = view.rules.requirements[goal.requirement]
      view.page.split(
        StyledText(view.words(requirement.title)), StyledText(requirement.id, .quiet), indent: 2)
    }
  }

  /// Each goal with the passages that serve it.
  private func linked(_ map: PolicyMap, _ view: ReportPage) {
    let labels = DocumentLabels(view.report.documents)
    for goal in map.goals {
      let serving = map.actions.filter { $0.requirements.contains(goal.requirement) }
      guard !serving.isEmpty else { continue }
      let requirement = view.rules.requirements[goal.requirement]
      view.page.blank()
      view.page.split(
        StyledText(view.words(requirement.title), .strong), StyledText(requirement.id, .quiet),
        indent: 0)
      for action in shown(serving, view) {
        view.page.entry(
          labels[action.document],
          view.passage(action.place).appending(" ")
            .appending(action.place.location(in: view.language), .place),
          indent: 2, labelWidth: labels.width)
      }
      more(serving.count, view)
    }
  }

  /// Every firm promise with what it says of owner, date, number and money, and what it leaves out.
  private func commitments(_ map: PolicyMap, _ view: ReportPage) {
    guard !map.actions.isEmpty else { return }
    view.heading(MapWords.commitments)
    for document in view.report.documents.indices {
      let own = map.actions.filter { $0.document == document }
      for action in shown(own, view) {
        view.page.text(
          StyledText(action.place.location(in: view.language) + ": ", .place)
            + view.passage(action.place), indent: 2, hanging: 4)
        let parts = [
          (MapWords.owner, action.owner), (MapWords.deadline, action.deadline),
          (MapWords.measure, action.measure), (MapWords.money, action.money),
        ]
        let said = parts.compactMap { label, value in
          value.map { "\(view.words(label)) \($0)" }
        }
        let missing = parts.filter { $0.1 == nil }.map { view.words($0.0) }
        var line = StyledText(said.joined(separator: " · "))
        if !missing.isEmpty {
          if !said.isEmpty { line.append(" · ") }
          line.append(
            view.words(MapWords.lacking) + ": " + missing.joined(separator: ", "), .weak)
        }
        view.page.text(line, indent: 4)
      }
      more(own.count, view)
    }
  }

  private func actions(
    _ title: LocalizedText, _ actions: [PolicyMap.Action], _ view: ReportPage
  ) {
    guard !actions.isEmpty else { return }
    view.page.blank()
    view.page.text(StyledText(view.words(title) + " (\(actions.count))", .strong))
    for document in view.report.documents.indices {
      let own = actions.filter { $0.document == document }
      for action in shown(own, view) {
        view.page.text(
          StyledText(action.place.location(in: view.language) + ": ", .place)
            + view.passage(action.place),
          indent: 2, hanging: 4)
      }
      more(own.count, view)
    }
  }

  private func shown(_ actions: [PolicyMap.Action], _ view: ReportPage) -> [PolicyMap.Action] {
    view.options.detail == .full ? actions : Array(actions.prefix(Self.most))
  }

  private func more(_ count: Int, _ view: ReportPage) {
    guard view.options.detail != .full, count > Self.most else { return }
    view.page.text(
      StyledText(view.words(MapWords.more(count - Self.most)), .quiet), indent: 4)
  }

  // MARK: Documents

  private func together(_ report: Report, _ view: ReportPage) {
    guard let corpus = report.corpus else { return }
    let pairs =
      corpus.translations.map { ($0, MapWords.versions) }
      + corpus.editions.map { ($0, MapWords.editions) }
    if !pairs.isEmpty {
      view.heading(MapWords.together)
      for (pair, kind) in pairs {
        let source = pair.isInferred ? MapWords.inferred : MapWords.stated
        view.page.text(
          StyledText(corpus.members[pair.first].profile.path, .place).appending(" – ")
            .appending(corpus.members[pair.second].profile.path, .place)
            .appending(" (\(view.words(kind)), \(view.words(source)))", .quiet), indent: 2,
          hanging: 4)
      }
    }
    guard !corpus.missing.isEmpty else { return }
    view.heading(MapWords.missing)
    for expected in corpus.missing {
      view.page.text(StyledText(expected.title), indent: 2, hanging: 4)
    }
  }
}
