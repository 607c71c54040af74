internal import SourceText

/// Puts a document together from pieces of its source, block by block.
///
/// Readers say where text stands in the source; the builder copies it, keeps the runs, and knows which
/// heading, list or table a block belongs to. Pieces that follow one another in the source become one
/// run and one copy.
struct DocumentBuilder {
  /// The checked source, which outlives the builder.
  let source: UnsafeBufferPointer<UInt8>
  let limits: ReadingLimits

  var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  var cells: [TableCell] = []
  var runs: [SourceRun] = []
  /// What the source says about each block's language.
  var statedLanguages: [Language?] {
    languages.isEmpty ? [Language?](repeating: nil, count: blocks.count) : languages
  }
  /// The same, kept only from the first block on of which the source says it.
  private var languages: [Language?] = []
  private(set) var remarks: [Remark] = []
  /// The first limit that was passed; readers stop soon after.
  private(set) var failure: ReadingError?

  /// What the source says about the language from here on.
  var statedLanguage: Language?
  /// How many links to another place of the same page are open around the text.
  var inPageLinkDepth = 0
  /// How many block quotations are open.
  private(set) var quotationDepth = 0

  private var lists: [OpenList] = []
  private var headings: [(level: Int, block: Int)] = []
  /// The last of these, -1 for none.
  private var innermostHeading: Int32 = -1
  /// The header row of each open table, -1 before it was seen.
  private var tables: [Int] = []

  /// The open block, or the last one that was.
  private var openBlock = Block(kind: .paragraph, textStart: 0, textEnd: 0)
  private(set) var hasOpenBlock = false
  private var openLanguage: Language?
  /// Whether the open block has text inside such a link, and outside.
  private var hasLinkText = false
  var hasOwnText = false
  private var isItemText = false
  /// Verbatim bytes that belong to the open block and were not copied yet.
  private var pendingStart = 0
  private var pendingEnd = 0
  /// Line ends that show when more text follows; in code as many as there are, else one.
  var pendingBreaks = 0
  var cellIsOpen = false
  /// Cells of the open row so far, the open one included.
  var cellCount = 0
  /// Cells of all rows, those that were never entered included.
  var allCells = 0
  /// Most cells of all rows together.
  var cellLimit: Int
  /// How many of them have been entered: those with text, and the empty ones between them.
  var enteredCells = 0
  var currentCellStart = 0

  private struct OpenList {
    var leadIn: Int
    /// The block of the item being read, -1 before its text.
    var item = -1
  }

  init(source: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
    self.source = source
    self.limits = limits
    // A cell takes a byte at least, unless its row is shorter than the header of its table.
    cellLimit = 16 * source.count + 1_000
    // Prose is nearly all of a source in most formats; what is too much is given back at the end.
    text.reserveCapacity(source.count + source.count / 64 + 64)
    runs.reserveCapacity(source.count / 128)
    blocks.reserveCapacity(source.count / 256)
  }

  // MARK: Structure

  /// Depth of the innermost open list, 0 outside lists.
  var listDepth: Int { lists.count }
  var openKind: Block.Kind? { hasOpenBlock ? openBlock.kind : nil }
  /// Index of the last finished block, -1 before the first.
  var lastBlock: Int { blocks.count - 1 }
  /// True when the item being read has no text yet, so that the next text is the item's own.
  var awaitsItemText: Bool { lists.last.map { $0.item < 0 } ?? false }

  mutating func openQuotation(at offset: Int) {
    quotationDepth += 1
    checkDepth(at: offset)
  }

  mutating func closeQuotation() { quotationDepth = max(0, quotationDepth - 1) }

  /// Starts a list, which the block before it introduces: the paragraph that stands there, or the item
  /// that the list is nested in.
  mutating func openList(at offset: Int) {
    let last = blocks.count - 1
    let lastIsParagraph =
      last >= 0 && (blocks[last].kind == .paragraph || blocks[last].kind == .quotation)
    var leadIn = -1
    if let parent = lists.last, parent.item >= 0 {
      leadIn = lastIsParagraph && last > parent.item ? last : parent.item
    } else if lastIsParagraph {
      leadIn = last
    }
    lists.append(OpenList(leadIn: leadIn))
    checkDepth(at: offset)
  }

  mutating func closeList() { if !lists.isEmpty { lists.removeLast() } }

  /// Starts an item of the innermost list; its first text becomes its block.
  mutating func openItem() {
    if !lists.isEmpty { lists[lists.count - 1].item = -1 }
  }

  mutating func openTable(at offset: Int) {
    tables.append(-1)
    checkDepth(at: offset)
  }

  mutating func closeTable() { if !tables.isEmpty { tables.removeLast() } }

  private mutating func checkDepth(at offset: Int) {
    if lists.count + quotationDepth + tables.count > limits.depth {
      fail(.tooDeep(limit: limits.depth, offset: offset))
    }
  }

  mutating func fail(_ error: ReadingError) {
    if failure == nil { failure = error }
  }

  // MARK: Blocks

  /// Starts a paragraph, or the item's own text when an item waits for it.
  mutating func beginParagraph() {
    if awaitsItemText { begin(.listItem) } else { begin(.paragraph) }
  }

  /// Starts a block; one that is open is finished first.
  ///
  /// `level` is that of a heading, 1 to 6; the level of a list item is the depth of its list.
  mutating func begin(_ kind: Block.Kind, level: Int = 0) {
    end()
    if !text.isEmpty {
      text.append(0x0A)
      text.append(0x0A)
    }
    var block = Block(kind: kind, level: level, textStart: text.count, textEnd: text.count)
    isItemText = kind == .listItem
    if kind == .listItem, let list = lists.last {
      block.level = UInt8(clamping: lists.count)
      block.leadIn = Int32(truncatingIfNeeded: list.leadIn)
    }
    if kind == .tableRow || kind == .tableHeader {
      block.cellStart = UInt32(truncatingIfNeeded: cells.count)
      if kind == .tableRow, let header = tables.last {
        block.leadIn = Int32(truncatingIfNeeded: header)
      }
    }
    if quotationDepth > 0 {
      switch kind {
      case .paragraph, .listItem, .heading: block.kind = .quotation
      default: break
      }
    }
    openBlock = block
    hasOpenBlock = true
    openLanguage = statedLanguage
    hasLinkText = false
    hasOwnText = false
    cellIsOpen = false
    cellCount = 0
    enteredCells = 0
    pendingBreaks = 0
    pendingStart = 0
    pendingEnd = 0
  }

  /// Changes the kind of the open block, and the level if one is given.
  mutating func turnOpenBlock(into kind: Block.Kind, level: Int? = nil) {
    guard hasOpenBlock else { return }
    openBlock.kind = kind
    if let level { openBlock.level = UInt8(clamping: level) }
  }

  /// Finishes the open block, if there is one; a block without text is dropped.
  mutating func end() {
    guard hasOpenBlock else { return }
    if cellIsOpen { closeCell() }
    flush()
    hasOpenBlock = false
    var block = openBlock
    let start = Int(block.textStart)
    let isRow = block.kind == .tableRow || block.kind == .tableHeader
    if isRow { trimRow(from: Int(block.cellStart)) } else { trimEnd(from: start) }
    // What only links to a place on the same page belongs to a table of contents.
    let isLink = hasLinkText && !hasOwnText
    let isContents = isLink && (block.kind == .listItem || block.kind == .paragraph)
    guard text.count > start, !isContents else { return drop(block) }
    block.textEnd = UInt32(truncatingIfNeeded: text.count)
    if isRow { block.cellCount = UInt32(truncatingIfNeeded: cells.count - Int(block.cellStart)) }
    let index = blocks.count
    if block.kind == .heading { leaveHeadings(atLevel: Int(block.level)) }
    block.heading = innermostHeading
    if block.kind == .heading { enterHeading(index, level: Int(block.level)) }
    if isItemText, !lists.isEmpty { lists[lists.count - 1].item = index }
    if block.kind == .tableHeader {
      block.leadIn = -1
      if let last = tables.indices.last, tables[last] < 0 { tables[last] = index }
    }
    blocks.append(block)
    if openLanguage != nil || !languages.isEmpty { keepLanguage() }
    if index >= limits.blocks { fail(.tooManyBlocks(limit: limits.blocks)) }
  }

  /// Keeps the language of the last block.
  private mutating func keepLanguage() {
    while languages.count < blocks.count - 1 { languages.append(nil) }
    languages.append(openLanguage)
  }

  /// Takes back what a block without text has left behind.
  private mutating func drop(_ block: Block) {
    let start = Int(block.textStart)
    while let run = runs.last, Int(run.textStart) >= start { runs.removeLast() }
    if cells.count > Int(block.cellStart), block.kind == .tableRow || block.kind == .tableHeader {
      cells.removeSubrange(Int(block.cellStart)...)
    }
    // The separator before the block goes too.
    text.removeSubrange(max(0, start - (start > 0 ? 2 : 0))...)
  }

  private mutating func leaveHeadings(atLevel level: Int) {
    while let last = headings.last, last.level >= level { headings.removeLast() }
    innermostHeading = Int32(truncatingIfNeeded: headings.last?.block ?? -1)
  }

  private mutating func enterHeading(_ block: Int, level: Int) {
    headings.append((level, block))
    innermostHeading = Int32(truncatingIfNeeded: block)
  }

  /// Level of the innermost heading, 0 above the first.
  var headingLevel: Int { headings.last?.level ?? 0 }

  /// Ends the reach of the headings that stand at or after a block.
  mutating func closeHeadings(from block: Int) {
    end()
    while let last = headings.last, last.block >= block { headings.removeLast() }
    innermostHeading = Int32(truncatingIfNeeded: headings.last?.block ?? -1)
  }

  // MARK: Text

  /// Appends source bytes as they stand.
  mutating func verbatim(_ start: Int, _ end: Int) {
    guard start < end else { return }
    if inPageLinkDepth > 0 {
      hasLinkText = true
    } else if !hasOwnText {
      hasOwnText =
        !isWhitespace(source[start]) || source[start..<end].contains { !isWhitespace($0) }
    }
    var start = start
    if pendingBreaks > 0 { placeBreak(before: start) }
    if start == pendingEnd, pendingStart < pendingEnd {
      pendingEnd = end
      return
    }
    flush()
    if atStart {
      while start < end, isWhitespace(source[start]) { start += 1 }
      if start == end { return }
      if cellIsOpen { enterCell(at: start) }
    }
    pendingStart = start
    pendingEnd = end
  }

  /// Appends text that stands for a piece of the source.
  mutating func replacement(_ bytes: some Collection<UInt8>, _ start: Int, _ end: Int) {
    if pendingBreaks > 0 { placeBreak(before: start) }
    flush()
    if atStart { enterCell(at: start) }
    appendReplacement(bytes, start, end)
  }

  /// Ends a line inside the block; only shows when more text follows.
  mutating func lineBreak() {
    guard hasOpenBlock else { return }
    pendingBreaks = openBlock.kind == .code ? pendingBreaks + 1 : 1
  }

  /// True when the open block, or its open cell, has no text yet.
  var atStart: Bool {
    guard hasOpenBlock, pendingStart == pendingEnd else { return !hasOpenBlock }
    if cellIsOpen { return enteredCells < cellCount || text.count == currentCellStart }
    return text.count == Int(openBlock.textStart)
  }

  /// Looks for the line ends between the last text and `next`, so that each line feed has a source.
  private mutating func placeBreak(before next: Int) {
    let breaks = pendingBreaks
    pendingBreaks = 0
    if atStart { return }
    var from = lastSourceOffset
    for _ in 0..<breaks {
      if let index = source.offset(of: 0x0A, from: from, to: next) {
        verbatim(index, index + 1)
        from = index + 1
      } else {
        // A lone carriage return or a tag that breaks the line.
        flush()
        appendReplacement(CollectionOfOne(0x0A), min(from, next), next)
      }
    }
  }

  @inline(__always)
  mutating func flush() { if pendingStart < pendingEnd { copyPending() } }

  private mutating func copyPending() {
    let count = pendingEnd - pendingStart
    runs.append(
      SourceRun(
        textStart: text.count, textLength: count, sourceStart: pendingStart, sourceLength: count))
    text.append(
      contentsOf: UnsafeBufferPointer(
        start: source.baseAddress.map { $0 + pendingStart }, count: count))
    pendingStart = 0
    pendingEnd = 0
  }

  /// A run is verbatim exactly when its lengths are equal, so a replacement whose lengths happen to be
  /// equal is entered as two runs.
  mutating func appendReplacement(
    _ bytes: some Collection<UInt8>, _ start: Int, _ end: Int
  ) {
    let count = bytes.count
    guard count > 0 else { return }
    let textStart = text.count
    text.append(contentsOf: bytes)
    let isSame =
      count == end - start && end <= source.count && source[start..<end].elementsEqual(bytes)
    if count != end - start || isSame {
      runs.append(
        SourceRun(
          textStart: textStart, textLength: count, sourceStart: start, sourceLength: end - start))
    } else if count == 1 {
      runs.append(
        SourceRun(textStart: textStart, textLength: 1, sourceStart: start, sourceLength: 0))
    } else {
      runs.append(
        SourceRun(
          textStart: textStart, textLength: count - 1, sourceStart: start, sourceLength: count))
      runs.append(
        SourceRun(
          textStart: textStart + count - 1, textLength: 1, sourceStart: end, sourceLength: 0))
    }
  }

  /// Takes white space off the end of the text, down to `start`; no-break spaces count.
  @inline(__always)
  mutating func trimEnd(from start: Int) {
    if let last = text.last, last == 0xA0 || isWhitespace(last) { removeWhitespace(from: start) }
  }

  private mutating func removeWhitespace(from start: Int) {
    while text.count > start, let last = text.last, let run = runs.last {
      let isNoBreakSpace =
        last == 0xA0 && text.count >= start + 2 && text[text.count - 2] == 0xC2
      let size: UInt32 = isNoBreakSpace ? 2 : 1
      guard isNoBreakSpace || isWhitespace(last) else { return }
      if run.textLength == size {
        runs.removeLast()
      } else if run.isVerbatim, run.textLength > size {
        runs[runs.count - 1].textLength -= size
        runs[runs.count - 1].sourceLength -= size
      } else {
        // White space that stands for something longer may stay.
        return
      }
      text.removeLast(Int(size))
    }
  }

  /// Offset in the source just past the last text, 0 before any.
  var lastSourceOffset: Int {
    pendingStart < pendingEnd ? pendingEnd : runs.last.map(\.sourceEnd) ?? 0
  }

  /// True when the next text starts a line of the open block.
  var atLineStart: Bool { atStart || pendingBreaks > 0 }

  /// Keeps a comment `<!-- … -->` that stands in the source from one offset to another.
  mutating func addComment(from start: Int, to end: Int) {
    let marked = UnsafeBufferPointer(rebasing: source[start..<end])
    addRemark(
      Remark(
        text: Remark.text(ofMarked: marked), span: SourceSpan(start: start, end: end),
        textRange: nextTextOffset..<nextTextOffset, block: blocks.count))
  }

  /// Keeps a remark whose text range and block are those of the text to come.
  mutating func addRemark(_ remark: Remark) { remarks.append(remark) }

  /// Where in `text` the next piece will stand, as far as is known before it comes.
  var nextTextOffset: Int { text.count + pendingEnd - pendingStart }

  // MARK: The result

  /// Moves what was collected into a document.
  ///
  /// - Throws: the first limit that was passed.
  mutating func finish(into document: inout Document) throws(ReadingError) {
    end()
    if let failure { throw failure }
    document.text = text
    document.blocks = blocks
    document.cells = cells
    document.runs = runs
    for var remark in remarks {
      // Text that was expected and did not come, or was dropped again.
      remark.block = min(remark.block, blocks.count - 1)
      let start = remark.block >= 0 ? blocks[remark.block].textRange.lowerBound : 0
      remark.textRange = remark.textRange.clamped(to: start..<max(start, text.count))
      document.remarks.append(remark)
    }
  }
}

extension SourceRun {
  /// Offset in the source just past the run.
  var sourceEnd: Int { Int(sourceStart) + Int(sourceLength) }
}

/// White space of ASCII.
@inline(__always)
func isWhitespace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
}
