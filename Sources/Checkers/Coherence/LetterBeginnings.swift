/// The three bytes with which words of a list can begin, as a set that is asked at every place of a text.
///
/// Of each byte five bits count: capitals are small letters then, and some other bytes are letters. So a place that is
/// in the set need not begin one of the words, but no other place does.
struct LetterBeginnings: Sendable {
  /// How many bytes are looked at.
  static let depth = 3

  private var bits = [UInt64](repeating: 0, count: 1 << 9)

  /// Takes a word in small letters; a blank of it may be the end of a line in a text.
  mutating func insert(_ word: some Collection<UInt8>) {
    // Nearly all words have three letters and no blank among them.
    let first = word.prefix(Self.depth)
    if first.count == Self.depth, !first.contains(0x20) {
      let triple = first.reduce(0) { $0 << 5 | Int($1 & 31) }
      bits[triple >> 6] |= 1 << UInt64(triple & 63)
      return
    }
    var triples: [Int] = [0]
    var letters = word.makeIterator()
    for _ in 0..<Self.depth {
      let ends: [Int]
      switch letters.next() {
      case .some(0x20): ends = [0x20 & 31, 0x0A & 31]
      case .some(let letter): ends = [Int(letter & 31)]
      // What stands behind a short word is open.
      case .none: ends = Array(0..<32)
      }
      triples = triples.flatMap { triple in ends.map { triple << 5 | $0 } }
    }
    for triple in triples { bits[triple >> 6] |= 1 << UInt64(triple & 63) }
  }

  /// The set where it lies, for the length of one search.
  struct Table {
    fileprivate let bits: UnsafePointer<UInt64>

    /// Whether a word may begin at a place; two bytes behind it are read.
    @inline(__always)
    func mayBegin(_ text: UnsafePointer<UInt8>, at index: Int) -> Bool {
      holds(
        UInt32(text[index] & 31) &<< 10 | UInt32(text[index &+ 1] & 31) &<< 5
          | UInt32(text[index &+ 2] & 31))
    }

    @inline(__always)
    private func holds(_ triple: UInt32) -> Bool {
      bits[Int(truncatingIfNeeded: triple &>> 6)] &>> UInt64(truncatingIfNeeded: triple) & 1 != 0
    }
  }

  @inline(__always)
  func withTable<Result>(_ body: (Table) -> Result?) -> Result? {
    bits.withUnsafeBufferPointer { bits in
      bits.baseAddress.flatMap { body(Table(bits: $0)) }
    }
  }
}
