/// What the attributes of a start tag say about its element.
struct HTMLMarks {
  var isDropped = false
  var isFootnote = false

  init(_ element: HTMLElement, _ attributes: HTMLAttributes) {
    if attributes.value(of: "hidden") != nil { isDropped = true }
    if attributes.has("aria-hidden", equalTo: "true") { isDropped = true }
    if let style = attributes.value(of: "style") {
      let text = String(decoding: attributes.bytes[style], as: UTF8.self).lowercased()
      if text.split(separator: " ").joined().contains("display:none") { isDropped = true }
    }
    if let role = attributes.value(of: "role") {
      let role = String(decoding: attributes.bytes[role], as: UTF8.self).lowercased()
      if Self.droppedRoles.contains(role) { isDropped = true }
      if Self.footnoteRoles.contains(role) { isFootnote = true }
    }
    guard attributes.value(of: "class") != nil else { return }
    if attributes.anyClass(Self.droppedClasses.contains) { isDropped = true }
    let isHolder = [.aside, .section, .div, .ol, .dl, .footer, .p].contains(element)
    if isHolder, attributes.anyClass(Self.footnoteClasses.contains) { isFootnote = true }
  }

  private static let droppedRoles: Set = [
    "navigation", "banner", "contentinfo", "search", "complementary", "doc-toc", "doc-noteref",
  ]
  private static let footnoteRoles: Set = ["doc-endnotes", "doc-footnote", "note"]
  /// Shown to nobody, or there to move about the page.
  private static let droppedClasses: Set = [
    "wb-inv", "sr-only", "visually-hidden", "hidden", "breadcrumb", "pagination", "pager",
    "hidden-print", "noprint", "no-print", "fn-lnk", "fn-rtn", "footnote-ref", "footnote-back",
    "footnote-backref",
  ]
  private static let footnoteClasses: Set = [
    "wb-fnote", "footnotes", "footnote", "endnotes", "msofootnotetext", "msoendnotetext",
  ]

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
