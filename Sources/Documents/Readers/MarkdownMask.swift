/// What md4c must not see as it stands: HTML that goes on over blank lines, and footnotes.
///
/// CommonMark ends an HTML block at a blank line, and what is indented after it becomes code. Official
/// templates are written for processors that take an element as HTML up to its end tag, blank lines and
/// indentation included; so an element that stands at the start of a line and holds nothing but markup
/// is read whole. An element with Markdown inside is left to CommonMark.
///
/// A footnote of one word, `[^1]: Ibid.`, looks like the definition of a link and would vanish.
struct MarkdownMask {
  /// HTML elements to be read whole; ascending and apart, each ends where a line ends.
  private(set) var regions: [Range<Int>] = []
  /// The colons after footnote labels.
  private var colons: [Int] = []

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Bytes that may still be looked at in search of end tags, so that unclosed elements cost no more
  /// than a few passes.
  private var budget: Int
  /// Where the outermost element that holds Markdown ends.
  private var mixedEnd = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int) {
    self.bytes = bytes
    budget = 8 * (bytes.count - start)
    findFootnotes(from: start)
    guard Self.hasElementAtLineStart(bytes, from: start) else { return }
    scan(from: start)
  }

  var isEmpty: Bool { regions.isEmpty && colons.isEmpty }

  /// The source with every region blotted out, one HTML block of a single line each, and with footnotes
  /// that define nothing; same offsets.
  func masked() -> [UInt8] {
    var result = Array(bytes)
    for colon in colons { result[colon] = 0x58 }
    result.withUnsafeMutableBufferPointer { result in
      for range in regions { Self.blot(UnsafeMutableBufferPointer(rebasing: result[range])) }
    }
    return result
  }

  /// Makes one HTML block of a line, which ends where the line does; that of an element of preformatted text, for
  /// whose end md4c looks soonest, unless there is no room for its tags.
  private static func blot(_ region: UnsafeMutableBufferPointer<UInt8>) {
    region.update(repeating: 0x58)
    let (start, end): (StaticString, StaticString) =
      region.count >= 11 ? ("<pre>", "</pre>") : ("<!", ">")
    start.withUTF8Buffer { tag in
      for index in tag.indices { region[index] = tag[index] }
    }
    end.withUTF8Buffer { tag in
      for index in tag.indices { region[region.count - tag.count + index] = tag[index] }
    }
  }

  private mutating func findFootnotes(from start: Int) {
    var index = start
    while let caret = bytes.offset(of: 0x5E, from: index, to: bytes.count) {
      index = caret + 1
      guard caret > start, bytes[caret - 1] == 0x5B else { continue }
      let limit = min(bytes.count - 1, caret + MarkdownFootnote.longestLabel + 1)
      guard let close = bytes.offset(of: 0x5D, from: index, to: limit), bytes[close + 1] == 0x3A
      else { continue }
      colons.append(close + 1)
    }
  }

  private static func hasElementAtLineStart(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Bool {
    var index = start
    while let opener = bytes.offset(of: 0x3C, from: index, to: bytes.count) {
      index = opener + 1
      var before = opener
      while before > start, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
      let startsLine = before == start || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D
      if startsLine, index < bytes.count, isLetter(bytes[index]) { return true }
    }
    return false
  }

  private mutating func scan(from start: Int) {
    var index = start
    var fence: UInt8 = 0
    while index < bytes.count {
      let lineStart = index
      let lineEnd = lineEnd(from: index)
      var indent = 0
      while index < lineEnd, bytes[index] == 0x20 || bytes[index] == 0x09 {
        indent += bytes[index] == 0x20 ? 1 : 4
        index += 1
      }
      let first = index < lineEnd ? bytes[index] : 0
      if indent < 4, first == 0x60 || first == 0x7E, index + 2 < lineEnd,
        bytes[index + 1] == first, bytes[index + 2] == first
      {
        if fence == 0 { fence = first } else if fence == first { fence = 0 }
      } else if fence == 0, first == 0x3C, indent < 4 || index < mixedEnd,
        let end = elementEnd(at: index)
      {
        if let region = region(lineStart: lineStart, opener: index, indent: indent, end: end) {
          regions.append(region)
          index = nextLine(after: region.upperBound)
          continue
        }
        mixedEnd = max(mixedEnd, end)
      }
      index = nextLine(after: lineEnd)
    }
  }

  /// The region of an element, `nil` when it holds Markdown.
  private func region(lineStart: Int, opener: Int, indent: Int, end: Int) -> Range<Int>? {
    let isTable = HTMLElement.named(name(at: opener)) == .table
    guard isTable || isMarkupOnly(opener, end) else { return nil }
    let start = indent < 4 ? opener : lineStart
    let lineEnd = lineEnd(from: end)
    return lineEnd - start >= 5 ? start..<lineEnd : nil
  }

  /// True when each line after a blank one starts with a tag or stands too far in for Markdown.
  private func isMarkupOnly(_ start: Int, _ end: Int) -> Bool {
    var index = start
    var afterBlank = false
    while index < end {
      let lineEnd = lineEnd(from: index)
      var indent = 0
      while index < lineEnd, isWhitespace(bytes[index]) {
        indent += bytes[index] == 0x09 ? 4 : 1
        index += 1
      }
      if index == lineEnd {
        afterBlank = true
      } else {
        if afterBlank, bytes[index] != 0x3C, indent < 4 { return false }
        afterBlank = false
      }
      index = nextLine(after: lineEnd)
    }
    return true
  }

  private func name(at opener: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    var end = opener + 1
    while end < bytes.count, end - opener < 16, isLetter(bytes[end]) { end += 1 }
    return Slice(base: bytes, bounds: opener + 1..<end)
  }

  /// Past the end tag of the container element that starts at `opener`; `nil` when it is none or is
  /// never closed.
  private mutating func elementEnd(at opener: Int) -> Int? {
    guard let element = HTMLElement.named(name(at: opener)), Self.containers.contains(element),
      budget > 0
    else { return nil }
    var tokenizer = HTMLTokenizer(bytes, range: opener..<bytes.count)
    var depth = 0
    while let token = tokenizer.next() {
      switch token {
      case .start(element, _): depth += 1
      case .end(element, let range):
        depth -= 1
        if depth == 0 {
          budget -= range.upperBound - opener
          return range.upperBound
        }
      default: break
      }
      if tokenizer.index - opener > budget { break }
    }
    budget -= tokenizer.index - opener
    return nil
  }

  private static let containers: Set<HTMLElement> = [
    .div, .section, .table, .details, .ul, .ol, .dl, .figure, .main, .article, .blockquote, .center,
    .nav, .header, .footer, .aside, .form,
  ]

  private func lineEnd(from start: Int) -> Int {
    bytes.offset(of: 0x0A, from: start, to: bytes.count) ?? bytes.count
  }

  private func nextLine(after lineEnd: Int) -> Int { min(lineEnd + 1, bytes.count) }
}
