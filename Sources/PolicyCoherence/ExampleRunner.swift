package import Checking
package import RuleSets

/// Runs the examples of rules, which are the rules' own tests.
package struct ExampleRunner {
  /// What came of one example.
  package struct Outcome: Sendable {
    /// Index in `CompiledRules.requirements`.
    package var requirement: Int
    package var example: RuleExample
    package var rung: Rung
    /// The passage that earned the rung.
    package var evidence: PassageEvidence?
    /// What was looked at and did not count.
    package var rejections: [PassageRejection]

    package var passes: Bool { rung == example.rung }
  }

  private let rules: CompiledRules
  private let judge: PassageJudge

  package init(rules: CompiledRules) {
    self.rules = rules
    self.judge = PassageJudge(rules: rules)
  }

  /// All examples of all requirements, in the order of the rule files.
  package func run() -> [Outcome] {
    rules.requirements.indices.flatMap { index in
      rules.requirements[index].examples.map { run($0, of: index) }
    }
  }

  private func run(_ example: RuleExample, of requirement: Int) -> Outcome {
    let outcome = judge.judge(example.text, language: example.language, kind: example.kind)
    let best = outcome.evidence.filter { $0.requirement == requirement }.max { $0.rung < $1.rung }
    return Outcome(
      requirement: requirement, example: example, rung: best?.rung ?? .absent, evidence: best,
      rejections: outcome.rejections.filter { $0.requirement == requirement })
  }
}
