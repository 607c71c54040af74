internal import Documents
internal import Judging
internal import Matching
internal import SourceText

/// One walk over a document's units.
struct FactReading {
  let document: Document
  let source: [TextUnit]
  let setting: DocumentSetting
  var tokens: FactTokens
  var facts: FactsDraft
  /// For each unit, whether a word in it may bind or soften.
  var hasModal: [Bool]
  /// Unit of each heading block.
  private var headingUnits: [Int32: Int32] = [:]
  /// Roles of the columns, by header block.
  var columns: [Int32: [ColumnRole?]] = [:]

  init(document: Document, units: [TextUnit], setting: DocumentSetting, tokens: FactTokens) {
    self.document = document
    self.source = units
    self.setting = setting
    self.tokens = tokens
    self.facts = FactsDraft(
      path: document.path, language: document.language, kind: setting.kind, title: document.title,
      text: document.text)
    self.hasModal = [Bool](repeating: false, count: units.count)
    facts.issued = Self.issued(document)
    facts.units.reserveCapacity(units.count)
    facts.words.reserveCapacity(document.text.count / 9)
  }

  /// The day that the file's own metadata give, as 20170307; a year alone is its last day.
  private static func issued(_ document: Document) -> Int {
    let keys = ["date", "issued", "published", "date-issued", "date-published", "dcterms.issued"]
    guard let value = document.metadata.first(where: { keys.contains($0.key) })?.value else {
      return 0
    }
    let parts = value.split { !$0.isNumber }.prefix(3).compactMap { Int($0) }
    guard let year = parts.first, (1900...2199).contains(year) else { return 0 }
    let month = parts.count > 1 && (1...12).contains(parts[1]) ? parts[1] : 12
    let day = parts.count > 2 && (1...31).contains(parts[2]) ? parts[2] : 31
    return year * 10000 + month * 100 + day
  }

  mutating func readUnits() {
    for index in source.indices { readUnit(index) }
  }

  private mutating func readUnit(_ index: Int) {
    let unit = source[index]
    let block = document.blocks[Int(unit.block)]
    tokens.read(document.text, unit.textRange, block.language)
    if block.kind == .heading { headingUnits[unit.block] = Int32(index) }
    let span = document.sourceSpan(ofTextRange: unit.textRange)
    var (line, column) = (0, 0)
    if document.hasLines {
      (line, column) = document.position(atSourceOffset: span.start)
    } else if let position = document.place(ofTextRange: unit.textRange).position {
      facts.positions.append(position)
    }
    var new = FactUnit(
      block: unit.block, context: unit.context, textStart: unit.textStart, textEnd: unit.textEnd,
      sourceStart: UInt32(clamping: span.start), sourceEnd: UInt32(clamping: span.end),
      line: UInt32(clamping: line), column: UInt32(clamping: column),
      heading: headingUnits[block.heading] ?? -1, wordStart: UInt32(facts.words.count),
      wordCount: UInt32(tokens.words.count), flags: [], kind: block.kind.rawValue,
      level: block.level)
    facts.words += tokens.words
    new.flags = unitFlags(index, block)
    facts.units.append(new)
    if block.kind == .tableRow || block.kind == .tableHeader { readCells(index, block) }
    if block.kind == .tableHeader { columns[unit.block] = columnRoles(block) }
    if tokens.list.isEmpty { return }
    // Most units hold none of this, which their words say.
    let (classes, flags) = (tokens.classes, tokens.flags)
    if classes.contains(.resolution) { readCitations(index, block.language) }
    let firstDate = facts.dates.count
    if flags.contains(.number) || classes.contains(.month) { readDates(index, block) }
    if classes.contains(.deadline) { readPlanYears(index, block, after: firstDate) }
    if !flags.isDisjoint(with: [.number, .opensNumber])
      || !classes.isDisjoint(with: [.number, .scale])
    {
      readNumbers(index, block)
    }
    if tokens.mayHavePhrase || flags.contains(.capital) || classes.contains(.ordinal) {
      readNames(index, block.language)
    }
    if block.kind == .tableRow { readIndicator(index, block) }
  }

  /// What the words of a unit say about it as a whole; also notes whether it may hold a commitment.
  private mutating func unitFlags(_ index: Int, _ block: Block) -> FactUnit.Flags {
    var flags: FactUnit.Flags = block.language == .french ? .french : []
    let classes = tokens.classes
    for (wordClass, flag) in Self.flagsOfClasses where classes.contains(wordClass) {
      flags.insert(flag)
    }
    var modal = classes.contains(.modal) || tokens.flags.contains(.future)
    let range = source[index].textRange
    if hasQuotes(range) { flags.insert(.quotes) }
    if block.kind == .heading || block.kind == .tableHeader { modal = false }
    // A list item may take its word from its lead-in.
    if block.kind == .listItem, source[index].context >= 0,
      hasModal[Int(source[index].context)]
    {
      modal = true
    }
    hasModal[index] = modal
    return flags
  }

  /// What words of a class say about their unit.
  private static let flagsOfClasses: [(WordClass, FactUnit.Flags)] = [
    (.gender, .gender), (.total, .total), (.target, .target), (.baseline, .baseline),
    (.decrease, .reduces), (.increase, .expands), (.staff, .staff), (.people, .people),
    (.yearly, .yearly),
  ]

  /// True when ", « or “ stands in a range.
  private func hasQuotes(_ range: Range<Int>) -> Bool {
    document.text.withUnsafeBufferPointer { text in
      let text = UnsafeBufferPointer(rebasing: text[range])
      for (index, byte) in text.enumerated() where byte == 0x22 || byte >= 0xC2 {
        if byte == 0x22 { return true }
        if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xAB { return true }
        if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0x9C {
          return true
        }
      }
      return false
    }
  }

  /// The column of the row that an offset stands in; -1 outside tables.
  func column(_ offset: Int, _ block: Block) -> Int16 {
    guard block.cellCount > 0 else { return -1 }
    let first = Int(block.cellStart)
    for index in 0..<Int(block.cellCount) where offset < Int(document.cells[first + index].textEnd)
    {
      return Int16(clamping: index)
    }
    return Int16(clamping: Int(block.cellCount) - 1)
  }

  private mutating func readCells(_ index: Int, _ block: Block) {
    for cell in document.cells[Int(block.cellStart)..<Int(block.cellStart + block.cellCount)] {
      facts.cells.append(
        CellFact(unit: Int32(index), start: cell.textStart, end: cell.textEnd))
    }
  }
}
