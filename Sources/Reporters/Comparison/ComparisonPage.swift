internal import Checking
internal import RuleSets
internal import SourceText

/// A comparison as a page.
struct ComparisonPage {
  private let comparison: ReportComparison
  private let language: Language

  init(_ comparison: ReportComparison, in language: Language) {
    self.comparison = comparison
    self.language = language
  }

  var page: Page {
    var page = Page(
      language: language, title: words(ComparisonWords.title),
      subtitle: [
        "\(comparison.oldName) → \(comparison.newName)",
        words(
          ComparisonWords.compared(comparison.pairCount, unchanged: comparison.unchangedCount)),
        summary,
      ])
    if comparison.rulesDiffer {
      page.blocks.append(.paragraph(PageText(words(ComparisonWords.rulesDiffer), .strong)))
    }
    page.blocks.append(.paragraph(PageText(words(Messages.limits)), .quiet))
    if comparison.rows.isEmpty, comparison.vanished.isEmpty, comparison.findings.isEmpty {
      page.blocks.append(.paragraph(PageText(words(ComparisonWords.same))))
    }
    for change in ReportComparison.Change.allCases { rows(change, &page) }
    gone(&page)
    reworded(&page)
    statements(&page)
    findings(ComparisonWords.findingsNew, comparison.findings.filter(\.isNew), &page)
    findings(ComparisonWords.findingsGone, comparison.findings.filter { !$0.isNew }, &page)
    list(ComparisonWords.added, comparison.added, &page)
    list(ComparisonWords.removed, comparison.removed, &page)
    return page
  }

  /// "2 closed · 1 opened · …"
  var summary: String {
    var parts = ReportComparison.Change.allCases.map {
      words(ComparisonWords.count($0, comparison.rows($0).count))
    }
    parts.append(words(ComparisonWords.vanished(comparison.gone.count)))
    return parts.joined(separator: " · ")
  }

  // MARK: Sections

  private func rows(_ change: ReportComparison.Change, _ page: inout Page) {
    let rows = comparison.rows(change)
    guard !rows.isEmpty else { return }
    page.blocks.append(.heading(level: 2, PageText(words(ComparisonWords.title(change)))))
    page.blocks.append(
      .table(
        PageTable(
          caption: words(ComparisonWords.note(change)),
          columns: [
            .init(words(ComparisonWords.requirement), share: 24),
            .init(words(ComparisonWords.before), share: 38),
            .init(words(ComparisonWords.after), share: 38),
          ],
          rows: rows.map { row in
            [
              named(row.requirement, row.document), standing(row.old), standing(row.new),
            ]
          })))
  }

  private func standing(_ standing: ReportRecord.Standing) -> PageTable.Cell {
    var paragraphs = [
      PageText(rung(standing.rung), .strong)
        .appending(standing.gap.map { " · " + words($0.title) } ?? "")
    ]
    if let passage = standing.passage {
      paragraphs.append(quote(passage))
      paragraphs.append(PageText(words(passage.location), .code))
    } else {
      paragraphs.append(PageText(words(ComparisonWords.nothing), .quiet))
    }
    return .init(
      paragraphs, tone: standing.gap == .contradicted ? .contradicted : .rung(standing.rung))
  }

  private func statements(_ page: inout Page) {
    guard !comparison.statements.isEmpty else { return }
    page.blocks.append(
      .paragraph(PageText(words(ComparisonWords.statementCounts(comparison))), .quiet))
    for kind in ReportComparison.telling {
      let own = comparison.statements(kind)
      guard !own.isEmpty else { continue }
      page.blocks.append(.heading(level: 2, PageText(words(ComparisonWords.statements(kind)))))
      page.blocks.append(
        .list(
          own.map { statement in
            var text = PageText(statement.document + ": ", .code)
            if let old = statement.old {
              text.append(old.quote, .quote, language: old.language)
            }
            if let new = statement.new {
              if statement.old != nil { text.append(" → ") }
              text.append(new.quote, .quote, language: new.language)
            }
            if let requirement = statement.requirement { text.append(" " + requirement, .code) }
            return text
          }))
    }
  }

  private func gone(_ page: inout Page) {
    let entries = comparison.gone
    guard !entries.isEmpty else { return }
    page.blocks.append(.heading(level: 2, PageText(words(ComparisonWords.vanished))))
    page.blocks.append(
      .table(
        PageTable(
          caption: words(ComparisonWords.vanishedNote),
          columns: [
            .init(words(ComparisonWords.requirement), share: 26),
            .init(words(ComparisonWords.rung), share: 14),
            .init(words(ComparisonWords.before), share: 60),
          ],
          rows: entries.map { entry in
            [
              named(entry.requirement, entry.document), .init(rung(entry.rung)),
              cell(entry.passage),
            ]
          })))
  }

  private func reworded(_ page: inout Page) {
    let entries = comparison.reworded
    guard !entries.isEmpty else { return }
    page.blocks.append(.heading(level: 2, PageText(words(ComparisonWords.reworded))))
    page.blocks.append(
      .table(
        PageTable(
          caption: words(ComparisonWords.rewordedNote),
          columns: [
            .init(words(ComparisonWords.requirement), share: 24),
            .init(words(ComparisonWords.before), share: 38),
            .init(words(ComparisonWords.after), share: 38),
          ],
          rows: entries.map { entry in
            [
              named(entry.requirement, entry.document), cell(entry.passage),
              entry.rewordedAs.map(cell) ?? .init([]),
            ]
          })))
  }

  private func findings(
    _ title: LocalizedText, _ changes: [ReportComparison.FindingChange], _ page: inout Page
  ) {
    guard !changes.isEmpty else { return }
    page.blocks.append(.heading(level: 2, PageText(words(title))))
    page.blocks.append(
      .table(
        PageTable(
          caption: words(title),
          columns: [
            .init(words(ComparisonWords.finding), share: 45),
            .init(words(ComparisonWords.passage), share: 55),
          ],
          rows: changes.map { change in
            [
              .init([
                PageText(words(change.finding.level.title), .strong)
                  .appending((language == .english ? ": " : "\u{A0}: "))
                  .appending(words(change.finding.message)),
                PageText(change.finding.id, .code),
              ]),
              .init(
                change.finding.passage.map {
                  [quote($0), PageText(words($0.location), .code)]
                } ?? [PageText(change.document ?? words(ComparisonWords.nothing), .quiet)]),
            ]
          })))
  }

  private func list(_ title: LocalizedText, _ paths: [String], _ page: inout Page) {
    guard !paths.isEmpty else { return }
    page.blocks.append(.heading(level: 2, PageText(words(title))))
    page.blocks.append(.list(paths.map { PageText($0, .code) }))
  }

  private func named(_ requirement: String, _ document: String) -> PageTable.Cell {
    .init([
      PageText(title(requirement)), PageText(requirement, .code), PageText(document, .code),
    ])
  }

  private func cell(_ passage: ReportRecord.Passage) -> PageTable.Cell {
    .init([quote(passage), PageText(words(passage.location), .code)])
  }

  private func rung(_ rung: Rung) -> String { "\(rung.symbol)\u{A0}\(words(rung.title))" }

  private func title(_ requirement: String) -> String {
    comparison.requirements[requirement].map { words($0.title) } ?? requirement
  }

  private func quote(_ passage: ReportRecord.Passage) -> PageText {
    PageText(passage.quote, .quote, language: passage.language)
  }

  private func words(_ text: LocalizedText) -> String { text[language] }
}
