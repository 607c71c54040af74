internal import Checking
internal import Facts
internal import SourceText

/// Rows of a table with one column of money whose cell there is a dash or blank, though a plan of the department
/// promises what the row names.
struct BlankAmounts {
  private let corpus: Corpus
  private let member: Int

  init(_ corpus: Corpus, _ member: Int) {
    self.corpus = corpus
    self.member = member
  }

  struct Row {
    var unit: Int
    /// What the row names.
    var activity: Range<Int>
  }

  func rows() -> [Row] {
    let facts = corpus.members[member].facts
    var found: [Row] = []
    var promises: [Set<String>]?
    for table in facts.tables {
      for row in blank(facts, table) {
        let sought = CostedRows.stems(facts.quote(row.activity))
        if promises == nil { promises = promised() }
        let isPromised = (promises ?? []).contains { sought.intersection($0).count >= 2 }
        if isPromised { found.append(row) }
      }
    }
    return found
  }

  /// Rows without an amount where at least two others have theirs in the one column of money.
  private func blank(_ facts: DocumentFacts, _ rows: Range<Int>) -> [Row] {
    guard (3...80).contains(rows.count), facts.units[rows.lowerBound].context >= 0 else {
      return []
    }
    var columns: Set<Int16> = []
    var paid: Set<Int> = []
    for row in rows {
      for number in facts.numbers(of: row) where number.kind == .money && number.column > 0 {
        columns.insert(number.column)
        paid.insert(row)
      }
    }
    guard columns.count == 1, let column = columns.first.map(Int.init), paid.count >= 2,
      paid.count < rows.count, 2 * paid.count >= rows.count
    else { return [] }
    return rows.compactMap { row in
      guard !paid.contains(row) else { return nil }
      let cells = facts.cells(of: row)
      guard column < cells.count, let first = cells.first,
        AmountPurpose.isOpen(
          facts.quote(cells[cells.startIndex + column].range).lowercased()),
        !AmountPurpose.isFree(facts, row)
      else { return nil }
      return Row(unit: row, activity: first.range)
    }
  }

  /// The words of what the plans of the department promise, in sentences and lists.
  private func promised() -> [Set<String>] {
    corpus.members.indices.flatMap { other -> [Set<String>] in
      let profile = corpus.members[other].profile
      guard profile.language == corpus.members[member].profile.language,
        !corpus.haveDifferentOwners(member, other), !corpus.members[other].facts.looksBack
      else { return [] }
      let facts = corpus.members[other].facts
      let units =
        Set(facts.commitments.prefix(400).map { Int($0.unit) })
        .union(facts.units.indices.lazy.filter { facts.units[$0].isListItem }.prefix(400))
      return units.sorted().map { CostedRows.stems(facts.quote(ofUnit: $0)) }
    }
  }
}
