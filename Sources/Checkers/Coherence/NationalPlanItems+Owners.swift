internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

extension NationalPlanItems {
  func named(_ passage: CorpusPassage, _ row: IndicatorFact?) -> [Int] {
    let facts = passage.facts(corpus)
    let here = facts.units[passage.unit]
    return [passage.unit, Int(here.heading), Int(here.context)].filter { $0 >= 0 }.flatMap {
      corpus.departments(namedBy: CorpusPassage(member: passage.member, unit: $0))
    }
  }

  // MARK: What needs no owner

  /// True for a sentence on the plan's own papers and calendar: "The table will be updated", « Une revue aura lieu ».
  func isHousekeeping(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard !here.isRow else { return false }
    var found = false
    var isPlan = false
    for word in TextWords.read(facts.text, here.textRange).prefix(12) {
      let text = String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
      if found {
        if Self.auxiliaries.contains(text) { return true }
        // "The plan of the Corrections Service will be published".
        if isPlan { continue }
        if Self.ofThePlan.contains(text) { continue }
        if !Self.papers.contains(text) { return false }
      } else if Self.papers.contains(text) {
        found = true
        isPlan = text == "plan" || text == "plans"
      } else if Self.auxiliaries.contains(text) {
        return false
      }
    }
    return false
  }

  private static let papers: Set<String> = [
    "review", "reviews", "evaluation", "plan", "report", "reports", "table", "tables", "annex",
    "annexes", "text", "update", "updates", "timetable", "calendar", "document", "revue",
    "examen", "évaluation", "bilan", "rapport", "rapports", "tableau", "tableaux", "annexe",
    "texte", "calendrier", "échéancier",
  ]
  private static let ofThePlan: Set<String> = [
    "of", "on", "the", "this", "plan", "progress", "du", "de", "d", "l", "le", "la", "sur",
    "étape", "mi", "parcours", "progrès", "présent", "ce", "commun", "conjoint", "joint", "annuel",
    "final", "finale", "prévue", "indépendante", "second", "mise", "œuvre", "en",
  ]
  private static let auxiliaries: Set<String> = [
    "will", "shall", "is", "are", "appears", "appear", "follows", "ends", "begins", "runs", "takes",
    "sera", "seront", "aura", "auront", "est", "sont", "paraît", "paraîtra", "paraîtront", "suivra",
    "prend", "prendra", "doit", "must",
  ]

  /// True for what all are to be like rather than what somebody is to do: "will be guided by respect", or
  /// something of which the paragraph says that it applies to everybody.
  func isValue(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.unit(unit, holds: Self.values) { return true }
    let heading = Int(facts.units[unit].heading)
    if heading >= 0, facts.units[heading].wordCount <= 4,
      facts.unit(heading, holds: Self.valueHeadings)
    {
      return true
    }
    return facts.paragraph(of: unit).contains {
      $0 >= unit && facts.unit($0, holds: Self.ofEverybody)
    }
  }

  private static let values: Stretches = [
    "be guided by", "be led by the principle", "be inspired by", "remain faithful",
    "remain true to",
    "be mindful", "sera guidé", "se laissera guider", "s’inspirera", "s'inspirera",
    "restera fidèle", "demeurera fidèle", "agira avec",
  ]
  private static let valueHeadings: Stretches = [
    "values", "principles", "vision", "valeurs", "principes",
  ]
  private static let ofEverybody: Stretches = [
    "apply to every", "applies to every", "apply to all", "applies to all", "carry no lead",
    "carries no lead", "needs no lead", "need no lead", "has no lead", "bind every", "binds every",
    "binds all", "are not measures", "is not a measure", "shared by all", "s’appliquent à tous",
    "s'appliquent à tous", "s’applique à tous", "s'applique à tous", "valent pour tous",
    "vaut pour tous", "n’ont pas de responsable", "n'ont pas de responsable",
    "ne sont pas des mesures", "s’applique à chaque", "s'applique à chaque", "lie tous",
    "lient tous", "incombe à tous", "incombent à tous",
  ]

  // MARK: Owners by number

  /// Numbers that a sentence of the plan gives to somebody: « La mesure 1 relève de … ».
  func assignedNumbers(_ national: Int) -> Set<Int> {
    let facts = corpus.members[national].facts
    var found: Set<Int> = []
    for unit in facts.units.indices {
      let here = facts.units[unit]
      guard !here.isHeading, facts.unit(unit, holds: Self.numbered),
        facts.unit(unit, holds: Self.assigning),
        !corpus.departments(namedBy: CorpusPassage(member: national, unit: unit)).isEmpty
          || PartnerName.mayNameThree(facts.text[here.textRange])
      else { continue }
      var isNumbered = false
      for word in TextWords.read(facts.text, here.textRange) {
        let text = String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
        if let number = Int(text), isNumbered {
          if number < 60 { found.insert(number) }
        } else if Self.joints.contains(text), isNumbered {
          continue
        } else {
          isNumbered = Self.numberedWords.contains(text)
        }
      }
    }
    return found
  }

  /// The number in front of an item, or its place in the list.
  func label(_ facts: DocumentFacts, _ unit: Int) -> Int? {
    let here = facts.units[unit]
    guard here.isListItem else { return nil }
    var place = 1
    var back = unit - 1
    while back >= 0, place < 60, facts.units[back].isListItem,
      facts.units[back].context == here.context, facts.units[back].heading == here.heading
    {
      if facts.units[back].block != facts.units[back + 1].block { place += 1 }
      back -= 1
    }
    return place
  }

  private static let numbered: Stretches = [
    "measure ", "measures ", "action ", "actions ", "commitment ", "commitments ", "mesure ",
    "mesures ", "engagement ", "engagements ", "activité ", "activity ",
  ]
  private static let numberedWords: Set<String> = [
    "measure", "measures", "action", "actions", "commitment", "commitments", "mesure", "mesures",
    "engagement", "engagements", "activité", "activités", "activity", "activities",
  ]
  private static let joints: Set<String> = ["and", "et", "to", "à"]
  private static let assigning: Stretches = [
    "relève", "responsib", "responsable", "leads", " lead ", "led by", "in charge", "belong",
    "falls to", "fall to", "incombe", "dirige", "confié", "assigned to", "carried out by",
    "given to", "answers for", "répond d",
  ]

  static let goals: Stretches = [
    "goal", "objective", "objectif", "buts", "focus area", "domaines prioritaires",
  ]

  /// A cell that names nobody in particular.
  func isVague(_ owner: String) -> Bool { OwnerName.read(owner) != .somebody }

  /// "An ombudsperson will be appointed. The Consular Corps will see to it."
  func isOwnedBehind(_ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let next = passage.unit + 1
    guard next < facts.units.count, !facts.units[passage.unit].isRow,
      facts.units[next].block == facts.units[passage.unit].block,
      facts.commitments(of: next).contains(where: { $0.actor == .organization })
        || opensWithName(facts, next)
    else { return false }
    return facts.unit(next, holds: Self.takingOn)
  }

  /// "The Consular Corps of Canada will see to it."
  func opensWithName(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    let range = here.textRange
    let opening = facts.quote(range.lowerBound..<min(range.upperBound, range.lowerBound + 90))
    guard let name = PartnerName.name(opening, isFrench: here.language == .french),
      let first = name.written.split(separator: " ").first,
      !Self.wholeState.contains(first.lowercased())
    else { return false }
    return name.written.hasSuffix("Canada") && name.written.split(separator: " ").count >= 3
  }

  /// "The Government of Canada" is nobody in particular.
  private static let wholeState: Set<String> = [
    "government", "gouvernement", "parliament", "parlement",
  ]

  private static let takingOn: Stretches = [
    " it.", " it ", " it,", " them", " this ", " lead", "responsib", "s’en charge", "s'en charge",
    " en sera", " en est", "y veille", "la réalis", "le réalis", "les réalis", "responsable",
  ]

  /// A table of the same plan gives the act to somebody.
  func isOwnedElsewhere(_ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let rows = facts.indicators.filter { !$0.owner.isEmpty && Int($0.unit) != passage.unit }
    guard !rows.isEmpty else { return false }
    let words = finder.words(of: passage)
    return rows.contains { row in
      let cell = row.action.isEmpty ? facts.units[Int(row.unit)].textRange : row.action.range
      let action = finder.words(
        of: cell, in: CorpusPassage(member: passage.member, unit: Int(row.unit)))
      let both = action.filter(words.contains)
      guard both.count >= 2 || (both.count == 1 && action.count == 1) else { return false }
      return finder.weight(both) >= 0.5 * min(finder.weight(action), finder.weight(words))
        && !isVague(facts.quote(row.owner.range))
    }
  }
}
