internal import SourceText

/// Writes what is kept of rules, value after value, each text once.
struct RuleWriter {
  private(set) var bytes: [UInt8] = []
  private var known: [String: Int] = [:]

  init() {
    bytes.reserveCapacity(16 << 10)
  }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// A number, seven bits a byte (LEB128); negative ones take ten bytes.
  mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A text; one that was written before takes a number only.
  mutating func write(_ text: String) {
    if let index = known[text] { return write(index + 1) }
    known[text] = known.count
    write(0)
    var text = text
    text.withUTF8 {
      write($0.count)
      bytes.append(contentsOf: $0)
    }
  }

  mutating func write(_ text: LocalizedText) {
    write(text.english)
    write(text.french)
  }

  mutating func write<Element>(
    _ elements: [Element], _ body: (inout RuleWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }
}

/// The bytes are not what was written.
struct RuleReaderError: Error {}

/// Reads what `RuleWriter` has written; never past the end, whatever the bytes say.
struct RuleReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var known: [String] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func readByte() throws(RuleReaderError) -> UInt8 {
    guard offset < bytes.count else { throw RuleReaderError() }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func readFlag() throws(RuleReaderError) -> Bool {
    switch try readByte() {
    case 0: return false
    case 1: return true
    default: throw RuleReaderError()
    }
  }

  mutating func readNumber() throws(RuleReaderError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 70 {
      let byte = try readByte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    throw RuleReaderError()
  }

  /// A number of things of which each takes a byte at least.
  mutating func readCount() throws(RuleReaderError) -> Int {
    let count = try readNumber()
    guard count >= 0, count <= bytes.count - offset else { throw RuleReaderError() }
    return count
  }

  mutating func readText() throws(RuleReaderError) -> String {
    let index = try readNumber()
    if index > 0 {
      guard index <= known.count else { throw RuleReaderError() }
      return known[index - 1]
    }
    let count = try readCount()
    let text = bytes.withUnsafeBufferPointer {
      String(decoding: $0[offset..<offset + count], as: UTF8.self)
    }
    offset += count
    known.append(text)
    return text
  }

  mutating func readLocalizedText() throws(RuleReaderError) -> LocalizedText {
    let english = try readText()
    return LocalizedText(english: english, french: try readText())
  }

  mutating func readElements<Element>(
    _ body: (inout RuleReader) throws(RuleReaderError) -> Element
  ) throws(RuleReaderError) -> [Element] {
    let count = try readCount()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }
}
