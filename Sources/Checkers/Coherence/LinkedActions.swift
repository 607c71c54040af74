internal import Checking
internal import Facts
internal import RuleSets

/// Actions of one plan that its prose ties to goals.
struct LinkedActions {
  /// An action and the goals that it is said to serve.
  struct Link {
    var unit: Int
    var action: String
    var goals: String
    /// Year in which it began or was decided; 0 where that plays no part.
    var year = 0
    /// First year of the plan.
    var plan = 0
  }

  let corpus: Corpus
  let member: Int

  let facts: DocumentFacts

  init(corpus: Corpus, member: Int) {
    self.corpus = corpus
    self.member = member
    facts = corpus.members[member].facts
  }

  var isPlan: Bool {
    switch facts.kind {
    case .nationalActionPlan, .implementationPlan, .departmentalPlan, .strategy: true
    default: false
    }
  }

  // MARK: Under every heading

  /// A named program that stands under each of three goals or more, by heading.
  func underEveryGoal() -> [Link] {
    guard isPlan else { return [] }
    let facts = facts
    // Goals in the order of their headings: "Objective 1: participation", « But 2 ».
    var labels: [String] = []
    var goalOfHeading: [Int: Int] = [:]
    for unit in facts.units.indices where facts.units[unit].isHeading {
      guard let label = GoalText.label(facts, facts.units[unit].textRange) else { continue }
      if !labels.contains(label) { labels.append(label) }
      goalOfHeading[unit] = labels.firstIndex(of: label)
    }
    guard labels.count >= 3 else { return [] }
    struct Use {
      var goals: Set<Int> = []
      var first = 0
      var name: NameFact?
    }
    var uses: [UInt32: Use] = [:]
    var order: [UInt32] = []
    for name in facts.names where name.hasHead {
      let unit = Int(name.unit)
      var heading = Int(facts.units[unit].heading)
      while heading >= 0, goalOfHeading[heading] == nil {
        heading = Int(facts.units[heading].heading)
      }
      guard heading >= 0, let goal = goalOfHeading[heading], !facts.units[unit].isHeading else {
        continue
      }
      let text = facts.quote(name.start, name.end).lowercased()
      // The plan itself stands everywhere.
      if text.contains("plan") || text.contains("framework") { continue }
      if uses[name.key] == nil {
        uses[name.key] = Use(first: unit, name: name)
        order.append(name.key)
      }
      uses[name.key]?.goals.insert(goal)
    }
    return order.compactMap { key -> Link? in
      guard let use = uses[key], use.goals.count == labels.count || use.goals.count >= 4,
        let name = use.name
      else { return nil }
      return Link(
        unit: use.first, action: facts.quote(name.start, name.end),
        goals: use.goals.sorted().map { labels[$0] }.joined(separator: ", "))
    }
  }

  /// A sentence that stands word for word under each goal.
  func repeatedUnderEveryGoal() -> [Link] {
    guard isPlan else { return [] }
    var labels: [String] = []
    var uses: [ArraySlice<UInt32>: (unit: Int, goals: Set<Int>)] = [:]
    var order: [ArraySlice<UInt32>] = []
    var current = -1
    for unit in facts.units.indices {
      if facts.units[unit].isHeading {
        if let label = GoalText.label(facts, facts.units[unit].textRange) {
          if !labels.contains(label) { labels.append(label) }
          current = labels.firstIndex(of: label) ?? -1
        } else if current >= 0, facts.units[unit].level <= 2 {
          current = -1
        }
        continue
      }
      guard current >= 0, !facts.units[unit].isTableHeader, facts.units[unit].wordCount >= 2 else {
        continue
      }
      let words = facts.words(ofUnit: unit)
      if uses[words] == nil {
        uses[words] = (unit, [])
        order.append(words)
      }
      uses[words]?.goals.insert(current)
    }
    guard labels.count >= 3 else { return [] }
    return order.compactMap { words -> Link? in
      guard let use = uses[words], use.goals.count == labels.count || use.goals.count >= 4,
        !facts.unit(use.unit, holds: Self.overall)
      else { return nil }
      return Link(
        unit: use.unit, action: String(facts.quote(ofUnit: use.unit).prefix(80)),
        goals: use.goals.sorted().map { labels[$0] }.joined(separator: ", "))
    }
  }

  // MARK: Said of all goals

  private static let all: Stretches = [
    "all goals", "all the goals", "all of the goals", "every goal", "each goal",
    "each of the goals",
    "all objectives", "all the objectives", "all of the objectives", "every objective",
    "each objective", "each of the objectives", "all three goals", "all four goals",
    "all five goals", "all six goals", "all three objectives", "all four objectives",
    "all five objectives", "all pillars", "all four pillars", "every pillar", "each pillar",
    "each of the four", "each of the five", "each of the three", "all priorities",
    "all focus areas", "all five focus areas", "every focus area", "goals 1 to", "goals one to",
    "objectives 1 to", "objectives one to", "all its goals", "all its objectives",
    "chacun des buts", "chacun des objectifs", "tous les buts", "tous les objectifs",
    "l'ensemble des objectifs", "l’ensemble des objectifs", "l'ensemble des buts",
    "l’ensemble des buts", "les quatre objectifs", "les cinq objectifs", "les trois objectifs",
    "les quatre buts", "les cinq buts", "les trois buts", "chaque objectif", "chaque but ",
    "tous les piliers", "chacun des piliers", "les quatre piliers", "objectifs 1 à", "buts 1 à",
    "chacun des quatre", "chacun des cinq", "chacun des trois", "toutes les priorités",
  ]
  static let serving: Stretches = [
    "support", "serve", "contribut", "advance", "respond to", "responds to", "linked to", "tied to",
    "aligned with", "aligns with", "address", "works on", "work on", "counts under", "listed under",
    "tagged as", "labelled as", "presented as", "étiquet", "présenté comme", "présentée comme",
    "relates to", "meets ", "covers", "under all", "under each", "under every", "répond", "appuie",
    "sert ", "contribu", "rattach", "lié à", "liée à", "liés à", "aligné", "couvre", "touche",
    "concourt", "relève d", "vise ", "inscrit", "soutient", "favorise", "fait avancer",
  ]
  /// What has to do with all goals by its nature.
  static let overall: Stretches = [
    "report", "publish", "indicator", "evaluat", "committee", "secretariat", "governance", "budget",
    "monitor", "data ", "review", "progress", "measured", "partners", "departments", "the plan ",
    "this plan", "action plan is", "every action", "each action", "different ways",
    "in its own way", "below", "following", "as follows", "created for", "set up for", " new ",
    "rapport", "publi", "indicateur", "évalu", "comité", "secrétariat", "gouvernance", "suivi",
    "progrès", "partenaires", "ministères", "le présent plan", "le plan ", "chaque mesure",
    "chaque action", "de façons différentes", "ci-dessous", "suivant", "créé pour", "créée pour",
    "mis sur pied pour", "nouve", "directrice", "director",
  ]

  /// True for a cell that names all goals.
  static func namesAll(_ facts: DocumentFacts, _ range: Range<Int>) -> Bool {
    facts.range(range, holds: all)
  }

  /// A sentence that ties what it speaks of to all goals.
  func saidToServeAll() -> [Link] {
    guard isPlan || facts.kind == .progressReport else { return [] }
    let facts = facts
    return facts.units.indices.compactMap { unit -> Link? in
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader, !here.isRow, here.wordCount >= 3,
        saysAll(unit), facts.unit(unit, holds: Self.serving),
        !facts.unit(unit, holds: Self.overall) || isAnyway(unit), !here.flags.contains(.denies),
        // A sentence that introduces a list says how.
        !(unit + 1 < facts.units.count && Int(facts.units[unit + 1].context) == unit)
      else { return nil }
      return Link(unit: unit, action: subject(unit), goals: "1–\(max(3, goalCount))")
    }
  }

  /// "all goals", or a number of goals that is not a part of them: « aux cinq objectifs ».
  private func saysAll(_ unit: Int) -> Bool {
    if facts.unit(unit, holds: Self.all) { return true }
    let range = facts.units[unit].textRange
    guard let goal = Self.goals.first(in: facts.text, range) else { return false }
    // "goals 1, 2, 3 and 4"
    let behind = goal.end..<min(range.upperBound, goal.end + 28)
    let numbers = RetrofitChecker.goalNumbers(facts.quote(behind))
    // Goals 5 and 16 of another series are not all.
    if numbers.count >= 4, numbers == Set(1...numbers.count) { return true }
    if quantifies(range, before: goal.end) { return true }
    let before = max(range.lowerBound, goal.end - 32)..<goal.end
    return facts.range(before, holds: Self.numbers) && !facts.range(before, holds: Self.parts)
  }

  /// "each and every one of the plan's goals", « la totalité des cinq buts »: a word for all in front of the goals
  /// with little between.
  private func quantifies(_ range: Range<Int>, before end: Int) -> Bool {
    let words = TextWords.read(facts.text, max(range.lowerBound, end - 64)..<end)
    var index = words.count - 2
    while index >= 0, words.count - index <= 9, words[index + 1].isJoined {
      let text = String(
        decoding: facts.text[words[index].start..<words[index].end], as: UTF8.self
      ).lowercased()
      if Self.wholes.contains(text) {
        let front = words[max(0, index - 2)].start..<words[index].end
        return !facts.range(front, holds: Self.parts)
      }
      guard Self.fillers.contains(text) || Int(text) != nil else { return false }
      index -= 1
    }
    return false
  }

  private static let wholes: Set<String> = [
    "all", "every", "each", "whole", "totality", "entirety", "tous", "toutes", "chacun", "chacune",
    "chaque", "totalité", "ensemble", "intégralité",
  ]
  private static let fillers: Set<String> = [
    "the", "of", "one", "our", "its", "their", "this", "plan", "s", "national", "action", "single",
    "three", "four", "five", "six", "seven", "and", "strategic", "les", "des", "du", "de", "nos",
    "ses", "leurs", "trois", "quatre", "cinq", "six", "sept", "grands", "and", "set",
  ]
  /// What says that something was going on anyway.
  static let anyway: Stretches = [
    "has run since", "nothing in it has changed", "in place since", "exists since", "entrepris en",
    "n’a pas bougé", "n'a pas bougé", "n’a pas changé", "n'a pas changé", "sans changement",
    "since before", "before the plan", "before this plan", "predates", "as it was", "as before",
    "unchanged", "not been altered", "not been changed", "regular program", "long-standing",
    "ongoing since", "under way since", "has existed since", "avant le plan", "avant ce plan",
    "avant le présent plan", "inchang", "antérieur", "comme auparavant", "comme avant",
    "sans modification", "de longue date", "existe depuis", "en cours depuis",
  ]

  private func isAnyway(_ unit: Int) -> Bool {
    facts.paragraph(of: unit).contains { facts.unit($0, holds: Self.anyway) }
  }

  private static let goals: Stretches = [
    " goals", " objectives", " pillars", " priorities", " focus areas", " objectifs", " buts",
    " piliers", " priorités", " axes",
  ]
  private static let numbers: Stretches = [
    "the three ", "the four ", "the five ", "the six ", "all three ", "all four ", "all five ",
    "all six ", "all seven ", "les trois ", "les quatre ", "les cinq ", "les six ", "aux trois ",
    "aux quatre ", "aux cinq ", "aux six ", "des trois ", "des quatre ", "des cinq ", "des six ",
    "aux sept ", "les sept ",
  ]
  private static let parts: Stretches = [
    "one of", "two of", "three of", "some of", "any of", "first of", "l’un des", "l'un des",
    "un des", "deux des", "trois des", "aucun des", "premier des", "certains des", "parmi",
  ]

  private var goalCount: Int {
    var labels: Set<String> = []
    for unit in facts.units.indices {
      if let label = GoalText.label(facts, facts.units[unit].textRange) { labels.insert(label) }
    }
    return labels.count
  }

  /// The program that the paragraph names, or the first words of the sentence.
  private func subject(_ unit: Int) -> String {
    let facts = facts
    for index in facts.paragraph(of: unit).reversed() where index <= unit {
      if let name = DocumentFacts.of(index, in: facts.names).first(where: { name in
        let text = facts.quote(name.start, name.end).lowercased()
        return !text.contains("plan")
      }) {
        return facts.quote(name.start, name.end)
      }
    }
    let text = facts.quote(ofUnit: unit)
    return text.count <= 60 ? text : String(text.prefix(60)) + "…"
  }

  // MARK: Without a goal

  /// Items of a list whose others give their goal: "No goal given: renew the trucks".
  func withoutGoal() -> [Link] {
    guard isPlan else { return [] }
    let lists = facts.runs(of: \.isListItem) {
      $0.context == $1.context && $0.heading == $1.heading
    }
    return OtherActivities(facts: facts).links() + lists.flatMap { withoutGoal($0) }
  }

  private func withoutGoal(_ items: Range<Int>) -> [Link] {
    guard items.count >= 3 else { return [] }
    var tied = 0
    var without: [Int] = []
    var first = items.lowerBound
    while first < items.upperBound {
      var end = first + 1
      while end < items.upperBound, facts.units[end].block == facts.units[first].block { end += 1 }
      let units = first..<end
      let isNone = units.contains { facts.unit($0, holds: Self.none) }
      if !isNone, units.contains(where: { givesGoal($0) }) {
        tied += 1
      } else if !units.contains(where: { facts.unit($0, holds: Self.overall) }) || isNone {
        without.append(first)
      }
      first = end
    }
    guard tied >= 2, !without.isEmpty, without.count * 2 <= tied else { return [] }
    return without.filter { facts.units[$0].wordCount >= 3 }.map {
      Link(unit: $0, action: String(facts.quote(ofUnit: $0).prefix(80)), goals: "–")
    }
  }

  /// "Objective 2: …", "(goal B)", « au titre du but 3 ».
  private func givesGoal(_ unit: Int) -> Bool {
    let range = facts.units[unit].textRange
    if GoalText.label(facts, range) != nil { return true }
    let words = TextWords.read(facts.text, range)
    return zip(words, words.dropFirst()).contains { word, next in
      guard next.isJoined, next.end - next.start <= 2,
        next.isCapital || facts.text[next.start] <= 0x39
      else { return false }
      let text = String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
      return Self.goalNouns.contains(text)
    }
  }

  private static let goalNouns: Set<String> = [
    "goal", "goals", "objective", "objectives", "pillar", "pillars", "objectif", "objectifs", "but",
    "buts", "pilier", "piliers", "axe",
  ]
  private static let none: Stretches = [
    "no goal", "no objective", "without a goal", "without an objective", "goal not", "goal: none",
    "objective not", "objective: none", "sans objectif", "sans but ", "aucun objectif", "aucun but",
    "objectif non", "but non ", "objectif : aucun", "but : aucun", "no stated goal",
    "no stated objective",
  ]
}
