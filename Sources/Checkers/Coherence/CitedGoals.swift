internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Goals of the national plan that others cite by a number which the plan does not have.
enum CitedGoals {
  static func missing(
    _ corpus: Corpus, plan: CorpusPassage, besides known: [PlanTitles.Wrong]
  ) -> [PlanTitles.Wrong] {
    let goals = goals(corpus.members[plan.member].facts)
    guard goals.count >= 2 else { return [] }
    let told = Set(known.map(\.passage))
    var found: [PlanTitles.Wrong] = []
    for member in corpus.members.indices
    where member != plan.member && corpus.mayShareTime(member, plan.member)
      && corpus.members[member].profile.language
        == corpus.members[plan.member].profile.language
    {
      let facts = corpus.members[member].facts
      // Who numbers goals of its own means those.
      guard self.goals(facts).isEmpty || facts.kind == .progressReport else { continue }
      for unit in facts.units.indices
      where facts.unit(unit, holds: nouns) && facts.unit(unit, holds: ofThePlan)
        && !facts.unit(unit, holds: others)
      {
        let passage = CorpusPassage(member: member, unit: unit)
        guard !facts.units[unit].isHeading, !told.contains(passage),
          let cited = cited(facts, unit), cited.number > goals.count, cited.number <= 20
        else { continue }
        let noun = facts.language == .french ? "objectifs" : "goals"
        found.append(
          PlanTitles.Wrong(
            passage: passage, other: plan, cited: facts.quote(cited.range),
            right: "\(noun) 1–\(goals.count)"))
      }
    }
    return found
  }

  private static let nouns: Stretches = [
    "goal ", "goals ", "objective ", "objectives ", "objectif ", "objectifs ", "but ", "buts ",
  ]
  private static let ofThePlan: Stretches = ["plan", "nap", "pan "]
  private static let others: Stretches = [
    "sustainable development", "développement durable", "sdg", "odd ", "agenda", "programme 2030",
    "our own", "previous", "former", "précédent", "ancien", "first plan", "earlier",
  ]
  private static let words: Set<String> = [
    "goal", "goals", "objective", "objectives", "objectif", "objectifs", "but", "buts",
  ]

  /// The largest number that stands right behind a word for goals.
  private static func cited(
    _ facts: DocumentFacts, _ unit: Int
  ) -> (number: Int, range: Range<Int>)? {
    let all = TextWords.read(facts.text, facts.units[unit].textRange)
    for word in all {
      let text = String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
      guard words.contains(text) else { continue }
      var index = word.end
      while index < facts.text.count,
        facts.text[index] == 0x20 || facts.text[index] == 0xC2
          || facts.text[index] == 0xA0
      { index += 1 }
      var value = 0
      var end = index
      while end < facts.text.count, facts.text[end] >= 0x30, facts.text[end] <= 0x39,
        end - index < 3
      {
        value = value * 10 + Int(facts.text[end] & 15)
        end += 1
      }
      // "goal 1.2" is one of another series.
      let isWhole =
        end >= facts.text.count || facts.text[end] != 0x2E
        || end + 1 >= facts.text.count || facts.text[end + 1] < 0x30 || facts.text[end + 1] > 0x39
      if end > index, isWhole { return (value, word.start..<end) }
    }
    return nil
  }

  /// The goals of a plan, where they are numbered one after the other; else empty.
  private static func goals(_ facts: DocumentFacts) -> Set<Int> {
    var labels: Set<Int> = []
    var listed: [Int32: Int] = [:]
    for unit in facts.units.indices {
      let here = facts.units[unit]
      if here.isRow || here.isTableHeader { continue }
      if let label = GoalText.label(facts, here.textRange) {
        if let number = Int(label) { labels.insert(number) } else { return [] }
      } else if here.isListItem, here.heading >= 0, facts.unit(Int(here.heading), holds: headings),
        unit == 0 || facts.units[unit - 1].block != here.block
      {
        listed[here.heading, default: 0] += 1
      }
    }
    if labels.isEmpty, listed.count == 1, let count = listed.values.first, count <= 12 {
      labels = Set(1...count)
    }
    return labels == Set(1...max(1, labels.count)) ? labels : []
  }

  private static let headings: Stretches = ["goals", "objectives", "objectifs", " buts", "buts"]
}
