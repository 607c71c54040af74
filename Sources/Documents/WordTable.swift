/// A small hash table from words of up to 16 bytes to numbers, for loops that look at every word.
///
/// Words are compared as two integers, so a lookup costs a few instructions and no allocation. Most lookups
/// look at one entry, and whether it is the word decides over no jump, which could not be foretold.
struct WordTable: Sendable {
  /// The bytes of a word, the last one lowest.
  struct Key: Sendable, Equatable {
    private(set) var high: UInt64 = 0
    private(set) var low: UInt64 = 0

    static let limitInBytes = 16

    init() {}

    @inline(__always)
    init(high: UInt64, low: UInt64) {
      (self.high, self.low) = (high, low)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }

    @inline(__always)
    static func == (lhs: Key, rhs: Key) -> Bool {
      (lhs.high ^ rhs.high) | (lhs.low ^ rhs.low) == 0
    }

    /// The word in one number, which is the word itself when it has no more than eight bytes.
    @inline(__always)
    var number: UInt64 { low ^ high &* 0xC2B2_AE3D_27D4_EB4F }

    /// Spread over the upper half.
    @inline(__always)
    fileprivate var hash: UInt64 { number &* 0x9E37_79B9_7F4A_7C15 }
  }

  fileprivate struct Entry {
    var key = Key()
    var value: Int8 = 0
    /// Whether a word whose place this is stands further on.
    var isPassed = false
  }

  private var entries: [Entry]

  /// - Precondition: at most half as many words are inserted as the table has slots.
  init(slots: Int) {
    precondition(slots > 0 && slots & (slots - 1) == 0, "a table has a power of two of slots")
    entries = [Entry](repeating: Entry(), count: slots)
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
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: key.hash &>> 32) & mask
    while entries[slot].key != Key(), entries[slot].key != key {
      entries[slot].isPassed = true
      slot = (slot + 1) & mask
    }
    if entries[slot].key == key { return }
    entries[slot].key = key
    entries[slot].value = value
  }

  /// The number of a word, 0 when it is not in the table.
  func value(of key: Key) -> Int8 { withLookup { $0.value(of: key) } }

  /// Lends what looks words up, for many lookups.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    entries.withUnsafeBufferPointer { body(Lookup(entries: $0)) }
  }

  /// Looks words up, as long as its table is there.
  struct Lookup {
    fileprivate let entries: UnsafeBufferPointer<Entry>

    /// The number of a word, 0 when it is not in the table.
    @inline(__always)
    func value(of key: Key) -> Int8 {
      let slot = Int(truncatingIfNeeded: key.hash &>> 32) & (entries.count &- 1)
      let entry = entries[slot]
      let isFound = entry.key == key
      if entry.isPassed, !isFound { return passedValue(of: key, slot) }
      return entry.value & (isFound ? -1 : 0)
    }

    @inline(never)
    private func passedValue(of key: Key, _ first: Int) -> Int8 {
      var slot = first
      while entries[slot].key != Key() {
        if entries[slot].key == key { return entries[slot].value }
        slot = (slot &+ 1) & (entries.count &- 1)
      }
      return 0
    }
  }
}
