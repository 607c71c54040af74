/// The weights of some hundred words, for a loop that looks up every word of a text.
///
/// Every word has a place of its own, so that one comparison tells without a jump, which could not be foretold. A
/// word is compared as one number, in which those of more than eight bytes are spread: another long word
/// has the same one once in 2^64 times.
struct SmallWords: Sendable {
  private static let bits: UInt64 = 12
  /// The number that spreads the words so that no two ask for the same place.
  let multiplier: UInt64
  private var words: [UInt64]
  private var weights: [Int8]

  /// The first number to be tried; for other words than those of `LanguageScore` some hundred may have to be.
  static let firstMultiplier: UInt64 = 0xF129_9A07_5DA5_5DDD

  /// Of words that come twice the first counts.
  init(_ entries: [(WordTable.Key, Int8)]) {
    var multiplier = Self.firstMultiplier
    while true {
      if let table = SmallWords(entries, multiplier) {
        self = table
        return
      }
      // Steps through odd numbers.
      multiplier = multiplier &* 0x5851_F42D_4C95_7F2D &+ 2
    }
  }

  /// `nil` when two words would share a place.
  private init?(_ entries: [(WordTable.Key, Int8)], _ multiplier: UInt64) {
    self.multiplier = multiplier
    words = [UInt64](repeating: 0, count: 1 << Self.bits)
    weights = [Int8](repeating: 0, count: 1 << Self.bits)
    for (key, weight) in entries {
      let place = Self.place(of: key.number, multiplier)
      if words[place] == key.number { continue }
      if words[place] != 0 { return nil }
      words[place] = key.number
      weights[place] = weight
    }
  }

  @inline(__always)
  private static func place(of word: UInt64, _ multiplier: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* multiplier) &>> (64 &- bits))
  }

  /// Lends what looks words up, for many lookups.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    words.withUnsafeBufferPointer { words in
      weights.withUnsafeBufferPointer { weights in
        body(Lookup(multiplier: multiplier, words: words, weights: weights))
      }
    }
  }

  /// Looks words up, as long as its table is there.
  struct Lookup {
    fileprivate let multiplier: UInt64
    fileprivate let words: UnsafeBufferPointer<UInt64>
    fileprivate let weights: UnsafeBufferPointer<Int8>

    /// The weight of a word, 0 when it is not in the table.
    @inline(__always)
    func weight(of key: WordTable.Key) -> Int {
      let word = key.number
      let place = SmallWords.place(of: word, multiplier)
      let difference = words[place] ^ word
      // All ones when it is the same word, else none; with a comparison here a jump would be made.
      let same = Int(truncatingIfNeeded: (difference | (0 &- difference)) &>> 63) &- 1
      return Int(weights[place]) & same
    }
  }
}
