package import Matching
package import SourceText
internal import Synchronization

/// The patterns of all rules in one language, compiled when they are first needed: a run over English
/// plans never pays for the French rules.
package final class LanguageProgram: Sendable {
  /// What each pattern of the program belongs to.
  package let targets: [CompiledRules.Target]

  private let language: Language
  /// The rules with their patterns; loaded only when the program is not in the cache.
  private let rules: @Sendable () -> LoadedRules
  private let cache: (any ProgramCache)?
  private let cacheName: String
  private let state = Mutex<(program: MatchProgram, problems: [Diagnostic])?>(nil)

  package init(_ language: Language, rules: LoadedRules) {
    self.language = language
    self.rules = { rules.complete?() ?? rules }
    self.cache = rules.cache
    self.cacheName = "\(rules.digest)-\(language.rawValue)"
    self.targets = rules.targets?[language] ?? Self.targets(of: rules, language)
  }

  /// What each pattern belongs to, in the order in which patterns are compiled.
  static func targets(of rules: LoadedRules, _ language: Language) -> [CompiledRules.Target] {
    var targets: [CompiledRules.Target] = []
    var index: Int32 = 0
    for set in rules.ruleSets {
      for requirement in set.requirements {
        let clauses = requirement.evidence[language]
        for clause in ClauseKind.allCases {
          for position in (clauses[clause] ?? []).indices {
            targets.append(
              CompiledRules.Target(
                requirement: index, clause: clause, position: Int32(position)))
          }
        }
        index += 1
      }
    }
    return targets
  }

  /// The program and what is wrong with its patterns and lists; compiled by the first caller.
  package func compiled() -> (program: MatchProgram, problems: [Diagnostic]) {
    state.withLock { state in
      if let state { return state }
      if let bytes = cache?.load(cacheName), let program = MatchProgram(archive: bytes) {
        state = (program, [])
        return (program, [])
      }
      let fresh = compile(rules())
      if fresh.problems.isEmpty { cache?.store(fresh.program.archived(), as: cacheName) }
      state = fresh
      return fresh
    }
  }

  /// What is wrong with the patterns, if they have been compiled.
  package var problemsSoFar: [Diagnostic] { state.withLock { $0?.problems ?? [] } }

  private func compile(_ rules: LoadedRules) -> (program: MatchProgram, problems: [Diagnostic]) {
    var sources: [(path: String, source: PatternSource)] = []
    sources.reserveCapacity(targets.count)
    for set in rules.ruleSets {
      for requirement in set.requirements {
        let clauses = requirement.evidence[language]
        for clause in ClauseKind.allCases {
          for source in clauses[clause] ?? [] { sources.append((set.path, source)) }
        }
      }
    }
    var lists: [(path: String, list: VocabularyList, entries: [PatternSource])] = []
    for vocabulary in rules.vocabularies {
      for list in vocabulary.lists {
        if let entries = list[language] { lists.append((vocabulary.path, list, entries)) }
      }
    }
    var broken: [Diagnostic] = []
    let patterns = sources.map { parsed($0.source, path: $0.path, broken: &broken) }
    let entries = lists.map { list in
      PatternList(
        name: list.list.name,
        entries: list.entries.compactMap { parsed($0, path: list.path, broken: &broken) })
    }
    // A pattern that does not parse matches nothing; the others run all the same.
    let (program, problems) = MatchProgram.compile(
      language: language, lists: entries,
      patterns: patterns.compactMap { $0 ?? Self.nothing(language) },
      roles: targets.map {
        PatternRole(group: Int($0.requirement), leads: $0.clause.leads)
      })
    guard broken.isEmpty else { return (program, broken) }
    let diagnostics = problems.compactMap { problem -> Diagnostic? in
      // The validator has said it, once for both languages and with the place of the other.
      if problem.id == "duplicate-list" { return nil }
      let (path, line, column): (String, Int, Int?)
      switch problem.location {
      case .pattern(let index):
        let place = sources[index]
        (path, line, column) = (place.path, place.source.line, place.source.column)
      case .listEntry(let list, let entry):
        let source = lists[list].entries[entry]
        (path, line, column) = (lists[list].path, source.line, source.column)
      case .list(let list):
        (path, line, column) = (lists[list].path, lists[list].list.line, nil)
      }
      return Diagnostic(
        problem.severity, id: problem.id,
        LocalizedText(
          "[\(language.rawValue)] \(problem.message)", "[\(language.rawValue)] \(problem.message)"),
        path: path, line: line, column: column, help: problem.help)
    }
    return (program, diagnostics)
  }

  private func parsed(
    _ source: PatternSource, path: String, broken: inout [Diagnostic]
  ) -> TokenPattern? {
    do {
      return try source.parsed(language)
    } catch {
      let bytes = Array(source.text.utf8)
      let index = LineIndex(bytes)
      let (line, column) = index.scalarPosition(at: error.offset, in: bytes)
      broken.append(
        Diagnostic(
          id: "bad-pattern", error.message(in: source.text), path: path,
          line: source.line, column: source.column,
          excerpt: SourceExcerpt.caretExcerpt(
            bytes: bytes, index: index, line: line, column: column),
          help: error.help))
      return nil
    }
  }

  /// A pattern for a word that does not exist, so that the others keep their numbers.
  private static func nothing(_ language: Language) -> TokenPattern? {
    try? PatternParser.parse("=qzxjkvwqzxjkvw", language: language)
  }
}
