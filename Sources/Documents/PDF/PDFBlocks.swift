/// Makes blocks of the paragraphs of a PDF.
struct PDFBlocks {
  private var builder: DocumentBuilder
  private var table = PageTable()
  private let text: PDFText
  private let hyphens: PDFHyphens
  /// Left edges of the items of each open list, outermost first.
  private var listLefts: [Float] = []
  private var wordCount = 0
  private var buffer: [UInt8] = []
  private var isInTable = false

  init(_ text: PDFText, hyphens: PDFHyphens, size: Int, limits: ReadingLimits) {
    self.text = text
    self.hyphens = hyphens
    builder = DocumentBuilder(source: UnsafeBufferPointer(start: nil, count: 0), limits: limits)
    builder.cellLimit = 16 * size + 1_000
    table.words.reserveCapacity(text.words.count)
  }

  mutating func add(_ paragraph: PDFParagraphs.Paragraph) {
    builder.end()
    if case .row(let row, let isFirst) = paragraph.role { return add(row, isFirst: isFirst) }
    if isInTable { builder.closeTable() }
    isInTable = false
    switch paragraph.role {
    case .heading(let level):
      closeLists()
      builder.begin(.heading, level: level)
    case .item:
      openItem(paragraph.left)
      builder.begin(.listItem)
    case .footnote:
      closeLists()
      builder.begin(.footnote)
    case .caption:
      closeLists()
      builder.begin(.caption)
    case .quotation:
      closeLists()
      builder.openQuotation(at: 0)
      builder.begin(.quotation)
    case .text:
      while let last = listLefts.last, paragraph.left <= last + 3 {
        listLefts.removeLast()
        builder.closeList()
      }
      builder.begin(.paragraph)
    case .row: break
    }
    write(paragraph.lines, labelWords: paragraph.labelWords)
    builder.end()
    if case .quotation = paragraph.role { builder.closeQuotation() }
  }

  private mutating func add(_ row: PDFTables.Row, isFirst: Bool) {
    closeLists()
    if isFirst {
      if isInTable { builder.closeTable() }
      builder.openTable(at: 0)
      isInTable = true
    }
    builder.begin(row.isHeader ? .tableHeader : .tableRow)
    for cell in row.cells {
      builder.beginCell()
      write(cell, labelWords: 0)
    }
    builder.end()
  }

  private mutating func openItem(_ left: Float) {
    while let last = listLefts.last, left < last - 6 {
      listLefts.removeLast()
      builder.closeList()
    }
    if listLefts.last.map({ left > $0 + 6 && listLefts.count < 20 }) ?? true {
      builder.openList(at: 0)
      listLefts.append(left)
    }
    builder.openItem()
  }

  private mutating func closeLists() {
    for _ in listLefts { builder.closeList() }
    listLefts.removeAll(keepingCapacity: true)
  }

  /// Writes lines into the open block, the first one without its label.
  private mutating func write(_ lines: [Int], labelWords: Int) {
    guard !lines.isEmpty else { return }
    buffer.removeAll(keepingCapacity: true)
    // A word that goes on after a hyphen at the end of a line.
    var dividedBy: ArraySlice<UInt8>?
    for (position, index) in lines.enumerated() {
      let line = text.lines[index]
      let words = position == 0 ? line.words.dropFirst(labelWords) : line.words[...]
      for word in words where !isNoteMark(word, line) {
        let bytes = text.text(of: text.words[word])
        if let first = dividedBy {
          if !hyphens.keeps(first, bytes) { buffer.removeLast() }
        } else if !buffer.isEmpty {
          buffer.append(0x20)
        }
        dividedBy = nil
        table.words.append(
          PageTable.Word(
            start: UInt32(truncatingIfNeeded: wordCount + buffer.count),
            page: UInt32(truncatingIfNeeded: line.page), box: text.words[word].box))
        buffer.append(contentsOf: bytes)
      }
      guard let last = words.last, position + 1 < lines.count else { continue }
      let bytes = text.text(of: text.words[last])
      let next = text.lines[lines[position + 1]].words.first
      if bytes.count > 2, bytes.last == 0x2D, isLetter(bytes[bytes.endIndex - 2]),
        let next, let first = text.text(of: text.words[next]).first, first >= 0x61
      {
        dividedBy = bytes
      }
    }
    let start = wordCount
    _ = buffer.withUnsafeBufferPointer { builder.words($0, at: start) }
    wordCount += buffer.count + 1
  }

  /// A small raised number after a word, which refers to a note.
  private func isNoteMark(_ index: Int, _ line: PDFText.Line) -> Bool {
    let word = text.words[index]
    guard word.length <= 3, index > line.words.lowerBound,
      word.box.bottom - word.box.top < line.height * 0.87,
      word.box.bottom < line.box.bottom - line.height * 0.1
    else { return false }
    return text.text(of: word).allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Moves everything into the document.
  mutating func finish(into document: inout Document) throws(ReadingError) {
    closeLists()
    if isInTable { builder.closeTable() }
    isInTable = false
    try builder.finish(into: &document)
    document.layout = .pages(table)
  }

  var failure: ReadingError? { builder.failure }
  var blockCount: Int { builder.lastBlock + 1 }
}
