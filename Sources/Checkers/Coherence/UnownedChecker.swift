package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports an act of the national plan that no department owns.
///
/// **What it finds.** "Canada will …" in a national plan, without a department beside it, that none of the
/// departments' plans of the set takes up; and a row or an item without an owner among others that have one.
///
/// **Why it matters.** What all are to do, nobody does.
///
/// **Example.** "Canada will train mediators in every region."
///
/// **What to write instead.** The department that leads, in the plan itself.
package struct UnownedChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    let items = NationalPlanItems(corpus: corpus)
    var told: Set<CorpusPassage> = []
    var findings: [Finding] = []
    for set in items.sets() {
      for item in items.items(of: set.national, plans: set.plans)
      where !item.isGoal && !item.hasOwner && item.takenUpIn.isEmpty
        && told.insert(item.passage).inserted
      {
        findings.append(
          Self.declared.finding(
            "nobody", corpus, item.passage, ["plans": .number(set.plans.count)]))
      }
    }
    // What stands without an owner among others that have one needs no other plan to be seen.
    for member in corpus.members.indices {
      for unit in OwnerGaps(corpus: corpus, member: member).units() {
        let passage = CorpusPassage(member: member, unit: unit)
        guard told.insert(passage).inserted else { continue }
        findings.append(Self.declared.finding("no-owner", corpus, passage))
      }
    }
    return findings
  }

  private static let declared = CheckerDescription.coherence(
    "coh.unowned",
    title: LocalizedText("Owned by nobody", "Sans responsable"),
    rationale: LocalizedText(
      "Looks for the department behind each act of the national plan. It may be wrong where the owner "
        + "is named elsewhere, or its plan was not given.",
      "Cherche le ministère derrière chaque acte du plan national. Le constat peut être faux si le "
        + "responsable est nommé ailleurs, ou si son plan n’a pas été fourni."),
    [
      FindingKind(
        "nobody", .ask,
        message: LocalizedText(
          "no department is named, and no plan that takes it up was found in these documents "
            + "({plans} plans read)",
          "aucun ministère n’est nommé, et aucun plan qui le reprend n’a été trouvé dans ces documents "
            + "({plans} plans lus)"),
        help: LocalizedText(
          "name the department that leads", "nommer le ministère responsable")),
      FindingKind(
        "no-owner", .ask,
        message: LocalizedText(
          "nobody is named here, though the others of the list or table have an owner",
          "personne n’est nommé ici, alors que les autres de la liste ou du tableau ont un responsable"
        ),
        help: LocalizedText(
          "name the department that leads", "nommer le ministère responsable")),
    ])
}
