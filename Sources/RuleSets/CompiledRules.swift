package import Matching
package import SourceText

/// Rule sets ready to run: one matching program per language, and what each pattern means.
package struct CompiledRules: Sendable {
  /// What a pattern of a program belongs to.
  package struct Target: Sendable {
    /// Index in `requirements`.
    package var requirement: Int32
    package var clause: ClauseKind
    /// Index of the pattern in its clause, for explanations.
    package var position: Int32
  }

  /// All requirements of all rule sets, rule sets by id, requirements in the order of their files.
  package var requirements: [Requirement]
  /// Index in `ruleSets` for each requirement.
  package var ruleSetOfRequirement: [Int]
  package var ruleSets: [RuleSet]
  /// SHA-256 that names the rules used; it stands in every report.
  package var digest: String
  /// Where compiled programs are kept between runs; `nil` for nowhere.
  package let cache: (any ProgramCache)?
  private let english: LanguageProgram
  private let french: LanguageProgram

  /// Prepares all patterns of both languages; a language is compiled when it is first used.
  package init(_ rules: LoadedRules) {
    requirements = rules.ruleSets.flatMap(\.requirements)
    ruleSetOfRequirement = rules.ruleSets.enumerated().flatMap { index, set in
      Array(repeating: index, count: set.requirements.count)
    }
    ruleSets = rules.ruleSets
    digest = rules.digest
    cache = rules.cache
    english = LanguageProgram(.english, rules: rules)
    french = LanguageProgram(.french, rules: rules)
  }

  /// Compiles all patterns of both languages at once.
  ///
  /// - Returns: The rules, and a diagnostic for each pattern or list that is wrong.
  package static func compile(_ rules: LoadedRules) -> (CompiledRules, [Diagnostic]) {
    let compiled = CompiledRules(rules)
    return (
      compiled, Language.allCases.flatMap { compiled.languageProgram($0).compiled().problems }
    )
  }

  /// What was wrong with the patterns of the languages that have been used so far.
  package var problems: [Diagnostic] {
    Language.allCases.flatMap { languageProgram($0).problemsSoFar }
  }

  package func program(for language: Language) -> MatchProgram {
    languageProgram(language).compiled().program
  }

  package func targets(for language: Language) -> [Target] { languageProgram(language).targets }

  private func languageProgram(_ language: Language) -> LanguageProgram {
    language == .english ? english : french
  }

  /// Index in `requirements`; `nil` for an unknown id.
  package func index(ofRequirement id: String) -> Int? {
    requirements.firstIndex { $0.id == id }
  }

  /// The title of a requirement's group.
  package func groupTitle(ofRequirement index: Int) -> LocalizedText {
    let requirement = requirements[index]
    let set = ruleSets[ruleSetOfRequirement[index]]
    return set.groups.first { $0.id == requirement.group }?.title
      ?? LocalizedText(name: requirement.group)
  }
}
