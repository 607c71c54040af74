extension HTMLBlocks {
  /// A table whose end has not come yet.
  struct OpenTable {
    /// Used for the look of a page: its cells are no cells.
    var isLayout = false
    var isInHead = false
    var rowIsOpen = false
    var cellIsOpen = false
    var headerCells = 0
    var dataCells = 0
    /// Columns that the last cell covers beyond its own.
    var pendingColumns = 0
    /// The column that the next cell stands in, 0-based.
    var column = 0
    /// For each column how many rows, this one included, a cell from above still covers.
    var coveredRows: [Int] = []
  }

  /// True where blocks cannot start, because the text belongs to a cell.
  var isInCell: Bool { tables.last.map { $0.cellIsOpen && !$0.isLayout } ?? false }

  mutating func openTable(
    _ offset: Int, _ attributes: HTMLAttributes, _ builder: inout DocumentBuilder
  ) {
    // A table in a cell shows that the outer table is there for the looks.
    if tables.last?.cellIsOpen == true { turnTableIntoLayout(&builder) }
    var table = OpenTable()
    table.isLayout =
      attributes.has("role", equalTo: "presentation") || attributes.has("role", equalTo: "none")
    tables.append(table)
    undoAtEnd(.table)
    builder.openTable(at: offset)
  }

  mutating func turnTableIntoLayout(_ builder: inout DocumentBuilder) {
    guard let last = tables.indices.last, !tables[last].isLayout else { return }
    closeRow(&builder)
    tables[last].isLayout = true
  }

  mutating func openRow(_ builder: inout DocumentBuilder) {
    guard let last = tables.indices.last, !tables[last].isLayout else { return }
    builder.begin(.tableRow)
    tables[last].rowIsOpen = true
    tables[last].cellIsOpen = false
    tables[last].headerCells = 0
    tables[last].dataCells = 0
    tables[last].column = 0
    tables[last].pendingColumns = 0
  }

  mutating func openCell(
    _ element: HTMLElement, _ attributes: HTMLAttributes, _ builder: inout DocumentBuilder
  ) {
    guard let last = tables.indices.last, !tables[last].isLayout else { return }
    if !tables[last].rowIsOpen { openRow(&builder) }
    passCoveredColumns(&builder)
    builder.beginCell()
    tables[last].cellIsOpen = true
    if element == .th { tables[last].headerCells += 1 } else { tables[last].dataCells += 1 }
    let width = HTMLMarks.span(attributes.value(of: "colspan"), attributes.bytes)
    let height = HTMLMarks.span(attributes.value(of: "rowspan"), attributes.bytes)
    tables[last].pendingColumns = width - 1
    if height > 1 {
      let end = tables[last].column + width
      while tables[last].coveredRows.count < end { tables[last].coveredRows.append(0) }
      for column in tables[last].column..<end { tables[last].coveredRows[column] = height }
    }
    tables[last].column += width
  }

  /// Enters empty cells for the columns that a wide cell before covers, or a tall one above, so that
  /// each cell stands under its header.
  private mutating func passCoveredColumns(_ builder: inout DocumentBuilder) {
    guard let last = tables.indices.last else { return }
    for _ in 0..<tables[last].pendingColumns { builder.beginCell() }
    tables[last].pendingColumns = 0
    while tables[last].column < tables[last].coveredRows.count,
      tables[last].coveredRows[tables[last].column] > 0
    {
      builder.beginCell()
      tables[last].column += 1
    }
  }

  mutating func closeRow(_ builder: inout DocumentBuilder) {
    guard let last = tables.indices.last, tables[last].rowIsOpen else { return }
    let table = tables[last]
    // A row of header cells alone heads the columns; a single one is a title inside the table.
    let isHeader = table.isInHead || (table.dataCells == 0 && table.headerCells > 1)
    if isHeader, builder.openKind == .tableRow { builder.turnOpenBlock(into: .tableHeader) }
    builder.end()
    tables[last].rowIsOpen = false
    tables[last].cellIsOpen = false
    for column in tables[last].coveredRows.indices where tables[last].coveredRows[column] > 0 {
      tables[last].coveredRows[column] -= 1
    }
  }
}
