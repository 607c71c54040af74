internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

extension FundingWindowChecker {
  // MARK: Tables

  /// Rows of a table by years whose money stops while a promise about the same thing runs on.
  static func tables(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    var checked = 0
    for unit in facts.units.indices where facts.units[unit].isRow {
      guard let (last, end) = lastPaid(facts, unit) else { continue }
      checked += 1
      if checked > 64 { break }
      let passage = CorpusPassage(member: member, unit: unit)
      guard let label = facts.cells(of: unit).first.map({ facts.quote($0.range) }),
        let (other, due) = promise(corpus, passage, label: label, after: end + 9_000)
      else { continue }
      findings.append(
        declared.finding(
          "promise", corpus, passage, against: [other],
          [
            "end": .text(facts.quote(last.start, last.end)), "due": .number(due / 10000),
          ]))
    }
    return findings
  }

  /// The heading of the last year with money, where later years of the table have none; and its last day.
  private static func lastPaid(_ facts: DocumentFacts, _ row: Int) -> (DateFact, Int)? {
    let header = Int(facts.units[row].context)
    guard header >= 0 else { return nil }
    let years = facts.dates(of: header).filter { $0.year > 0 && !$0.isSpan && $0.column > 0 }
    guard years.count >= 3, Set(years.map(\.column)).count == years.count else { return nil }
    let cells = facts.cells(of: row)
    let paid = years.map { year -> Bool in
      let column = Int(year.column)
      guard column < cells.count else { return false }
      return facts.numbers(of: row).contains {
        Int($0.column) == column && $0.value > 0 && ($0.kind == .money || $0.kind == .count)
      }
    }
    guard let last = paid.lastIndex(of: true), last < years.count - 1,
      paid[...last].allSatisfy({ $0 })
    else { return nil }
    // What stands in the later years is nothing, and not a word.
    for year in years[(last + 1)...] {
      guard Int(year.column) < cells.count else { continue }
      let text = facts.quote(cells[cells.startIndex + Int(year.column)].range)
      guard text.utf8.count <= 4, !text.contains(where: \.isLetter) || text.lowercased() == "nil"
      else { return nil }
    }
    return (years[last], years[last].last)
  }

  /// A promise of the same document, or of one that is like the row, about what the label names.
  private static func promise(
    _ corpus: Corpus, _ row: CorpusPassage, label: String, after end: Int
  ) -> (CorpusPassage, Int)? {
    let wanted = Set(
      WordDifference.words(label).filter { $0.count > 3 && $0 != "thousands" && $0 != "millions" }
        .map { String($0.prefix(6)) })
    guard wanted.count >= 2 else { return nil }
    let facts = row.facts(corpus)
    var candidates = facts.commitments.prefix(200).map {
      CorpusPassage(member: row.member, unit: Int($0.unit))
    }
    candidates += corpus.likenesses(of: row).map(\.passage)
    for candidate in candidates where candidate != row {
      guard let due = runsUntil(corpus, candidate), due > end,
        corpus.mayShareOwner(row, candidate)
      else { continue }
      let theirs = candidate.facts(corpus)
      let words = Set(
        WordDifference.words(theirs.quote(ofUnit: candidate.unit)).map { String($0.prefix(6)) })
      let shared = wanted.intersection(words).count
      if shared >= 2, Double(shared) >= 0.6 * Double(wanted.count) { return (candidate, due) }
    }
    return nil
  }

  static func sharesSubject(_ facts: DocumentFacts, _ one: Int, _ two: Int) -> Bool {
    Set(facts.words(ofUnit: one)).intersection(facts.words(ofUnit: two)).count >= 2
  }
}
