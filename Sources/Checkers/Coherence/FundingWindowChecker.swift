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
    return corpus.members.indices.flatMap { member -> [Finding] in
      let facts = corpus.members[member].facts
      if facts.looksBack { return [] }
      var seen: Set<Int> = []
      let sentences = facts.dates.compactMap { date -> Finding? in
        let unit = Int(date.unit)
        guard !seen.contains(unit),
          let end = Self.fundingEnd(facts, unit, date) ?? Self.endOfSpan(facts, unit, date)
        else { return nil }
        guard
          let finding = Self.finding(corpus, member, unit, date, end)
            ?? Self.named(corpus, CorpusPassage(member: member, unit: unit), date, end, named)
        else { return nil }
        seen.insert(unit)
        return finding
      }
      return sentences + Self.tables(corpus, member)
    }
  }

  private static let funding: Stretches = [
    "fund", "budget", "allocat", "financ", "crédit", "fonds", "invest", "million", "$", "grant",
    "subvention", "money", "paid for", "pays for", "authority", "somme",
  ]
  private static let allotting: Stretches = [
    "allotment", "provides", "dotation", "accorde", "octroi",
  ]
  private static let finishing: Stretches = [
    "finished by", "completed by", "achevé", "terminée d", "terminé d",
  ]
  private static let onwards: Stretches = [
    "renew", "extend", "ongoing", "thereafter", "permanent", "spent", "dépensé", "renouvel",
    "prolong", "par la suite", "before the end", "continues beyond", "continue beyond",
    "beyond 20", "au-delà de 20", "continuing funding", "successor", "indefinite", "follow-on",
  ]
  private static let denied: Stretches = [
    "not renew", "no renewal", "not been renew", "not extend", "no extension", "not been extend",
    "non renouvel", "pas renouvel", "pas été renouvel", "aucun renouvel", "aucune prolong",
    "pas prolong", "nothing thereafter", "no ongoing", "not permanent", "without renewal",
    "nothing beyond", "rien par la suite",
  ]

  /// Renewed, permanent, or spent before: said in the sentence or around it.
  private static func goesOn(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let paragraph = facts.paragraph(of: unit)
    for other in max(paragraph.lowerBound, unit - 1)...min(paragraph.upperBound, unit + 2)
    where facts.unit(other, holds: onwards) && !facts.unit(other, holds: denied) {
      return true
    }
    return false
  }

  /// The last day that is paid for; `nil` when the date is no end of funding.
  private static func fundingEnd(_ facts: DocumentFacts, _ unit: Int, _ date: DateFact) -> Int? {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader, date.year > 0, date.column <= 0 || here.isRow,
      date.role.contains(.ending) || date.isSpan || saysEnd(facts, date)
    else { return nil }
    guard facts.unit(unit, holds: funding), !goesOn(facts, unit),
      !facts.unit(unit, holds: finishing)
    else { return nil }
    return date.last
  }

  /// "an allotment of three years that starts in 2025–26", « pendant trois ans à compter de 2025-2026 »: the last
  /// day of the years that are paid for.
  private static func endOfSpan(_ facts: DocumentFacts, _ unit: Int, _ date: DateFact) -> Int? {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isRow, !here.isTableHeader, date.year > 0,
      !date.role.contains(.range),
      facts.unit(unit, holds: funding) || facts.unit(unit, holds: allotting),
      !goesOn(facts, unit), facts.dates(of: unit).count == 1
    else { return nil }
    let lengths = facts.numbers(of: unit).filter {
      $0.kind == .duration && $0.value >= 12 && $0.value <= 120
        && $0.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.shortTime))
    }
    let before = facts.quote(max(0, Int(date.start) - 40)..<Int(date.start)).lowercased()
    let begins = [
      "start", "begin", "from ", "as of", "commenc", "à compter", "à partir", "dès ", "débute",
      "effective",
    ]
    guard lengths.count == 1, let length = lengths.first,
      begins.contains(where: { before.contains($0) })
    else { return nil }
    let months = Int(length.value)
    let start = date.role.contains(.fiscal) ? 4 : max(1, Int(date.month))
    let last = Int(date.year) * 12 + start - 1 + months - 1
    return last / 12 * 10000 + (last % 12 + 1) * 100 + 31
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

  /// "to the end of", "runs out on", "lapse on", « jusqu’à la fin de ».
  private static func saysEnd(_ facts: DocumentFacts, _ date: DateFact) -> Bool {
    let before =
      " " + facts.quote(max(0, Int(date.start) - 36)..<Int(date.start)).lowercased()
    if facts.units[Int(date.unit)].isRow, let label = facts.cells(of: Int(date.unit)).first,
      facts.range(label.range, holds: lastYear)
    {
      return true
    }
    return [
      "to the end of", "through to", "jusqu", "ending", " ends ", " end in", " end on", "expire",
      "prend fin", "prendra fin", "prennent fin", "runs out", "run out", "lapse", "stops", "cease",
      "cesse", "s’arrête", "s'arrête", "se termine", "échéance", " only to ", "until", "épuisé",
      "up to the end", "sunset", "s’achève", "s'achève", "last until", "secured to",
      "approved to", "approved until", "secured until", "in place to", " through ",
    ]
    .contains { before.contains($0) }
  }

  /// Rows of a sheet of particulars: "Last year of funding | 2026–27".
  private static let lastYear: Stretches = [
    "last year", "final year", "end of funding", "funding ends", "end year", "end date", "expir",
    "dernière année", "dernier exercice", "fin du financement", "année de fin", "date de fin",
    "échéance du financement", "exercice final",
  ]

  /// The last day on which a promise still runs, or is due; `nil` for what is no promise.
  private static func runsUntil(_ corpus: Corpus, _ passage: CorpusPassage) -> Int? {
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
    guard isPromise else { return nil }
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

  private static func finding(
    _ corpus: Corpus, _ member: Int, _ unit: Int, _ date: DateFact, _ end: Int
  ) -> Finding? {
    let facts = corpus.members[member].facts
    let passage = CorpusPassage(member: member, unit: unit)
    let written = FindingArgument.text(facts.quote(date.start, date.end))
    func promise(_ due: Int, _ other: CorpusPassage?) -> Finding {
      declared.finding(
        "promise", corpus, passage, against: other.map { [$0] } ?? [],
        ["end": written, "due": .number(due / 10000)])
    }
    // "planned to run to 2029; its funds lapse in March 2028"
    if saysEnd(facts, date),
      let longer = facts.dates(of: unit).first(where: {
        $0.last > end + 6_000 && $0.role.isDisjoint(with: [.since, .baseline])
      })
    {
      return promise(longer.last, nil)
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
        || facts.unit(unit, holds: funded)
    else { return nil }
    return declared.finding(
      "plan", corpus, passage, ["end": written, "last": .number(years[1])])
  }

  // MARK: Tables

  /// Rows of a table by years whose money stops while a promise about the same thing runs on.
  private static func tables(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    var checked = 0
    for unit in facts.units.indices where facts.units[unit].isRow {
      guard let (last, end) = lastPaid(facts, unit) else { continue }
      checked += 1
      if checked > 64 { break }
      let passage = CorpusPassage(member: member, unit: unit)
      guard let label = facts.cells(of: unit).first.map({ facts.quote($0.range) }),
        let (other, due) = promise(corpus, passage, label: label, after: end + 9_000)
      else { continue }
      findings.append(
        declared.finding(
          "promise", corpus, passage, against: [other],
          [
            "end": .text(facts.quote(last.start, last.end)), "due": .number(due / 10000),
          ]))
    }
    return findings
  }

  /// The heading of the last year with money, where later years of the table have none; and its last day.
  private static func lastPaid(_ facts: DocumentFacts, _ row: Int) -> (DateFact, Int)? {
    let header = Int(facts.units[row].context)
    guard header >= 0 else { return nil }
    let years = facts.dates(of: header).filter { $0.year > 0 && !$0.isSpan && $0.column > 0 }
    guard years.count >= 3, Set(years.map(\.column)).count == years.count else { return nil }
    let cells = facts.cells(of: row)
    let paid = years.map { year -> Bool in
      let column = Int(year.column)
      guard column < cells.count else { return false }
      return facts.numbers(of: row).contains {
        Int($0.column) == column && $0.value > 0 && ($0.kind == .money || $0.kind == .count)
      }
    }
    guard let last = paid.lastIndex(of: true), last < years.count - 1,
      paid[...last].allSatisfy({ $0 })
    else { return nil }
    // What stands in the later years is nothing, and not a word.
    for year in years[(last + 1)...] {
      guard Int(year.column) < cells.count else { continue }
      let text = facts.quote(cells[cells.startIndex + Int(year.column)].range)
      guard text.utf8.count <= 4, !text.contains(where: \.isLetter) || text.lowercased() == "nil"
      else { return nil }
    }
    return (years[last], years[last].last)
  }

  /// A promise of the same document, or of one that is like the row, about what the label names.
  private static func promise(
    _ corpus: Corpus, _ row: CorpusPassage, label: String, after end: Int
  ) -> (CorpusPassage, Int)? {
    let wanted = Set(
      WordDifference.words(label).filter { $0.count > 3 && $0 != "thousands" && $0 != "millions" }
        .map { String($0.prefix(6)) })
    guard wanted.count >= 2 else { return nil }
    let facts = row.facts(corpus)
    var candidates = facts.commitments.prefix(200).map {
      CorpusPassage(member: row.member, unit: Int($0.unit))
    }
    candidates += corpus.likenesses(of: row).map(\.passage)
    for candidate in candidates where candidate != row {
      guard let due = runsUntil(corpus, candidate), due > end,
        corpus.mayShareOwner(row, candidate)
      else { continue }
      let theirs = candidate.facts(corpus)
      let words = Set(
        WordDifference.words(theirs.quote(ofUnit: candidate.unit)).map { String($0.prefix(6)) })
      let shared = wanted.intersection(words).count
      if shared >= 2, Double(shared) >= 0.6 * Double(wanted.count) { return (candidate, due) }
    }
    return nil
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
