package import Checking
package import RuleSets
package import SourceText

/// The settings of a workspace, with their defaults.
package struct Configuration: Sendable {
  /// Path of the file that they come from; `nil` for the defaults.
  package var path: String?
  /// Language of messages and reports; `nil` to go by the user's locale.
  package var language: Language?
  /// Folders and files with rules, as paths from the working directory.
  package var rules: [String] = []
  /// Findings of this level or above make the exit status 1; `nil` for none.
  package var failOn: Level? = .fix
  /// Levels by checker id or by "checker/kind"; `nil` as a value turns the finding off.
  package var levels: [String: Level?] = [:]
  /// What each document is, by path from the working directory.
  package var documents: [String: DocumentEntry] = [:]
  /// Documents that belong to the set and may not have been given.
  package var expected: [ExpectedDocument] = []
  /// Paths or patterns with `*` that a folder's search passes over.
  package var exclude: [String] = []
  /// Lowest rungs that will do, by requirement, rule set, or beginning with `*`, in place of the rules' own.
  package var floors: [String: Rung] = [:]
  /// Levels and floors for some of the documents; a later one goes before an earlier one.
  package var overrides: [Override] = []
  package var waivers: [Waiver] = []
  /// Whether authors may waive findings by comments in their documents.
  package var readsDocumentWaivers = true
  /// The file of accepted findings, as a path from the working directory; `nil` for none.
  package var baseline: String?
  /// 1-based lines in the file of the names that levels and floors are set for.
  package var settingLines: [String: Int] = [:]

  package init() {}

  /// What the workspace file says about one document.
  package struct DocumentEntry: Sendable, Hashable {
    package var kind: DocumentKind?
    package var department: String?
    package var language: Language?
    package var period: String?
    /// As a path from the working directory.
    package var counterpart: String?
    /// The edition before this one, as a path from the working directory.
    package var previous: String?
    /// What the document belongs to: "third NAP", for example.
    package var edition: String?

    package init(
      kind: DocumentKind? = nil, department: String? = nil, language: Language? = nil,
      period: String? = nil, counterpart: String? = nil, previous: String? = nil,
      edition: String? = nil
    ) {
      self.kind = kind
      self.department = department
      self.language = language
      self.period = period
      self.counterpart = counterpart
      self.previous = previous
      self.edition = edition
    }
  }

  /// Settings for the documents that match.
  package struct Override: Sendable, Hashable {
    /// Patterns of paths from the working directory; empty for all.
    package var paths: [String]
    /// Empty for all.
    package var kinds: [DocumentKind]
    /// As `Configuration.levels`.
    package var levels: [String: Level?]
    /// As `Configuration.floors`.
    package var floors: [String: Rung]

    package init(
      paths: [String] = [], kinds: [DocumentKind] = [], levels: [String: Level?] = [:],
      floors: [String: Rung] = [:]
    ) {
      self.paths = paths
      self.kinds = kinds
      self.levels = levels
      self.floors = floors
    }

    package func applies(to path: String, _ kind: DocumentKind?) -> Bool {
      (paths.isEmpty || paths.contains { PathPattern($0).matches(path) })
        && (kinds.isEmpty || kind.map(kinds.contains) ?? false)
    }
  }

  /// Adds what a folder's own workspace file says about its documents.
  ///
  /// Only descriptions are taken over: a file that arrives with documents changes no rule, no level and
  /// starts nothing.
  package mutating func describeDocuments(from other: Configuration) {
    documents.merge(other.documents) { mine, _ in mine }
    expected += other.expected
    exclude += other.exclude
  }

  /// True when a folder's search passes over the path.
  package func excludes(_ path: String) -> Bool {
    exclude.contains { PathPattern($0).matches(path) }
  }
}
