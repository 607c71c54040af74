internal import Checking
internal import Facts

extension NumberLedger {
  // MARK: Parts of the sentence before

  /// "filled eighteen posts. Seven were in headquarters, nine in the field, and another six with partners; nobody held
  /// two posts."
  func partition() -> NumberRelations.Wrong? {
    let parts = own.filter { $0.number.kind == .count }
    guard parts.count >= 2, parts.allSatisfy(\.isExact), let first = parts.first,
      stands(alone: first), deniesDoubles || areIn(parts) && !mayCountTwice
    else { return nil }
    let largest = parts.map(\.value).max() ?? 0
    let wholes = entries.filter {
      $0.unit == unit - 1 && $0.number.kind == .count && $0.value > largest
    }
    guard wholes.count == 1, let whole = wholes.first, whole.isExact else { return nil }
    let sum = parts.reduce(0) { $0 + $1.value }
    guard sum > whole.value else { return nil }
    return ("parts", ["whole": quoted(whole), "sum": .number(sum)])
  }

  /// The number opens the sentence, alone or behind "of these", without a noun of its own.
  private func stands(alone entry: Entry) -> Bool {
    let front = entry.before.split(separator: " ")
    let isOpening = front.isEmpty || (front.count <= 3 && Self.ofThem.stand(in: entry.before))
    guard isOpening, let next = entry.after.split(whereSeparator: { " ,.;".contains($0) }).first
    else { return false }
    return Self.verbs.contains(next) || Self.places.contains(next) || next.hasSuffix("ed")
      || next == "of" || next == "d’entre" || next == "d'entre" || !front.isEmpty
  }

  /// Each part goes or is somewhere: a place or a body in the same way.
  private func areIn(_ parts: [Entry]) -> Bool {
    parts.allSatisfy { part in
      part.after.split(whereSeparator: { " ,.;".contains($0) }).prefix(3)
        .contains { Self.places.contains($0) }
    }
  }

  private static let verbs: Set<Substring> = [
    "were", "are", "was", "is", "went", "came", "stand", "stood", "lie", "sit", "serve", "work",
    "have", "had", "étaient", "sont", "ont", "vont", "se", "sera", "seront", "will", "travaillent",
    "servent", "remained", "took", "left", "live", "belong", "appartiennent", "relèvent",
  ]
  private static let places: Set<Substring> = [
    "in", "at", "to", "from", "within", "inside", "near", "beside", "dans", "en", "à", "au", "aux",
    "chez",
  ]

  // MARK: What is left

  /// "Fifty came in. The panel accepted 32. The remaining 24 were asked again."
  func remainder() -> NumberRelations.Wrong? {
    guard let rest = own.first(where: { $0.isExact && isRest($0) }),
      rest.number.kind == .count || rest.number.kind == .money
    else { return nil }
    let others = entries.filter {
      $0.number.kind == rest.number.kind && $0.number != rest.number
        && $0.number.start < rest.number.start
    }
    // "The other three regions" of ten projects.
    let own = noun(rest)
    guard
      !Self.other.stand(in: String(rest.before.suffix(24))) || own.isEmpty || stands(alone: rest)
        || others.contains(where: { !noun($0).isDisjoint(with: own) })
    else { return nil }
    guard (2...4).contains(others.count), others.allSatisfy(\.isExact),
      let whole = others.first, others.dropFirst().allSatisfy({ $0.value < whole.value }),
      rest.value < whole.value, !says(Self.moving)
    else { return nil }
    let taken = Array(others.dropFirst())
    let hasDecimals = entries.contains { $0.number.decimals > 0 }
    let slack =
      rest.number.kind == .money ? (hasDecimals ? 0.015 : 0.005) * whole.value + 0.01 : 0.01
    // Any of what was taken may itself be told in parts.
    for choice in 1..<(1 << taken.count) {
      let sum = taken.indices.reduce(0.0) { $0 + (choice >> $1 & 1 == 1 ? taken[$1].value : 0) }
      if abs(whole.value - sum - rest.value) <= slack { return nil }
    }
    guard taken.count == 1, let one = taken.first, isOfSame(one, whole), isOfSame(rest, whole)
    else { return nil }
    return (
      "change",
      [
        "one": quoted(whole), "two": quoted(one), "stated": quoted(rest),
        "sum": .number(whole.value - one.value),
      ]
    )
  }

  /// No noun of its own stands behind the number, or one that stands behind the whole too.
  private func isOfSame(_ entry: Entry, _ whole: Entry) -> Bool {
    let next = entry.after.split(separator: " ").first
    let isAlone =
      next.map { word in
        Self.verbs.contains(word) || Self.places.contains(word)
          || word.first.map { ",.;:)".contains($0) } ?? true || word.hasPrefix("of")
          || word.hasPrefix("remain") || word.hasPrefix("rest") || word.hasPrefix("left")
      } ?? true
    return isAlone || entry.number.kind == .money || !noun(entry).isDisjoint(with: noun(whole))
  }

  private func isRest(_ entry: Entry) -> Bool {
    Self.restBefore.stand(in: String(entry.before.suffix(24)))
      || Self.restBehind.stand(in: String(entry.after.prefix(20)))
  }

  private static let other: Stretches = [" the other ", " les autres "]
  private static let restBefore: Stretches = [
    " remaining ", " leaves ", " leaving ", " the other ", " les autres ", " laisse ",
    " laissant ", " il reste ", " il en reste ", " restent ", " balance of ", " solde de ",
    " remain ", " still has ", " rest, ", " reste, ",
  ]
  private static let restBehind: Stretches = [
    " remaining", " remained", " remain ", " remain.", " remains", " restant", " are left",
    " is left", " left over", " unspent", " autres ", " restent", " à dépenser", " others ",
  ]
  private static let moving: Stretches = [
    "further", "additional", "added", "supplémentaire", "another", "transfer", "more than",
    "carried", "interest", "intérêt", "plus de", " new ", "nouve", "withdr", "retir",
  ]

  // MARK: So many each

  /// "Every one of the nine regions will receive four interpreters. The 45 interpreters start in May."
  func product() -> NumberRelations.Wrong? {
    guard let total = own.last(where: \.isExact),
      !own.contains(where: { $0.number.kind == .duration })
    else { return nil }
    let before = entries.filter {
      $0.number.start < total.number.start && $0.unit >= unit - 1 && $0.number.kind != .duration
    }
    // Another number behind the second one makes it a range, or one of several.
    guard before.count >= 2 else { return nil }
    for (count, each) in [(before[before.count - 2], before[before.count - 1])]
    where count.unit == each.unit {
      guard count.number.kind == .count, count.isExact, count.value >= 2, count.value <= 1000,
        each.isExact, each.number.kind == total.number.kind, each.value >= 2,
        total.value > max(count.value, each.value), isEach(count, each),
        !facts.unit(each.unit, holds: Self.limits), !facts.unit(unit, holds: Self.limits),
        isTotal(total, of: each)
      else { continue }
      let sum = count.value * each.value
      let slack = each.number.kind == .money ? 0.01 * sum : 0.01
      guard abs(sum - total.value) > slack else { return nil }
      return (
        "product",
        ["count": quoted(count), "each": quoted(each), "total": quoted(total), "sum": .number(sum)]
      )
    }
    return nil
  }

  private func isEach(_ count: Entry, _ each: Entry) -> Bool {
    Self.eachOf.stand(in: String(count.before.suffix(26)))
      || Self.each.stand(in: " " + each.before + String(each.after.prefix(40)))
  }

  private func isTotal(_ total: Entry, of each: Entry) -> Bool {
    if SaidSum.says(total: String(total.before.suffix(40)), String(total.after.prefix(40))) {
      return true
    }
    guard let last = total.before.split(separator: " ").last,
      ["the", "these", "all", "les", "ces", "those"].contains(last)
    else { return false }
    return !noun(total).isDisjoint(with: noun(each))
  }

  private static let each: Stretches = [
    " each ", " each,", " each.", " apiece", " per ", "chacun", "chaque ", " every ",
  ]
  private static let eachOf: Stretches = [
    " each of ", " one of the ", "chacun des ", "chacune des ", " all of the ", " each one of",
    " in every one", " chacun de ", " chacune de ",
  ]
  private static let limits: Stretches = [
    "up to", "between", "at most", "jusqu", "entre ", "au plus", "on average", "en moyenne",
    "part-time", "at least", "au moins", "or more", "ou plus", "a year", "per year", "each year",
    "every year", "yearly", "annual", "par an", "chaque année", "annuel", "a month", "par mois",
  ]
}
