internal import SourceText

/// A paragraph or table of a word processor's file, DOCX or ODT, before it becomes blocks.
enum OfficeItem {
  case paragraph(OfficeParagraph)
  case table(OfficeTable)
}

/// One paragraph with what its style and its properties say of it.
struct OfficeParagraph {
  enum Role: Equatable {
    case plain
    /// 1 to 9.
    case heading(level: Int)
    /// An item of a list; `level` is 0-based.
    case item(level: Int)
    /// A further paragraph of the item before, if there is one.
    case continuation
    case quotation
    case code
    case caption
    case footnote
    /// A line of a table of contents, which says nothing that the headings do not say.
    case contents
  }

  var role = Role.plain
  var text: [UInt8] = []
  /// Where the text of each paragraph of the file begins: more than one when tracked changes join two.
  var pieces: [Piece] = []
  /// What the runs say, of most of the text.
  var language: Language?
  /// Beginnings and ends of comments.
  var marks: [Mark] = []
  /// What is anchored in the paragraph and stands apart from it: text boxes.
  var following: [OfficeItem] = []

  struct Piece {
    /// Offset in `text`.
    var start: Int
    /// 1-based number of the paragraph in its part.
    var number: Int
  }

  struct Mark {
    var comment: String
    /// Offset in `text`.
    var offset: Int
    var isEnd: Bool
  }
}

/// A table with its cells' contents.
struct OfficeTable {
  struct Row {
    var cells: [Cell] = []
    var isHeader = false
    /// Columns left free before the first cell.
    var skippedColumns = 0
    /// A row that tracked changes have taken out.
    var isRemoved = false
  }

  struct Cell {
    var items: [OfficeItem] = []
    /// Columns that the cell takes, at least 1.
    var columns = 1
    /// Covered by a merged cell above.
    var isCovered = false
  }

  var rows: [Row] = []
  /// The first row heads the columns if it looks like it.
  var mayHaveHeader = false

  /// True when the table is there for the looks: one column, or blocks in cells that a row cannot hold.
  var isLayout: Bool {
    let widest = rows.map { $0.cells.reduce(0) { $0 + $1.columns } }.max() ?? 0
    if widest <= 1 { return true }
    return rows.contains { row in
      row.cells.contains { cell in
        cell.items.contains { item in
          switch item {
          case .table: true
          case .paragraph(let paragraph):
            if case .heading = paragraph.role { !paragraph.text.isEmpty } else { false }
          }
        }
      }
    }
  }

  /// True when the first row may head the columns: every cell is filled, and shortly.
  var firstRowLooksLikeHeader: Bool {
    guard rows.count > 1, let row = rows.first, row.cells.count > 1 else { return false }
    return row.cells.enumerated().allSatisfy { index, cell in
      let size = cell.items.reduce(0) { sum, item in
        if case .paragraph(let paragraph) = item { sum + paragraph.text.count } else { sum }
      }
      // The corner above the names of the rows may be empty.
      return size <= 120 && (size > 0 || index == 0)
    }
  }
}
