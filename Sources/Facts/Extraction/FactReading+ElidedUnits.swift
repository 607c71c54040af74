internal import Documents
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
      let last = tokens.firstIndex(endingBehind: end) - 1
      guard last >= 0,
        tokens.list[...last].reversed().prefix(while: { $0.start >= start }).contains(where: {
          $0.wordClass == .scale && $0.known >= 6
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

  /// "from 42 to 36 per cent", « de 4 à 5 millions de dollars »: what stands behind the second number goes for the
  /// first.
  mutating func spreadRanges(_ first: Int) {
    guard facts.numbers.count > first + 1 else { return }
    for index in facts.numbers.indices[first...].dropLast() {
      let (one, two) = (facts.numbers[index], facts.numbers[index + 1])
      guard one.kind == .count, one.value < 1000, two.kind == .percent || two.kind == .money,
        two.start > one.end, two.start - one.end <= 6, isRangeLink(Int(one.end)..<Int(two.start))
      else { continue }
      if two.kind == .percent {
        guard one.value <= 100 else { continue }
        facts.numbers[index].kind = .percent
      } else if let power = scale(of: two), !isScaled(one) {
        for _ in 0..<power { facts.numbers[index].value *= 10 }
        facts.numbers[index].value = min(facts.numbers[index].value, NumberFact.largest)
        facts.numbers[index].kind = .money
      }
    }
  }

  private func isRangeLink(_ range: Range<Int>) -> Bool {
    let words = document.text[range].split(separator: 0x20)
    guard words.count == 1, let word = words.first else { return false }
    return ["to", "and", "or", "à", "et", "ou"].contains { word.elementsEqual($0.utf8) }
  }

  /// The power of ten of the word for a size in a number: 6 for "million".
  private func scale(of number: NumberFact) -> Int? {
    pieces(of: number, andBehind: 12).first { $0.wordClass == .scale && $0.known >= 6 }
      .map { Int($0.known) }
  }

  private func isScaled(_ number: NumberFact) -> Bool {
    pieces(of: number).contains { $0.wordClass == .scale }
  }

  /// The tokens of a number, and those that end at most so many bytes behind it.
  private func pieces(of number: NumberFact, andBehind more: Int = 0) -> ArraySlice<FactToken> {
    tokens.list[tokens.firstIndex(endingBehind: Int(number.start))...]
      .prefix { $0.end <= Int(number.end) + more }
  }
}
