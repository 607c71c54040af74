internal import Checking
internal import Facts
internal import SourceText

/// What a passage is about: the words that it says itself, and those that the heading above it and the
/// sentence before it say for it.
struct Matter {
  /// Words of the passage, sorted, without those that say nothing of its subject.
  var own: [UInt32] = []
  /// Words that stand above or before it, sorted; none of `own`.
  var lead: [UInt32] = []
  /// What it counts; two passages about "twelve advisers" share the twelve.
  var counts: [Double] = []
}

/// How far two passages are about one matter.
struct MatterLikeness {
  /// Different words in common, a count in common being one more.
  var shared: Int
  /// The same for words that both passages say themselves.
  var sharedOwn: Int
  /// Share of the first passage's own words that the second one or its heading has, by weight.
  var coverOfFirst: Float
  var coverOfSecond: Float
  /// Share of the first passage's own words that the second one says itself.
  var ownCoverOfFirst: Float
}

/// Words as written that say nothing of a subject; their kin may: a scholarship is kin to a grant.
///
/// Read for a language when the first passage in it comes: most runs have few.
private final class HollowWords {
  private let texts: (english: String, french: String)
  private lazy var english = Set(DocumentFacts.words(of: texts.english, .english))
  private lazy var french = Set(DocumentFacts.words(of: texts.french, .french))

  init(english: String, french: String) { texts = (english, french) }

  func of(_ language: Language) -> Set<UInt32> { language == .french ? french : english }
}

/// What an index needs again and again: the corpus' index, and what was read and counted last.
private final class MatterScratch {
  private let corpus: Corpus
  /// Made when it is first needed: most runs have nothing to set against each other.
  lazy var index = corpus.index
  /// The heading whose words were read last.
  var heading = (member: -1, unit: -1, language: Language.english)
  var headingWords: [UInt32] = []
  /// By entry: how many of the words looked up it has; all zero between two searches.
  var counts: [UInt8] = []

  init(_ corpus: Corpus) { self.corpus = corpus }
}

/// Passages that a check has picked, found by what they are about.
///
/// Looked up by the rarer words alone, so that the work grows with the number of passages.
struct MatterIndex {
  struct Entry {
    var passage: CorpusPassage
    var matter: Matter
  }

  private static let mostPassages = 64
  /// A sentence with no more words than that says with a pronoun what it is about.
  private static let fewWords = 6
  private static let lookups = 8

  /// Words that join others.
  private static let english =
    " under over from since by until before more less most least also other among about around "
    + "make get go come up out back first second third last next new"
  private static let french =
    " plus moins depuis dès avant ici autre autres aussi selon sous parmi chez vers faire premier "
    + "première deuxième troisième dernier dernière prochain prochaine nouveau nouvelle"

  private let corpus: Corpus
  private let hollow: HollowWords
  private let scratch: MatterScratch
  private(set) var entries: [Entry] = []
  private var postings: [UInt32: [Int32]] = [:]

  /// An index that leaves out some words, such as those of money, besides what the whole field says.
  init(_ corpus: Corpus, without english: String = "", _ french: String = "") {
    self.corpus = corpus
    scratch = MatterScratch(corpus)
    hollow = HollowWords(english: english + Self.english, french: french + Self.french)
  }

  // MARK: Reading

  /// What a passage is about; the label alone where a stretch of it is given.
  func matter(of passage: CorpusPassage, label: Range<Int>? = nil) -> Matter {
    let facts = passage.facts(corpus)
    let here = facts.units[passage.unit]
    let language = here.language
    let hollow = hollow.of(language)
    let general = GeneralWords.of(language)
    func features(_ words: ArraySlice<UInt32>) -> [UInt32] {
      var features = words.filter { !hollow.contains($0) }
      PassageIndex.makeFeatures(&features, language)
      features.removeAll(where: general.contains)
      return features
    }
    var matter = Matter()
    matter.own =
      label.map { features(facts.words(in: $0, language)[...]) }
      ?? features(facts.words(ofUnit: passage.unit))
    var lead: [UInt32] = []
    let before = passage.unit - 1
    if before >= 0, facts.units[before].block == here.block, !here.isRow {
      let words = features(facts.words(ofUnit: before))
      // "There will be two dozen of them": it is about what the sentence before names.
      if label == nil, matter.own.count <= Self.fewWords, facts.takesUp(passage.unit) {
        matter.own = Set(matter.own + words).sorted()
      } else {
        lead += words
      }
    }
    // "Funding" says nothing: the heading above it does.
    var heading = Int(here.heading)
    var climbed = 0
    while heading >= 0, climbed < 4 {
      let words = headingWords(passage.member, heading, language) {
        features(facts.words(ofUnit: heading))
      }
      lead += words
      if words.count > 1 || (words.count == 1 && climbed > 0) { break }
      heading = Int(facts.units[heading].heading)
      climbed += 1
    }
    lead.sort()
    for word in lead where word != matter.lead.last && !matter.own.contains(word) {
      matter.lead.append(word)
    }
    // "The ten shelters receive … These funds": still the ten.
    let isNext = before >= 0 && facts.units[before].block == here.block && !here.isRow
    for unit in isNext ? [before, passage.unit] : [passage.unit] {
      matter.counts += facts.numbers(of: unit).compactMap {
        $0.kind == .count && $0.value >= 2 && $0.value < 1900 ? $0.value : nil
      }
    }
    return matter
  }

  /// Passages that stand together have their heading in common.
  private func headingWords(
    _ member: Int, _ unit: Int, _ language: Language, _ read: () -> [UInt32]
  ) -> [UInt32] {
    let heading = (member: member, unit: unit, language: language)
    if scratch.heading != heading {
      scratch.headingWords = read()
      scratch.heading = heading
    }
    return scratch.headingWords
  }

  /// Adds a passage; false where it has no words to be found by.
  @discardableResult
  mutating func add(_ passage: CorpusPassage, label: Range<Int>? = nil) -> Bool {
    let matter = matter(of: passage, label: label)
    guard !matter.own.isEmpty || !matter.lead.isEmpty else { return false }
    let number = Int32(entries.count)
    entries.append(Entry(passage: passage, matter: matter))
    for word in matter.own + matter.lead {
      if postings[word, default: []].count <= Self.mostPassages {
        postings[word, default: []].append(number)
      }
    }
    return true
  }

  // MARK: Finding

  /// The numbers of the entries that share a rarer word with a matter, those with most in common first.
  func candidates(for matter: Matter) -> [Int] {
    let rare = (matter.own + matter.lead).compactMap { word -> (UInt32, Int)? in
      guard let count = postings[word]?.count, count <= Self.mostPassages else { return nil }
      return (word, count)
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(Self.lookups)
    guard !rare.isEmpty else { return [] }
    // Taken out, so that nobody has to ask at each step whether somebody else writes it.
    var counts: [UInt8] = []
    swap(&counts, &scratch.counts)
    defer { scratch.counts = counts }
    if counts.count < entries.count { counts = Array(repeating: 0, count: entries.count) }
    let found = rare.map { postings[$0.0] ?? [] }
    // Those with most in common first, then in their order.
    var ranked: [UInt64] = []
    ranked.reserveCapacity(found.reduce(0) { $0 + $1.count })
    counts.withUnsafeMutableBufferPointer { counts in
      for list in found {
        for entry in list {
          if counts[Int(entry)] == 0 { ranked.append(UInt64(entry)) }
          counts[Int(entry)] += 1
        }
      }
      for index in ranked.indices {
        let entry = Int(ranked[index])
        ranked[index] |= UInt64(UInt8.max - counts[entry]) << 32
        counts[entry] = 0
      }
    }
    ranked.sort()
    return ranked.map { Int($0 & 0xFFFF_FFFF) }
  }

  /// How far two matters are one.
  func likeness(_ first: Matter, _ second: Matter) -> MatterLikeness {
    let index = scratch.index
    // What both have, by weight, the one list walked beside the other.
    func common(_ left: [UInt32], _ right: [UInt32], from start: Float) -> (Float, count: Int) {
      var (weight, count) = (start, 0)
      var i = 0
      var j = 0
      while i < left.count, j < right.count {
        if left[i] == right[j] {
          weight += index.weight(left[i])
          count += 1
          i += 1
          j += 1
        } else if left[i] < right[j] {
          i += 1
        } else {
          j += 1
        }
      }
      return (weight, count)
    }
    func weight(_ words: [UInt32]) -> Float { words.reduce(0) { $0 + index.weight($1) } }
    let (both, sharedOwn) = common(first.own, second.own, from: 0)
    let (withMine, mine) = common(first.own, second.lead, from: both)
    let (withTheirs, theirs) = common(first.lead, second.own, from: both)
    let sameCount = first.counts.contains { second.counts.contains($0) } ? 1 : 0
    let own = weight(first.own)
    return MatterLikeness(
      shared: sharedOwn + mine + theirs + sameCount,
      sharedOwn: sharedOwn + (sharedOwn == 0 ? 0 : sameCount),
      coverOfFirst: first.own.isEmpty ? 0 : withMine / own,
      coverOfSecond: second.own.isEmpty ? 0 : withTheirs / weight(second.own),
      ownCoverOfFirst: first.own.isEmpty ? 0 : both / own)
  }
}
