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
    exclude.contains { Self.matches(Array(path.utf8), Array($0.utf8)) }
  }

  /// `*` stands for any run of characters; a pattern also matches everything below what it names.
  static func matches(_ path: [UInt8], _ pattern: [UInt8]) -> Bool {
    // Greedy with one point of return: linear in practice, quadratic at worst.
    var p = 0
    var s = 0
    var star = -1
    var mark = 0
    while s < path.count {
      if p < pattern.count, pattern[p] == 0x2A {
        star = p
        mark = s
        p += 1
      } else if p < pattern.count, pattern[p] == path[s] {
        p += 1
        s += 1
      } else if p == pattern.count, path[s] == 0x2F {
        return true
      } else if star >= 0 {
        mark += 1
        s = mark
        p = star + 1
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == 0x2A { p += 1 }
    return p == pattern.count
  }
}
