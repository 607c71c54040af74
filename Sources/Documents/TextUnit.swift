/// The unit of judgement: a sentence of a paragraph or list item, a table row, or a heading.
package struct TextUnit: Sendable {
  /// Index in `Document.blocks`.
  package var block: Int32
  /// Offsets in `Document.text`, white space at both ends left out.
  package var textStart: UInt32
  package var textEnd: UInt32
  /// Index of the unit that this one completes (the lead-in sentence of a list item, the header of a
  /// table row), always smaller than this unit's own; -1 when there is none.
  package var context: Int32

  package init(block: Int, textStart: Int, textEnd: Int, context: Int = -1) {
    self.block = Int32(truncatingIfNeeded: block)
    self.textStart = UInt32(truncatingIfNeeded: textStart)
    self.textEnd = UInt32(truncatingIfNeeded: textEnd)
    self.context = Int32(truncatingIfNeeded: context)
  }

  package var textRange: Range<Int> { Int(textStart)..<Int(textEnd) }
}
