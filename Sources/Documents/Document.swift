package import SourceText

/// One policy as every later layer sees it, whatever format it was written in.
///
/// All prose stands in one buffer, `text`, without markup: emphasis, links and entities are resolved,
/// soft line breaks are single line feeds, and blocks are separated by a blank line. Flat arrays and
/// offsets instead of nested objects, because a run may hold thousands of documents.
package struct Document: Sendable {
  /// Path as the user gave it.
  package var path: String
  package var format: DocumentFormat
  /// The bytes of the file; of a file in UTF-16 the same text in UTF-8, and offsets refer to that.
  package var source: [UInt8]
  /// Prose of all blocks in reading order, valid UTF-8.
  package var text: [UInt8]
  /// Blocks in reading order; their `text` ranges ascend and do not overlap.
  package var blocks: [Block]
  /// Cells of all table rows; a row's block refers to a range of this array.
  package var cells: [TableCell]
  /// Where each run of `text` comes from; sorted by `textStart`, covering all of `text` but the
  /// separators between blocks.
  package var runs: [SourceRun]
  /// Keys of the front matter or of the file's own metadata, lower case, in order of appearance.
  package var metadata: [(key: String, value: String)]
  /// The language of most of the text.
  package var language: Language
  /// Title from the front matter, else the first heading of the highest level, else that of the HTML
  /// head, on one line; `nil` when there is none.
  package var title: String?
  /// Comments of the file, which are no part of `text`, in the order in which they stand.
  package var remarks: [Remark]
  /// Texts of page headers and footers, each once; no part of `text`.
  package var furniture: [String]
  /// What a reader noticed and could live with: an empty file, an encoding that had to be converted.
  package var diagnostics: [Diagnostic]
  /// How places are counted: by line, or by paragraph or page where the file has no lines.
  var layout: DocumentLayout
  /// Lines and columns of `source`, worked out when a place is first asked for.
  let positions: SourcePositions

  package init(path: String, format: DocumentFormat, source: [UInt8]) {
    self.path = path
    self.format = format
    self.source = source
    self.text = []
    self.blocks = []
    self.cells = []
    self.runs = []
    self.metadata = []
    self.language = .english
    self.title = nil
    self.remarks = []
    self.furniture = []
    self.diagnostics = []
    self.layout = .lines
    self.positions = SourcePositions()
  }
}

/// The file formats that readers exist for.
package enum DocumentFormat: String, Sendable, CaseIterable {
  case docx
  case odt
  case pdf
  case markdown
  case html
  case plainText = "text"
}

/// A run of `Document.text` that stands in one piece, byte for byte, in the source, or that stands for
/// one piece of it (a character reference).
package struct SourceRun: Sendable {
  /// Offset in `Document.text`.
  package var textStart: UInt32
  /// Length in `Document.text`, in bytes.
  package var textLength: UInt32
  /// Offset in `Document.source`.
  package var sourceStart: UInt32
  /// Length in `Document.source`; equal to `textLength` for a verbatim run and for no other.
  package var sourceLength: UInt32

  package init(textStart: Int, textLength: Int, sourceStart: Int, sourceLength: Int) {
    self.textStart = UInt32(truncatingIfNeeded: textStart)
    self.textLength = UInt32(truncatingIfNeeded: textLength)
    self.sourceStart = UInt32(truncatingIfNeeded: sourceStart)
    self.sourceLength = UInt32(truncatingIfNeeded: sourceLength)
  }
}
