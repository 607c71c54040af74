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

  /// Narrower lines than this cannot hold a path or a table.
  package static let leastWidth = 32
  /// Longer lines than this are hard to read, however wide the terminal.
  package static let widestProse = 100

  package init(
    language: Language = .english, color: Bool = false, width: Int = 80,
    detail: Detail = .standard, documentsInDetailLimit: Int = 20, root: String? = nil
  ) {
    self.language = language
    self.color = color
    self.width = width
    self.detail = detail
    self.documentsInDetailLimit = documentsInDetailLimit
    self.root = root
  }

  /// The path relative to `root` when it lies below it, otherwise as given.
  package func relativePath(_ path: String) -> String {
    guard var prefix = root, !prefix.isEmpty else { return path }
    if !prefix.hasSuffix("/") { prefix += "/" }
    guard path.utf8.count > prefix.utf8.count, path.hasPrefix(prefix) else { return path }
    return String(path.dropFirst(prefix.count))
  }
}
