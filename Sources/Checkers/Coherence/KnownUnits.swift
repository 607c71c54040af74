internal import Checking
internal import Facts

/// What has been asked of single passages before, so that each is looked at once.
final class KnownUnits {
  private enum Answer: UInt8 {
    case unknown
    case no
    case yes
  }

  private let corpus: Corpus
  /// By document, for those of which anything was asked; a byte for each of its units.
  private var answers: [Int: [Answer]] = [:]

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// What `look` says of a passage's unit, asked the first time alone.
  func holds(_ passage: CorpusPassage, _ look: (Int) -> Bool) -> Bool {
    let known = answers[passage.member]?[passage.unit] ?? .unknown
    if known != .unknown { return known == .yes }
    let answer: Answer = look(passage.unit) ? .yes : .no
    let count = corpus.members[passage.member].facts.units.count
    answers[passage.member, default: Array(repeating: .unknown, count: count)][passage.unit] =
      answer
    return answer == .yes
  }
}
