package import SourceText

/// Where a piece of a document's text stands in its file.
package struct Place: Sendable, Hashable {
  /// Offsets in `Document.source`, from the first byte to the last, markup between them included. For
  /// formats without lines, offsets in the words of the file, which are of no use outside.
  package var span: SourceSpan
  /// 1-based; 0 when the format has no lines.
  package var line: Int
  /// 1-based, in Unicode scalars; 0 when the format has no lines.
  package var column: Int
  /// Where it stands in a file that has no lines; otherwise `nil`.
  package var position: FilePosition?
  /// The headings above, outermost first.
  package var headingPath: [String]

  package init(
    span: SourceSpan, line: Int, column: Int, position: FilePosition? = nil, headingPath: [String]
  ) {
    self.span = span
    self.line = line
    self.column = column
    self.position = position
    self.headingPath = headingPath
  }
}
