import Checking
import PolicyCoherence
import RuleSets
import SourceText

/// Puts explanations into words for the terminal.
struct Explanations {
  let language: Language

  func requirement(_ index: Int, in rules: CompiledRules, full: Bool) -> String {
    let requirement = rules.requirements[index]
    return "\(requirement.id): \(requirement.title[language])\n  \(requirement.asks[language])"
  }

  /// What an example was expected to be, what came out, and which steps led there.
  func failure(_ outcome: ExampleRunner.Outcome, in rules: CompiledRules) -> String {
    let code = outcome.example.language.rawValue
    var lines = [
      "[\(code)] expected \(outcome.example.rung.name), got \(outcome.rung.name)",
      "    " + outcome.example.text,
    ]
    if let evidence = outcome.evidence {
      lines.append("    counted: " + steps(evidence.reasons))
    }
    for rejection in outcome.rejections {
      lines.append("    rejected: " + steps(rejection.reasons))
    }
    return lines.joined(separator: "\n")
  }

  /// Every requirement that looked at a line, with what it saw.
  func passage(
    atLine line: Int, of document: DocumentReport, in rules: CompiledRules, only prefix: String
  ) -> String {
    var lines: [String] = []
    for evidence in document.evidence where evidence.place.line == line {
      let requirement = rules.requirements[evidence.requirement]
      guard prefix.isEmpty || requirement.id.hasPrefix(prefix) else { continue }
      lines.append("+ \(requirement.id): \(evidence.rung.title[language])")
      lines.append("    " + evidence.place.quote)
      lines.append("    " + steps(evidence.reasons))
    }
    for rejection in document.rejections where rejection.place.line == line {
      let requirement = rules.requirements[rejection.requirement]
      guard prefix.isEmpty || requirement.id.hasPrefix(prefix) else { continue }
      lines.append("- \(requirement.id)")
      lines.append("    " + rejection.place.quote)
      lines.append("    " + steps(rejection.reasons))
    }
    return lines.joined(separator: "\n")
  }

  private func steps(_ reasons: [QuotedReason]) -> String {
    reasons.map { $0.quote.isEmpty ? $0.text[language] : "\($0.text[language]) ‘\($0.quote)’" }
      .joined(separator: "; ")
  }
}
