internal import Checking
internal import Facts

/// A sum that one sentence says behind or before its parts: "two million in 2026–27, three in 2027–28 and four in
/// 2028–29, eleven million in all".
struct SaidSum {
  let facts: DocumentFacts
  let unit: Int

  func wrong() -> [String: FindingArgument]? {
    var all = facts.numbers(of: unit).filter { $0.kind != .label && $0.kind != .duration }
    // "The three instalments of …": how many there are is no part.
    let money = all.filter { $0.kind == .money }
    if money.count >= 3, money.count + 1 == all.count { all = money }
    guard all.count >= 3, let kind = all.first?.kind, kind == .money || kind == .count,
      all.allSatisfy({ $0.kind == kind && $0.column == all[all.startIndex].column }),
      all.allSatisfy({
        $0.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union([.ordinal, .change]))
      }), let first = all.first, let last = all.last,
      !facts.unit(unit, holds: Self.partial), !facts.unit(unit, holds: WholeAndParts.overlapping)
    else { return nil }
    let isBehind = isSum(last, Array(all.dropLast()))
    let whole = isBehind ? last : first
    let parts = Array(isBehind ? all.dropLast() : all.dropFirst())
    guard isBehind || isDivided(whole, parts), parts.allSatisfy({ $0.value < whole.value }) else {
      return nil
    }
    let sum = parts.reduce(0) { $0 + $1.value }
    let unitOfWhole = whole.value >= 1e6 && kind == .money ? 1e5 : 1.0
    let hasDecimals = parts.contains { $0.decimals > 0 } || whole.decimals > 0
    let slack = hasDecimals || kind == .money ? unitOfWhole * 0.51 * Double(parts.count) : 0.01
    guard abs(sum - whole.value) > min(slack, whole.value * 0.04) else { return nil }
    return ["whole": .text(facts.quote(whole.start, whole.end)), "sum": .number(sum)]
  }

  /// The last number is said to be all that stands before it.
  private func isSum(_ last: NumberFact, _ parts: [NumberFact]) -> Bool {
    guard parts.count >= 2, let before = parts.last else { return false }
    let between = facts.small(before.end, last.start)
    let behind = facts.small(last.end, min(last.end + 40, facts.units[unit].textEnd))
    return Self.saying.stand(in: between) || Self.closing.stand(in: behind)
  }

  /// What stands in front of a number, or behind it, says that it is a total.
  static func says(total front: String, _ behind: String) -> Bool {
    saying.stand(in: front) || closing.stand(in: behind) || opening.stand(in: front)
  }

  private static let opening: Stretches = [
    " in all", " in total", " altogether", " total ", " together", " en tout", " au total",
    " soit ",
    " overall",
  ]

  /// The parts follow the whole one by one, each with a year of its own.
  private func isDivided(_ whole: NumberFact, _ parts: [NumberFact]) -> Bool {
    guard parts.count >= 2, let first = parts.first else { return false }
    let between = facts.small(whole.end, first.start)
    guard between.contains(":") || Self.dividing.stand(in: between) else { return false }
    let years = facts.dates(of: unit).filter { $0.start >= first.start }
    return Set(years.map(\.first)).count == parts.count
  }

  private static let saying: Stretches = [
    ", soit ", " soit au total ", "for a total of", "a total of", " in total", "in all",
    "altogether",
    " bring ", " brings ", "bringing", "adding up to", "which add up to", "which makes", "making ",
    " that is ", "pour un total",
    "au total", "en tout", "ce qui fait", "ce qui donne", "totalling", "summing to", "totalisant",
  ]
  private static let closing: Stretches = [
    " in all", " in total", " altogether", " au total", " en tout", " for all three",
    " for the three",
    " for the whole", " overall",
  ]
  private static let dividing: Stretches = [
    "of which", "made up of", "divided", "split", "namely", "répart", "à raison", "dont ",
  ]
  private static let partial: Stretches = [
    "including", "among others", "such as", "notamment", "par exemple", "for example", "compared",
    "against", "instead of", "up from", "down from", "au lieu", "rest ", "remainder", "reste",
  ]
}
