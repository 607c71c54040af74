/// What a run of word bytes was read as.
struct WordReading: BitwiseCopyable {
  /// From the lowest bit on: 32 bits with the only token's symbol, or with the index of the first piece of a
  /// list; 4 with the number of bytes in front of the only token, 4 with those behind it, 16 with the number
  /// of tokens, 1 that is always set, 1 that is set for a list. A list may have one token too, when many bytes
  /// of its run belong to none.
  private var bits: UInt64 = 0

  static let mostTokens = 0xFFFF
  private static let single: UInt64 = 1 << 16 | 1

  /// A run with one token; `nil` when too many bytes belong to none.
  init?(symbol: UInt32, before: Int, behind: Int) {
    guard before < 16, behind < 16 else { return nil }
    bits = Self.single << 40 | UInt64(behind) << 36 | UInt64(before) << 32 | UInt64(symbol)
  }

  /// A run whose tokens are listed.
  init(firstPiece: Int, count: Int) {
    bits = 3 << 56 | UInt64(count) << 40 | UInt64(firstPiece)
  }

  @inline(__always) var isSingle: Bool { bits &>> 40 == Self.single }
  @inline(__always) var isSeen: Bool { bits != 0 }
  @inline(__always) var tokenCount: Int { Int(truncatingIfNeeded: bits &>> 40 & 0xFFFF) }
  @inline(__always) var symbol: UInt32 { UInt32(truncatingIfNeeded: bits) }
  @inline(__always) var before: Int { Int(truncatingIfNeeded: bits &>> 32 & 15) }
  @inline(__always) var behind: Int { Int(truncatingIfNeeded: bits &>> 36 & 15) }
  var firstPiece: Int { Int(symbol) }

  static let unseen = WordReading()
  private init() {}
}

/// Remembers what runs of word bytes were read as, so that each is read in full only once.
///
/// The key is the bytes as they stand in the text. The tables are bounded: when a neighbourhood is full, a
/// newcomer takes the place of an older entry.
struct WordCache {
  /// One of several tokens of a run; offsets from the run's start.
  struct Piece {
    var symbol: UInt32
    var start: Int
    var end: Int
  }

  private static let mostPieces = 1 << 15

  private(set) var short = RunTable<RunKey16>(least: 1 << 12, most: 1 << 16)
  private(set) var long = RunTable<RunKey32>(least: 1 << 8, most: 1 << 13)
  private(set) var pieces: [Piece] = []

  /// To be called once, at the end.
  func deallocate() {
    short.deallocate()
    long.deallocate()
  }

  mutating func insert(_ key: RunKey16, _ reading: WordReading) { short.insert(key, reading) }
  mutating func insert(_ key: RunKey32, _ reading: WordReading) { long.insert(key, reading) }

  /// The index of pieces added; `nil` when there is no room for more.
  mutating func add(_ new: [Piece]) -> Int? {
    guard pieces.count + new.count <= Self.mostPieces, new.count <= WordReading.mostTokens else {
      return nil
    }
    pieces += new
    return pieces.count - new.count
  }
}
