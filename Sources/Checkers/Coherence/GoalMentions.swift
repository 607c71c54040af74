internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Goals that a document speaks of by number and says in its own words: "Goal 2 of the plan, which is that …",
/// « l’objectif 1, soit porter à 40 % … », set beside what the plan itself says under that number.
struct GoalMentions {
  struct Difference {
    var passage: CorpusPassage
    var source: CorpusPassage
    var original: String
    var changed: String
  }

  private struct Goal {
    var unit: Int
    var label: String
    var range: Range<Int>
  }

  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  func differences() -> [Difference] {
    let sources = corpus.goalSetters
    guard !sources.isEmpty, corpus.members.count > 1 else { return [] }
    var found: [Difference] = []
    var known: [Int: [Goal]] = [:]
    for source in sources {
      let goals = goals(source)
      guard !goals.isEmpty else { continue }
      for member in corpus.members.indices
      where member != source && !sources.contains(member) && corpus.mayShareTime(member, source)
        && corpus.members[member].profile.language == corpus.members[source].profile.language
      {
        let mentions = known[member] ?? mentions(member)
        known[member] = mentions
        found += mentions.compactMap { difference($0, member, goals, source) }
      }
    }
    return found
  }

  // MARK: The plan's own goals

  /// Goals by label; those of a list without labels by their place in it. A label that two goals have is none.
  private func goals(_ member: Int) -> [Goal] {
    let facts = corpus.members[member].facts
    var goals: [Goal] = []
    var place = 0
    var list: (heading: Int32, context: Int32) = (-2, -2)
    for unit in facts.units.indices {
      let here = facts.units[unit]
      if here.isRow || here.isTableHeader { continue }
      if let goal = GoalText.read(facts, here.textRange), !goal.label.isEmpty,
        goal.range.count >= 12
      {
        goals.append(Goal(unit: unit, label: goal.label, range: goal.range))
        continue
      }
      if let mention = mention(facts, unit) {
        goals.append(Goal(unit: unit, label: mention.label, range: mention.range))
        continue
      }
      let above = [Int(here.heading), Int(here.context)]
      guard above.contains(where: { $0 >= 0 && facts.unit($0, holds: Self.names) }) else {
        continue
      }
      if here.isListItem {
        if list != (here.heading, here.context) {
          list = (here.heading, here.context)
          place = 0
        }
        place += 1
        if here.wordCount >= 3 {
          goals.append(Goal(unit: unit, label: "\(place)", range: here.textRange))
        }
      } else if !here.isHeading, let ordinal = ordinal(facts, unit) {
        goals.append(Goal(unit: unit, label: ordinal.label, range: ordinal.range))
      }
    }
    var counts: [String: Int] = [:]
    for goal in goals { counts[goal.label, default: 0] += 1 }
    return goals.filter { counts[$0.label] == 1 }
  }

  private static let names: Stretches = [
    "goal", "objective", "priorit", "pillar", "focus area", "objectif", " but ", "buts", "pilier",
    "but n", "outcome", " axe",
  ]

  private static let ordinals: [(String, String)] = [
    ("the first is ", "1"), ("the second is ", "2"), ("the third is ", "3"),
    ("the fourth is ", "4"), ("le premier est ", "1"), ("le deuxième est ", "2"),
    ("le second est ", "2"), ("le troisième est ", "3"), ("le quatrième est ", "4"),
    ("le premier vise ", "1"), ("le deuxième vise ", "2"), ("le troisième vise ", "3"),
  ]

  /// "The second is that widows own their land."
  private func ordinal(_ facts: DocumentFacts, _ unit: Int) -> (label: String, range: Range<Int>)? {
    let range = facts.units[unit].textRange
    guard let found = Self.ordinals.first(where: { facts.begins(range, with: [$0.0]) }) else {
      return nil
    }
    return (found.1, range.lowerBound + found.0.utf8.count..<range.upperBound)
  }

  // MARK: Mentions

  private func mentions(_ member: Int) -> [Goal] {
    let facts = corpus.members[member].facts
    return facts.units.indices.compactMap { unit in
      let here = facts.units[unit]
      guard !here.isRow, !here.isTableHeader, !here.flags.contains(.quotes),
        let goal = heading(facts, unit) ?? mention(facts, unit),
        !facts.unit(unit, holds: Self.changed)
      else { return nil }
      // "… For our part, we aim at 40%."
      let next = unit + 1
      if next < facts.units.count, facts.units[next].block == here.block, !here.isHeading,
        facts.unit(next, holds: Self.changed)
      {
        return nil
      }
      return Goal(unit: unit, label: goal.label, range: goal.range)
    }
  }

  /// A heading that is a goal with its label.
  private func heading(_ facts: DocumentFacts, _ unit: Int) -> (label: String, range: Range<Int>)? {
    let here = facts.units[unit]
    guard here.isHeading, let goal = GoalText.read(facts, here.textRange), !goal.label.isEmpty,
      goal.range.count >= 12
    else { return nil }
    return (goal.label, goal.range)
  }

  static let changed: Stretches = [
    "amended", "reworded", "for our part", "in part", "part of", "first step", "among other",
    "as it applies", "in our case", "modifié", "reformul", "pour notre part", "en partie",
    "première étape", "notamment", "entre autres", "en ce qui nous concerne", "formerly",
    "used to", "replaced", "remplac", "anciennement", "shortened", "in short", "en bref", "abrég",
    "in particular", "…", "...", "[",
  ]

  private static let labels = WordStems([
    1: """
    goal, objective, priority, pillar, focus area, objectif, but|, pilier, priorité, axe, \
    domaine prioritaire, outcome
    """
  ])
  private static let words: [String: String] = [
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "one": "1", "two": "2",
    "three": "3", "four": "4", "five": "5", "premier": "1", "première": "1", "deuxième": "2",
    "seconde": "2", "troisième": "3", "quatrième": "4", "cinquième": "5", "un": "1", "deux": "2",
    "trois": "3", "quatre": "4", "cinq": "5",
  ]

  /// What brings in the words of a goal behind its number.
  private static let connectors: Stretches = [
    ", namely that ", ", namely to ", ", namely ", ", which is that ", ", which is to ",
    ", which is ", ", that is to ", ", that is, ", ", i.e. ", " is that ", " is to ", " is for ",
    " asks us to ", " asks partners to ", " asks that ", " asks for ", " commits us to ",
    " commits partners to ", " commits canada to ", " calls for ", " requires that ",
    " requires us to ", " requires partners to ", " provides that ", " states that ",
    " says that ", " aims to ", " seeks to ", ", under which ", ": that ", ": to ", ": ",
    ", to ", " – to ", " — to ", " partners undertake to ", " partners commit to ",
    " partners agree to ", " we undertake to ", ", according to which ", " promises that ",
    " promises to ", " speaks of ",
    ", soit de ", ", soit que ", ", soit ", ", à savoir que ", ", à savoir de ", ", à savoir ",
    ", c'est-à-dire ", ", c’est-à-dire ", " est de ", " est que ", ", qui est de ",
    ", selon lequel ",
    ", qui vise à ", " vise à ", " vise la ", " vise le ", " vise ", " prévoit que ",
    " prévoit de ",
    " prévoit ", " consiste à ", ", qui consiste à ", " nous demande de ", " veut que ",
    " s’engagent à ", " s'engagent à ", " demande aux partenaires de ", " : ", "\u{A0}: ",
    ", celui de ", ", celui d", ", qui veut que ", ", qui demande de ",
  ]

  private static let ours = [
    "we ", "our ", "nous ", "notre ", "nos ", "the department", "le ministère", "this department",
    "the agency", "l'agence", "l’agence", "see ", "voir ",
  ]

  /// A goal by its number and the words that a sentence gives for it; `nil` where it names more than one.
  private func mention(
    _ facts: DocumentFacts, _ unit: Int
  ) -> (label: String, range: Range<Int>)? {
    let range = facts.units[unit].textRange
    let hits = Self.labels.hits(in: facts.text, range)
    guard let hit = hits.first, hits.count <= 3 else { return nil }
    let all = TextWords.read(facts.text, range)
    guard let at = all.firstIndex(where: { $0.end >= hit.end }) else { return nil }
    var label: String?
    var end = hit.end
    if at + 1 < all.count, all[at + 1].isJoined, let number = number(facts, all[at + 1]) {
      label = number
      end = all[at + 1].end
      // "Goals 1 and 2"
      if at + 3 < all.count, all[at + 3].isJoined, number != "a",
        number2(facts, all[at + 3]) != nil,
        ["and", "et", "to", "à"].contains(word(facts, all[at + 2]))
      {
        return nil
      }
    } else if at > 0, let number = Self.words[word(facts, all[at - 1])], hit.mark == 1 {
      label = number
    }
    guard let label, let connector = Self.connectors.first(in: facts.text, end..<range.upperBound),
      connector.end - end <= 90
    else { return nil }
    // "It was changed for goal 2 in 2026: half of the places …" says nothing of the goal.
    if facts.text[connector.end - 2] == 0x3A,
      facts.text[end..<max(end, connector.end - 2)].contains(where: { $0 >= 0x30 && $0 <= 0x39 })
    {
      return nil
    }
    let content = connector.end..<range.upperBound
    guard content.count >= 12, !facts.begins(content, with: Self.ours),
      // Another goal behind it has its own words.
      !hits.dropFirst().contains(where: { $0.start > end && $0.start < connector.end })
    else { return nil }
    return (label, content)
  }

  private func word(_ facts: DocumentFacts, _ word: TextWords.Word) -> String {
    String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
  }

  private func number2(_ facts: DocumentFacts, _ word: TextWords.Word) -> String? {
    let text = self.word(facts, word)
    return text.utf8.count <= 2 && text.allSatisfy(\.isNumber) ? text : nil
  }

  private func number(_ facts: DocumentFacts, _ word: TextWords.Word) -> String? {
    let text = self.word(facts, word)
    if text.utf8.count <= 2, text.allSatisfy(\.isNumber) { return text }
    if text.utf8.count == 1, word.isCapital { return text }
    return ["one", "two", "three", "four", "five"].contains(text) ? Self.words[text] : nil
  }

  // MARK: Comparison

  private func difference(
    _ mention: Goal, _ member: Int, _ goals: [Goal], _ source: Int
  ) -> Difference? {
    guard let goal = goals.first(where: { $0.label == mention.label }) else { return nil }
    let facts = corpus.members[member].facts
    let original = corpus.members[source].facts
    let language = facts.units[mention.unit].language
    let wanted = PassageIndex.features(original.words(in: goal.range, language)[...], language)
    let said = PassageIndex.features(facts.words(in: mention.range, language)[...], language)
    guard wanted.count >= 2, said.count >= 2, said.count <= 2 * wanted.count + 4 else { return nil }
    let shared = wanted.filter(said.contains)
    // Another plan may number its goals too.
    let isNamed = facts.unit(mention.unit, holds: Self.plan)
    guard shared.count >= (isNamed ? 1 : 2) else { return nil }
    let first = original.words(in: goal.range, language).first.map {
      PassageIndex.features([$0], language)
    }
    let missing = wanted.filter { !said.contains($0) }
    let added = said.filter { !wanted.contains($0) }
    let isCounted = Self.numbersDiffer(original, goal, facts, mention)
    if !isCounted {
      if missing.isEmpty, added.isEmpty { return nil }
      // « L’objectif 1 vise 50 % … »: the verb may stay behind.
      if added.isEmpty, let first, missing == first { return nil }
      let whole = Set(wanted + said).count
      let apart = missing.count + added.count
      guard apart * 100 >= whole * 18 else { return nil }
    }
    let left = WordDifference.words(original.quote(goal.range))
    let right = WordDifference.words(facts.quote(mention.range))
    let words = WordDifference(left, right)
    return Difference(
      passage: CorpusPassage(member: member, unit: mention.unit),
      source: CorpusPassage(member: source, unit: goal.unit),
      original: words.map { $0.onlyFirst.isEmpty ? "–" : $0.onlyFirst } ?? "–",
      changed: words.map { $0.onlySecond.isEmpty ? "–" : $0.onlySecond } ?? "–")
  }

  private static let plan: Stretches = [
    "national", "plan d", "framework", "cadre", "strateg", "stratég", " of the plan",
    " du plan", "nap", "pan ", " of ", " adopted",
  ]

  /// Both give a number of one kind, and not the same.
  private static func numbersDiffer(
    _ original: DocumentFacts, _ goal: Goal, _ facts: DocumentFacts, _ mention: Goal
  ) -> Bool {
    func values(_ facts: DocumentFacts, _ unit: Int, _ range: Range<Int>) -> [(Int, Double)] {
      facts.numbers(of: unit).compactMap {
        Int($0.start) >= range.lowerBound && Int($0.end) <= range.upperBound && $0.kind != .label
          ? (Int($0.kind.rawValue), $0.value) : nil
      }
        + facts.dates(of: unit).compactMap {
          Int($0.start) >= range.lowerBound && Int($0.end) <= range.upperBound && $0.year > 0
            ? (100, Double($0.endYear)) : nil
        }
    }
    let mine = values(original, goal.unit, goal.range)
    let theirs = values(facts, mention.unit, mention.range)
    return theirs.contains { kind, value in
      let same = mine.filter { $0.0 == kind }
      return same.count == 1 && theirs.count { $0.0 == kind } == 1 && same[0].1 != value
    }
  }
}
