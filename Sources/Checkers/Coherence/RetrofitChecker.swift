package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports an action that was tied to goals afterwards.
///
/// **What it finds.** An action linked to every goal, in a table, in prose or under one heading after another; an
/// action without a goal in a table where the others have one; and an action under way since before the plan.
///
/// **Why it matters.** A plan that labels what is being done anyway changes nothing.
///
/// **Example.** A program of 2009, listed under four goals of a plan of 2023.
///
/// **What to write instead.** The goal that the action was chosen for, and what is new about it.
package struct RetrofitChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    let setters = GoalClaims.Setters(corpus)
    let things = NamedThings(corpus)
    return corpus.members.indices.flatMap { member in
      let prose = LinkedActions(corpus: corpus, member: member)
      var told: Set<Int> = []
      var findings = links(corpus, member) + predating(corpus, member)
      let tables = GoalTables(facts: corpus.members[member].facts)
      let claims = RetrofitClaims(
        corpus: corpus, member: member, setters: setters, things: things)
      for link in prose.underEveryGoal() + prose.repeatedUnderEveryGoal()
        + tables.underEveryGoal() + prose.saidToServeAll() + claims.links()
      where told.insert(link.unit).inserted {
        findings.append(
          Self.declared.finding(
            "every-goal", corpus, CorpusPassage(member: member, unit: link.unit),
            ["action": .text(link.action), "goals": .text(link.goals)]))
      }
      for link in prose.withoutGoal() + claims.withoutGoal() where told.insert(link.unit).inserted {
        findings.append(
          Self.declared.finding(
            "no-goal", corpus, CorpusPassage(member: member, unit: link.unit),
            ["action": .text(link.action)]))
      }
      for link in prose.countedAfterwards() where told.insert(link.unit).inserted {
        findings.append(
          Self.declared.finding(
            "predates", corpus, CorpusPassage(member: member, unit: link.unit),
            ["year": .number(link.year), "plan": .number(link.plan)]))
      }
      return findings
    }
  }

  private func links(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    let withGoals = facts.indicators.filter { !$0.goal.isEmpty && !$0.action.isEmpty }
    for row in facts.indicators where !row.action.isEmpty {
      let passage = CorpusPassage(member: member, unit: Int(row.unit))
      let action = FindingArgument.text(facts.quote(row.action.range))
      let goal = goals(facts, row)
      let text = facts.quote(goal)
      let header = facts.units[Int(row.unit)].context
      let siblings = withGoals.filter { facts.units[Int($0.unit)].context == header }
      let small = text.lowercased()
      let goals = Self.goalNumbers(text)
      // The secretariat and the report of a plan serve all of it by their nature.
      if facts.range(row.action.range, holds: Self.ofTheWhole) { continue }
      if goals.count >= 4
        || ["all", "all goals", "every goal", "tous", "toutes", "tous les buts"]
          .contains(small)
        || (!goal.isEmpty && LinkedActions.namesAll(facts, goal))
      {
        findings.append(
          Self.declared.finding(
            "every-goal", corpus, passage, ["action": action, "goals": .text(text)]))
      } else if siblings.count >= 2, Self.noGoal.contains(small) {
        findings.append(Self.declared.finding("no-goal", corpus, passage, ["action": action]))
      }
    }
    return findings
  }

  private static let noGoal: Set<String> = [
    "", "-", "–", "—", "none", "no goal", "n/a", "not stated", "to be determined", "tbd", "aucun",
    "aucun but", "aucun objectif", "s.o.", "sans objet", "à déterminer", "néant", "other", "autre",
  ]

  /// The numbers of goals in a cell, "1 to 4" with those between.
  static func goalNumbers(_ text: String) -> Set<Int> {
    var found: Set<Int> = []
    var last = 0
    var isSpan = false
    for word in text.lowercased().split(whereSeparator: {
      !$0.isLetter && !$0.isNumber && $0 != "–" && $0 != "-"
    }) {
      let pieces = word.split { $0 == "–" || $0 == "-" }
      // "1 – 4"
      if pieces.isEmpty { isSpan = true }
      for (place, piece) in pieces.enumerated() {
        guard let number = Int(piece) else {
          isSpan = ["to", "à", "through", "au"].contains(piece)
          continue
        }
        guard number > 0, number < 20 else { continue }
        if isSpan || place > 0, last > 0, number > last {
          found.formUnion(last...number)
        }
        found.insert(number)
        last = number
        isSpan = false
      }
    }
    return found
  }

  /// The cell that says which goals a row serves, whatever its column is called.
  private func goals(_ facts: DocumentFacts, _ row: IndicatorFact) -> Range<Int> {
    if !row.goal.isEmpty { return row.goal.range }
    let cell = facts.cells(of: Int(row.unit)).dropFirst().first {
      facts.begins($0.range, with: Self.goalNames)
    }
    return cell?.range ?? row.goal.range
  }

  private static let goalNames = [
    "goal ", "goals ", "objective ", "objectives ", "objectif ", "objectifs ", "but ", "buts ",
    "pillar ", "pillars ", "pilier ", "piliers ", "all goals", "all objectives",
  ]

  private static let ofTheWhole: Stretches = [
    "secretariat", "report on the plan", "report on this plan", "progress report",
    "evaluation of the plan", "midterm review", "secrétariat", "rapport sur le plan",
    "rapport d’étape", "rapport d'étape", "évaluation du plan", "examen de mi-parcours",
  ]

  private static let actions: Stretches = [
    "action", "activit", "objective", "objectif", "goal", "initiative", "measure", "mesure",
    "but ", "buts", "contribut", "what we will do", "ce que nous ferons", "pillar", "pilier",
    "commitment", "engagement",
  ]
  private static let standing: Stretches = [
    "since ", "established in", "launched in", "created in", "ongoing since", "in place since",
    "depuis ", "créé en", "lancé en", "établi en", "en place depuis",
  ]

  /// In a national or implementation plan, an action that began two years or more before it.
  private func predating(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    guard facts.kind == .nationalActionPlan || facts.kind == .implementationPlan,
      let start = corpus.members[member].years.first
    else { return [] }
    return facts.units.indices.compactMap { unit -> Finding? in
      let here = facts.units[unit]
      guard here.isRow || here.isListItem, facts.unit(unit, holds: Self.standing),
        let began = facts.dates(of: unit).first(where: {
          $0.year > 1980 && Int($0.year) <= start - 2 && !$0.role.contains(.baseline)
        }), isAction(facts, unit),
        !facts.unit(unit, holds: LinkedActions.fresh), !changes(facts, unit, start)
      else { return nil }
      let before = max(0, Int(began.start) - 24)..<Int(began.start)
      guard facts.range(before, holds: Self.standing) else { return nil }
      return Self.declared.finding(
        "predates", corpus, CorpusPassage(member: member, unit: unit),
        ["year": .number(Int(began.year)), "plan": .number(start)])
    }
  }

  /// "From 2030 it escorts women": the plan brings something new.
  private func changes(_ facts: DocumentFacts, _ unit: Int, _ start: Int) -> Bool {
    facts.dates(of: unit).contains { date in
      guard Int(date.year) >= start - 1 else { return false }
      let before = facts.quote(max(0, Int(date.start) - 12)..<Int(date.start)).lowercased() + " "
      return Self.turning.contains { before.contains($0) }
    }
  }

  private static let turning = [
    "from ", "since ", "as of ", "starting ", "beginning ", "depuis ", "dès ", "partir d",
    "compter d", "revised in ", "rebuilt in ",
  ]

  /// A row of an action table, or an item under a heading that speaks of actions or goals.
  private func isAction(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    if here.isRow {
      return DocumentFacts.of(unit, in: facts.indicators).contains { !$0.action.isEmpty }
    }
    return (here.heading >= 0 && facts.unit(Int(here.heading), holds: Self.actions))
      || (here.context >= 0 && facts.unit(Int(here.context), holds: Self.actions))
  }

  private static let declared = CheckerDescription.coherence(
    "coh.retrofit",
    title: LocalizedText("Tied to goals afterwards", "Rattaché après coup"),
    rationale: LocalizedText(
      "Looks at how actions are tied to goals. It may be wrong where an action truly serves them all, "
        + "or where an old program was changed for the plan.",
      "Examine comment les actions sont rattachées aux buts. Le constat peut être faux si une action "
        + "les sert vraiment tous, ou si un ancien programme a été modifié pour le plan."),
    [
      FindingKind(
        "every-goal", .note,
        message: LocalizedText(
          "‘{action}’ is linked to every goal ({goals})",
          "« {action} » est rattaché à tous les buts ({goals})"),
        help: LocalizedText(
          "name the one goal that it was chosen for", "nommer le but pour lequel elle a été choisie"
        )),
      FindingKind(
        "no-goal", .note,
        message: LocalizedText(
          "‘{action}’ has no goal, unlike the others beside it",
          "« {action} » n’a pas de but, contrairement aux autres à côté"),
        help: LocalizedText(
          "name its goal, or leave it out of the plan", "nommer son but, ou la retirer du plan")),
      FindingKind(
        "predates", .note,
        message: LocalizedText(
          "under way since {year}, before the plan of {plan}",
          "en cours depuis {year}, avant le plan de {plan}"),
        help: LocalizedText(
          "say what the plan adds to it", "dire ce que le plan y ajoute")),
    ])
}
