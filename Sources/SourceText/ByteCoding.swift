/// Writes values one after the other, each text once, and texts that all entries share not at all.
package struct ByteWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  private let shared: SharedTexts.Table
  private var known: [TextKey: Int] = [:]
  /// What the coding of a type remembers of the value before, to write it shorter.
  package var memory: (any Sendable)?

  /// An empty writer; `shared` are texts that the reader is given too.
  package init(shared: SharedTexts = .none) {
    self.shared = shared.table
    bytes.reserveCapacity(16 << 10)
  }

  /// One byte.
  package mutating func write(byte: UInt8) { bytes.append(byte) }

  /// A flag, as a byte.
  package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// A number, seven bits a byte (LEB128); negative ones take ten bytes.
  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A text; one that was written before takes a number only.
  package mutating func write(_ text: String) {
    let key = TextKey(text)
    if let index = shared.indices[key] { return write(index + 1) }
    if let index = known[key] { return write(shared.texts.count + index + 1) }
    known[key] = known.count
    write(0)
    var text = text
    text.withUTF8 {
      write($0.count)
      bytes.append(contentsOf: $0)
    }
  }

  /// A flag, and the text where there is one.
  package mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// English, then French.
  package mutating func write(_ text: LocalizedText) {
    write(text.english)
    write(text.french)
  }

  /// How many there are, then each as `body` writes it.
  package mutating func write<Element>(
    _ elements: [Element], _ body: (inout ByteWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }

  /// How many bytes, then the bytes.
  package mutating func write(blob: [UInt8]) {
    write(blob.count)
    bytes.append(contentsOf: blob)
  }
}

/// The bytes are not what was written.
package struct ByteReaderError: Error {
  /// Nothing more is known than that.
  package init() {}
}

/// Reads what `ByteWriter` has written; never past the end, whatever the bytes say.
package struct ByteReader {
  private let bytes: [UInt8]
  private let end: Int
  private let shared: SharedTexts.Table
  /// The byte that is read next.
  package private(set) var offset = 0
  private var known: [String] = []
  /// What the coding of a type remembers of the value before.
  package var memory: (any Sendable)?

  /// Reads a range of the bytes; all of them where none is given.
  package init(_ bytes: [UInt8], _ range: Range<Int>? = nil, shared: SharedTexts = .none) {
    self.bytes = bytes
    self.shared = shared.table
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    offset = range.lowerBound
    end = range.upperBound
  }

  /// All bytes were read.
  package var isAtEnd: Bool { offset == end }

  /// The next byte; throws at the end.
  package mutating func readByte() throws(ByteReaderError) -> UInt8 {
    guard offset < end else { throw ByteReaderError() }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// A flag; throws when the byte is neither 0 nor 1.
  package mutating func readFlag() throws(ByteReaderError) -> Bool {
    switch try readByte() {
    case 0: return false
    case 1: return true
    default: throw ByteReaderError()
    }
  }

  /// A number as `ByteWriter` writes it; throws when it goes on over ten bytes.
  package mutating func readNumber() throws(ByteReaderError) -> Int {
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
  package mutating func readCount() throws(ByteReaderError) -> Int {
    let count = try readNumber()
    guard count >= 0, count <= end - offset else { throw ByteReaderError() }
    return count
  }

  /// A text, or one read before, or a shared one; throws when there is no such text.
  package mutating func readText() throws(ByteReaderError) -> String {
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

  /// A text where a flag says that there is one.
  package mutating func readOptionalText() throws(ByteReaderError) -> String? {
    try readFlag() ? try readText() : nil
  }

  /// English, then French.
  package mutating func readLocalizedText() throws(ByteReaderError) -> LocalizedText {
    let english = try readText()
    return LocalizedText(english: english, french: try readText())
  }

  /// As many as the number in front says, each as `body` reads it.
  package mutating func readElements<Element>(
    _ body: (inout ByteReader) throws(ByteReaderError) -> Element
  ) throws(ByteReaderError) -> [Element] {
    let count = try readCount()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  /// Where a blob stands in the bytes; reading goes on behind it.
  package mutating func readBlob() throws(ByteReaderError) -> Range<Int> {
    let count = try readCount()
    defer { offset += count }
    return offset..<offset + count
  }

  /// A name that `make` knows.
  package mutating func read<Value>(_ make: (String) -> Value?) throws(ByteReaderError) -> Value {
    guard let value = make(try readText()) else { throw ByteReaderError() }
    return value
  }
}
