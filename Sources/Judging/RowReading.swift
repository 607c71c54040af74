internal import Documents
internal import RuleSets
internal import SourceText

/// What was worked out of the cells of one row of a table. Each act and each requirement asks again for the
/// same, and a row may have a thousand cells.
struct RowReading {
  private let leadIn: Int32
  private let cells: Range<Int>
  /// What the row's filled cells measure; `nil` until asked.
  var measures: [(marker: Marker, span: SourceSpan)]?
  /// Offsets in the text at which cells begin; `nil` until asked.
  var cellStarts: Set<Int>?
  /// The cell that gives the row up, if one does; `nil` until asked.
  var stopped: SourceSpan??
  /// The cell that makes it someone else's, if one does, for the sentence of the row that begins at an offset;
  /// `nil` until asked.
  var otherOwner: (sentence: Int, span: SourceSpan?)?
  /// Whether its measures are still open; `nil` until asked.
  var isOpen: Bool?

  init(_ block: Block) {
    leadIn = block.leadIn
    cells = Self.cells(block)
  }

  func isOf(_ block: Block) -> Bool { block.leadIn == leadIn && Self.cells(block) == cells }

  private static func cells(_ block: Block) -> Range<Int> {
    Int(block.cellStart)..<Int(block.cellStart + block.cellCount)
  }
}
