/// Remembers what a stretch of word bytes was read as, so that each is read in full only once.
///
/// The key is the bytes as they stand in the text. The table is bounded: when a neighbourhood is full, a
/// newcomer takes the place of an older entry.
final class WordCache {
  /// What a stretch of word bytes was read as.
  struct Reading {
    /// 0: never seen. Otherwise bit 63 is set, and bits 40 to 55 hold the number of tokens.
    /// For one token: bits 0 to 31 hold its symbol, 32 to 35 and 36 to 39 how many bytes in front of it
    /// and behind it belong to no token. For several: bits 0 to 31 hold the index of the first piece.
    var bits: UInt64

    static let unseen = Reading(bits: 0)
    static let empty = Reading(bits: 1 << 63)

    init(bits: UInt64) { self.bits = bits }

    init?(symbol: UInt32, before: Int, behind: Int) {
      guard before < 16, behind < 16 else { return nil }
      bits = 1 << 63 | 1 << 40 | UInt64(behind) << 36 | UInt64(before) << 32 | UInt64(symbol)
    }

    init(firstPiece: Int, count: Int) {
      bits = 1 << 63 | UInt64(count) << 40 | UInt64(firstPiece)
    }

    var isKnown: Bool { bits != 0 }
    var tokenCount: Int { Int(truncatingIfNeeded: bits >> 40 & 0xFFFF) }
    var symbol: UInt32 { UInt32(truncatingIfNeeded: bits) }
    var before: UInt32 { UInt32(truncatingIfNeeded: bits >> 32 & 0xF) }
    var behind: UInt32 { UInt32(truncatingIfNeeded: bits >> 36 & 0xF) }
    var firstPiece: Int { Int(truncatingIfNeeded: bits & 0xFFFF_FFFF) }
  }

  /// One of several tokens of a stretch; offsets from the stretch's start.
  struct Piece {
    var symbol: UInt32
    var start: UInt32
    var end: UInt32
  }

  private struct Entry {
    var low: UInt64
    var high: UInt64
    var reading: Reading
  }

  static let longestKey = 16
  private static let mostEntries = 1 << 16
  private static let mostPieces = 1 << 15
  private static let neighbourhood = 8

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 1 << 12
  private var used = 0
  private(set) var pieces: [Piece] = []

  init() { entries = Self.allocate(capacity) }

  deinit { entries.deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: count + neighbourhood)
    entries.initialize(
      repeating: Entry(low: 0, high: 0, reading: .unseen), count: count + neighbourhood)
    return entries
  }

  /// The reading of a stretch given by its bytes, the first in the lowest bits, padded with zeros.
  @inline(__always)
  func reading(_ low: UInt64, _ high: UInt64) -> Reading {
    var entry = entries + Self.slot(low, high, capacity)
    for _ in 0..<Self.neighbourhood {
      if entry.pointee.low == low, entry.pointee.high == high { return entry.pointee.reading }
      entry += 1
    }
    return .unseen
  }

  func insert(_ low: UInt64, _ high: UInt64, _ reading: Reading) {
    if used * 2 > capacity, capacity < Self.mostEntries { grow() }
    place(Entry(low: low, high: high, reading: reading))
  }

  /// The index of pieces added; `nil` when there is no room for more.
  func add(_ new: [Piece]) -> Int? {
    guard pieces.count + new.count <= Self.mostPieces, new.count < 0xFFFF else { return nil }
    pieces += new
    return pieces.count - new.count
  }

  private func place(_ entry: Entry) {
    let first = Self.slot(entry.low, entry.high, capacity)
    for step in 0..<Self.neighbourhood where !entries[first + step].reading.isKnown {
      entries[first + step] = entry
      used += 1
      return
    }
    // Which one has to go does not matter, as long as it is not always the same.
    let step = Int(truncatingIfNeeded: entry.low >> 3 ^ entry.low) & (Self.neighbourhood - 1)
    entries[first + step] = entry
  }

  private func grow() {
    let (old, oldCapacity) = (entries, capacity)
    capacity *= 4
    used = 0
    entries = Self.allocate(capacity)
    for index in 0..<(oldCapacity + Self.neighbourhood) where old[index].reading.isKnown {
      place(old[index])
    }
    old.deallocate()
  }

  @inline(__always)
  private static func slot(_ low: UInt64, _ high: UInt64, _ capacity: Int) -> Int {
    let mixed =
      (low ^ (high &<< 29 | high &>> 35)) &* 0x9E37_79B9_7F4A_7C15 ^ high &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: mixed &>> 40) & (capacity - 1)
  }
}
