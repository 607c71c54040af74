package import SourceText

/// What one rule file holds.
package struct RuleSet: Sendable {
  package var id: String
  package var version: String
  package var title: LocalizedText
  /// Path as found.
  package var path: String
  /// SHA-256 of the file.
  package var digest: String
  package var sources: [RuleSource]
  package var groups: [RuleGroup]
  package var requirements: [Requirement]
  /// The languages that it is written in; what is said of the other is neither asked for nor missed.
  package var languages: [Language] = Language.allCases
}

/// A document that requirements come from.
package struct RuleSource: Sendable, Hashable {
  package var id: String
  package var title: String
  package var publisher: String
  package var date: String
}

/// A row of the summary matrix: requirements that belong together.
package struct RuleGroup: Sendable, Hashable {
  package var id: String
  package var title: LocalizedText
}

/// Shared lists of phrases from one vocabulary file.
package struct Vocabulary: Sendable {
  package var path: String
  package var digest: String
  package var lists: [VocabularyList]
}

/// One named list, in one or both languages.
package struct VocabularyList: Sendable {
  package var name: String
  package var english: [PatternSource]?
  package var french: [PatternSource]?
  /// 1-based line in the vocabulary file.
  package var line: Int

  package subscript(language: Language) -> [PatternSource]? {
    language == .english ? english : french
  }
}

/// Everything that was loaded for a run, with what was wrong with it.
package struct LoadedRules: Sendable {
  package var ruleSets: [RuleSet] = []
  package var vocabularies: [Vocabulary] = []
  package var diagnostics: [Diagnostic] = []
  /// Where compiled programs are kept; `nil` for nowhere.
  var cache: (any ProgramCache)?
  /// What the patterns belong to, when the patterns themselves were not read because their programs are
  /// in the cache.
  var targets: ByLanguage<[CompiledRules.Target]>?
  /// Loads the same rules with their patterns.
  var complete: (@Sendable () -> LoadedRules)?
  /// The digest when vocabularies were not read; see `digest`.
  var knownDigest: String?

  package init() {}

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// SHA-256 over the digests of all files, in the order of their ids and paths.
  package var digest: String {
    if let knownDigest { return knownDigest }
    let parts = ruleSets.map { "\($0.id) \($0.digest)" } + vocabularies.map(\.digest).sorted()
    return SHA256Digest.hex(of: Array(parts.joined(separator: "\n").utf8))
  }
}
