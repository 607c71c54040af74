internal import Checking
internal import RuleSets
internal import SourceText

/// One line a gap, for a spreadsheet.
///
/// Column names and codes are the same in both languages; titles and advice are in the reader's.
struct RegisterCSV {
  private let register: GapRegister
  private let options: ReportOptions

  init(_ register: GapRegister, _ options: ReportOptions) {
    self.register = register
    self.options = options
  }

  static let columns = [
    "rank", "requirement", "title", "group", "weight", "plans_with_gap", "plans", "department",
    "document", "document_kind", "language", "rung", "floor", "gap", "quote", "quote_language",
    "line",
    "headings", "owner_department", "owner_named", "to_close",
  ]

  func write(to output: ReportOutput) {
    let csv = CSVWriter(output)
    csv.row(Self.columns)
    let report = register.report
    for (index, goal) in register.goals.enumerated() {
      let requirement = report.rules.requirements[goal.requirement]
      for entry in goal.entries {
        let profile = report.documents[entry.document].profile
        let (owner, named) = entry.owner.parts
        csv.row([
          String(index + 1), requirement.id, requirement.title[options.language],
          report.rules.groupTitle(ofRequirement: goal.requirement)[options.language],
          String(requirement.weight), String(goal.gapPlanCount), String(goal.planCount),
          profile.department ?? "", options.relativePath(profile.path), profile.kind.rawValue,
          profile.language.rawValue, entry.cell.rung.name, entry.cell.floor.name,
          entry.gap.rawValue, entry.passage?.quote ?? "", entry.passage?.language.rawValue ?? "",
          entry.passage.map { $0.line > 0 ? String($0.line) : "" } ?? "",
          entry.passage?.headingPath.joined(separator: " › ") ?? "", owner ?? "", named ?? "",
          requirement.advice[options.language],
        ])
        if output.isClosed { return }
      }
    }
    for place in register.unownedActs.compactMap(\.place) {
      let profile = report.documents.first { $0.profile.path == place.path }?.profile
      var row = [String](repeating: "", count: Self.columns.count)
      func set(_ column: String, _ value: String) {
        if let index = Self.columns.firstIndex(of: column) { row[index] = value }
      }
      set("title", RegisterWords.unownedActsNote[options.language])
      set("document", options.relativePath(place.path))
      set("document_kind", profile?.kind.rawValue ?? "")
      set("language", profile?.language.rawValue ?? "")
      set("gap", "unowned")
      set("quote", place.quote)
      set("quote_language", place.language.rawValue)
      set("line", place.line > 0 ? String(place.line) : "")
      set("headings", place.headingPath.joined(separator: " › "))
      csv.row(row)
    }
  }
}
