internal import SourceText

extension FactReading {
  /// "two million dollars in 2026-27, three million in 2027-28": what the first number of a row counts, the others
  /// count too where nothing else stands behind them.
  mutating func spreadMoney(_ first: Int) {
    guard tokens.classes.contains(.scale), facts.numbers.count > first + 1,
      facts.numbers[first...].contains(where: { $0.kind == .money })
    else { return }
    for index in facts.numbers.indices[first...]
    where facts.numbers[index].kind == .count && facts.numbers[index].value >= 100_000 {
      let (start, end) = (Int(facts.numbers[index].start), Int(facts.numbers[index].end))
      guard let last = tokens.list.lastIndex(where: { $0.end <= end }),
        tokens.list[...last].contains(where: {
          $0.start >= start && $0.wordClass == .scale && $0.known >= 6
        }), mayBeElided(behind: last)
      else { continue }
      facts.numbers[index].kind = .money
    }
  }

  /// Nothing that could be counted stands behind a token.
  private func mayBeElided(behind last: Int) -> Bool {
    guard last + 1 < tokens.list.count else { return true }
    let next = tokens.list[last + 1]
    if !next.flags.isDisjoint(with: FactToken.Flags.breaks) { return true }
    guard next.wordClass == .stop || next.wordClass == .since || next.wordClass == .deadline else {
      return false
    }
    return !["of", "de", "d'", "d’", "des", "du"].contains { isWord(last + 1, $0) }
  }
}
