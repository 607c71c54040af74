/// What is usual in a PDF: the size of its type, the distance of its lines, how far they reach.
struct PDFMeasures {
  /// Height of the type that most of the text is set in, in points.
  private(set) var bodyHeight: Float = 10
  /// Usual distance from the top of a line to that of the next.
  private(set) var leading: Float = 12
  /// Right end of the longest line, by page and flow.
  private var rights: [Int: Float] = [:]
  private var lefts: [Int: Float] = [:]
  /// Heights of type clearly above that of the text, largest first.
  private(set) var headingHeights: [Float] = []
  /// Heights of type, in quarters of a point, that a tenth of the text and more is set in.
  private var commonHeights: Set<Int> = []

  init(_ text: PDFText) {
    var sizes: [Int: Int] = [:]
    var distances: [Int: Int] = [:]
    var previous: PDFText.Line?
    for line in text.lines {
      let count = text.words[line.words].reduce(0) { $0 + Int($1.length) }
      sizes[Int((line.height * 4).rounded()), default: 0] += count
      if let before = previous, before.page == line.page, before.flow == line.flow,
        before.block == line.block
      {
        let distance = line.box.top - before.box.top
        if distance > 2, distance < 60 { distances[Int((distance * 2).rounded()), default: 0] += 1 }
      }
      let key = Self.key(line)
      rights[key] = max(rights[key] ?? 0, line.box.right)
      lefts[key] = min(lefts[key] ?? .greatestFiniteMagnitude, line.box.left)
      previous = line
    }
    // Ties go to the smaller value, so that the result never depends on the order of a dictionary.
    if let most = sizes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) {
      bodyHeight = max(1, Float(most.key) / 4)
    }
    if let most = distances.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) {
      leading = max(1, Float(most.key) / 2)
    }
    let total = sizes.values.reduce(0, +)
    commonHeights = Set(sizes.filter { $0.value * 10 > total }.keys)
    var heights: [Float] = []
    for size in sizes.keys.sorted(by: >) where Float(size) / 4 > bodyHeight * 1.12 {
      let height = Float(size) / 4
      if heights.last.map({ $0 - height > 0.8 }) ?? true { heights.append(height) }
    }
    headingHeights = heights
  }

  /// True for small type that is rare: the box of a word also depends on its font, and what much of the
  /// text is set in is no small print.
  func isSmallPrint(_ line: PDFText.Line) -> Bool {
    line.height < bodyHeight * 0.92 && !commonHeights.contains(Int((line.height * 4).rounded()))
  }

  func right(of line: PDFText.Line) -> Float { rights[Self.key(line)] ?? line.box.right }
  func left(of line: PDFText.Line) -> Float { lefts[Self.key(line)] ?? line.box.left }

  /// True when a line stops well before the edge that other lines of its column reach.
  func isShort(_ line: PDFText.Line) -> Bool {
    let width = right(of: line) - left(of: line)
    return right(of: line) - line.box.right > max(12, width * 0.15)
  }

  /// 1 for the largest type above that of the text; `nil` for type of its size.
  func headingRank(_ height: Float) -> Int? {
    guard height > bodyHeight * 1.12 else { return nil }
    return (headingHeights.firstIndex { height > $0 - 0.8 } ?? headingHeights.count) + 1
  }

  private static func key(_ line: PDFText.Line) -> Int { line.page << 16 | line.flow & 0xFFFF }
}
