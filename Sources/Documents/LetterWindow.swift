/// Eight bytes of a text at once, for loops that look for words.
///
/// They are tested within one integer: below 0x80, adding 0x80 less a bound sets a byte's highest bit when the
/// byte reaches the bound.
struct LetterWindow {
  /// The first byte highest.
  private let bytes: UInt64
  /// The highest bits of those that are no letters of ASCII.
  private let others: UInt64

  /// Eight bytes must be there to be read.
  @inline(__always)
  init(at address: UnsafePointer<UInt8>) {
    bytes = UInt64(bigEndian: UnsafeRawPointer(address).loadUnaligned(as: UInt64.self))
    let small = (bytes & Self.each(0x7F)) | Self.each(0x20)
    let letters = (small &+ Self.each(0x80 - 0x61)) & ~(small &+ Self.each(0x80 - 0x7B)) & ~bytes
    others = ~letters & Self.each(0x80)
  }

  @inline(__always) var startsWithLetter: Bool { others &>> 63 == 0 }

  /// How far it is from the first byte to the next letter of ASCII or start of a character of several bytes.
  @inline(__always) var gap: Int {
    let starts = ~others | bytes & (bytes &<< 1)
    let found = starts & Self.each(0x80) & ((1 &<< 63) &- 1)
    return found == 0 ? 8 : found.leadingZeroBitCount &>> 3
  }

  /// The letters that a text begins with, in small letters, and how many there are, at most 16; as many
  /// bytes must be there to be read. The window is that of the text's start, which is a letter.
  @inline(__always)
  func word(at address: UnsafePointer<UInt8>) -> (WordTable.Key, count: Int) {
    let first = bytes | Self.each(0x20)
    if others != 0 {
      let count = others.leadingZeroBitCount &>> 3
      return (WordTable.Key(high: 0, low: first &>> (64 &- 8 &* UInt64(count))), count)
    }
    let next = LetterWindow(at: address + 8)
    let second = next.bytes | Self.each(0x20)
    let count = next.others.leadingZeroBitCount &>> 3
    switch count {
    case 0: return (WordTable.Key(high: 0, low: first), 8)
    case 8: return (WordTable.Key(high: first, low: second), 16)
    default:
      let shift = 64 &- 8 &* UInt64(count)
      let low = first &<< (64 &- shift) | second &>> shift
      return (WordTable.Key(high: first &>> shift, low: low), 8 &+ count)
    }
  }

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
