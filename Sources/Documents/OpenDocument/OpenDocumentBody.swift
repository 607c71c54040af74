internal import SourceText

/// Reads the paragraphs and tables of the content of an ODT file.
final class OpenDocumentBody: XMLHandler {
  private(set) var failure: ReadingError?
  private(set) var comments: [String: OfficeComment] = [:]
  private let styles: OpenDocumentStyles
  private let changes: TrackedChanges
  private let emit: (OfficeItem) -> Void

  private var collectors: [[OfficeItem]] = []
  private var tables: [OfficeTable] = []
  private var paragraphs: [OpenParagraph] = []
  private var notes: [OfficeItem] = []
  /// For each open list whether its item has had its text.
  private var lists: [Bool] = []
  /// Lists that were open where a cell, text box or note began.
  private var outerLists: [[Bool]] = []
  private var languages: [Language?] = []
  private var paragraphCount = 0
  private var skipDepth = 0
  private var contentsDepth = 0
  private var headerRowDepth = 0
  private var noteDepth = 0

  private var annotation: (id: String, author: [UInt8], text: [UInt8])?
  private var annotationCount = 0
  private var isInCreator = false

  /// Ids of tracked insertions, and what tracked deletions took out, by id.
  private var insertions: Set<String> = []
  private var deletions: [String: [OfficeItem]] = [:]
  private var regionID: String?
  /// Insertions that are open and passed over.
  private var hiddenInsertions = 0

  private struct OpenParagraph {
    var paragraph = OfficeParagraph()
    var isHeading = false
    var level = 1
    var style: String?
    var endsInBlank = true
    var languageSizes: (english: Int, french: Int) = (0, 0)
  }

  init(
    styles: OpenDocumentStyles, changes: TrackedChanges, emit: @escaping (OfficeItem) -> Void
  ) {
    self.styles = styles
    self.changes = changes
    self.emit = emit
  }

  // MARK: Events

  func start(_ name: Int, _ attributes: XMLAttributes) {
    if skipDepth > 0 {
      skipDepth += 1
      return
    }
    guard name >= 0 else { return }
    let element = OpenDocumentElement.all[name]
    switch element {
    case .paragraph, .heading: openParagraph(element, attributes)
    case .span: languages.append(styles.language(attributes.string("style-name")))
    case .space:
      let count = max(1, min(100, attributes.number("c") ?? 1))
      append([UInt8](repeating: 0x20, count: count))
    case .tab: append([0x20])
    case .lineBreak: append([0x0A])
    case .list: lists.append(false)
    case .listItem, .listHeader: if !lists.isEmpty { lists[lists.count - 1] = false }
    case .note: noteDepth += 1
    case .noteBody, .textBox: openCollector()
    case .noteCitation, .rubyText, .forms, .sequences, .variables, .changeInfo, .date:
      skipDepth = 1
    case .placeholder: append([0x5B])
    case .contents, .illustrationIndex, .tableIndex, .alphabeticalIndex: contentsDepth += 1
    case .annotation: openAnnotation(attributes)
    case .annotationEnd: mark(attributes.string("name") ?? "", isEnd: true)
    case .creator: isInCreator = annotation != nil
    case .table, .headerRows, .row, .cell, .coveredCell: startTablePart(element, attributes)
    default: startChange(element, attributes)
    }
  }

  func end(_ name: Int) {
    if skipDepth > 0 {
      skipDepth -= 1
      return
    }
    guard name >= 0 else { return }
    switch OpenDocumentElement.all[name] {
    case .paragraph, .heading: closeParagraph()
    case .span: _ = languages.popLast()
    case .list: _ = lists.popLast()
    case .note: noteDepth -= 1
    case .noteBody: notes += closeCollector()
    case .textBox:
      let items = closeCollector()
      if let last = paragraphs.indices.last {
        paragraphs[last].paragraph.following += items
      } else {
        items.forEach(send)
      }
    case .placeholder: append([0x5D])
    case .contents, .illustrationIndex, .tableIndex, .alphabeticalIndex: contentsDepth -= 1
    case .annotation: closeAnnotation()
    case .creator: isInCreator = false
    case .table: if let table = tables.popLast() { send(.table(table)) }
    case .headerRows: headerRowDepth -= 1
    case .cell:
      let items = closeCollector()
      editRow { row in
        if let last = row.cells.indices.last { row.cells[last].items = items }
      }
    case .deletion:
      let items = closeCollector()
      if let regionID { deletions[regionID] = items }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipDepth == 0 else { return }
    if annotation == nil {
      appendFolded(bytes)
    } else if isInCreator {
      annotation?.author.append(contentsOf: bytes)
    } else if !paragraphs.isEmpty {
      annotation?.text.append(contentsOf: bytes)
    }
  }

  /// Hands out the notes, which stand where they are referred to, at the end.
  func finish() {
    for item in notes { emit(item) }
  }

  // MARK: Paragraphs

  private func openParagraph(_ element: OpenDocumentElement, _ attributes: XMLAttributes) {
    paragraphCount += 1
    var open = OpenParagraph()
    open.isHeading = element == .heading
    open.level = attributes.number("outline-level") ?? 1
    open.style = attributes.string("style-name")
    open.paragraph.pieces = [OfficeParagraph.Piece(start: 0, number: paragraphCount)]
    if annotation?.text.isEmpty == false { annotation?.text.append(0x0A) }
    paragraphs.append(open)
  }

  private func closeParagraph() {
    guard var open = paragraphs.popLast(), annotation == nil else { return }
    let sizes = open.languageSizes
    if sizes.english + sizes.french > 0 {
      open.paragraph.language = sizes.french > sizes.english ? .french : .english
    } else {
      open.paragraph.language = styles.language(open.style)
    }
    while open.paragraph.text.last == 0x20 { open.paragraph.text.removeLast() }
    open.paragraph.role = role(of: open)
    send(.paragraph(open.paragraph))
  }

  private func role(of open: OpenParagraph) -> OfficeParagraph.Role {
    if contentsDepth > 0 { return .contents }
    if noteDepth > 0 { return .footnote }
    let style = styles.role(open.style)
    if style == .contents { return .contents }
    if open.isHeading { return .heading(level: open.level) }
    if case .heading? = style { return style ?? .plain }
    if let last = lists.last, style != .code, style != .quotation {
      if last { return .continuation }
      if !open.paragraph.text.isEmpty { lists[lists.count - 1] = true }
      return .item(level: lists.count - 1)
    }
    return style ?? .plain
  }

  private func append(_ bytes: [UInt8]) {
    guard hiddenInsertions == 0, annotation == nil, let last = paragraphs.indices.last else {
      return
    }
    paragraphs[last].paragraph.text.append(contentsOf: bytes)
    paragraphs[last].endsInBlank = bytes.last == 0x20 || bytes.last == 0x0A
  }

  /// White space of any length is one blank, and none at the start (ODF 1.3 part 3, section 6.1.2).
  private func appendFolded(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard hiddenInsertions == 0, let last = paragraphs.indices.last else { return }
    let start = paragraphs[last].paragraph.text.count
    for byte in bytes {
      if isWhitespace(byte) {
        if !paragraphs[last].endsInBlank { paragraphs[last].paragraph.text.append(0x20) }
        paragraphs[last].endsInBlank = true
      } else {
        paragraphs[last].paragraph.text.append(byte)
        paragraphs[last].endsInBlank = false
      }
    }
    removeSoftHyphens(from: start, &paragraphs[last].paragraph.text)
    let size = paragraphs[last].paragraph.text.count - start
    switch languages.last(where: { $0 != nil }) ?? nil {
    case .english?: paragraphs[last].languageSizes.english += size
    case .french?: paragraphs[last].languageSizes.french += size
    case nil: break
    }
  }

  // MARK: Comments

  private func openAnnotation(_ attributes: XMLAttributes) {
    annotationCount += 1
    let id = attributes.string("name") ?? "#\(annotationCount)"
    mark(id, isEnd: false)
    annotation = (id, [], [])
  }

  private func closeAnnotation() {
    guard let found = annotation else { return }
    comments[found.id] = OfficeComment(
      text: String(decoding: trimmed(found.text[...]), as: UTF8.self),
      author: found.author.isEmpty ? nil : String(decoding: found.author, as: UTF8.self))
    annotation = nil
  }

  private func mark(_ id: String, isEnd: Bool) {
    guard let last = paragraphs.indices.last else { return }
    paragraphs[last].paragraph.marks.append(
      OfficeParagraph.Mark(
        comment: id, offset: paragraphs[last].paragraph.text.count, isEnd: isEnd))
  }

  // MARK: Text boxes, cells, notes

  private func openCollector() {
    collectors.append([])
    outerLists.append(lists)
    lists = []
  }

  private func closeCollector() -> [OfficeItem] {
    lists = outerLists.popLast() ?? []
    return collectors.popLast() ?? []
  }

  private func send(_ item: OfficeItem) {
    if let last = collectors.indices.last { collectors[last].append(item) } else { emit(item) }
  }

  // MARK: Tables

  private func startTablePart(_ element: OpenDocumentElement, _ attributes: XMLAttributes) {
    switch element {
    case .table:
      var table = OfficeTable()
      table.mayHaveHeader = true
      tables.append(table)
    case .headerRows: headerRowDepth += 1
    case .row:
      guard let last = tables.indices.last else { return }
      var row = OfficeTable.Row()
      row.isHeader = headerRowDepth > 0
      tables[last].rows.append(row)
    default:
      var cell = OfficeTable.Cell()
      cell.isCovered = element == .coveredCell
      // A wide cell is followed by covered ones, each of which counts for itself; a repeated one stands
      // for many.
      cell.columns = max(1, min(attributes.number("number-columns-repeated") ?? 1, 1_000))
      editRow { $0.cells.append(cell) }
      if element == .cell { openCollector() }
    }
  }

  private func editRow(_ change: (inout OfficeTable.Row) -> Void) {
    guard let table = tables.indices.last, let row = tables[table].rows.indices.last else { return }
    change(&tables[table].rows[row])
  }

  // MARK: Tracked changes

  private func startChange(_ element: OpenDocumentElement, _ attributes: XMLAttributes) {
    switch element {
    case .changedRegion: regionID = attributes.string("id")
    case .insertion: if let regionID { insertions.insert(regionID) }
    case .deletion: openCollector()
    case .change: restoreDeletion(attributes.string("change-id"))
    case .changeStart: if isHidden(attributes) { hiddenInsertions += 1 }
    case .changeEnd: if isHidden(attributes) { hiddenInsertions = max(0, hiddenInsertions - 1) }
    default: break
    }
  }

  private func isHidden(_ attributes: XMLAttributes) -> Bool {
    changes == .rejected && insertions.contains(attributes.string("change-id") ?? "")
  }

  /// Puts back what was deleted, when changes are rejected.
  private func restoreDeletion(_ id: String?) {
    guard changes == .rejected, let id, let items = deletions[id] else { return }
    for (index, item) in items.enumerated() {
      guard case .paragraph(let paragraph) = item else { continue }
      if index > 0 { append([0x0A]) }
      append(paragraph.text)
    }
  }
}
