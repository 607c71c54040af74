package import SourceText

/// The smallest piece of a document's structure that holds prose.
package struct Block: Sendable {
  package enum Kind: UInt8, Sendable {
    case heading
    case paragraph
    case listItem
    case tableHeader
    case tableRow
    case quotation
    case code
    case caption
    case footnote
  }

  package var kind: Kind
  /// 1 to 6 for a heading, nesting depth (1-based) for a list item, otherwise 0.
  package var level: UInt8
  package var language: Language
  /// Offsets in `Document.text`; a table row's cells are separated by " | ".
  package var textStart: UInt32
  package var textEnd: UInt32
  /// Index in `Document.blocks` of the nearest heading above that governs this block (for a heading:
  /// its parent heading); -1 when there is none. Following it upwards gives the heading path.
  package var heading: Int32
  /// For a list item: the block that introduces the list, which is the paragraph directly before it or
  /// the item that the list is nested in; for a table row: its header row; otherwise -1.
  package var leadIn: Int32
  /// For a table row or header: its cells in `Document.cells`, at least one; otherwise empty. Empty cells
  /// at the end of a row are left out, so a row may have fewer cells than its header.
  package var cellStart: UInt32
  package var cellCount: UInt32

  package init(
    kind: Kind, level: Int = 0, language: Language = .english, textStart: Int, textEnd: Int,
    heading: Int = -1, leadIn: Int = -1, cellStart: Int = 0, cellCount: Int = 0
  ) {
    self.kind = kind
    self.level = UInt8(clamping: level)
    self.language = language
    self.textStart = UInt32(truncatingIfNeeded: textStart)
    self.textEnd = UInt32(truncatingIfNeeded: textEnd)
    self.heading = Int32(truncatingIfNeeded: heading)
    self.leadIn = Int32(truncatingIfNeeded: leadIn)
    self.cellStart = UInt32(truncatingIfNeeded: cellStart)
    self.cellCount = UInt32(truncatingIfNeeded: cellCount)
  }

  package var textRange: Range<Int> { Int(textStart)..<Int(textEnd) }
}

/// One cell of a table row.
package struct TableCell: Sendable {
  /// Offsets in `Document.text`.
  package var textStart: UInt32
  package var textEnd: UInt32

  package init(textStart: Int, textEnd: Int) {
    self.textStart = UInt32(truncatingIfNeeded: textStart)
    self.textEnd = UInt32(truncatingIfNeeded: textEnd)
  }

  package var textRange: Range<Int> { Int(textStart)..<Int(textEnd) }
}
