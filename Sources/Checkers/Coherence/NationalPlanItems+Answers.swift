internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Which plans take an item up, lift it or serve it.
extension NationalPlanItems {
  /// Least share of an act's words, by weight, that the passage which takes it up has: half of them where the
  /// passage says that something will be done, more where it only tells of it.
  private static let leastOfAct: Float = 0.45
  private static let leastOfMention: Float = 0.66
  private static let leastOfGoal: Float = 0.3

  func takesUp(
    _ passage: CorpusPassage, _ words: [UInt32], _ plan: Int, isGoal: Bool
  ) -> Bool {
    let facts = corpus.members[plan].facts
    if isGoal {
      let national = passage.facts(corpus)
      if let label = GoalText.read(national, national.units[passage.unit].textRange)?.label {
        if names(facts, label) { return true }
      } else if let place = self.label(national, passage.unit), serves(facts, "\(place)") {
        return true
      }
    }
    let found = finder.find(words, in: plan, least: isGoal ? Self.leastOfGoal : 0.3)
    for match in found {
      let unit = match.passage.unit
      if isGoal, match.shared >= 1 { return true }
      let isAct = ActReading.isAct(facts, unit)
      if isAct, match.shared >= 2, match.cover >= Self.leastOfAct || match.both >= 0.26 {
        return true
      }
      if isAct, match.shared >= 1, match.cover >= 0.2, counts(passage, like: match.passage) {
        return true
      }
      // The thing that it is about stands in both in the same two words, as nowhere else in the plan.
      if isAct, match.shared >= 2, match.cover >= 0.25,
        passage.facts(corpus).commitments(of: passage.unit).count <= 1,
        PassageScope.sharePhrase(
          passage.facts(corpus), passage.unit, facts, unit)
      {
        return true
      }
      if match.cover >= Self.leastOfMention, match.shared >= 2, !ActReading.waits(facts, unit) {
        return true
      }
    }
    let wanted = Set(passage.facts(corpus).served(by: passage.unit).map(\.requirement))
    guard !wanted.isEmpty else { return false }
    return facts.served.contains { fact in
      wanted.contains(fact.requirement) && fact.rung.rung >= .commitment
        && !ActReading.waits(facts, Int(fact.unit))
        && (isGoal || found.contains { $0.passage.unit == Int(fact.unit) && $0.shared >= 1 })
    }
  }

  /// True when a plan says what became of an act that it does not have: put off, or given to another.
  func lifts(_ words: [UInt32], _ plan: Int) -> Bool {
    let facts = corpus.members[plan].facts
    return finder.find(words, in: plan, least: 0.2).contains { match in
      match.shared >= 1 && facts.unit(match.passage.unit, holds: Self.putOff)
    }
  }

  private static let putOff: Stretches = [
    "awaits", "is waiting", "will appear", "next update", "later update", "postponed", "put off",
    "deferred", "delayed until", "transferred to", "handed to", "handed over", "taken over by",
    "now the responsibility", "is carried by", "that year", "begins in", "will begin in",
    "next year", "attend l", "figurera", "prochaine mise à jour", "reporté", "reportée", "remis à",
    "remise à", "transféré", "confié", "pris en charge par", "repris par", "débutera", "plus tard",
  ]

  /// True when the plan itself says elsewhere that an act was given up.
  func withdraws(_ words: [UInt32], _ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    return finder.find(words, in: passage.member, least: 0.2).contains { match in
      match.passage.unit != passage.unit && match.shared >= 1
        && facts.unit(match.passage.unit, holds: Self.givenUp)
    }
  }

  private static let givenUp: Stretches = [
    "withdrawn", "is dropped", "was dropped", "were dropped", "are dropped", "removed from",
    "taken out of", "cancelled", "no longer part", "given up", "abandoned", "deleted",
    "is replaced", "was replaced", "has been replaced", "struck from", "retiré", "abandonn",
    "annulé", "supprimé", "ne fait plus partie", "ne font plus partie", "remplacé", "rayé",
  ]

  /// True when both count the same number of things, which is not one that many sentences have.
  func counts(_ one: CorpusPassage, like two: CorpusPassage) -> Bool {
    func numbers(_ passage: CorpusPassage) -> Set<Double> {
      Set(
        passage.facts(corpus).numbers(of: passage.unit).filter {
          ($0.kind == .count && $0.value >= 2) || $0.kind == .money || $0.kind == .percent
        }.map(\.value))
    }
    return !numbers(one).isDisjoint(with: numbers(two))
  }

  /// True when a plan speaks of a goal by its number, in a sentence or in a column of goals.
  func serves(_ facts: DocumentFacts, _ label: String) -> Bool {
    if names(facts, label) { return true }
    let isColumn = facts.indicators.contains { row in
      !row.goal.isEmpty
        && facts.quote(row.goal.range).split { !$0.isLetter && !$0.isNumber }.contains {
          $0.lowercased() == label
        }
    }
    if isColumn { return true }
    // "objectives 1, 2 and 3"
    return facts.units.indices.contains { unit in
      guard facts.unit(unit, holds: Self.goals) else { return false }
      var isListing = false
      for word in TextWords.read(facts.text, facts.units[unit].textRange) {
        let text = String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
        if isListing, text == label { return true }
        isListing =
          Self.goalNouns.contains(text)
          || (isListing && (Int(text) != nil || text == "and" || text == "et" || text == "to"))
      }
      return false
    }
  }

  private static let goalNouns: Set<String> = [
    "goal", "goals", "objective", "objectives", "objectif", "objectifs", "but", "buts", "pillar",
    "pillars", "pilier", "piliers",
  ]

  /// True when a plan speaks of a goal by its number: "goal 3", « objectif 3 ».
  func names(_ facts: DocumentFacts, _ label: String) -> Bool {
    let pieces = Stretches(
      [
        "goal ", "goals ", "objective ", "objectives ", "pillar ", "focus area ", "objectif ",
        "objectifs ", "but ", "pilier ",
      ].map { $0 + label })
    return facts.units.indices.contains {
      facts.unit($0, holds: pieces) || facts.unit($0, holds: Self.allGoals)
    }
  }

  private static let allGoals: Stretches = [
    "all goals", "every goal", "all objectives", "tous les objectifs", "tous les buts",
  ]
}
