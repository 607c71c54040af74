internal import Checking
internal import Facts

extension NumberLedger {
  // MARK: More than

  /// "46 mediators, eleven more than the 30 of the year before"
  func comparison() -> NumberRelations.Wrong? {
    let counts = own.filter { $0.number.kind == .count || $0.number.kind == .money }
    for (index, step) in counts.enumerated() where index > 0 && index + 1 < counts.count {
      let value = counts[index - 1]
      let base = counts[index + 1]
      let isMore = Self.more.stand(in: base.before)
      guard isMore || Self.fewer.stand(in: base.before), base.before.utf8.count <= 48,
        !base.before.contains(where: { ",;:".contains($0) }),
        value.number.kind == step.number.kind, base.number.kind == step.number.kind,
        [value, step, base].allSatisfy({ $0.isExact }), step.before.utf8.count <= 60
      else { continue }
      let expected = isMore ? base.value + step.value : base.value - step.value
      let slack = value.number.kind == .money ? 0.02 * value.value : 0.01
      guard abs(expected - value.value) > slack else { return nil }
      return (
        "change",
        [
          "one": quoted(base), "two": quoted(value), "stated": quoted(step),
          "sum": .number(abs(value.value - base.value)),
        ]
      )
    }
    return nil
  }

  private static let more: Stretches = [
    " more than ", " higher than ", " above ", " de plus que ", " over and above ",
    " plus que les ", " of an increase over ",
  ]
  private static let fewer: Stretches = [
    " fewer than ", " less than ", " below ", " de moins que ", " lower than ",
  ]

  // MARK: Averages

  /// "40 grants worth $800,000. The average grant was therefore $35,000."
  func average() -> NumberRelations.Wrong? {
    guard
      let mean = own.first(where: {
        ($0.number.kind == .money || $0.number.kind == .count)
          && (Self.averages.stand(in: String($0.before.suffix(60)))
            || Self.averages.stand(in: String($0.after.prefix(24))))
      }), mean.value > 0
    else { return nil }
    let near = entries.filter { $0.unit >= unit - 1 && $0.number != mean.number }
    let totals = near.filter { $0.number.kind == mean.number.kind && $0.value > mean.value }
    let counts = near.filter { $0.number.kind == .count && $0.value >= 2 && !totals.contains($0) }
    guard totals.count == 1, counts.count == 1, let total = totals.first, let count = counts.first,
      total.isExact, count.isExact, mean.number.qualifiers.isDisjoint(with: [.over, .under]),
      near.count == 2, total.unit == count.unit,
      total.unit == unit || facts.dates(of: unit).isEmpty
    else { return nil }
    let sum = count.value * mean.value
    let slack = mean.number.qualifiers.contains(.about) ? 0.15 : 0.05
    guard abs(sum - total.value) > slack * total.value else { return nil }
    return (
      "product",
      ["count": quoted(count), "each": quoted(mean), "total": quoted(total), "sum": .number(sum)]
    )
  }

  private static let averages: Stretches = [" average", " on average", "moyenne", " mean "]

  // MARK: Twice, half

  private static let factors: [(words: String, factor: Double)] = [
    (" doubled", 2), (" twice as", 2), (" twice the", 2), (" double the", 2), (" le double", 2),
    (" a doublé", 2), (" deux fois plus", 2), (" tripled", 3), (" three times as", 3),
    (" triple the", 3), (" trois fois plus", 3), (" a triplé", 3), (" le triple", 3),
    (" quadrupled", 4), (" four times as", 4), (" quatre fois plus", 4), (" halved", 2),
    (" half as many", 2), (" half as much", 2), (" moitié moins", 2), (" deux fois moins", 2),
    (" cut in half", 2), (" réduit de moitié", 2),
  ]
  private static let factor = Stretches(factors.map(\.words))

  /// « En 2023, 45 policières. Il en a formé 60 en 2024, soit deux fois plus. »
  func ratio() -> NumberRelations.Wrong? {
    guard let hit = Self.factor.first(in: facts.text, facts.units[unit].textRange) else {
      return nil
    }
    let factor = Self.factors[hit.index]
    let near = entries.filter {
      $0.unit >= unit - 1 && ($0.number.kind == .count || $0.number.kind == .money)
        && $0.value > 4
    }
    guard near.count == 2, near.allSatisfy(\.isExact), near[1].unit == unit,
      near[0].number.kind == near[1].number.kind,
      near[0].number.year > 0, near[1].number.year > 0, near[0].number.year != near[1].number.year,
      !facts.unit(unit, holds: Self.roughly),
      hit.end <= Int(near[1].number.start)
        || !Self.joins.stand(in: facts.small(near[1].number.end, UInt32(hit.end)))
    else { return nil }
    let (low, high) = (min(near[0].value, near[1].value), max(near[0].value, near[1].value))
    let actual = high / low
    guard abs(actual - factor.factor) > 0.08 * factor.factor,
      abs(actual - factor.factor - 1) > 0.08 * factor.factor
    else { return nil }
    return (
      "change",
      [
        "one": quoted(near[0]), "two": quoted(near[1]),
        "stated": .text(facts.quote(hit.end - factor.words.utf8.count + 1..<hit.end)),
        "sum": .number(high - low),
      ]
    )
  }

  /// What was doubled may be another thing: "60 were trained, and the budget doubled".
  private static let joins: Stretches = [" and ", " et ", " while ", " tandis ", ";"]
  private static let roughly: Stretches = [
    "more than", "almost", "nearly", "about", "roughly", "over ", "close to", "plus que", "presque",
    "près d", "environ", " will ", "should", "goal", "not quite",
  ]
}

extension NumberLedger.Entry: Equatable {
  static func == (one: Self, two: Self) -> Bool { one.number == two.number }
}
