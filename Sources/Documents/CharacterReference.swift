/// Character references of HTML and Markdown: `&eacute;`, `&#233;`, `&#xE9;`.
enum CharacterReference {
  /// What a complete reference, from the ampersand to the semicolon, stands for, in UTF-8; `nil` when
  /// there is no such reference.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.count >= 3, bytes[0] == ampersand, bytes[bytes.count - 1] == semicolon else {
      return nil
    }
    if bytes[1] == numberSign {
      guard let (value, end) = number(bytes, at: 2), end == bytes.count - 1 else { return nil }
      return utf8(value, windows1252: false)
    }
    return names.value(UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - 1]))
  }

  /// The reference that starts with the ampersand at `start`, read as HTML text is: a number without
  /// its semicolon counts, and so do some old names. Gives the text in UTF-8 and the offset just past
  /// the reference; `nil` when the ampersand stands for itself.
  static func decodeInHTML(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (text: [UInt8], end: Int)? {
    var index = start + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == numberSign {
      guard let (value, end) = number(bytes, at: index + 1) else { return nil }
      let hasSemicolon = end < bytes.count && bytes[end] == semicolon
      return (utf8(value, windows1252: true), hasSemicolon ? end + 1 : end)
    }
    let limit = min(bytes.count, index + names.longestName + 1)
    while index < limit, isAlphanumeric(bytes[index]) { index += 1 }
    let name = UnsafeBufferPointer(rebasing: bytes[start + 1..<index])
    guard !name.isEmpty else { return nil }
    if index < bytes.count, bytes[index] == semicolon, let value = names.value(name) {
      return (value, index + 1)
    }
    // The longest old name that the letters begin with; none of them is longer than six letters.
    for length in stride(from: min(6, name.count), through: 2, by: -1) {
      let prefix = UnsafeBufferPointer(rebasing: name[0..<length])
      if names.countsWithoutSemicolon(prefix), let value = names.value(prefix) {
        return (value, start + 1 + length)
      }
    }
    return nil
  }

  /// A byte of Windows-1252 in UTF-8.
  static func windows1252(_ byte: UInt8) -> [UInt8] { utf8(UInt32(byte), windows1252: true) }

  /// A number after `&#`, decimal or hexadecimal, and the offset past its last digit.
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (UInt32, Int)? {
    var index = start
    var radix: UInt32 = 10
    if index < bytes.count, bytes[index] | 0x20 == 0x78 {
      radix = 16
      index += 1
    }
    let first = index
    var value: UInt32 = 0
    while index < bytes.count, let digit = digit(bytes[index]), digit < radix {
      value = min(value * radix + digit, 0x11_0000)
      index += 1
    }
    return index > first ? (value, index) : nil
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private static func utf8(_ value: UInt32, windows1252: Bool) -> [UInt8] {
    var value = value
    // HTML reads the numbers of C1 controls as Windows-1252, since that is what authors meant.
    if windows1252, value >= 0x80, value <= 0x9F { value = windows1252Table[Int(value - 0x80)] }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return UTF8.encode(scalar ?? "\u{FFFD}").map(Array.init) ?? []
  }

  private static let windows1252Table: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static let ampersand: UInt8 = 0x26
  private static let numberSign: UInt8 = 0x23
  private static let semicolon: UInt8 = 0x3B

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static let names = CharacterNames()
}

/// The names of `CharacterReferenceTable`, ready to be looked up.
private struct CharacterNames: Sendable {
  private var values: [[UInt8]: [UInt8]] = [:]
  private var old: Set<[UInt8]> = []
  private(set) var longestName = 0

  init() {
    values.reserveCapacity(2_200)
    Self.words(of: CharacterReferenceTable.entries) { word in
      guard let equals = word.firstIndex(of: 0x3D) else { return }
      let name = Array(word[..<equals])
      var text: [UInt8] = []
      for code in word[(equals + 1)...].split(separator: 0x2C) {
        let value = UInt32(String(decoding: code, as: UTF8.self), radix: 16)
        guard let scalar = value.flatMap(Unicode.Scalar.init) else { continue }
        text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
      values[name] = text
      longestName = max(longestName, name.count)
    }
    Self.words(of: CharacterReferenceTable.namesWithoutSemicolon) { old.insert(Array($0)) }
  }

  func value(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    name.count <= longestName ? values[Array(name)] : nil
  }

  func countsWithoutSemicolon(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    old.contains(Array(name))
  }

  private static func words(
    of table: StaticString, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
  ) {
    table.withUTF8Buffer { bytes in
      for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) { body(word) }
    }
  }
}
