internal import Checking
internal import RuleSets
internal import SourceText

/// Requirements of one rule set by partners, as a drawing and as the table that says the same.
struct HeatMap {
  let list: PartnerList
  let ruleSet: Int
  let language: Language

  /// More columns than this cannot be read on a page.
  static let partnerLimit = 16

  private var report: Report { list.report }

  /// `nil` when nothing of the rule set is asked of any partner, or there are too many partners.
  var figure: PageFigure? {
    let partners = list.sorted(in: language)
    guard (1...Self.partnerLimit).contains(partners.count) else { return nil }
    let requirements = report.rules.requirements.indices.filter { index in
      report.rules.ruleSetOfRequirement[index] == ruleSet
        && !report.rules.requirements[index].judgedByPerson
        && partners.contains { list.standing($0, index) != nil }
    }
    guard !requirements.isEmpty else { return nil }
    let title = SummaryWords.heatMap(report.rules.ruleSets[ruleSet].title)[language]
    let counts = (
      met: cells(partners, requirements) { $0.isMet },
      all: cells(partners, requirements) { _ in true }
    )
    return PageFigure(
      title: title,
      explanation: SummaryWords.heatMapExplanation(
        requirements: requirements.count, partners: partners.count, met: counts.met,
        all: counts.all)[language],
      drawing: drawing(partners, requirements), equivalent: table(partners, requirements),
      isTable: true)
  }

  private func cells(
    _ partners: [Partner], _ requirements: [Int], _ isCounted: (CoverageCell) -> Bool
  ) -> Int {
    partners.reduce(0) { sum, partner in
      sum
        + requirements.count { list.standing(partner, $0).map { isCounted($0.cell) } ?? false }
    }
  }

  // MARK: Drawing

  private static let labelWidth = 300
  private static let cellWidth = 58
  private static let rowHeight = 22

  private func drawing(_ partners: [Partner], _ requirements: [Int]) -> Drawing {
    var shapes: [Drawing.Shape] = []
    for (column, partner) in partners.enumerated() {
      shapes.append(
        .label(
          x: Self.labelWidth + column * Self.cellWidth + Self.cellWidth / 2, y: 14,
          partner.short[language], anchor: .middle, size: 11, isStrong: true))
    }
    for (row, requirement) in requirements.enumerated() {
      let top = 22 + row * Self.rowHeight
      shapes.append(
        .label(
          x: Self.labelWidth - 8, y: top + 15,
          Self.cut(report.rules.requirements[requirement].title[language], to: 46), anchor: .end,
          size: 12, isStrong: false))
      for (column, partner) in partners.enumerated() {
        guard let standing = list.standing(partner, requirement) else { continue }
        let left = Self.labelWidth + column * Self.cellWidth
        shapes.append(
          .box(
            x: left + 1, y: top + 1, width: Self.cellWidth - 2, height: Self.rowHeight - 2,
            tone: tone(standing.cell)))
        shapes.append(
          .label(
            x: left + Self.cellWidth / 2, y: top + 16, Self.symbol(standing), anchor: .middle,
            size: 13, isStrong: false))
      }
    }
    return Drawing(
      width: Self.labelWidth + partners.count * Self.cellWidth + 4,
      height: 26 + requirements.count * Self.rowHeight, shapes: shapes)
  }

  private static func cut(_ text: String, to length: Int) -> String {
    text.count <= length ? text : text.prefix(length - 1) + "…"
  }

  private func tone(_ cell: CoverageCell) -> Tone {
    cell.gap == .contradicted ? .contradicted : .rung(cell.rung)
  }

  /// The rung, a mark where the floor is reached or the plan says the opposite, and one where the languages
  /// differ.
  static func symbol(_ standing: PartnerStanding) -> String {
    var text = standing.cell.rung.symbol
    if standing.cell.isMet { text += "✓" }
    if standing.cell.gap == .contradicted { text += "✗" }
    if standing.languagesDiffer { text += "≠" }
    return text
  }

  // MARK: Table

  private func table(_ partners: [Partner], _ requirements: [Int]) -> PageTable {
    PageTable(
      caption: SummaryWords.sameAsTable(report.rules.ruleSets[ruleSet].title)[language],
      explanation: SummaryWords.heatMapLegend[language],
      columns: [.init(RegisterWords.requirement[language], share: 26)]
        + partners.map {
          .init($0.short[language], share: max(6, 74 / partners.count), isCentred: true)
        },
      rows: requirements.map { requirement in
        [PageTable.Cell(report.rules.requirements[requirement].title[language])]
          + partners.map { partner in
            guard let standing = list.standing(partner, requirement) else {
              return PageTable.Cell([])
            }
            return PageTable.Cell(
              Self.symbol(standing) + "\u{A0}" + standing.cell.rung.title[language],
              tone: tone(standing.cell))
          }
      })
  }
}
