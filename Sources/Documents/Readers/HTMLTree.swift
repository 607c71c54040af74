internal import CHTML

/// A page as gumbo reads it, by the rules of the HTML Living Standard, section 13.2.
///
/// Memory is bounded by the size of the source. gumbo looks through its stack of open elements and
/// through a tag's attributes again and again, so what is deep or wide beyond sense is not given to it:
/// see `HTMLNesting`.
final class HTMLTree {
  fileprivate let bytes: UnsafeBufferPointer<UInt8>
  fileprivate let range: Range<Int>
  fileprivate let document: UnsafePointer<GumboNode>
  private let arena: UnsafeMutablePointer<html_arena>

  /// The bytes that the tree of one byte of source may take; dense markup takes 80.
  private static let treeBytesPerByte = 128
  private static let budgetLimitInBytes = 1 << 30

  /// Reads part of a source, which has to outlive the tree; `nil` when that would take too much.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    guard let base = bytes.baseAddress, !HTMLNesting.isExcessive(bytes, range: range) else {
      return nil
    }
    let budget = min(
      range.count * Self.treeBytesPerByte + 1 << 20, Self.budgetLimitInBytes)
    guard let arena = html_arena_create(budget) else { return nil }
    let start = UnsafeRawPointer(base + range.lowerBound).assumingMemoryBound(to: CChar.self)
    guard let document = html_parse(arena, start, range.count) else {
      html_arena_destroy(arena)
      return nil
    }
    self.bytes = bytes
    self.range = range
    self.arena = arena
    self.document = UnsafePointer(document)
  }

  deinit { html_arena_destroy(arena) }

  /// Passes through a tree in its order, as a stream of tokens in which every element is closed.
  ///
  /// An element that the page leaves out has no place of its own: its tokens are empty and stand where
  /// the token before ended.
  struct Walk {
    private let tree: HTMLTree
    /// Attributes of the last start tag.
    private(set) var attributes: HTMLAttributes
    private var path: [Step]
    /// Text with tags in it that gumbo passed over.
    private var pieces: HTMLTokenizer?
    private var offset: Int

    fileprivate struct Step {
      var node: UnsafePointer<GumboNode>
      var element: HTMLElement?
      var nextChild = 0
    }

    init(_ tree: HTMLTree) {
      self.tree = tree
      attributes = HTMLAttributes(bytes: tree.bytes)
      path = [Step(node: tree.document)]
      offset = tree.range.lowerBound
    }

    /// The next token; `nil` at the end.
    mutating func next() -> HTMLToken? {
      while true {
        if let token = nextPiece() { return token }
        guard let last = path.indices.last else { return nil }
        if let child = path[last].child {
          path[last].nextChild += 1
          if let token = enter(child, parent: path[last].element) { return token }
        } else {
          let step = path.removeLast()
          guard !path.isEmpty else { return nil }
          if let element = step.element, !element.isVoid {
            return .end(element, place(of: step.node.pointee.v.element.original_end_tag))
          }
        }
      }
    }

    private mutating func enter(
      _ node: UnsafePointer<GumboNode>, parent: HTMLElement?
    ) -> HTMLToken? {
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let element = tree.element(of: node)
        path.append(Step(node: node, element: element))
        readAttributes(of: node)
        return element.map { .start($0, place(of: node.pointee.v.element.original_tag)) }
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE:
        let range = place(of: node.pointee.v.text.original_text)
        if parent?.isRawText == true { return .rawText(range) }
        if tree.holdsMarkup(range) {
          pieces = HTMLTokenizer(tree.bytes, range: range)
          return nil
        }
        return .text(range)
      case GUMBO_NODE_COMMENT:
        let range = place(of: node.pointee.v.text.original_text)
        // Declarations and instructions out of place are comments to gumbo.
        return tree.bytes[range].starts(with: "<!--".utf8) ? .comment(range) : nil
      default:
        // What is marked as data stands in pictures and formulas alone.
        return nil
      }
    }

    /// Text of a node ends where the tree goes on, with what was passed over up to there.
    private mutating func nextPiece() -> HTMLToken? {
      while let token = pieces?.next() {
        if case .text = token { return token }
      }
      pieces = nil
      return nil
    }

    private mutating func readAttributes(of node: UnsafePointer<GumboNode>) {
      attributes.items.removeAll(keepingCapacity: true)
      let list = node.pointee.v.element.attributes
      for index in 0..<min(Int(list.length), HTMLAttributes.limit) {
        guard let item = list.data[index]?.assumingMemoryBound(to: GumboAttribute.self),
          let name = tree.range(of: item.pointee.original_name)
        else { continue }
        var value = tree.range(of: item.pointee.original_value) ?? name.upperBound..<name.upperBound
        if value.count >= 2, [0x22, 0x27].contains(tree.bytes[value.lowerBound]),
          tree.bytes[value.upperBound - 1] == tree.bytes[value.lowerBound]
        {
          value = value.lowerBound + 1..<value.upperBound - 1
        }
        attributes.items.append(HTMLAttribute(name: name, value: value))
      }
    }

    private mutating func place(of piece: GumboStringPiece) -> Range<Int> {
      guard let range = tree.range(of: piece) else { return offset..<offset }
      offset = range.upperBound
      return range
    }
  }

  // MARK: Nodes

  /// What a piece of the source covers; `nil` for pieces that are not of the source.
  fileprivate func range(of piece: GumboStringPiece) -> Range<Int>? {
    guard let data = piece.data, let base = bytes.baseAddress else { return nil }
    let start = UnsafeRawPointer(data) - UnsafeRawPointer(base)
    guard start >= range.lowerBound, start <= range.upperBound,
      piece.length <= range.upperBound - start
    else { return nil }
    return start..<start + piece.length
  }

  /// The element of a node; `nil` for those that are not listed, and inside pictures and formulas.
  fileprivate func element(of node: UnsafePointer<GumboNode>) -> HTMLElement? {
    let tag = node.pointee.v.element.tag
    if node.pointee.v.element.tag_namespace != GUMBO_NAMESPACE_HTML {
      return tag == GUMBO_TAG_SVG ? .svg : tag == GUMBO_TAG_MATH ? .math : nil
    }
    if tag != GUMBO_TAG_UNKNOWN {
      let index = Int(tag.rawValue)
      return index < Self.elements.count ? Self.elements[index] : nil
    }
    guard let original = range(of: node.pointee.v.element.original_tag) else { return nil }
    let name = bytes[original].dropFirst().prefix { isLetter($0) }
    return HTMLElement.named(name)
  }

  /// True when text holds what is markup anywhere but in raw text.
  fileprivate func holdsMarkup(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while let found = bytes.offset(of: 0x3C, from: index, to: range.upperBound) {
      index = found + 1
      guard index < range.upperBound else { return false }
      let next = bytes[index]
      if isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F { return true }
    }
    return false
  }

  /// Our elements by gumbo's numbers.
  private static let elements: [HTMLElement?] = (0..<GUMBO_TAG_LAST.rawValue).map { tag in
    guard let name = gumbo_normalized_tagname(GumboTag(tag)) else { return nil }
    return Array(String(cString: name).utf8).withUnsafeBufferPointer {
      HTMLElement.named(Slice(base: $0, bounds: 0..<$0.count))
    }
  }
}

extension HTMLTree.Walk.Step {
  /// The next child that was not visited.
  fileprivate var child: UnsafePointer<GumboNode>? {
    let children: GumboVector
    switch node.pointee.type {
    case GUMBO_NODE_DOCUMENT: children = node.pointee.v.document.children
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: children = node.pointee.v.element.children
    default: return nil
    }
    guard nextChild < Int(children.length), let child = children.data[nextChild] else { return nil }
    return UnsafePointer(child.assumingMemoryBound(to: GumboNode.self))
  }
}
