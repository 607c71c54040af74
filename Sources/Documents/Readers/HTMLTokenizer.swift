/// A piece of HTML source.
enum HTMLToken {
  /// Text in which character references count; offsets in the source.
  case text(Range<Int>)
  /// The content of a script, a title or the like.
  case rawText(Range<Int>)
  /// A start tag, from its `<` to past its `>`; `nil` for an element that is not listed.
  case start(HTMLElement?, Range<Int>)
  case end(HTMLElement?, Range<Int>)
  /// From `<!--` to past `-->`.
  case comment(Range<Int>)
}

/// Cuts HTML into tags, text and comments, in one pass and without a stack.
///
/// Follows the tokenization of the HTML Living Standard (section 13.2.5) in where each token starts and
/// ends. Not followed: a script inside a comment inside a script, and CDATA in foreign content, both of
/// which hold no prose.
struct HTMLTokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  private(set) var index: Int
  /// Attributes of the last start tag, in order; at most `HTMLAttributes.limit` of them.
  private(set) var attributes: HTMLAttributes
  /// How many attributes the last start tag has, those past the limit included.
  private(set) var attributeCount = 0
  /// The element whose raw text comes next.
  private var rawElement: HTMLElement?

  init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    attributes = HTMLAttributes(bytes: bytes)
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next token; `nil` at the end.
  mutating func next() -> HTMLToken? {
    if let element = rawElement {
      rawElement = nil
      let range = rawText(of: element)
      if !range.isEmpty { return .rawText(range) }
    }
    while index < end {
      let start = index
      if bytes[index] == 0x3C, let token = markup() {
        if let token = token.value { return token }
        continue
      }
      // A `<` that opens nothing is text, and so is everything up to the next one.
      index = firstOpener(from: max(index, start + (bytes[start] == 0x3C ? 1 : 0)))
      return .text(start..<index)
    }
    return nil
  }

  // MARK: Markup

  private struct Markup {
    /// `nil` for markup that gives no token.
    var value: HTMLToken?
  }

  /// Reads the markup at the `<` at `index`; `nil` when it is text.
  private mutating func markup() -> Markup? {
    guard index + 1 < end else { return nil }
    let start = index
    let second = bytes[index + 1]
    if isLetter(second) { return Markup(value: startTag()) }
    switch second {
    case 0x2F:
      guard index + 2 < end else { return nil }
      if isLetter(bytes[index + 2]) { return Markup(value: endTag()) }
      if bytes[index + 2] == 0x3E {
        index += 3
        return Markup(value: nil)
      }
      index = past(0x3E, from: index + 2)
      return Markup(value: nil)
    case 0x21:
      if index + 3 < end, bytes[index + 2] == 0x2D, bytes[index + 3] == 0x2D {
        index = commentEnd(from: index + 4)
        return Markup(value: .comment(start..<index))
      }
      index = past(0x3E, from: index + 2)
      return Markup(value: nil)
    case 0x3F:
      index = past(0x3E, from: index + 2)
      return Markup(value: nil)
    default:
      return nil
    }
  }

  private mutating func startTag() -> HTMLToken? {
    let start = index
    let name = tagName(from: index + 1)
    attributes.items.removeAll(keepingCapacity: true)
    attributeCount = 0
    guard readAttributes(from: name.upperBound, keep: true) else { return nil }
    let element = HTMLElement.named(bytes[name])
    if let element, element.isRawText { rawElement = element }
    return .start(element, start..<index)
  }

  private mutating func endTag() -> HTMLToken? {
    let start = index
    let name = tagName(from: index + 2)
    guard readAttributes(from: name.upperBound, keep: false) else { return nil }
    return .end(HTMLElement.named(bytes[name]), start..<index)
  }

  private func tagName(from start: Int) -> Range<Int> {
    var index = start
    while index < end, !isWhitespace(bytes[index]), bytes[index] != 0x2F, bytes[index] != 0x3E {
      index += 1
    }
    return start..<index
  }

  /// Reads up to past the tag's `>`; false when the source ends first.
  private mutating func readAttributes(from start: Int, keep: Bool) -> Bool {
    index = start
    while true {
      while index < end, isWhitespace(bytes[index]) || bytes[index] == 0x2F { index += 1 }
      guard index < end else { return false }
      if bytes[index] == 0x3E {
        index += 1
        return true
      }
      let nameStart = index
      index += 1
      while index < end, !isWhitespace(bytes[index]), bytes[index] != 0x2F, bytes[index] != 0x3E,
        bytes[index] != 0x3D
      {
        index += 1
      }
      let name = nameStart..<index
      var value = index..<index
      var ahead = index
      while ahead < end, isWhitespace(bytes[ahead]) { ahead += 1 }
      if ahead < end, bytes[ahead] == 0x3D {
        index = ahead + 1
        guard let found = attributeValue() else { return false }
        value = found
      }
      attributeCount += 1
      if keep, attributes.items.count < HTMLAttributes.limit {
        attributes.items.append(HTMLAttribute(name: name, value: value))
      }
    }
  }

  /// Reads the value after an equals sign; `nil` when the source ends inside quotes.
  private mutating func attributeValue() -> Range<Int>? {
    while index < end, isWhitespace(bytes[index]) { index += 1 }
    guard index < end else { return nil }
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27 {
      let start = index + 1
      index = past(quote, from: start)
      guard index > start, bytes[index - 1] == quote else { return nil }
      return start..<index - 1
    }
    let start = index
    while index < end, !isWhitespace(bytes[index]), bytes[index] != 0x3E { index += 1 }
    return start..<index
  }

  /// Past the end of a comment whose text starts at `start`.
  private func commentEnd(from start: Int) -> Int {
    // `<!-->` and `<!--->` are whole comments.
    if start < end, bytes[start] == 0x3E { return start + 1 }
    if start + 1 < end, bytes[start] == 0x2D, bytes[start + 1] == 0x3E { return start + 2 }
    var index = start
    while index < end {
      let close = past(0x3E, from: index)
      guard close > index, close <= end, bytes[close - 1] == 0x3E else { return end }
      if close - 3 >= start, bytes[close - 2] == 0x2D, bytes[close - 3] == 0x2D { return close }
      if close - 4 >= start, bytes[close - 2] == 0x21, bytes[close - 3] == 0x2D,
        bytes[close - 4] == 0x2D
      {
        return close
      }
      index = close
    }
    return end
  }

  // MARK: Text

  /// The next byte that can open markup.
  private func firstOpener(from start: Int) -> Int {
    var index = start
    while index < end {
      index = find(0x3C, from: index)
      guard index + 1 < end else { return end }
      let next = bytes[index + 1]
      if isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F { return index }
      index += 1
    }
    return end
  }

  private mutating func rawText(of element: HTMLElement) -> Range<Int> {
    let start = index
    if element == .plaintext {
      index = end
      return start..<end
    }
    let name = Array(String(describing: element).utf8)
    while index < end {
      let opener = find(0x3C, from: index)
      let after = opener + 2 + name.count
      guard after < end else { break }
      if bytes[opener + 1] == 0x2F,
        zip(bytes[opener + 2..<after], name).allSatisfy({ $0 | 0x20 == $1 }),
        isWhitespace(bytes[after]) || bytes[after] == 0x2F || bytes[after] == 0x3E
      {
        index = opener
        return start..<opener
      }
      index = opener + 1
    }
    index = end
    return start..<end
  }

  /// The offset of a byte, `end` when there is none.
  private func find(_ byte: UInt8, from start: Int) -> Int {
    bytes.offset(of: byte, from: start, to: end) ?? end
  }

  /// Past the next occurrence of a byte, `end` when there is none.
  private func past(_ byte: UInt8, from start: Int) -> Int {
    min(find(byte, from: start) + 1, end)
  }
}
