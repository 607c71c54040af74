internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Whether the plans under a national plan name the same people as it does: "women and girls" under a plan
/// that speaks throughout of women, girls and gender-diverse people.
enum GroupNames {
  struct Narrowing {
    /// Where the narrower name stands.
    var narrow: CorpusPassage
    /// Where the plan above names more.
    var wide: CorpusPassage
  }

  private static let wideEnglish: Stretches = [
    "gender-diverse", "gender diverse", "non-binary", "nonbinary", "of all genders",
    "gender-nonconforming", "two-spirit", "trans people", "all gender identities",
  ]
  private static let wideFrench: Stretches = [
    "diverses identités de genre", "diversité de genre", "diversité des genres", "non binaires",
    "non-binaires", "de tous genres", "de genre divers", "de toutes les identités",
    "personnes trans",
    "bispirituel",
  ]
  private static let narrowEnglish: Stretches = ["women and girls", "girls and women"]
  private static let narrowFrench: Stretches = [
    "femmes et les filles", "femmes et filles", "femmes et des filles", "filles et les femmes",
    "femmes et aux filles",
  ]
  /// The narrow name is chosen, and the text says so.
  private static let chosen: Stretches = [
    "only for women and girls", "women and girls only", "femmes et les filles seulement",
    "uniquement les femmes", "by women and girls in particular",
  ]

  /// The first narrow name of each plan that never uses the wide one, though the plan above does twice.
  static func narrowings(_ corpus: Corpus) -> [Narrowing] {
    let above = corpus.members.indices.filter { member in
      switch corpus.members[member].profile.kind {
      case .nationalActionPlan, .strategy: true
      default: false
      }
    }
    let wide = above.compactMap { member -> (Int, CorpusPassage)? in
      let facts = corpus.members[member].facts
      let units = facts.units.indices.filter { isWide(facts, $0) }
      return units.count >= 2 ? (member, CorpusPassage(member: member, unit: units[0])) : nil
    }
    guard !wide.isEmpty else { return [] }
    return corpus.members.indices.compactMap { member -> Narrowing? in
      let profile = corpus.members[member].profile
      guard !above.contains(member), profile.kind != .resultsReport,
        profile.kind != .progressReport,
        let plan = wide.first(where: {
          corpus.members[$0.0].profile.language == profile.language
            && corpus.mayShareTime($0.0, member)
        })
      else { return nil }
      let facts = corpus.members[member].facts
      var narrow: [Int] = []
      for unit in facts.units.indices {
        if isWide(facts, unit) { return nil }
        let isFrench = facts.units[unit].language == .french
        if facts.unit(unit, holds: isFrench ? narrowFrench : narrowEnglish),
          !facts.units[unit].flags.contains(.quotes), !facts.unit(unit, holds: chosen)
        {
          narrow.append(unit)
        }
      }
      guard narrow.count >= 2, let first = narrow.first else { return nil }
      return Narrowing(narrow: CorpusPassage(member: member, unit: first), wide: plan.1)
    }
  }

  private static func isWide(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.unit(unit, holds: facts.units[unit].language == .french ? wideFrench : wideEnglish)
  }
}
