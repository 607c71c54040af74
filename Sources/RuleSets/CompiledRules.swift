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
  private var english: (program: MatchProgram, targets: [Target])
  private var french: (program: MatchProgram, targets: [Target])

  /// Compiles all patterns of both languages.
  ///
  /// - Returns: The rules, and a diagnostic for each pattern or list that is wrong.
  package static func compile(_ rules: LoadedRules) -> (CompiledRules, [Diagnostic]) {
    var requirements: [Requirement] = []
    var owners: [Int] = []
    for (index, set) in rules.ruleSets.enumerated() {
      requirements += set.requirements
      owners += Array(repeating: index, count: set.requirements.count)
    }
    var diagnostics: [Diagnostic] = []
    let english = compile(
      .english, requirements: requirements, owners: owners, rules: rules,
      diagnostics: &diagnostics)
    let french = compile(
      .french, requirements: requirements, owners: owners, rules: rules,
      diagnostics: &diagnostics)
    let compiled = CompiledRules(
      requirements: requirements, ruleSetOfRequirement: owners, ruleSets: rules.ruleSets,
      digest: rules.digest, english: english, french: french)
    return (compiled, diagnostics)
  }

  package func program(for language: Language) -> MatchProgram {
    language == .english ? english.program : french.program
  }

  package func targets(for language: Language) -> [Target] {
    language == .english ? english.targets : french.targets
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
      ?? LocalizedText(english: requirement.group, french: requirement.group)
  }

  private static func compile(
    _ language: Language, requirements: [Requirement], owners: [Int], rules: LoadedRules,
    diagnostics: inout [Diagnostic]
  ) -> (program: MatchProgram, targets: [Target]) {
    var patterns: [TokenPattern] = []
    var targets: [Target] = []
    var places: [(path: String, source: PatternSource)] = []
    for (index, requirement) in requirements.enumerated() {
      let clauses = requirement.evidence[language]
      for clause in ClauseKind.allCases {
        for (position, source) in (clauses[clause] ?? []).enumerated() {
          patterns.append(source.pattern)
          targets.append(
            Target(
              requirement: Int32(index), clause: clause, position: Int32(position)))
          places.append((rules.ruleSets[owners[index]].path, source))
        }
      }
    }
    var lists: [PatternList] = []
    var listPlaces: [(path: String, list: VocabularyList, entries: [PatternSource])] = []
    for vocabulary in rules.vocabularies {
      for list in vocabulary.lists {
        guard let entries = list[language] else { continue }
        lists.append(PatternList(name: list.name, entries: entries.map(\.pattern)))
        listPlaces.append((vocabulary.path, list, entries))
      }
    }
    let (program, problems) = MatchProgram.compile(
      language: language, lists: lists, patterns: patterns)
    for problem in problems {
      let path: String
      let line: Int
      var column: Int?
      switch problem.location {
      case .pattern(let index):
        (path, line, column) = (
          places[index].path, places[index].source.line, places[index].source.column
        )
      case .listEntry(let list, let entry):
        let source = listPlaces[list].entries[entry]
        (path, line, column) = (listPlaces[list].path, source.line, source.column)
      case .list(let list):
        (path, line) = (listPlaces[list].path, listPlaces[list].list.line)
      }
      diagnostics.append(
        Diagnostic(
          problem.severity, id: "bad-pattern", "[\(language.rawValue)] \(problem.message)",
          path: path, line: line, column: column, help: problem.help))
    }
    return (program, targets)
  }
}
