internal import Facts

/// What a plan lists under a heading for other activities, beside headings that are goals.
struct OtherActivities {
  let facts: DocumentFacts

  func links() -> [LinkedActions.Link] {
    let headings = facts.units.indices.filter { facts.units[$0].isHeading }
    let goals = headings.filter {
      GoalText.label(facts, facts.units[$0].textRange) != nil
        || facts.begins(facts.units[$0].textRange, with: Self.goalNames)
    }
    guard goals.count >= 2, let level = goals.first.map({ facts.units[$0].level }) else {
      return []
    }
    return headings.compactMap { heading -> LinkedActions.Link? in
      let here = facts.units[heading]
      guard here.level == level, !goals.contains(heading),
        facts.unit(heading, holds: Self.others), heading + 1 < facts.units.count
      else { return nil }
      let first = heading + 1
      guard !facts.units[first].isHeading, !facts.units[first].isTableHeader,
        facts.units[first].wordCount >= 3
      else { return nil }
      var unit = first
      while unit < facts.units.count, !facts.units[unit].isHeading, unit - first < 8 {
        // Said to serve a goal, or to stand outside the plan.
        if facts.unit(unit, holds: Self.told) || facts.unit(unit, holds: LinkedActions.aside) {
          return nil
        }
        unit += 1
      }
      return LinkedActions.Link(
        unit: first, action: String(facts.quote(ofUnit: first).prefix(80)), goals: "–")
    }
  }

  private static let goalNames = ["goal ", "objective ", "objectif ", "but ", "pillar ", "pilier "]
  private static let others: Stretches = [
    "other activit", "other action", "other work", "other measure", "other initiative",
    "other program", "other project", "further activit", "further action", "further work",
    "additional activit", "additional action", "we also", "also under way", "miscellan",
    "autres activité", "autres action", "autres mesure", "autres travaux", "autres initiative",
    "autres programme", "autres projet", "activités complémentaires", "également",
  ]
  private static let told: Stretches = [
    "goal", "objective", "pillar", "objectif", " but ", " buts", "pilier",
  ]
}
