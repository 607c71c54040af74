package import SourceText

/// A YAML text and the way from its offsets to lines and columns.
///
/// A byte-order mark is part of the offsets but of no line: editors show none, so neither do columns
/// and excerpts.
package struct YAMLSource: Sendable {
  /// Path as the user gave it.
  package let path: String
  /// The text with its byte-order mark, if it has one.
  package let bytes: [UInt8]
  let markLength: Int
  private let text: [UInt8]
  private let index: LineIndex

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    text = markLength == 0 ? bytes : Array(bytes[markLength...])
    index = LineIndex(text)
  }

  /// 1-based line and 1-based column, in Unicode scalars, of a byte offset.
  ///
  /// - Complexity: O(length of the line).
  package func position(at offset: Int) -> (line: Int, column: Int) {
    index.scalarPosition(at: max(0, offset - markLength), in: text)
  }

  /// A complaint about the text at a byte offset, with the line and a caret.
  package func diagnostic(
    _ severity: Diagnostic.Severity = .error, id: String, _ message: LocalizedText,
    at offset: Int, help: LocalizedText? = nil
  ) -> Diagnostic {
    let (line, column) = position(at: offset)
    return Diagnostic(
      severity, id: id, message, path: path, line: line, column: column,
      excerpt: SourceExcerpt.caretExcerpt(bytes: text, index: index, line: line, column: column),
      help: help)
  }
}
