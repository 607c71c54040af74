/// A small hash table from words of up to 16 bytes to numbers, for loops that look at every word.
///
/// Words are compared as two integers, so a lookup costs a few instructions and no allocation.
struct WordTable: Sendable {
  /// The bytes of a word, the last one lowest.
  struct Key: Sendable, Equatable {
    private(set) var high: UInt64 = 0
    private(set) var low: UInt64 = 0

    static let limitInBytes = 16

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }

    @inline(__always)
    var hash: UInt64 {
      let mixed = (low ^ high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
      return mixed ^ mixed >> 29
    }
  }

  private var keys: [Key]
  private var values: [Int8]
  private let mask: Int

  /// - Precondition: at most half as many words are inserted as the table has slots.
  init(slots: Int) {
    precondition(slots > 0 && slots & (slots - 1) == 0, "a table has a power of two of slots")
    keys = [Key](repeating: Key(), count: slots)
    values = [Int8](repeating: 0, count: slots)
    mask = slots - 1
  }

  /// Enters the words of a list separated by white space; a word that is there keeps its number.
  mutating func insert(_ words: StaticString, value: Int8) {
    words.withUTF8Buffer { bytes in
      for word in bytes.split(whereSeparator: isWhitespace) { insert(word: word, value: value) }
    }
  }

  mutating func insert(word: some Sequence<UInt8>, value: Int8) {
    var key = Key()
    for byte in word { key.append(byte) }
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while keys[slot] != Key(), keys[slot] != key { slot = (slot + 1) & mask }
    if keys[slot] == key { return }
    keys[slot] = key
    values[slot] = value
  }

  /// The number of a word, 0 when it is not in the table.
  @inline(__always)
  func value(of key: Key) -> Int8 {
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    return keys.withUnsafeBufferPointer { keys in
      while keys[slot] != Key() {
        if keys[slot] == key { return values[slot] }
        slot = (slot + 1) & mask
      }
      return 0
    }
  }
}
