internal import Checking
internal import Facts

/// Relations between numbers that one sentence, or two or three in a row, say in words: so many times so many, what
/// is left of a sum, double or half, so much a year for so long.
struct NumberRelations {
  let facts: DocumentFacts
  let unit: Int

  typealias Wrong = (kind: String, arguments: [String: FindingArgument])

  func wrong() -> Wrong? {
    product() ?? multiple() ?? years() ?? statesOfAll() ?? shareOfBefore()
      ?? ThreeNumbers(facts: facts, unit: unit).wrong()
      ?? NumberLedger(facts: facts, unit: unit)?.wrong()
  }

  private func numbers(_ unit: Int) -> [NumberFact] {
    facts.numbers(of: unit).filter { $0.kind != .label }
  }

  /// The sentence so many places further in the same paragraph; `nil` when there is none.
  private func beside(_ step: Int) -> Int? {
    let other = unit + step
    guard facts.units.indices.contains(other), facts.units[other].block == facts.units[unit].block,
      !facts.units[other].isListItem
    else { return nil }
    return other
  }

  private static func isExact(_ number: NumberFact) -> Bool {
    number.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union([.ordinal, .change]))
  }

  private func quoted(_ number: NumberFact) -> FindingArgument {
    .text(facts.quote(number.start, number.end))
  }

  private func front(_ number: NumberFact, _ length: UInt32 = 40) -> String {
    let start = facts.units[Int(number.unit)].textStart
    return " "
      + facts.small(max(start, number.start > length ? number.start - length : 0), number.start)
  }

  private func behind(_ number: NumberFact, _ length: UInt32 = 40) -> String {
    facts.small(number.end, min(facts.units[Int(number.unit)].textEnd, number.end + length))
  }

  // MARK: Products

  /// "Three sessions were held, each with twenty-four guides. In all, ninety guides …"
  private func product() -> Wrong? {
    let own = numbers(unit).filter { $0.kind == .count || $0.kind == .money }
    guard own.count >= 2, own.count <= 3, own.allSatisfy(Self.isExact), let count = own.first,
      count.kind == .count, count.value >= 2, count.value <= 1000,
      facts.unit(unit, holds: Self.each)
    else { return nil }
    let each = own[1]
    let between = facts.small(count.end, each.start)
    let isEach =
      Self.each.stand(in: between + " ") || Self.each.stand(in: " " + behind(each, 36) + " ")
      || Self.eachOf.stand(in: front(count, 18))
    guard isEach, between.utf8.count <= 60, each.value >= 2,
      !facts.unit(unit, holds: Self.limits)
    else { return nil }
    var total: NumberFact?
    if own.count == 3 {
      let last = own[2]
      if last.kind == each.kind,
        SaidSum.says(total: front(last), behind(last)) || Self.makes.stand(in: front(last, 24))
      {
        total = last
      }
    } else if let next = beside(1) {
      let theirs = numbers(next).filter { $0.kind == each.kind }
      if theirs.count == 1, let last = theirs.first, Self.isExact(last),
        SaidSum.says(total: front(last), behind(last))
      {
        total = last
      }
    }
    guard let total, total.value > max(each.value, count.value) else { return nil }
    let sum = count.value * each.value
    guard abs(sum - total.value) > (each.kind == .money ? 0.01 * sum : 0.01) else { return nil }
    return (
      "product",
      ["count": quoted(count), "each": quoted(each), "total": quoted(total), "sum": .number(sum)]
    )
  }

  private static let each: Stretches = [
    " each ", " each,", " each.", " apiece", " per ", "chacun", "chaque ",
  ]
  private static let eachOf: Stretches = [" each of ", "chacun des ", "chacune des "]
  private static let limits: Stretches = [
    "up to", "between", " to ", "at most", "jusqu", "entre ", "au plus", "on average", "en moyenne",
    "part-time",
  ]

  // MARK: Multiples

  private static let factors: [(words: String, factor: Double)] = [
    ("doubled", 2), ("twice", 2), ("doublé", 2), ("le double", 2), ("tripled", 3),
    ("three times", 3), ("triplé", 3), ("le triple", 3), ("trois fois", 3), ("quadrupled", 4),
    ("four times", 4), ("quatre fois", 4), ("quadruplé", 4), ("halved", 0.5), ("cut in half", 0.5),
    ("by half", 0.5), ("de moitié", 0.5), ("half as many", 0.5),
  ]
  private static let factor = Stretches(factors.map(\.words))

  /// "has doubled, from thirty to fifty-two"
  private func multiple() -> Wrong? {
    let own = numbers(unit).filter { [.count, .money, .percent].contains($0.kind) }
    guard own.count == 2, own[0].kind == own[1].kind, own.allSatisfy(Self.isExact),
      own[0].qualifiers.contains(.baseline), own[1].qualifiers.contains(.target), own[0].value > 0,
      let hit = Self.factor.first(in: facts.text, facts.units[unit].textRange),
      !facts.unit(unit, holds: Self.roughly)
    else { return nil }
    let factor = Self.factors[hit.index]
    let meant = own[0].value * factor.factor
    guard abs(own[1].value - meant) > 0.08 * meant else { return nil }
    return (
      "change",
      [
        "one": quoted(own[0]), "two": quoted(own[1]),
        "stated": .text(facts.quote(hit.end - factor.words.utf8.count..<hit.end)),
        "sum": .number(abs(own[1].value - own[0].value)),
      ]
    )
  }

  private static let roughly: Stretches = [
    "more than", "almost", "nearly", "about", "roughly", "over ", "close to", "plus que", "presque",
    "près d", "environ", "will ", "should", "goal", "not quite",
  ]

  // MARK: Years

  /// "… costs 1.2 million a year. Over the five years this comes to 7 million."
  private func years() -> Wrong? {
    guard let before = beside(-1) else { return nil }
    let money = numbers(before).filter { $0.kind == .money }
    let own = numbers(unit)
    let totals = own.filter { $0.kind == .money }
    let lengths = own.filter { $0.kind == .duration && !$0.qualifiers.contains(.shortTime) }
    guard money.count == 1, let yearly = money.first, yearly.qualifiers.contains(.yearly),
      Self.isExact(yearly), totals.count == 1, let total = totals.first, Self.isExact(total),
      !total.qualifiers.contains(.yearly), lengths.count == 1, let length = lengths.first,
      length.value >= 24, total.value > yearly.value,
      facts.unit(unit, holds: Self.makes) || total.qualifiers.contains(.total)
    else { return nil }
    let sum = yearly.value * length.value / 12
    guard abs(sum - total.value) > 0.02 * total.value else { return nil }
    return (
      "years", ["yearly": quoted(yearly), "total": quoted(total), "sum": .number(sum)]
    )
  }

  private static let makes: Stretches = [
    "comes to", "come to", "came to", "so that", "gives ", "amounts to", "amount to", "makes",
    "adds up", "in all", "altogether",
    "total", "soit ", "représente", "s’élève", "s'élève", "en tout", "ce qui fait", "donne ",
  ]

  // MARK: States

  /// "eighty complaints. Fifty-two were upheld, twenty-one were dismissed and nineteen are open."
  private func statesOfAll() -> Wrong? {
    guard let before = beside(-1) else { return nil }
    let parts = numbers(unit)
    let wholes = numbers(before)
    guard parts.count >= 3, parts.count <= 6, wholes.count == 1, let whole = wholes.first,
      whole.kind == .count, Self.isExact(whole),
      parts.allSatisfy({ $0.kind == .count && Self.isExact($0) && $0.value < whole.value }),
      parts.allSatisfy({ Self.state.stand(in: behind($0, 26)) })
    else { return nil }
    for near in [before, unit, beside(1)].compactMap(\.self)
    where facts.unit(near, holds: WholeAndParts.overlapping) || facts.unit(near, holds: Self.both) {
      return nil
    }
    let sum = parts.reduce(0) { $0 + $1.value }
    guard sum > whole.value else { return nil }
    return ("parts", ["whole": quoted(whole), "sum": .number(sum)])
  }

  private static let state: Stretches = [
    " were ", " are ", " was ", " is ", " have been", " had been", "remain", "still ", " ont été",
    " sont ", " étaient ", " restent", " a été", " est ", "pending", "refused", "rejet",
  ]
  private static let both: Stretches = [
    "more than one", "both", "several", "plusieurs", "two of these", " about ", "also", "aussi",
  ]

  // MARK: Shares

  /// "… received 240. It granted 150 of them. Three quarters were thus met."
  private func shareOfBefore() -> Wrong? {
    guard let before = beside(-1), let first = beside(-2) else { return nil }
    let own = numbers(unit)
    let parts = numbers(before)
    let wholes = numbers(first)
    guard own.count == 1, let share = own.first, share.kind == .percent, share.value < 100,
      share.qualifiers.isDisjoint(with: [.change, .target, .baseline]),
      parts.count == 1, let part = parts.first, part.kind == .count, Self.isExact(part),
      wholes.count == 1, let whole = wholes.first, whole.kind == .count, Self.isExact(whole),
      whole.value > part.value, WholeAndParts.ofThem.stand(in: behind(part, 40)),
      facts.unit(unit, holds: StatedShares.therefore), facts.dates(of: unit).isEmpty
    else { return nil }
    return wrong(share, part, of: whole)
  }

  /// What is wrong when a share is neither that of a part of a whole nor that of the rest.
  func wrong(_ share: NumberFact, _ part: NumberFact, of whole: NumberFact) -> Wrong? {
    let value = 100 * part.value / whole.value
    guard !ParagraphSums.allows(share, value), !ParagraphSums.allows(share, 100 - value) else {
      return nil
    }
    return (
      "share",
      [
        "part": quoted(part), "whole": quoted(whole), "percent": quoted(share),
        "share": .number((value * 10).rounded() / 10),
      ]
    )
  }
}
