/// Where words stand in tables by word: each word in one of 2^18 slots, several in one when there are many.
///
/// Few documents have few words. For them only the slots that have words are kept, since new memory for all of them
/// would cost more than the words; which words share a slot is the same in both cases.
struct WordSlots: Sendable {
  private static let bits = 18
  /// Most words for which only slots with words are kept.
  private static let fewWords = 1 << 16

  /// Places that tables by slot need.
  let count: Int
  /// Which slots have words; empty when all have a place. A slot without words shares the first place, in which no
  /// word stands.
  private var used: [UInt64] = []
  /// Slots with words in front of each element of `used`.
  private var ranks: [UInt32] = []
  /// The place of each of the words that it was made for.
  private var places: [UInt32] = []

  init() {
    count = 0
  }

  /// Takes all words, each as often as it comes.
  init(_ words: [UInt32]) {
    guard words.count <= Self.fewWords else {
      count = 1 << Self.bits
      return
    }
    used = Array(repeating: 0, count: 1 << (Self.bits - 6))
    for word in words {
      let slot = Self.slot(word)
      used[slot >> 6] |= 1 << UInt64(slot & 63)
    }
    var rank: UInt32 = 0
    ranks.reserveCapacity(used.count)
    for bits in used {
      ranks.append(rank)
      rank += UInt32(bits.nonzeroBitCount)
    }
    count = Int(rank) + 1
    places.reserveCapacity(words.count)
    for word in words { places.append(UInt32(of(word))) }
  }

  @inline(__always)
  private static func slot(_ word: UInt32) -> Int {
    Int((word &* 0x9e37_79b1) >> UInt32(32 - bits))
  }

  /// The place of a word.
  func of(_ word: UInt32) -> Int {
    let slot = Self.slot(word)
    guard !used.isEmpty else { return slot }
    let (bits, bit) = (used[slot >> 6], UInt64(1) << UInt64(slot & 63))
    guard bits & bit != 0 else { return 0 }
    return Int(ranks[slot >> 6]) + (bits & (bit - 1)).nonzeroBitCount + 1
  }

  /// The place of one of the words that it was made for.
  @inline(__always)
  func of(_ index: Int, in words: [UInt32]) -> Int {
    places.isEmpty ? Self.slot(words[index]) : Int(places[index])
  }

  @inline(__always)
  func of(_ index: Int, in words: UnsafeBufferPointer<UInt32>) -> Int {
    places.isEmpty ? Self.slot(words[index]) : Int(places[index])
  }
}
