package import SourceText

extension Document {
  /// The text of a range of `text`, line feeds as they stand.
  package func string(of textRange: Range<Int>) -> String {
    String(decoding: text[textRange.clamped(to: 0..<text.count)], as: UTF8.self)
  }

  /// The text of one block.
  package func string(ofBlock index: Int) -> String {
    string(of: blocks[index].textRange)
  }

  /// The text of one block on one line: every stretch of white space, no-break spaces included, is one
  /// blank. For headings and titles.
  package func line(ofBlock index: Int) -> String {
    let range = blocks[index].textRange.clamped(to: 0..<text.count)
    var line: [UInt8] = []
    line.reserveCapacity(range.count)
    var isBlank = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      let blank = Self.whiteSpace(text, offset, range.upperBound)
      if blank > 0 {
        isBlank = !line.isEmpty
        offset += blank
        continue
      }
      if isBlank { line.append(0x20) }
      isBlank = false
      line.append(text[offset])
      offset += 1
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Length in bytes of the white space character (Unicode, White_Space) that begins at an offset; zero
  /// when another begins there.
  private static func whiteSpace(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int {
    switch text[offset] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2 where offset + 1 < end:
      return text[offset + 1] == 0xA0 || text[offset + 1] == 0x85 ? 2 : 0
    case 0xE1 where offset + 2 < end:
      return text[offset + 1] == 0x9A && text[offset + 2] == 0x80 ? 3 : 0
    case 0xE2 where offset + 2 < end:
      switch (text[offset + 1], text[offset + 2]) {
      case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): return 3
      default: return 0
      }
    case 0xE3 where offset + 2 < end:
      return text[offset + 1] == 0x80 && text[offset + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// The headings above a block, outermost first, each on one line; a heading is not part of its own
  /// path.
  package func headingPath(ofBlock index: Int) -> [String] {
    var path: [String] = []
    var heading = Int(blocks[index].heading)
    // A heading's parent always stands before it, so the walk ends.
    while heading >= 0 {
      path.append(line(ofBlock: heading))
      heading = Int(blocks[heading].heading)
    }
    path.reverse()
    return path
  }

  /// The index of the block that holds an offset in `text`; an offset between two blocks belongs to the
  /// one before it. `nil` when the document has no blocks.
  ///
  /// - Complexity: O(log *n*) in the number of blocks.
  package func block(atTextOffset offset: Int) -> Int? {
    guard !blocks.isEmpty else { return nil }
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if Int(blocks[middle].textStart) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Where a range of `text` comes from.
  ///
  /// - Complexity: O(log *n*) in the number of runs, after a first call that is linear in the source.
  package func place(ofTextRange range: Range<Int>) -> Place {
    let span = sourceSpan(ofTextRange: range)
    let path = block(atTextOffset: range.lowerBound).map { headingPath(ofBlock: $0) } ?? []
    if hasLines {
      let (line, column) = positions.position(at: span.start, in: source)
      return Place(span: span, line: line, column: column, headingPath: path)
    }
    return Place(
      span: span, line: 0, column: 0, position: position(of: span.range), headingPath: path)
  }

  /// True when places are lines and columns of `source`.
  package var hasLines: Bool {
    if case .lines = layout { true } else { false }
  }

  /// Where a range of the words of a file without lines stands.
  private func position(of words: Range<Int>) -> FilePosition? {
    switch layout {
    case .lines: nil
    case .paragraphs(let table): table.position(of: words).map(FilePosition.paragraph)
    case .pages(let table): table.position(of: words).map(FilePosition.page)
    }
  }

  /// The source bytes that a range of `text` comes from, from the first to the last, whatever markup
  /// stands between them.
  package func sourceSpan(ofTextRange range: Range<Int>) -> SourceSpan {
    guard !runs.isEmpty else { return SourceSpan(start: 0, end: 0) }
    let start = sourceOffset(ofTextStart: range.lowerBound)
    guard !range.isEmpty else { return SourceSpan(start: start, end: start) }
    return SourceSpan(start: start, end: max(start, sourceOffset(ofTextEnd: range.upperBound)))
  }

  /// 1-based line and 1-based column, in scalars, of an offset in `source`.
  package func position(atSourceOffset offset: Int) -> (line: Int, column: Int) {
    positions.position(at: offset, in: source)
  }

  private func sourceOffset(ofTextStart offset: Int) -> Int {
    let index = runIndex(at: offset)
    let run = runs[index]
    let delta = offset - Int(run.textStart)
    if delta < Int(run.textLength) {
      return Int(run.sourceStart) + (run.isVerbatim ? max(0, delta) : 0)
    }
    // Between two blocks: the text that follows is meant.
    if index + 1 < runs.count { return Int(runs[index + 1].sourceStart) }
    return Int(run.sourceStart + run.sourceLength)
  }

  private func sourceOffset(ofTextEnd offset: Int) -> Int {
    let run = runs[runIndex(at: max(0, offset - 1))]
    let delta = offset - Int(run.textStart)
    if run.isVerbatim, delta <= Int(run.textLength) {
      return Int(run.sourceStart) + max(0, delta)
    }
    return Int(run.sourceStart + run.sourceLength)
  }

  /// The last run that starts at or before an offset in `text`.
  private func runIndex(at offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].textStart) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

extension SourceRun {
  /// True when the text is the source, byte for byte.
  package var isVerbatim: Bool { textLength == sourceLength }
}
