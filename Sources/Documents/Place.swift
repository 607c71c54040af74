package import SourceText

/// Where a piece of a document's text stands in its file.
package struct Place: Sendable, Hashable {
  /// Offsets in `Document.source`, from the first byte to the last, markup between them included.
  package var span: SourceSpan
  /// 1-based.
  package var line: Int
  /// 1-based, in Unicode scalars.
  package var column: Int
  /// The headings above, outermost first.
  package var headingPath: [String]

  package init(span: SourceSpan, line: Int, column: Int, headingPath: [String]) {
    self.span = span
    self.line = line
    self.column = column
    self.headingPath = headingPath
  }
}
