internal import Checking
internal import RuleSets
internal import SourceText

/// The rules that the findings of a report go by, each once: requirements in the order of the rules, then
/// the kinds of finding that are about none.
struct SARIFRules {
  struct Rule {
    var id: String
    /// Index in the report's requirements; `nil` for a kind of finding.
    var requirement: Int?
    var checker: CheckerDescription?
    var kind: FindingKind?
  }

  let rules: [Rule]
  private let positions: [String: Int]

  init(_ report: Report) {
    var rules = report.rules.requirements.indices.map {
      Rule(id: report.rules.requirements[$0].id, requirement: $0)
    }
    for checker in report.checkers {
      for kind in checker.findings {
        rules.append(Rule(id: "\(checker.id)/\(kind.id)", checker: checker, kind: kind))
      }
    }
    var positions: [String: Int] = [:]
    for (index, rule) in rules.enumerated() where positions[rule.id] == nil {
      positions[rule.id] = index
    }
    self.rules = rules
    self.positions = positions
  }

  /// Index of the rule of that id; `nil` for a kind that its checker never declared.
  func index(of id: String) -> Int? { positions[id] }
}
