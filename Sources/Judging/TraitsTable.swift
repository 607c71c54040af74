internal import RuleSets
internal import SourceText
internal import Synchronization

/// What judges need of all requirements, worked out once for each language for all judges of one document.
final class TraitsTable: Sendable {
  private let rules: CompiledRules
  private let known = Mutex(ByLanguage<[RuleTraits]>())

  init(_ rules: CompiledRules) {
    self.rules = rules
  }

  func traits(for language: Language) -> [RuleTraits] {
    known.withLock { known in
      if let traits = known[language] { return traits }
      var hasAct = [Bool](repeating: false, count: rules.requirements.count)
      var hasWith = hasAct
      for target in rules.targets(for: language) {
        switch target.clause {
        case .act: hasAct[Int(target.requirement)] = true
        case .with: hasWith[Int(target.requirement)] = true
        default: break
        }
      }
      let fresh = rules.requirements.indices.map {
        RuleTraits(
          rules.requirements[$0], hasAct: hasAct[$0], hasWith: hasWith[$0],
          among: rules.requirements)
      }
      known[language] = fresh
      return fresh
    }
  }
}
