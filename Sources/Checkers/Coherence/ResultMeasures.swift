internal import Facts

/// What a document wants to reach and how it says that it will know, as pairs of passages.
struct ResultMeasure {
  /// Unit of the result, commitment or objective.
  var result: Int
  /// Unit of the indicator.
  var measure: Int
  /// False where the result is only the sentence before.
  var isNamed = true

  private static let resultWords: Stretches = [
    "expected result", "result:", "result :", "outcome:", "outcome :", "objective:", "goal:",
    "commitment:", "résultat attendu", "résultat visé", "résultat :", "résultat:", "objectif :",
    "engagement :", "intended result", "what we want", "we want", "the aim is", "the goal is",
    "effet recherché", "le but est", "desired outcome", "this plan seeks", "ultimate outcome",
  ]
  private static let measureWords: Stretches = [
    "indicator", "indicateur", "is measured by", "are measured by", "will be measured",
    "we measure", "we will measure", "how we will know", "how we know", "the measure is",
    "measure:", "measure of success", "measured through", "progress is tracked", "est mesuré",
    "se mesure", "sera mesuré", "mesure retenue", "mesure :", "on le saura", "tracked by",
    "success is", "will know that", "yardstick", "is gauged", "will be gauged", "as evidence",
    "are counted", "nous saurons", "on mesure", "preuve", "metric", "will be shown by",
    "is shown by", "shown with", "progress toward", "progress is", "progress will be",
    "is followed",
    "est suivi", "sera suivi", "suivi à l", "sont suivis", "judged by", "is assessed",
    "évalué selon",
    "will know it", "we know it", "one measure", "only measure", "measure for the", "seule mesure",
    "le saurons par", "est évalué", "counted by", "be evaluated by", "assessed by", "se vérifie",
  ]

  /// Pairs of prose: a result and the measure in the next sentences of its section.
  static func inProse(_ facts: DocumentFacts) -> [ResultMeasure] {
    var pairs: [ResultMeasure] = []
    for unit in facts.units.indices {
      let here = facts.units[unit]
      guard !here.isRow, !here.isTableHeader, !here.isHeading else { continue }
      guard facts.unit(unit, holds: measureWords) else {
        // « Comment nous mesurerons ce résultat » above, and the result in the section before.
        if facts.unit(unit, holds: counting), let above = PopulationChecker.resultAbove(facts, unit)
        {
          pairs.append(ResultMeasure(result: above, measure: unit))
        }
        continue
      }
      if parts(facts, unit) != nil {
        pairs.append(ResultMeasure(result: unit, measure: unit))
        continue
      }
      let named = result(for: unit, facts)
      guard
        let result = named ?? sentence(before: unit, facts)
          ?? PopulationChecker.resultAbove(facts, unit)
      else { continue }
      pairs.append(ResultMeasure(result: result, measure: unit, isNamed: named != nil))
    }
    return pairs
  }

  /// What stands between a result and its measure in one sentence.
  private static let joints: Stretches = [
    ":", " measured by ", " judged by ", " gauged by ", " known by ", " assessed by ",
    " mesuré par ", " mesurée par ", " se mesure ", " jugé à ", " évalué par ", " know it by ",
  ]

  /// The two parts of a sentence that says of a result how it is counted; `nil` when it does not speak of people
  /// in both.
  static func parts(_ facts: DocumentFacts, _ unit: Int) -> (Range<Int>, Range<Int>)? {
    let range = facts.units[unit].textRange
    guard let joint = joints.first(in: facts.text, range), joint.end < range.upperBound else {
      return nil
    }
    let (result, measure) = (range.lowerBound..<joint.end, joint.end..<range.upperBound)
    guard facts.range(measure, holds: counting), !CountedPeople.of(facts, result).isEmpty,
      !CountedPeople.of(facts, measure).isEmpty
    else { return nil }
    return (result, measure)
  }

  private static let counting: Stretches = [
    "number of", "share of", "proportion", "percentage", "rate of", "count of", "how many",
    "nombre d", "la part d", "pourcentage", "taux d", "combien d",
  ]

  /// The sentence before, of the same paragraph or section, that is no measure itself.
  private static func sentence(before measure: Int, _ facts: DocumentFacts) -> Int? {
    let unit = measure - 1
    guard unit >= 0, !facts.units[unit].isRow, !facts.units[unit].isHeading,
      facts.units[unit].heading == facts.units[measure].heading,
      !facts.unit(unit, holds: measureWords), !facts.units[measure].isListItem,
      facts.unit(measure, holds: counting)
    else { return nil }
    return unit
  }

  /// The nearest result in front of a measure: labelled as such, a promise, or the heading.
  private static func result(for measure: Int, _ facts: DocumentFacts) -> Int? {
    let here = facts.units[measure]
    if let numbered = numbered(measure, facts) { return numbered }
    for unit in stride(from: measure - 1, through: max(0, measure - 6), by: -1) {
      let other = facts.units[unit]
      if other.isHeading {
        // "Result: refugee women live in safety" as a heading.
        return Int(here.heading) == unit && facts.unit(unit, holds: headingWords) ? unit : nil
      }
      if other.isRow { return nil }
      if facts.unit(unit, holds: resultWords) { return unit }
      let isNear = other.block == here.block || measure - unit <= 1
      if isNear, other.flags.contains(.binds) || !facts.commitments(of: unit).isEmpty {
        return unit
      }
    }
    let heading = Int(here.heading)
    return heading >= 0 && facts.unit(heading, holds: headingWords) ? heading : nil
  }

  private static let numberedWords: Stretches = [
    "commitment", "target", "goal", "objective", "result", "outcome", "engagement", "cible",
    "objectif", "résultat", "but ", "promise", "promesse",
  ]

  /// "How we measure commitment 2": the first sentence under the heading that has that number.
  private static func numbered(_ measure: Int, _ facts: DocumentFacts) -> Int? {
    func label(_ unit: Int) -> Double? {
      facts.numbers(of: unit).first {
        $0.kind == .label
          || ($0.kind == .count && $0.value <= 40 && !$0.qualifiers.contains(.inWords))
      }?.value
    }
    let heading = Int(facts.units[measure].heading)
    let own = heading >= 0 && facts.unit(heading, holds: numberedWords) ? label(heading) : nil
    guard let wanted = own else { return nil }
    for unit in stride(from: measure - 1, through: max(0, measure - 40), by: -1)
    where unit != heading && facts.units[unit].isHeading {
      guard facts.unit(unit, holds: numberedWords), label(unit) == wanted,
        !facts.unit(unit, holds: measureWords), unit + 1 < measure,
        !facts.units[unit + 1].isHeading
      else { continue }
      return unit + 1
    }
    return nil
  }

  private static let headingWords: Stretches = [
    "result", "outcome", "objective", "goal", "résultat", "objectif", "but ", "commitment",
    "engagement", "more women", "plus de femmes",
  ]
}
