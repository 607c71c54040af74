internal import Checking
internal import Facts
internal import RuleSets

/// What was there before the plan and is said to serve all its goals, in one passage or under one heading after
/// another; and what is counted for the plan though it serves no goal.
struct RetrofitClaims {
  let corpus: Corpus
  let member: Int
  private let linked: LinkedActions
  private let claims: GoalClaims
  private let things: NamedThings

  private var facts: DocumentFacts { linked.facts }

  init(corpus: Corpus, member: Int, setters: GoalClaims.Setters, things: NamedThings) {
    self.corpus = corpus
    self.member = member
    self.things = things
    linked = LinkedActions(corpus: corpus, member: member)
    claims = GoalClaims(corpus: corpus, member: member, setters: setters)
  }

  func links() -> [LinkedActions.Link] {
    guard linked.isPlan || facts.kind == .progressReport else { return [] }
    return inOnePassage() + underEachHeading()
  }

  // MARK: One passage

  private func inOnePassage() -> [LinkedActions.Link] {
    facts.units.indices.compactMap { unit -> LinkedActions.Link? in
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader, !here.isRow, here.wordCount >= 3,
        !here.flags.contains(.denies), claims.claimsAll(unit)
      else { return nil }
      let paragraph = facts.paragraph(of: unit)
      guard facts.unit(unit, holds: Self.usual) || paragraph.contains(where: { isOld($0) }),
        !linked.isSetApart(paragraph),
        !facts.unit(unit, holds: LinkedActions.fresh), !facts.unit(unit, holds: Self.ofThePlan)
      else { return nil }
      return LinkedActions.Link(
        unit: unit, action: String(facts.quote(ofUnit: paragraph.lowerBound).prefix(80)),
        goals: "1–\(max(3, claims.goals.count))")
    }
  }

  private static let ofThePlan: Stretches = [
    "report", "indicator", "evaluat", "committee", "secretariat", "rapport", "indicateur", "évalu",
    "comité", "secrétariat", "wants ", "asks ", "veut ", "demande ",
  ]

  /// It has been there for years: a year before the plan, "for twenty years", "a decade ago", "as ever".
  private func isOld(_ unit: Int) -> Bool {
    if facts.unit(unit, holds: LinkedActions.anyway) || facts.unit(unit, holds: Self.longStanding) {
      return true
    }
    let start = corpus.members[member].years.first ?? (facts.issued > 0 ? facts.issued / 10000 : 0)
    return facts.dates(of: unit).contains { date in
      guard start > 0, date.year > 1900, Int(date.year) <= start - 2,
        !date.role.contains(.baseline)
      else { return false }
      let front = facts.small(
        max(facts.units[unit].textStart, date.start > 24 ? date.start - 24 : 0), date.start)
      return Self.since.stand(in: " " + front + " ")
    }
  }

  private static let longStanding: Stretches = [
    "for twenty years", "for decades", "a decade ago", "decades ago", "for ten years",
    "for many years", "years ago", "long-standing", "longstanding", "remains what it was",
    "what they have always been", "as ever", "as always", "go on as before", "goes on as before",
    "depuis trente ans", "depuis vingt ans", "depuis dix ans", "depuis longtemps", "de longue date",
    "depuis des décennies", "comme toujours", "il y a dix ans", "il y a vingt ans",
    "for thirty years",
    "since the early", "since the late", "since the nineties", "for years", "depuis des années",
    "reste ce qu",
  ]
  /// How what is done anyway is called, in the sentence that claims all goals for it.
  private static let usual: Stretches = [
    "ordinaire", "routine", "regular ", "existing", "courante",
  ]
  private static let since: Stretches = [
    " since ", " founded", " created", " established", " began", " begun", " launched", " set up",
    " built", " introduced", " in place", " depuis ", " fondé", " créé", " établi", " commenc",
    " lancé", " mis sur pied", " entrepris", " begun in ", " from ", " running", " opened",
    " ouvert", " entamé", " remonte", " dates",
  ]

  // MARK: Heading after heading

  /// How many names are looked for by their last word where a section does not have them.
  private static let mostSearches = 64

  /// A name that stands under each of the goals' headings, old or counted there and with no day in the plan's time.
  private func underEachHeading() -> [LinkedActions.Link] {
    let sections = goalSections()
    guard sections.count >= 3 else { return [] }
    var uses: [UInt64: (name: Range<Int>, units: [Int: Int])] = [:]
    var order: [UInt64] = []
    for (number, section) in sections.enumerated() {
      for unit in section {
        for name in things.names(facts, unit) {
          if uses[name.key] == nil {
            uses[name.key] = (name.range, [:])
            order.append(name.key)
          }
          if uses[name.key]?.units[number] == nil { uses[name.key]?.units[number] = unit }
        }
      }
    }
    var searches = 0
    return order.compactMap { key -> LinkedActions.Link? in
      guard var use = uses[key], use.units.count >= sections.count - 1,
        !use.units.values.contains(where: { facts.unit($0, holds: LinkedActions.fresh) })
      else { return nil }
      // "The School's courses" for the Language School.
      if use.units.count < sections.count, searches < Self.mostSearches,
        let head = TextWords.read(facts.text, use.name).last
      {
        searches += 1
        let small = facts.quote(head.start..<head.end).lowercased()
        let word = Stretches([" " + small])
        for number in sections.indices where use.units[number] == nil {
          use.units[number] = sections[number].first { unit in
            guard let hit = word.first(in: facts.text, facts.units[unit].textRange) else {
              return false
            }
            let letter = facts.text[hit.end - small.utf8.count]
            return letter >= 0x41 && letter <= 0x5A
          }
        }
      }
      let units = use.units.values.sorted()
      guard units.count == sections.count, let first = units.first, let last = units.last,
        !units.contains(where: { facts.unit($0, holds: LinkedActions.fresh) }),
        units.contains(where: { isOld($0) || facts.unit($0, holds: Self.usual) })
          || units.count(where: { facts.unit($0, holds: LinkedActions.counted) }) >= 2
      else { return nil }
      // What is to come of it under each goal.
      let start = corpus.members[member].years.first ?? 0
      let isNew = units.contains { unit in
        facts.commitments(of: unit).contains { $0.deadline > 0 || $0.measure >= 0 }
          || facts.dates(of: unit).contains { start > 0 && Int($0.year) >= start }
      }
      guard !isNew, last > first else { return nil }
      return LinkedActions.Link(
        unit: first, action: facts.quote(use.name), goals: "1–\(sections.count)")
    }
  }

  /// The units under each heading that is a goal: by its label, or by the words of one of the goals.
  private func goalSections() -> [[Int]] {
    var sections: [[Int]] = []
    var seen: Set<String> = []
    var isInside = false
    for unit in facts.units.indices {
      let here = facts.units[unit]
      guard here.isHeading else {
        if isInside, !here.isTableHeader { sections[sections.count - 1].append(unit) }
        continue
      }
      isInside = false
      let words = Set(facts.words(ofUnit: unit))
      let byWords = claims.goals.firstIndex { goal in
        let shared = goal.intersection(words).count
        return shared >= 2 && shared * 2 >= min(goal.count, words.count)
      }
      guard
        let name = byWords.map(String.init)
          ?? GoalText.label(facts, here.textRange).map({ "=" + $0 }),
        seen.insert(name).inserted
      else { continue }
      isInside = true
      sections.append([])
    }
    let isAll = claims.goals.isEmpty || sections.count >= claims.goals.count
    return isAll ? sections : []
  }

  // MARK: No goal

  /// "It meets neither goal", « Elle ne vise aucun des deux buts », and is counted for the plan all the same.
  func withoutGoal() -> [LinkedActions.Link] {
    guard linked.isPlan else { return [] }
    return facts.units.indices.compactMap { unit -> LinkedActions.Link? in
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader, !here.isRow, deniesGoal(unit) else { return nil }
      let paragraph = facts.paragraph(of: unit)
      let heading = Int(here.heading)
      let isCounted =
        paragraph.contains { facts.unit($0, holds: Self.counted) }
        || (heading >= 0 && facts.unit(heading, holds: Self.counted))
      guard isCounted, !paragraph.contains(where: { facts.unit($0, holds: Self.apart) }),
        heading < 0 || !facts.unit(heading, holds: Self.apart)
      else { return nil }
      return LinkedActions.Link(
        unit: unit, action: String(facts.quote(ofUnit: paragraph.lowerBound).prefix(80)),
        goals: "–")
    }
  }

  private func deniesGoal(_ unit: Int) -> Bool {
    let range = facts.units[unit].textRange
    guard let noun = GoalClaims.noun(facts, facts.units[unit].language, range) else {
      return false
    }
    let near = max(range.lowerBound, noun.end - 48)..<noun.end
    return facts.range(near, holds: Self.none)
  }

  private static let none: Stretches = [
    "neither ", "none of ", "no goal", "no objective", "not serve ", " nor ", "aucun", "ni le ",
    "ni l’", "ni l'", "not meet", "any of the", "without a goal", "without an objective",
  ]
  private static let counted: Stretches = [
    "compté", "inscri", "counted", "included", "listed", "we list", "also list", "reported here",
    "entered", "among our", "parmi nos", "under this plan", "au titre du plan", "figure",
    "contribution",
  ]
  private static let apart: Stretches = [
    "not counted", "n’est pas compté", "n'est pas compté", "pas comptée", "sans être compté",
    "not part of", "ne fait pas partie", "for information", "pour information", "outside the plan",
    "hors plan", "not listed", "not included", "pas inscri", "every ", "chaque ", "must ", "doit ",
  ]
}
