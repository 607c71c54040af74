package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports money that stops before the promise that it pays for.
///
/// **What it finds.** Funding with a stated end in a plan that runs longer, or beside a promise of the same
/// section that is due later.
///
/// **Why it matters.** Without money for the last years the promise rests on a decision that nobody has made.
///
/// **Example.** A plan to 2022 whose deployments are funded "to the end of fiscal year 2018–19"
///
/// **What to write instead.** Until when there is money, and what happens then.
package struct FundingWindowChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    corpus.members.indices.flatMap { member -> [Finding] in
      let facts = corpus.members[member].facts
      if facts.looksBack { return [] }
      var seen: Set<Int> = []
      return facts.dates.compactMap { date -> Finding? in
        let unit = Int(date.unit)
        guard !seen.contains(unit), let end = Self.fundingEnd(facts, unit, date) else { return nil }
        guard let finding = Self.finding(corpus, member, unit, date, end) else { return nil }
        seen.insert(unit)
        return finding
      }
    }
  }

  private static let funding = [
    "fund", "budget", "allocat", "financ", "crédits", "fonds", "invest", "million", "$",
  ]
  private static let onwards = [
    "renew", "extend", "beyond", "ongoing", "thereafter", "permanent", "spent", "dépensé",
    "renouvel", "prolong", "au-delà", "par la suite", "continu", "before the end",
  ]

  /// The last day that is paid for; `nil` when the date is no end of funding.
  private static func fundingEnd(_ facts: DocumentFacts, _ unit: Int, _ date: DateFact) -> Int? {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader, date.year > 0, date.column <= 0 || here.isRow,
      date.role.contains(.ending) || (date.role.contains(.range) && date.endYear > date.year)
        || saysEnd(facts, date)
    else { return nil }
    guard facts.unit(unit, holds: funding), !facts.unit(unit, holds: onwards) else { return nil }
    return date.last
  }

  /// "to the end of", "runs out on", "lapse on", « jusqu’à la fin de ».
  private static func saysEnd(_ facts: DocumentFacts, _ date: DateFact) -> Bool {
    let before = facts.quote(max(0, Int(date.start) - 36)..<Int(date.start)).lowercased()
    return [
      "to the end of", "through to", "jusqu", "ending", "ends in", "expires", "prend fin",
      "runs out", "lapse",
    ]
    .contains { before.contains($0) }
  }

  private static func finding(
    _ corpus: Corpus, _ member: Int, _ unit: Int, _ date: DateFact, _ end: Int
  ) -> Finding? {
    let facts = corpus.members[member].facts
    let passage = CorpusPassage(member: member, unit: unit)
    let written = FindingArgument.text(facts.quote(date.start, date.end))
    // "planned to run to 2029; its funds lapse in March 2028"
    if saysEnd(facts, date),
      let longer = facts.dates(of: unit).first(where: {
        $0.last > end + 6_000 && $0.role.isDisjoint(with: [.since, .baseline])
      })
    {
      return declared.finding(
        "promise", corpus, passage, ["end": written, "due": .number(longer.last / 10000)])
    }
    // A promise of the same section, due half a year later or more.
    let heading = facts.units[unit].heading
    let later = facts.commitments.first { commitment in
      let other = Int(commitment.unit)
      return facts.units[other].heading == heading && other != unit && abs(other - unit) <= 12
        && Int(commitment.deadline) > end + 9_000 && commitment.rung.rung >= .commitment
        && (sharesSubject(facts, unit, other)
          || (facts.units[other].block == facts.units[unit].block && abs(other - unit) == 1))
    }
    if let later {
      return declared.finding(
        "promise", corpus, passage,
        against: [CorpusPassage(member: member, unit: Int(later.unit))],
        ["end": written, "due": .number(Int(later.deadline) / 10000)])
    }
    // A promise of another document about the same thing.
    for (other, likeness) in corpus.likenesses(of: passage)
    where other.member != member && (likeness.lesser >= 0.5 || likeness.both >= 0.4) {
      let theirs = other.facts(corpus)
      guard
        let due = theirs.dates(of: other.unit).filter({
          $0.role.isDisjoint(with: [.since, .baseline])
        }).map(\.last).max(), due > end + 9_000,
        !theirs.unit(other.unit, holds: onwards),
        theirs.commitments(of: other.unit).contains(where: { $0.rung.rung >= .commitment })
      else { continue }
      return declared.finding(
        "promise", corpus, passage, against: [other],
        ["end": written, "due": .number(due / 10000)])
    }
    // The plan itself runs longer.
    let years = corpus.members[member].years
    let kinds: [DocumentKind] = [.nationalActionPlan, .implementationPlan, .strategy, .initiative]
    guard kinds.contains(facts.kind), years.count == 2, years[1] - years[0] >= 2,
      years[1] * 10000 + 331 > end + 9_000, end > years[0] * 10000
    else { return nil }
    return declared.finding(
      "plan", corpus, passage, ["end": written, "last": .number(years[1])])
  }

  private static func sharesSubject(_ facts: DocumentFacts, _ one: Int, _ two: Int) -> Bool {
    Set(facts.words(ofUnit: one)).intersection(facts.words(ofUnit: two)).count >= 2
  }

  private static let declared = CheckerDescription.coherence(
    "coh.funding-window",
    title: LocalizedText("Money that stops early", "Argent qui s’arrête trop tôt"),
    rationale: LocalizedText(
      "Sets the end of funding against what it is to pay for. It may be wrong where the rest is paid "
        + "from other funds or a renewal is decided elsewhere.",
      "Compare la fin du financement à ce qu’il doit payer. Le constat peut être faux si le reste "
        + "vient d’autres fonds ou si un renouvellement est décidé ailleurs."),
    [
      FindingKind(
        "plan", .ask,
        message: LocalizedText(
          "the funding is stated to {end}; the plan runs to {last}",
          "le financement est annoncé jusqu’à {end}; le plan va jusqu’à {last}"),
        help: LocalizedText(
          "say what pays for the remaining years, or when that will be decided",
          "dire ce qui paie les années restantes, ou quand ce sera décidé")),
      FindingKind(
        "promise", .ask,
        message: LocalizedText(
          "the funding is stated to {end}; what it pays for is promised for {due}",
          "le financement est annoncé jusqu’à {end}; ce qu’il paie est promis pour {due}"),
        help: LocalizedText(
          "say what pays for the promise to its end, or shorten it",
          "dire ce qui paie la promesse jusqu’au bout, ou l’abréger")),
    ])
}
