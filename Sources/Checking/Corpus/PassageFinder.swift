internal import Facts
package import SourceText

/// Finds the passages of one document that speak of what a passage of another says, however long either is;
/// one per checker and run.
///
/// The words of a passage's heading and of the sentence that introduces it count for it, since authors do not
/// repeat in a list what stands above it.
package final class PassageFinder {
  package struct Found: Sendable {
    package var passage: CorpusPassage
    /// Share of what is sought that the passage or its heading has, by weight: 0 to 1.
    package var cover: Float
    /// The same of the passage's own words alone.
    package var own: Float
    /// Share of the words of both that both have, by weight: 0 to 1.
    package var both: Float
    /// Number of different words that both have.
    package var shared: Int
  }

  /// Where the words of one document stand.
  private struct Postings {
    /// A word, and behind it, in the lower half, twice the number of the passage, one more for a word of its
    /// heading; sorted.
    var entries: [UInt64] = []
    var units: [Int32] = []
    /// Weight of each passage's own words.
    var weights: [Float] = []
  }

  /// What a passage has of the words that are sought.
  private struct Score {
    /// Weight of those that are its own.
    var own: Float = 0
    /// Weight of those that only its heading or introduction has.
    var above: Float = 0
    /// Number of those that are its own.
    var shared = 0

    mutating func add(_ weight: Float, isOwn: Bool) {
      if isOwn {
        own += weight
        shared += 1
      } else {
        above += weight
      }
    }

    /// Share of the words of both that both have, of which one side weighs `whole` and the other `weight`.
    func both(_ whole: Float, _ weight: Float) -> Float { own / (whole + weight - own) }
  }

  private let corpus: Corpus
  private let index: PassageIndex
  private var postings: [Int: Postings] = [:]
  /// One for each passage of a document, all of them zero between two searches.
  private var scores: [Score] = []

  package init(_ corpus: Corpus) {
    self.corpus = corpus
    index = corpus.index
  }

  /// The words of a passage that tell it from others.
  package func words(of passage: CorpusPassage) -> [UInt32] {
    let facts = passage.facts(corpus)
    return PassageIndex.features(
      facts.words(ofUnit: passage.unit), facts.units[passage.unit].language)
  }

  /// The same of a stretch of a document's text.
  package func words(of range: Range<Int>, in passage: CorpusPassage) -> [UInt32] {
    let facts = passage.facts(corpus)
    let language = facts.units[passage.unit].language
    return PassageIndex.features(facts.words(in: range, language)[...], language)
  }

  /// Words without those of departments' names, which stand in all their sentences; all of them where nothing
  /// else is left.
  package func words(
    _ words: [UInt32], withoutNames departments: [Int], _ language: Language
  ) -> [UInt32] {
    let names = Set(
      departments.flatMap { department in
        let title = corpus.title(ofDepartment: department)[language]
        return PassageIndex.features(DocumentFacts.words(of: title, language)[...], language)
      })
    let rest = words.filter { !names.contains($0) }
    return rest.count >= 2 ? rest : words
  }

  /// How much the words tell together.
  package func weight(_ words: [UInt32]) -> Float {
    words.reduce(0) { $0 + index.weight($1) }
  }

  /// How much one word tells: more the rarer it is in the corpus.
  package func weight(of word: UInt32) -> Float { index.weight(word) }

  /// Passages of a document that have at least `least` of some words by weight, and `leastShared` of them
  /// themselves, best first.
  package func find(
    _ words: [UInt32], in member: Int, least: Float, leastShared: Int = 0
  ) -> [Found] {
    let whole = weight(words)
    guard whole > 0 else { return [] }
    let postings = postings(of: member)
    // Taken out, so that nobody has to ask at each step whether somebody else writes it.
    var scores: [Score] = []
    swap(&scores, &self.scores)
    defer { self.scores = scores }
    if scores.count < postings.units.count {
      scores = Array(repeating: Score(), count: postings.units.count)
    }
    // Of those that are good enough: the rank, the best first, and the number of the passage.
    var ranked: [UInt64] = []
    scores.withUnsafeMutableBufferPointer { scores in
      postings.entries.withUnsafeBufferPointer { entries in
        var touched: [Int] = []
        let isLong = postings.units.count > Self.mostPassages
        for word in isLong ? Self.rarestFirst(words, entries) : words {
          let weight = index.weight(word)
          if isLong {
            let places = Self.entries(of: word, entries)
            if places.count > Self.mostPassages {
              if touched.isEmpty {
                for entry in places.prefix(Self.mostPassages) {
                  let passage = Int(entries[entry] & 0xFFFF_FFFF) >> 1
                  if scores[passage].own == 0, scores[passage].above == 0 {
                    touched.append(passage)
                  }
                  scores[passage].add(weight, isOwn: entries[entry] & 1 == 0)
                }
              } else {
                for passage in touched.prefix(Self.mostPassages) {
                  let sought = UInt64(word) << 32 | UInt64(passage) << 1
                  let entry = Self.first(sought, entries)
                  guard entry < entries.count, entries[entry] & ~1 == sought else { continue }
                  scores[passage].add(weight, isOwn: entries[entry] & 1 == 0)
                }
              }
              continue
            }
          }
          var entry = Self.first(UInt64(word) << 32, entries)
          var last = -1
          while entry < entries.count, entries[entry] >> 32 == UInt64(word) {
            let place = Int(entries[entry] & 0xFFFF_FFFF)
            let passage = place >> 1
            if scores[passage].own == 0, scores[passage].above == 0 { touched.append(passage) }
            if place & 1 == 0 {
              scores[passage].own += weight
              scores[passage].shared += 1
              last = passage
            } else if last != passage {
              scores[passage].above += weight
            }
            entry += 1
          }
        }
        for passage in touched {
          let score = scores[passage]
          let cover = (score.own + score.above) / whole
          if cover >= least, score.shared >= leastShared {
            let rank = min(1, cover) + score.both(whole, postings.weights[passage])
            ranked.append(UInt64(UInt32.max - rank.bitPattern) << 32 | UInt64(passage))
          } else {
            scores[passage] = Score()
          }
        }
      }
    }
    // Ranks are not negative, so that their bits have their order.
    ranked.sort()
    return ranked.map { rank in
      let passage = Int(rank & 0xFFFF_FFFF)
      let score = scores[passage]
      scores[passage] = Score()
      return Found(
        passage: CorpusPassage(member: member, unit: Int(postings.units[passage])),
        cover: min(1, (score.own + score.above) / whole), own: score.own / whole,
        both: score.both(whole, postings.weights[passage]), shared: score.shared)
    }
  }

  /// Passages of one document that a search sets something against by one word: a longer document is searched by
  /// its rarer words, and where a word alone stands in more passages, in the first of them. A book of a thousand
  /// pages has few words in so many, and they tell least.
  package static let mostPassages = 2000

  private static func rarestFirst(
    _ words: [UInt32], _ entries: UnsafeBufferPointer<UInt64>
  ) -> [UInt32] {
    let counts = words.map { Self.entries(of: $0, entries).count }
    guard counts.contains(where: { $0 > mostPassages }) else { return words }
    return words.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }.map { words[$0] }
  }

  private static func entries(
    of word: UInt32, _ entries: UnsafeBufferPointer<UInt64>
  ) -> Range<Int> {
    let low = first(UInt64(word) << 32, entries)
    // No entry has all bits set: the number of a passage is below 2 to the power of 31.
    let high = first(UInt64(word) << 32 | 0xFFFF_FFFF, entries)
    return low..<high
  }

  /// Where the first entry stands that is not less.
  private static func first(_ least: UInt64, _ entries: UnsafeBufferPointer<UInt64>) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func postings(of member: Int) -> Postings {
    if let known = postings[member] { return known }
    let facts = corpus.members[member].facts
    var fresh = Postings()
    // Passages that stand together have their heading in common.
    var lastLeads: [(unit: Int, language: Language, words: [UInt32])] = Array(
      repeating: (-1, .english, []), count: 2)
    for unit in facts.units.indices {
      let here = facts.units[unit]
      guard here.wordCount > 0, !here.isHeading, !here.isTableHeader else { continue }
      let place = UInt64(fresh.units.count) << 1
      let words = PassageIndex.features(facts.words(ofUnit: unit), here.language)
      for word in words { fresh.entries.append(UInt64(word) << 32 | place) }
      fresh.units.append(Int32(unit))
      fresh.weights.append(weight(words))
      for (number, lead) in [Int(here.heading), Int(here.context)].enumerated() where lead >= 0 {
        guard facts.units[lead].wordCount <= 40, lead != unit else { continue }
        if lastLeads[number].unit != lead || lastLeads[number].language != here.language {
          lastLeads[number] = (
            lead, here.language, PassageIndex.features(facts.words(ofUnit: lead), here.language)
          )
        }
        for word in lastLeads[number].words where !words.contains(word) {
          fresh.entries.append(UInt64(word) << 32 | place | 1)
        }
      }
    }
    fresh.entries.sort()
    postings[member] = fresh
    return fresh
  }
}
