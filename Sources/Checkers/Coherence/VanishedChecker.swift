package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports what last year's document promised or measured and this year's does not mention.
///
/// **What it finds.** Commitments and indicators of the older of two editions without a passage like them in
/// the newer one, those about women, gender or a requirement one by one, the rest as a count.
///
/// **Why it matters.** What leaves a plan without a word can be neither reported on nor asked about.
///
/// **Example.** An indicator on women's representation in last year's plan, and none in this year's.
///
/// **What to write instead.** A line that says whether it was finished, replaced or given up, and why.
package struct VanishedChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  /// Least number of other things that are worth a line: some go in every year.
  private static let leastOthers = 5

  /// Most findings of one pair of documents that are told one by one.
  private static let most = 12

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    stated(corpus)
      + corpus.editions.flatMap { pair -> [Finding] in
        let older = corpus.members[pair.first].facts
        let looksBack = corpus.members[pair.second].facts.looksBack
        let gone = EditionComparison(corpus: corpus, older: pair.first, newer: pair.second)
          .losses { !looksBack || isOpen(older, $0) }
        let telling = gone.filter { $0.requirement != nil || $0.isOfAgenda }
          .sorted { ($0.weight, $1.passage.unit) > ($1.weight, $0.passage.unit) }
        let newer = corpus.members[pair.second].profile.path
        var findings = telling.prefix(Self.most).map { change in
          Self.declared.finding(
            "agenda", corpus, change.passage, requirement: change.requirement,
            ["newer": .text(newer)])
        }
        let rest = gone.count - findings.count
        if !looksBack, rest >= Self.leastOthers,
          let first = gone.first(where: { $0.requirement == nil && !$0.isOfAgenda })
            ?? telling.dropFirst(Self.most).first
        {
          findings.append(
            Self.declared.finding(
              "others", corpus, first.passage, ["count": .number(rest), "newer": .text(newer)]))
        }
        return findings
      }
  }

  /// In a report: an item of a list of commitments, and not done. What it tells of the past need not come again.
  private func isOpen(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard here.isListItem || here.isRow else { return false }
    let isAct =
      DocumentFacts.of(unit, in: facts.indicators).contains { !$0.action.isEmpty }
      || [Int(here.heading), Int(here.context)].contains {
        $0 >= 0 && facts.unit($0, holds: Self.promises)
      }
    return isAct && !facts.unit(unit, holds: Self.done)
  }

  private static let promises: Stretches = ["commitment", "action", "promis", "engagement"]
  private static let done: Stretches = [
    "complete", "finished", "closed", "done", "all ", "achieved", "ended", "concluded", "100%",
    "100 %", "terminé", "achev", "atteint", "réalisé", "toutes ", "tous ",
  ]

  /// "… are no longer reported.", without a word on why.
  private func stated(_ corpus: Corpus) -> [Finding] {
    corpus.members.indices.flatMap { member -> [Finding] in
      let facts = corpus.members[member].facts
      return facts.units.indices.compactMap { unit -> Finding? in
        let here = facts.units[unit]
        guard !here.isHeading, !here.isRow, here.wordCount >= 3,
          facts.unit(unit, holds: Self.ended), facts.unit(unit, holds: Self.measures),
          !facts.unit(unit, holds: Self.reasons)
        else { return nil }
        return Self.declared.finding(
          "unexplained", corpus, CorpusPassage(member: member, unit: unit))
      }
    }
  }

  private static let ended: Stretches = [
    "no longer reported", "no longer be reported", "discontinued", "no longer tracked",
    "ne sont plus suivis", "n’est plus suivi", "n'est plus suivi", "ne font plus l’objet",
    "ne font plus l'objet", "sont abandonnés", "no longer published",
  ]
  private static let measures: Stretches = [
    "result", "indicator", "target", "résultat", "indicateur", "cible",
  ]
  private static let reasons: Stretches = [
    "because", "replac", "since ", "achiev", "complete", "merge", "met in", "instead", "now ",
    "parce", "remplac", "atteint", "achev", "fusion", "puisque", "désormais", "car ",
  ]

  private static let declared = CheckerDescription.coherence(
    "coh.vanished",
    title: LocalizedText("Gone since last year", "Disparu depuis l’an dernier"),
    rationale: LocalizedText(
      "Sets two editions of one document side by side. It may be wrong where something was renamed, "
        + "finished, or moved to a document that was not given.",
      "Met deux éditions d’un document côte à côte. Le constat peut être faux si la chose a été "
        + "renommée, terminée, ou déplacée dans un document qui n’a pas été fourni."),
    [
      FindingKind(
        "agenda", .ask,
        message: LocalizedText(
          "stands in the older edition; not found in {newer}",
          "figure dans l’ancienne édition; non trouvé dans {newer}"),
        help: LocalizedText(
          "say in the newer edition whether it was finished, replaced or given up",
          "dire dans la nouvelle édition si c’est terminé, remplacé ou abandonné")),
      FindingKind(
        "unexplained", .ask,
        message: LocalizedText(
          "something is given up here, and the sentence does not say why",
          "quelque chose est abandonné ici, et la phrase ne dit pas pourquoi"),
        help: LocalizedText(
          "say what replaced it, or why it is no longer followed",
          "dire ce qui l’a remplacé, ou pourquoi on ne le suit plus")),
      FindingKind(
        "others", .note,
        message: LocalizedText(
          "{count} more commitments or indicators of the older edition were not found in {newer}",
          "{count} autres engagements ou indicateurs de l’ancienne édition n’ont pas été trouvés "
            + "dans {newer}"),
        help: LocalizedText(
          "list the changes since the last edition in the newer one",
          "énumérer dans la nouvelle édition les changements depuis la précédente")),
    ])
}
