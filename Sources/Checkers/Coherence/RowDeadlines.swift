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
    var conflicts: [DateConflict] = []
    for member in corpus.members.indices where !corpus.members[member].facts.looksBack {
      let facts = corpus.members[member].facts
      var count = 0
      let others = promising.filter { other in
        corpus.members[other].profile.language == corpus.members[member].profile.language
          && corpus.mayShareTime(member, other) && !corpus.areEditions(member, other)
      }
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
        for other in others {
          guard
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
    guard theirs.allSatisfy(mine.contains) else { return nil }
    return DateConflict(
      passage: row, words: row.facts(corpus).quote(due.start, due.end), other: sentence,
      otherWords: facts.quote(date.start, date.end))
  }
}
