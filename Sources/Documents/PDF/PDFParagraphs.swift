/// Puts the lines of a PDF together to paragraphs, over columns and pages.
struct PDFParagraphs {
  struct Paragraph {
    enum Role {
      case text
      case heading(level: Int)
      case item
      case quotation
      case caption
      case footnote
      /// A row of a table, and whether it is the first of one.
      case row(PDFTables.Row, isFirst: Bool)
    }

    /// Indices of lines.
    var lines: [Int]
    var role = Role.text
    /// Left edge of the first line.
    var left: Float
    /// Words at the start of the first line that are only the label of an item.
    var labelWords = 0
  }

  private let text: PDFText
  private let measures: PDFMeasures
  private(set) var paragraphs: [Paragraph] = []
  private var footnotes: [Paragraph] = []

  init(_ text: PDFText, _ measures: PDFMeasures) {
    self.text = text
    self.measures = measures
    var open: Paragraph?
    var previous: Int?
    let notes = Self.footnoteLines(text, measures)
    let tables = PDFTables(text)
    for index in text.lines.indices {
      if let rows = tables.rows[index] {
        if let paragraph = open { paragraphs.append(paragraph) }
        open = nil
        previous = nil
        for (position, row) in rows.enumerated() {
          paragraphs.append(
            Paragraph(
              lines: row.cells.flatMap { $0 }, role: .row(row, isFirst: position == 0),
              left: text.lines[index].box.left))
        }
      }
      if tables.lines.contains(index) { continue }
      if notes.contains(index) {
        addNote(index)
        continue
      }
      let label = labelWords(of: index)
      let isItem = label > 0 || text.lines[index].labelIsElsewhere
      if var paragraph = open, let before = previous,
        !startsParagraph(index, after: before, in: paragraph, hasLabel: isItem)
      {
        paragraph.lines.append(index)
        open = paragraph
      } else {
        if let open { paragraphs.append(open) }
        open = Paragraph(
          lines: [index], role: isItem ? .item : .text, left: text.lines[index].box.left,
          labelWords: label)
      }
      previous = index
    }
    if let open { paragraphs.append(open) }
    findHeadings()
    paragraphs += footnotes
  }

  /// Paragraphs that tags have put together; without `hasHeadings` headings are looked for.
  init(
    _ text: PDFText, _ measures: PDFMeasures, tagged: [Paragraph], hasHeadings: Bool
  ) {
    self.text = text
    self.measures = measures
    paragraphs = tagged
    if !hasHeadings { findHeadings() }
  }

  // MARK: Where a paragraph starts

  private func startsParagraph(
    _ index: Int, after before: Int, in paragraph: Paragraph, hasLabel: Bool
  ) -> Bool {
    let line = text.lines[index]
    let previous = text.lines[before]
    // Fonts of one size differ in height, which inside one block of poppler's says little.
    let isOneBlock =
      line.page == previous.page && line.flow == previous.flow && line.block == previous.block
    let tolerance = measures.bodyHeight * (isOneBlock ? 0.3 : 0.12)
    if line.heights.lowerBound > previous.heights.upperBound + tolerance
      || line.heights.upperBound < previous.heights.lowerBound - tolerance
    {
      return true
    }
    let last = lastByte(of: previous)
    let endsSentence = [0x2E, 0x3A, 0x3F, 0x21, 0x3B].contains(last)
    let isShort = measures.isShort(previous)
    if hasLabel, line.hasLabel || endsSentence || isShort || isBullet(index) || isLongLabel(index) {
      return true
    }
    let distance = line.box.top - previous.box.top
    let isSameColumn =
      line.page == previous.page && distance > 0 && line.flow == previous.flow
      && line.box.left < previous.box.right && line.box.right > previous.box.left
    guard isSameColumn else {
      // From column to column and page to page a sentence goes on that was not ended.
      if endsSentence || isShort && !startsSmall(line) { return true }
      return !startsSmall(line) && isShort
    }
    if distance > measures.leading * 1.45, distance > line.height * 1.6 { return true }
    if isShort, endsSentence { return true }
    if isShort, line.block != previous.block, !startsSmall(line) { return true }
    // An indented first line, after a line that was not indented itself.
    let indent = line.box.left - previous.box.left
    if paragraph.lines.count > 1, indent > 8, endsSentence { return true }
    return false
  }

  private func lastByte(of line: PDFText.Line) -> UInt8 {
    var bytes = line.words.last.map { text.text(of: text.words[$0]) } ?? []
    while let last = bytes.last, last == 0x29 || last == 0x22 || last == 0x5D {
      bytes = bytes.dropLast()
    }
    return bytes.last ?? 0
  }

  private func startsSmall(_ line: PDFText.Line) -> Bool {
    guard let first = line.words.first, let byte = text.text(of: text.words[first]).first else {
      return false
    }
    return byte >= 0x61 && byte <= 0x7A
  }

  // MARK: Labels of items

  private func isBullet(_ index: Int) -> Bool {
    guard let first = text.lines[index].words.first else { return false }
    return PDFLabel.isBullet(text.text(of: text.words[first]))
  }

  /// True for labels such as `124.24.`, which are no end of a sentence.
  private func isLongLabel(_ index: Int) -> Bool {
    guard let first = text.lines[index].words.first else { return false }
    let word = text.text(of: text.words[first])
    return word.count >= 5 && word.dropLast().contains(0x2E)
  }

  /// How many words at the start of a line are its label; 0 for none.
  private func labelWords(of index: Int) -> Int {
    let line = text.lines[index]
    guard line.words.count > 1, let first = line.words.first else { return 0 }
    let word = text.text(of: text.words[first])
    if PDFLabel.isBullet(word) || PDFLabel.isNumber(word) { return 1 }
    return 0
  }

  // MARK: Footnotes

  /// Lines in small type at the foot of a page, from the first that starts with a number or a star.
  private static func footnoteLines(_ text: PDFText, _ measures: PDFMeasures) -> Set<Int> {
    var result: Set<Int> = []
    var start = 0
    while start < text.lines.count {
      let page = text.lines[start].page
      var end = start
      while end < text.lines.count, text.lines[end].page == page { end += 1 }
      let half = text.pages[page - 1].height / 2
      let small = (start..<end).filter {
        measures.isSmallPrint(text.lines[$0]) && text.lines[$0].box.top > half
      }
      let lowest =
        (start..<end).filter { !small.contains($0) }
        .map { text.lines[$0].box.bottom }.max() ?? 0
      let foot = small.filter { text.lines[$0].box.top >= lowest - 2 }
      if let first = foot.first, isNoteStart(text.lines[first], text) { result.formUnion(foot) }
      start = end
    }
    return result
  }

  private static func isNoteStart(_ line: PDFText.Line, _ text: PDFText) -> Bool {
    guard let first = line.words.first else { return false }
    let word = text.text(of: text.words[first])
    return word.count <= 3 && word.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2A }
  }

  private mutating func addNote(_ index: Int) {
    let line = text.lines[index]
    if !Self.isNoteStart(line, text), !footnotes.isEmpty {
      footnotes[footnotes.count - 1].lines.append(index)
      return
    }
    let first = line.words.lowerBound
    let isLabel = line.words.count > 1 && text.text(of: text.words[first]).count <= 3
    footnotes.append(
      Paragraph(
        lines: [index], role: .footnote, left: line.box.left, labelWords: isLabel ? 1 : 0))
  }

  // MARK: Headings

  private mutating func findHeadings() {
    for index in paragraphs.indices {
      guard let level = headingLevel(index) else { continue }
      paragraphs[index].role = .heading(level: level)
      paragraphs[index].labelWords = 0
    }
  }

  private func headingLevel(_ index: Int) -> Int? {
    let paragraph = paragraphs[index]
    switch paragraph.role {
    case .text, .item: break
    // Tags know better, and a row is none.
    case .heading(let level): return level
    case .row, .quotation, .caption, .footnote: return nil
    }
    guard paragraph.lines.count <= 4, let first = paragraph.lines.first else { return nil }
    let line = text.lines[first]
    var bytes: [UInt8] = []
    for line in paragraph.lines {
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes += text.text(of: text.lines[line])
    }
    guard bytes.count <= 250, bytes.contains(where: { isLetter($0) || $0 >= 0x80 }) else {
      return nil
    }
    if let rank = measures.headingRank(line.height) { return min(6, rank) }
    if isItem(index), isAmongItems(index) { return nil }
    guard line.height > measures.bodyHeight * 0.92, isApart(index), paragraph.lines.count <= 2,
      let depth = PDFLabel.headingDepth(bytes)
    else { return nil }
    return min(6, measures.headingHeights.count + depth)
  }

  private func isItem(_ index: Int) -> Bool {
    if case .item = paragraphs[index].role { true } else { false }
  }

  /// True when the paragraph before or after is an item too.
  private func isAmongItems(_ index: Int) -> Bool {
    for other in [index - 1, index + 1] where paragraphs.indices.contains(other) {
      if isItem(other), abs(paragraphs[other].left - paragraphs[index].left) < 4 {
        return true
      }
    }
    return false
  }

  /// True when there is more room above than between lines, or nothing, and text below.
  private func isApart(_ index: Int) -> Bool {
    guard index + 1 < paragraphs.count, let first = paragraphs[index].lines.first,
      let last = paragraphs[index].lines.last, let next = paragraphs[index + 1].lines.first
    else { return false }
    let line = text.lines[first]
    if measures.right(of: line) - text.lines[last].box.right < 12, paragraphs[index].lines.count < 2
    {
      return false
    }
    let below = text.lines[next]
    if below.page == text.lines[last].page, below.box.top > text.lines[last].box.top,
      below.box.top - text.lines[last].box.top < measures.leading * 1.2
    {
      return false
    }
    guard index > 0, let before = paragraphs[index - 1].lines.last else { return true }
    let above = text.lines[before]
    return above.page != line.page || above.box.top > line.box.top
      || line.box.top - above.box.top > measures.leading * 1.25
  }
}
