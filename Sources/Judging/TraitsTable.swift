internal import RuleSets
internal import SourceText
internal import Synchronization

/// What judges need of all requirements, worked out once for each language for all judges.
final class TraitsTable: Sendable {
  private let rules: CompiledRules
  private let known = Mutex<[Language: [RuleTraits]]>([:])

  init(_ rules: CompiledRules) {
    self.rules = rules
  }

  func traits(for language: Language) -> [RuleTraits] {
    known.withLock { known in
      if let traits = known[language] { return traits }
      var clauses = [Set<ClauseKind>](repeating: [], count: rules.requirements.count)
      for target in rules.targets(for: language) {
        clauses[Int(target.requirement)].insert(target.clause)
      }
      let fresh = zip(rules.requirements, clauses).map {
        RuleTraits($0, clauses: $1, among: rules.requirements)
      }
      known[language] = fresh
      return fresh
    }
  }
}
