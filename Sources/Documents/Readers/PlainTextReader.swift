internal import SourceText

/// Reads plain text: paragraphs by blank lines, headings and lists by how their lines look.
///
/// Text files come in two manners: wrapped by hand, where lines belong together until a blank line, and
/// one paragraph a line. The length of the longest lines tells them apart.
package struct PlainTextReader: DocumentReader {
  package init() {}

  package var format: DocumentFormat { .plainText }
  package var fileExtensions: [String] { ["txt", "text"] }

  package func recognizes(_ source: [UInt8]) -> Bool { false }

  package func read(
    _ source: [UInt8], path: String, options: ReadingOptions
  ) throws(ReadingError) -> Document {
    let checked = try TextSource(source, path: path, limits: options.limits)
    var document = Document(path: path, format: .plainText, source: checked.bytes)
    document.diagnostics = checked.diagnostics
    let result = checked.bytes.withUnsafeBufferPointer { bytes in
      Self.parse(bytes, start: checked.start, document: &document, limits: options.limits)
    }
    let stated = try result.get()
    LanguageAssignment.assign(to: &document, stated: stated, options: options)
    document.setTitle()
    return document
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, document: inout Document,
    limits: ReadingLimits
  ) -> Result<[Language?], ReadingError> {
    let frontMatter = FrontMatter(bytes, start: start)
    document.metadata = frontMatter.metadata
    var parser = PlainTextParser(
      builder: DocumentBuilder(source: bytes, limits: limits),
      lines: PlainTextLines(bytes, start: frontMatter.end))
    parser.parse()
    do throws(ReadingError) {
      try parser.builder.finish(into: &document)
    } catch {
      return .failure(error)
    }
    return .success(parser.builder.statedLanguages)
  }
}

/// Finds blocks in lines.
private struct PlainTextParser {
  var builder: DocumentBuilder
  let lines: PlainTextLines

  /// Indentation of the items of each open list, outermost first.
  private var listIndents: [Int] = []
  private var hasTitle = false
  /// Level of the last numbered or capitalised heading, under which plain ones stand.
  private var sectionLevel = 0
  private var previousIsBlank = true

  init(builder: DocumentBuilder, lines: PlainTextLines) {
    self.builder = builder
    self.lines = lines
  }

  mutating func parse() {
    var index = 0
    while index < lines.count, builder.failure == nil {
      let line = lines[index]
      if line.isBlank {
        builder.end()
        previousIsBlank = true
        index += 1
        continue
      }
      index = parse(line, at: index)
      previousIsBlank = false
    }
    closeLists()
  }

  /// Takes the line at `index` and maybe the next one; returns the index of the line after it.
  private mutating func parse(_ line: PlainTextLine, at index: Int) -> Int {
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    let startsBlock = previousIsBlank || !builder.hasOpenBlock
    if lines.isRule(line) {
      builder.end()
      return index + 1
    }
    if startsBlock, let next, let level = lines.underline(next, of: line) {
      addHeading(line, level: level)
      hasTitle = true
      sectionLevel = level == 1 ? 0 : level
      return index + 2
    }
    if lines.isLabel(line, after: index > 0 ? lines[index - 1] : nil) {
      builder.end()
      return index + 1
    }
    if let (level, textStart) = lines.marked(line) {
      addHeading(PlainTextLine(start: textStart, end: line.end, indent: 0), level: level)
      hasTitle = true
      sectionLevel = level == 1 ? 0 : level
      return index + 1
    }
    if let style = headingStyle(of: line, at: index, startsBlock: startsBlock) {
      addHeading(line, level: level(for: style))
      return index + 1
    }
    if let item = lines.item(line), canStartItem(item, startsBlock: startsBlock) {
      openItem(line, item)
      return index + 1
    }
    continueText(line, startsBlock: startsBlock, index: index)
    return index + 1
  }

  // MARK: Headings

  /// A heading stands between blank lines, or among lines that are paragraphs each.
  private func headingStyle(
    of line: PlainTextLine, at index: Int, startsBlock: Bool
  ) -> PlainTextLines.HeadingStyle? {
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    if startsBlock, next?.isBlank ?? true { return lines.headingStyle(of: line) }
    guard lines.areParagraphs, startsBlock || lines.endsParagraph(index - 1),
      lines.endsParagraph(index), let style = lines.headingStyle(of: line),
      builder.lastBlock < 0 || lines.isHeading(line, style, before: next)
    else { return nil }
    return style
  }

  private mutating func level(for style: PlainTextLines.HeadingStyle) -> Int {
    let isFirst = builder.lastBlock < 0
    var level: Int
    switch style {
    case .numbered(let depth):
      level = min(6, depth + (hasTitle ? 1 : 0))
      sectionLevel = level
    case .capitals:
      level = hasTitle ? 2 : 1
      sectionLevel = level
    case .plain:
      level = isFirst ? 1 : min(6, max(sectionLevel, hasTitle ? 1 : 0) + 1)
    }
    if isFirst {
      if case .numbered = style { return level }
      hasTitle = true
      level = 1
      sectionLevel = 0
    }
    return level
  }

  private mutating func addHeading(_ line: PlainTextLine, level: Int) {
    closeLists()
    builder.begin(.heading, level: level)
    builder.verbatim(line.start, line.end)
    builder.end()
  }

  // MARK: Lists

  /// A number or letter in the middle of wrapped text starts no item; a bullet may.
  private func canStartItem(_ item: PlainTextLines.Item, startsBlock: Bool) -> Bool {
    if startsBlock || builder.openKind == .listItem { return true }
    return item.isBullet || item.isFirst
  }

  private mutating func openItem(_ line: PlainTextLine, _ item: PlainTextLines.Item) {
    builder.end()
    while let last = listIndents.last, line.indent + 1 < last {
      listIndents.removeLast()
      builder.closeList()
    }
    if let last = listIndents.last {
      if line.indent > last + 1 { openList(indent: line.indent, at: line.start) }
    } else {
      openList(indent: line.indent, at: line.start)
    }
    builder.openItem()
    builder.beginParagraph()
    builder.verbatim(item.textStart, line.end)
  }

  private mutating func openList(indent: Int, at offset: Int) {
    builder.openList(at: offset)
    listIndents.append(indent)
  }

  private mutating func closeLists() {
    builder.end()
    for _ in listIndents { builder.closeList() }
    listIndents.removeAll(keepingCapacity: true)
  }

  // MARK: Paragraphs

  private mutating func continueText(_ line: PlainTextLine, startsBlock: Bool, index: Int) {
    let isWrapped = !startsBlock && !lines.endsParagraph(index - 1)
    if isWrapped {
      builder.lineBreak()
    } else {
      // Text that stands as far in as an item's text belongs to the item; other text ends the list.
      if let indent = listIndents.last, line.indent <= indent || !previousIsBlank { closeLists() }
      builder.begin(.paragraph)
    }
    builder.verbatim(line.start, line.end)
  }
}
