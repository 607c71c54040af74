extension DocumentBuilder {
  /// Starts the next cell of the open row, at an offset in the source.
  ///
  /// A cell is entered with its first text, so that the empty cells which end a row, of which a short
  /// source can ask for very many, cost nothing.
  mutating func beginCell() {
    closeCell()
    guard openKind == .tableRow || openKind == .tableHeader else { return }
    cellIsOpen = true
    cellCount += 1
    allCells += 1
    if cellCount > limits.columns { fail(.tooManyColumns(limit: limits.columns)) }
    if allCells > cellLimit { fail(.tooManyCells(limit: cellLimit)) }
  }

  /// Enters the open cell and the empty ones before it, for text from `offset` in the source.
  mutating func enterCell(at offset: Int) {
    guard cellIsOpen, enteredCells < cellCount else { return }
    while enteredCells < cellCount {
      if enteredCells > 0 {
        appendReplacement(Self.cellSeparator, min(lastSourceOffset, offset), offset)
      }
      enteredCells += 1
      currentCellStart = text.count
      if enteredCells < cellCount {
        cells.append(TableCell(textStart: text.count, textEnd: text.count))
      }
    }
  }

  mutating func closeCell() {
    guard cellIsOpen else { return }
    flush()
    pendingBreaks = 0
    cellIsOpen = false
    guard enteredCells == cellCount else { return }
    trimEnd(from: currentCellStart)
    cells.append(TableCell(textStart: currentCellStart, textEnd: text.count))
  }

  /// Takes empty cells off the end of the row whose first cell is `first`.
  mutating func trimRow(from first: Int) {
    while cells.count > first, let last = cells.last, last.textRange.isEmpty {
      cells.removeLast()
      let end = cells.count > first ? Int(cells[cells.count - 1].textEnd) : Int(last.textStart)
      while let run = runs.last, Int(run.textStart) >= end { runs.removeLast() }
      text.removeLast(text.count - end)
    }
  }

  private static let cellSeparator: [UInt8] = Array(" | ".utf8)
}
