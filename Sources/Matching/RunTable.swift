/// The bytes of a run of word bytes, the first in the lowest bits, padded with zeros; no run has a zero.
protocol RunKey: BitwiseCopyable, Equatable {
  /// The key of no run.
  static var none: Self { get }
  /// Spread over the upper half.
  var hash: UInt64 { get }
}

/// Runs of up to 16 bytes.
struct RunKey16: RunKey {
  var low: UInt64
  var high: UInt64

  static var none: RunKey16 { RunKey16(low: 0, high: 0) }

  @inline(__always)
  static func == (lhs: RunKey16, rhs: RunKey16) -> Bool {
    (lhs.low ^ rhs.low) | (lhs.high ^ rhs.high) == 0
  }

  @inline(__always) var hash: UInt64 {
    (low ^ high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
  }
}

/// Runs of 17 to 32 bytes.
struct RunKey32: RunKey {
  var first: RunKey16
  var second: RunKey16

  static var none: RunKey32 { RunKey32(first: .none, second: .none) }

  @inline(__always) var hash: UInt64 { first.hash ^ second.hash &>> 7 }
}

/// A bounded hash table of runs.
///
/// A run is in one of eight places next to each other. When all are taken, a newcomer takes the place of
/// an older entry.
struct RunTable<Key: RunKey> {
  private struct Entry: BitwiseCopyable {
    var key: Key
    var reading: WordReading
  }

  private static var places: Int { 8 }

  private var entries: UnsafeMutablePointer<Entry>
  private var mask: Int
  private let most: Int
  private var used = 0

  /// Both numbers of entries are powers of two.
  init(least: Int, most: Int) {
    mask = least - 1
    self.most = most
    entries = Self.allocate(least)
  }

  func deallocate() { entries.deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: count + places)
    entries.initialize(repeating: Entry(key: .none, reading: .unseen), count: count + places)
    return entries
  }

  @inline(__always)
  subscript(key: Key) -> WordReading {
    var entry = entries + Int(truncatingIfNeeded: key.hash &>> 40) & mask
    for _ in 0..<Self.places {
      if entry.pointee.key == key { return entry.pointee.reading }
      if !entry.pointee.reading.isSeen { break }
      entry += 1
    }
    return .unseen
  }

  mutating func insert(_ key: Key, _ reading: WordReading) {
    if used * 3 > mask * 2, mask + 1 < most { grow() }
    place(Entry(key: key, reading: reading))
  }

  private mutating func place(_ entry: Entry) {
    let slot = Int(truncatingIfNeeded: entry.key.hash &>> 40) & mask
    for step in 0..<Self.places where !entries[slot + step].reading.isSeen {
      entries[slot + step] = entry
      used += 1
      return
    }
    // Which one has to go does not matter, as long as it is not always the same.
    entries[slot + Int(truncatingIfNeeded: entry.key.hash >> 32) & (Self.places - 1)] = entry
  }

  private mutating func grow() {
    let (old, count) = (entries, mask + 1 + Self.places)
    mask = mask * 2 + 1
    used = 0
    entries = Self.allocate(mask + 1)
    for index in 0..<count where old[index].reading.isSeen { place(old[index]) }
    old.deallocate()
  }
}
