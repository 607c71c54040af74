/// A problem with what the tool was given: a file, a rule set, a configuration, a plugin.
///
/// A diagnostic is about our input; what is wrong in a policy is a finding.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Comparable, CaseIterable {
    case warning
    case error

    package var title: LocalizedText {
      switch self {
      case .warning: LocalizedText("warning", "avertissement")
      case .error: LocalizedText("error", "erreur")
      }
    }

    package static func < (lhs: Severity, rhs: Severity) -> Bool {
      lhs == .warning && rhs == .error
    }
  }

  package var severity: Severity
  /// Kebab-case name of the kind of problem, stable over versions.
  package var id: String
  /// One phrase, small first letter, no full stop.
  package var message: LocalizedText
  /// Path as the user gave it; `nil` when the problem is in no file.
  package var path: String?
  /// 1-based; `nil` when the whole file is meant.
  package var line: Int?
  /// 1-based, in Unicode scalars.
  package var column: Int?
  /// The line at fault, without its line end, and a second line with the caret.
  package var excerpt: String?
  /// What would settle it.
  package var help: LocalizedText?

  package init(
    _ severity: Severity = .error, id: String, _ message: LocalizedText,
    path: String? = nil, line: Int? = nil, column: Int? = nil, excerpt: String? = nil,
    help: LocalizedText? = nil
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
    _ severity: Severity = .error, id: String, _ message: LocalizedText, path: String,
    bytes: [UInt8], offset: Int, help: LocalizedText? = nil
  ) {
    let index = LineIndex(bytes)
    let (line, column) = index.scalarPosition(at: offset, in: bytes)
    self.init(
      severity, id: id, message, path: path, line: line, column: column,
      excerpt: SourceExcerpt.caretExcerpt(bytes: bytes, index: index, line: line, column: column),
      help: help)
  }

  /// The diagnostic as compilers write it, over several lines, without a final line end.
  package func rendered(in language: Language) -> String {
    var place = path ?? "coherence"
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    let label = Self.label(severity.title)
    var text = "\(place): \(label[language]) \(message[language]) [\(id)]"
    if let excerpt { text += "\n" + excerpt }
    if let help { text += "\n\(Self.label(Self.helpTitle)[language]) \(help[language])" }
    return text
  }

  private static let helpTitle = LocalizedText("help", "aide")

  private static func label(_ title: LocalizedText) -> LocalizedText {
    LocalizedText("\(title):", "\(title) :")
  }
}
