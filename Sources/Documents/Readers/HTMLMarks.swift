/// What the attributes of a start tag say about its element.
struct HTMLMarks {
  var isDropped = false
  var isFootnote = false

  init(_ element: HTMLElement, _ attributes: HTMLAttributes) {
    let bytes = attributes.bytes
    for attribute in attributes.items {
      // Word processors write long styles on every element: look at names by their length first.
      switch attribute.name.count {
      case 4 where attributes.equals(attribute.name, "role"):
        take(Self.roles.marks(of: bytes[attribute.value]))
      case 5 where attributes.equals(attribute.name, "class"):
        for word in bytes[attribute.value].split(whereSeparator: isWhitespace) {
          take(Self.classes.marks(of: word))
        }
      case 5 where attributes.equals(attribute.name, "style"):
        if Self.hides(bytes[attribute.value]) { isDropped = true }
      case 6 where attributes.equals(attribute.name, "hidden"):
        isDropped = true
      case 11 where attributes.equals(attribute.name, "aria-hidden"):
        if attributes.equals(attribute.value, "true") { isDropped = true }
      default:
        break
      }
    }
    // Sentences hold marks of footnotes, never footnotes.
    if ![.aside, .section, .div, .ol, .dl, .footer, .p].contains(element) { isFootnote = false }
  }

  private mutating func take(_ mark: WordMarks.Mark?) {
    switch mark {
    case .dropped: isDropped = true
    case .footnote: isFootnote = true
    case nil: break
    }
  }

  /// True for a style that holds `display: none`.
  private static func hides(_ style: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    style.split(separator: 0x3B).contains { declaration in
      let parts = declaration.split(separator: 0x3A)
      return parts.count == 2 && isWord(parts[0], "display") && isWord(parts[1], "none")
    }
  }

  private static func isWord(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString
  ) -> Bool {
    let folded = bytes.lazy.filter { !isWhitespace($0) }.map { $0 | 0x20 }
    return word.withUTF8Buffer { folded.elementsEqual($0) }
  }

  private static let roles = WordMarks(
    dropped: """
      navigation banner contentinfo search complementary doc-toc doc-noteref
      """,
    footnote: "doc-endnotes doc-footnote note")

  /// Shown to nobody, or there to move about the page.
  private static let classes = WordMarks(
    dropped: """
      wb-inv sr-only visually-hidden hidden breadcrumb pagination pager hidden-print noprint \
      no-print fn-lnk fn-rtn footnote-ref footnote-back footnote-backref
      """,
    footnote: "wb-fnote footnotes footnote endnotes msofootnotetext msoendnotetext")

  /// True for the link of a footnote mark, as word processors and site generators name its target.
  static func leadsToFootnote(_ target: Range<Int>, _ attributes: HTMLAttributes) -> Bool {
    let name = String(decoding: attributes.bytes[target].prefix(12), as: UTF8.self).lowercased()
    return ["#_ftn", "#_edn", "#fn", "#footnote"].contains(where: name.hasPrefix)
  }

  /// The number of columns or rows that a cell covers: 1 unless stated, at most 100.
  static func span(_ value: Range<Int>?, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    guard let value else { return 1 }
    let digits = source[value].drop { isWhitespace($0) }.prefix { $0 >= 0x30 && $0 <= 0x39 }
    let number = digits.prefix(4).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return min(max(1, number), 100)
  }

  /// Attribute or title text with its character references resolved and white space made single.
  static func decoded(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    let source = UnsafeBufferPointer(rebasing: source[0..<range.upperBound])
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if source[index] == 0x26, let (text, end) = CharacterReference.decodeInHTML(source, at: index)
      {
        result.append(contentsOf: text)
        index = end
        continue
      }
      let byte = isWhitespace(source[index]) ? 0x20 : source[index]
      if byte != 0x20 || (result.last.map { $0 != 0x20 } ?? false) { result.append(byte) }
      index += 1
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}

/// What the words of an attribute say.
private struct WordMarks: Sendable {
  enum Mark: Int8 {
    case dropped = 1
    case footnote
  }

  private var table = WordTable(slots: 128)

  init(dropped: StaticString, footnote: StaticString) {
    table.insert(dropped, value: Mark.dropped.rawValue)
    table.insert(footnote, value: Mark.footnote.rawValue)
  }

  func marks(of word: Slice<UnsafeBufferPointer<UInt8>>) -> Mark? {
    guard word.count <= WordTable.Key.limitInBytes else { return nil }
    var key = WordTable.Key()
    for byte in word { key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    return Mark(rawValue: table.value(of: key))
  }
}
