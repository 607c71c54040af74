/// Says for each word of a tagged PDF which block of its structure it belongs to.
///
/// Poppler tells where words stand, the page tells where each tagged string begins: a word belongs to
/// the string that begins nearest to its left on the same line.
struct PDFWordMarks {
  /// The slot of each word by its index; `nil` for words without a tag.
  private(set) var slots: [PDFStructure.Slot?]
  /// How many words stand in lines, and how many of them have a slot.
  private(set) var wordCount = 0
  private(set) var markedCount = 0

  init(_ text: PDFText, _ structure: PDFStructure, _ table: PDFObjectTable) {
    slots = [PDFStructure.Slot?](repeating: nil, count: text.words.count)
    var page = 0
    var number = -1
    var starts: [PDFMarkedText.Start] = []
    for line in text.lines {
      if line.page != page {
        page = line.page
        number = page <= structure.pages.count ? structure.pages[page - 1] : -1
        starts =
          table.object(number).flatMap { PDFMarkedText(page: $0, table: table)?.starts } ?? []
        // Stable: of two at one place the later is drawn above.
        starts = starts.enumerated()
          .sorted { ($0.element.baseline, $0.offset) < ($1.element.baseline, $1.offset) }
          .map(\.element)
      }
      wordCount += line.words.count
      for word in line.words {
        guard let start = Self.start(of: text.words[word].box, starts), start.content >= 0 else {
          continue
        }
        slots[word] = structure.slots[PDFStructure.Mark(page: number, content: start.content)]
        if slots[word] != nil { markedCount += 1 }
      }
    }
  }

  private static func start(
    of box: PageBox, _ starts: [PDFMarkedText.Start]
  ) -> PDFMarkedText.Start? {
    let height = box.bottom - box.top
    // The base line stands in the lower half of a word's box.
    let highest = box.top + height * 0.5
    let lowest = box.bottom + height * 0.1
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].baseline < highest { low = middle + 1 } else { high = middle }
    }
    let reach = box.left + min(2, (box.right - box.left) / 2)
    var best: PDFMarkedText.Start?
    var steps = 0
    while low < starts.count, starts[low].baseline <= lowest, steps < 500 {
      if starts[low].x <= reach, best.map({ starts[low].x >= $0.x }) ?? true { best = starts[low] }
      low += 1
      steps += 1
    }
    return best
  }
}
