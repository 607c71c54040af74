internal import Checking
internal import SourceText

/// Writes values one after the other, each text once, and texts that all entries share not at all.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  private let shared: SharedTexts
  private var known: [String: Int] = [:]
  /// The place written last: passages of one sentence often follow each other.
  var lastPlace: FindingPlace?

  init(shared: SharedTexts = .none) {
    self.shared = shared
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
    if let index = shared.indices[text] { return write(index + 1) }
    if let index = known[text] { return write(shared.texts.count + index + 1) }
    known[text] = known.count
    write(0)
    var text = text
    text.withUTF8 {
      write($0.count)
      bytes.append(contentsOf: $0)
    }
  }

  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  mutating func write(_ text: LocalizedText) {
    write(text.english)
    write(text.french)
  }

  mutating func write<Element>(
    _ elements: [Element], _ body: (inout ByteWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }

  mutating func write(blob: [UInt8]) {
    write(blob.count)
    bytes.append(contentsOf: blob)
  }
}

/// The bytes are not what was written.
struct ByteReaderError: Error {}

/// Reads what `ByteWriter` has written; never past the end, whatever the bytes say.
struct ByteReader {
  private let bytes: [UInt8]
  private let end: Int
  private let shared: SharedTexts
  private(set) var offset = 0
  private var known: [String] = []
  /// The place read last.
  var lastPlace: FindingPlace?

  /// Reads a range of the bytes; all of them where none is given.
  init(_ bytes: [UInt8], _ range: Range<Int>? = nil, shared: SharedTexts = .none) {
    self.bytes = bytes
    self.shared = shared
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    offset = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { offset == end }

  mutating func readByte() throws(ByteReaderError) -> UInt8 {
    guard offset < end else { throw ByteReaderError() }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func readFlag() throws(ByteReaderError) -> Bool {
    switch try readByte() {
    case 0: return false
    case 1: return true
    default: throw ByteReaderError()
    }
  }

  mutating func readNumber() throws(ByteReaderError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 70 {
      let byte = try readByte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    throw ByteReaderError()
  }

  /// A number of things of which each takes a byte at least.
  mutating func readCount() throws(ByteReaderError) -> Int {
    let count = try readNumber()
    guard count >= 0, count <= end - offset else { throw ByteReaderError() }
    return count
  }

  mutating func readText() throws(ByteReaderError) -> String {
    let index = try readNumber()
    if index != 0 {
      if index > 0, index <= shared.texts.count { return shared.texts[index - 1] }
      let own = index &- shared.texts.count
      guard own > 0, own <= known.count else { throw ByteReaderError() }
      return known[own - 1]
    }
    let count = try readCount()
    let text = bytes.withUnsafeBufferPointer {
      String(decoding: $0[offset..<offset + count], as: UTF8.self)
    }
    offset += count
    known.append(text)
    return text
  }

  mutating func readOptionalText() throws(ByteReaderError) -> String? {
    try readFlag() ? try readText() : nil
  }

  mutating func readLocalizedText() throws(ByteReaderError) -> LocalizedText {
    let english = try readText()
    return LocalizedText(english: english, french: try readText())
  }

  mutating func readElements<Element>(
    _ body: (inout ByteReader) throws(ByteReaderError) -> Element
  ) throws(ByteReaderError) -> [Element] {
    let count = try readCount()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  /// Where a blob stands in the bytes; reading goes on behind it.
  mutating func readBlob() throws(ByteReaderError) -> Range<Int> {
    let count = try readCount()
    defer { offset += count }
    return offset..<offset + count
  }

  /// A name that `make` knows.
  mutating func read<Value>(_ make: (String) -> Value?) throws(ByteReaderError) -> Value {
    guard let value = make(try readText()) else { throw ByteReaderError() }
    return value
  }
}
