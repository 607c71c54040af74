import SourceText

/// The bytes that a word can be made of, as the scanner sees them before it reads any character.
enum WordBytes {
  /// ASCII letters, digits and the apostrophe, and every byte of a character beyond ASCII.
  @inline(__always)
  static func contains(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || isDigit(byte) || byte == 0x27
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a byte behind a run is one behind which its last word never goes on.
  @inline(__always)
  static func endsRun(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2C || byte > 0x2F }

  /// Which of 64 bytes are word bytes, the first in the lowest bit.
  ///
  /// Eight bytes are tested within one integer: below 0x80, adding 0x80 less a bound sets a byte's highest
  /// bit when the byte reaches the bound. (Comparing vectors of bytes is no faster way: these comparisons
  /// are compiled lane by lane.)
  @inline(__always)
  static func mask(of bytes: UnsafePointer<UInt8>) -> UInt64 {
    let memory = UnsafeRawPointer(bytes)
    var mask: UInt64 = 0
    for part in 0..<4 {
      let bytes = memory.loadUnaligned(fromByteOffset: part * 16, as: SIMD2<UInt64>.self)
      let low = bytes & each(0x7F)
      let small = low | each(0x20)
      let letters = (small &+ each(0x80 - 0x61)) & ~(small &+ each(0x80 - 0x7B))
      let digits = (low &+ each(0x80 - 0x30)) & ~(low &+ each(0x80 - 0x3A))
      let apostrophes = (low &+ each(0x80 - 0x27)) & ~(low &+ each(0x80 - 0x28))
      let highest = ((bytes | letters | digits | apostrophes) & each(0x80)) &>> 7
      // Gathers the bits of eight bytes in one byte.
      let first = (highest[0].littleEndian &* 0x0102_0408_1020_4080) &>> 56
      let second = (highest[1].littleEndian &* 0x0102_0408_1020_4080) &>> 56
      mask |= (first | second &<< 8) &<< UInt64(part * 16)
    }
    return mask
  }

  @inline(__always)
  private static func each(_ byte: UInt64) -> SIMD2<UInt64> {
    SIMD2(repeating: byte &* 0x0101_0101_0101_0101)
  }

  /// Whether what stands behind a run may belong to its last word: a hyphen at a line end, inclusive
  /// writing.
  static func mayGoOn(
    _ text: UnsafePointer<UInt8>, end: Int, limit: Int, _ language: Language
  ) -> Bool {
    switch text[end] {
    // A soft or typographic hyphen may end the run.
    case 0x0A, 0x0D: return text[end - 1] >= 0x80
    case 0x2D where end + 1 < limit && (text[end + 1] == 0x0A || text[end + 1] == 0x0D):
      return true
    case 0x28, 0x2D, 0x2E, 0x2F:
      guard end + 1 < limit, contains(text[end + 1]) else { return false }
      let bytes = UnsafeBufferPointer(start: text, count: limit)
      return InclusiveWriting.end(
        in: bytes.span, at: end, limit: limit, stemLength: 2, language: language) != nil
    default: return false
    }
  }

  /// Whether what stands behind a run that ends with a digit may be more of the number.
  static func numberMayGoOn(_ text: UnsafePointer<UInt8>, end: Int, limit: Int) -> Bool {
    guard end + 1 < limit, isDigit(text[end + 1]) else { return false }
    switch text[end] {
    case 0x20, 0x2C, 0x2D, 0x2E: return true
    default: return false
    }
  }

  /// The key of a run of 1 to 16 bytes, of which 16 may be read in the text.
  @inline(__always)
  static func key16(_ run: UnsafePointer<UInt8>, _ count: Int) -> RunKey16 {
    let memory = UnsafeRawPointer(run)
    let low = UInt64(littleEndian: memory.loadUnaligned(as: UInt64.self))
    let high = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    // Masked shifts count modulo 64 bits, so one shift serves both halves.
    let used = ~0 as UInt64 &>> (0 &- UInt64(truncatingIfNeeded: count) &* 8)
    return RunKey16(low: count < 8 ? low & used : low, high: count > 8 ? high & used : 0)
  }

  /// The key of a run of 17 to 32 bytes, of which 32 may be read in the text.
  static func key32(_ run: UnsafePointer<UInt8>, _ count: Int) -> RunKey32 {
    RunKey32(first: key16(run, 16), second: key16(run + 16, count - 16))
  }
}
