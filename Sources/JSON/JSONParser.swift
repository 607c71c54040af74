/// Reads one JSON value (RFC 8259) strictly: UTF-8 only, no duplicate keys, bounded depth and size.
package struct JSONParser {
  /// Bounds on what is built; the caller bounds the bytes.
  package struct Limits: Sendable {
    /// Deepest container, the outermost being 1.
    package var depth: Int
    /// Values of all kinds, containers included.
    package var values: Int

    package init(depth: Int = 32, values: Int = 1_000_000) {
      self.depth = depth
      self.values = values
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: Limits
  private var position = 0
  private var valueCount = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Parses a whole text; only blanks may stand around the value.
  ///
  /// - Throws: `JSONError` at the first byte that is wrong.
  package static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: Limits = Limits()
  ) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes, limits)
    parser.skipBlanks()
    let value = try parser.value(depth: 1)
    parser.skipBlanks()
    guard parser.position == bytes.count else {
      throw JSONError(.unexpected, at: parser.position)
    }
    return value
  }

  /// Parses a whole text; only blanks may stand around the value.
  ///
  /// - Throws: `JSONError` at the first byte that is wrong.
  package static func parse(
    _ bytes: some Sequence<UInt8>, limits: Limits = Limits()
  ) throws(JSONError) -> JSONValue {
    let array = ContiguousArray(bytes)
    let result: Result<JSONValue, JSONError> = array.withUnsafeBufferPointer { buffer in
      do throws(JSONError) {
        return .success(try parse(buffer, limits: limits))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    valueCount += 1
    guard valueCount <= limits.values else { throw JSONError(.tooMany, at: position) }
    switch try peek() {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x22: return .string(try text())
    case 0x74: return try word("true", .boolean(true))
    case 0x66: return try word("false", .boolean(false))
    case 0x6E: return try word("null", .null)
    case 0x2D, 0x30...0x39: return try number()
    default: throw JSONError(.unexpected, at: position)
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= limits.depth else { throw JSONError(.tooDeep, at: position) }
    position += 1
    skipBlanks()
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    if try take(0x7D) { return .object(members) }
    while true {
      skipBlanks()
      let start = position
      guard try peek() == 0x22 else { throw JSONError(.unexpected, at: position) }
      let key = try text()
      guard keys.insert(key).inserted else { throw JSONError(.duplicateKey, at: start) }
      skipBlanks()
      guard try take(0x3A) else { throw JSONError(.unexpected, at: position) }
      skipBlanks()
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
      skipBlanks()
      if try take(0x7D) { return .object(members) }
      guard try take(0x2C) else { throw JSONError(.unexpected, at: position) }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= limits.depth else { throw JSONError(.tooDeep, at: position) }
    position += 1
    skipBlanks()
    var elements: [JSONValue] = []
    if try take(0x5D) { return .array(elements) }
    while true {
      skipBlanks()
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if try take(0x5D) { return .array(elements) }
      guard try take(0x2C) else { throw JSONError(.unexpected, at: position) }
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard try take(word.utf8Start[index]) else { throw JSONError(.unexpected, at: position) }
    }
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    var isWhole = true
    _ = try take(0x2D)
    if try take(0x30) {
      if position < bytes.count, Self.isDigit(bytes[position]) {
        throw JSONError(.badNumber, at: position)
      }
    } else {
      try digits()
    }
    if position < bytes.count, bytes[position] == 0x2E {
      isWhole = false
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == 0x65 {
      isWhole = false
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      try digits()
    }
    guard position - start <= 64 else { throw JSONError(.badNumber, at: start) }
    let written = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let whole = Int(written) { return .integer(whole) }
    guard let number = Double(written), number.isFinite else {
      throw JSONError(.badNumber, at: start)
    }
    return .number(number)
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
    guard position > start else {
      throw JSONError(position < bytes.count ? .badNumber : .cutShort, at: position)
    }
  }

  // MARK: Texts

  private mutating func text() throws(JSONError) -> String {
    position += 1
    var start = position
    var gathered: [UInt8] = []
    while true {
      guard position < bytes.count else { throw JSONError(.cutShort, at: position) }
      switch bytes[position] {
      case 0x22:
        let piece = bytes[start..<position]
        position += 1
        if gathered.isEmpty { return try checked(piece, start) }
        gathered.append(contentsOf: piece)
        return try checked(gathered[...], start)
      case 0x5C:
        gathered.append(contentsOf: bytes[start..<position])
        try escape(into: &gathered)
        start = position
      case 0x00..<0x20: throw JSONError(.badText, at: position)
      default: position += 1
      }
    }
  }

  private func checked(
    _ piece: some Collection<UInt8>, _ start: Int
  ) throws(JSONError) -> String {
    guard let text = String(validating: piece, as: UTF8.self) else {
      throw JSONError(.badText, at: start)
    }
    return text
  }

  private mutating func escape(into gathered: inout [UInt8]) throws(JSONError) {
    let start = position
    position += 1
    let letter = try peek()
    position += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: gathered.append(letter)
    case 0x62: gathered.append(0x08)
    case 0x66: gathered.append(0x0C)
    case 0x6E: gathered.append(0x0A)
    case 0x72: gathered.append(0x0D)
    case 0x74: gathered.append(0x09)
    case 0x75:
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code) {
        guard try take(0x5C), try take(0x75) else { throw JSONError(.badText, at: start) }
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw JSONError(.badText, at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw JSONError(.badText, at: start) }
      gathered.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw JSONError(.badText, at: start)
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek()
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46: digit = UInt32(byte - 0x37)
      case 0x61...0x66: digit = UInt32(byte - 0x57)
      default: throw JSONError(.badText, at: position)
      }
      code = code << 4 | digit
      position += 1
    }
    return code
  }

  // MARK: Bytes

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func peek() throws(JSONError) -> UInt8 {
    guard position < bytes.count else { throw JSONError(.cutShort, at: position) }
    return bytes[position]
  }

  private mutating func take(_ byte: UInt8) throws(JSONError) -> Bool {
    guard try peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }
}
