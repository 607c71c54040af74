internal import Checking
internal import Facts

/// Three numbers of one sentence of which two make the third: a part, its whole and the share; an amount, a number and
/// the average; two groups and both together.
struct ThreeNumbers {
  let facts: DocumentFacts
  let unit: Int

  func wrong() -> NumberRelations.Wrong? {
    let own = Array(facts.numbers(of: unit).filter { $0.kind != .label })
    guard own.count >= 2, own.count <= 4,
      own.allSatisfy({
        $0.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union([.ordinal, .change]))
      })
    else { return nil }
    return share(own) ?? average(own) ?? addition(own) ?? bothGenders(own)
  }

  private func quoted(_ number: NumberFact) -> FindingArgument {
    .text(facts.quote(number.start, number.end))
  }

  private func front(_ number: NumberFact, _ length: UInt32) -> String {
    let start = facts.units[unit].textStart
    return " "
      + facts.small(max(start, number.start > length ? number.start - length : 0), number.start)
      + " "
  }

  private func behind(_ number: NumberFact, _ length: UInt32) -> String {
    " " + facts.small(number.end, min(facts.units[unit].textEnd, number.end + length)) + " "
  }

  // MARK: Shares

  private static let again: Stretches = [
    ", that is ", "which is ", "that is, ", ", or ", " soit ", " i.e. ", "representing", "équivaut",
    " ou ", "namely", "représent", "c’est-à-dire", "c'est-à-dire", "making ",
  ]
  private static let ofWhole: Stretches = [
    " of the ", " of ", " of all ", " des ", " sur ", " sur les ", " de ", " de nos ", " out of ",
    " planned ", " prévoyait ",
  ]

  /// "Of the 90 officers, 36 were women, which is 45 per cent", "40 per cent of the 250 places, that is 125".
  private func share(_ own: [NumberFact]) -> NumberRelations.Wrong? {
    let counts = own.filter { $0.kind == .count && $0.value >= 2 }
    guard own.count == 3, counts.count == 2, let share = own.first(where: { $0.kind == .percent }),
      share.value > 0, share.value < 100,
      share.qualifiers.isDisjoint(with: [.target, .baseline, .yearly]),
      let part = counts.min(by: { $0.value < $1.value }),
      let whole = counts.max(by: { $0.value < $1.value }), part.value < whole.value,
      Self.ofWhole.stand(in: front(whole, 14)), !facts.unit(unit, holds: Self.changing),
      facts.units[unit].flags.isDisjoint(with: [.expands, .reduces])
    else { return nil }
    // One of the two says the other again: the share the part, or the part the share.
    let (first, second) = part.start < share.start ? (part, share) : (share, part)
    let between = " " + facts.small(first.end, second.start) + " "
    let isClosed =
      second == part && between.hasSuffix(", ")
      && behind(part, 14).dropFirst().contains(",")
    guard between.utf8.count <= 64, Self.again.stand(in: between) || isClosed,
      !own.contains(where: { $0.start > first.end && $0.end < second.start && $0 != whole })
    else { return nil }
    return NumberRelations(facts: facts, unit: unit).wrong(share, part, of: whole)
  }

  private static let changing: Stretches = [
    "increase", "decrease", "rise", "rose", "fell", "growth", "hausse", "baisse", "augment",
    "diminu",
    "up from", "down from", "compared", "par rapport",
  ]

  // MARK: Averages

  private static let averages: Stretches = ["average of", "on average", "moyenne de", "en moyenne"]

  /// "$600,000 to 40 groups, an average of $25,000 each"
  private func average(_ own: [NumberFact]) -> NumberRelations.Wrong? {
    let money = own.filter { $0.kind == .money }
    let counts = own.filter { $0.kind == .count }
    guard own.count == 3, money.count == 2, counts.count == 1, let count = counts.first,
      count.value >= 2, facts.unit(unit, holds: Self.averages),
      let each = money.min(by: { $0.value < $1.value }),
      let total = money.max(by: { $0.value < $1.value }), each.value > 0,
      Self.averages.stand(in: front(each, 24)) || Self.averages.stand(in: behind(each, 24))
    else { return nil }
    let sum = count.value * each.value
    guard abs(sum - total.value) > 0.05 * total.value else { return nil }
    return (
      "product",
      ["count": quoted(count), "each": quoted(each), "total": quoted(total), "sum": .number(sum)]
    )
  }

  // MARK: Two groups

  private static let adding: Stretches = [
    "added to the", "join the", "joined the", "on top of the", "in addition to the",
    "s’ajoutent aux",
    "s'ajoutent aux", "se joignent aux", "ajoutés aux", "ajoutées aux", "en plus des",
    "besides the",
  ]
  private static let now: Stretches = [
    " now ", " total", "in all", "altogether", "désormais", "maintenant", "en tout", "au total",
    "compte ",
  ]

  /// "With 30 recruits added to the 120 already serving, the corps now has 160 women."
  private func addition(_ own: [NumberFact]) -> NumberRelations.Wrong? {
    guard own.count == 3, own.allSatisfy({ $0.kind == own[0].kind }),
      own[0].kind == .count || own[0].kind == .money,
      Self.adding.stand(in: " " + facts.small(own[0].end, own[1].start) + " "),
      Self.now.stand(in: " " + facts.small(own[1].end, own[2].start) + " ")
        || Self.now.stand(in: behind(own[2], 24))
    else { return nil }
    let sum = own[0].value + own[1].value
    let slack = own[0].kind == .money ? 0.02 * own[2].value : 0.01
    guard abs(sum - own[2].value) > slack else { return nil }
    return ("parts", ["whole": quoted(own[2]), "sum": .number(sum)])
  }

  private static let women: Stretches = ["women", "female", "girls", "femmes", "filles"]
  private static let men: Stretches = [" men", "male ", "boys", "hommes", "garçons"]

  /// "Women are 30 per cent of the staff and men 75 per cent."
  private func bothGenders(_ own: [NumberFact]) -> NumberRelations.Wrong? {
    guard own.count == 2, own.allSatisfy({ $0.kind == .percent }),
      own.allSatisfy({ $0.qualifiers.isDisjoint(with: [.target, .baseline, .yearly]) }),
      facts.dates(of: unit).count <= 1, !facts.unit(unit, holds: Self.apart)
    else { return nil }
    // One gender stands in front of the first share, the other between the two.
    let start = facts.units[unit].textStart
    let opening = " " + facts.small(start, own[0].start)
    let between = " " + facts.small(own[0].end, own[1].start)
    let isWomenFirst = Self.women.stand(in: opening) && !Self.men.stand(in: opening)
    let isMenFirst = Self.men.stand(in: opening) && !Self.women.stand(in: opening)
    guard
      isWomenFirst && Self.men.stand(in: between) && !Self.women.stand(in: between)
        || isMenFirst && Self.women.stand(in: between) && !Self.men.stand(in: between),
      Self.are.stand(in: opening + " ")
    else { return nil }
    let sum = own[0].value + own[1].value
    guard sum > 101 else { return nil }
    return ("parts", ["whole": .text("100%"), "sum": .number(sum)])
  }

  private static let are: Stretches = [
    " are ", " were ", " make up ", " made up ", " form ", " sont ", " étaient ", " représent",
    " forment ", " constitu", " hold ", " held ", " occupent ",
  ]
  private static let apart: Stretches = [
    " of women", " of men", "des femmes", "des hommes", "among", "parmi", "say", "said", "dis",
    "succeed", "report", "agree", "passed", "réuss",
  ]
}
