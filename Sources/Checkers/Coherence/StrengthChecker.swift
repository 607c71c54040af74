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
      for unit in facts.units.indices {
        let source = CorpusPassage(member: upper, unit: unit)
        guard Self.isFirm(corpus, source) else { continue }
        let named = corpus.departments(namedBy: source)
        let whole = finder.words(of: source)
        let language = facts.units[source.unit].language
        let words = finder.words(whole, withoutNames: named, language)
        guard words.count >= 3 else { continue }
        let pieces = parts(corpus, finder, source, named)
        for other in lower where Self.mayActFor(corpus, source, named, other) {
          // « le ministère des Partenariats extérieurs »: its own name, though not with capitals.
          let own = named.isEmpty ? [corpus.department(of: other)].compactMap(\.self) : []
          let sought = own.isEmpty ? words : finder.words(whole, withoutNames: own, language)
          guard
            let copy = weaker(corpus, finder, sought, other)
              ?? pieces.lazy.compactMap({ weaker(corpus, finder, $0, other) }).first,
            !told.contains(copy),
            corpus.mayShareOwner(source, copy), !Self.isAsSoft(corpus, source, copy),
            !Self.isUnderWay(corpus, copy), !Self.isExplained(corpus, copy)
          else { continue }
          told.insert(copy)
          findings.append(finding(corpus, source, copy))
        }
      }
    }
    return findings
  }

  /// What a promise of several things promises each: "an answer within 60 days and the reimbursement of …".
  private func parts(
    _ corpus: Corpus, _ finder: PassageFinder, _ source: CorpusPassage, _ named: [Int]
  ) -> [[UInt32]] {
    let facts = source.facts(corpus)
    let here = facts.units[source.unit]
    guard here.wordCount >= 7, !here.isRow else { return [] }
    let hits = Self.joints.hits(in: facts.text, here.textRange)
    guard !hits.isEmpty, hits.count <= 4 else { return [] }
    var start = here.textRange.lowerBound
    var parts: [[UInt32]] = []
    for end in hits.map(\.start) + [here.textRange.upperBound] {
      let words = finder.words(
        finder.words(of: start..<end, in: source), withoutNames: named, here.language)
      if words.count >= 3 { parts.append(words) }
      start = end
    }
    return parts
  }

  private static let joints = WordStems([1: "and|, et|, ainsi que|, as well as|"])

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
        && (Self.isFirm(corpus, $0.passage) || Self.isDone(corpus, $0.passage))
    }
    return isFirmElsewhere ? nil : soft.passage
  }

  /// Told as a fact, with a date, a number or an amount: the promise is on its way.
  private static func isDone(_ corpus: Corpus, _ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    return !facts.units[passage.unit].flags.contains(.denies) && !isSoft(corpus, passage)
      && (!facts.dates(of: passage.unit).isEmpty
        || facts.numbers(of: passage.unit).contains { $0.kind != .label && $0.kind != .duration })
  }

  /// "Each ship has had one since 2025. The Department will continue to deploy one": kept already.
  private static func isUnderWay(_ corpus: Corpus, _ copy: CorpusPassage) -> Bool {
    let facts = copy.facts(corpus)
    let before = copy.unit - 1
    guard before >= 0, facts.units[before].block == facts.units[copy.unit].block,
      facts.commitments(of: copy.unit).contains(where: \.continues)
    else { return false }
    return facts.unit(before, holds: already)
      && PassageScope.sharePhrase(facts, before, facts, copy.unit)
  }

  /// The paragraph says that the promise could not stand, or that those who made it agreed to another.
  private static func isExplained(_ corpus: Corpus, _ copy: CorpusPassage) -> Bool {
    let facts = copy.facts(corpus)
    let paragraph = facts.paragraph(of: copy.unit)
    return (max(paragraph.lowerBound, copy.unit - 2)...min(paragraph.upperBound, copy.unit + 2))
      .contains { facts.unit($0, holds: changed) }
  }

  private static let changed: Stretches = [
    " a remplacé", "ont remplacé", "replaced this promise", "replaced the promise",
    "replaced this commitment", "replaced the commitment",
    "can no longer", "cannot be kept", "cannot keep", "no longer able", "no longer possible",
    "has become impossible", "agreed to replace", "agreed to change", "agreed to narrow",
    "agreed to limit", "agreed that", "has been replaced", "was replaced", "amended the plan",
    "was amended", "was withdrawn", "was narrowed", "was reduced because", "made it impossible",
    "makes it impossible", "ne peut plus", "ne peuvent plus", "n’est plus possible",
    "n'est plus possible", "devenu impossible", "devenue impossible", "rend impossible",
    "ont convenu", "a convenu", "convenu de le", "convenu de la", "d’un commun accord",
    "d'un commun accord", "a été remplacé", "remplacé par", "remplacée par", "a été modifié",
    "a été retiré", "a été ramené", "a été réduit",
  ]

  private static let already: Stretches = [
    " since ", " already ", " depuis ", " déjà ", "in place", "en place",
  ]

  /// True when the promise itself is of such words: a study that is promised as a study.
  private static func isAsSoft(
    _ corpus: Corpus, _ source: CorpusPassage, _ copy: CorpusPassage
  ) -> Bool {
    let facts = source.facts(corpus)
    return facts.paragraph(of: source.unit).contains { unit in
      unit != source.unit && !Firmness.softens(facts, unit).isEmpty
        && isSoft(corpus, CorpusPassage(member: source.member, unit: unit))
        && PassageScope.sharePhrase(facts, unit, copy.facts(corpus), copy.unit)
    }
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
    let above = source.facts(corpus)
    let promised =
      above.commitments(of: source.unit).first.map { Int($0.start)..<Int($0.end) }
      ?? Firmness.guarantee(above, source.unit).map { $0.start..<$0.end }
      ?? DocumentFacts.of(source.unit, in: above.indicators).first.map(\.action.range)
    let facts = copy.facts(corpus)
    let kept = facts.commitments(of: copy.unit).first
    let phrase = Firmness.softens(facts, copy.unit).first.map { facts.quote($0.start..<$0.end) }
    return Self.declared.finding(
      "weaker", corpus, copy, against: [source],
      [
        "promised": .text(promised.map { above.quote($0) } ?? ""),
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
    let here = facts.units[passage.unit]
    guard !here.isHeading, !here.isTableHeader else { return false }
    let promises = facts.commitments(of: passage.unit)
    let isPromised = promises.contains {
      $0.rung.rung >= .commitment && $0.actor != .other && !$0.continues
    }
    let isGiven =
      promises.isEmpty && !here.flags.contains(.denies)
      && (Firmness.guarantee(facts, passage.unit) != nil || isDatedAct(facts, passage.unit))
    return (isPromised || isGiven) && Firmness.softens(facts, passage.unit).isEmpty
  }

  /// A row of acts or an item of a list with its day.
  private static func isDatedAct(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.units[unit].isListItem {
      return facts.dates(of: unit).contains {
        !$0.role.isDisjoint(with: [.deadline, .target])
      }
    }
    guard facts.units[unit].isRow else { return false }
    return DocumentFacts.of(unit, in: facts.indicators).contains {
      !$0.action.isEmpty && !$0.date.isEmpty
    } && !facts.dates(of: unit).isEmpty
  }

  private static func isSoft(_ corpus: Corpus, _ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let here = facts.units[passage.unit]
    if here.flags.contains(.denies) || here.isHeading || here.isTableHeader { return false }
    let own = facts.commitments(of: passage.unit)
    if own.contains(where: { $0.actor == .other }) { return false }
    if !own.isEmpty, own.allSatisfy({ $0.rung.rung == .intent }) { return true }
    return !Firmness.softens(facts, passage.unit).isEmpty
  }

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
