package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports a promise that is weaker further down.
///
/// **What it finds.** A commitment of the national plan, or of an implementation plan, that the documents below
/// it give only as an intention.
///
/// **Why it matters.** What is promised to Parliament and what a branch is held to should be the same.
///
/// **Example.** "will deploy" in the national plan, "aims to deploy" in the Departmental Plan.
///
/// **What to write instead.** The same verb, or a word on what stands in the way.
package struct StrengthChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    var findings: [Finding] = []
    var told: Set<CorpusPassage> = []
    corpus.forEachLikeness { first, second, likeness in
      guard likeness.both >= 0.34 || (likeness.lesser >= 0.55 && likeness.shared >= 3),
        first.member != second.member, corpus.mayShareTime(first.member, second.member)
      else { return }
      let upper = Self.level(corpus, first.member)
      let lower = Self.level(corpus, second.member)
      guard let upper, let lower, upper != lower else { return }
      let (source, copy) = upper < lower ? (first, second) : (second, first)
      guard Self.isFirm(corpus, source), Self.isSoft(corpus, copy), !told.contains(copy),
        Self.mayActFor(corpus, source, copy)
      else { return }
      // The lower document may promise it firmly elsewhere.
      let isFirmElsewhere = corpus.likenesses(of: source).contains {
        $0.passage.member == copy.member && Self.isFirm(corpus, $0.passage)
          && ($0.likeness.both >= 0.3 || $0.likeness.lesser >= 0.5)
      }
      if isFirmElsewhere { return }
      told.insert(copy)
      let promised = source.facts(corpus).commitments(of: source.unit).first
      let kept = copy.facts(corpus).commitments(of: copy.unit).first
      findings.append(
        Self.declared.finding(
          "weaker", corpus, copy, against: [source],
          [
            "promised": .text(
              promised.map { source.facts(corpus).quote($0.start, $0.end) } ?? ""),
            "kept": .text(kept.map { copy.facts(corpus).quote($0.start, $0.end) } ?? ""),
          ]))
    }
    return findings
  }

  /// From the top down; `nil` for documents that stand beside the plans.
  private static func level(_ corpus: Corpus, _ member: Int) -> Int? {
    switch corpus.members[member].profile.kind {
    case .nationalActionPlan, .strategy, .initiative: 0
    case .implementationPlan: 1
    case .departmentalPlan: 2
    case .supplementaryTable, .programmePage: 3
    default: nil
    }
  }

  private static func isFirm(_ corpus: Corpus, _ passage: CorpusPassage) -> Bool {
    passage.facts(corpus).commitments(of: passage.unit).contains {
      $0.rung.rung >= .commitment && $0.actor != .other && !$0.continues
    }
  }

  private static func isSoft(_ corpus: Corpus, _ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let own = facts.commitments(of: passage.unit)
    return !own.isEmpty && own.allSatisfy { $0.rung.rung == .intent && $0.actor != .other }
      && !facts.units[passage.unit].flags.contains(.denies)
  }

  /// The upper document names this department, several, or nobody in particular.
  private static func mayActFor(
    _ corpus: Corpus, _ source: CorpusPassage, _ copy: CorpusPassage
  ) -> Bool {
    guard corpus.mayShareOwner(source, copy) else { return false }
    guard let department = corpus.members[copy.member].department else { return true }
    let named = source.facts(corpus).organizations(of: source.unit).flatMap {
      OrganizationCatalog.present(Int($0.organization))
    }
    return named.isEmpty || named.contains(department)
  }

  private static let declared = CheckerDescription.coherence(
    "coh.strength",
    title: LocalizedText("Weaker downstream", "Plus faible en aval"),
    rationale: LocalizedText(
      "Follows a promise from the national plan down to departments’ documents. It may be wrong where the "
        + "two passages are about different parts of the work.",
      "Suit une promesse du plan national jusqu’aux documents des ministères. Le constat peut être faux "
        + "si les deux passages portent sur des parties différentes du travail."),
    [
      FindingKind(
        "weaker", .ask,
        message: LocalizedText(
          "‘{kept}’ here, ‘{promised}’ in the document above it",
          "« {kept} » ici, « {promised} » dans le document en amont"),
        help: LocalizedText(
          "commit as firmly as the document above, or say what stands in the way",
          "s’engager aussi fermement qu’en amont, ou dire ce qui l’empêche"))
    ])
}
