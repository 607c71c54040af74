internal import Checking
internal import Facts

/// Adds up the columns of tables with a total row and the rows of tables with a total column.
struct TableSums {
  struct Wrong {
    var passage: CorpusPassage
    var stated: String
    var sum: Double
    /// Heading of the column, or first cell of the row.
    var name: String
  }

  let corpus: Corpus
  let member: Int

  private var facts: DocumentFacts { corpus.members[member].facts }

  func wrongTotals() -> [Wrong] {
    facts.tables.flatMap { table in
      columns(table) + rows(table) + [toldBeside(table)].compactMap(\.self)
    }
  }

  /// The only figure of a cell; `nil` for a cell with none, with several, or with words besides.
  private func figure(_ row: Int, _ column: Int) -> NumberFact? {
    let cells = facts.cells(of: row)
    guard column < cells.count else { return nil }
    let cell = cells[cells.startIndex + column]
    let own = facts.numbers(of: row).filter { Int($0.column) == column }
    guard own.count == 1, let only = own.first, only.kind != .label, only.kind != .duration,
      !only.qualifiers.contains(.inWords), only.qualifiers.isDisjoint(with: .loose),
      cell.range.count <= Int(only.end - only.start) + 14
    else { return nil }
    return only
  }

  /// The figure of a cell, or nothing at all in it, which adds nothing; `nil` for anything else.
  private func part(_ row: Int, _ column: Int) -> Part? {
    if let figure = figure(row, column) { return .figure(figure) }
    let cells = facts.cells(of: row)
    guard column < cells.count else { return nil }
    let text = facts.quote(cells[cells.startIndex + column].range)
    return ["", "-", "–", "—", "nil", "n/a", "s.o.", "N/A", "S.O."].contains(text) ? .blank : nil
  }

  private enum Part {
    case figure(NumberFact)
    case blank
  }

  /// The figures of a series without what is blank; `nil` when one is no figure, or of another kind.
  private func figures(_ parts: [Part?], like total: NumberFact) -> [NumberFact]? {
    var figures: [NumberFact] = []
    for part in parts {
      switch part {
      case .figure(let figure):
        // A dollar sign may stand on the first or last line only.
        let isSame =
          figure.kind == total.kind
          || (figure.kind == .money && total.kind == .count)
          || (figure.kind == .count && total.kind == .money)
        guard isSame else { return nil }
        figures.append(figure)
      case .blank: continue
      case nil: return nil
      }
    }
    return figures
  }

  /// What the label of a total holds.
  private static let totals: Stretches = [
    "total", "all", "combined", "tous", "toutes", "totaux", "ensemble",
  ]

  private func isTotal(_ row: Int) -> Bool {
    guard let first = facts.cells(of: row).first, facts.range(first.range, holds: Self.totals)
    else { return false }
    let text = facts.quote(first.range).lowercased()
    let words = text.split { !$0.isLetter }
    return words.count <= 4
      && (words.first == "total" || words.first == "all" || words.first == "overall"
        || words.first == "combined" || words.first == "tous" || words.first == "toutes"
        || words.last == "total" || words.first == "totals"
        || words.first == "totaux" || (words.count == 1 && words.first == "ensemble")
        || (words.first == "grand" && words.dropFirst().first == "total"))
  }

  private func columns(_ rows: Range<Int>) -> [Wrong] {
    guard rows.count >= 3, isTotal(rows.upperBound - 1),
      !rows.dropLast().contains(where: isSubtotal)
    else { return [] }
    let last = rows.upperBound - 1
    var wrong: [Wrong] = []
    for column in 1..<max(2, facts.cells(of: last).count) {
      guard let total = figure(last, column), total.kind != .percent || total.value == 100,
        let parts = figures(rows.dropLast().map { part($0, column) }, like: total)
      else { continue }
      let sum = parts.reduce(0) { $0 + $1.value }
      guard differs(sum, total, parts) else { continue }
      wrong.append(
        Wrong(
          passage: CorpusPassage(member: member, unit: last),
          stated: facts.quote(total.start, total.end), sum: sum, name: heading(rows, column)))
    }
    return wrong
  }

  // MARK: Totals in the text

  private static let inAll: Stretches = [
    "together", "in all", "in total", " total", "altogether", "combined", "ensemble", "en tout",
    "au total", "totalis", "amount to", "amounts to", "add up", "adds up", "s’élève", "s'élève",
  ]
  private static let apart: Stretches = [
    "of which", "dont ", "includ", "compris", "among ", "parmi ", "other ", "autres ", "remaind",
    "balance", "exclud", "largest", "main ", "princip", "some of", "certain", "a part of",
    "une partie", "example", "exemple",
  ]

  /// The whole that the sentence in front of a table without a total, or behind it, gives for its only column of
  /// amounts.
  private func toldBeside(_ rows: Range<Int>) -> Wrong? {
    let facts = facts
    let header = Int(facts.units[rows.lowerBound].context)
    guard rows.count >= 2, header >= 0, !rows.contains(where: { isTotal($0) || isSubtotal($0) })
    else { return nil }
    let beside = [header - 1, rows.upperBound].filter { unit in
      facts.units.indices.contains(unit) && !facts.units[unit].isRow
        && !facts.units[unit].isTableHeader && !facts.units[unit].isHeading
        && facts.units[unit].heading == facts.units[header].heading
    }
    for unit in beside where facts.unit(unit, holds: Self.inAll) {
      guard !facts.unit(unit, holds: Self.apart) else { continue }
      let told = facts.numbers(of: unit).filter {
        ($0.kind == .money || ($0.kind == .count && $0.value >= 10))
          && !$0.qualifiers.contains(.inWords)
          && $0.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.yearly))
      }
      guard told.count == 1, let whole = told.first else { continue }
      var sums: [(Double, [NumberFact], Int)] = []
      for column in 1..<max(2, facts.cells(of: header).count) {
        guard let parts = figures(rows.map { part($0, column) }, like: whole), parts.count >= 2,
          parts.contains(where: { $0.kind == whole.kind }),
          whole.kind == .money || countsAlike(whole, header, column)
        else { continue }
        sums.append((parts.reduce(0) { $0 + $1.value }, parts, column))
      }
      guard sums.count == 1, let (sum, parts, column) = sums.first, differs(sum, whole, parts),
        parts.allSatisfy({ $0.value < whole.value })
      else { continue }
      return Wrong(
        passage: CorpusPassage(member: member, unit: unit),
        stated: facts.quote(whole.start, whole.end), sum: sum, name: heading(rows, column))
    }
    return nil
  }

  /// A count in the text and the heading of the column speak of the same.
  private func countsAlike(_ whole: NumberFact, _ header: Int, _ column: Int) -> Bool {
    let titles = facts.cells(of: header)
    guard column < titles.count else { return false }
    let language = facts.language
    let title = PassageIndex.features(
      facts.words(in: titles[titles.startIndex + column].range, language)[...], language)
    let end = min(Int(facts.units[Int(whole.unit)].textEnd), Int(whole.end) + 48)
    let noun = PassageIndex.features(facts.words(in: Int(whole.end)..<end, language)[...], language)
    return noun.prefix(24).contains { title.contains($0) }
  }

  private func isSubtotal(_ row: Int) -> Bool {
    guard let first = facts.cells(of: row).first else { return false }
    let text = facts.quote(first.range).lowercased()
    return text.contains("total") || text.contains("of which") || text.contains("dont ")
      || text.contains("including") || text.contains("balance") || text.contains("solde")
  }

  private func rows(_ rows: Range<Int>) -> [Wrong] {
    guard let header = rows.first.map({ Int(facts.units[$0].context) }), header >= 0 else {
      return []
    }
    let titles = facts.cells(of: header).map { facts.quote($0.range).lowercased() }
    guard titles.count >= 4, let last = titles.last,
      !titles.dropLast().contains(where: { $0.contains("total") })
    else { return [] }
    let isNamed =
      last.split(separator: " ").contains("total") || Self.wholes.contains(last)
      || isSpan(last, of: titles.dropLast())
    let column = titles.count - 1
    var wrong: [Wrong] = []
    var right = 0
    for row in rows {
      guard let total = figure(row, column), total.kind != .percent,
        let parts = figures((1..<column).map { part(row, $0) }, like: total)
      else { continue }
      let sum = parts.reduce(0) { $0 + $1.value }
      if parts.count >= 3, sum == total.value, parts.allSatisfy({ $0.value > 0 }) { right += 1 }
      guard differs(sum, total, parts), let first = facts.cells(of: row).first else { continue }
      wrong.append(
        Wrong(
          passage: CorpusPassage(member: member, unit: row),
          stated: facts.quote(total.start, total.end), sum: sum, name: facts.quote(first.range)))
    }
    // A column that is the sum in the other rows is meant to be it, whatever its heading says.
    return isNamed || (right > 0 && wrong.count <= right) ? wrong : []
  }

  /// Headings of a last column that is all the others together.
  private static let wholes: Set<String> = [
    "all", "both", "together", "in all", "combined", "sum", "everyone", "ensemble", "en tout",
    "tous",
    "toutes", "somme", "overall",
  ]

  /// "Three years" behind columns that are years.
  private func isSpan(_ title: String, of columns: ArraySlice<String>) -> Bool {
    let words = title.split(separator: " ")
    let counts = [
      "two", "three", "four", "five", "2", "3", "4", "5", "deux", "trois", "quatre", "cinq",
    ]
    guard words.count == 2, counts.contains(String(words[0])), ["years", "ans"].contains(words[1])
    else { return false }
    return columns.dropFirst().allSatisfy { column in
      column.split { !$0.isNumber }.contains { $0.count == 4 }
    }
  }

  /// True when rounding of the parts cannot explain the difference.
  private func differs(_ sum: Double, _ total: NumberFact, _ parts: [NumberFact]) -> Bool {
    guard parts.count >= 2 else { return false }
    var step = 1.0
    for _ in 0..<Int(parts.map(\.decimals).max() ?? 0) { step /= 10 }
    let scale = total.kind == .money && total.value >= 1e6 && parts.contains { $0.decimals > 0 }
    if scale { step *= 1e6 }
    let isRounded = total.kind == .percent || parts.contains { $0.decimals > 0 }
    let slack = isRounded || total.decimals > 0 ? 0.5 : 0.0
    return abs(sum - total.value) > slack * step * Double(parts.count + 1) + 1e-6
  }

  private func heading(_ rows: Range<Int>, _ column: Int) -> String {
    let header = Int(facts.units[rows.lowerBound].context)
    guard header >= 0 else { return "\(column + 1)" }
    let cells = facts.cells(of: header)
    guard column < cells.count else { return "\(column + 1)" }
    return facts.quote(cells[cells.startIndex + column].range)
  }
}
