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
    "specifically", "intended for women and girls", "alone", "pregnan", "maternity", "maternal",
    "spécifiquement", "en particulier", "enceintes", "maternité", "seulement", "uniquement",
    " only",
    "convention", "resolution", "résolution", "all women and girls", "toutes les femmes",
    "only for women and girls", "women and girls only", "femmes et les filles seulement",
    "uniquement les femmes", "by women and girls in particular",
  ]

  /// The first narrow name of each plan that never uses the wide one, though the plan above does twice.
  static func narrowings(_ corpus: Corpus) -> [Narrowing] {
    let above = corpus.members.indices.filter { member in
      switch corpus.members[member].profile.kind {
      case .nationalActionPlan, .strategy, .implementationPlan: true
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
      guard profile.kind != .nationalActionPlan, profile.kind != .strategy,
        profile.kind != .resultsReport,
        profile.kind != .progressReport,
        let plan = wide.first(where: {
          corpus.members[$0.0].profile.language == profile.language
            && corpus.mayShareTime($0.0, member)
            // A department's plan stands above that department's other texts alone.
            && (corpus.members[$0.0].profile.kind != .implementationPlan
              || corpus.department(of: $0.0) == corpus.department(of: member)
                && corpus.department(of: member) != nil)
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

  /// Plans that say for whom they are, and name fewer further on.
  static func narrowingsInside(_ corpus: Corpus) -> [Narrowing] {
    corpus.members.indices.compactMap { member -> Narrowing? in
      let facts = corpus.members[member].facts
      switch facts.kind {
      case .nationalActionPlan, .strategy, .implementationPlan, .departmentalPlan: break
      default: return nil
      }
      var wide: [Int] = []
      var narrow: [Int] = []
      var says = false
      for unit in facts.units.indices {
        let here = facts.units[unit]
        if isWide(facts, unit) {
          if narrow.isEmpty { wide.append(unit) }
          // What a plan says of people on its first lines holds for all of it.
          if facts.unit(unit, holds: scope)
            || (unit < 8 && !here.isHeading && facts.kind != .implementationPlan)
          {
            says = true
          }
          // Used again later: the narrow name was meant for some.
          if narrow.count >= 1 { return nil }
          continue
        }
        guard !here.isHeading, !here.flags.contains(.quotes),
          facts.unit(unit, holds: here.language == .french ? narrowFrench : narrowEnglish)
        else { continue }
        let paragraph = facts.paragraph(of: unit)
        if paragraph.contains(where: { facts.unit($0, holds: chosen) }) { continue }
        if !wide.isEmpty { narrow.append(unit) }
      }
      guard narrow.count >= 2, let first = wide.first, says || wide.count >= 2 else { return nil }
      return Narrowing(
        narrow: CorpusPassage(member: member, unit: narrow[0]),
        wide: CorpusPassage(member: member, unit: first))
    }
  }

  /// Says for whom a plan is.
  private static let scope: Stretches = [
    "serves", "written for", "made for", "concerns", "is meant for", "meant for", "goes to",
    "is for ", "for whom", "throughout",
    "is aimed at", "plan supports", "benefit", "reach", "s’adresse", "s'adresse", "va aux",
    "vise les", "destiné", "au profit", "bénéfici", "ensemble du plan", "tout au long",
  ]

  private static func isWide(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.unit(unit, holds: facts.units[unit].language == .french ? wideFrench : wideEnglish)
  }
}
