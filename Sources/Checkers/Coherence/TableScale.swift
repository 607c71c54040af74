internal import Facts

/// Amounts of tables in dollars, where the heading of the column, the label of the row, or the sentence in front
/// of the table says that they are in thousands or millions.
enum TableScale {
  private static let thousands: Stretches = [
    "$ thousands", "($000", "thousands of dollars", "in thousands", "000 $", "milliers de dollars",
    "en milliers", "$000s", "$ thousand",
  ]
  private static let millions: Stretches = [
    "$ millions", "millions of dollars", "in millions", "millions de dollars", "en millions",
    "($m)",
    "(m$)", "$ million)",
  ]

  private static let dollars: Stretches = ["($)", "dollars", "$"]

  /// The number as money in dollars; the same number where nothing says so.
  static func inDollars(_ number: NumberFact, _ facts: DocumentFacts) -> NumberFact {
    let unit = Int(number.unit)
    guard facts.units[unit].isRow, number.kind == .count || number.kind == .money,
      number.column > 0,
      number.kind == .count || number.value < 100_000
    else { return number }
    let header = Int(facts.units[unit].context)
    guard header >= 0 else { return number }
    let titles = facts.cells(of: header)
    var places: [Range<Int>] = []
    if Int(number.column) < titles.count {
      places.append(titles[titles.startIndex + Int(number.column)].range)
    }
    if let label = facts.cells(of: unit).first { places.append(label.range) }
    if let first = titles.first { places.append(first.range) }
    if header > 0 { places.append(facts.units[header - 1].textRange) }
    for place in places {
      let isThousands = thousands.first(in: facts.text, place) != nil
      guard isThousands || millions.first(in: facts.text, place) != nil else { continue }
      var scaled = number
      scaled.kind = .money
      scaled.value = min(scaled.value * (isThousands ? 1e3 : 1e6), NumberFact.largest)
      return scaled
    }
    // "Planned spending for 2026–27 ($)"
    if number.kind == .count, let title = places.first, number.value >= 1000,
      facts.range(title, holds: dollars)
    {
      var plain = number
      plain.kind = .money
      return plain
    }
    return number
  }
}
