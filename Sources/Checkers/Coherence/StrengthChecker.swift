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

  /// Least share of the promise's words, by weight, that the weaker passage and its heading have. Lower, the
  /// two are about one topic and not about one promise.
  private static let least: Float = 0.4

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    let levels = corpus.members.indices.map { Self.level(corpus, $0) }
    // Members with a soft passage: the others cannot be weaker.
    let soft = corpus.members.indices.filter { member in
      levels[member].map { $0 > 0 } ?? false
        && corpus.members[member].facts.units.indices.contains {
          Self.isSoft(corpus, CorpusPassage(member: member, unit: $0))
        }
    }
    guard !soft.isEmpty else { return [] }
    let finder = PassageFinder(corpus)
    var findings: [Finding] = []
    var told: Set<CorpusPassage> = []
    for upper in corpus.members.indices {
      guard let level = levels[upper] else { continue }
      let lower = soft.filter { other in
        (levels[other] ?? 0) > level && corpus.mayShareTime(upper, other)
          && corpus.members[upper].profile.language == corpus.members[other].profile.language
      }
      guard !lower.isEmpty else { continue }
      let facts = corpus.members[upper].facts
      var last: Int32 = -1
      for commitment in facts.commitments where commitment.unit != last {
        last = commitment.unit
        let source = CorpusPassage(member: upper, unit: Int(commitment.unit))
        guard Self.isFirm(corpus, source) else { continue }
        let named = corpus.departments(namedBy: source)
        let words = finder.words(
          finder.words(of: source), withoutNames: named, facts.units[source.unit].language)
        guard words.count >= 3 else { continue }
        for other in lower where Self.mayActFor(corpus, source, named, other) {
          guard let copy = weaker(corpus, finder, words, other), !told.contains(copy),
            corpus.mayShareOwner(source, copy)
          else { continue }
          told.insert(copy)
          findings.append(finding(corpus, source, copy))
        }
      }
    }
    return findings
  }

  /// The passage of a document that takes a promise up as no more than a wish; `nil` when there is none or the
  /// document promises it firmly too.
  private func weaker(
    _ corpus: Corpus, _ finder: PassageFinder, _ words: [UInt32], _ member: Int
  ) -> CorpusPassage? {
    let found = finder.find(words, in: member, least: 0.3).filter { $0.shared >= 2 }
    guard
      let soft = found.lazy.compactMap({ match -> (passage: CorpusPassage, cover: Float)? in
        guard match.cover >= Self.least || match.both >= 0.3, match.own >= 0.3 else { return nil }
        if Self.isSoft(corpus, match.passage) { return (match.passage, match.cover) }
        return Self.goesOnSoftly(corpus, match.passage).map { ($0, match.cover) }
      }).first
    else { return nil }
    let isFirmElsewhere = found.contains {
      $0.cover >= min(0.6, soft.cover - 0.1) && $0.passage != soft.passage
        && Self.isFirm(corpus, $0.passage)
    }
    return isFirmElsewhere ? nil : soft.passage
  }

  /// The next sentence, where it is the one that promises and speaks of the same thing by a pronoun: "These
  /// groups know the ground. The department will explore options to fund them."
  private static func goesOnSoftly(
    _ corpus: Corpus, _ passage: CorpusPassage
  ) -> CorpusPassage? {
    let facts = passage.facts(corpus)
    let next = CorpusPassage(member: passage.member, unit: passage.unit + 1)
    guard next.unit < facts.units.count, facts.commitments(of: passage.unit).isEmpty,
      facts.units[next.unit].block == facts.units[passage.unit].block,
      !facts.units[next.unit].isRow, isSoft(corpus, next),
      facts.unit(next.unit, holds: pronouns)
    else { return nil }
    return next
  }

  private static let pronouns: Stretches = [
    " them", " it ", " it,", " it.", " this", " these", " their ", " such ", " les financer",
    " de les ", " de le ", " de la ", " de l'", " de l’", " d’en ", " d'en ", " d’y ", " d'y ",
    " leur ", " ces ", " cette ", " ce ",
  ]

  private func finding(
    _ corpus: Corpus, _ source: CorpusPassage, _ copy: CorpusPassage
  ) -> Finding {
    let promised = source.facts(corpus).commitments(of: source.unit).first
    let facts = copy.facts(corpus)
    let kept = facts.commitments(of: copy.unit).first
    let phrase = Self.softenings.first { facts.unit(copy.unit, holds: Stretches([$0])) }
    return Self.declared.finding(
      "weaker", corpus, copy, against: [source],
      [
        "promised": .text(promised.map { source.facts(corpus).quote($0.start, $0.end) } ?? ""),
        "kept": .text(kept.map { facts.quote($0.start, $0.end) } ?? phrase ?? ""),
      ])
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
    let facts = passage.facts(corpus)
    return facts.commitments(of: passage.unit).contains {
      $0.rung.rung >= .commitment && $0.actor != .other && !$0.continues
    } && !facts.unit(passage.unit, holds: softened)
  }

  private static func isSoft(_ corpus: Corpus, _ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let here = facts.units[passage.unit]
    if here.flags.contains(.denies) || here.isHeading || here.isTableHeader { return false }
    let own = facts.commitments(of: passage.unit)
    if own.contains(where: { $0.actor == .other }) { return false }
    if !own.isEmpty, own.allSatisfy({ $0.rung.rung == .intent }) { return true }
    return facts.unit(passage.unit, holds: softened)
  }

  /// Ways of promising less that stand around the verb rather than in it.
  private static let softenings = [
    "means to ", "is encouraged to", "are encouraged to", "is invited to", "are invited to",
    "est encouragé", "sont encouragé", "est invité", "sont invité", "hopes to", "hope to",
    "would like to", "look into", "looking into",
    "explore options", "explore ways", "options for", "the feasibility of", "the possibility of",
    "where resources permit", "resources permit", "resources allow", "funding permit",
    "budgets permit", "as circumstances", "best efforts", "endeavour", "in principle",
    "give thought to", "give consideration", "open to the idea", "has in mind", "is minded to",
    "entend étudier", "entend examiner", "la possibilité d", "la faisabilité", "à terme,",
    "si les ressources", "selon les ressources", "sous réserve", "en fonction des ressources",
    "si les budgets", "si le budget", "se penchera", "se penche sur", "réfléchi", "pistes",
    "s'efforcera", "s’efforcera", "tentera", "dans la mesure d", "aimerait", "espère",
    "souhaite", "compte examiner", "compte étudier",
  ]
  private static let softened = Stretches(softenings)

  /// The upper document names this department, several, or nobody in particular.
  private static func mayActFor(
    _ corpus: Corpus, _ source: CorpusPassage, _ named: [Int], _ member: Int
  ) -> Bool {
    guard let department = corpus.department(of: member) else { return true }
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
