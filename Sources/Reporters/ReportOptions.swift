package import Checking
package import SourceText

/// How a report is to be shown; reporters for programs use only what concerns them.
package struct ReportOptions: Sendable, Hashable {
  package enum Detail: String, Sendable, CaseIterable {
    /// Counts and one line a gap.
    case summary
    /// Each gap with its passage, its reasons and what would close it.
    case standard
    /// Also why it matters, and every passage with every reason.
    case full
  }

  /// Language of the tool's own words; policies are quoted in theirs.
  package var language: Language
  /// True to colour with ANSI escapes.
  package var color: Bool
  /// Columns of the terminal; less than `leastWidth` is taken as that.
  package var width: Int
  package var detail: Detail
  /// With more documents than this, only the matrix by document and the totals are shown.
  package var documentsInDetailLimit: Int
  /// Folder that paths are written relative to, where the format says so; `nil` for as given.
  package var root: String?
  /// Folder, as a full path, that relative paths are meant from; `nil` to take paths as they are.
  package var workingDirectory: String?
  /// Findings of this level or above fail the run, for formats that say so; `nil` for none.
  package var failOn: Level?

  /// Narrower lines than this cannot hold a path or a table.
  package static let leastWidth = 32
  /// Longer lines than this are hard to read, however wide the terminal.
  package static let widestProse = 100

  package init(
    language: Language = .english, color: Bool = false, width: Int = 80,
    detail: Detail = .standard, documentsInDetailLimit: Int = 20, root: String? = nil,
    workingDirectory: String? = nil, failOn: Level? = .fix
  ) {
    self.language = language
    self.color = color
    self.width = width
    self.detail = detail
    self.documentsInDetailLimit = documentsInDetailLimit
    self.root = root
    self.workingDirectory = workingDirectory
    self.failOn = failOn
  }

  /// The path relative to `root` when it lies below it, otherwise as given.
  package func relativePath(_ path: String) -> String {
    guard var prefix = root, !prefix.isEmpty else { return path }
    if let workingDirectory, prefix.hasPrefix("/") {
      let full = FileTree.normalized(FileTree.join(workingDirectory, path))
      guard full.hasPrefix(prefix) else { return path }
      return Self.below(&prefix, full) ?? path
    }
    prefix = FileTree.plain(prefix)
    return Self.below(&prefix, path) ?? path
  }

  private static func below(_ prefix: inout String, _ path: String) -> String? {
    if !prefix.hasSuffix("/") { prefix += "/" }
    guard path.utf8.count > prefix.utf8.count, path.hasPrefix(prefix) else { return nil }
    return String(path.dropFirst(prefix.count))
  }
}
