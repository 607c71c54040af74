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
      for (unit, dates) in UnitRuns(facts.dates) {
        if let wrong = DatesOfSentence(facts, unit, dates).contradiction() {
          findings.append(
            Self.declared.finding(
              wrong.kind, corpus, CorpusPassage(member: member, unit: unit), wrong.arguments))
        }
      }
      findings += pastDeadlines(corpus, member) + lateDeadlines(corpus, member)
      findings += StepOrder(corpus, member).conflicts().map { wrong in
        Self.declared.finding(
          "order", corpus, wrong.passage,
          against: wrong.other == wrong.passage ? [] : [wrong.other],
          [
            "one": .text(facts.quote(wrong.date.start, wrong.date.end)),
            "two": .text(facts.quote(wrong.otherDate.start, wrong.otherDate.end)),
          ])
      }
      findings += lifetimes(corpus, member)
    }
    func finding(_ conflict: DateConflict) -> Finding {
      Self.declared.finding(
        "two-dates", corpus, conflict.passage, against: [conflict.other],
        ["one": .text(conflict.otherWords), "two": .text(conflict.words)])
    }
    findings += TwoDates.conflicts(corpus).map(finding)
    var told = Set(findings.map { $0.place?.quote ?? "" })
    let conflicts =
      PlanPeriods.conflicts(corpus) + EventDates.conflicts(corpus)
      + DocumentLaunches.conflicts(corpus)
      + RowDeadlines.conflicts(corpus)
    for finding in conflicts.map(finding) + lengths(corpus)
    where told.insert(finding.place?.quote ?? "").inserted {
      findings.append(finding)
    }
    for conflict in Timeline(corpus).conflicts() {
      let finding = Self.finding(conflict, corpus)
      if told.insert(finding.place?.quote ?? "").inserted { findings.append(finding) }
    }
    return findings
  }

  private static func finding(_ conflict: Timeline.Conflict, _ corpus: Corpus) -> Finding {
    let others = conflict.other == conflict.passage ? [] : [conflict.other]
    switch conflict.kind {
    case .twoDates:
      return declared.finding(
        "two-dates", corpus, conflict.passage, against: others,
        ["one": .text(conflict.otherWords), "two": .text(conflict.words)])
    case .order:
      return declared.finding(
        "order", corpus, conflict.passage, against: others,
        ["one": .text(conflict.words), "two": .text(conflict.otherWords)])
    case .length:
      return declared.finding(
        "length", corpus, conflict.passage, against: others,
        [
          "length": .text(conflict.otherWords), "years": .number(conflict.years),
          "period": .text(conflict.words),
        ])
    }
  }

  /// "The plan lasts seven years." of a plan whose days make five.
  private func lengths(_ corpus: Corpus) -> [Finding] {
    PlanPeriods.lengths(corpus).map { wrong in
      Self.declared.finding(
        "length", corpus, wrong.passage, against: wrong.other.map { [$0] } ?? [],
        [
          "length": .text(wrong.length), "years": .number(wrong.years),
          "period": .text(wrong.period),
        ])
    }
  }

  /// "It began in 2021. It was set up for three years. It closed in December 2025."
  private func lifetimes(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    return UnitRuns(facts.numbers).compactMap { unit, numbers -> Finding? in
      guard numbers.contains(where: { $0.kind == .duration && $0.value >= 12 }),
        let wrong = RowTerms.wrong(facts, unit)
          ?? Lifetime(facts: facts, unit: unit).contradiction()
          ?? Lifetime(facts: facts, unit: unit).yearTooFar()
      else { return nil }
      return Self.declared.finding(
        "length", corpus, CorpusPassage(member: member, unit: unit),
        [
          "length": .text(wrong.length), "years": .number(wrong.years),
          "period": .text(wrong.period),
        ])
    }
  }

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

  /// What is put off on purpose, or goes on for good.
  private static let beyond: Stretches = [
    "beyond", "after the plan", "after this plan", "next plan", "next national", "long-term",
    "long term", "longer term", "successor", "final report", "evaluation", "au-delà", "après le",
    "prochain plan", "long terme", "bilan", "évaluation", "rapport final", "by 2030", "d’ici 2030",
    "d'ici 2030", "agenda", "programme 2030", "subsequent", "following plan", "plan suivant",
  ]

  /// A promise of a plan of several years for a day long after its end.
  private func lateDeadlines(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    switch facts.kind {
    case .nationalActionPlan, .implementationPlan, .strategy: break
    default: return []
    }
    let years = corpus.members[member].years
    guard years.count == 2, years[1] >= years[0] + 2 else { return [] }
    let limit = (years[1] + 1) * 10000 + 331
    var late: [(unit: Int, date: DateFact)] = []
    for commitment in facts.commitments where Int(commitment.deadline) > limit {
      let unit = Int(commitment.unit)
      guard let date = facts.dates(of: unit).first(where: { $0.last == Int(commitment.deadline) }),
        late.last?.unit != unit
      else { continue }
      late.append((unit, date))
      // A plan that looks further ahead throughout means to.
      if late.count > 2 { return [] }
    }
    return late.compactMap { unit, date in
      guard !facts.unit(unit, holds: Self.beyond),
        facts.commitments(of: unit).contains(where: { $0.rung.rung >= .commitment }),
        facts.dates(of: unit).count == 1, date.role.contains(.deadline)
      else { return nil }
      return Self.declared.finding(
        "after-end", corpus, CorpusPassage(member: member, unit: unit),
        ["date": .text(facts.quote(date.start, date.end)), "year": .number(years[1])])
    }
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
        "after-end", .ask,
        message: LocalizedText(
          "promised for {date}, after the document’s own period has ended ({year})",
          "promis pour {date}, après la fin de la période du document ({year})"),
        help: LocalizedText(
          "set a date within the period, or say who keeps the promise afterwards",
          "fixer une date dans la période, ou dire qui tiendra la promesse par la suite")),
      FindingKind(
        "order", .ask,
        message: LocalizedText(
          "dated {one}, though it needs what is dated {two}",
          "daté de {one}, mais dépend de ce qui est daté de {two}"),
        help: LocalizedText(
          "check both dates, and put the steps in order",
          "vérifier les deux dates, et mettre les étapes dans l’ordre")),
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
