/// Which bit of a set stands for which concept.
///
/// A concept has a bit for the hits that ends of phrases are, and, when composites hit it, another that
/// says whether they can. Bits are not shared as long as 16 bits can number them; with more concepts, a
/// bit that is set says only that one of several may be there.
struct ConceptBits {
  private static let mostWords = 1024

  /// Words in a set of bits.
  let wordCount: Int
  private let bitMask: UInt32
  private let keptCount: UInt32

  init(_ concepts: [MatchProgram.Concept]) {
    let none = MatchProgram.Concept.notKept
    let keptCount = concepts.reduce(0) { $0 + ($1.isKept ? 1 : 0) }
    let bitCount = concepts.reduce(keptCount) { $0 + ($1.possibleSlot != none ? 1 : 0) }
    var wordCount = 1
    while wordCount < Self.mostWords, wordCount * 64 <= bitCount { wordCount *= 2 }
    self.wordCount = wordCount
    self.bitMask = UInt32(wordCount * 64 - 1)
    self.keptCount = UInt32(keptCount)
  }

  /// The bit of the hits of phrases, by a concept's slot.
  @inline(__always)
  func keptBit(_ slot: UInt32) -> UInt32 { slot & bitMask }

  func possibleBit(_ concept: MatchProgram.Concept) -> UInt32 {
    (keptCount &+ concept.possibleSlot) & bitMask
  }

  /// The bit without which a concept has no hits in a unit, neither of phrases nor of composites.
  func necessaryBit(_ concept: MatchProgram.Concept) -> UInt32 {
    concept.possibleSlot == MatchProgram.Concept.notKept
      ? keptBit(concept.slot) : possibleBit(concept)
  }

  /// A bit that stands in every set, for what may match without any hit.
  var everPresentBit: UInt32 { bitMask }

  func write(to archive: inout ArchiveWriter) {
    archive.writeCount(wordCount)
    archive.writeCount(Int(keptCount))
  }

  init(from archive: inout ProgramReader) {
    wordCount = max(1, archive.readCount())
    bitMask = UInt32(truncatingIfNeeded: wordCount * 64 - 1)
    keptCount = UInt32(truncatingIfNeeded: archive.readCount())
  }
}
