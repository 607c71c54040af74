/// Where on a page each piece of text is begun and which mark it has (ISO 32000-1, sections 9.4 and 14.6).
///
/// Fonts are not looked at: where a string begins is known without them, as far as the page says so
/// before the string.
struct PDFMarkedText {
  struct Start {
    /// In points from the left and the top of the page.
    var x: Float
    var baseline: Float
    /// Number of the marked content; -1 for what is none of the document's text.
    var content: Int
  }

  private(set) var starts: [Start] = []

  private typealias Matrix = (a: Double, b: Double, c: Double, d: Double, e: Double, f: Double)

  private var matrix: Matrix
  private var saved: [Matrix] = []
  private var line: Matrix = (1, 0, 0, 1, 0, 0)
  private var leading = 0.0
  /// False after a string whose width is not known, until the page says where it goes on.
  private var isPlaced = false
  /// Numbers of the marks that are open, -1 for those without.
  private var marks: [Int] = []
  private let properties: PDFObject?
  private let table: PDFObjectTable

  private static let stackLimit = 1000
  private static let startLimit = 1_000_000

  /// `nil` for a page that is turned, or whose contents cannot be read.
  init?(page: PDFObject, table: PDFObjectTable) {
    self.table = table
    let inherited = Self.inherited(page, table)
    guard let box = inherited.box, inherited.rotation % 360 == 0 else { return nil }
    properties = table.resolved(inherited.resources?["Properties"])
    matrix = (1, 0, 0, -1, -box[0], box[3])
    let contents = table.resolved(page["Contents"])
    // A single stream is resolved to its dictionary, so its number is taken from the page.
    let parts = contents?.items ?? [page["Contents"]].compactMap { $0 }
    var bytes: [UInt8] = []
    for part in parts {
      guard let stream = table.stream(part) else { return nil }
      bytes += stream
      bytes.append(0x0A)
    }
    bytes.withUnsafeBufferPointer { read($0) }
  }

  /// What a page has from the nodes above it: the box, how it is turned, resources.
  private static func inherited(
    _ page: PDFObject, _ table: PDFObjectTable
  ) -> (box: [Double]?, rotation: Int, resources: PDFObject?) {
    var box: [Double]?
    var rotation: Int?
    var resources: PDFObject?
    var node: PDFObject? = page
    for _ in 0..<50 {
      guard let current = node else { break }
      if box == nil, let items = table.resolved(current["MediaBox"])?.items, items.count == 4 {
        let numbers = items.compactMap { table.resolved($0)?.number }
        if numbers.count == 4 {
          box = [
            min(numbers[0], numbers[2]), min(numbers[1], numbers[3]), max(numbers[0], numbers[2]),
            max(numbers[1], numbers[3]),
          ]
        }
      }
      rotation = rotation ?? table.resolved(current["Rotate"])?.integer
      resources = resources ?? table.resolved(current["Resources"])
      node = table.resolved(current["Parent"])
    }
    return (box, rotation ?? 0, resources)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lexer = PDFLexer(bytes)
    var operands: [PDFObject] = []
    while let next = lexer.operand() {
      guard case .word(let word) = next else {
        if operands.count < 64 { operands.append(next) }
        continue
      }
      if word == [0x42, 0x49] { lexer.skipInlineImage() } else { execute(word, operands) }
      operands.removeAll(keepingCapacity: true)
      if starts.count >= Self.startLimit { return }
    }
  }

  private mutating func execute(_ word: [UInt8], _ operands: [PDFObject]) {
    func number(_ index: Int) -> Double {
      index < operands.count ? operands[index].number ?? 0 : 0
    }
    func six() -> Matrix {
      (number(0), number(1), number(2), number(3), number(4), number(5))
    }
    switch String(decoding: word, as: UTF8.self) {
    case "q": if saved.count < Self.stackLimit { saved.append(matrix) }
    case "Q": if let last = saved.popLast() { matrix = last }
    case "cm": matrix = Self.product(six(), matrix)
    case "BT": place((1, 0, 0, 1, 0, 0))
    case "Tm": place(six())
    case "Td": move(number(0), number(1))
    case "TD":
      leading = -number(1)
      move(number(0), number(1))
    case "TL": leading = number(0)
    case "T*": move(0, -leading)
    case "Tj", "TJ": show()
    case "'", "\"":
      move(0, -leading)
      show()
    case "BMC": open(operands.first?.isName("Artifact") == true ? -1 : nil)
    case "BDC":
      open(operands.first?.isName("Artifact") == true ? -1 : content(operands.last))
    case "EMC": _ = marks.popLast()
    default: break
    }
  }

  /// Opens a mark; one without a number of its own is part of the one around it.
  private mutating func open(_ content: Int?) {
    if marks.count < Self.stackLimit { marks.append(content ?? marks.last ?? -1) }
  }

  private func content(_ properties: PDFObject?) -> Int? {
    var list = properties
    if case .name(let name) = properties, case .dictionary(let known) = self.properties {
      list = table.resolved(known[name])
    }
    return table.resolved(list?["MCID"])?.integer
  }

  private mutating func place(_ matrix: Matrix) {
    line = matrix
    isPlaced = true
  }

  private mutating func move(_ x: Double, _ y: Double) {
    place(Self.product((1, 0, 0, 1, x, y), line))
  }

  private mutating func show() {
    guard isPlaced else { return }
    let whole = Self.product(line, matrix)
    guard abs(whole.e) < 1e6, abs(whole.f) < 1e6 else { return }
    starts.append(Start(x: Float(whole.e), baseline: Float(whole.f), content: marks.last ?? -1))
    isPlaced = false
  }

  private static func product(_ m: Matrix, _ n: Matrix) -> Matrix {
    (
      m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d, m.c * n.a + m.d * n.c, m.c * n.b + m.d * n.d,
      m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f
    )
  }
}
