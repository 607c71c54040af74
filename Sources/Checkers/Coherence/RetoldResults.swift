internal import Checking
internal import Facts
internal import RuleSets

/// Results that the reports of two years each tell as new, in nearly the same sentences.
struct RetoldResults {
  private struct Paragraphs: Hashable {
    var first: CorpusPassage
    var second: CorpusPassage
  }

  private let corpus: Corpus
  private var sentences: [Paragraphs: Int] = [:]
  private var order: [Paragraphs] = []

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Least number of sentences that the two paragraphs have in common.
  private static let leastSentences = 2

  mutating func note(
    _ first: CorpusPassage, _ second: CorpusPassage, _ likeness: PassageIndex.Likeness
  ) {
    guard likeness.both >= 0.75, first.member != second.member,
      corpus.members[first.member].facts.looksBack, corpus.members[second.member].facts.looksBack,
      corpus.areEditions(first.member, second.member)
    else { return }
    let one = corpus.members[first.member].facts
    let two = corpus.members[second.member].facts
    guard !one.units[first.unit].isRow, !two.units[second.unit].isRow,
      one.units[first.unit].wordCount >= 4
    else { return }
    let key = Paragraphs(
      first: CorpusPassage(
        member: first.member, unit: one.paragraph(of: first.unit).lowerBound),
      second: CorpusPassage(
        member: second.member, unit: two.paragraph(of: second.unit).lowerBound))
    if sentences[key] == nil { order.append(key) }
    sentences[key, default: 0] += 1
  }

  /// The first sentences of paragraphs that are told twice and each time counted as new.
  func pairs() -> [RepeatedActs.Pair] {
    order.compactMap { key in
      guard sentences[key, default: 0] >= Self.leastSentences, isNew(key.first), isNew(key.second)
      else { return nil }
      return RepeatedActs.Pair(first: key.first, second: key.second)
    }
  }

  private func isNew(_ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let paragraph = facts.paragraph(of: passage.unit)
    return paragraph.contains { facts.unit($0, holds: Self.new) }
      && !paragraph.contains { facts.unit($0, holds: Self.again) }
  }

  private static let new: Stretches = [
    "one new ", "as one ", "a new ", "as new", "first time", "for this year", "counts as",
    "we count",
    "un nouve", "une nouvelle", "pour la première fois", "compte comme", "comptons",
    "pour cette année",
  ]
  private static let again: Stretches = [
    "last year", "already reported", "as reported", "again", "each year", "every year",
    "l’an dernier",
    "l'an dernier", "déjà rapport", "de nouveau", "chaque année", "tous les ans", "continu",
  ]
}
