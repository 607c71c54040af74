/// Reads the values of PDF syntax one after the other (ISO 32000-1, section 7.2).
///
/// What is no PDF gives words or nothing, never a failure; nesting is bounded.
struct PDFLexer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var index: Int
  private let end: Int

  /// Deepest nesting of arrays and dictionaries.
  private static let depthLimit = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    self.bytes = bytes
    index = start
    end = bytes.count
  }

  /// The next value, with references put together; `nil` at the end.
  mutating func object() -> PDFObject? { value(depth: 0, references: true) }

  /// The next operand or operator of a page's contents, where there are no references.
  mutating func operand() -> PDFObject? { value(depth: 0, references: false) }

  /// Passes over the data of a picture that stands among operators, up to its `EI`.
  mutating func skipInlineImage() {
    while index + 2 < end {
      if bytes[index] == 0x45, bytes[index + 1] == 0x49, isSpace(bytes[index + 2]),
        index > 0, isSpace(bytes[index - 1])
      {
        index += 2
        return
      }
      index += 1
    }
    index = end
  }

  private mutating func value(depth: Int, references: Bool) -> PDFObject? {
    skipSpace()
    guard index < end else { return nil }
    let byte = bytes[index]
    switch byte {
    case 0x2F:
      index += 1
      return .name(name())
    case 0x28:
      index += 1
      return .string(literal())
    case 0x3C:
      if index + 1 < end, bytes[index + 1] == 0x3C {
        index += 2
        return dictionary(depth: depth, references: references)
      }
      index += 1
      return .string(hexadecimal())
    case 0x5B:
      index += 1
      return array(depth: depth, references: references)
    case 0x30...0x39, 0x2B, 0x2D, 0x2E:
      return number(references: references)
    case 0x5D, 0x7B, 0x7D, 0x29:
      index += 1
      return .word([byte])
    case 0x3E:
      index += index + 1 < end && bytes[index + 1] == 0x3E ? 2 : 1
      return .word([byte])
    default:
      let start = index
      while index < end, !isSpace(bytes[index]), !isDelimiter(bytes[index]) { index += 1 }
      return .word(Array(bytes[start..<index]))
    }
  }

  private mutating func array(depth: Int, references: Bool) -> PDFObject? {
    var items: [PDFObject] = []
    while depth < Self.depthLimit, let item = value(depth: depth + 1, references: references) {
      if item == .word([0x5D]) { return .array(items) }
      items.append(item)
    }
    return depth < Self.depthLimit ? .array(items) : nil
  }

  private mutating func dictionary(depth: Int, references: Bool) -> PDFObject? {
    var entries: [[UInt8]: PDFObject] = [:]
    while depth < Self.depthLimit, let key = value(depth: depth + 1, references: references) {
      if key == .word([0x3E]) { return .dictionary(entries) }
      guard case .name(let name) = key else { continue }
      guard let value = value(depth: depth + 1, references: references) else { break }
      if value == .word([0x3E]) { return .dictionary(entries) }
      entries[name] = value
    }
    return depth < Self.depthLimit ? .dictionary(entries) : nil
  }

  /// A number; with another and an `R` after it a reference.
  private mutating func number(references: Bool) -> PDFObject {
    let value = digits()
    guard references, value >= 0, value < 1e8, value == value.rounded() else {
      return .number(value)
    }
    let back = index
    skipSpace()
    let generation = index
    while index < end, isDigit(bytes[index]) { index += 1 }
    if index > generation, index - generation < 6 {
      skipSpace()
      if index < end, bytes[index] == 0x52,
        index + 1 == end || isSpace(bytes[index + 1]) || isDelimiter(bytes[index + 1])
      {
        index += 1
        return .reference(Int(value))
      }
    }
    index = back
    return .number(value)
  }

  private mutating func digits() -> Double {
    var isNegative = false
    var value = 0.0
    var scale = 0.0
    let start = index
    while index < end {
      let byte = bytes[index]
      if isDigit(byte) {
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      } else if byte == 0x2E, scale == 0 {
        scale = 1
      } else if byte == 0x2D || byte == 0x2B {
        isNegative = isNegative || byte == 0x2D
      } else {
        break
      }
      index += 1
    }
    if index == start { index += 1 }
    guard value.isFinite, scale.isFinite else { return 0 }
    let number = scale > 1 ? value / scale : value
    return isNegative ? -number : number
  }

  private mutating func name() -> [UInt8] {
    var name: [UInt8] = []
    while index < end, !isSpace(bytes[index]), !isDelimiter(bytes[index]) {
      if bytes[index] == 0x23, index + 2 < end, let high = hexDigit(bytes[index + 1]),
        let low = hexDigit(bytes[index + 2])
      {
        name.append(high << 4 | low)
        index += 3
      } else {
        name.append(bytes[index])
        index += 1
      }
    }
    return name
  }

  /// A string in parentheses; escapes stay as they are, because no text is taken from here.
  private mutating func literal() -> [UInt8] {
    let start = index
    var depth = 1
    while index < end {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x28: depth += 1
      case 0x29: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return Array(bytes[start..<min(index, end) - 1]) }
    }
    index = end
    return []
  }

  private mutating func hexadecimal() -> [UInt8] {
    let start = index
    while index < end, bytes[index] != 0x3E { index += 1 }
    let digits = Array(bytes[start..<index])
    if index < end { index += 1 }
    return digits
  }

  private mutating func skipSpace() {
    while index < end {
      if bytes[index] == 0x25 {
        while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      } else if isSpace(bytes[index]) {
        index += 1
      } else {
        return
      }
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }

  private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
