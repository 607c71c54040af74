/// The words of a PDF with their boxes, in lines and in the order in which poppler reads them.
struct PDFText {
  struct Word {
    /// Offset in `bytes`.
    var start: UInt32
    var length: UInt32
    var box: PageBox
  }

  struct Line {
    /// 1-based.
    var page: Int
    /// Number of the column or frame on the page, and of the block in it.
    var flow: Int
    var block: Int
    /// Indices in `words`.
    var words: Range<Int>
    var box: PageBox
    /// Middle height of its words, which goes with the size of the type.
    var height: Float
    /// Least and greatest height of its words: fonts of one size differ in height.
    var heights: ClosedRange<Float> = 0...0
    /// A label was set before the line, apart from it.
    var hasLabel = false
    /// The label is none of `words`, because it stood elsewhere in the order.
    var labelIsElsewhere = false
  }

  struct Page {
    var width: Float
    var height: Float
  }

  private(set) var bytes: [UInt8] = []
  private(set) var words: [Word] = []
  private(set) var pages: [Page] = []
  var lines: [Line] = []

  func text(of word: Word) -> ArraySlice<UInt8> {
    bytes[Int(word.start)..<Int(word.start + word.length)]
  }

  /// The words of a line with single blanks between them.
  func text(of line: Line) -> [UInt8] {
    var result: [UInt8] = []
    for word in words[line.words] {
      if !result.isEmpty { result.append(0x20) }
      result.append(contentsOf: text(of: word))
    }
    return result
  }

  /// Adds the pages that follow.
  mutating func append(_ other: PDFText) {
    let byteCount = UInt32(truncatingIfNeeded: bytes.count)
    let wordCount = words.count
    bytes += other.bytes
    for var word in other.words {
      word.start &+= byteCount
      words.append(word)
    }
    for var line in other.lines {
      line.page += pages.count
      line.words = line.words.lowerBound + wordCount..<line.words.upperBound + wordCount
      lines.append(line)
    }
    pages += other.pages
  }

  // MARK: Building

  mutating func addPage(width: Float, height: Float) {
    pages.append(Page(width: width, height: height))
  }

  /// A line in front of the first page is no line: the table comes from another program.
  mutating func addLine(flow: Int, block: Int) {
    guard !pages.isEmpty else { return }
    finishLine()
    let box = PageBox(left: 0, top: 0, right: 0, bottom: 0)
    lines.append(
      Line(
        page: pages.count, flow: flow, block: block, words: words.count..<words.count, box: box,
        height: 0))
  }

  mutating func addWord(_ text: UnsafeBufferPointer<UInt8>, _ box: PageBox) {
    guard !lines.isEmpty, !text.isEmpty else { return }
    let start = bytes.count
    if text.contains(where: { $0 >= 0x80 }), String(validating: text, as: UTF8.self) == nil {
      // Fonts may map to halves of characters, which poppler writes as they are.
      bytes += Array(String(decoding: text, as: UTF8.self).utf8)
    } else {
      append(text)
    }
    removeSoftHyphens(from: start, &bytes)
    guard bytes.count > start else { return }
    words.append(
      Word(
        start: UInt32(truncatingIfNeeded: start),
        length: UInt32(truncatingIfNeeded: bytes.count - start), box: box))
    let last = lines.count - 1
    if lines[last].words.isEmpty {
      lines[last].box = box
    } else {
      lines[last].box.formUnion(box)
    }
    lines[last].words = lines[last].words.lowerBound..<words.count
  }

  /// Copies a word; ligatures of U+FB00 to U+FB04 become their letters, as other formats have them.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      if text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xAC,
        text[index + 2] >= 0x80, text[index + 2] <= 0x84
      {
        bytes.append(contentsOf: Self.ligatures[Int(text[index + 2] - 0x80)])
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl"].map { Array($0.utf8) }

  mutating func finish() {
    finishLine()
    lines.removeAll { $0.words.isEmpty }
  }

  private mutating func finishLine() {
    guard let last = lines.indices.last, !lines[last].words.isEmpty else { return }
    let heights = words[lines[last].words].map { $0.box.bottom - $0.box.top }.sorted()
    lines[last].height = heights[heights.count / 2]
    lines[last].heights = heights[0]...heights[heights.count - 1]
  }
}
