internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Rows of a table by years whose staff or money falls by a quarter or more, under a name that a promise lets grow.
struct DecliningRows {
  private let corpus: Corpus
  private let things: NamedThings

  init(_ corpus: Corpus) {
    self.corpus = corpus
    things = NamedThings(corpus)
  }

  /// Most of what is there at first that may be left at last.
  private static let mostLeft = 0.75

  func pairs() -> [ContrarySignals.Pair] {
    var rows: [UInt64: (passage: CorpusPassage, label: Range<Int>)] = [:]
    var order: [UInt64] = []
    for member in corpus.members.indices where !corpus.members[member].facts.looksBack {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices where facts.units[unit].isRow && declines(facts, unit) {
        guard let label = facts.cells(of: unit).first?.range else { continue }
        for name in things.names(facts, unit) where label.contains(name.start) {
          guard rows[name.key] == nil else { continue }
          order.append(name.key)
          rows[name.key] = (CorpusPassage(member: member, unit: unit), label)
        }
      }
    }
    guard !order.isEmpty else { return [] }
    var told: [UInt64: CorpusPassage] = [:]
    for member in corpus.members.indices where !corpus.members[member].facts.looksBack {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices where grows(facts, unit) {
        for name in things.names(facts, unit) where told[name.key] == nil {
          guard let row = rows[name.key],
            corpus.members[member].profile.language
              == corpus.members[row.passage.member].profile.language,
            corpus.mayShareTime(member, row.passage.member),
            corpus.mayShareOwner(row.passage, CorpusPassage(member: member, unit: unit))
          else { continue }
          told[name.key] = CorpusPassage(member: member, unit: unit)
        }
      }
    }
    return order.compactMap { key in
      guard let row = rows[key], let growth = told[key] else { return nil }
      return ContrarySignals.Pair(
        passage: row.passage, other: growth,
        matter: row.passage.facts(corpus).quote(row.label))
    }
  }

  private func grows(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isRow, !here.isTableHeader, !here.flags.contains(.denies),
      facts.commitments(of: unit).contains(where: { $0.rung.rung >= .intent })
    else { return false }
    return here.flags.contains(.expands) || ActDirection.grows(facts, unit)
  }

  /// One figure for each of three years or more, none above the one before, and the last far below the first.
  private func declines(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let header = Int(facts.units[unit].context)
    guard header >= 0 else { return false }
    let dates = facts.dates(of: header).filter { $0.year > 0 && $0.column > 0 }
    let columns = Set(dates.map(\.column))
    // The newest year may stand first.
    let areInOrder = zip(dates, dates.dropFirst()).allSatisfy {
      $0.column == $1.column || $0.first < $1.first
    }
    guard columns.count >= 3, areInOrder else { return false }
    let values = facts.numbers(of: unit).filter {
      columns.contains($0.column) && ($0.kind == .count || $0.kind == .money)
    }.map(\.value)
    guard values.count == columns.count, let first = values.first, let last = values.last,
      first > 0, last <= first * Self.mostLeft,
      !facts.unit(unit, holds: ContrarySignals.harmful)
    else { return false }
    return zip(values, values.dropFirst()).allSatisfy { $0 >= $1 }
  }
}
