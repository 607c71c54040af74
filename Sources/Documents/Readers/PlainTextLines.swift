/// One line of a plain text, without its line end and the blanks around it.
struct PlainTextLine {
  private var startOffset: UInt32
  private var endOffset: UInt32
  private var indentColumns: UInt32

  init(start: Int, end: Int, indent: Int) {
    startOffset = UInt32(truncatingIfNeeded: start)
    endOffset = UInt32(truncatingIfNeeded: end)
    indentColumns = UInt32(truncatingIfNeeded: indent)
  }

  /// Offsets in the source, from the first to the last visible character.
  var start: Int { Int(startOffset) }
  var end: Int { Int(endOffset) }
  /// Columns of white space before the text; a tab counts as four.
  var indent: Int { Int(indentColumns) }
  var isBlank: Bool { start == end }
  var length: Int { end - start }
}

/// The lines of a plain text and what each looks like; blank lines in a row count as one.
struct PlainTextLines {
  enum HeadingStyle: Equatable {
    /// `2.1 Scope`: the number of parts of the label.
    case numbered(depth: Int)
    case capitals
    case plain
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var lines: [PlainTextLine] = []
  /// Length that lines are wrapped at; `nil` when each line is a paragraph of its own.
  private let wrapWidth: Int?

  var count: Int { lines.count }
  subscript(index: Int) -> PlainTextLine { lines[index] }

  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int) {
    self.bytes = bytes
    var lines: [PlainTextLine] = []
    lines.reserveCapacity((bytes.count - start) / 72)
    var index = start
    var longest = 0
    while index < bytes.count {
      var indent = 0
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 {
        indent += bytes[index] == 0x20 ? 1 : 4
        index += 1
      }
      let lineStart = index
      index = Self.lineEnd(bytes, from: index)
      var lineEnd = index
      while lineEnd > lineStart, isWhitespace(bytes[lineEnd - 1]) { lineEnd -= 1 }
      longest = max(longest, lineEnd - lineStart)
      if lineEnd > lineStart || !(lines.last?.isBlank ?? true) {
        lines.append(PlainTextLine(start: lineStart, end: lineEnd, indent: indent))
      }
      if index < bytes.count {
        index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      }
    }
    self.lines = lines
    wrapWidth = Self.wrapWidth(lines, longest: longest)
  }

  /// Line ends are LF, CRLF and a lone CR.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    // Eight bytes at a time: a byte below 0x0E, or one above 0x7F taken for it, ends the stride.
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let low = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080
      if low != 0 {
        index += low.trailingZeroBitCount >> 3
        if bytes[index] == 0x0A || bytes[index] == 0x0D { return index }
        index += 1
      } else {
        index += 8
      }
    }
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// Wrapped text has many lines near one length and hardly any far beyond it.
  private static func wrapWidth(_ lines: [PlainTextLine], longest: Int) -> Int? {
    let widest = 140
    var tooLong = 0
    var filled = 0
    for line in lines where !line.isBlank {
      filled += 1
      if line.indent + line.length > widest { tooLong += 1 }
    }
    if tooLong * 20 > filled { return nil }
    return min(longest, widest)
  }

  /// True when each line is a paragraph of its own.
  var areParagraphs: Bool { wrapWidth == nil }

  /// True when a line that looks like a heading is one among lines that are paragraphs each, where no
  /// blank line sets it apart.
  func isHeading(_ line: PlainTextLine, _ style: HeadingStyle, before next: PlainTextLine?) -> Bool
  {
    switch style {
    case .capitals: true
    case .numbered, .plain: line.length <= 60 && (next.map { $0.length >= 120 } ?? false)
    }
  }

  /// True when the text of the line at `index` goes no further than that line.
  func endsParagraph(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isBlank else { return true }
    let last = bytes[line.end - 1]
    guard let wrapWidth else { return !goesOn(after: index) }
    // A sentence that ends well before the margin ends its paragraph.
    let endsSentence = last == 0x2E || last == 0x3A || last == 0x3F || last == 0x21
    return endsSentence && (line.indent + line.length) * 5 < wrapWidth * 3
  }

  /// True when a line break stands in the middle of a sentence: after a comma, or after a letter and
  /// before a small one.
  private func goesOn(after index: Int) -> Bool {
    guard index + 1 < lines.count, !lines[index + 1].isBlank else { return false }
    let last = bytes[lines[index].end - 1]
    if last == 0x2C { return true }
    let next = bytes[lines[index + 1].start]
    return isLetter(last) && isLetter(next) && next >= 0x61 && item(lines[index + 1]) == nil
  }

  // MARK: Looks

  /// A line of dashes, stars or underscores that separates sections.
  func isRule(_ line: PlainTextLine) -> Bool {
    guard line.length >= 3 else { return false }
    let first = bytes[line.start]
    guard [0x2A, 0x2D, 0x3D, 0x5F, 0x7E, 0x23].contains(first) else { return false }
    return bytes[line.start..<line.end].allSatisfy { $0 == first || $0 == 0x20 }
  }

  /// 1 or 2 when `rule` underlines the heading `line`.
  func underline(_ rule: PlainTextLine, of line: PlainTextLine) -> Int? {
    guard isRule(rule), !isRule(line), line.length <= 200 else { return nil }
    switch bytes[rule.start] {
    case 0x3D: return 1
    case 0x2D, 0x7E: return 2
    default: return nil
    }
  }

  /// The level and the text of a heading marked as Markdown marks it, `## Aims`.
  func marked(_ line: PlainTextLine) -> (level: Int, textStart: Int)? {
    var index = line.start
    while index < line.end, bytes[index] == 0x23 { index += 1 }
    let level = index - line.start
    guard level >= 1, level <= 6, index < line.end, isBlank(at: index) else { return nil }
    index = pastBlanks(index, line.end)
    return index < line.end ? (level, index) : nil
  }

  /// How a line that stands alone looks like a heading; `nil` when it does not.
  func headingStyle(of line: PlainTextLine) -> HeadingStyle? {
    guard line.length <= 120, line.length > 1, line.indent <= 8 else { return nil }
    let last = bytes[line.end - 1]
    guard last != 0x2E, last != 0x3B, last != 0x2C, last != 0x3A, last != 0x21 else { return nil }
    if item(line)?.isBullet == true || holdsSentenceEnd(line) { return nil }
    var start = line.start
    var depth = 0
    if let label = numberLabel(line) {
      start = label.end
      depth = label.depth
    }
    guard let first = firstLetter(from: start, to: line.end), first.isUpper else { return nil }
    let words = bytes[start..<line.end].split(separator: 0x20).count
    guard words <= 14 else { return nil }
    // Page numbers, dates and reference numbers are no headings.
    let letters = caseCounts(start, line.end)
    let count = letters.upper + letters.lower
    guard count >= 3, count * 2 > line.end - start else { return nil }
    if depth > 0 { return .numbered(depth: depth) }
    if letters.lower == 0 { return .capitals }
    if last == 0x3F || line.length > 90 { return nil }
    return .plain
  }

  /// True when a mark that ends sentences has a blank and a capital after it.
  private func holdsSentenceEnd(_ line: PlainTextLine) -> Bool {
    var index = line.start
    var word = 0
    while index + 2 < line.end {
      let byte = bytes[index]
      // After a number or a single letter a full stop belongs to a label or an initial.
      if byte == 0x2E || byte == 0x21 || byte == 0x3F, word > 2, bytes[index + 1] == 0x20 {
        return true
      }
      word = isLetter(byte) || byte >= 0x80 ? word + 1 : 0
      index += 1
    }
    return false
  }

  /// `2`, `2.`, `2.1`, `Part 3:`, `Annex A –`: the offset after it and the number of its parts.
  private func numberLabel(_ line: PlainTextLine) -> (end: Int, depth: Int)? {
    var index = line.start
    var depth = 0
    while index < line.end, isDigit(bytes[index]), depth < 6 {
      let start = index
      while index < line.end, isDigit(bytes[index]) { index += 1 }
      guard index - start <= 3 else { return nil }
      depth += 1
      guard index < line.end, bytes[index] == 0x2E else { break }
      index += 1
    }
    guard depth > 0, index < line.end, isBlank(at: index) else { return nil }
    return (index, depth)
  }

  // MARK: Letters

  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func firstLetter(from start: Int, to end: Int) -> (offset: Int, isUpper: Bool)? {
    var index = start
    while index < end {
      let byte = bytes[index]
      if isLetter(byte) { return (index, byte < 0x61) }
      if byte == 0xC3, index + 1 < end { return (index, bytes[index + 1] < 0xA0) }
      if byte == 0xC5, index + 1 < end { return (index, bytes[index + 1] == 0x92) }
      if isDigit(byte) { return (index, true) }
      index += 1
    }
    return nil
  }

  private func caseCounts(_ start: Int, _ end: Int) -> (upper: Int, lower: Int) {
    var upper = 0
    var lower = 0
    var index = start
    while index < end {
      let byte = bytes[index]
      if isLetter(byte) {
        if byte < 0x61 { upper += 1 } else { lower += 1 }
      } else if byte == 0xC3, index + 1 < end {
        index += 1
        if bytes[index] < 0xA0 { upper += 1 } else { lower += 1 }
      }
      index += 1
    }
    return (upper, lower)
  }
}

/// A letter of ASCII.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
