package import SourceText

/// One YAML text being read: its source, and every complaint about it so far.
///
/// Typed reads go on after a complaint, so that an author sees all of them at once.
package final class YAMLContext {
  /// Complaints that are kept; the rest is counted and told in one last line.
  package static let diagnosticLimit = 100

  package let source: YAMLSource
  private var kept: [Diagnostic] = []
  private var leftOut = 0
  private var leftOutErrors = 0

  package init(source: YAMLSource) {
    self.source = source
  }

  package convenience init(path: String, bytes: [UInt8]) {
    self.init(source: YAMLSource(path: path, bytes: bytes))
  }

  /// Parses the text; complains and returns `nil` when it is no YAML or has no content.
  package static func read(
    _ bytes: [UInt8], path: String, limits: YAMLLimits = .default
  ) -> (root: YAMLNode?, context: YAMLContext) {
    do {
      guard let root = try YAMLParser.parse(bytes, path: path, limits: limits) else {
        let context = YAMLContext(path: path, bytes: bytes)
        context.report(
          Diagnostic(
            id: "yaml-empty",
            LocalizedText("the file has no content", "le fichier est sans contenu"), path: path,
            help: LocalizedText(
              "write at least one key with its value", "écrivez au moins une clé et sa valeur")))
        return (nil, context)
      }
      return (root, YAMLContext(source: root.source))
    } catch {
      let context = YAMLContext(path: path, bytes: bytes)
      context.report(error.diagnostic)
      return (nil, context)
    }
  }

  package var path: String { source.path }
  package var bytes: [UInt8] { source.bytes }

  /// In the order they were made.
  package var diagnostics: [Diagnostic] {
    guard leftOut > 0 else { return kept }
    return kept + [
      Diagnostic(
        leftOutErrors > 0 ? .error : .warning, id: "yaml-many-problems",
        leftOut == 1
          ? LocalizedText("1 more problem is left out", "1 autre problème n’est pas montré")
          : LocalizedText(
            "\(leftOut) more problems are left out",
            "\(leftOut) autres problèmes ne sont pas montrés"),
        path: path,
        help: LocalizedText(
          "settle those above and run again", "réglez ceux qui précèdent, puis recommencez"))
    ]
  }

  /// True when one of the complaints is an error, left out or not.
  package var hasErrors: Bool {
    leftOutErrors > 0 || kept.contains { $0.severity == .error }
  }

  /// Adds a complaint with a caret under the start of a node.
  package func report(
    _ severity: Diagnostic.Severity = .error, id: String, _ message: LocalizedText,
    at node: YAMLNode, help: LocalizedText? = nil
  ) {
    guard !isFull(severity) else { return }
    kept.append(
      node.source.diagnostic(severity, id: id, message, at: node.span.start, help: help))
  }

  /// Adds a complaint `utf8Offset` bytes into the text of a scalar, as for one word of a pattern.
  ///
  /// The caret is exact for a scalar written plainly or between quotes, on one line and without
  /// escapes; for others it is under the start of the scalar.
  package func report(
    _ severity: Diagnostic.Severity = .error, id: String, _ message: LocalizedText,
    at node: YAMLNode, utf8Offset: Int, help: LocalizedText? = nil
  ) {
    guard !isFull(severity) else { return }
    kept.append(
      node.source.diagnostic(
        severity, id: id, message, at: node.sourceOffset(ofTextOffset: utf8Offset), help: help))
  }

  /// Adds a complaint made elsewhere.
  package func report(_ diagnostic: Diagnostic) {
    guard !isFull(diagnostic.severity) else { return }
    kept.append(diagnostic)
  }

  private func isFull(_ severity: Diagnostic.Severity) -> Bool {
    guard kept.count >= Self.diagnosticLimit else { return false }
    leftOut += 1
    if severity == .error { leftOutErrors += 1 }
    return true
  }
}
