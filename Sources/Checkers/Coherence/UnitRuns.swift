internal import Facts

/// The units that have facts of one sort, each with its facts, in reading order.
struct UnitRuns<Fact: UnitFact>: Sequence, IteratorProtocol {
  private let facts: [Fact]
  private var position = 0

  /// Facts sorted by unit.
  init(_ facts: [Fact]) { self.facts = facts }

  mutating func next() -> (unit: Int, facts: ArraySlice<Fact>)? {
    guard position < facts.count else { return nil }
    let start = position
    let unit = facts[start].unit
    while position < facts.count, facts[position].unit == unit { position += 1 }
    return (Int(unit), facts[start..<position])
  }
}
