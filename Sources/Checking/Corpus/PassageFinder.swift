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

  /// Where the words of one document stand, sorted by word.
  private struct Postings {
    struct Entry {
      var word: UInt32
      /// Twice the number of the passage, one more for a word of its heading.
      var place: UInt32
    }

    var entries: [Entry] = []
    var units: [Int32] = []
    /// Weight of each passage's own words.
    var weights: [Float] = []
  }

  private let corpus: Corpus
  private let index: PassageIndex
  private var postings: [Int: Postings] = [:]
  private var own: [Float] = []
  private var above: [Float] = []
  private var shared: [UInt16] = []

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

  /// Passages of a document that have at least `least` of some words by weight, best first.
  package func find(_ words: [UInt32], in member: Int, least: Float) -> [Found] {
    let whole = weight(words)
    guard whole > 0 else { return [] }
    let postings = postings(of: member)
    let count = postings.units.count
    if own.count < count {
      own = Array(repeating: 0, count: count)
      above = own
      shared = Array(repeating: 0, count: count)
    }
    var touched: [Int] = []
    for word in words {
      let weight = index.weight(word)
      var entry = Self.first(of: word, postings.entries)
      var last = -1
      while entry < postings.entries.count, postings.entries[entry].word == word {
        let place = postings.entries[entry].place
        let passage = Int(place >> 1)
        if own[passage] == 0, above[passage] == 0 { touched.append(passage) }
        if place & 1 == 0 {
          own[passage] += weight
          shared[passage] += 1
          last = passage
        } else if last != passage {
          above[passage] += weight
        }
        entry += 1
      }
    }
    var found: [Found] = []
    for passage in touched {
      let cover = (own[passage] + above[passage]) / whole
      if cover >= least {
        found.append(
          Found(
            passage: CorpusPassage(member: member, unit: Int(postings.units[passage])),
            cover: min(1, cover), own: own[passage] / whole,
            both: own[passage] / (whole + postings.weights[passage] - own[passage]),
            shared: Int(shared[passage])))
      }
      own[passage] = 0
      above[passage] = 0
      shared[passage] = 0
    }
    return found.sorted {
      ($0.cover + $0.both, -$0.passage.unit) > ($1.cover + $1.both, -$1.passage.unit)
    }
  }

  private static func first(of word: UInt32, _ entries: [Postings.Entry]) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].word < word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func postings(of member: Int) -> Postings {
    if let known = postings[member] { return known }
    let facts = corpus.members[member].facts
    var fresh = Postings()
    for unit in facts.units.indices {
      let here = facts.units[unit]
      guard here.wordCount > 0, !here.isHeading, !here.isTableHeader else { continue }
      let number = UInt32(fresh.units.count)
      let words = PassageIndex.features(facts.words(ofUnit: unit), here.language)
      for word in words { fresh.entries.append(.init(word: word, place: number << 1)) }
      fresh.units.append(Int32(unit))
      fresh.weights.append(weight(words))
      for lead in [Int(here.heading), Int(here.context)] where lead >= 0 {
        guard facts.units[lead].wordCount <= 40, lead != unit else { continue }
        for word in PassageIndex.features(facts.words(ofUnit: lead), here.language)
        where !words.contains(word) {
          fresh.entries.append(.init(word: word, place: number << 1 | 1))
        }
      }
    }
    fresh.entries.sort { ($0.word, $0.place) < ($1.word, $1.place) }
    postings[member] = fresh
    return fresh
  }
}
