package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports periods and dates that do not agree with each other.
///
/// **What it finds.** A start, a length and an end that cannot all be right; a plan released after its period
/// began; a range that ends before it starts; a deadline that was over when the plan began; a baseline measured
/// after its target is due; and one event or plan with two dates.
///
/// **Why it matters.** Who reads the dates cannot tell what is due when.
///
/// **Example.** "launched in 2010 for five years, it ended in March 2016"
///
/// **What to write instead.** "launched in 2010 for five years, it was extended to March 2016"
package struct DatesChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    var findings: [Finding] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      var start = 0
      while start < facts.dates.count {
        let unit = Int(facts.dates[start].unit)
        let dates = Array(facts.dates(of: unit))
        start += dates.count
        let passage = CorpusPassage(member: member, unit: unit)
        if let finding = reversed(corpus, passage, dates) ?? length(corpus, passage, dates)
          ?? lateRelease(corpus, passage, dates) ?? baseline(corpus, passage, dates)
        {
          findings.append(finding)
        }
      }
      findings += pastDeadlines(corpus, member)
      findings += lifetimes(corpus, member)
    }
    corpus.forEachLikeness { first, second, likeness in
      if let finding = twoDates(corpus, first, second, likeness) { findings.append(finding) }
    }
    var told = Set(findings.map { $0.place?.quote ?? "" })
    for conflict in PlanPeriods.conflicts(corpus) {
      let finding = Self.declared.finding(
        "two-dates", corpus, conflict.passage, against: [conflict.other],
        ["one": .text(conflict.otherWords), "two": .text(conflict.words)])
      if told.insert(finding.place?.quote ?? "").inserted { findings.append(finding) }
    }
    for conflict in DocumentLaunches.conflicts(corpus) {
      let finding = Self.declared.finding(
        "two-dates", corpus, conflict.passage, against: [conflict.other],
        ["one": .text(conflict.otherWords), "two": .text(conflict.words)])
      if told.insert(finding.place?.quote ?? "").inserted { findings.append(finding) }
    }
    for conflict in RowDeadlines.conflicts(corpus) {
      let finding = Self.declared.finding(
        "two-dates", corpus, conflict.passage, against: [conflict.other],
        ["one": .text(conflict.otherWords), "two": .text(conflict.words)])
      if told.insert(finding.place?.quote ?? "").inserted { findings.append(finding) }
    }
    for wrong in PlanPeriods.lengths(corpus) {
      let finding = Self.declared.finding(
        "length", corpus, wrong.passage, against: wrong.other.map { [$0] } ?? [],
        [
          "length": .text(wrong.length), "years": .number(wrong.years),
          "period": .text(wrong.period),
        ])
      if told.insert(finding.place?.quote ?? "").inserted { findings.append(finding) }
    }
    return findings
  }

  /// "It began in 2021. It was set up for three years. It closed in December 2025."
  private func lifetimes(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    return facts.numbers.compactMap { number -> Finding? in
      guard number.kind == .duration, number.value >= 12,
        let wrong = Lifetime(facts: facts, unit: Int(number.unit)).contradiction()
      else { return nil }
      return Self.declared.finding(
        "length", corpus, CorpusPassage(member: member, unit: Int(number.unit)),
        [
          "length": .text(wrong.length), "years": .number(wrong.years),
          "period": .text(wrong.period),
        ])
    }
  }

  // MARK: In one sentence

  private func reversed(
    _ corpus: Corpus, _ passage: CorpusPassage, _ dates: [DateFact]
  ) -> Finding? {
    let facts = passage.facts(corpus)
    guard let wrong = dates.first(where: { $0.role.contains(.range) && $0.endYear < $0.year })
    else { return nil }
    return Self.declared.finding(
      "reversed", corpus, passage, ["period": .text(facts.quote(wrong.start, wrong.end))])
  }

  /// "launched in 2010 for five years … ended in March 2016", "the five-year plan (2017–2025)".
  private func length(
    _ corpus: Corpus, _ passage: CorpusPassage, _ dates: [DateFact]
  ) -> Finding? {
    let facts = passage.facts(corpus)
    let lengths = facts.numbers(of: passage.unit).filter {
      $0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value >= 12
        && $0.value <= 240
        && $0.qualifiers.isDisjoint(with: .loose)
        && $0.value.truncatingRemainder(dividingBy: 12) == 0
    }
    guard lengths.count == 1, let length = lengths.first else { return nil }
    let changes = [
      "extend", "renew", "additional", "another", "further", "more years", "prolong", "renouvel",
      "supplémentaire", "past ", "previous", "last ", "dernières", "every", "tous les", "each",
      "years ago", "il y a", "years later", "ans plus tard", "anniversar", "at least", "more than",
      "less than", "within",
    ]
    if facts.unit(passage.unit, holds: changes) { return nil }
    let years = Int(length.value) / 12
    let ranges = dates.filter { $0.role.contains(.range) && $0.endYear > $0.year }
    if ranges.count == 1, let range = ranges.first {
      let span = Int(range.endYear) - Int(range.year)
      let gap = max(Int(range.start) - Int(length.end), Int(length.start) - Int(range.end))
      guard gap <= 60, span != years, span + 1 != years else { return nil }
      return Self.declared.finding(
        "length", corpus, passage,
        [
          "length": .text(facts.quote(length.start, length.end)),
          "years": .number(years),
          "period": .text(facts.quote(range.start, range.end)),
        ])
    }
    guard
      let begin = dates.first(where: { $0.role.isDisjoint(with: [.ending, .deadline, .range]) }),
      let end = dates.first(where: { $0.role.contains(.ending) && $0.start > begin.start }),
      length.start > begin.start, length.start < end.start,
      facts.unit(
        passage.unit,
        holds: ["for ", "pour ", "pendant", "mandate", "mandat", "of \(years)", "-year"])
    else { return nil }
    let earliest = begin.first + years * 10000
    let latest = begin.last + years * 10000
    // A month on either side for the day of launch and for the way ends are counted.
    guard end.first > Self.monthAfter(latest) || Self.monthAfter(end.last) < earliest else {
      return nil
    }
    return Self.declared.finding(
      "length", corpus, passage,
      [
        "length": .text(facts.quote(length.start, length.end)), "years": .number(years),
        "period": .text(
          facts.quote(begin.start, begin.end) + "–" + facts.quote(end.start, end.end)),
      ])
  }

  private static func monthAfter(_ day: Int) -> Int {
    let month = day / 100 % 100
    return month == 12
      ? (day / 10000 + 1) * 10000 + 131 : day / 10000 * 10000 + (month + 1) * 100 + 31
  }

  /// "the plan for 2023 to 2029 was released in March 2024".
  private func lateRelease(
    _ corpus: Corpus, _ passage: CorpusPassage, _ dates: [DateFact]
  ) -> Finding? {
    let facts = passage.facts(corpus)
    guard let range = dates.first(where: { $0.role.contains(.range) && $0.endYear > $0.year + 1 }),
      facts.unit(passage.unit, holds: ["plan", "strateg", "stratég"]),
      !facts.unit(
        passage.unit,
        holds: ["report", "rapport", "update", "revised", "renew", "annex", "progress", "will be"])
    else { return nil }
    let words = ["released", "launched", "published", "tabled", "publié", "lancé", "rendu public"]
    let text = facts.quote(ofUnit: passage.unit).lowercased()
    guard words.contains(where: { text.contains($0) }) else { return nil }
    guard
      let release = dates.first(where: {
        !$0.role.contains(.range) && $0.year > range.year && $0.year <= range.endYear
          && $0.role.isDisjoint(with: [.deadline, .ending])
          && Self.follows(facts, $0, words)
      })
    else { return nil }
    return Self.declared.finding(
      "late-release", corpus, passage,
      [
        "date": .text(facts.quote(release.start, release.end)),
        "period": .text(facts.quote(range.start, range.end)),
      ])
  }

  /// True when a word stands shortly before a date.
  private static func follows(_ facts: DocumentFacts, _ date: DateFact, _ words: [String]) -> Bool {
    let before = facts.quote(max(0, Int(date.start) - 48)..<Int(date.start)).lowercased()
    return words.contains { before.contains($0) }
  }

  private func baseline(
    _ corpus: Corpus, _ passage: CorpusPassage, _ dates: [DateFact]
  ) -> Finding? {
    let facts = passage.facts(corpus)
    func years(_ role: DateFact.Role, _ qualifier: NumberFact.Qualifiers) -> [Int] {
      dates.filter { $0.role.contains(role) }.map { Int($0.year) }
        + facts.numbers(of: passage.unit).filter {
          $0.qualifiers.contains(qualifier) && $0.year != 0
        }.map { Int($0.year) }
    }
    guard let first = years(.baseline, .baseline).min(), let last = years(.target, .target).max(),
      first > last
    else { return nil }
    return Self.declared.finding(
      "baseline", corpus, passage, ["baseline": .number(first), "target": .number(last)])
  }

  // MARK: Against the document

  private func pastDeadlines(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    guard !facts.looksBack, facts.kind != .consultation,
      let year = corpus.members[member].years.first
        ?? (facts.issued > 0 ? facts.issued / 10000 : nil)
    else { return [] }
    let begin =
      corpus.members[member].years.isEmpty ? facts.issued : year * 10000 + 101
    return facts.commitments.compactMap { commitment in
      let unit = Int(commitment.unit)
      guard commitment.deadline > 0, Int(commitment.deadline) < begin,
        commitment.rung.rung >= .commitment, !facts.units[unit].flags.contains(.past),
        facts.dates(of: unit).contains(where: {
          $0.role.contains(.deadline) && $0.last == Int(commitment.deadline)
        }),
        facts.dates(of: unit).allSatisfy({ $0.last < begin })
      else { return nil }
      let last = facts.dates(of: unit).last { $0.last == Int(commitment.deadline) }
      return Self.declared.finding(
        "past-deadline", corpus, CorpusPassage(member: member, unit: unit),
        [
          "date": .text(last.map { facts.quote($0.start, $0.end) } ?? ""),
          "year": .number(begin / 10000),
        ])
    }
  }

  // MARK: In two passages

  private func twoDates(
    _ corpus: Corpus, _ first: CorpusPassage, _ second: CorpusPassage,
    _ likeness: PassageIndex.Likeness
  ) -> Finding? {
    let isJoint =
      likeness.shared >= 4 && likeness.both >= 0.2 && corpus.nameEachOther(first, second)
    let one = first.facts(corpus)
    let two = second.facts(corpus)
    let isNamed =
      likeness.lesser >= 0.35 && likeness.shared >= 2
      && DatedEvent.shareName(one, first.unit, two, second.unit)
    guard
      isJoint || isNamed || likeness.both >= 0.45
        || (likeness.lesser >= 0.7 && likeness.shared >= 4)
        || (likeness.shared >= 4
          && (likeness.lesser >= 0.55
            || (likeness.lesser >= 0.4
              && PassageScope.sharePhrase(one, first.unit, two, second.unit)))
          && DatedEvent.pair(one, first.unit, two, second.unit).map {
            DatedEvent.of($0.0, one) != nil && DatedEvent.of($0.0, one) == DatedEvent.of($0.1, two)
          } ?? false)
    else { return nil }
    guard isJoint || (!one.units[first.unit].isRow && !two.units[second.unit].isRow),
      one.units[first.unit].flags.isDisjoint(with: .yearly),
      two.units[second.unit].flags.isDisjoint(with: .yearly)
    else { return nil }
    guard let (x, y) = DatedEvent.pair(one, first.unit, two, second.unit),
      x.role.contains(.range) == y.role.contains(.range)
        || DatedEvent.of(x, one) != nil && DatedEvent.of(x, one) == DatedEvent.of(y, two),
      x.role.contains(.fiscal) == y.role.contains(.fiscal)
    else { return nil }
    // What one leaves open, a month or a day, cannot differ.
    let hasMonths = x.month != 0 && y.month != 0
    let hasDays = hasMonths && x.day != 0 && y.day != 0
    let differences = [
      x.year != y.year, x.endYear != y.endYear && x.role.contains(.range),
      hasMonths && x.month != y.month, hasDays && x.day != y.day, hasDays && x.endDay != y.endDay,
    ].count { $0 }
    guard differences > 0,
      differences <= 2 || isJoint || DatedEvent.of(x, one) != nil,
      corpus.mayShareOwner(first, second),
      !DatedEvent.isExplained(one, first.unit), !DatedEvent.isExplained(two, second.unit)
    else { return nil }
    // Plans of other years repeat their sentences with the new dates.
    guard corpus.mayShareTime(first.member, second.member),
      !corpus.editions.contains(where: {
        ($0.first, $0.second) == (first.member, second.member)
          || ($0.first, $0.second) == (second.member, first.member)
      }),
      isJoint || PassageScope.agree(one, first.unit, two, second.unit)
        || (DatedEvent.of(x, one) != nil && DatedEvent.of(x, one) == DatedEvent.of(y, two)
          && !PassageScope.differ(one, first.unit, two, second.unit)),
      Self.namesOneThing(one, first.unit, two, second.unit, x)
    else { return nil }
    return Self.declared.finding(
      "two-dates", corpus, second, against: [first],
      [
        "one": .text(one.quote(x.start, x.end)), "two": .text(two.quote(y.start, y.end)),
      ])
  }

  /// The sentence is about one event or plan, or promises one act: numbers and names agree.
  private static func namesOneThing(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int, _ date: DateFact
  ) -> Bool {
    let left = one.numbers(of: first).filter { $0.kind != .label }.map(\.value)
    let right = two.numbers(of: second).filter { $0.kind != .label }.map(\.value)
    return left.isEmpty || right.isEmpty || left == right
  }

  private static let declared = CheckerDescription.coherence(
    "coh.dates",
    title: LocalizedText("Dates and periods", "Dates et périodes"),
    rationale: LocalizedText(
      "Sets dates, lengths and periods against each other. It may be wrong where a plan was extended, "
        + "where an event takes place every year, or where fiscal and calendar years are mixed.",
      "Compare dates, durées et périodes. Le constat peut être faux si un plan a été prolongé, si un "
        + "événement a lieu chaque année, ou si exercices et années civiles se mêlent."),
    [
      FindingKind(
        "length", .ask,
        message: LocalizedText(
          "{years} years do not fit {period}", "{years} ans ne concordent pas avec {period}"),
        help: LocalizedText(
          "check start, length and end; say so if the period was extended",
          "vérifier début, durée et fin; le dire si la période a été prolongée")),
      FindingKind(
        "reversed", .fix,
        message: LocalizedText(
          "the period {period} ends before it begins",
          "la période {period} finit avant de commencer"),
        help: LocalizedText("put the years in order", "mettre les années dans l’ordre")),
      FindingKind(
        "late-release", .ask,
        message: LocalizedText(
          "released in {date}, after its period {period} had begun",
          "rendu public en {date}, après le début de sa période {period}"),
        help: LocalizedText(
          "say from when the plan applies, and what governed the time before",
          "dire à partir de quand le plan s’applique, et ce qui valait auparavant")),
      FindingKind(
        "baseline", .ask,
        message: LocalizedText(
          "the baseline is of {baseline}, the target of {target}: the start comes after the end",
          "la référence est de {baseline}, la cible de {target} : le départ vient après l’arrivée"),
        help: LocalizedText(
          "give a baseline from before the target, or a later target",
          "donner une référence antérieure à la cible, ou une cible plus tardive")),
      FindingKind(
        "past-deadline", .ask,
        message: LocalizedText(
          "promised by {date}, which is before the document’s own time ({year})",
          "promis pour {date}, soit avant l’époque du document ({year})"),
        help: LocalizedText(
          "report what was done, or set a new date",
          "rendre compte de ce qui a été fait, ou fixer une nouvelle date")),
      FindingKind(
        "two-dates", .ask,
        message: LocalizedText(
          "{one} in one passage, {two} in another, for what reads as the same thing",
          "{one} dans un passage, {two} dans un autre, pour ce qui semble être la même chose"),
        help: LocalizedText(
          "check which date is right, and correct the other",
          "vérifier laquelle des dates est juste, et corriger l’autre")),
    ])
}
