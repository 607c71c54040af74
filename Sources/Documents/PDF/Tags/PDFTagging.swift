/// Puts the words of a tagged PDF together by its tags, where these can be trusted.
struct PDFTagging {
  private let marks: PDFWordMarks
  private let structure: PDFStructure
  private let measures: PDFMeasures
  private var lines: [PDFText.Line] = []
  private var paragraphs: [PDFParagraphs.Paragraph] = []
  private var footnotes: [PDFParagraphs.Paragraph] = []
  /// The pieces of lines of each block, with the cell and how many words at the start are a label.
  private var pieces: [[Piece]]
  /// Pieces without a tag, by the block that they come after; 0 before the first.
  private var strays: [Int: [Piece]] = [:]

  private struct Piece {
    var line: PDFText.Line
    var cell = -1
    var labelWords = 0
    /// Index of the whole line.
    var source: Int
  }

  struct Result {
    /// In the order of the paragraphs, which refer to them.
    var lines: [PDFText.Line]
    var paragraphs: [PDFParagraphs.Paragraph]
    var measures: PDFMeasures
    /// False when headings are hardly tagged, so that they have to be made out by their looks.
    var hasHeadings: Bool
  }

  /// Paragraphs by tags, and the lines in their order; `nil` when the file has none that can be used.
  static func read(
    _ text: PDFText, source: [UInt8], limits: ReadingLimits
  ) -> Result? {
    guard let table = PDFObjectTable(source, budgetInBytes: limits.expandedSizeInBytes) else {
      return nil
    }
    let structure = PDFStructure(table, pageLimit: limits.pages)
    guard !structure.blocks.isEmpty else { return nil }
    let marks = PDFWordMarks(text, structure, table)
    guard marks.wordCount > 0, marks.markedCount * 10 >= marks.wordCount * 9 else { return nil }
    var tagging = PDFTagging(text, PDFMeasures(text), structure, marks)
    guard !tagging.cutsSentences(text) else { return nil }
    tagging.compose(text)
    let headings = tagging.paragraphs.count {
      if case .heading = $0.role { true } else { false }
    }
    return Result(
      lines: tagging.lines, paragraphs: tagging.paragraphs, measures: tagging.measures,
      hasHeadings: headings * 5 >= text.pages.count)
  }

  private init(
    _ text: PDFText, _ measures: PDFMeasures, _ structure: PDFStructure, _ marks: PDFWordMarks
  ) {
    self.structure = structure
    self.measures = measures
    self.marks = marks
    pieces = [[Piece]](repeating: [], count: structure.blocks.count)
    var last = 0
    for (index, line) in text.lines.enumerated() {
      var start = line.words.lowerBound
      while start < line.words.upperBound {
        let slot = marks.slots[start]
        var end = start + 1
        var labelWords = slot?.isLabel == true ? 1 : 0
        while end < line.words.upperBound, marks.slots[end]?.block == slot?.block,
          marks.slots[end]?.cell == slot?.cell
        {
          if marks.slots[end]?.isLabel == true, labelWords == end - start { labelWords += 1 }
          end += 1
        }
        var piece = line
        piece.words = start..<end
        piece.box = text.words[start..<end].dropFirst().reduce(text.words[start].box) {
          var box = $0
          box.formUnion($1.box)
          return box
        }
        let entry = Piece(
          line: piece, cell: slot?.cell ?? -1, labelWords: labelWords, source: index)
        if let slot {
          pieces[slot.block].append(entry)
          last = slot.block + 1
        } else {
          strays[last, default: []].append(entry)
        }
        start = end
      }
    }
  }

  /// True when many blocks end in the middle of a sentence: some programs tag every line.
  private func cutsSentences(_ text: PDFText) -> Bool {
    var pairs = 0
    var cuts = 0
    var previous: Piece?
    for (index, pieces) in pieces.enumerated() {
      guard structure.blocks[index].role == .text, let first = pieces.first, let last = pieces.last
      else {
        if !pieces.isEmpty { previous = nil }
        continue
      }
      defer { previous = last }
      guard let before = previous, before.line.page == first.line.page,
        let end = text.text(of: before.line).last,
        let start = text.text(of: first.line).first
      else { continue }
      pairs += 1
      let isOpen = isLetter(end) || end == 0x2C || end == 0x2D
      if isOpen, start >= 0x61, start <= 0x7A { cuts += 1 }
    }
    return cuts > 2 && cuts * 8 > pairs
  }

  // MARK: Paragraphs

  private mutating func compose(_ text: PDFText) {
    addStrays(after: 0)
    var index = 0
    while index < structure.blocks.count {
      let block = structure.blocks[index]
      if block.role == .row {
        var end = index + 1
        while end < structure.blocks.count, structure.blocks[end].role == .row,
          structure.blocks[end].table == block.table
        {
          end += 1
        }
        addTable(index..<end, text)
        for row in index..<end { addStrays(after: row + 1) }
        index = end
        continue
      }
      add(pieces[index], block.role, text)
      addStrays(after: index + 1)
      index += 1
    }
    paragraphs += footnotes
  }

  private mutating func add(_ pieces: [Piece], _ role: PDFStructure.Role, _ text: PDFText) {
    guard let first = pieces.first else { return }
    var paragraph = PDFParagraphs.Paragraph(lines: [], left: first.line.box.left)
    if role == .item || role == .footnote || role == .text {
      paragraph.labelWords = labelWords(of: pieces, role, text)
    }
    switch role {
    case .text: paragraph.role = paragraph.labelWords > 0 ? .item : .text
    case .heading(let level): paragraph.role = .heading(level: level)
    case .item: paragraph.role = .item
    case .quotation: paragraph.role = .quotation
    case .caption: paragraph.role = .caption
    case .footnote: paragraph.role = .footnote
    case .row: return
    }
    // An item that is nothing but its label says nothing.
    if pieces.count == 1, paragraph.labelWords == first.line.words.count { return }
    if role == .text, paragraph.labelWords == 0, goesOn(first.line, text) {
      paragraphs[paragraphs.count - 1].lines += append(pieces)
      return
    }
    paragraph.lines = append(pieces)
    if role == .footnote { footnotes.append(paragraph) } else { paragraphs.append(paragraph) }
  }

  /// True for the rest of a paragraph that a new page has cut in two, which is how Word tags it.
  private func goesOn(_ line: PDFText.Line, _ text: PDFText) -> Bool {
    guard let last = paragraphs.last, let index = last.lines.last,
      lines[index].page + 1 == line.page
    else { return false }
    switch last.role {
    case .text, .item: break
    default: return false
    }
    guard let end = text.text(of: lines[index]).last, let start = text.text(of: line).first,
      ![0x2E, 0x3A, 0x3F, 0x21, 0x3B].contains(end)
    else { return false }
    return start >= 0x61 && start <= 0x7A || !measures.isShort(lines[index])
  }

  /// How many words at the start are only a label: those tagged so, or a bullet or number.
  private func labelWords(
    of pieces: [Piece], _ role: PDFStructure.Role, _ text: PDFText
  ) -> Int {
    guard let first = pieces.first else { return 0 }
    if first.labelWords > 0 {
      let size = text.words[first.line.words.prefix(first.labelWords)].reduce(0) { $0 + $1.length }
      // The term of a list of terms is tagged as a label too.
      return size <= 12 && first.labelWords <= 2 ? first.labelWords : 0
    }
    guard first.line.words.count > 1 || pieces.count > 1 else { return 0 }
    let word = text.text(of: text.words[first.line.words.lowerBound])
    let isNote =
      role == .footnote && word.count <= 3 && word.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2A }
    return isNote || PDFLabel.isBullet(word) || PDFLabel.isNumber(word) ? 1 : 0
  }

  private mutating func append(_ pieces: [Piece]) -> [Int] {
    let start = lines.count
    for piece in pieces {
      var line = piece.line
      line.hasLabel = false
      line.labelIsElsewhere = false
      lines.append(line)
    }
    return Array(start..<lines.count)
  }

  /// Words without a tag stay where poppler reads them.
  private mutating func addStrays(after position: Int) {
    guard let pieces = strays[position] else { return }
    var open: [Piece] = []
    for piece in pieces {
      if let last = open.last, piece.source > last.source + 1 || piece.line.block != last.line.block
      {
        addStray(open)
        open = []
      }
      open.append(piece)
    }
    addStray(open)
  }

  private mutating func addStray(_ pieces: [Piece]) {
    guard let first = pieces.first else { return }
    paragraphs.append(
      PDFParagraphs.Paragraph(lines: append(pieces), left: first.line.box.left))
  }

  // MARK: Tables

  private mutating func addTable(_ range: Range<Int>, _ text: PDFText) {
    var grid: [(row: Int, columns: [Int])] = []
    /// For each column how many more rows a cell from above covers.
    var covered: [Int] = []
    var width = 0
    for row in range {
      var columns: [Int] = []
      var column = 0
      for cell in structure.blocks[row].cells {
        while column < covered.count, covered[column] > 0 { column += 1 }
        columns.append(column)
        let end = min(column + cell.columns, 1000)
        while covered.count < end { covered.append(0) }
        for index in min(column, end)..<end { covered[index] = cell.rows }
        column = end
      }
      for index in covered.indices where covered[index] > 0 { covered[index] -= 1 }
      width = max(width, column)
      if !pieces[row].isEmpty { grid.append((row, columns)) }
    }
    // A table of far more places than words is made to harm.
    let wordCount = grid.reduce(0) { $0 + pieces[$1.row].reduce(0) { $0 + $1.line.words.count } }
    guard width > 1, grid.count * width <= 16 * wordCount + 1000 else {
      // A frame around text.
      for (row, _) in grid { add(pieces[row], .text, text) }
      return
    }
    for (position, entry) in grid.enumerated() {
      let cells = structure.blocks[entry.row].cells
      var row = PDFTables.Row(cells: [[Int]](repeating: [], count: width))
      for piece in pieces[entry.row] {
        let cell = max(0, piece.cell)
        let column = cell < entry.columns.count ? entry.columns[cell] : 0
        row.cells[min(column, width - 1)] += append([piece])
      }
      row.isHeader =
        position == 0 && grid.count > 1
        && (cells.allSatisfy(\.isHeader) || looksLikeHeader(row, text))
      paragraphs.append(
        PDFParagraphs.Paragraph(
          lines: row.cells.flatMap { $0 }, role: .row(row, isFirst: position == 0),
          left: pieces[entry.row].first?.line.box.left ?? 0))
    }
  }

  private func looksLikeHeader(_ row: PDFTables.Row, _ text: PDFText) -> Bool {
    row.cells.allSatisfy { cell in
      let bytes = cell.flatMap { text.text(of: lines[$0]) }
      return !bytes.isEmpty && bytes.count <= 60
        && !bytes.contains { $0 >= 0x30 && $0 <= 0x39 }
    }
  }
}
