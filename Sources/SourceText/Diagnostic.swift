/// A problem with what the tool was given: a file, a rule set, a configuration, a plugin.
///
/// A diagnostic is about our input; what is wrong in a policy is a finding.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Comparable {
    case warning
    case error

    package static func < (lhs: Severity, rhs: Severity) -> Bool {
      lhs == .warning && rhs == .error
    }
  }

  package var severity: Severity
  /// Kebab-case name of the kind of problem, stable over versions.
  package var id: String
  /// One phrase, small first letter, no full stop.
  package var message: String
  /// Path as the user gave it; `nil` when the problem is in no file.
  package var path: String?
  /// 1-based; `nil` when the whole file is meant.
  package var line: Int?
  /// 1-based, in Unicode scalars.
  package var column: Int?
  /// The line at fault, without its line end, and a second line with the caret.
  package var excerpt: String?
  /// What would settle it.
  package var help: String?

  package init(
    _ severity: Severity = .error, id: String, _ message: String, path: String? = nil,
    line: Int? = nil, column: Int? = nil, excerpt: String? = nil, help: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.path = path
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.help = help
  }

  /// A diagnostic at a byte offset, with the line and a caret under the spot.
  package init(
    _ severity: Severity = .error, id: String, _ message: String, path: String,
    bytes: [UInt8], offset: Int, help: String? = nil
  ) {
    let index = LineIndex(bytes)
    let (line, column) = index.scalarPosition(at: offset, in: bytes)
    self.init(
      severity, id: id, message, path: path, line: line, column: column,
      excerpt: SourceExcerpt.caretExcerpt(bytes: bytes, index: index, line: line, column: column),
      help: help)
  }

  /// The diagnostic as compilers write it, over several lines, without a final line end.
  package var rendered: String {
    var place = path ?? "coherence"
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    var text = "\(place): \(severity.rawValue): \(message) [\(id)]"
    if let excerpt { text += "\n" + excerpt }
    if let help { text += "\nhelp: " + help }
    return text
  }
}
