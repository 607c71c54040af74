/// Which concepts a class of ends stands for, as bits, so that a unit's classes are put together fast
/// however many concepts there are.
///
/// A concept has a bit for the hits that ends of the class are, and, when composites hit it, another that
/// says whether they can. Bits are not shared as long as 16 bits can number them; with more concepts, a
/// bit that is set says only that one of several may be there.
struct ConceptSignatures {
  /// A word of a class's bits that is not zero.
  private struct Word: BitwiseCopyable {
    var index: UInt32
    var bits: UInt64
  }

  private static let mostWords = 1024

  /// Words in a set of bits.
  let wordCount: Int
  private let bitMask: UInt32
  private let keptCount: UInt32
  private let words: UnsafeMutablePointer<Word>
  /// Where each class's words begin; one more than there are classes.
  private let starts: UnsafeMutablePointer<UInt32>
  /// For each class, the concepts that its ends are hits of, several for each bit.
  private let digests: UnsafeMutablePointer<UInt64>

  init(_ program: MatchProgram) {
    let none = MatchProgram.Concept.notKept
    let keptCount = program.concepts.reduce(0) { $0 + ($1.isKept ? 1 : 0) }
    let bitCount = program.concepts.reduce(keptCount) { $0 + ($1.possibleSlot != none ? 1 : 0) }
    var wordCount = 1
    while wordCount < Self.mostWords, wordCount * 64 <= bitCount { wordCount *= 2 }
    let bitMask = UInt32(wordCount * 64 - 1)
    self.wordCount = wordCount
    self.keptCount = UInt32(keptCount)
    self.bitMask = bitMask
    let classes = program.endClasses
    let classCount = max(0, classes.count)
    var words: [Word] = []
    starts = .allocate(capacity: classCount + 1)
    digests = .allocate(capacity: classCount + 1)
    for number in 0..<classCount {
      (starts + number).initialize(to: UInt32(words.count))
      let (this, next) = (classes.starts[number], classes.starts[number + 1])
      let kept = classes.kept[Int(this.kept)..<Int(next.kept)]
      var bits = kept.map { program.concepts[Int($0)].slot & bitMask }
      for concept in classes.possible[Int(this.possible)..<Int(next.possible)] {
        bits.append((UInt32(keptCount) &+ program.concepts[Int(concept)].possibleSlot) & bitMask)
      }
      bits.sort()
      for bit in bits {
        if words.count == Int(starts[number]) || words[words.count - 1].index != bit >> 6 {
          words.append(Word(index: bit >> 6, bits: 0))
        }
        words[words.count - 1].bits |= 1 << UInt64(bit & 63)
      }
      (digests + number).initialize(to: kept.reduce(0) { $0 | Self.digestBit(Int($1)) })
    }
    (starts + classCount).initialize(to: UInt32(words.count))
    (digests + classCount).initialize(to: 0)
    self.words = .allocate(capacity: max(1, words.count))
    _ = UnsafeMutableBufferPointer(start: self.words, count: words.count).initialize(from: words)
  }

  func deallocate() {
    words.deallocate()
    starts.deallocate()
    digests.deallocate()
  }

  private func possibleBit(_ concept: MatchProgram.Concept) -> UInt32 {
    (keptCount &+ concept.possibleSlot) & bitMask
  }

  /// The bit without which a concept has no hits in a unit, neither of phrases nor of composites.
  func necessaryBit(_ concept: MatchProgram.Concept) -> UInt32 {
    concept.possibleSlot == MatchProgram.Concept.notKept
      ? concept.slot & bitMask : possibleBit(concept)
  }

  /// A bit that stands in every set, for what may match without any hit.
  var everPresentBit: UInt32 { bitMask }

  /// Makes a set empty.
  func clear(_ set: UnsafeMutablePointer<UInt64>) {
    set.update(repeating: 0, count: wordCount)
    set[wordCount - 1] = 1 << 63
  }

  /// Adds a class's concepts to a set.
  @inline(__always)
  func unite(_ set: UnsafeMutablePointer<UInt64>, with number: Int) {
    for index in starts[number]..<starts[number + 1] {
      let word = words[Int(index)]
      set[Int(word.index)] |= word.bits
    }
  }

  /// Whether a bit stands in a set.
  @inline(__always)
  func holds(_ set: UnsafeMutablePointer<UInt64>, bit: UInt32) -> Bool {
    set[Int(bit >> 6)] &>> UInt64(bit & 63) & 1 != 0
  }

  /// Whether a set may hold the phrases' hits of a concept, given by its slot.
  @inline(__always)
  func mayHold(_ slot: UInt32, _ set: UnsafeMutablePointer<UInt64>) -> Bool {
    holds(set, bit: slot & bitMask)
  }

  /// Whether ends of a class may be hits of a concept.
  @inline(__always)
  func digest(_ number: Int) -> UInt64 { digests[number] }

  @inline(__always)
  static func digestBit(_ concept: Int) -> UInt64 { 1 &<< UInt64(concept & 63) }
}
