internal import CMarkdown
internal import SourceText

/// What md4c reports, turned into blocks; the only file that speaks to it.
///
/// Text callbacks of md4c point into the buffer that it was given, which is what makes the offsets
/// exact; a test pins this. What is between the first byte of such a text and its last is taken from the source, for
/// md4c may have been given less.
struct MarkdownEvents {
  var builder: DocumentBuilder
  /// What md4c is given, and where that stands in the source.
  private let text: UnsafeBufferPointer<UInt8>
  private var places: ShortenedPlaces
  /// What md4c is not given.
  private let blocks: UnsafeBufferPointer<ShortenedMarkdown.PlainBlock>
  private let regions: [Range<Int>]
  private var nextRegion = 0
  private var html = HTMLBlocks(region: .everything)

  /// Images and struck-out text are left out of the prose.
  private var droppedSpans = 0
  private var droppedTags = 0
  private var isInCode = false
  private var isInHTML = false
  private var isInParagraph = false
  /// Range of the HTML block being collected, offsets in the source.
  private var htmlStart = -1
  private var htmlEnd = -1
  /// Where an inline comment that is not closed yet started, -1 when there is none.
  private var commentStart = -1
  private var isHeaderRow = false
  /// No caret, without which there is no mark of a footnote, stands in this part of the source.
  private var caretFree = 0..<0

  init(
    builder: DocumentBuilder, text: UnsafeBufferPointer<UInt8>, places: ShortenedPlaces,
    blocks: UnsafeBufferPointer<ShortenedMarkdown.PlainBlock>, regions: [Range<Int>]
  ) {
    self.builder = builder
    self.text = text
    self.places = places
    self.blocks = blocks
    self.regions = regions
  }

  /// Reads everything that md4c is to be given into the builder.
  mutating func parse() {
    guard let start = text.baseAddress else { return }
    let count = text.count
    var parser = MD_PARSER()
    parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    parser.enter_block = { type, detail, state in
      MarkdownEvents.handle(state) { $0.enter(type, detail) }
    }
    parser.leave_block = { type, _, state in MarkdownEvents.handle(state) { $0.leave(type) } }
    parser.enter_span = { type, detail, state in
      MarkdownEvents.handle(state) { $0.enter(type, detail) }
    }
    parser.leave_span = { type, _, state in MarkdownEvents.handle(state) { $0.leave(type) } }
    parser.text = { type, text, size, state in
      MarkdownEvents.handle(state) { $0.text(type, text, Int(size)) }
    }
    let code = start.withMemoryRebound(to: CChar.self, capacity: count) { text in
      withUnsafeMutablePointer(to: &self) { md_parse(text, MD_SIZE(count), &parser, $0) }
    }
    if code < 0 { builder.fail(.outOfMemory) }
    // Elements that the file leaves open.
    html.finish(&builder)
  }

  /// Hands an event on; anything but 0 stops md4c.
  @inline(__always)
  private static func handle(
    _ state: UnsafeMutableRawPointer?, _ body: (inout MarkdownEvents) -> Void
  ) -> CInt {
    guard let state else { return 1 }
    let events = state.assumingMemoryBound(to: MarkdownEvents.self)
    body(&events.pointee)
    return events.pointee.builder.failure == nil ? 0 : 1
  }

  // MARK: Blocks

  private mutating func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch type {
    case MD_BLOCK_QUOTE:
      builder.end()
      builder.openQuotation(at: lastOffset)
    case MD_BLOCK_UL, MD_BLOCK_OL:
      builder.end()
      builder.openList(at: lastOffset)
    case MD_BLOCK_LI:
      builder.end()
      builder.openItem()
    case MD_BLOCK_H:
      let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
      builder.begin(.heading, level: Int(level))
    case MD_BLOCK_P:
      builder.beginParagraph()
      isInParagraph = true
    case MD_BLOCK_CODE:
      let fence = detail?.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee.fence_char
      // Indented text after a footnote is the footnote's next paragraph.
      let last = builder.lastBlock
      let continuesNote = fence == 0 && last >= 0 && builder.blocks[last].kind == .footnote
      builder.begin(continuesNote ? .footnote : .code)
      isInCode = true
    case MD_BLOCK_HTML:
      builder.end()
      isInHTML = true
      htmlStart = -1
    case MD_BLOCK_TABLE:
      builder.end()
      builder.openTable(at: lastOffset)
    case MD_BLOCK_THEAD:
      isHeaderRow = true
    case MD_BLOCK_TBODY:
      isHeaderRow = false
    case MD_BLOCK_TR:
      builder.begin(isHeaderRow ? .tableHeader : .tableRow)
    case MD_BLOCK_TH, MD_BLOCK_TD:
      builder.beginCell()
    default:
      break
    }
  }

  private mutating func leave(_ type: MD_BLOCKTYPE) {
    switch type {
    case MD_BLOCK_QUOTE:
      builder.end()
      builder.closeQuotation()
    case MD_BLOCK_UL, MD_BLOCK_OL:
      builder.end()
      builder.closeList()
    case MD_BLOCK_H, MD_BLOCK_TR, MD_BLOCK_LI:
      builder.end()
    case MD_BLOCK_P:
      builder.end()
      isInParagraph = false
    case MD_BLOCK_CODE:
      builder.end()
      isInCode = false
    case MD_BLOCK_HTML:
      isInHTML = false
      if htmlStart >= 0 { readHTML(htmlStart..<htmlEnd) }
      html.endFragment(&builder)
    case MD_BLOCK_TABLE:
      builder.end()
      builder.closeTable()
    case MD_BLOCK_TH, MD_BLOCK_TD:
      builder.closeCell()
    default:
      break
    }
    commentStart = -1
    droppedTags = 0
  }

  private mutating func enter(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    if type == MD_SPAN_IMG || type == MD_SPAN_DEL { droppedSpans += 1 }
    if type == MD_SPAN_A, let detail {
      let target = detail.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee.href
      if target.size > 0, target.text?.pointee == 0x23 { builder.inPageLinkDepth = 1 }
    }
  }

  private mutating func leave(_ type: MD_SPANTYPE) {
    if type == MD_SPAN_IMG || type == MD_SPAN_DEL { droppedSpans -= 1 }
    if type == MD_SPAN_A { builder.inPageLinkDepth = 0 }
  }

  // MARK: Text

  private mutating func text(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) {
    guard let text else { return }
    let raw = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    let place = place(of: raw, size)
    if places.groupCount > 0, place != nil { return plainBlocks() }
    if isInHTML {
      if let place { htmlLine(place.lowerBound, place.upperBound) }
      return
    }
    if droppedSpans > 0 { return }
    if type == MD_TEXT_HTML {
      if let place { inlineHTML(place.lowerBound, place.upperBound) }
      return
    }
    if droppedTags > 0 { return }
    switch type {
    case MD_TEXT_SOFTBR, MD_TEXT_BR:
      builder.lineBreak()
    default:
      guard let place else { return synthetic(raw, size) }
      if !builder.hasOpenBlock { builder.beginParagraph() }
      if type == MD_TEXT_ENTITY {
        entity(raw, place.lowerBound, size)
      } else if type == MD_TEXT_NORMAL, !isInCode {
        prose(place.lowerBound, place.upperBound)
      } else {
        builder.verbatim(place.lowerBound, place.upperBound)
      }
    }
  }

  /// The blocks for which the open paragraph stands.
  private mutating func plainBlocks() {
    var isInList = false
    var isFirst = true
    for index in places.groupStart..<places.groupStart + places.groupCount {
      let block = blocks[index]
      if isInList, block.kind != .nextItem {
        builder.end()
        builder.closeList()
        isInList = false
      }
      switch block.kind {
      case .paragraph:
        if !isFirst { builder.begin(.paragraph) }
      case .heading:
        if isFirst {
          builder.turnOpenBlock(into: .heading, level: Int(block.level))
        } else {
          builder.begin(.heading, level: Int(block.level))
        }
      case .firstItem, .nextItem:
        builder.end()
        if !isInList { builder.openList(at: lastOffset) }
        isInList = true
        builder.openItem()
        builder.begin(.listItem)
      }
      isFirst = false
      if block.isWrapped {
        lines(Int(block.start), Int(block.end))
      } else {
        builder.verbatim(Int(block.start), Int(block.end))
      }
      if builder.failure != nil { return }
    }
    if isInList {
      builder.end()
      builder.closeList()
    }
  }

  /// Text without marks, line by line.
  private mutating func lines(_ start: Int, _ end: Int) {
    var start = start
    while let lineEnd = builder.source.offset(of: 0x0A, from: start, to: end) {
      builder.verbatim(start, builder.source[lineEnd - 1] == 0x0D ? lineEnd - 1 : lineEnd)
      builder.lineBreak()
      start = lineEnd + 1
    }
    builder.verbatim(start, end)
  }

  /// Where a text stands in the source; `nil` when md4c has made it up.
  @inline(__always)
  private mutating func place(of pointer: UnsafePointer<UInt8>, _ size: Int) -> Range<Int>? {
    guard let start = text.baseAddress else { return nil }
    let offset = pointer - start
    guard offset >= 0, offset + size <= text.count else { return nil }
    return places.range(from: offset, count: size)
  }

  /// Text that md4c makes up: line ends and indentation of code, blanks of code spans.
  private mutating func synthetic(_ text: UnsafePointer<UInt8>, _ size: Int) {
    guard builder.hasOpenBlock else { return }
    let bytes = UnsafeBufferPointer(start: text, count: size)
    if bytes.contains(0x0A) {
      builder.lineBreak()
    } else {
      builder.replacement(bytes, builder.lastSourceOffset, builder.lastSourceOffset)
    }
  }

  private mutating func entity(_ text: UnsafePointer<UInt8>, _ offset: Int, _ size: Int) {
    let bytes = UnsafeBufferPointer(start: text, count: size)
    if let decoded = CharacterReference.decode(bytes) {
      builder.replacement(decoded, offset, offset + size)
    } else {
      builder.verbatim(offset, offset + size)
    }
  }

  /// Tags inside a sentence leave no trace but a line break; comments are collected.
  private mutating func inlineHTML(_ start: Int, _ end: Int) {
    let bytes = builder.source[start..<end]
    if commentStart < 0, bytes.starts(with: "<!--".utf8) { commentStart = start }
    if commentStart >= 0 {
      if bytes.count >= 3, bytes.suffix(3).elementsEqual("-->".utf8) {
        builder.addComment(from: commentStart, to: end)
        commentStart = -1
      }
      return
    }
    var tokenizer = HTMLTokenizer(builder.source, range: start..<end)
    switch tokenizer.next() {
    case .start(.br, _), .end(.br, _): builder.lineBreak()
    case .start(.del, _), .start(.s, _), .start(.strike, _): droppedTags += 1
    case .end(.del, _), .end(.s, _), .end(.strike, _): droppedTags = max(0, droppedTags - 1)
    default: break
    }
  }

  /// Text of a sentence, in which footnote marks are cut out.
  private mutating func prose(_ start: Int, _ end: Int) {
    if start < caretFree.lowerBound || end > caretFree.upperBound {
      let caret = builder.source.offset(of: 0x5E, from: start, to: builder.source.count)
      caretFree = start..<(caret ?? builder.source.count)
    }
    if end <= caretFree.upperBound { return builder.verbatim(start, end) }
    var start = start
    let footnote = MarkdownFootnote(source: builder.source, end: end)
    if isInParagraph, builder.atLineStart, let mark = footnote.mark(at: start), mark.isDefinition {
      if builder.atStart {
        builder.turnOpenBlock(into: .footnote)
      } else {
        builder.begin(.footnote)
      }
      start = mark.end
      while start < end, isWhitespace(builder.source[start]) { start += 1 }
    }
    var index = start
    while let caret = builder.source.offset(of: 0x5E, from: index, to: end) {
      index = caret + 1
      guard caret > start, let mark = footnote.mark(at: caret - 1) else { continue }
      builder.verbatim(start, caret - 1)
      // A colon after a mark inside a sentence is the sentence's own.
      start = mark.isDefinition ? mark.end - 1 : mark.end
      index = start
    }
    builder.verbatim(start, end)
  }

  // MARK: HTML

  private mutating func htmlLine(_ start: Int, _ end: Int) {
    if nextRegion < regions.count, start >= regions[nextRegion].lowerBound {
      readHTML(regions[nextRegion])
      nextRegion += 1
    } else if nextRegion > 0, start < regions[nextRegion - 1].upperBound {
      // The rest of a region that has been read.
    } else if builder.quotationDepth > 0 {
      // Between the lines stand the marks of the quotation.
      readHTML(start..<end)
    } else {
      if htmlStart < 0 { htmlStart = start }
      htmlEnd = end
    }
  }

  private mutating func readHTML(_ range: Range<Int>) {
    html.read(range, into: &builder)
    htmlStart = -1
  }

  private var lastOffset: Int { min(builder.lastSourceOffset, builder.source.count) }
}
