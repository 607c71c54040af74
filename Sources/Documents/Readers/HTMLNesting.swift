/// Tells, in one pass over the tags, whether a page nests too deep or has a tag too wide for a parser
/// that builds a tree.
///
/// The stack kept here is never shallower than the tree's but for a handful of elements: a start tag
/// closes only what it closes in every tree, and an end tag that a tree could pass over closes nothing.
struct HTMLNesting {
  private var open: [Tag] = []
  private var foreignDepth = 0

  private static let attributeLimit = 2048

  private struct Tag: Equatable {
    var element: HTMLElement?
    /// For elements that are not listed: a digest of the name, which tells most names apart.
    var name: UInt32 = 0

    init(_ element: HTMLElement?, _ source: Slice<UnsafeBufferPointer<UInt8>>) {
      self.element = element
      guard element == nil else { return }
      for byte in source.drop(while: { !isLetter($0) }) {
        if isWhitespace(byte) || byte == 0x2F || byte == 0x3E { return }
        name = (name ^ UInt32(byte | 0x20)) &* 16_777_619
      }
    }
  }

  /// True when the page is to be read without a tree.
  static func isExcessive(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Bool {
    var tokenizer = HTMLTokenizer(bytes, range: range)
    var nesting = HTMLNesting()
    while let token = tokenizer.next() {
      if tokenizer.attributeCount > attributeLimit { return true }
      switch token {
      case .start(let element, let tag):
        let isClosed = bytes[tag.upperBound - 2] == 0x2F
        nesting.start(Tag(element, bytes[tag]), isClosed: isClosed)
        if nesting.open.count > HTMLBlocks.depthLimit { return true }
      case .end(let element, let tag):
        nesting.end(Tag(element, bytes[tag]))
      case .rawText(let text):
        // What is raw text here need not be raw text inside a picture or a formula.
        if nesting.foreignDepth > 0,
          bytes.offset(of: 0x3C, from: text.lowerBound, to: text.upperBound) != nil
        {
          return true
        }
      case .text, .comment: break
      }
    }
    return false
  }

  private mutating func start(_ tag: Tag, isClosed: Bool) {
    let element = tag.element
    let isForeign = element == .svg || element == .math
    if foreignDepth > 0 || isForeign {
      if isClosed { return }
      if isForeign { foreignDepth += 1 }
    } else if let element {
      if element.isVoid { return }
      closeImplied(by: element)
    }
    open.append(tag)
  }

  private mutating func closeImplied(by element: HTMLElement) {
    if !element.isInline { close(.p) { $0 == .button } }
    switch element {
    case .li: close(.li) { $0 != .p && $0 != .div && $0 != .address && $0?.isInline != true }
    case .dt, .dd:
      for other in [HTMLElement.dt, .dd] {
        close(other) { $0 != .p && $0 != .div && $0 != .address && $0?.isInline != true }
      }
    case .td, .th, .tr, .tbody, .thead, .tfoot:
      close(.td) { _ in false }
      close(.th) { _ in false }
      if element == .td || element == .th { return }
      close(.tr) { _ in false }
      if element == .tr { return }
      for other in [HTMLElement.tbody, .thead, .tfoot] { close(other) { _ in false } }
    case .option: if open.last?.element == .option { open.removeLast() }
    default: break
    }
  }

  /// Closes the innermost open element of a kind and all in it, unless one stands in between that hides
  /// it from the tag.
  private mutating func close(_ element: HTMLElement, unless hides: (HTMLElement?) -> Bool) {
    guard
      let index = open.lastIndex(where: {
        $0.element == element || isScope($0.element) || hides($0.element)
      }), open[index].element == element
    else { return }
    open.removeSubrange(index...)
  }

  private mutating func end(_ tag: Tag) {
    if foreignDepth > 0 {
      guard open.last == tag else { return }
      open.removeLast()
      if tag.element == .svg || tag.element == .math { foreignDepth -= 1 }
      return
    }
    guard let element = tag.element else {
      if open.last == tag { open.removeLast() }
      return
    }
    if element.isTablePart || element == .table || element == .select || element == .template {
      let limit = open.lastIndex {
        $0.element == element || $0.element == .table || $0.element == .template
      }
      if let limit, open[limit].element == element { open.removeSubrange(limit...) }
    } else if element.isInline {
      close(element) { $0?.isInline != true }
    } else {
      close(element) { _ in false }
    }
  }

  /// Elements past which an end tag does not look; one that is not listed may be such an element.
  private func isScope(_ element: HTMLElement?) -> Bool {
    switch element {
    case .table, .td, .th, .caption, .template, .select, .svg, .math, .applet, .object, .html, nil:
      true
    default: false
    }
  }
}
