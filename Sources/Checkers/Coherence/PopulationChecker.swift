package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports an indicator and a target that measure different groups.
///
/// **What it finds.** A target for a whole force beside a promise about those deployed, and a count of trained
/// employees offered for a result for people outside.
///
/// **Why it matters.** The target can be met while nothing changes for the group that the promise is about.
///
/// **Example.** "more women deployed", measured by 25.1% women in the whole force.
///
/// **What to write instead.** A target for the group that the indicator is about.
package struct PopulationChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    corpus.members.indices.flatMap { member -> [Finding] in
      let facts = corpus.members[member].facts
      return facts.indicators.compactMap { row(corpus, member, facts, $0) }
        + facts.units.indices.compactMap {
          sentence(corpus, member, facts, $0) ?? widened(corpus, member, facts, $0)
        }
        + ResultMeasure.inProse(facts).compactMap { pair(corpus, member, facts, $0) }
    } + otherGroups(corpus) + countedForPromises(corpus)
  }

  /// A figure for a promise made elsewhere that counts others.
  private func countedForPromises(_ corpus: Corpus) -> [Finding] {
    CountedForPromise(corpus).mismatches().map { wrong in
      let promising = wrong.promise.facts(corpus)
      let counting = wrong.claim.facts(corpus)
      let promise = promising.quote(ofUnit: wrong.promise.unit)
      let counted = counting.quote(wrong.counted)
      return Self.declared.finding(
        wrong.kind, corpus, wrong.claim, against: [wrong.promise],
        wrong.kind == "whole-force"
          ? ["indicator": .text(promise), "target": .text(counted)]
          : ["result": .text(promise), "indicator": .text(counted)])
    }
  }

  /// One number, promised for girls or women and measured by a count of everybody, here or in another document.
  private func otherGroups(_ corpus: Corpus) -> [Finding] {
    var promises = MatterIndex(corpus)
    for member in corpus.members.indices where !corpus.members[member].facts.looksBack {
      let facts = corpus.members[member].facts
      var unit = -1
      for commitment in facts.commitments where Int(commitment.unit) != unit {
        unit = Int(commitment.unit)
        let people = CountedPeople.of(facts, facts.units[unit].textRange)
        guard !people.isDisjoint(with: [.girls, .women]), !people.contains(.everyone),
          facts.numbers(of: unit).contains(where: { Self.isAim($0) })
        else { continue }
        promises.add(CorpusPassage(member: member, unit: unit))
      }
    }
    guard !promises.entries.isEmpty else { return [] }
    var findings: [Finding] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for row in facts.indicators where !row.indicator.isEmpty {
        let unit = Int(row.unit)
        let people = CountedPeople.of(facts, facts.units[unit].textRange)
        guard people.isDisjoint(with: [.girls, .women, .survivors, .bereaved]),
          !people.isDisjoint(with: [.learners, .public_, .everyone, .youth]),
          !facts.unit(unit, holds: Self.asStandIn)
        else { continue }
        let passage = CorpusPassage(member: member, unit: unit)
        let aims = facts.numbers(of: unit).filter { Self.isAim($0) }.map(\.value)
        guard !aims.isEmpty else { continue }
        let matter = promises.matter(of: passage)
        let found = promises.candidates(for: matter).prefix(8).first { number in
          let other = promises.entries[number].passage
          let theirs = other.facts(corpus)
          return corpus.mayShareTime(member, other.member)
            && theirs.numbers(of: other.unit).contains { aims.contains($0.value) && Self.isAim($0) }
            && promises.likeness(matter, promises.entries[number].matter).shared >= 3
        }
        guard let found else { continue }
        let other = promises.entries[found].passage
        findings.append(
          Self.declared.finding(
            "everyone", corpus, passage, against: [other],
            [
              "result": .text(other.facts(corpus).quote(ofUnit: other.unit)),
              "indicator": .text(facts.quote(row.indicator.range)),
            ]))
      }
    }
    return findings
  }

  private static func isAim(_ number: NumberFact) -> Bool {
    number.kind == .percent && number.value > 0 || number.kind == .count && number.value >= 50
  }

  /// A measure that counts others than those whom its result is for.
  private func pair(
    _ corpus: Corpus, _ member: Int, _ facts: DocumentFacts, _ pair: ResultMeasure
  ) -> Finding? {
    let around = max(0, pair.result)...min(facts.units.count - 1, pair.measure + 2)
    guard !around.contains(where: { facts.unit($0, holds: Self.asStandIn) }) else { return nil }
    let passage = CorpusPassage(member: member, unit: pair.measure)
    if let (result, measure) = ResultMeasure.parts(facts, pair.measure) {
      return different(corpus, passage, against: [], result: result, measure: measure)
    }
    let others =
      pair.result == pair.measure ? [] : [CorpusPassage(member: member, unit: pair.result)]
    guard pair.isNamed || pair.result != pair.measure else { return nil }
    return different(
      corpus, passage, against: others, result: facts.units[pair.result].textRange,
      measure: facts.units[pair.measure].textRange, isNamed: pair.isNamed)
  }

  /// The measure counts people of another class than those whom the result is for.
  private func different(
    _ corpus: Corpus, _ passage: CorpusPassage, against others: [CorpusPassage],
    result: Range<Int>, measure: Range<Int>, isNamed: Bool = true
  ) -> Finding? {
    let facts = passage.facts(corpus)
    guard
      let kind = PeopleDifference(facts, result, facts, measure).kind(isNamed: isNamed)
    else { return nil }
    let (one, two) = (facts.quote(result), facts.quote(measure))
    return Self.declared.finding(
      kind, corpus, passage, against: others.filter { $0 != passage },
      kind == "whole-force"
        ? ["indicator": .text(one), "target": .text(two)]
        : ["result": .text(one), "indicator": .text(two)])
  }

  /// The measure is known to stand for something else.
  static let asStandIn: Stretches = [
    "stand-in", "proxy", "in the absence", "faute de", "mesure indirecte", "indirect",
    "for context",
    "not used to measure", "à titre indicatif", "interim", "provisoire", "approxim", "until data",
    "not yet available", "in addition to", "en plus de", "complement", "together with",
    "first step",
    "première étape", "pas encore",
  ]

  private func row(
    _ corpus: Corpus, _ member: Int, _ facts: DocumentFacts, _ row: IndicatorFact
  ) -> Finding? {
    let passage = CorpusPassage(member: member, unit: Int(row.unit))
    let measured = [row.indicator, row.result, row.action].reduce(into: CountedPeople()) {
      $0.formUnion(CountedPeople.of(facts, $1.range))
    }
    let isAboutDeployed = measured.contains(.deployed) && !measured.contains(.whole)
    let aimed = isAboutDeployed ? CountedPeople.of(facts, row.target.range) : []
    if aimed.contains(.whole), !aimed.contains(.deployed) {
      let indicator = facts.quote(row.indicator.range)
      let result = facts.quote(row.result.range) + " " + facts.quote(row.action.range)
      return Self.declared.finding(
        "whole-force", corpus, passage,
        [
          "indicator": .text(indicator.isEmpty ? result : indicator),
          "target": .text(facts.quote(row.target.range)),
        ])
    }
    guard !facts.unit(Int(row.unit), holds: Self.asStandIn) else { return nil }
    // A report sets its commitments beside what came of them.
    if row.indicator.isEmpty, !row.action.isEmpty {
      let outcome = row.actual.isEmpty ? row.result : row.actual
      guard !outcome.isEmpty else { return nil }
      return different(
        corpus, passage, against: [], result: row.action.range, measure: outcome.range)
    }
    guard !row.indicator.isEmpty else { return nil }
    // A target in words says who is to gain: "900 survivors obtain legal help".
    let sought = [row.result, row.action, row.goal, row.target].first {
      !$0.isEmpty && ($0 != row.target || Self.isSentence(facts, $0.range))
    }
    guard let sought else {
      guard let above = Self.resultAbove(facts, Int(row.unit)) else { return nil }
      let result = [CorpusPassage(member: member, unit: above)]
      return different(
        corpus, passage, against: result, result: facts.units[above].textRange,
        measure: row.indicator.range)
    }
    return different(
      corpus, passage, against: [], result: sought.range, measure: row.indicator.range)
  }

  /// A cell that speaks of people in several words, and is no bare number.
  private static func isSentence(_ facts: DocumentFacts, _ range: Range<Int>) -> Bool {
    TextWords.read(facts.text, range).count >= 4
      && !CountedPeople.of(facts, range).isDisjoint(with: CountedPeople.served.union(.women))
  }

  /// The result in the section before a table of measures: "Result sought", « Résultat visé ».
  static func resultAbove(_ facts: DocumentFacts, _ row: Int) -> Int? {
    let own = Int(facts.units[row].heading)
    guard own >= 0, facts.unit(own, holds: measuring) else { return nil }
    // "How we will measure the target on deployed sailors" says it all.
    if !CountedPeople.of(facts, facts.units[own].textRange).isEmpty { return own }
    var unit = own - 1
    while unit >= max(0, own - 14) {
      let here = facts.units[unit]
      if here.isRow || here.isTableHeader { return nil }
      if here.isHeading {
        guard facts.unit(unit, holds: seeking), unit + 1 < own, !facts.units[unit + 1].isHeading
        else { return nil }
        return unit + 1
      }
      unit -= 1
    }
    return nil
  }

  private static let measuring: Stretches = [
    "measure", "indicator", "how we will know", "how we know", "mesure", "indicateur", "suivi",
    "comment nous saurons",
  ]
  private static let seeking: Stretches = [
    "result", "outcome", "aim", "what we want", "change", "objective", "goal", "résultat", "effet",
    "objectif", "but visé", "ce que nous voulons", "changement",
  ]

  /// A promise about one group that a report calls kept with a figure for a larger one.
  private func widened(
    _ corpus: Corpus, _ member: Int, _ facts: DocumentFacts, _ unit: Int
  ) -> Finding? {
    let here = facts.units[unit]
    guard !here.isRow, !here.isHeading, facts.unit(unit, holds: Self.widening),
      facts.numbers(of: unit).contains(where: { $0.kind == .percent || $0.kind == .count }),
      !facts.unit(unit, holds: Self.forContext)
    else { return nil }
    let heading = Int(here.heading)
    let near = (max(0, unit - 2)...min(facts.units.count - 1, unit + 2)).filter {
      !facts.units[$0].isHeading && Int(facts.units[$0].heading) == heading
    }
    guard
      let claim = near.first(where: {
        facts.unit($0, holds: Self.reached)
          && (facts.unit($0, holds: Self.promise)
            || (heading >= 0 && facts.unit(heading, holds: Self.promise)))
          && !facts.units[$0].flags.contains(.denies)
      })
    else { return nil }
    return Self.declared.finding(
      "widened", corpus, CorpusPassage(member: member, unit: unit),
      against: claim == unit ? [] : [CorpusPassage(member: member, unit: claim)])
  }

  private static let forContext: Stretches = [
    "for context", "for information", "à titre", "separately",
  ]
  private static let widening: Stretches = [
    "taken together", "counted together", "when all ", "if all ", "counting all", "counting also",
    "including all", "once all", "together with the", "all categories", "all staff combined",
    "all employees combined", "all groups combined", "administrative staff included",
    "clerks included", "if we count", "when we count", "tous confondus", "toutes confondues",
    "toutes catégories", "en comptant", "si l’on compte", "si l'on compte", "pris ensemble",
    "prises ensemble", "réunis", "en incluant", "en y ajoutant", "y compris tout",
  ]
  static let reached: Stretches = [
    "on track", "on course", "well on its way", "en voie d", "en bonne voie", "close to its",
    "près d'atteindre", "près d’atteindre", "nears ", "toward its", "ahead of", "passed", "exceed",
    "surpass", "has been met", "is met", "was met", "has met",
    "been reached", "has reached", "is reached", "was reached", "kept", "fulfilled", "achieved",
    "beyond the", "early", "dépass", "atteint", "respecté", "tenu", "rempli", "en avance",
    "réalisé", "au-delà",
  ]
  static let promise: Stretches = [
    "commitment", "target", "promise", "goal", "pledge", "engagement", "cible", "promesse",
    "promis", "objectif",
  ]

  private static let ofDeployment: Stretches = [
    "deployment goal", "deployment target", "cible de déploiement",
  ]
  private static let ofTheForce: Stretches = [
    "of the force", "of the armed forces", "des forces armées",
  ]

  /// "more women will be deployed: the target is 25.1% women in the Armed Forces"
  private func sentence(
    _ corpus: Corpus, _ member: Int, _ facts: DocumentFacts, _ unit: Int
  ) -> Finding? {
    let here = facts.units[unit]
    if !here.isRow, !here.isHeading, here.flags.contains(.gender),
      facts.unit(unit, holds: Self.ofDeployment), facts.unit(unit, holds: Self.ofTheForce)
    {
      return Self.declared.finding(
        "whole-force", corpus, CorpusPassage(member: member, unit: unit),
        [
          "indicator": .text(facts.quote(ofUnit: unit)), "target": .text(facts.quote(ofUnit: unit)),
        ])
    }
    guard !here.isRow, !here.isHeading, here.flags.contains(.gender),
      let percent = facts.numbers(of: unit).first(where: { $0.kind == .percent }),
      here.flags.contains(.target) || here.flags.contains(.binds)
    else { return nil }
    let before = Int(here.textStart)..<Int(percent.start)
    let behind = Int(percent.start)..<Int(here.textEnd)
    let promised = CountedPeople.of(facts, before)
    guard promised.contains(.deployed), !promised.contains(.whole) else { return nil }
    let counted = CountedPeople.of(facts, behind)
    guard counted.contains(.whole), !counted.contains(.deployed) else { return nil }
    return Self.declared.finding(
      "whole-force", corpus, CorpusPassage(member: member, unit: unit),
      ["indicator": .text(facts.quote(before)), "target": .text(facts.quote(behind))])
  }

  private static let declared = CheckerDescription.coherence(
    "coh.population",
    title: LocalizedText("Different groups", "Groupes différents"),
    rationale: LocalizedText(
      "Asks whether a target is about the people whom its indicator or result is about. It may be wrong "
        + "where one group stands for the other on purpose.",
      "Demande si une cible porte sur les personnes dont parle son indicateur ou son résultat. Le constat "
        + "peut être faux si un groupe tient lieu de l’autre à dessein."),
    [
      FindingKind(
        "whole-force", .ask,
        message: LocalizedText(
          "the target is about the whole force (‘{target}’), the indicator about those deployed "
            + "(‘{indicator}’)",
          "la cible porte sur toute la force (« {target} »), l’indicateur sur les personnes déployées "
            + "(« {indicator} »)"),
        help: LocalizedText(
          "set a target for those who are deployed", "fixer une cible pour les personnes déployées")
      ),
      FindingKind(
        "other-group", .ask,
        message: LocalizedText(
          "the result is for some people (‘{result}’), the indicator counts others (‘{indicator}’)",
          "le résultat vise certaines personnes (« {result} »), l’indicateur en compte d’autres "
            + "(« {indicator} »)"),
        help: LocalizedText(
          "measure what changes for those whom the result is for, or say why the others stand for them",
          "mesurer ce qui change pour les personnes visées, ou dire pourquoi les autres en tiennent lieu"
        )),
      FindingKind(
        "staff-for-people", .ask,
        message: LocalizedText(
          "the result is for people outside (‘{result}’), the indicator counts staff (‘{indicator}’)",
          "le résultat vise la population (« {result} »), l’indicateur compte du personnel "
            + "(« {indicator} »)"),
        help: LocalizedText(
          "add an indicator of what changed for the people",
          "ajouter un indicateur de ce qui a changé pour les gens")),
      FindingKind(
        "widened", .ask,
        message: LocalizedText(
          "the promise is called kept with a figure that counts others as well",
          "la promesse est dite tenue avec un chiffre qui compte aussi d’autres personnes"),
        help: LocalizedText(
          "give the figure for the group that the promise is about",
          "donner le chiffre du groupe dont parle la promesse")),
      FindingKind(
        "everyone", .ask,
        message: LocalizedText(
          "the result is about women (‘{result}’), the indicator counts people of all genders "
            + "(‘{indicator}’)",
          "le résultat porte sur les femmes (« {result} »), l’indicateur compte tout le monde "
            + "(« {indicator} »)"),
        help: LocalizedText(
          "count the women, or break the figure down by gender",
          "compter les femmes, ou ventiler le chiffre selon le genre")),
    ])
}
