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
        + facts.units.indices.compactMap { sentence(corpus, member, facts, $0) }
    }
  }

  /// Whom a text speaks of.
  private enum Group {
    case deployed
    case wholeForce
    case staff
    case people
  }

  private static func groups(_ text: String) -> Set<Group> {
    let text = text.lowercased()
    var found: Set<Group> = []
    func holds(_ words: [String]) -> Bool { words.contains { text.contains($0) } }
    if holds([
      "deploy", "on mission", "on operation", "peace operation", "déploy", "en mission",
      "opérations de paix",
    ]) {
      found.insert(.deployed)
    }
    if holds([
      "armed forces", "forces armées", "the caf", "des fac", "regular force", "whole force",
      "in the force", "of all members", "all regular members", "workforce", "des effectifs",
      "in the rcmp", "à la grc", "total strength",
    ]) {
      found.insert(.wholeForce)
    }
    if holds([
      "employees", "staff ", "staff who", "officials", "personnel trained", "members trained",
      "employés", "fonctionnaires", "du personnel", "completed training", "completed the course",
      "ont suivi", "executives",
    ]) {
      found.insert(.staff)
    }
    if holds([
      "survivor", "victim", "communit", "people have", "women have", "women and girls have",
      "girls",
      "canadians", "refugees", "clients", "survivante", "collectivit", "femmes ont", "réfugiées",
      "population", "people in", "women in conflict", "women affected", "safer",
    ]) {
      found.insert(.people)
    }
    return found
  }

  private func row(
    _ corpus: Corpus, _ member: Int, _ facts: DocumentFacts, _ row: IndicatorFact
  ) -> Finding? {
    let passage = CorpusPassage(member: member, unit: Int(row.unit))
    let target = facts.quote(row.target.range)
    let indicator = facts.quote(row.indicator.range)
    let result = facts.quote(row.result.range) + " " + facts.quote(row.action.range)
    let measured = Self.groups(indicator + " " + result)
    let aimed = Self.groups(target)
    if measured.contains(.deployed), !measured.contains(.wholeForce), aimed.contains(.wholeForce),
      !aimed.contains(.deployed)
    {
      return Self.declared.finding(
        "whole-force", corpus, passage,
        ["indicator": .text(indicator.isEmpty ? result : indicator), "target": .text(target)])
    }
    let outcome = Self.groups(facts.quote(row.result.range))
    let measure = Self.groups(indicator)
    if outcome.contains(.people), !outcome.contains(.staff), measure.contains(.staff),
      !measure.contains(.people)
    {
      return Self.declared.finding(
        "staff-for-people", corpus, passage,
        ["result": .text(facts.quote(row.result.range)), "indicator": .text(indicator)])
    }
    return nil
  }

  /// "more women will be deployed: the target is 25.1% women in the Armed Forces"
  private func sentence(
    _ corpus: Corpus, _ member: Int, _ facts: DocumentFacts, _ unit: Int
  ) -> Finding? {
    let here = facts.units[unit]
    if !here.isRow, !here.isHeading, here.flags.contains(.gender),
      facts.unit(unit, holds: ["deployment goal", "deployment target", "cible de déploiement"]),
      facts.unit(unit, holds: ["of the force", "of the armed forces", "des forces armées"])
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
    let before = facts.quote(Int(here.textStart)..<Int(percent.start))
    let behind = facts.quote(Int(percent.start)..<Int(here.textEnd))
    guard Self.groups(before).contains(.deployed), !Self.groups(before).contains(.wholeForce),
      Self.groups(behind).contains(.wholeForce), !Self.groups(behind).contains(.deployed)
    else { return nil }
    return Self.declared.finding(
      "whole-force", corpus, CorpusPassage(member: member, unit: unit),
      ["indicator": .text(before), "target": .text(behind)])
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
        "staff-for-people", .ask,
        message: LocalizedText(
          "the result is for people outside (‘{result}’), the indicator counts staff (‘{indicator}’)",
          "le résultat vise la population (« {result} »), l’indicateur compte du personnel "
            + "(« {indicator} »)"),
        help: LocalizedText(
          "add an indicator of what changed for the people",
          "ajouter un indicateur de ce qui a changé pour les gens")),
    ])
}
