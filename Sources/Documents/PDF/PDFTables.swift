/// Finds tables by the places of what poppler gives as blocks: cells that stand side by side, row under
/// row, at the same left edges.
///
/// A page of prose in columns has blocks side by side too, but only once; a table has at least two rows.
struct PDFTables {
  struct Row {
    /// Lines of each column, none for an empty cell.
    var cells: [[Int]]
    var isHeader = false
  }

  /// Rows of the table that starts with a line, by the index of that line.
  private(set) var rows: [Int: [Row]] = [:]
  /// Lines that belong to tables.
  private(set) var lines: Set<Int> = []

  /// Lines that follow one another in one block.
  private struct Chunk {
    var lines: Range<Int>
    var box: PageBox
    var page: Int
  }

  private let text: PDFText
  /// How far apart two edges may be that are one, in points.
  private static let tolerance: Float = 6

  init(_ text: PDFText) {
    self.text = text
    let bands = Self.bands(Self.chunks(text), text)
    var start = 0
    while start < bands.count {
      var end = start + 1
      while end < bands.count, follows(bands[end], bands[end - 1]) { end += 1 }
      if end - start >= 2, bands[start].count > 1 { add(Array(bands[start..<end])) }
      start = end
    }
  }

  // MARK: Chunks and bands

  private static func chunks(_ text: PDFText) -> [Chunk] {
    var chunks: [Chunk] = []
    for (index, line) in text.lines.enumerated() {
      if let last = chunks.indices.last, let before = text.lines[..<index].last,
        before.page == line.page, before.flow == line.flow, before.block == line.block,
        !line.hasLabel
      {
        chunks[last].lines = chunks[last].lines.lowerBound..<index + 1
        chunks[last].box.formUnion(line.box)
      } else {
        chunks.append(Chunk(lines: index..<index + 1, box: line.box, page: line.page))
      }
    }
    return chunks
  }

  /// Chunks side by side, each to the right of the one before; others alone.
  private static func bands(_ chunks: [Chunk], _ text: PDFText) -> [[Chunk]] {
    var bands: [[Chunk]] = []
    for chunk in chunks {
      if let last = bands.last?.last, last.page == chunk.page, chunk.lines.count <= 12,
        abs(last.box.top - chunk.box.top) <= 4, chunk.box.left > last.box.right + 2
      {
        bands[bands.count - 1].append(chunk)
      } else {
        bands.append([chunk])
      }
    }
    return bands.flatMap { split($0, text) }
  }

  /// Columns that were given whole, with lines at the same heights, as rows.
  private static func split(_ band: [Chunk], _ text: PDFText) -> [[Chunk]] {
    guard band.count > 1, let first = band.first, first.lines.count > 1 else { return [band] }
    let tops = first.lines.map { text.lines[$0].box.top }
    let isGrid = band.allSatisfy { chunk in
      chunk.lines.count == tops.count
        && zip(chunk.lines, tops).allSatisfy { abs(text.lines[$0].box.top - $1) <= 3 }
    }
    // Lines that fill their column are prose or one cell; short ones are rows.
    guard isGrid, band.count > 2 else { return [band] }
    return tops.indices.map { row in
      band.map { chunk in
        let index = chunk.lines.lowerBound + row
        return Chunk(lines: index..<index + 1, box: text.lines[index].box, page: chunk.page)
      }
    }
  }

  /// True when a band stands under another and begins at one of its left edges at least twice, or is
  /// a row with cells left empty.
  private func follows(_ band: [Chunk], _ above: [Chunk]) -> Bool {
    guard let first = band.first, let before = above.first, first.page == before.page,
      band.count > 1, above.count > 1
    else { return false }
    let bottom = above.map(\.box.bottom).max() ?? 0
    guard first.box.top > before.box.top + 2, first.box.top - bottom < 40 else { return false }
    let shared = band.count { chunk in
      above.contains { abs($0.box.left - chunk.box.left) <= Self.tolerance }
    }
    return shared >= 2
  }

  // MARK: Rows

  private mutating func add(_ bands: [[Chunk]]) {
    var edges: [Float] = []
    for left in bands.joined().map(\.box.left).sorted()
    where edges.last.map({ left - $0 > Self.tolerance }) ?? true {
      edges.append(left)
    }
    var table: [Row] = []
    for band in bands {
      var row = Row(cells: [[Int]](repeating: [], count: edges.count))
      for chunk in band {
        let column = edges.lastIndex { $0 <= chunk.box.left + 1 } ?? 0
        row.cells[column] += Array(chunk.lines)
        lines.formUnion(chunk.lines)
      }
      table.append(row)
    }
    if looksLikeHeader(table[0]) { table[0].isHeader = true }
    if let start = bands.first?.first?.lines.lowerBound { rows[start] = table }
  }

  /// Every cell is filled, shortly and without figures.
  private func looksLikeHeader(_ row: Row) -> Bool {
    row.cells.allSatisfy { cell in
      let bytes = cell.flatMap { text.text(of: text.lines[$0]) }
      return !bytes.isEmpty && bytes.count <= 60
        && !bytes.contains { $0 >= 0x30 && $0 <= 0x39 }
    }
  }
}
