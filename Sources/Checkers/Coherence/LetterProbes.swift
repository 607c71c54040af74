/// Places of a text at which a stretch of a list may begin, found without looking at every place.
///
/// Of three bytes in a row, a hash says which of them may be the first three of a stretch, or those behind its first
/// letters. So only each second, third or fourth place is looked at, as far as the shortest stretch allows. Of each byte
/// five bits count: capitals are small letters then, and some other bytes are letters.
struct LetterProbes: Sendable {
  /// Most places of which one is looked at.
  private static let mostSteps = 4
  private static let bits = 12

  /// How far it is from one place that is looked at to the next.
  let step: Int
  /// By the hash of three bytes: a bit for each distance at which a stretch may have begun before them.
  private let table: [UInt8]

  /// Takes stretches in small letters, by their ranges of `letters`; a blank of one may be the end of a line in a text.
  init(_ stretches: [Range<Int>], of letters: [UInt8]) {
    var lengths = [Int](repeating: 0, count: Self.mostSteps + 3)
    for stretch in stretches { lengths[min(stretch.count, lengths.count - 1)] += 1 }
    let shortest = lengths.firstIndex { $0 > 0 } ?? 1
    var step = max(1, min(Self.mostSteps, shortest - 1))
    while step > 1, Self.keys(lengths, step) > Self.mostKeys { step -= 1 }
    var table = [UInt8](repeating: 0, count: 1 << Self.bits)
    table.withUnsafeMutableBufferPointer { table in
      letters.withUnsafeBufferPointer { letters in
        for stretch in stretches {
          for distance in 0..<step {
            let start = stretch.lowerBound + distance
            Self.insert(
              UnsafeBufferPointer(rebasing: letters[start..<max(start, stretch.upperBound)]),
              1 &<< UInt8(distance), table)
          }
        }
      }
    }
    self.step = step
    self.table = table
  }

  /// Most hashes that are worth a longer step: where a stretch ends before the third byte, all bytes may follow.
  private static let mostKeys = 640

  /// About how many hashes stretches need, so many of each length.
  private static func keys(_ lengths: [Int], _ step: Int) -> Int {
    var keys = 0
    for (length, count) in lengths.enumerated() where count > 0 {
      for distance in 0..<step {
        keys += count * (length - distance >= 3 ? 1 : length - distance == 2 ? 32 : 1024)
      }
    }
    return keys
  }

  private static func insert(
    _ letters: UnsafeBufferPointer<UInt8>, _ bit: UInt8,
    _ table: UnsafeMutableBufferPointer<UInt8>
  ) {
    // Nearly all stretches have three letters there, and no blank among them.
    if letters.count >= 3, letters[0] != 0x20, letters[1] != 0x20, letters[2] != 0x20 {
      table[hash(UInt32(letters[0]) | UInt32(letters[1]) << 8 | UInt32(letters[2]) << 16)] |= bit
      return
    }
    func insert(_ row: UInt32, _ place: Int) {
      guard place < 3 else { return table[hash(row)] |= bit }
      if place >= letters.count {
        // What stands behind a short stretch is open.
        for value in 0..<UInt32(32) { insert(row | value << UInt32(place * 8), place + 1) }
      } else {
        insert(row | UInt32(letters[place] & 31) << UInt32(place * 8), place + 1)
        if letters[place] == 0x20 { insert(row | (0x0A & 31) << UInt32(place * 8), place + 1) }
      }
    }
    insert(0, 0)
  }

  @inline(__always)
  private static func hash(_ row: UInt32) -> Int {
    Int(truncatingIfNeeded: ((row & 0x1F1F1F) &* 0x9E37_79B1) &>> UInt32(32 - bits))
  }

  /// The hashes where they lie, for the length of one search.
  struct Table {
    fileprivate let bits: UnsafePointer<UInt8>
    fileprivate let step: Int

    /// The first place of a text of `count` bytes, from `start` up to `limit`, at which a stretch may begin; `limit`
    /// when there is none.
    @inline(__always)
    func first(
      in text: UnsafePointer<UInt8>, from start: Int, to limit: Int, count: Int
    ) -> Int {
      // Four bytes are read at once.
      let end = min(limit, count &- 3)
      var index = start &+ step &- 1
      while index < end {
        let row = UnsafeRawPointer(text + index).loadUnaligned(as: UInt32.self)
        let found = bits[LetterProbes.hash(UInt32(littleEndian: row))]
        if found != 0 { return index &- (7 &- found.leadingZeroBitCount) }
        index &+= step
      }
      // No stretch is so short that it would stand between the last place looked at and the limit.
      return end == limit ? limit : min(limit, index &- step &+ 1)
    }
  }

  @inline(__always)
  func withTable<Result>(_ body: (Table) -> Result?) -> Result? {
    table.withUnsafeBufferPointer { bits in
      bits.baseAddress.flatMap { body(Table(bits: $0, step: step)) }
    }
  }
}
