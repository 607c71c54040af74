/// The blocks that the tags of a PDF name, in their order (ISO 32000-1, section 14.7 and 14.8).
struct PDFStructure {
  enum Role: Equatable {
    case text
    case heading(level: Int)
    case item
    case quotation
    case caption
    case footnote
    case row
  }

  struct Block {
    var role: Role
    /// Number of the table that a row belongs to.
    var table = -1
    var cells: [Cell] = []
    /// True when more than a label belongs to the block.
    var hasText = false
  }

  struct Cell {
    var isHeader: Bool
    var columns: Int
    var rows: Int
  }

  /// What a piece of marked content belongs to.
  struct Slot: Hashable {
    var block: Int
    /// Index in the cells of a row; -1 outside tables.
    var cell = -1
    /// The label of an item or note.
    var isLabel = false
  }

  /// A piece of marked content: a page by its object's number, and the number of the piece on it.
  struct Mark: Hashable {
    var page: Int
    var content: Int
  }

  private(set) var blocks: [Block] = []
  private(set) var slots: [Mark: Slot] = [:]
  /// Numbers of the page objects in their order.
  private(set) var pages: [Int] = []

  private let table: PDFObjectTable
  private var roles: [[UInt8]: [UInt8]] = [:]
  private var tableCount = 0
  /// For each list item whether its first block has come.
  private var itemsAreBegun: [Bool] = []
  private var elementsLeft: Int
  private var visited: Set<Int> = []

  private static let depthLimit = 100
  private static let elementLimit = 2_000_000

  init(_ table: PDFObjectTable, pageLimit: Int) {
    self.table = table
    elementsLeft = Self.elementLimit
    findPages(table.catalog?["Pages"], depth: 0, limit: pageLimit)
    visited = []
    guard let root = table.resolved(table.catalog?["StructTreeRoot"]) else { return }
    readRoles(root)
    var context = Context()
    walk(root["K"], &context, depth: 0)
  }

  // MARK: Pages

  private mutating func findPages(_ node: PDFObject?, depth: Int, limit: Int) {
    guard depth < Self.depthLimit, pages.count < limit, case .reference(let number) = node,
      visited.insert(number).inserted, let object = table.object(number)
    else { return }
    if let kids = table.resolved(object["Kids"])?.items {
      for kid in kids { findPages(kid, depth: depth + 1, limit: limit) }
    } else {
      pages.append(number)
    }
  }

  // MARK: Roles

  /// The names that a producer uses for the standard ones: `Heading 1` for `H1`.
  private mutating func readRoles(_ root: PDFObject) {
    guard case .dictionary(let map) = table.resolved(root["RoleMap"]) else { return }
    for (name, role) in map {
      if let role = table.resolved(role)?.name { roles[name] = role }
    }
  }

  private func kind(of element: PDFObject) -> Kind {
    guard var name = table.resolved(element["S"])?.name else { return .group }
    for _ in 0..<8 {
      if let kind = Kind(name) { return kind }
      guard let mapped = roles[name], mapped != name else { break }
      name = mapped
    }
    return .inline
  }

  private enum Kind {
    case group
    case list
    case inline
    case paragraph
    case heading(Int)
    case item
    case itemBody
    case label
    case quotation
    case caption
    case note
    case table
    case row
    case cell(isHeader: Bool)

    init?(_ name: [UInt8]) {
      switch String(decoding: name, as: UTF8.self) {
      case "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "TBody",
        "THead", "TFoot", "Index", "TOC", "Form":
        self = .group
      case "L": self = .list
      case "P", "TOCI", "Code", "Formula", "BibEntry": self = .paragraph
      case "H", "Title": self = .heading(1)
      case "H1": self = .heading(1)
      case "H2": self = .heading(2)
      case "H3": self = .heading(3)
      case "H4": self = .heading(4)
      case "H5": self = .heading(5)
      case "H6": self = .heading(6)
      case "LI": self = .item
      case "LBody": self = .itemBody
      case "Lbl": self = .label
      case "BlockQuote": self = .quotation
      case "Caption": self = .caption
      case "Note", "FENote": self = .note
      case "Table": self = .table
      case "TR": self = .row
      case "TD": self = .cell(isHeader: false)
      case "TH": self = .cell(isHeader: true)
      case "Span", "Quote", "Link", "Reference", "NonStruct", "Private", "Annot", "Em", "Strong",
        "Sub", "Figure", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP":
        self = .inline
      default: return nil
      }
    }
  }

  // MARK: The tree

  private struct Context {
    var page: Int?
    /// The role of the blocks that start here.
    var role = Role.text
    /// The block that content belongs to; `nil` when the next content starts one.
    var block: Int?
    var cell = -1
    var table = -1
    /// Number of the list item around the content; -1 outside lists.
    var item = -1
    var isLabel = false
    /// True for what stands in a list and in no item of it.
    var isBetweenItems = false
  }

  private mutating func walk(_ value: PDFObject?, _ context: inout Context, depth: Int) {
    guard depth < Self.depthLimit, elementsLeft > 0 else { return }
    elementsLeft -= 1
    if case .reference(let number) = value {
      // A tree that leads back to itself is no tree.
      guard visited.insert(number).inserted else { return }
    }
    switch table.resolved(value) {
    case .number(let content)?:
      if abs(content) < 1e9 { mark(Int(content), on: context.page, &context) }
    case .array(let items)?:
      for item in items { walk(item, &context, depth: depth + 1) }
    case .dictionary(let entries)?:
      let element = PDFObject.dictionary(entries)
      let page = Self.reference(element["Pg"]) ?? context.page
      if element["S"] != nil {
        enter(element, page, &context, depth: depth + 1)
      } else if element["Type"]?.isName("MCR") == true, element["Stm"] == nil,
        let content = table.resolved(element["MCID"])?.integer
      {
        // Contents of forms that are drawn on the page are not looked at.
        mark(content, on: page, &context)
      }
    default: break
    }
  }

  private static func reference(_ value: PDFObject?) -> Int? {
    if case .reference(let number) = value { number } else { nil }
  }

  /// Reads an element; what its kind says about the blocks around it is in the comments.
  private mutating func enter(
    _ element: PDFObject, _ page: Int?, _ context: inout Context, depth: Int
  ) {
    var inner = context
    inner.page = page
    // All that stands in a cell is the cell's.
    var kind = context.cell >= 0 ? Kind.inline : kind(of: element)
    // Browsers have items of another name: those of notes.
    if case .inline = kind, context.isBetweenItems { kind = .item }
    inner.isBetweenItems = false
    var goesOn = false
    switch kind {
    case .inline, .itemBody:
      goesOn = true
    case .label:
      goesOn = true
      inner.isLabel = inner.item >= 0 || inner.role == .footnote
    case .group:
      inner.block = nil
    case .list:
      inner.block = nil
      inner.isBetweenItems = true
    case .paragraph:
      if !isOnlyLabel(context.block) { inner.block = nil }
    case .heading(let level):
      inner.block = nil
      inner.role = .heading(level: level)
    case .item:
      inner.block = nil
      inner.role = .text
      inner.item = itemsAreBegun.count
      itemsAreBegun.append(false)
    case .quotation:
      inner.block = nil
      inner.role = .quotation
    case .caption:
      inner.block = nil
      inner.role = .caption
    case .note:
      // The sentence that a note stands in goes on after it.
      inner.block = nil
      inner.role = .footnote
      inner.item = -1
      walk(element["K"], &inner, depth: depth)
      return
    case .table:
      tableCount += 1
      inner.table = tableCount
      inner.block = nil
    case .row:
      inner.block = nil
      if inner.table >= 0 {
        blocks.append(Block(role: .row, table: inner.table))
        inner.block = blocks.count - 1
      }
    case .cell(let isHeader):
      if let row = inner.block, blocks[row].role == .row {
        goesOn = true
        inner.cell = blocks[row].cells.count
        blocks[row].cells.append(
          Cell(
            isHeader: isHeader, columns: span("ColSpan", element), rows: span("RowSpan", element)))
      } else {
        inner.block = nil
      }
    }
    walk(element["K"], &inner, depth: depth)
    context.block = goesOn ? inner.block : nil
  }

  /// True for the block of an item of which only the label has come.
  private func isOnlyLabel(_ block: Int?) -> Bool {
    guard let block else { return false }
    return blocks[block].role == .item && !blocks[block].hasText
  }

  private mutating func mark(_ content: Int, on page: Int?, _ context: inout Context) {
    guard let page, slots.count < Self.elementLimit else { return }
    let block: Int
    if let open = context.block {
      block = open
    } else {
      block = blocks.count
      var role = context.role
      // An item's first block is the item, others are paragraphs.
      if role == .text, context.item >= 0, !itemsAreBegun[context.item] {
        role = .item
        itemsAreBegun[context.item] = true
      }
      blocks.append(Block(role: role))
      context.block = block
    }
    if !context.isLabel { blocks[block].hasText = true }
    slots[Mark(page: page, content: content)] = Slot(
      block: block, cell: context.cell, isLabel: context.isLabel)
  }

  /// How many columns or rows a cell covers, from its attributes.
  private func span(_ key: StaticString, _ element: PDFObject) -> Int {
    let attributes = table.resolved(element["A"])
    for item in attributes?.items ?? [attributes].compactMap({ $0 }) {
      if let value = table.resolved(table.resolved(item)?[key])?.integer {
        return min(max(1, value), 100)
      }
    }
    return 1
  }
}
