internal import Checking
internal import RuleSets
internal import SourceText

/// A comparison for a terminal.
struct ComparisonText {
  private let comparison: ReportComparison
  private let language: Language
  private let page: TerminalPage

  init(_ comparison: ReportComparison, _ options: ReportOptions, _ output: ReportOutput) {
    self.comparison = comparison
    self.language = options.language
    self.page = TerminalPage(output, options)
  }

  func write() {
    page.text(
      StyledText(words(ComparisonWords.title), .strong).appending(" · ", .quiet)
        .appending("\(comparison.oldName) → \(comparison.newName)", .place))
    page.text(
      StyledText(
        words(
          ComparisonWords.compared(comparison.pairCount, unchanged: comparison.unchangedCount)),
        .quiet))
    page.text(StyledText(ComparisonPage(comparison, in: language).summary))
    if comparison.rulesDiffer {
      page.text(StyledText(words(ComparisonWords.rulesDiffer), .weak))
    }
    for change in ReportComparison.Change.allCases { rows(change) }
    passages(ComparisonWords.vanished, ComparisonWords.vanishedNote, comparison.gone)
    passages(ComparisonWords.reworded, ComparisonWords.rewordedNote, comparison.reworded)
    statements()
    findings(ComparisonWords.findingsNew, comparison.findings.filter(\.isNew))
    findings(ComparisonWords.findingsGone, comparison.findings.filter { !$0.isNew })
    list(ComparisonWords.added, comparison.added)
    list(ComparisonWords.removed, comparison.removed)
    page.blank()
    page.text(StyledText(words(Messages.limits), .quiet))
  }

  // MARK: Sections

  private func rows(_ change: ReportComparison.Change) {
    let rows = comparison.rows(change)
    guard !rows.isEmpty else { return }
    heading(ComparisonWords.title(change))
    for row in rows {
      title(row.requirement)
      page.text(StyledText(row.document, .place), indent: 2)
      standing(ComparisonWords.before, row.old, .quiet)
      standing(ComparisonWords.after, row.new, style(change))
    }
  }

  private func standing(
    _ label: LocalizedText, _ standing: ReportRecord.Standing, _ style: StyledText.Style
  ) {
    var text = StyledText("\(standing.rung.symbol)\u{A0}\(words(standing.rung.title))", style)
    if let gap = standing.gap { text.append(" · " + words(gap.title), .quiet) }
    entry(label, text)
    guard let passage = standing.passage else { return }
    page.entry("", quoted(passage), indent: 2, labelWidth: labelWidth)
  }

  private func passages(
    _ title: LocalizedText, _ note: LocalizedText, _ entries: [ReportComparison.Vanished]
  ) {
    guard !entries.isEmpty else { return }
    heading(title)
    page.text(StyledText(words(note), .quiet))
    for entry in entries {
      self.title(entry.requirement)
      page.text(StyledText(entry.document, .place), indent: 2)
      self.entry(
        ComparisonWords.before,
        StyledText("\(entry.rung.symbol)\u{A0}\(words(entry.rung.title)) ")
          + quoted(entry.passage))
      if let passage = entry.rewordedAs { self.entry(ComparisonWords.after, quoted(passage)) }
    }
  }

  /// What became of commitments and indicators, whether or not a requirement asks for them.
  private func statements() {
    guard !comparison.statements.isEmpty else { return }
    page.blank()
    page.text(StyledText(words(ComparisonWords.statementCounts(comparison)), .quiet))
    for kind in ReportComparison.telling {
      let own = comparison.statements(kind)
      guard !own.isEmpty else { continue }
      heading(ComparisonWords.statements(kind))
      for statement in own {
        var line = StyledText(statement.document, .place)
        if let requirement = statement.requirement { line.append(" · " + requirement, .quiet) }
        page.text(line, indent: 2)
        if let old = statement.old { entry(ComparisonWords.before, quoted(old)) }
        if let new = statement.new { entry(ComparisonWords.after, quoted(new)) }
      }
    }
  }

  private func findings(_ title: LocalizedText, _ changes: [ReportComparison.FindingChange]) {
    guard !changes.isEmpty else { return }
    heading(title)
    for change in changes {
      var line = StyledText(words(change.finding.level.title), .strong)
      line.append(": " + words(change.finding.message))
      line.append(" [\(change.finding.id)]", .quiet)
      page.text(line, indent: 2, hanging: 4)
      if let passage = change.finding.passage { page.text(quoted(passage), indent: 4) }
    }
  }

  private func list(_ title: LocalizedText, _ paths: [String]) {
    guard !paths.isEmpty else { return }
    heading(title)
    for path in paths { page.text(StyledText(path, .place), indent: 2) }
  }

  // MARK: Parts

  private func heading(_ text: LocalizedText) {
    page.blank()
    page.text(StyledText(words(text), .strong))
  }

  private func title(_ requirement: String) {
    page.blank()
    let title = comparison.requirements[requirement].map { words($0.title) } ?? requirement
    page.split(StyledText(title, .strong), StyledText(requirement, .quiet), indent: 0)
  }

  private var labelWidth: Int {
    max(
      DisplayWidth.of(words(ComparisonWords.before)), DisplayWidth.of(words(ComparisonWords.after)))
  }

  private func entry(_ label: LocalizedText, _ text: StyledText) {
    page.entry(words(label), text, indent: 2, labelWidth: labelWidth)
  }

  private func quoted(_ passage: ReportRecord.Passage) -> StyledText {
    StyledText(language.openingQuote + passage.quote + language.closingQuote)
      .appending(" ").appending(words(passage.location), .place)
  }

  private func style(_ change: ReportComparison.Change) -> StyledText.Style {
    switch change {
    case .closed, .better: .good
    case .opened, .worse: .bad
    }
  }

  private func words(_ text: LocalizedText) -> String { text[language] }
}
