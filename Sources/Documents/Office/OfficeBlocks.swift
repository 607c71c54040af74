internal import SourceText

/// Makes blocks of the paragraphs and tables of a word processor's file.
///
/// Kept in a class because the handlers of its parts write into it one after the other.
final class OfficeBlocks {
  private(set) var builder: DocumentBuilder
  private var table = ParagraphTable()
  /// Bytes of all paragraphs so far, each with one for its end.
  private var wordCount = 0
  private var part: UInt32 = 0
  private var remarks: [String: (start: Int, end: Int, block: Int)] = [:]
  /// Ids of comments in the order in which they begin.
  private var remarkOrder: [String] = []

  /// `size` is that of the file, from which the bound on empty cells is taken.
  init(size: Int, limits: ReadingLimits) {
    builder = DocumentBuilder(
      source: UnsafeBufferPointer(start: nil, count: 0), limits: limits)
    builder.cellLimit = 16 * size + 1_000
  }

  var failure: ReadingError? { builder.failure }

  /// Says which part the next items stand in.
  func begin(part name: String) {
    endLists()
    part = UInt32(truncatingIfNeeded: table.parts.count)
    table.parts.append(name)
  }

  func add(_ item: OfficeItem) {
    guard builder.failure == nil else { return }
    switch item {
    case .paragraph(let paragraph):
      add(paragraph)
      for item in paragraph.following { add(item) }
    case .table(let table):
      add(table)
    }
  }

  private func add(_ paragraph: OfficeParagraph) {
    guard !paragraph.text.isEmpty, paragraph.role != .contents else {
      // Empty paragraphs are counted, and comments may begin or end in them.
      enter(paragraph)
      return note(paragraph.marks, base: builder.nextTextOffset, block: builder.lastBlock + 1)
    }
    builder.statedLanguage = paragraph.language
    begin(paragraph.role)
    write(paragraph)
    builder.end()
  }

  private func begin(_ role: OfficeParagraph.Role) {
    builder.end()
    switch role {
    case .item(let level):
      openItem(level: min(max(0, level), 20))
      builder.begin(.listItem)
    case .continuation where builder.listDepth > 0:
      builder.beginParagraph()
    case .code where builder.listDepth > 0:
      builder.begin(.code)
    case .heading(let level):
      endLists()
      builder.begin(.heading, level: min(6, max(1, level)))
    default:
      endLists()
      builder.begin(role.kind)
    }
  }

  private func openItem(level: Int) {
    while builder.listDepth > level + 1 { builder.closeList() }
    while builder.listDepth <= level { builder.openList(at: 0) }
    builder.openItem()
  }

  private func endLists() {
    builder.end()
    while builder.listDepth > 0 { builder.closeList() }
  }

  /// Writes a paragraph's text into the open block.
  private func write(_ paragraph: OfficeParagraph) {
    let start = enter(paragraph)
    let base = paragraph.text.withUnsafeBufferPointer { builder.words($0, at: start) }
    note(paragraph.marks, base: base, block: builder.lastBlock + 1)
  }

  /// Gives the paragraph its place among the words and returns it.
  @discardableResult
  private func enter(_ paragraph: OfficeParagraph) -> Int {
    let start = wordCount
    for piece in paragraph.pieces {
      table.paragraphs.append(
        ParagraphTable.Paragraph(
          start: UInt32(truncatingIfNeeded: start + piece.start),
          number: UInt32(truncatingIfNeeded: piece.number), part: part))
    }
    wordCount += paragraph.text.count + 1
    return start
  }

  // MARK: Tables

  private func add(_ table: OfficeTable) {
    if table.isLayout {
      for row in table.rows where !row.isRemoved {
        for cell in row.cells { for item in cell.items { add(item) } }
      }
      return
    }
    endLists()
    builder.openTable(at: 0)
    let headsColumns = table.mayHaveHeader && table.firstRowLooksLikeHeader
    let hasHeader = table.rows.contains(where: \.isHeader)
    for (index, row) in table.rows.enumerated() where !row.isRemoved {
      let isHeader = row.isHeader || (index == 0 && headsColumns && !hasHeader)
      add(row, as: isHeader ? .tableHeader : .tableRow)
    }
    builder.closeTable()
  }

  private func add(_ row: OfficeTable.Row, as kind: Block.Kind) {
    builder.statedLanguage =
      row.cells.lazy.flatMap(\.items).compactMap { item in
        if case .paragraph(let paragraph) = item { paragraph.language } else { nil }
      }.first
    builder.begin(kind)
    for _ in 0..<min(row.skippedColumns, 1_000) { builder.beginCell() }
    for cell in row.cells {
      builder.beginCell()
      if !cell.isCovered { write(cell) }
      for _ in 1..<max(2, min(cell.columns, 1_000)) where cell.columns > 1 {
        builder.beginCell()
      }
    }
    builder.end()
  }

  /// The paragraphs of a cell, each on a line of its own.
  private func write(_ cell: OfficeTable.Cell) {
    var hasText = false
    func write(_ items: [OfficeItem]) {
      for case .paragraph(let paragraph) in items {
        if hasText, !paragraph.text.isEmpty {
          builder.words(Self.lineFeed, at: max(0, wordCount - 1))
        }
        if paragraph.text.isEmpty { enter(paragraph) } else { self.write(paragraph) }
        hasText = hasText || !paragraph.text.isEmpty
        write(paragraph.following)
      }
    }
    write(cell.items)
  }

  private static let lineFeed: [UInt8] = [0x0A]

  // MARK: Comments

  private func note(_ marks: [OfficeParagraph.Mark], base: Int, block: Int) {
    for mark in marks {
      let offset = max(0, base + mark.offset)
      if mark.isEnd {
        if remarks[mark.comment] == nil {
          remarkOrder.append(mark.comment)
          remarks[mark.comment] = (offset, offset, block)
        }
        remarks[mark.comment]?.end = offset
      } else if remarks[mark.comment] == nil {
        remarkOrder.append(mark.comment)
        remarks[mark.comment] = (offset, offset, block)
      }
    }
  }

  // MARK: The result

  /// Moves everything into the document and returns what is stated of each block's language.
  ///
  /// `comments` are texts and authors by id.
  func finish(
    into document: inout Document, comments: [String: OfficeComment]
  ) throws(ReadingError) -> [Language?] {
    endLists()
    for id in remarkOrder {
      guard let place = remarks[id], let comment = comments[id] else { continue }
      builder.addRemark(
        Remark(
          text: comment.text, author: comment.author,
          textRange: place.start..<max(place.start, place.end), block: place.block))
    }
    try builder.finish(into: &document)
    document.layout = .paragraphs(table)
    return builder.statedLanguages
  }
}

/// A comment of a word processor's file.
struct OfficeComment {
  var text: String
  var author: String?
}

extension OfficeParagraph.Role {
  /// The kind of the block; that of a paragraph for whatever is none of the others.
  fileprivate var kind: Block.Kind {
    switch self {
    case .quotation: .quotation
    case .code: .code
    case .caption: .caption
    case .footnote: .footnote
    default: .paragraph
    }
  }
}
