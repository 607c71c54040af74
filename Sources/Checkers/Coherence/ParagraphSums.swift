internal import Checking
internal import Facts

/// Sums and shares that a paragraph, or a list with its lead-in, tells over several sentences.
struct ParagraphSums {
  let facts: DocumentFacts
  let unit: Int

  typealias Arguments = [String: FindingArgument]

  private var numbers: [NumberFact] { Array(facts.numbers(of: unit)) }

  // MARK: Shares

  /// "Twenty-one of them were women, or almost half", the whole named in the sentence or the one before.
  func wrongShare() -> Arguments? {
    let own = numbers
    for share in own where share.kind == .percent && share.value <= 100 {
      guard let part = part(of: share, own), let whole = whole(of: part, own) else { continue }
      let value = 100 * part.value / whole.value
      guard !Self.allows(share, value) else { continue }
      return [
        "part": .text(facts.quote(part.start, part.end)),
        "whole": .text(facts.quote(whole.start, whole.end)),
        "percent": .text(facts.quote(share.start, share.end)),
        "share": .number((value * 10).rounded() / 10),
      ]
    }
    return nil
  }

  /// The count that a share says again: "21 of them, or almost half", "21 (33%)", "a third (21)".
  private func part(of share: NumberFact, _ own: [NumberFact]) -> NumberFact? {
    let counts = own.filter { $0.kind == .count && $0.qualifiers.isDisjoint(with: .loose) }
    if let part = counts.last(where: { $0.end <= share.start }), share.start - part.end <= 120 {
      let between = facts.small(part.end, share.start)
      let isSaidAgain =
        between.hasSuffix("(") || between.contains(", or ") || between.contains("that is")
        || between.contains("i.e.") || between.contains("soit ") || between.contains(", ou ")
        || between.contains("– ") || between.contains("representing")
        || between.contains("représent") || between.contains("equal to")
      // Over a longer way only a word right in front of the share ties the two.
      let isNear = share.start - part.end <= 70 || Self.again.stand(in: String(between.suffix(20)))
      let isOwn = isNear && !own.contains { $0.start >= part.end && $0.end <= share.start }
      if isSaidAgain, isOwn, !between.dropLast().contains(")") {
        // "fourteen of these forty posts, that is 45%": the share is that of the fourteen.
        if let first = counts.last(where: { $0.end <= part.start }), first.value < part.value,
          isOf(first, part)
        {
          return first
        }
        return part
      }
    }
    // "a third (21)"
    if let part = counts.first(where: { $0.start >= share.end }), part.start - share.end <= 30,
      part.qualifiers.contains(.inParentheses),
      !own.contains(where: { $0.start >= share.end && $0.end <= part.start })
    {
      return part
    }
    // "women were nearly half of them: twenty-one out of sixty"
    if counts.count == 2, own.count(where: { $0.kind == .percent }) == 1,
      let first = counts.first, let last = counts.last, first.value < last.value,
      first.start >= share.end || last.end <= share.start, isOf(first, last)
    {
      let between =
        first.start >= share.end
        ? facts.small(share.end, first.start) : facts.small(last.end, share.start)
      if between.utf8.count <= 110, between.contains(where: { ":;(,–—".contains($0) }) {
        return first
      }
    }
    return nil
  }

  private static let again: Stretches = [
    ", or ", "that is", "which is", ", soit ", ", ou ", "i.e.", "representing", "représentant",
  ]

  private static let ofThem = [
    "of them", "of these", "of those", "of whom", "of which", "among them", "d’entre eux",
    "d'entre eux", "d’entre elles", "d'entre elles", "parmi eux", "parmi elles", "dont ",
    "parmi ceux", "parmi celles", "de ce nombre", "of this number", "of that number",
  ]

  /// The whole: "21 of 64", or the only larger count in the sentences just before.
  private func whole(of part: NumberFact, _ own: [NumberFact]) -> NumberFact? {
    func isWhole(_ number: NumberFact) -> Bool {
      number.kind == .count && number.value > part.value
        && number.qualifiers.isDisjoint(with: .loose)
    }
    if let next = own.first(where: { $0.start > part.end }), isWhole(next), isOf(part, next) {
      return next
    }
    let around =
      facts.small(part.end, min(part.end + 48, UInt32(facts.units[unit].textEnd)))
      + facts.small(UInt32(facts.units[unit].textStart), part.start)
    // "or 45% of the group": of all those whom the sentence before counts.
    let share = own.first { $0.kind == .percent && $0.start >= part.end }
    let behind = share.map {
      facts.small($0.end, min($0.end + 36, UInt32(facts.units[unit].textEnd)))
    }
    // « Sur les 150 membres, 45 étaient … »: the sentence opens with its whole.
    let opening =
      " " + facts.small(UInt32(facts.units[unit].textStart), own.first?.start ?? part.start)
    guard
      behind.map({ Self.ofAll.stand(in: $0) }) ?? false
        || WholeAndParts.taking.stand(in: opening)
        || Self.ofThem.contains(where: { around.contains($0) })
    else { return nil }
    let earlier = own.filter {
      $0.end <= part.start && isWhole($0) && !Self.hasShare($0, own, facts)
    }
    if !earlier.isEmpty { return earlier.count == 1 ? earlier.first : nil }
    guard unit > 0, facts.units[unit - 1].block == facts.units[unit].block else { return nil }
    let before = facts.numbers(of: unit - 1).filter { $0.kind == .count }
    guard before.count == 1, let whole = before.first, isWhole(whole) else { return nil }
    return whole
  }

  /// "120 (60%) named …, 90 (45%) named …": a count with a share of its own is a part beside the others.
  static func hasShare(
    _ number: NumberFact, _ own: [NumberFact], _ facts: DocumentFacts
  ) -> Bool {
    guard let next = own.first(where: { $0.start >= number.end }), next.kind == .percent,
      next.start - number.end <= 4
    else { return false }
    return facts.small(number.end, next.start).hasSuffix("(")
  }

  private static let ofAll: Stretches = [
    "of the group", "of the total", "of all", "of the whole", "of participants",
    "of the participants", "du groupe", "du total", "de l’ensemble", "de l'ensemble",
    "des participants", "de tous", "de toutes", "of the class", "of the cohort", "of the number",
  ]

  /// "fourteen of these forty", « 21 sur 64 ».
  private func isOf(_ part: NumberFact, _ whole: NumberFact) -> Bool {
    let between = facts.small(part.end, whole.start).split(separator: " ")
    return between.count <= 5
      && between.contains { ["of", "sur", "des", "the", "de", "parmi", "out"].contains($0) }
  }

  /// True when a share, as loosely as it is said, is the value worked out.
  static func allows(_ share: NumberFact, _ value: Double) -> Bool {
    var slack = 0.5
    for _ in 0..<Int(share.decimals) { slack /= 10 }
    if share.qualifiers.contains(.inWords) { slack = 3 }
    if share.qualifiers.contains(.about) { slack = share.qualifiers.contains(.inWords) ? 7 : 3 }
    if !share.qualifiers.isDisjoint(with: [.over, .atLeast]) {
      return value > share.value - slack && value < share.value + 25
    }
    if !share.qualifiers.isDisjoint(with: [.under, .atMost]) {
      return value < share.value + slack && value > share.value - 25
    }
    return abs(value - share.value) <= slack + 0.01
  }

  // MARK: Parts

  private static let oftenCounted: Stretches = ["more than one", "several", "plus d", "plusieurs"]
  private static let splitting: Stretches = [
    "divided", "split ", "shared among", "shared between", "broken down", "made up of",
    "is made of", "consists of", "allocated as follows", "as follows", "components", "streams",
    "répart", "divisé", "ventilé", "se compose", "composé", "comme suit", "partagé", "distributed",
    "comprises", "comprend ", "comprising", "which breaks down",
  ]
  private static let partial: Stretches = [
    "including", "such as", "among them", "among others", "for example", "of which", "notamment",
    "par exemple",
    "dont ", "y compris", "main ", "largest", "principa", "some of", "at least",
  ]

  /// A total that is said to be divided, and the parts that the next sentences or items name.
  func wrongParts() -> Arguments? {
    let here = facts.units[unit]
    if let wrong = wrongShares() ?? tooManyOfThem() ?? wrongInstalments()
      ?? SaidSum(facts: facts, unit: unit).wrong()
    {
      return wrong
    }
    let wholes = numbers.filter { $0.kind == .money || $0.kind == .count && $0.value >= 10 }
    guard let whole = wholes.first, wholes.allSatisfy({ $0.kind == whole.kind }),
      whole.qualifiers.isDisjoint(with: .loose), facts.unit(unit, holds: Self.splitting)
    else { return nil }
    let parts: [NumberFact]
    if wholes.count >= 3 {
      // A list of amounts with no whole in front has its word of dividing, if any, behind.
      guard let first = wholes.dropFirst().first, !facts.unit(unit, holds: Self.rest),
        Self.splitting.stand(in: facts.small(here.textStart, first.start))
      else { return nil }
      parts = Array(wholes.dropFirst())
    } else if wholes.count == 1 {
      parts = following(whole, here)
    } else {
      return nil
    }
    guard parts.count >= 2, parts.allSatisfy({ $0.value < whole.value }),
      parts.allSatisfy({ $0.qualifiers.isDisjoint(with: .loose) })
    else { return nil }
    let sum = parts.reduce(0) { $0 + $1.value }
    guard abs(sum - whole.value) > slack(whole, parts) else { return nil }
    // Less than the whole is wrong only where the parts are all there.
    if sum < whole.value {
      guard !facts.unit(unit, holds: Self.partial), isComplete(parts) else { return nil }
    }
    return ["whole": .text(facts.quote(whole.start, whole.end)), "sum": .number(sum)]
  }

  /// "Twenty-two of them went to Haiti, nineteen to Kosovo and twenty-four to Fiji" of sixty, where nobody can be
  /// in two places.
  private func tooManyOfThem() -> Arguments? {
    guard unit > 0, facts.units[unit - 1].block == facts.units[unit].block else { return nil }
    let own = numbers.filter { $0.kind == .count }
    // "each in one only" is no part.
    let parts = own.filter { $0.value > 1 || !$0.qualifiers.contains(.inWords) }
    guard parts.count >= 2, let first = parts.first,
      parts.allSatisfy({ $0.qualifiers.isDisjoint(with: .loose.union(.ordinal)) })
    else { return nil }
    let around =
      facts.small(first.end, min(first.end + 40, UInt32(facts.units[unit].textEnd)))
      + facts.small(UInt32(facts.units[unit].textStart), first.start)
    // "Eleven were in towns, nine in valleys": the number stands for the noun of the sentence before.
    let opens = Int(first.start) - Int(facts.units[unit].textStart) <= 2
    let isElliptic =
      opens
      && Self.standing.stand(
        in: facts.small(first.end, min(first.end + 14, UInt32(facts.units[unit].textEnd))))
    guard isElliptic || Self.ofThem.contains(where: { around.contains($0) }) else { return nil }
    let before = facts.numbers(of: unit - 1).filter {
      $0.kind == .count && $0.value > first.value
    }
    guard before.count == 1, let whole = before.first, whole.qualifiers.isDisjoint(with: .loose),
      parts.allSatisfy({ $0.value < whole.value })
    else { return nil }
    let near = max(0, unit - 1)...min(facts.units.count - 1, unit + 2)
    let block = facts.units[unit].block
    func says(_ words: Stretches) -> Bool {
      near.contains { facts.units[$0].block == block && facts.unit($0, holds: words) }
    }
    let isDenied =
      says(Self.notTwice)
      || near.contains { facts.units[$0].block == block && Self.deniesTwo(facts, $0) }
    guard isDenied || !says(Self.overlapping) && says(Self.apart) else { return nil }
    let sum = parts.reduce(0) { $0 + $1.value }
    guard sum > whole.value else { return nil }
    return ["whole": .text(facts.quote(whole.start, whole.end)), "sum": .number(sum)]
  }

  private static let rest: Stretches = [
    "the rest", "remainder", "the others", "le reste", "le solde", "les autres", "balance ",
  ]
  private static let ofIt: Stretches = [
    "of this sum", "of this amount", "of that sum", "of that amount", "of this total", "of it",
    "of which", "de cette somme", "de ce montant", "sur cette somme", "sur ce montant",
    "instalment", "installment", "tranche", "versement", "this money", "this sum", "this amount",
    "cette somme", "ce montant", "it is made up", "première année", "first year",
  ]

  /// "… twelve million dollars over four years. Of this sum, two million in 2025–26, three in …"
  private func wrongInstalments() -> Arguments? {
    guard unit > 0, facts.units[unit - 1].block == facts.units[unit].block else { return nil }
    func isSum(_ number: NumberFact) -> Bool {
      (number.kind == .money || number.kind == .count) && number.value >= 10_000
        && number.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.yearly))
    }
    let parts = numbers.filter(isSum)
    let wholes = facts.numbers(of: unit - 1).filter(isSum)
    guard parts.count >= 3, wholes.count == 1, let whole = wholes.first,
      parts.count == numbers.count(where: { $0.kind == .money || $0.value >= 10_000 }),
      parts.allSatisfy({ $0.value < whole.value }), !facts.unit(unit, holds: Self.rest)
    else { return nil }
    let years = Set(facts.dates(of: unit).map(\.first)).count
    guard facts.unit(unit, holds: Self.ofIt) || years >= parts.count else { return nil }
    let sum = parts.reduce(0) { $0 + $1.value }
    guard abs(sum - whole.value) > max(slack(whole, parts), 1) else { return nil }
    if sum < whole.value {
      // As many as were announced: "over four years", "in three instalments".
      let isAll = facts.numbers(of: unit - 1).contains {
        $0.kind == .duration
          ? Int($0.value) == 12 * parts.count
          : $0.kind == .count && Int($0.value) == parts.count
      }
      guard isAll, !facts.unit(unit, holds: Self.partial) else { return nil }
    }
    return ["whole": .text(facts.quote(whole.start, whole.end)), "sum": .number(sum)]
  }

  private static let standing: Stretches = [
    " were ", " are ", " went ", " was ", " came ", " lie", " stand", " live", " étaient ",
    " sont ",
    " se trouv", " ont ", " viennent", " venaient", " s’", " s'",
  ]
  /// Nothing is counted in two of the parts, in so many words.
  private static let notTwice: Stretches = [
    "none of them in more than one", "none in more than one", "nobody in more than one",
    "none is counted twice", "no one is counted twice", "none counted twice", "no overlap",
    "without overlap", "sans chevauchement", "aucun chevauchement", "aucune n’est comptée deux",
    "aucun n’est compté deux", "aucune n'est comptée deux", "aucun n'est compté deux",
    "n’appartient à plus d’un", "n'appartient à plus d'un", "ne figure dans plus d",
  ]

  /// "No centre belongs to more than one", « aucune ne fait partie de plus d’un »: what would count twice, denied.
  private static func deniesTwo(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let range = facts.units[unit].textRange
    guard let twice = ofTwo.first(in: facts.text, range) else { return false }
    return facts.range(max(range.lowerBound, twice.end - 60)..<twice.end, holds: denying)
  }

  private static let ofTwo: Stretches = [
    "belongs to more than one", "belong to more than one", "is in more than one",
    "are in more than one", "fait partie de plus d", "font partie de plus d",
  ]
  private static let denying: Stretches = [
    "no ", "none ", "nobody ", "not ", "aucun", "nul ", "nulle ", " ne ", "personne ",
  ]
  private static let overlapping: Stretches = [
    "more than one", "in both", "several of", "more than once", "plus d’un", "plus d'un",
    "à la fois", "overlap", "twice", "deux fois", "exceed", "dépass",
  ]
  /// Nobody is counted in two of the parts.
  private static let apart: Stretches = [
    "each in one", "in one mission only", "one mission only", "in one only", "only once",
    "nobody", "no one", "each served in", "each went to", "the others", "the rest", "all of them",
    "remaining", "une seule", "un seul", "les autres", "le reste", "chacun dans", "chacune dans",
    "went to", "were posted", "were sent", "se sont rendu", "ont été envoyé", "ont été affect",
    "moved to", "settled in", "assigned to",
  ]

  /// "40% for clinics, 35% for radio and 30% for training": shares of one whole that are more than all of it.
  private func wrongShares() -> Arguments? {
    let shares = numbers.filter { $0.kind == .percent && $0.qualifiers.isDisjoint(with: .loose) }
    guard shares.count >= 3, shares.count == numbers.count(where: { $0.kind == .percent }),
      facts.unit(unit, holds: Self.splitting),
      !facts.unit(unit, holds: Self.oftenCounted)
    else { return nil }
    let sum = shares.reduce(0) { $0 + $1.value }
    guard sum > 100 + 0.5 * Double(shares.count + 1) else { return nil }
    return ["whole": .text("100%"), "sum": .number(sum)]
  }

  /// One number of the kind in each of the next sentences of the paragraph, or items of the list.
  private func following(_ whole: NumberFact, _ here: FactUnit) -> [NumberFact] {
    var parts: [NumberFact] = []
    var next = unit + 1
    while next < facts.units.count, parts.count < 24 {
      let other = facts.units[next]
      let isNext = other.block == here.block || (other.isListItem && Int(other.context) == unit)
      guard isNext else { break }
      let own = facts.numbers(of: next).filter { $0.kind == whole.kind }
      if own.count > 1 { return [] }
      if let part = own.first {
        parts.append(part)
      } else if other.isListItem || !parts.isEmpty {
        break
      }
      next += 1
    }
    return parts
  }

  /// As many parts as were announced, or all items of a list, or a last one that "and" brings in.
  private func isComplete(_ parts: [NumberFact]) -> Bool {
    let announced = numbers.contains { number in
      number.qualifiers.contains(.inWords) && number.kind == .count
        && Int(number.value) == parts.count
    }
    if announced { return true }
    guard let last = parts.last else { return false }
    if facts.units[Int(last.unit)].isListItem { return true }
    let before = facts.quote(max(0, Int(last.start) - 40)..<Int(last.start)).lowercased()
    return Int(last.unit) == unit && (before.contains(" and ") || before.contains(" et "))
  }

  /// What rounding can make of it.
  private func slack(_ whole: NumberFact, _ parts: [NumberFact]) -> Double {
    var step = 1.0
    let all = parts + [whole]
    let decimals = all.map(\.decimals).max() ?? 0
    for _ in 0..<Int(decimals) { step /= 10 }
    guard whole.kind == .money else { return 1e-6 }
    let scale = whole.value >= 1e9 ? 1e9 : whole.value >= 1e6 ? 1e6 : 1
    let isScaled =
      decimals > 0
      || parts.allSatisfy {
        $0.value.truncatingRemainder(dividingBy: 100_000) == 0
      }
    return isScaled && decimals > 0 ? step * scale * 0.5 * Double(parts.count + 1) + 1e-6 : 1e-6
  }

  // MARK: Changes

  private static let changing = Stretches(change + ["double", "doubl", "tripl"])
  private static let inAll: Stretches = [
    "total", "in all", "altogether", "en tout", "soit ", "together",
  ]
  private static let change = [
    "increase", "rise", "rose", "growth", "grew", "gain", "decrease", "drop", "decline", "fell",
    "reduction", "hausse", "augment", "baisse", "diminu", "progress", "recul",
  ]

  /// "from 40 to 60, an increase of 30%".
  func wrongChange() -> Arguments? {
    let own = numbers.filter { [.count, .percent, .money].contains($0.kind) }
    guard own.count >= 2, facts.unit(unit, holds: Self.changing) else { return nil }
    let first = own.indices.first { index in
      index + 1 < own.count && own[index].qualifiers.contains(.baseline)
        && own[index + 1].qualifiers.contains(.target) && own[index].kind == own[index + 1].kind
    }
    guard let (one, two) = first.map({ (own[$0], own[$0 + 1]) }) ?? twoYears(own) else {
      return nil
    }
    guard one.value > 0, one.qualifiers.union(two.qualifiers).isDisjoint(with: .loose) else {
      return nil
    }
    let difference = abs(two.value - one.value)
    let relative = 100 * difference / one.value
    for number in own where number != one && number != two {
      let near =
        facts.small(UInt32(max(0, Int(number.start) - 32)), number.start)
        + facts.small(number.end, min(number.end + 24, facts.units[unit].textEnd))
      guard Self.change.contains(where: { near.contains($0) }) else { continue }
      let slack = number.qualifiers.isDisjoint(with: .loose) ? 1.0 : 4.0
      if number.kind == .percent {
        let isRight =
          abs(number.value - relative) <= slack
          || (one.kind == .percent && abs(number.value - difference) <= slack)
        if isRight { return nil }
        return arguments(one, two, number, one.kind == .percent ? difference : relative)
      }
      if number.kind == one.kind || (one.kind == .percent && number.kind == .count) {
        if abs(number.value - difference) <= 0.05 * difference + slack { return nil }
        return number.value < max(one.value, two.value)
          ? arguments(one, two, number, difference) : nil
      }
    }
    return nil
  }

  /// Two values of one thing, each with its year or one set against the other, the earlier first: "40 in 2024 and
  /// 60 in 2026", "60, up from 40".
  private func twoYears(_ own: [NumberFact]) -> (NumberFact, NumberFact)? {
    let values = own.filter { number in
      let near = facts.small(UInt32(max(0, Int(number.start) - 32)), number.start)
      return !(number.kind == .percent && Self.change.contains { near.contains($0) })
    }
    guard values.count == 2, values.count < own.count, values[0].kind == values[1].kind,
      values[0].kind != .percent
    else { return nil }
    let between = facts.small(values[0].end, values[1].start)
    if between.utf8.count <= 48, Self.backwards.stand(in: between) { return (values[1], values[0]) }
    let (x, y) = (values[0].year, values[1].year)
    guard x > 0, y > 0, x != y, facts.dates(of: unit).count == 2 else { return nil }
    return x < y ? (values[0], values[1]) : (values[1], values[0])
  }

  private static let backwards: Stretches = [
    "up from", "down from", "compared with", "compared to", "against", "contre ", "par rapport",
    "comparativement", "alors qu",
  ]

  private func arguments(
    _ one: NumberFact, _ two: NumberFact, _ stated: NumberFact, _ value: Double
  ) -> Arguments {
    [
      "one": .text(facts.quote(one.start, one.end)), "two": .text(facts.quote(two.start, two.end)),
      "stated": .text(facts.quote(stated.start, stated.end)),
      "sum": .number((value * 10).rounded() / 10),
    ]
  }

  // MARK: Products

  /// "12 grants of $50,000 each, $800,000 in total".
  func wrongProduct() -> Arguments? {
    let own = numbers.filter { $0.qualifiers.isDisjoint(with: .loose) }
    let money = own.filter { $0.kind == .money }
    let counts = own.filter { $0.kind == .count && $0.value >= 2 }
    guard money.count == 2, counts.count == 1, let count = counts.first,
      let each = money.first(where: { isEach($0) }), let total = money.first(where: { $0 != each }),
      total.value > each.value, count.start < each.start || count.start - each.end <= 40,
      facts.unit(unit, holds: Self.inAll)
    else { return nil }
    let sum = count.value * each.value
    guard abs(sum - total.value) > 0.02 * total.value else { return nil }
    return [
      "count": .text(facts.quote(count.start, count.end)),
      "each": .text(facts.quote(each.start, each.end)),
      "total": .text(facts.quote(total.start, total.end)), "sum": .number(sum),
    ]
  }

  private func isEach(_ number: NumberFact) -> Bool {
    let behind = facts.small(number.end, min(number.end + 14, facts.units[unit].textEnd))
    return behind.contains("each") || behind.contains("chacun") || behind.contains("apiece")
  }
}
