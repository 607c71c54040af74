internal import Checking
internal import Facts
internal import RuleSets

/// What a national plan asks for, and which departments' plans take it up.
struct NationalPlanItems {
  struct Item {
    var passage: CorpusPassage
    /// Departments named in the passage or in its heading.
    var named: [Int]
    /// True for a goal or objective rather than an act.
    var isGoal: Bool
    /// Passages of plans that take it up, best first.
    var takenUpIn: [CorpusPassage]
  }

  let corpus: Corpus

  /// National plans with the plans below them; empty when there is nothing to set against each other.
  func sets() -> [(national: Int, plans: [Int])] {
    let national = corpus.members.indices.filter {
      corpus.members[$0].profile.kind == .nationalActionPlan
    }
    return national.compactMap { member in
      let language = corpus.members[member].profile.language
      let plans = corpus.members.indices.filter { other in
        let profile = corpus.members[other].profile
        return (profile.kind == .implementationPlan || profile.kind == .departmentalPlan)
          && profile.language == language && corpus.mayShareTime(member, other)
      }
      return plans.isEmpty ? nil : (member, plans)
    }
  }

  func items(of national: Int, plans: [Int]) -> [Item] {
    let facts = corpus.members[national].facts
    let below = Set(plans)
    return facts.units.indices.compactMap { unit -> Item? in
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader, here.wordCount >= 4 else { return nil }
      let promises = facts.commitments(of: unit).filter {
        $0.rung.rung >= .commitment && $0.actor != .other
      }
      let isGoal = promises.isEmpty && isGoal(facts, unit)
      guard !promises.isEmpty || isGoal else { return nil }
      // A sentence that introduces a list is not itself the act.
      if unit + 1 < facts.units.count, Int(facts.units[unit + 1].context) == unit { return nil }
      let passage = CorpusPassage(member: national, unit: unit)
      var taken: [CorpusPassage] = []
      for plan in below.sorted() {
        guard let best = corpus.best(for: passage, in: plan), takesUp(passage, best) else {
          continue
        }
        taken.append(best.passage)
      }
      return Item(passage: passage, named: named(facts, unit), isGoal: isGoal, takenUpIn: taken)
    }
  }

  /// Alike in words, or serving one and the same requirement with something in common.
  private func takesUp(
    _ passage: CorpusPassage,
    _ best: (passage: CorpusPassage, likeness: PassageIndex.Likeness)
  ) -> Bool {
    if best.likeness.both >= 0.26 || best.likeness.lesser >= 0.45 { return true }
    let wanted = Set(passage.facts(corpus).served(by: passage.unit).map(\.requirement))
    guard !wanted.isEmpty else { return false }
    return corpus.members[best.passage.member].facts.served.contains {
      wanted.contains($0.requirement) && $0.rung.rung >= .commitment
    }
  }

  private func isGoal(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard here.isListItem else { return false }
    let words = ["goal", "objective", "objectif", "buts", "focus area", "domaines prioritaires"]
    let heading = Int(here.heading)
    let context = Int(here.context)
    return (heading >= 0 && facts.unit(heading, holds: words))
      || (context >= 0 && facts.unit(context, holds: words))
  }

  private func named(_ facts: DocumentFacts, _ unit: Int) -> [Int] {
    var units = [unit]
    if facts.units[unit].heading >= 0 { units.append(Int(facts.units[unit].heading)) }
    if facts.units[unit].context >= 0 { units.append(Int(facts.units[unit].context)) }
    return units.flatMap { facts.organizations(of: $0) }.flatMap {
      OrganizationCatalog.present(Int($0.organization))
    }
  }
}
