internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Days that a table gives for things which the text promises for another time.
struct RowDeadlines {
  /// Least share of the words of the row's first cell, by weight, that the sentence has.
  private static let least: Float = 0.75
  /// Most rows of one document that are looked up.
  private static let most = 256

  static func conflicts(_ corpus: Corpus) -> [DateConflict] {
    // Members with a promise that has a day, so that others are not searched.
    let promising = corpus.members.indices.filter { member in
      !corpus.members[member].facts.looksBack
        && corpus.members[member].facts.commitments.contains { $0.deadline > 0 }
    }
    guard !promising.isEmpty else { return [] }
    let finder = PassageFinder(corpus)
    let promised = promisedWords(corpus, promising, finder)
    var conflicts: [DateConflict] = []
    for member in corpus.members.indices where !corpus.members[member].facts.looksBack {
      let facts = corpus.members[member].facts
      var count = 0
      for row in facts.indicators where !row.date.isEmpty && count < most {
        let unit = Int(row.unit)
        let dates = facts.dates(of: unit).filter {
          $0.year > 0 && Int($0.start) >= row.date.range.lowerBound
            && Int($0.end) <= row.date.range.upperBound
        }
        guard dates.count == 1, let due = dates.first, let cell = facts.cells(of: unit).first,
          !DatedEvent.isExplained(facts, unit)
        else { continue }
        count += 1
        let passage = CorpusPassage(member: member, unit: unit)
        let words = finder.words(of: cell.range, in: passage)
        guard words.count >= 3 else { continue }
        for other in members(with: words, promised, finder) {
          guard
            corpus.members[other].profile.language == corpus.members[member].profile.language,
            corpus.mayShareTime(member, other), !corpus.areEditions(member, other),
            let conflict = finder.find(words, in: other, least: least).lazy.compactMap({ match in
              match.own >= least && corpus.mayShareOwner(passage, match.passage)
                ? contradiction(corpus, passage, due, match.passage) : nil
            }).first
          else { continue }
          conflicts.append(conflict)
          break
        }
      }
    }
    return conflicts
  }

  /// For each word of a promise with a day, the documents that make it, in their order.
  private static func promisedWords(
    _ corpus: Corpus, _ promising: [Int], _ finder: PassageFinder
  ) -> [UInt32: [Int]] {
    var members: [UInt32: [Int]] = [:]
    for member in promising {
      let facts = corpus.members[member].facts
      for promise in facts.commitments where promise.deadline > 0 {
        let unit = Int(promise.unit)
        guard !facts.units[unit].isRow, !facts.units[unit].isHeading else { continue }
        for word in finder.words(of: CorpusPassage(member: member, unit: unit))
        where members[word]?.last != member {
          members[word, default: []].append(member)
        }
      }
    }
    return members
  }

  /// The documents with a promise that may have enough of some words: it has one of any of them that weigh more
  /// together than what it may lack. The rarest are asked for.
  private static func members(
    with words: [UInt32], _ promised: [UInt32: [Int]], _ finder: PassageFinder
  ) -> [Int] {
    let spare = finder.weight(words) * (1 - least) * 1.01
    var found: Set<Int> = []
    var weight: Float = 0
    for word in words.sorted(by: { (promised[$0]?.count ?? 0, $0) < (promised[$1]?.count ?? 0, $1) }
    ) {
      found.formUnion(promised[word] ?? [])
      weight += finder.weight(of: word)
      if weight > spare { break }
    }
    return found.sorted()
  }

  private static func contradiction(
    _ corpus: Corpus, _ row: CorpusPassage, _ due: DateFact, _ sentence: CorpusPassage
  ) -> DateConflict? {
    let facts = sentence.facts(corpus)
    let here = facts.units[sentence.unit]
    guard !here.isRow, !here.isHeading, here.flags.isDisjoint(with: .yearly),
      !DatedEvent.isExplained(facts, sentence.unit)
    else { return nil }
    let dates = facts.dates(of: sentence.unit).filter { $0.year > 0 }
    guard dates.count == 1, let date = dates.first,
      facts.commitments(of: sentence.unit).contains(where: {
        Int($0.deadline) == date.last && $0.rung.rung >= .commitment
      }),
      // Overlapping spans are one time, told with more or less detail.
      due.first > date.last || due.last < date.first && due.last + 9_000 < date.last
    else { return nil }
    // A step on the way has another number.
    let theirs = facts.numbers(of: sentence.unit).filter { $0.kind == .percent }.map(\.value)
    let mine = row.facts(corpus).numbers(of: row.unit).filter { $0.kind == .percent }.map(\.value)
    guard theirs.allSatisfy(mine.contains),
      EventDates.order(facts, sentence.unit) == EventDates.order(row.facts(corpus), row.unit)
    else { return nil }
    return DateConflict(
      passage: row, words: row.facts(corpus).quote(due.start, due.end), other: sentence,
      otherWords: facts.quote(date.start, date.end))
  }
}
