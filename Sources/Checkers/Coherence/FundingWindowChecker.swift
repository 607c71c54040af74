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
    let named = Self.passagesByName(corpus)
    let found = corpus.members.indices.flatMap { member -> [Finding] in
      let facts = corpus.members[member].facts
      if facts.looksBack { return [] }
      var seen: Set<Int> = []
      let sentences = facts.dates.compactMap { date -> Finding? in
        let unit = Int(date.unit)
        guard !seen.contains(unit),
          let end = Self.fundingEnd(facts, unit, date) ?? Self.endOfSpan(facts, unit, date)
        else { return nil }
        guard
          let finding = Self.inSentence(corpus, member, unit, date, end)
            ?? Self.finding(corpus, member, unit, date, end)
            ?? Self.named(corpus, CorpusPassage(member: member, unit: unit), date, end, named)
        else { return nil }
        seen.insert(unit)
        return finding
      }
      return sentences + Self.tables(corpus, member)
    }
    var told = Set(found.map { $0.place?.quote ?? "" })
    let gaps = FundingSpans.gaps(corpus).compactMap { gap -> Finding? in
      let finding = Self.declared.finding(
        "promise", corpus, gap.money, against: [gap.promise],
        ["end": .text(gap.words), "due": .number(gap.due / 10000)])
      return told.insert(finding.place?.quote ?? "").inserted ? finding : nil
    }
    return found + gaps
  }

  // MARK: By name

  /// The passages that name a program, by the key of the name.
  private static func passagesByName(_ corpus: Corpus) -> [UInt32: [CorpusPassage]] {
    var places: [UInt32: [CorpusPassage]] = [:]
    for member in corpus.members.indices {
      for name in corpus.members[member].facts.names where name.hasHead {
        let passage = CorpusPassage(member: member, unit: Int(name.unit))
        if places[name.key]?.last != passage, places[name.key, default: []].count < 64 {
          places[name.key, default: []].append(passage)
        }
      }
    }
    return places
  }

  /// A promise that names the same program as the passage, or as the heading above it.
  private static func named(
    _ corpus: Corpus, _ passage: CorpusPassage, _ date: DateFact, _ end: Int,
    _ places: [UInt32: [CorpusPassage]]
  ) -> Finding? {
    let facts = passage.facts(corpus)
    if FundingSpans.isCarriedOn(facts, passage.unit, after: end) { return nil }
    let lead = [passage.unit, Int(facts.units[passage.unit].heading)].filter { $0 >= 0 }
    let names =
      lead.lazy.map { DocumentFacts.of($0, in: facts.names).filter(\.hasHead) }
      .first { !$0.isEmpty } ?? []
    guard names.count == 1, let name = names.first else { return nil }
    for other in places[name.key] ?? []
    where other != passage && corpus.mayShareTime(passage.member, other.member)
      && !corpus.members[other.member].facts.looksBack
    {
      guard let due = runsUntil(corpus, other) ?? runsUntil(corpus, after(corpus, other)),
        due > end + 9_000,
        corpus.mayShareOwner(passage, other), !goesOn(other.facts(corpus), other.unit)
      else { continue }
      return declared.finding(
        "promise", corpus, passage, against: [other],
        ["end": .text(facts.quote(date.start, date.end)), "due": .number(due / 10000)])
    }
    return nil
  }

  /// The next sentence of the paragraph, or the passage itself where it is the last.
  private static func after(_ corpus: Corpus, _ passage: CorpusPassage) -> CorpusPassage {
    let facts = passage.facts(corpus)
    let next = passage.unit + 1
    guard next < facts.units.count, facts.units[next].block == facts.units[passage.unit].block
    else { return passage }
    return CorpusPassage(member: passage.member, unit: next)
  }

  /// The last day on which a promise still runs, or is due; `nil` for what is no promise.
  static func runsUntil(_ corpus: Corpus, _ passage: CorpusPassage) -> Int? {
    let facts = passage.facts(corpus)
    let unit = passage.unit
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader else { return nil }
    let last =
      facts.dates(of: unit).filter { $0.role.isDisjoint(with: [.since, .baseline]) && $0.year > 0 }
      .map(\.last).max()
    let isPromise =
      here.flags.contains(.binds)
      || facts.commitments(of: unit).contains { $0.rung.rung >= .commitment }
    // A report on a work does not carry it on.
    guard isPromise, !facts.unit(unit, holds: FundingSpans.telling) else { return nil }
    if facts.unit(unit, holds: wholePlan) {
      let years = corpus.members[passage.member].years
      guard let end = years.last, years.count == 2 else { return last }
      return max(last ?? 0, end * 10000 + 331)
    }
    return last
  }

  private static let funded: Stretches = ["funded", "funding", "financ", "budget"]
  private static let wholePlan: Stretches = [
    "as long as this plan", "as long as the plan", "the life of", "lifetime of the",
    "throughout the plan", "throughout this plan", "throughout the period", "entire period",
    "whole period", "for the duration", "each year of the plan", "every year of the plan",
    "each year of this plan", "every year of this plan", "end of the plan", "end of this plan",
    "course of the plan", "full term of the plan", "toute la durée", "tout au long",
    "fin du plan", "chaque année du plan", "aussi longtemps que", "tant que le plan",
    "pendant tout le plan", "la période du plan",
  ]

  /// "planned to run to 2029; its funds lapse in March 2028"
  private static func inSentence(
    _ corpus: Corpus, _ member: Int, _ unit: Int, _ date: DateFact, _ end: Int
  ) -> Finding? {
    let facts = corpus.members[member].facts
    guard saysEnd(facts, date),
      let longer = facts.dates(of: unit).first(where: {
        $0.last > end + 6_000 && $0.role.isDisjoint(with: [.since, .baseline])
      }),
      // "until June 2028; from July 2028 to 2030 …": what comes then is told.
      !facts.dates(of: unit).contains(where: {
        $0.year > 0 && $0.role.contains(.since) && $0.first > end
      })
    else { return nil }
    return declared.finding(
      "promise", corpus, CorpusPassage(member: member, unit: unit),
      [
        "end": .text(facts.quote(date.start, date.end)), "due": .number(longer.last / 10000),
      ])
  }

  private static func finding(
    _ corpus: Corpus, _ member: Int, _ unit: Int, _ date: DateFact, _ end: Int
  ) -> Finding? {
    let facts = corpus.members[member].facts
    let passage = CorpusPassage(member: member, unit: unit)
    let written = FindingArgument.text(facts.quote(date.start, date.end))
    if FundingSpans.isCarriedOn(facts, unit, after: end) { return nil }
    func promise(_ due: Int, _ other: CorpusPassage?) -> Finding {
      declared.finding(
        "promise", corpus, passage, against: other.map { [$0] } ?? [],
        ["end": written, "due": .number(due / 10000)])
    }
    // A promise of the same section, due half a year later or more.
    let heading = facts.units[unit].heading
    for other in max(0, unit - 12)...min(facts.units.count - 1, unit + 12)
    where other != unit && facts.units[other].heading == heading {
      let isNext = facts.units[other].block == facts.units[unit].block && abs(other - unit) == 1
      guard isNext || sharesSubject(facts, unit, other),
        let due = runsUntil(corpus, CorpusPassage(member: member, unit: other)), due > end + 9_000
      else { continue }
      return promise(due, CorpusPassage(member: member, unit: other))
    }
    // A promise elsewhere about the same thing, as the sentence or its neighbours name it.
    let paragraph = facts.paragraph(of: unit)
    for near in max(paragraph.lowerBound, unit - 2)...min(paragraph.upperBound, unit + 1) {
      let isSelf = near == unit
      for (other, likeness) in corpus.likenesses(of: CorpusPassage(member: member, unit: near))
      where other.member != member || facts.units[other.unit].block != facts.units[unit].block {
        let isAlike =
          isSelf
          ? likeness.lesser >= 0.5 || likeness.both >= 0.4
            || PassageScope.sharePhrase(facts, near, other.facts(corpus), other.unit)
          : likeness.shared >= 2
            && (likeness.lesser >= 0.4
              || PassageScope.sharePhrase(facts, near, other.facts(corpus), other.unit))
        guard isAlike || DatedEvent.shareName(facts, near, other.facts(corpus), other.unit),
          corpus.mayShareOwner(passage, other), let due = runsUntil(corpus, other),
          due > end + 9_000, !goesOn(other.facts(corpus), other.unit)
        else { continue }
        return promise(due, other)
      }
    }
    // What is paid for ends before the money does.
    for other in max(0, unit - 2)...min(facts.units.count - 1, unit + 2)
    where facts.units[other].block == facts.units[unit].block {
      if let due = runsUntil(corpus, CorpusPassage(member: member, unit: other)),
        due <= end + 9_000, due > end - 30_000, other != unit
      {
        return nil
      }
    }
    // The plan itself runs longer.
    let years = corpus.members[member].years
    let kinds: [DocumentKind] = [.nationalActionPlan, .implementationPlan, .strategy, .initiative]
    guard kinds.contains(facts.kind), years.count == 2, years[1] - years[0] >= 2,
      years[1] * 10000 + 331 > end + 9_000, end > years[0] * 10000, !facts.units[unit].isRow,
      date.role.contains(.ending) || saysEnd(facts, date)
        || facts.unit(unit, holds: funded),
      isOfPlan(facts, unit)
    else { return nil }
    return declared.finding(
      "plan", corpus, passage, ["end": written, "last": .number(years[1])])
  }

  /// Rent and supplies end when they end.
  private static let premises: Stretches = [
    "lease", "premises", "office space", "contract for", "licence", "license", "warranty", "bail ",
    "loyer", "locaux", "contrat de", "garantie",
  ]
  /// What is paid for ends with the money.
  private static let closing: Stretches = [
    " close in", " closes in", " close on", " wind down", " winds down", " concludes", "fermera",
    "fermeront", "ferme en", "ferment en", "prendra fin en même temps", "is then handed",
  ]
  private static let ofPlan: Stretches = [
    "plan", "strateg", "stratég", "activit", "measures", "mesures",
  ]

  /// The sentence is about the plan, or about something that a promise of it names: a lease may end before.
  private static func isOfPlan(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.unit(unit, holds: closing) { return false }
    if facts.unit(unit, holds: ofPlan) { return true }
    if facts.unit(unit, holds: premises) { return false }
    if facts.units[unit].flags.contains(.gender) { return true }
    let language = facts.units[unit].language
    let words = Set(
      GeneralWords.without(
        PassageIndex.features(facts.words(ofUnit: unit), language), language))
    return facts.commitments.prefix(400).contains { commitment in
      Int(commitment.unit) != unit
        && PassageIndex.features(facts.words(ofUnit: Int(commitment.unit)), language)
          .contains(where: words.contains)
    }
  }

  static let declared = CheckerDescription.coherence(
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
