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

  /// Takes stretches in small letters; a blank of one may be the end of a line in a text.
  init(_ stretches: [ArraySlice<UInt8>]) {
    let shortest = stretches.map(\.count).min() ?? 1
    var step = max(1, min(Self.mostSteps, shortest - 1))
    // Where a stretch ends before the third byte, all bytes may follow: a few such are worth a longer step.
    while step > 1, stretches.reduce(0, { $0 + Self.keys($1.count, step) }) > 640 { step -= 1 }
    var table = [UInt8](repeating: 0, count: 1 << Self.bits)
    for stretch in stretches {
      for distance in 0..<step {
        Self.insert(stretch.dropFirst(distance), UInt8(1) << UInt8(distance), &table)
      }
    }
    self.step = step
    self.table = table
  }

  /// About how many hashes a stretch of so many bytes needs.
  private static func keys(_ count: Int, _ step: Int) -> Int {
    (0..<step).reduce(0) { $0 + (count - $1 >= 3 ? 1 : count - $1 == 2 ? 32 : 1024) }
  }

  private static func insert(_ letters: ArraySlice<UInt8>, _ bit: UInt8, _ table: inout [UInt8]) {
    // Nearly all stretches have three letters there, and no blank among them.
    if letters.count >= 3 {
      let (one, two) = (letters[letters.startIndex], letters[letters.startIndex + 1])
      let three = letters[letters.startIndex + 2]
      if one != 0x20, two != 0x20, three != 0x20 {
        table[hash(UInt32(one) | UInt32(two) << 8 | UInt32(three) << 16)] |= bit
        return
      }
    }
    var rows: [UInt32] = [0]
    var rest = letters.makeIterator()
    for place in 0..<UInt32(3) {
      let values: [UInt32] =
        switch rest.next() {
        case .some(0x20): [0x20 & 31, 0x0A & 31]
        case .some(let letter): [UInt32(letter & 31)]
        // What stands behind a short stretch is open.
        case .none: Array(0..<32)
        }
      rows = rows.flatMap { row in values.map { row | $0 << (place * 8) } }
    }
    for row in rows { table[hash(row)] |= bit }
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
