package import Checking
internal import RuleSets
internal import SourceText

/// Reports a goal or commitment of the national plan that no department's plan picks up.
///
/// **What it finds.** A goal that no plan of the set speaks of, an act for a named department whose own plan does
/// not mention it, and an act of all partners that none of their plans has.
///
/// **Why it matters.** A goal without actions is not worked on.
///
/// **Example.** A goal on humanitarian settings that no implementation plan carries.
///
/// **What to write instead.** In one of the plans, what will be done towards the goal.
package struct OrphanChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    let items = NationalPlanItems(corpus: corpus)
    return items.sets().flatMap { set -> [Finding] in
      let departments = Set(set.plans.compactMap(corpus.department(of:)))
      let all = items.items(of: set.national, plans: set.plans)
      let isComplete = items.isComplete(set.national, plans: set.plans)
      // How many acts of the national plan are each department's.
      var counts: [Int: Int] = [:]
      for item in all where !item.isGoal {
        for owner in Set(item.named) { counts[owner, default: 0] += 1 }
      }
      return all.compactMap { item -> Finding? in
        guard item.takenUpIn.isEmpty, !item.isLifted else { return nil }
        if item.isGoal {
          return Self.declared.finding(
            "goal", corpus, item.passage, ["plans": .number(set.plans.count)])
        }
        // The plans of all who carry it out are there, and none has it.
        if !item.hasOwner || item.isCollective, isComplete {
          return Self.declared.finding(
            "nowhere", corpus, item.passage, ["plans": .number(set.plans.count)])
        }
        // Only where the named department's own plan is there to be read.
        guard let owner = item.named.first(where: departments.contains) else { return nil }
        // A plan with one act to carry that speaks of its matter at all has it in other words.
        if counts[owner] == 1, item.isTouched { return nil }
        return Self.declared.finding(
          "commitment", corpus, item.passage,
          ["owner": .localized(corpus.title(ofDepartment: owner))])
      }
    }
  }

  private static let declared = CheckerDescription.coherence(
    "coh.orphan",
    title: LocalizedText("Picked up by nobody", "Repris par personne"),
    rationale: LocalizedText(
      "Looks in the departments’ plans for each goal and commitment of the national plan. The plan that "
        + "carries it may not be among these documents.",
      "Cherche dans les plans des ministères chaque but et engagement du plan national. Le plan qui le "
        + "porte n’est peut-être pas parmi ces documents."),
    [
      FindingKind(
        "goal", .ask,
        message: LocalizedText(
          "a plan that works towards this goal was not found in these documents ({plans} plans read)",
          "aucun plan qui travaille à ce but n’a été trouvé dans ces documents ({plans} plans lus)"),
        help: LocalizedText(
          "say in a plan what will be done towards it, or add the plan that does",
          "dire dans un plan ce qui sera fait en ce sens, ou ajouter le plan qui le dit")),
      FindingKind(
        "commitment", .ask,
        message: LocalizedText(
          "given to {owner}, whose plan does not mention it in the passages read",
          "confié à {owner}, dont le plan n’en parle pas dans les passages lus"),
        help: LocalizedText(
          "take it up in the department’s plan", "le reprendre dans le plan du ministère")),
      FindingKind(
        "nowhere", .ask,
        message: LocalizedText(
          "the plans of all partners were read ({plans}), and none mentions it",
          "les plans de tous les partenaires ont été lus ({plans}), et aucun n’en parle"),
        help: LocalizedText(
          "say in one of the plans who does it", "dire dans un des plans qui le fait")),
    ])
}
