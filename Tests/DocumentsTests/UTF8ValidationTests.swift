import Testing

@testable import Documents

/// The check that looks at many bytes at once, against the standard library and a plain one.
@Suite struct UTF8ValidationTests {
  private static let characters = [
    "a", "é", "’", "œ", "漢", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "😀",
    "\u{10FFFF}",
  ]

  /// Bytes that are no character, of every kind that the standard names.
  private static let broken: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0x81], [0xC3], [0xC3, 0x41], [0xE0, 0x9F, 0xBF],
    [0xE2, 0x80],
    [0xED, 0xA0, 0x80], [0xEF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
  ]

  @Test func charactersAtEveryOffset() {
    for character in Self.characters {
      for padding in 0..<70 {
        let text = String(repeating: "x", count: padding) + character
        for ending in ["", "y", "éé", String(repeating: "zé’", count: 30)] {
          let bytes = Array((text + ending).utf8)
          #expect(UTF8Validation.firstInvalidOffset(in: bytes) == nil)
        }
      }
    }
  }

  @Test func whatIsNoCharacterAtEveryOffset() {
    for bytes in Self.broken {
      for padding in 0..<70 {
        for before in ["x", "é"] {
          let start = Array(String(repeating: before, count: padding).utf8)
          for ending in ["", "y", String(repeating: "zé’", count: 30)] {
            let whole = start + bytes + Array(ending.utf8)
            #expect(UTF8Validation.firstInvalidOffset(in: whole) == start.count)
          }
        }
      }
    }
  }

  @Test func changedTextsAsTheStandardLibrary() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<4_000 {
      var bytes: [UInt8] = []
      for _ in 0..<random(60) {
        bytes += Array(Self.characters[random(4) > 0 ? random(3) : random(12)].utf8)
      }
      if !bytes.isEmpty, random(3) > 0 { bytes[random(bytes.count)] = UInt8(random(256)) }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      let offset = UTF8Validation.firstInvalidOffset(in: bytes)
      #expect((offset == nil) == isValid)
      if let offset { #expect(String(validating: bytes[..<offset], as: UTF8.self) != nil) }
    }
  }
}
