package import SourceText

/// Passages of several documents by their rarer words, so that those which speak of the same thing are
/// found without setting each against each.
///
/// A passage is looked up by at most `lookups` of its words, rarest first, and a word that stands in more
/// than `mostPassages` passages is never looked up: the work grows with the number of passages.
package struct PassageIndex: Sendable {
  /// A unit of one of the documents.
  package struct Passage: Sendable, Hashable, BitwiseCopyable {
    /// Index of the document.
    package var document: Int32
    package var unit: Int32

    package init(document: Int, unit: Int) {
      self.document = Int32(truncatingIfNeeded: document)
      self.unit = Int32(truncatingIfNeeded: unit)
    }
  }

  /// How much two passages have in common.
  package struct Likeness: Sendable, BitwiseCopyable {
    /// Index of the other passage in `passages`.
    package var other: Int32
    /// Share of the words of both that both have, by weight: 0 to 1.
    package var both: Float
    /// Share of the words of the one with less of them that the other has, by weight: 0 to 1.
    package var lesser: Float
    /// Number of different words that both have.
    package var shared: Int32
  }

  private static let lookups = 6
  private static let mostPassages = 48
  private static let mostLikenesses = 10
  /// Least `lesser` of a likeness that is kept.
  package static let least: Float = 0.3

  package private(set) var passages: [Passage] = []
  /// Different words of each passage, sorted; flat.
  private var features: [UInt32] = []
  private var featureStart: [UInt32] = [0]
  /// Where the words of the passages stand in the tables by word.
  private var slots = WordSlots()
  /// Passages by slot; empty when there are no two passages.
  private var frequency: [UInt32] = []
  /// How much the words of each slot tell; empty when there are no two passages.
  private var weights: [Float] = []
  private var unitCount = 0
  /// Likenesses of each passage, best first; flat.
  private var likenesses: [Likeness] = []
  private var likenessStart: [UInt32] = [0]

  /// Indexes the units that `selects` wants, and finds the likenesses of each in its own language.
  package init(
    _ documents: [DocumentFacts],
    selects: (_ document: DocumentFacts, _ unit: Int) -> Bool
  ) {
    for (number, document) in documents.enumerated() {
      for unit in document.units.indices
      where document.units[unit].wordCount >= 3 && selects(document, unit) {
        passages.append(Passage(document: number, unit: unit))
      }
    }
    unitCount = passages.count
    guard unitCount > 1 else {
      likenessStart = Array(repeating: 0, count: unitCount + 1)
      return
    }
    var words: [UInt32] = []
    // Grown step by step, both would be copied again and again, and stand in memory twice.
    features.reserveCapacity(documents.reduce(0) { $0 + $1.words.count })
    featureStart.reserveCapacity(passages.count + 1)
    for (number, document) in documents.enumerated() {
      for passage in range(ofDocument: number) {
        let unit = Int(passages[passage].unit)
        Self.readFeatures(
          document.words(ofUnit: unit), document.units[unit].language, into: &words)
        features += words
        featureStart.append(UInt32(features.count))
      }
    }
    slots = WordSlots(features)
    frequency = [UInt32](repeating: 0, count: slots.count)
    for index in features.indices { frequency[slots.of(index, in: features)] += 1 }
    weights = frequency.map { weight(often: $0) }
    findLikenesses()
  }

  /// The different words of a passage that tell it from others, sorted, each as the key of its kin.
  package static func features(_ words: ArraySlice<UInt32>, _ language: Language) -> [UInt32] {
    var features: [UInt32] = []
    readFeatures(words, language, into: &features)
    return features
  }

  private static func readFeatures(
    _ words: ArraySlice<UInt32>, _ language: Language, into features: inout [UInt32]
  ) {
    features.removeAll(keepingCapacity: true)
    features += words
    makeFeatures(&features, language)
  }

  /// Turns the words of a passage into those that tell it from others, as `features` gives them.
  package static func makeFeatures(_ words: inout [UInt32], _ language: Language) {
    let kin = WordKin.of(language)
    // The same word of another language is another word.
    let mark: UInt32 = language == .french ? 0x5bd1_e995 : 0
    var count = 0
    for index in words.indices {
      let key = kin.key(words[index])
      guard key != 0 else { continue }
      words[count] = key ^ mark
      count += 1
    }
    words.removeSubrange(count...)
    guard count > 1 else { return }
    words.sort()
    var kept = 1
    for index in 1..<count where words[index] != words[kept - 1] {
      words[kept] = words[index]
      kept += 1
    }
    words.removeSubrange(kept...)
  }

  /// How much a word tells: more the rarer it is.
  package func weight(_ word: UInt32) -> Float {
    weights.isEmpty ? weight(often: 1) : weights[slots.of(word)]
  }

  private func weight(often: UInt32) -> Float {
    let share = Float(unitCount + 1) / Float(often + 1)
    // A logarithm to base 2 from the exponent, which is exact enough here.
    return 1 + Float(max(0, share.exponent)) + (share.significand - 1)
  }

  private func words(_ passage: Int) -> Range<Int> {
    Int(featureStart[passage])..<Int(featureStart[passage + 1])
  }

  // MARK: Likenesses

  private mutating func findLikenesses() {
    let (postingStart, postings) = postingTable()
    var counts = [UInt8](repeating: 0, count: passages.count)
    var touched: [Int32] = []
    var rare: [(frequency: UInt32, slot: Int)] = []
    var found: [Likeness] = []
    likenessStart.reserveCapacity(passages.count + 1)
    for passage in passages.indices {
      rare.removeAll(keepingCapacity: true)
      for index in words(passage) {
        let slot = slots.of(index, in: features)
        let often = frequency[slot]
        if often >= 2, often <= UInt32(Self.mostPassages) { rare.append((often, slot)) }
      }
      if rare.count > Self.lookups {
        rare.sort { $0.frequency < $1.frequency }
        rare.removeSubrange(Self.lookups...)
      }
      touched.removeAll(keepingCapacity: true)
      for (_, slot) in rare {
        for index in Int(postingStart[slot])..<Int(postingStart[slot + 1]) {
          let other = postings[index]
          guard Int(other) != passage else { continue }
          if counts[Int(other)] == 0 { touched.append(other) }
          counts[Int(other)] += 1
        }
      }
      found.removeAll(keepingCapacity: true)
      let needed = rare.count >= 3 ? 2 : 1
      for other in touched {
        if counts[Int(other)] >= needed, let likeness = likeness(passage, Int(other)),
          likeness.lesser >= Self.least
        {
          found.append(likeness)
        }
        counts[Int(other)] = 0
      }
      found.sort { ($0.both, -$0.other) > ($1.both, -$1.other) }
      likenesses += found.prefix(Self.mostLikenesses)
      likenessStart.append(UInt32(likenesses.count))
    }
  }

  /// Passages by word, for the words that are looked up.
  private func postingTable() -> (start: [UInt32], postings: [Int32]) {
    var start = [UInt32](repeating: 0, count: frequency.count + 1)
    for slot in frequency.indices {
      let count = frequency[slot] <= UInt32(Self.mostPassages) ? frequency[slot] : 0
      start[slot + 1] = start[slot] + count
    }
    var next = start
    var postings = [Int32](repeating: 0, count: Int(start[frequency.count]))
    for passage in passages.indices {
      for index in words(passage) {
        let slot = slots.of(index, in: features)
        guard frequency[slot] <= UInt32(Self.mostPassages) else { continue }
        postings[Int(next[slot])] = Int32(truncatingIfNeeded: passage)
        next[slot] += 1
      }
    }
    return (start, postings)
  }

  /// How alike two passages are; `nil` when they share less than two words.
  package func likeness(_ first: Int, _ second: Int) -> Likeness? {
    let left = words(first)
    let right = words(second)
    var shared: Float = 0
    var onlyLeft: Float = 0
    var onlyRight: Float = 0
    var count: Int32 = 0
    let slots = self.slots
    features.withUnsafeBufferPointer { features in
      weights.withUnsafeBufferPointer { weights in
        var i = left.lowerBound
        var j = right.lowerBound
        while i < left.upperBound, j < right.upperBound {
          let (mine, theirs) = (features[i], features[j])
          if mine < theirs {
            onlyLeft += weights[slots.of(i, in: features)]
            i += 1
          } else if theirs < mine {
            onlyRight += weights[slots.of(j, in: features)]
            j += 1
          } else {
            shared += weights[slots.of(i, in: features)]
            count += 1
            i += 1
            j += 1
          }
        }
        while i < left.upperBound {
          onlyLeft += weights[slots.of(i, in: features)]
          i += 1
        }
        while j < right.upperBound {
          onlyRight += weights[slots.of(j, in: features)]
          j += 1
        }
      }
    }
    guard count >= 2 else { return nil }
    return Likeness(
      other: Int32(truncatingIfNeeded: second), both: shared / (shared + onlyLeft + onlyRight),
      lesser: shared / (shared + min(onlyLeft, onlyRight)), shared: count)
  }

  /// The passages most like one, best first.
  package func likenesses(of passage: Int) -> ArraySlice<Likeness> {
    likenesses[Int(likenessStart[passage])..<Int(likenessStart[passage + 1])]
  }

  /// The passages of one document.
  package func range(ofDocument document: Int) -> Range<Int> {
    lowerBound(document, 0)..<lowerBound(document + 1, 0)
  }

  /// The index of a unit in `passages`; `nil` when it was not selected.
  ///
  /// - Complexity: O(log *n*).
  package func index(ofDocument document: Int, unit: Int) -> Int? {
    let low = lowerBound(document, unit)
    guard low < passages.count, Int(passages[low].document) == document,
      Int(passages[low].unit) == unit
    else { return nil }
    return low
  }

  private func lowerBound(_ document: Int, _ unit: Int) -> Int {
    var low = 0
    var high = passages.count
    while low < high {
      let middle = (low + high) / 2
      let here = passages[middle]
      if (Int(here.document), Int(here.unit)) < (document, unit) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
