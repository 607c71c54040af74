import PolicyCoherence
import RuleSets
import SourceText
import Checking
struct Explanations {
  let language: Language
  func requirement(_ index: Int, in rules: CompiledRules, full: Bool) -> String {
    rules.requirements[index].id
  }
  func failure(_ outcome: ExampleRunner.Outcome, in rules: CompiledRules) -> String {
    "[\(outcome.example.language.rawValue)] expected \(outcome.example.rung.name), got \(outcome.rung.name): \(outcome.example.text)\n    "
      + (outcome.evidence.map {
        $0.reasons.map { "\($0.text[language]) '\($0.quote)'" }.joined(separator: "; ")
      } ?? "")
      + outcome.rejections.map {
        "rejected: "
          + $0.reasons.map { "\($0.text[language]) '\($0.quote)'" }.joined(separator: "; ")
      }.joined(separator: " / ")
  }
}
