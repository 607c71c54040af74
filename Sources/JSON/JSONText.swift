/// Builds JSON in memory, for messages that are sent as one line.
///
/// Members and elements are written in order; commas are the builder's care. No blank and no line end is
/// written outside texts, so that a message is always one line.
package struct JSONText: Sendable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(reservingBytes capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// A whole value on one line, without a line end.
  package static func line(_ value: JSONValue) -> [UInt8] {
    var text = JSONText()
    text.value(value)
    return text.bytes
  }

  /// A whole value set out over several lines, for people; ends with a line end.
  package static func pretty(_ value: JSONValue) -> String {
    var text = JSONText()
    text.pretty(value, indent: 0)
    return String(decoding: text.bytes, as: UTF8.self) + "\n"
  }

  // MARK: Containers

  package mutating func beginObject() { open(0x7B) }
  package mutating func endObject() { close(0x7D) }
  package mutating func beginArray() { open(0x5B) }
  package mutating func endArray() { close(0x5D) }

  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  package mutating func key(_ name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  // MARK: Values

  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string(utf8: $0) }
  }

  /// Writes a text that is already valid UTF-8.
  package mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(0x22)
    var written = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written..<index]))
      written = index + 1
      escape(byte)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written...]))
    bytes.append(0x22)
    needsComma = true
  }

  package mutating func integer(_ number: Int) { literal(String(number)) }
  package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func null() { literal("null") }

  /// Appends JSON that was written before, as one value.
  package mutating func raw(_ json: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let value): boolean(value)
    case .integer(let number): integer(number)
    case .number(let number): literal("\(number)")
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  // MARK: Bytes

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(0x6E)
    case 0x0D: bytes.append(0x72)
    case 0x09: bytes.append(0x74)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }

  // MARK: For people

  private mutating func pretty(_ value: JSONValue, indent: Int) {
    switch value {
    case .array(let elements) where elements.contains { !$0.isScalar }:
      bytes.append(0x5B)
      for (index, element) in elements.enumerated() {
        lineBreak(index, indent + 1)
        pretty(element, indent: indent + 1)
      }
      lineBreak(0, indent)
      bytes.append(0x5D)
    case .object(let members) where !members.isEmpty:
      bytes.append(0x7B)
      for (index, member) in members.enumerated() {
        lineBreak(index, indent + 1)
        bytes.append(contentsOf: Self.line(.string(member.key)))
        bytes.append(contentsOf: [0x3A, 0x20])
        pretty(member.value, indent: indent + 1)
      }
      lineBreak(0, indent)
      bytes.append(0x7D)
    default: bytes.append(contentsOf: Self.line(value))
    }
  }

  private mutating func lineBreak(_ index: Int, _ indent: Int) {
    if index > 0 { bytes.append(0x2C) }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * indent))
  }
}

extension JSONValue {
  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
