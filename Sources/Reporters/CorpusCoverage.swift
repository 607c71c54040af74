internal import Checking
internal import RuleSets
internal import SourceText

/// How a whole set of documents stands with each requirement.
struct CorpusCoverage {
  /// One requirement over all documents that it applies to.
  struct Row {
    /// Index in the report's requirements.
    var requirement: Int
    /// Indices of documents and of cells in their coverage, in the order of the documents.
    var cells: [(document: Int, cell: Int)] = []
    var metCount = 0
    var bestRung: Rung = .absent
    /// The first document that reaches `bestRung`; `nil` when nothing was found anywhere.
    var bestDocument: Int?

    var documentCount: Int { cells.count }
    var gapCount: Int { cells.count - metCount }
  }

  /// Requirements that text can judge and that apply to at least one document, in rule order.
  let rows: [Row]

  init(_ report: Report) {
    var rows = report.rules.requirements.indices.map { Row(requirement: $0) }
    for (documentIndex, document) in report.documents.enumerated() {
      for (cellIndex, cell) in document.coverage.enumerated() {
        guard rows.indices.contains(cell.requirement),
          !report.rules.requirements[cell.requirement].judgedByPerson
        else { continue }
        rows[cell.requirement].cells.append((documentIndex, cellIndex))
        if cell.isMet { rows[cell.requirement].metCount += 1 }
        if cell.rung > rows[cell.requirement].bestRung {
          rows[cell.requirement].bestRung = cell.rung
          rows[cell.requirement].bestDocument = documentIndex
        }
      }
    }
    self.rows = rows.filter { !$0.cells.isEmpty }
  }

  /// Rows that no document meets, the heaviest first.
  func metByNone(_ rules: CompiledRules) -> [Row] {
    Self.sortedByWeight(rows.filter { $0.metCount == 0 }, rules)
  }

  /// Rows that every document meets, the heaviest first.
  func metByAll(_ rules: CompiledRules) -> [Row] {
    Self.sortedByWeight(rows.filter { $0.gapCount == 0 }, rules)
  }

  private static func sortedByWeight(_ rows: [Row], _ rules: CompiledRules) -> [Row] {
    rows.sorted {
      let left = rules.requirements[$0.requirement].weight
      let right = rules.requirements[$1.requirement].weight
      return (right, $0.requirement) < (left, $1.requirement)
    }
  }
}

/// How one document stands, in numbers.
struct DocumentTally {
  /// Requirements that apply and that text can judge.
  var applicable = 0
  var met = 0
  var gaps: [CoverageCell.Gap: Int] = [:]
  /// Requirements that apply and that only a person can judge.
  var questions = 0

  init(_ document: DocumentReport, _ rules: CompiledRules) {
    for cell in document.coverage where rules.requirements.indices.contains(cell.requirement) {
      if rules.requirements[cell.requirement].judgedByPerson {
        questions += 1
        continue
      }
      applicable += 1
      if cell.isMet { met += 1 }
      if let gap = cell.gap { gaps[gap, default: 0] += 1 }
    }
  }

  var gapCount: Int { gaps.values.reduce(0, +) }
}

extension CoverageCell.Gap {
  /// The order in which gaps of one weight are shown: what is said against a requirement comes
  /// before what is not said.
  static let byUrgency: [CoverageCell.Gap] = [.contradicted, .templateOnly, .absent, .tooWeak]

  var urgency: Int { Self.byUrgency.firstIndex(of: self) ?? Self.byUrgency.count }
}
