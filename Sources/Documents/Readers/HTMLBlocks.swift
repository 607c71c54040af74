internal import SourceText

/// Turns HTML tokens into blocks.
///
/// A page or fragment is read as a stream: what matters is where prose starts and ends, what holds it and
/// what is left out. The stack of open elements is bounded, every step is constant or bounded by
/// it, so no markup, however broken, costs more than its length.
struct HTMLBlocks {
  /// The part of a page whose text is taken.
  enum Region {
    case everything
    case main
    case article
  }

  var stack: [OpenElement] = []
  /// How often each element is on the stack, by raw value.
  var openCounts = [Int32](repeating: 0, count: HTMLElement.allCases.count + 1)
  var tables: [OpenTable] = []
  /// True when no tag closes an element without saying so.
  private var isNested = false
  private let region: Region
  private var regionDepth = 0
  var droppedDepth = 0
  var preformattedDepth = 0
  var footnoteDepth = 0
  private var inPageLinkDepth = 0
  /// White space that shows when more text follows, -1 when there is none.
  var pendingSpace = -1
  var endsWithBreak = false
  private(set) var title: [UInt8] = []
  private(set) var metadata: [(key: String, value: String)] = []

  static let depthLimit = 512
  private static let metadataLimit = 200

  struct OpenElement {
    var element: HTMLElement
    var language: Language?
    var isRegion = false
    var isDropped = false
    var isFootnote = false
    var isInPageLink = false
    /// What its end has to undo in the builder.
    var undo = Undo.nothing
    /// For details: the block after the last one before it.
    var firstBlock = 0
  }

  enum Undo { case nothing, list, quotation, preformatted, table }

  init(region: Region) { self.region = region }

  // MARK: Tokens

  /// Reads a piece of source; elements that stay open are open for the next piece.
  mutating func read(_ range: Range<Int>, into builder: inout DocumentBuilder) {
    var tokenizer = HTMLTokenizer(builder.source, range: range)
    isNested = false
    while builder.failure == nil, let token = tokenizer.next() {
      read(token, tokenizer.attributes, into: &builder)
    }
  }

  /// Reads a whole page, in which every element is closed where it ends.
  mutating func read(_ tree: HTMLTree, into builder: inout DocumentBuilder) {
    var walk = HTMLTree.Walk(tree)
    isNested = true
    while builder.failure == nil, let token = walk.next() {
      read(token, walk.attributes, into: &builder)
    }
  }

  private mutating func read(
    _ token: HTMLToken, _ attributes: HTMLAttributes, into builder: inout DocumentBuilder
  ) {
    switch token {
    case .text(let range): text(range, into: &builder)
    case .rawText(let range): rawText(range, builder.source)
    case .comment(let range): builder.addComment(from: range.lowerBound, to: range.upperBound)
    case .start(let element?, let range): start(element, range, attributes, &builder)
    case .end(let element?, let range): end(element, range, &builder)
    case .start(nil, _), .end(nil, _): break
    }
  }

  /// Ends a fragment after which another format goes on: plain containers stay open, and with them
  /// the language they state; lists, tables and what is left out do not.
  mutating func endFragment(_ builder: inout DocumentBuilder) {
    let first = stack.firstIndex { $0.undo != .nothing || $0.isDropped || $0.element.isInline }
    if let first { closeElements(downTo: first, &builder) }
    boundary(&builder)
    builder.end()
  }

  /// Closes what is still open.
  mutating func finish(_ builder: inout DocumentBuilder) {
    closeElements(downTo: 0, &builder)
    builder.end()
  }

  /// True outside dropped elements and inside the region.
  var isTaken: Bool { droppedDepth == 0 && (region == .everything || regionDepth > 0) }

  // MARK: Start tags

  private mutating func start(
    _ element: HTMLElement, _ range: Range<Int>, _ attributes: HTMLAttributes,
    _ builder: inout DocumentBuilder
  ) {
    if element == .meta { return addMetadata(attributes) }
    if element == .br {
      lineBreak(&builder)
      return
    }
    if !isNested, !element.isInline { closeImplied(by: element, &builder) }
    if element.isVoid {
      if element == .hr { boundary(&builder) }
      return
    }
    let opened = openElement(element, attributes, builder)
    if element.isInline {
      // An inline element that changes nothing is not remembered, unless its end tag could be taken for
      // that of one that does.
      let matters = opened.isDropped || opened.isInPageLink || opened.language != nil
      guard matters || openCounts[Int(element.rawValue)] > 0 else { return }
    }
    guard stack.count < Self.depthLimit else {
      return builder.fail(.tooDeep(limit: Self.depthLimit, offset: range.lowerBound))
    }
    if !element.isInline { boundary(&builder) }
    push(opened, &builder)
    guard isTaken else { return }
    enter(element, range.lowerBound, attributes, &builder)
  }

  private func openElement(
    _ element: HTMLElement, _ attributes: HTMLAttributes, _ builder: DocumentBuilder
  ) -> OpenElement {
    var opened = OpenElement(element: element)
    opened.firstBlock = builder.blocks.count
    opened.isDropped = isDropped(element, blockCount: builder.blocks.count)
    opened.isRegion = region == .main ? element == .main : region == .article && element == .article
    if attributes.items.isEmpty { return opened }
    if let value = attributes.value(of: "lang") ?? attributes.value(of: "xml:lang") {
      opened.language = Language(tag: String(decoding: attributes.bytes[value], as: UTF8.self))
    }
    if region == .main, attributes.has("role", equalTo: "main") { opened.isRegion = true }
    if element == .a, let target = attributes.value(of: "href"), !target.isEmpty {
      opened.isInPageLink = attributes.bytes[target.lowerBound] == 0x23
      if opened.isInPageLink { opened.isDropped = HTMLMarks.leadsToFootnote(target, attributes) }
    }
    let marks = HTMLMarks(element, attributes)
    if marks.isFootnote {
      opened.isFootnote = true
      opened.isDropped = false
    }
    if marks.isDropped { opened.isDropped = true }
    return opened
  }

  private func isDropped(_ element: HTMLElement, blockCount: Int) -> Bool {
    switch element {
    case .header:
      // The header of a page comes first; that of an article or a panel holds its title.
      blockCount == 0 && !isInside([.main, .article, .section])
    case .footer: !isInside([.blockquote, .section, .figure, .td])
    default: element.isDropped
    }
  }

  private func isInside(_ elements: [HTMLElement]) -> Bool {
    elements.contains { openCounts[Int($0.rawValue)] > 0 }
  }

  private mutating func push(_ opened: OpenElement, _ builder: inout DocumentBuilder) {
    stack.append(opened)
    openCounts[Int(opened.element.rawValue)] += 1
    if opened.isDropped { droppedDepth += 1 }
    if opened.isRegion { regionDepth += 1 }
    if opened.isFootnote { footnoteDepth += 1 }
    if opened.isInPageLink {
      inPageLinkDepth += 1
      builder.inPageLinkDepth = inPageLinkDepth
    }
    if let language = opened.language, !opened.element.isInline {
      builder.statedLanguage = language
    }
  }

  private mutating func enter(
    _ element: HTMLElement, _ offset: Int, _ attributes: HTMLAttributes,
    _ builder: inout DocumentBuilder
  ) {
    // What stands in a row and in no cell ends the row.
    if !element.isInline, !element.isTablePart, !isInCell { closeRow(&builder) }
    if let level = element.headingLevel {
      if tables.last?.cellIsOpen == true { turnTableIntoLayout(&builder) }
      if !isInCell { builder.begin(.heading, level: level) }
      return
    }
    switch element {
    case .ul, .ol, .menu, .dir:
      if !isInCell {
        builder.openList(at: offset)
        undoAtEnd(.list)
      }
    case .li:
      if !isInCell, builder.listDepth > 0 { builder.openItem() }
    case .dd:
      // A definition completes its term as an item completes its lead-in.
      if !isInCell {
        builder.openList(at: offset)
        builder.openItem()
        undoAtEnd(.list)
      }
    case .blockquote:
      if !isInCell {
        builder.openQuotation(at: offset)
        undoAtEnd(.quotation)
      }
    case .pre, .listing, .xmp:
      preformattedDepth += 1
      undoAtEnd(.preformatted)
      if !isInCell { builder.begin(.code) }
    case .figcaption, .caption:
      if !isInCell { builder.begin(.caption) }
    case .summary:
      if !isInCell { builder.begin(.heading, level: min(6, builder.headingLevel + 1)) }
    case .table:
      openTable(offset, attributes, &builder)
    case .thead:
      if let last = tables.indices.last { tables[last].isInHead = true }
    case .tbody, .tfoot:
      if let last = tables.indices.last { tables[last].isInHead = false }
    case .tr:
      openRow(&builder)
    case .td, .th:
      openCell(element, attributes, &builder)
    default:
      break
    }
  }

  /// Closes elements that a start tag ends without saying so.
  private mutating func closeImplied(by element: HTMLElement, _ builder: inout DocumentBuilder) {
    closeNearest(.p, &builder)
    switch element {
    case .li: closeNearest(.li, upTo: [.ul, .ol, .menu, .dir], &builder)
    case .dt, .dd:
      closeNearest(.dt, upTo: [.dl], &builder)
      closeNearest(.dd, upTo: [.dl], &builder)
    case .td, .th:
      closeNearest(.td, upTo: [.table], &builder)
      closeNearest(.th, upTo: [.table], &builder)
    case .tr:
      for open in [HTMLElement.td, .th, .tr] { closeNearest(open, upTo: [.table], &builder) }
      closeRow(&builder)
    case .thead, .tbody, .tfoot:
      for open in [HTMLElement.td, .th, .tr, .thead, .tbody, .tfoot, .caption] {
        closeNearest(open, upTo: [.table], &builder)
      }
      closeRow(&builder)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      // A heading inside a heading is one that was not closed.
      if let last = stack.last, last.element.headingLevel != nil {
        closeElements(downTo: stack.count - 1, &builder)
      }
    default: break
    }
  }

  /// Closes the innermost open `element`, unless one of the limits or a cell stands in between.
  private mutating func closeNearest(
    _ element: HTMLElement, upTo limits: [HTMLElement] = [], _ builder: inout DocumentBuilder
  ) {
    guard openCounts[Int(element.rawValue)] > 0 else { return }
    var index = stack.count - 1
    while index >= 0 {
      let open = stack[index].element
      if open == element { return closeElements(downTo: index, &builder) }
      if limits.contains(open) || open == .table || open == .template { return }
      if limits.isEmpty, open == .td || open == .th || open == .li || open == .button { return }
      index -= 1
    }
  }

  // MARK: End tags

  private mutating func end(
    _ element: HTMLElement, _ range: Range<Int>, _ builder: inout DocumentBuilder
  ) {
    if element == .br { return lineBreak(&builder) }
    if element.isVoid { return }
    guard isOpen(element) else {
      if element == .p { boundary(&builder) }
      return
    }
    let isTablePart = element.isTablePart || element == .table
    var index = stack.count - 1
    while index >= 0 {
      let open = stack[index].element
      if open == element || (element.headingLevel != nil && open.headingLevel != nil) { break }
      if !isTablePart, open == .td || open == .th || open == .table { return }
      if isTablePart, element != .table, open == .table { return }
      index -= 1
    }
    guard index >= 0 else { return }
    if element.isInline, stack[(index + 1)...].contains(where: { !$0.element.isInline }) {
      // Crossed tags: the inline element alone is closed.
      let closed = stack.remove(at: index)
      leave(closed, &builder)
    } else {
      closeElements(downTo: index, &builder)
    }
  }

  /// True when the element is on the stack; the end tag of one heading also ends another.
  private func isOpen(_ element: HTMLElement) -> Bool {
    if element.headingLevel == nil { return openCounts[Int(element.rawValue)] > 0 }
    let first = Int(HTMLElement.h1.rawValue)
    return openCounts[first..<first + 6].contains { $0 > 0 }
  }

  /// Closes the elements from the top of the stack down to an index.
  private mutating func closeElements(downTo index: Int, _ builder: inout DocumentBuilder) {
    while stack.count > index, let closed = stack.popLast() { leave(closed, &builder) }
  }

  private mutating func leave(_ closed: OpenElement, _ builder: inout DocumentBuilder) {
    if isTaken { leaveTaken(closed, &builder) }
    openCounts[Int(closed.element.rawValue)] -= 1
    if closed.isDropped { droppedDepth -= 1 }
    if closed.isRegion { regionDepth -= 1 }
    if closed.isFootnote { footnoteDepth -= 1 }
    if closed.isInPageLink {
      inPageLinkDepth -= 1
      builder.inPageLinkDepth = inPageLinkDepth
    }
    if closed.language != nil, !closed.element.isInline {
      builder.statedLanguage = stack.last { $0.language != nil && !$0.element.isInline }?.language
    }
  }

  private mutating func leaveTaken(_ closed: OpenElement, _ builder: inout DocumentBuilder) {
    if !closed.element.isInline { boundary(&builder) }
    switch closed.undo {
    case .nothing: break
    case .list: builder.closeList()
    case .quotation: builder.closeQuotation()
    case .preformatted: preformattedDepth -= 1
    case .table:
      closeRow(&builder)
      tables.removeLast()
      builder.closeTable()
    }
    switch closed.element {
    case .details:
      if !isInCell { builder.closeHeadings(from: closed.firstBlock) }
    case .td, .th:
      if let last = tables.indices.last, tables[last].cellIsOpen {
        builder.closeCell()
        tables[last].cellIsOpen = false
      }
    case .tr:
      closeRow(&builder)
    case .thead:
      if let last = tables.indices.last { tables[last].isInHead = false }
    default:
      break
    }
  }

  mutating func undoAtEnd(_ undo: Undo) {
    if let last = stack.indices.last { stack[last].undo = undo }
  }

  // MARK: The head

  private mutating func rawText(_ range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
    // In a tree the titles of pictures are known from that of the page; the first one counts.
    guard stack.last?.element == .title, title.isEmpty,
      isNested || openCounts[Int(HTMLElement.body.rawValue)] == 0
    else { return }
    title = HTMLMarks.decoded(source, range)
  }

  private mutating func addMetadata(_ attributes: HTMLAttributes) {
    guard metadata.count < Self.metadataLimit, let name = attributes.value(of: "name"),
      let content = attributes.value(of: "content")
    else { return }
    let key = String(decoding: attributes.bytes[name], as: UTF8.self).lowercased()
    let value = String(decoding: HTMLMarks.decoded(attributes.bytes, content), as: UTF8.self)
    if !key.isEmpty, !value.isEmpty { metadata.append((key, value)) }
  }
}
