internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

extension FiguresChecker {
  /// Words in front of a part of a whole, and behind one.
  private static let partBefore: Stretches = [
    " of which", " of these", " of them", " first ", " another", " additional", " remaining",
    " including", " other ", " dont ", " parmi", " premiers", " premières", " autres", " restants",
    " initial", " new ", " up to", " each", " chaque",
  ]
  private static let partBehind: Stretches = [
    "more ", "additional", "other", "of the", "of these", "autres", "de plus",
  ]

  /// "of which 12", "12 more", "the first 12": a part of a whole.
  static func isPart(_ facts: DocumentFacts, _ number: NumberFact) -> Bool {
    let before = max(0, Int(number.start) - 28)..<Int(number.start)
    let behind = Int(number.end)..<min(facts.text.count, Int(number.end) + 16)
    return facts.withJoined(before, afterBlank: true) { partBefore.stand(in: $0) }
      || (number.kind == .count && facts.withJoined(behind) { partBehind.begin($0) })
  }

  /// At least two words around both numbers are the same, one of them right behind.
  static func sameAnchor(
    _ one: DocumentFacts, _ first: Int, _ x: NumberFact, _ two: DocumentFacts, _ second: Int,
    _ y: NumberFact
  ) -> Bool {
    let left = around(one, first, x)
    let right = around(two, second, y)
    let shared = left.all.intersection(right.all)
    if x.kind == .count {
      return shared.count >= 2 && !left.behind.intersection(right.behind).isEmpty
    }
    return shared.count >= 2
  }

  private static func around(
    _ facts: DocumentFacts, _ unit: Int, _ number: NumberFact
  ) -> (all: Set<UInt32>, behind: Set<UInt32>) {
    let words = Array(facts.words(ofUnit: unit))
    let at = min(Int(number.wordAt), words.count)
    let behind = Set(words[at..<min(words.count, at + 3)])
    return (behind.union(words[max(0, at - 4)..<at]), behind)
  }

  /// A later edition of the same document may say something else for another time.
  static func changesInTime(
    _ corpus: Corpus, _ first: CorpusPassage, _ second: CorpusPassage, _ x: NumberFact,
    _ y: NumberFact
  ) -> Bool {
    guard x.year == 0 || y.year == 0 else { return false }
    let one = corpus.year(of: first.member)
    let two = corpus.year(of: second.member)
    return one != 0 && two != 0 && one != two
      && !corpus.mayShareTime(first.member, second.member)
  }

  /// Both documents name one and the same day.
  static func shareEvent(
    _ corpus: Corpus, _ first: CorpusPassage, _ second: CorpusPassage
  ) -> Bool {
    guard first.member != second.member else { return false }
    func days(_ facts: DocumentFacts) -> Set<Int> {
      // The ends of fiscal years are in every plan.
      Set(
        facts.dates.filter {
          $0.day > 0 && $0.year > 0 && ($0.month, $0.day) != (3, 31) && ($0.month, $0.day) != (4, 1)
        }.map(\.first))
    }
    return !days(first.facts(corpus)).isDisjoint(with: days(second.facts(corpus)))
  }
}
