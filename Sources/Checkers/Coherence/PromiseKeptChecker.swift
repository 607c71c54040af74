package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports a dated promise to report, publish or review that no later document mentions.
///
/// **What it finds.** A promise of that kind whose date has come in a later document of the set, without a passage
/// there that speaks of it.
///
/// **Why it matters.** Reports that were promised and never asked for again cost a plan its credit.
///
/// **Example.** "report on progress at the meeting in 2019"
///
/// **What to write instead.** In a later document: that the report was made and where it can be read.
package struct PromiseKeptChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    corpus.members.indices.flatMap { member -> [Finding] in
      let facts = corpus.members[member].facts
      return facts.commitments.compactMap { finding(corpus, member, facts, $0) }
    }
  }

  private static let accounts = [
    "report on", "report to", "report back", "a report", "its report", "reports ", "account of",
    "publish", "tabled", "will table", "release", "review", "evaluat", "rendre compte", "rapport",
    "publier", "publiera", "publié", "dépos", "évalu", "bilan", "examen",
  ]

  private func finding(
    _ corpus: Corpus, _ member: Int, _ facts: DocumentFacts, _ commitment: CommitmentFact
  ) -> Finding? {
    let unit = Int(commitment.unit)
    let due = Int(commitment.deadline)
    guard due > 0, commitment.rung.rung >= .intent, facts.unit(unit, holds: Self.accounts),
      facts.units[unit].flags.isDisjoint(with: [.past, .yearly])
    else { return nil }
    let own = corpus.year(of: member)
    // Documents that speak from a time when it was due.
    let later = corpus.members.indices.filter { other in
      other != member && !corpus.areTranslations(member, other)
        && corpus.members[other].profile.language == facts.language
        && isDue(corpus, other, due) && corpus.year(of: other) > own
        && isRelated(corpus, member, other)
    }
    guard !later.isEmpty else { return nil }
    let passage = CorpusPassage(member: member, unit: unit)
    let isTraced = later.contains { other in
      guard let best = corpus.best(for: passage, in: other) else { return false }
      return best.likeness.lesser >= 0.45 && best.likeness.shared >= 3
        && best.passage.facts(corpus).unit(best.passage.unit, holds: Self.accounts)
    }
    if isTraced { return nil }
    let date = facts.dates(of: unit).last { $0.last == due }
    return Self.declared.finding(
      "no-trace", corpus, passage,
      [
        "date": .text(date.map { facts.quote($0.start, $0.end) } ?? "\(due / 10000)"),
        "count": .number(later.count),
      ])
  }

  /// A plan speaks from the beginning of its first year, a report from the end of its last.
  private func isDue(_ corpus: Corpus, _ member: Int, _ due: Int) -> Bool {
    let here = corpus.members[member]
    if here.facts.looksBack, let last = here.years.last { return last * 10000 + 331 >= due }
    if here.years.isEmpty { return corpus.year(of: member) * 10000 + 1231 >= due }
    return corpus.year(of: member) > due / 10000
  }

  /// Of the same department, or one of the two belongs to none.
  private func isRelated(_ corpus: Corpus, _ one: Int, _ two: Int) -> Bool {
    !corpus.haveDifferentOwners(one, two)
  }

  private static let declared = CheckerDescription.coherence(
    "coh.promise-kept",
    title: LocalizedText("Promises with a date", "Promesses datées"),
    rationale: LocalizedText(
      "Looks in later documents for a trace of what was promised by a date. What is not found in these "
        + "documents may well have been done.",
      "Cherche dans les documents ultérieurs une trace de ce qui était promis pour une date. Ce qui "
        + "n’est pas trouvé dans ces documents a pu être fait."),
    [
      FindingKind(
        "no-trace", .ask,
        message: LocalizedText(
          "due {date}; a later trace of it was not found in these documents ({count} read)",
          "attendu : {date}; trace ultérieure non trouvée dans ces documents ({count} lus)"),
        help: LocalizedText(
          "add the document that reports on it, or say what became of it",
          "ajouter le document qui en rend compte, ou dire ce qu’il en est advenu"))
    ])
}
