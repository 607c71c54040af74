internal import Checking
internal import Facts

/// What a document says that it counts as its own: "our contributions", "the Guard counts three measures".
///
/// Who counts an act among its own counts it whoever else is named beside it.
enum OwnCounts {
  /// True where the passage, or the sentences and the heading around it, call what is listed the document's own.
  static func counts(_ passage: CorpusPassage, _ corpus: Corpus) -> Bool {
    counts(passage.facts(corpus), passage.unit)
  }

  static func counts(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    section(facts, unit).contains { claims(facts, $0) }
  }

  /// True where the section says how the act is shared out, so that it counts once.
  static func isShared(_ passage: CorpusPassage, _ corpus: Corpus) -> Bool {
    let facts = passage.facts(corpus)
    return section(facts, passage.unit).contains { facts.unit($0, holds: shared) }
  }

  /// The heading and the units under it, few on either side.
  private static func section(_ facts: DocumentFacts, _ unit: Int) -> [Int] {
    let heading = facts.units[unit].heading
    let near = (max(0, unit - 8)...min(facts.units.count - 1, unit + 6)).filter {
      facts.units[$0].heading == heading && !facts.units[$0].isHeading
    }
    return heading >= 0 ? near + [Int(heading)] : near
  }

  /// A word for contributions with "our", a number or a verb of counting right before it.
  private static func claims(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let range = facts.units[unit].textRange
    guard let noun = nouns.first(in: facts.text, range) else { return false }
    let front = max(range.lowerBound, noun.end - 44)..<noun.end
    guard facts.withJoined(front, afterBlank: true, { owning.stand(in: $0) }) else { return false }
    return !facts.unit(unit, holds: shared)
  }

  private static let nouns: Stretches = [
    "contribution", "measures", "commitments", "undertakings", "new local agreement", "mesures",
    "engagements", "apports",
  ]
  private static let owning: Stretches = [
    " our ", " its own ", " counts ", " count ", " makes ", " make ", " adds ", " lists ",
    " claims ",
    " nos ", " notre ", " ses propres ", " compte ", " comptons ", " inscrit ", " apporte ",
    " ajoute ", " présente ",
  ]
  private static let shared: Stretches = [
    "counted in", "counted once", "counted only", "not counted", "not count", "counting it twice",
    "counted twice", "do not list", "does not list", "share of", "our share", "led by", "leads it",
    "on behalf of", "reported only", "reported by", "comptée une", "compté une",
    "compter deux fois",
    "pas compt", "notre part", "dirigé par", "dirigée par", "au nom d", "pour le compte d",
    "rapporté par", "rapportée par", "n’ajoute pas", "n'ajoute pas", "adds no", "no new commitment",
  ]
}
