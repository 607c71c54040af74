/// Takes apart the table that `pdftotext -tsv` writes: a line for each page, block, line and word.
struct PDFWordTable {
  private(set) var text = PDFText()
  private(set) var isTooLong = false
  private let pageLimit: Int
  /// The beginning of a line whose end has not come yet.
  private var rest: [UInt8] = []
  private var flow = 0
  private var block = 0

  init(pageLimit: Int) { self.pageLimit = pageLimit }

  /// Takes the next piece of output; false when there is too much of it.
  mutating func take(_ piece: UnsafeRawBufferPointer) -> Bool {
    let bytes = piece.bindMemory(to: UInt8.self)
    var start = 0
    while let end = bytes.offset(of: 0x0A, from: start, to: bytes.count) {
      if rest.isEmpty {
        line(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      } else {
        rest.append(contentsOf: bytes[start..<end])
        let whole = rest
        rest.removeAll(keepingCapacity: true)
        whole.withUnsafeBufferPointer { line($0) }
      }
      start = end + 1
    }
    rest.append(contentsOf: bytes[start...])
    return !isTooLong && rest.count < 1 << 20
  }

  mutating func finish() -> PDFText {
    text.finish()
    return text
  }

  /// Level, page, flow, block, line, word, left, top, width, height, confidence, text.
  private mutating func line(_ bytes: UnsafeBufferPointer<UInt8>) {
    var fields: (Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int) = (
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    )
    var index = 0
    var count = 0
    let ends = withUnsafeMutableBytes(of: &fields) { raw -> Int in
      let slots = raw.bindMemory(to: Int.self)
      while index < bytes.count, count < 11 {
        if bytes[index] == 0x09 {
          slots[count] = index
          count += 1
        }
        index += 1
      }
      return count
    }
    guard ends == 11, let level = bytes.first else { return }
    func number(_ from: Int, _ to: Int) -> Float { Self.number(bytes, from + 1, to) }
    switch level {
    case 0x31:
      if text.pages.count >= pageLimit {
        isTooLong = true
        return
      }
      text.addPage(
        width: number(fields.7, fields.8), height: number(fields.8, fields.9))
    case 0x33:
      flow = Int(number(fields.1, fields.2))
      block = Int(number(fields.2, fields.3))
    case 0x34:
      text.addLine(flow: flow, block: block)
    case 0x35:
      let left = number(fields.5, fields.6)
      let top = number(fields.6, fields.7)
      let box = PageBox(
        left: left, top: top, right: left + number(fields.7, fields.8),
        bottom: top + number(fields.8, fields.9))
      text.addWord(UnsafeBufferPointer(rebasing: bytes[(fields.10 + 1)...]), box)
    default: break
    }
  }

  /// A decimal number without exponent; 0 for anything else, and never infinite.
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Float {
    var index = start
    let isNegative = index < end && bytes[index] == 0x2D
    if isNegative { index += 1 }
    var value = 0
    var scale: Float = 1
    var isFraction = false
    while index < end {
      let byte = bytes[index]
      if byte == 0x2E {
        isFraction = true
      } else if byte >= 0x30, byte <= 0x39 {
        guard value < 100_000_000 else { break }
        value = value * 10 + Int(byte - 0x30)
        if isFraction { scale *= 10 }
      } else {
        break
      }
      index += 1
    }
    let number = Float(value) / scale
    return isNegative ? -number : number
  }
}
