/// Which concepts a class of ends stands for, as bits, so that a unit's classes are put together fast
/// however many concepts there are.
struct ConceptSignatures {
  /// A word of a class's bits that is not zero.
  private struct Word: BitwiseCopyable {
    var index: UInt32
    var bits: UInt64
  }

  let bits: ConceptBits
  private let words: UnsafePointer<Word>
  /// Where each class's words begin; one more than there are classes.
  private let starts: UnsafePointer<UInt32>
  /// For each class, the concepts that its ends are hits of, several for each bit.
  private let digests: UnsafePointer<UInt64>

  /// Words in a set of bits.
  var wordCount: Int { bits.wordCount }

  static func write(
    _ bits: ConceptBits, _ concepts: [MatchProgram.Concept], _ classes: EndClasses,
    to archive: inout ArchiveWriter
  ) {
    var words: [Word] = []
    var starts: [UInt32] = []
    var digests: [UInt64] = []
    for number in 0..<max(0, classes.count) {
      starts.append(UInt32(words.count))
      let (this, next) = (classes.starts[number], classes.starts[number + 1])
      let kept = classes.kept[Int(this.kept)..<Int(next.kept)]
      var places = kept.map { bits.keptBit(concepts[Int($0)].slot) }
      for concept in classes.possible[Int(this.possible)..<Int(next.possible)] {
        places.append(bits.possibleBit(concepts[Int(concept)]))
      }
      places.sort()
      for bit in places {
        if words.count == Int(starts[number]) || words[words.count - 1].index != bit >> 6 {
          words.append(Word(index: bit >> 6, bits: 0))
        }
        words[words.count - 1].bits |= 1 << UInt64(bit & 63)
      }
      digests.append(kept.reduce(0) { $0 | Self.digestBit(Int($1)) })
    }
    starts.append(UInt32(words.count))
    bits.write(to: &archive)
    archive.write(words)
    archive.write(starts)
    archive.write(digests)
  }

  /// `nil` when the archive is broken or has fewer classes.
  init?(from archive: inout ProgramReader, classCount: Int) {
    bits = ConceptBits(from: &archive)
    guard let words: UnsafePointer<Word> = archive.pointer(),
      let starts: UnsafePointer<UInt32> = archive.pointer(least: classCount + 1),
      let digests: UnsafePointer<UInt64> = archive.pointer(least: classCount)
    else { return nil }
    self.words = words
    self.starts = starts
    self.digests = digests
  }

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
    holds(set, bit: bits.keptBit(slot))
  }

  /// Whether ends of a class may be hits of a concept.
  @inline(__always)
  func digest(_ number: Int) -> UInt64 { digests[number] }

  @inline(__always)
  static func digestBit(_ concept: Int) -> UInt64 { 1 &<< UInt64(concept & 63) }
}
