/// How places in a document are counted.
///
/// Where a file has no lines, `SourceRun.sourceStart` does not point into `Document.source` but into the
/// words as the file has them one after the other; the tables here say where each of them stands.
enum DocumentLayout: Sendable {
  /// The source is text.
  case lines
  /// Paragraphs of the parts of a word processor's file.
  case paragraphs(ParagraphTable)
  /// Pages with boxes.
  case pages(PageTable)
}

/// Where the paragraphs of a word processor's file stand among its words.
struct ParagraphTable: Sendable {
  /// Names of the parts in the package, `word/document.xml` for example.
  var parts: [String] = []
  /// Ascending by `start`.
  var paragraphs: [Paragraph] = []

  struct Paragraph: Sendable {
    /// Offset of the paragraph's first byte among the words.
    var start: UInt32
    /// 1-based in its part, in the order of the part, every paragraph counted.
    var number: UInt32
    /// Index in `parts`.
    var part: UInt32
  }

  /// The place of a range of the words; `nil` when the document has no paragraphs.
  func position(of span: Range<Int>) -> ParagraphPosition? {
    guard let first = index(at: span.lowerBound) else { return nil }
    let last = index(at: max(span.lowerBound, span.upperBound - 1)) ?? first
    let (start, end) = (paragraphs[first], paragraphs[last])
    return ParagraphPosition(
      part: parts[Int(start.part)], paragraph: Int(start.number),
      lastParagraph: max(Int(start.number), Int(end.number)),
      start: span.lowerBound - Int(start.start), end: span.upperBound - Int(end.start))
  }

  private func index(at offset: Int) -> Int? {
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(paragraphs[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

/// Where the words of a paged file stand.
struct PageTable: Sendable {
  /// Ascending by `start`.
  var words: [Word] = []

  struct Word: Sendable {
    /// Offset of the word's first byte among the words.
    var start: UInt32
    /// 1-based.
    var page: UInt32
    var box: PageBox
  }

  /// The page of a range and the box around those of its words that stand on that page.
  func position(of span: Range<Int>) -> PagePosition? {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if Int(words[middle].start) <= span.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    var index = low - 1
    let page = words[index].page
    var box = words[index].box
    var lastPage = page
    index += 1
    while index < words.count, Int(words[index].start) < span.upperBound {
      if words[index].page == page { box.formUnion(words[index].box) }
      lastPage = max(lastPage, words[index].page)
      index += 1
    }
    return PagePosition(page: Int(page), lastPage: Int(lastPage), box: box)
  }
}
