import SourceText

/// The bytes that a word can be made of, as the scanner sees them before it reads any character.
enum WordBytes {
  /// ASCII letters, digits and the apostrophe, and every byte of a character beyond ASCII.
  @inline(__always)
  static func contains(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x27
  }

  /// Whether what stands behind a run may belong to its last word: a hyphen at a line end, inclusive
  /// writing.
  @inline(__always)
  static func mayGoOn(
    _ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, limit: Int, _ language: Language
  ) -> Bool {
    guard run.upperBound < limit else { return false }
    switch text[run.upperBound] {
    case 0x20: return false
    // A soft or typographic hyphen may end the run.
    case 0x0A, 0x0D: return text[run.upperBound - 1] >= 0x80
    case 0x28, 0x2D, 0x2E, 0x2F:
      guard run.upperBound + 1 < limit else { return false }
      let following = text[run.upperBound + 1]
      return following == 0x0A || following == 0x0D || contains(following)
    default: return false
    }
  }

  /// The bytes of a run of at most 16, the first in the lowest bits, padded with zeros.
  @inline(__always)
  static func key(
    _ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>
  ) -> (low: UInt64, high: UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for (offset, index) in run.enumerated() {
      if offset < 8 {
        low |= UInt64(text[index]) &<< UInt64(offset * 8)
      } else {
        high |= UInt64(text[index]) &<< UInt64(offset * 8 - 64)
      }
    }
    return (low, high)
  }
}
