internal import SourceText

/// Reads the paragraphs and tables of one part of a Word file: the body, the notes, a header.
///
/// Tracked changes are taken as accepted or as rejected. Of two versions of the same content (a drawing
/// and its picture for old programs) the first is read.
final class WordBody: XMLHandler {
  private let styles: WordStyles
  private let numbering: WordNumbering
  private let changes: TrackedChanges
  /// Which notes the text refers to, as "f1", "e2".
  private(set) var references: Set<String>
  private let emit: (OfficeItem) -> Void
  private(set) var failure: ReadingError?
  private let notesRuns: Bool
  /// Where the text of each run that was read begins, in the order of the runs, if it was asked for.
  private(set) var runStarts: [RunStart] = []

  /// Where the text of a run stands in its paragraph.
  struct RunStart {
    /// 1-based number of the run in its part, every run counted.
    var run: Int
    /// 1-based number of the paragraph in its part.
    var paragraph: Int
    /// UTF-8 offset in the text of the paragraph.
    var offset: Int
  }

  /// What is being read inside of what: cells and text boxes collect, everything else goes out.
  private var collectors: [[OfficeItem]] = []
  private var tables: [OfficeTable] = []
  private var paragraphs: [OpenParagraph] = []
  /// Paragraphs whose end tracked changes have taken out, by depth of `collectors`.
  private var carried: [Int: OfficeParagraph] = [:]
  private var controls: [Control] = []
  /// For each open choice between versions whether one was read.
  private var alternates: [Bool] = []

  private var paragraphCount = 0
  private var runCount = 0
  private var isInText = false
  /// How many of these are open inside each other: one without contents may have been left out.
  private var paragraphPropertiesDepth = 0
  private var runPropertiesDepth = 0
  private var rowPropertiesDepth = 0
  private var isInParagraphProperties: Bool { paragraphPropertiesDepth > 0 }
  private var isInNumbering = false
  /// Depth inside an element that is passed over, 0 outside.
  private var skipDepth = 0
  /// Depth of a table of contents that an open content control holds.
  private var contentsDepth = 0
  /// The note being read, and whether it is one that the text refers to.
  private var isInNote = false

  private struct OpenParagraph {
    var paragraph = OfficeParagraph()
    var style: String?
    var numberingID: Int?
    var numberingLevel: Int?
    var outlineLevel: Int?
    var isIndented = false
    /// The paragraph's end is inserted or deleted, as the view has it: the next one goes on.
    var isJoined = false
    var runLanguage: Language?
    var isHidden = false
    var languageSizes: (english: Int, french: Int) = (0, 0)

    /// Appends text and returns where it stands, as a run's beginning does; `nil` when it is hidden.
    ///
    /// `isPrompt` says that it is the first of a prompt, which stands in brackets.
    mutating func append(
      _ bytes: some Collection<UInt8>, isPrompt: Bool
    ) -> (paragraph: Int, offset: Int)? {
      if isHidden { return nil }
      if isPrompt { paragraph.text.append(0x5B) }
      let start = paragraph.text.count
      paragraph.text.append(contentsOf: bytes)
      removeSoftHyphens(from: start, &paragraph.text)
      let size = paragraph.text.count - start
      switch runLanguage {
      case .english?: languageSizes.english += size
      case .french?: languageSizes.french += size
      case nil: break
      }
      guard let piece = paragraph.pieces.last else { return nil }
      return (piece.number, start - piece.start)
    }
  }

  private struct Control {
    var isPlaceholder = false
    var isContents = false
    var hasText = false
  }

  init(
    styles: WordStyles, numbering: WordNumbering, changes: TrackedChanges,
    references: Set<String> = [], notesRuns: Bool = false, emit: @escaping (OfficeItem) -> Void
  ) {
    self.notesRuns = notesRuns
    self.styles = styles
    self.numbering = numbering
    self.changes = changes
    self.references = references
    self.emit = emit
  }

  // MARK: Events

  func start(_ name: Int, _ attributes: XMLAttributes) {
    guard name >= 0 else {
      if skipDepth > 0 { skipDepth += 1 }
      return
    }
    let element = WordElement.all[name]
    // Every paragraph is counted, so that its number is found again in the file.
    if element == .paragraph { paragraphCount += 1 }
    if element == .run { runCount += 1 }
    if skipDepth > 0 {
      skipDepth += 1
      return
    }
    if element.isPassedOver || isPassedOver(element, attributes) {
      skipDepth = 1
      return
    }
    switch element {
    case .paragraph: openParagraph()
    case .textBox: collectors.append([])
    case .text, .mathText: isInText = true
    case .deletedText: isInText = changes == .rejected
    case .table, .tableRow, .tableCell: openTablePart(element)
    case .alternate: alternates.append(false)
    case .control: controls.append(Control())
    case .controlContent: openControl()
    case .footnote, .endnote: isInNote = true
    default: property(element, attributes)
    }
  }

  func end(_ name: Int) {
    if skipDepth > 0 {
      skipDepth -= 1
      return
    }
    guard name >= 0 else { return }
    switch WordElement.all[name] {
    case .paragraph: closeParagraph()
    case .textBox:
      let items = closeCollector()
      if paragraphs.isEmpty { items.forEach(send) } else { following(items) }
    case .text, .mathText, .deletedText: isInText = false
    case .paragraphProperties: paragraphPropertiesDepth -= 1
    case .runProperties: runPropertiesDepth -= 1
    case .rowProperties: rowPropertiesDepth -= 1
    case .numbering: isInNumbering = false
    case .run:
      edit {
        $0.isHidden = false; $0.runLanguage = nil
      }
    case .table: closeTable()
    case .tableCell: closeCell()
    case .alternate: if !alternates.isEmpty { alternates.removeLast() }
    case .controlContent: closePlaceholder()
    case .control:
      if let control = controls.popLast(), control.isContents { contentsDepth -= 1 }
    case .footnote, .endnote: isInNote = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText, skipDepth == 0 else { return }
    append(bytes)
  }

  /// Ends the part.
  func finish() {
    while !paragraphs.isEmpty { closeParagraph() }
    if let rest = carried.removeValue(forKey: 0) { send(.paragraph(rest)) }
  }

  // MARK: What is passed over

  private func isPassedOver(_ element: WordElement, _ attributes: XMLAttributes) -> Bool {
    switch element {
    case .deleted, .movedFrom:
      if isInParagraphProperties {
        if changes == .accepted { edit { $0.isJoined = true } }
        return false
      }
      if rowPropertiesDepth > 0 { return removeRow(when: .accepted) }
      return changes == .accepted
    case .inserted, .movedTo:
      if isInParagraphProperties {
        if changes == .rejected { edit { $0.isJoined = true } }
        return false
      }
      if rowPropertiesDepth > 0 { return removeRow(when: .rejected) }
      return changes == .rejected
    case .choice:
      guard let last = alternates.indices.last else { return false }
      defer { alternates[last] = true }
      return alternates[last]
    case .fallback:
      return alternates.last ?? false
    case .footnote, .endnote:
      // Separators have a type; notes whose reference was taken out are not read.
      let id = (element == .footnote ? "f" : "e") + (attributes.string("id") ?? "")
      return !references.contains(id)
    default:
      return false
    }
  }

  private func removeRow(when changes: TrackedChanges) -> Bool {
    guard self.changes == changes, let table = tables.indices.last,
      let row = tables[table].rows.indices.last
    else { return false }
    tables[table].rows[row].isRemoved = true
    return false
  }

  // MARK: Properties and small things

  private func property(_ element: WordElement, _ attributes: XMLAttributes) {
    switch element {
    case .paragraphProperties: paragraphPropertiesDepth += 1
    case .runProperties: runPropertiesDepth += 1
    case .rowProperties: rowPropertiesDepth += 1
    case .numbering: isInNumbering = true
    case .style: edit { $0.style = attributes.string("val") }
    case .numberingLevel: if isInNumbering { edit { $0.numberingLevel = attributes.number("val") } }
    case .numberingID: if isInNumbering { edit { $0.numberingID = attributes.number("val") } }
    case .outlineLevel: edit { $0.outlineLevel = attributes.number("val") }
    case .indentation:
      let left = attributes.number("left") ?? attributes.number("start") ?? 0
      edit { $0.isIndented = left > 0 }
    case .frame:
      // A large first letter stands in a paragraph of its own; the next one goes on after it.
      if let drop = attributes.string("dropCap"), drop != "none" { edit { $0.isJoined = true } }
    case .language:
      if runPropertiesDepth > 0, !isInParagraphProperties, let tag = attributes.string("val") {
        edit { $0.runLanguage = Language(tag: tag) }
      }
    case .vanish:
      if !isInParagraphProperties, attributes.isOn { edit { $0.isHidden = true } }
    case .tab: if !isInParagraphProperties { append(Self.blank) }
    case .positionedTab: append(Self.blank)
    case .lineBreak, .carriageReturn: append(Self.lineFeed)
    case .noBreakHyphen: append(Self.noBreakHyphen)
    case .symbol: append(WordSymbol.text(attributes))
    case .commentStart, .commentReference, .commentEnd: mark(element, attributes)
    case .footnoteReference: references.insert("f" + (attributes.string("id") ?? ""))
    case .endnoteReference: references.insert("e" + (attributes.string("id") ?? ""))
    case .gallery:
      if attributes.string("val") == "Table of Contents", let last = controls.indices.last,
        !controls[last].isContents
      {
        controls[last].isContents = true
        contentsDepth += 1
      }
    case .showsPlaceholder:
      if attributes.isOn, let last = controls.indices.last { controls[last].isPlaceholder = true }
    default: tableProperty(element, attributes)
    }
  }

  private func mark(_ element: WordElement, _ attributes: XMLAttributes) {
    guard let id = attributes.string("id") else { return }
    let isEnd = element != .commentStart
    if paragraphs.isEmpty {
      // Between two paragraphs: the next one is meant, or for an end the one before.
      pendingMarks.append((id, isEnd))
    } else {
      edit {
        $0.paragraph.marks.append(
          OfficeParagraph.Mark(comment: id, offset: $0.paragraph.text.count, isEnd: isEnd))
      }
    }
  }

  private var pendingMarks: [(id: String, isEnd: Bool)] = []

  // MARK: Paragraphs

  private func edit(_ change: (inout OpenParagraph) -> Void) {
    guard let last = paragraphs.indices.last else { return }
    change(&paragraphs[last])
  }

  private func openParagraph() {
    var open = OpenParagraph()
    if let before = carried.removeValue(forKey: collectors.count) { open.paragraph = before }
    open.paragraph.pieces.append(
      OfficeParagraph.Piece(start: open.paragraph.text.count, number: paragraphCount))
    for mark in pendingMarks {
      open.paragraph.marks.append(
        OfficeParagraph.Mark(
          comment: mark.id, offset: open.paragraph.text.count, isEnd: mark.isEnd))
    }
    pendingMarks = []
    paragraphs.append(open)
  }

  private func closeParagraph() {
    guard var open = paragraphs.popLast() else { return }
    isInText = false
    let sizes = open.languageSizes
    if sizes.english + sizes.french > 0 {
      open.paragraph.language = sizes.french > sizes.english ? .french : .english
    }
    open.paragraph.role = role(of: open)
    if open.isJoined {
      carried[collectors.count] = open.paragraph
    } else {
      send(.paragraph(open.paragraph))
    }
  }

  private func role(of open: OpenParagraph) -> OfficeParagraph.Role {
    if contentsDepth > 0 { return .contents }
    let style = styles.style(open.style)
    if isInNote { return style.role == .contents ? .contents : .footnote }
    if style.role == .contents { return .contents }
    if let level = open.outlineLevel ?? style.outlineLevel, level < 9 {
      return .heading(level: level + 1)
    }
    if case .heading = style.role, open.outlineLevel == nil { return style.role }
    let id = open.numberingID ?? style.numberingID
    let level =
      open.numberingLevel ?? style.numberingLevel
      ?? id.flatMap { numbering.level(ofStyle: open.style, in: $0) } ?? 0
    if let id, id != 0, style.role != .code, style.role != .caption {
      switch numbering.kind(id, level) {
      case .item: return .item(level: level)
      case .blank: return .continuation
      case .none: break
      }
    }
    if style.role == .plain, open.isIndented { return .continuation }
    return style.role
  }

  private func append(_ bytes: some Collection<UInt8>) {
    guard skipDepth == 0, let last = paragraphs.indices.last else { return }
    let isPrompt = controls.last.map { $0.isPlaceholder && !$0.hasText } ?? false
    guard let place = paragraphs[last].append(bytes, isPrompt: isPrompt) else { return }
    if isPrompt { controls[controls.count - 1].hasText = true }
    if notesRuns, runStarts.last?.run != runCount {
      runStarts.append(
        RunStart(run: runCount, paragraph: place.paragraph, offset: place.offset))
    }
  }

  // MARK: Content controls

  private func openControl() {
    guard let last = controls.indices.last, controls[last].isPlaceholder else { return }
    controls[last].hasText = false
  }

  /// The prompt of a control that nobody filled in stands in brackets, as an instruction does.
  private func closePlaceholder() {
    guard let control = controls.indices.last, controls[control].isPlaceholder,
      controls[control].hasText
    else { return }
    controls[control].isPlaceholder = false
    edit { $0.paragraph.text.append(0x5D) }
  }

  // MARK: Text boxes and tables

  private func following(_ items: [OfficeItem]) {
    edit { $0.paragraph.following += items }
  }

  /// Hands an item to what collects it.
  private func send(_ item: OfficeItem) {
    if let last = collectors.indices.last { collectors[last].append(item) } else { emit(item) }
  }

  private func closeCollector() -> [OfficeItem] {
    if let rest = carried.removeValue(forKey: collectors.count) { send(.paragraph(rest)) }
    return collectors.popLast() ?? []
  }

  private func openTablePart(_ element: WordElement) {
    switch element {
    case .table: tables.append(OfficeTable())
    case .tableRow:
      guard let table = tables.indices.last else { return }
      tables[table].rows.append(OfficeTable.Row())
    default:
      collectors.append([])
      editRow { $0.cells.append(OfficeTable.Cell()) }
    }
  }

  private func tableProperty(_ element: WordElement, _ attributes: XMLAttributes) {
    switch element {
    case .tableLook:
      guard let table = tables.indices.last else { return }
      let bits = attributes.string("val").flatMap { Int($0, radix: 16) } ?? 0
      let stated = attributes.string("firstRow").map { $0 == "1" || $0 == "true" }
      tables[table].mayHaveHeader = stated ?? (bits & 0x20 != 0)
    case .headerRow: if attributes.isOn { editRow { $0.isHeader = true } }
    case .gridBefore: editRow { $0.skippedColumns = max(0, attributes.number("val") ?? 0) }
    case .gridSpan: editCell { $0.columns = max(1, attributes.number("val") ?? 1) }
    case .verticalMerge:
      editCell { $0.isCovered = attributes.string("val") != "restart" }
    case .cellDeleted: if changes == .accepted { editCell { $0.isCovered = true } }
    case .cellInserted: if changes == .rejected { editCell { $0.isCovered = true } }
    default: break
    }
  }

  private func editRow(_ change: (inout OfficeTable.Row) -> Void) {
    guard let table = tables.indices.last, let row = tables[table].rows.indices.last else { return }
    change(&tables[table].rows[row])
  }

  private func editCell(_ change: (inout OfficeTable.Cell) -> Void) {
    editRow { row in
      guard let cell = row.cells.indices.last else { return }
      change(&row.cells[cell])
    }
  }

  private func closeCell() {
    let items = closeCollector()
    editCell { $0.items = items }
  }

  private func closeTable() {
    if let table = tables.popLast() { send(.table(table)) }
  }

  private static let blank: [UInt8] = [0x20]
  private static let lineFeed: [UInt8] = [0x0A]
  /// U+2011, as the character stands in other formats.
  private static let noBreakHyphen: [UInt8] = [0xE2, 0x80, 0x91]
}

/// Takes U+00AD, which only says where a word may be divided, out of the end of a text.
func removeSoftHyphens(from start: Int, _ text: inout [UInt8]) {
  guard let first = text[start...].firstIndex(of: 0xAD), first > start else { return }
  var kept = start
  var index = start
  while index < text.count {
    if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xAD {
      index += 2
      continue
    }
    text[kept] = text[index]
    kept += 1
    index += 1
  }
  text.removeLast(text.count - kept)
}
