internal import Checking
internal import Facts
internal import SourceText

/// The documents of a corpus by how far the time reaches from which they speak, so that those that may tell what
/// became of a promise are found without asking all.
struct LaterDocuments {
  /// The members that follow a promise, one at a time: the one that speaks from the latest time first.
  struct Walk: Sequence, IteratorProtocol {
    private let corpus: Corpus
    private let candidates: ArraySlice<Candidate>
    private var position: Int
    private let passage: CorpusPassage
    private let year: Int
    private let due: Int
    /// The departments that the promise names, once asked.
    private var named: [Int]?

    fileprivate init(
      _ corpus: Corpus, _ candidates: [Candidate], _ passage: CorpusPassage, due: Int
    ) {
      self.corpus = corpus
      self.candidates = candidates[...]
      position = candidates.startIndex
      self.passage = passage
      self.due = due
      year = corpus.year(of: passage.member)
    }

    mutating func next() -> Int? {
      while position < candidates.endIndex, candidates[position].reach >= due {
        let other = candidates[position]
        position += 1
        guard other.member != passage.member,
          other.year > year || (other.looksBack && other.year >= year),
          !corpus.areTranslations(passage.member, other.member), isRelated(other.member)
        else { continue }
        return other.member
      }
      return nil
    }

    /// Of the same department, or one of the two belongs to none; or the promise is that department's.
    private mutating func isRelated(_ other: Int) -> Bool {
      if corpus.haveDifferentOwners(passage.member, other) { return false }
      guard let department = corpus.department(of: other) else { return true }
      let named = self.named ?? corpus.departments(namedBy: passage)
      self.named = named
      return named.isEmpty || named.contains(department)
    }
  }

  fileprivate struct Candidate {
    var member: Int
    /// The last day, as 20280331, for which the document can tell what was due.
    var reach: Int
    var year: Int
    var looksBack: Bool
  }

  private let corpus: Corpus
  /// Those that reach furthest first.
  private var all: [Language: [Candidate]] = [:]
  private var lookingBack: [Language: [Candidate]] = [:]

  init(_ corpus: Corpus) {
    self.corpus = corpus
    for member in corpus.members.indices {
      let candidate = Candidate(
        member: member, reach: Self.reach(corpus, member), year: corpus.year(of: member),
        looksBack: corpus.members[member].facts.looksBack)
      all[corpus.members[member].profile.language, default: []].append(candidate)
    }
    for (language, candidates) in all {
      let sorted = candidates.sorted { ($1.reach, $0.member) < ($0.reach, $1.member) }
      all[language] = sorted
      lookingBack[language] = sorted.filter(\.looksBack)
    }
  }

  /// The documents that speak from a time when a promise was due: for an account all, else those that look back.
  func documents(after passage: CorpusPassage, due: Int, isAccount: Bool) -> Walk {
    let language = corpus.members[passage.member].facts.language
    let candidates = isAccount ? all[language] : lookingBack[language]
    return Walk(corpus, candidates ?? [], passage, due: due)
  }

  /// A plan speaks from the beginning of its first year, a report from the end of its last.
  private static func reach(_ corpus: Corpus, _ member: Int) -> Int {
    let years = corpus.members[member].years
    if corpus.members[member].facts.looksBack, let first = years.first, let last = years.last {
      // A calendar year, or years that end in March.
      return last * 10000 + (first == last ? 1231 : 331)
    }
    let year = corpus.year(of: member)
    return years.isEmpty ? year * 10000 + 1231 : year * 10000 - 1
  }
}
