internal import Checking
internal import Facts

/// Rows of a table with a start, an end and a length that cannot all be right.
struct RowTerms {
  /// The words of the length and of the period that do not fit; `nil` when all do.
  static func wrong(
    _ facts: DocumentFacts, _ row: Int
  ) -> (length: String, years: Int, period: String)? {
    let header = Int(facts.units[row].context)
    guard facts.units[row].isRow, header >= 0 else { return nil }
    let dates = facts.dates(of: row).filter { $0.year > 0 && $0.month > 0 && $0.column > 0 }
    let lengths = facts.numbers(of: row).filter {
      $0.kind == .duration && $0.value >= 6 && $0.column > 0
        && $0.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.shortTime))
    }
    guard dates.count == 2, lengths.count == 1, let length = lengths.first else { return nil }
    let titles = facts.cells(of: header)
    func title(_ column: Int, _ words: Stretches) -> Bool {
      let column = titles.startIndex + column
      return column < titles.endIndex && facts.range(titles[column].range, holds: words)
    }
    guard let start = dates.first(where: { title(Int($0.column), PlanPeriods.startTitles) }),
      let end = dates.first(where: {
        $0 != start && title(Int($0.column), PlanPeriods.endTitles)
      }), title(Int(length.column), FundingSpans.lengths),
      !DatedEvent.isExplained(facts, row), !Lifetime.isLonger(facts, row)
    else { return nil }
    func months(_ day: Int) -> Int { day / 10000 * 12 + day / 100 % 100 }
    // Both months may count, or only one of them.
    let told = months(end.last) - months(start.first)
    guard abs(told + 1 - Int(length.value)) > 2, abs(told - Int(length.value)) > 2 else {
      return nil
    }
    return (
      facts.quote(length.start, length.end), Int(length.value) / 12,
      facts.quote(start.start, start.end) + "–" + facts.quote(end.start, end.end)
    )
  }
}
