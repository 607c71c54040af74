internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Which goals of a plan a passage claims to serve: by their numbers or letters, by their words, or as a whole.
struct GoalClaims {
  /// Content words of each goal of the documents at hand that no other goal has; at least three goals.
  let goals: [Set<UInt32>]
  let facts: DocumentFacts

  /// Goals of the documents that set them, and how they are read, once for all documents.
  struct Setters {
    fileprivate var goals: [(member: Int, goals: [Set<UInt32>])] = []
    /// How many documents that set goals are looked at.
    private static let most = 24

    init(_ corpus: Corpus) {
      for member in corpus.goalSetters.prefix(Self.most) {
        let found = GoalClaims.goals(of: corpus.members[member].facts)
        if !found.isEmpty { goals.append((member, found)) }
      }
    }
  }

  init(corpus: Corpus, member: Int, setters: Setters) {
    facts = corpus.members[member].facts
    var best = Self.goals(of: facts)
    for (other, found) in setters.goals
    where found.count > best.count && other != member
      && corpus.members[other].profile.language == corpus.members[member].profile.language
      && corpus.mayShareTime(other, member)
    {
      best = found
    }
    // A word of two goals tells neither.
    var counts: [UInt32: Int] = [:]
    for goal in best { for word in goal { counts[word, default: 0] += 1 } }
    let own = best.map { goal in goal.filter { counts[$0] == 1 } }
    goals = own.count >= 3 && own.count <= 9 && own.allSatisfy { !$0.isEmpty } ? own : []
  }

  // MARK: Goals

  /// "Objective 1: …" at the beginning of units or sentences, or "the objectives are: …; …; …" in one.
  fileprivate static func goals(of facts: DocumentFacts) -> [Set<UInt32>] {
    var labelled: [(label: String, words: Set<UInt32>)] = []
    var listed: [Set<UInt32>] = []
    for unit in facts.units.indices where !facts.units[unit].isRow {
      let range = facts.units[unit].textRange
      if let goal = GoalText.read(facts, range), goal.range.count > 8,
        !labelled.contains(where: { $0.label == goal.label })
      {
        labelled.append((goal.label, Set(facts.words(in: goal.range, facts.language))))
      } else if listed.isEmpty, noun(facts, facts.units[unit].language, range) != nil {
        listed = list(facts, range)
      }
    }
    return labelled.count >= 3 ? labelled.map(\.words) : listed
  }

  /// The parts behind a colon, parted by semicolons or commas.
  private static func list(_ facts: DocumentFacts, _ range: Range<Int>) -> [Set<UInt32>] {
    guard let noun = noun(facts, facts.language, range),
      let colon = facts.text[noun.end..<range.upperBound].firstIndex(of: 0x3A),
      colon - noun.end <= 30
    else { return [] }
    let rest = colon + 1..<range.upperBound
    let sign: UInt8 = facts.text[rest].contains(0x3B) ? 0x3B : 0x2C
    var parts = facts.text[rest].split(separator: sign).map { $0.startIndex..<$0.endIndex }
    // "…, and better care": the last comma may be missing.
    if parts.count == 2, let last = parts.last {
      for word in [" and ", " et "] {
        if let hit = Stretches([word]).first(in: facts.text, last) {
          parts[1] = last.lowerBound..<hit.end - word.utf8.count
          parts.append(hit.end..<last.upperBound)
          break
        }
      }
    }
    let words = parts.map { Set(facts.words(in: $0, facts.language)) }
    return words.count >= 3 && words.allSatisfy { !$0.isEmpty } ? words : []
  }

  static let nouns: Stretches = [
    "goals", "objectives", "pillars", "objectifs", " buts", "piliers", " axes", "goal",
    "objective", "objectif", "pillar", "pilier", "priorities", "priorités",
  ]
  /// « but » is a conjunction in English, "aim" a verb as often as not.
  private static let frenchNouns: Stretches = [" but "]
  private static let englishNouns: Stretches = [
    " the aims", " our aims", " aims:", " aims are ", " the aim ", " this aim", " its aims",
  ]

  /// The first word for a goal in a range.
  static func noun(
    _ facts: DocumentFacts, _ language: Language, _ range: Range<Int>
  ) -> (index: Int, end: Int)? {
    let other = language == .french ? frenchNouns : englishNouns
    let (one, two) = (nouns.first(in: facts.text, range), other.first(in: facts.text, range))
    guard let one, let two else { return one ?? two }
    return one.end <= two.end ? one : two
  }

  // MARK: Claims

  /// The sentence names every goal by its label, by its words, or all of them as the whole of the plan.
  func claimsAll(_ unit: Int) -> Bool {
    if labels(unit).count >= max(3, goals.count) { return true }
    if facts.unit(unit, holds: Self.whole) { return true }
    guard !goals.isEmpty else { return false }
    let words = Set(facts.words(ofUnit: unit))
    return goals.allSatisfy { goal in
      let shared = goal.intersection(words).count
      return shared >= 2 || (shared == 1 && goal.count <= 2)
    }
  }

  private static let whole: Stretches = [
    "whole of the plan", "whole of the strategy", "the whole plan", "the whole strategy",
    "plan as a whole", "strategy as a whole", "plan en entier", "stratégie en entier",
    "ensemble du plan", "ensemble de la stratégie", "tout le plan", "toute la stratégie",
    "entire plan", "entire strategy", "le plan tout entier",
  ]

  /// Numbers, letters or ordinals in a row beside a word for goals: "objectives A, B and C", "the first, the second and
  /// the third goal".
  private func labels(_ unit: Int) -> Set<Int> {
    let range = facts.units[unit].textRange
    var start = range.lowerBound
    let language = facts.units[unit].language
    while let noun = Self.noun(facts, language, start..<range.upperBound) {
      let behind = Self.run(
        facts.small(UInt32(noun.end), UInt32(min(range.upperBound, noun.end + 60))))
      if behind.count >= 3 { return behind }
      let front = Self.run(
        facts.small(UInt32(max(range.lowerBound, noun.end - 70)), UInt32(noun.end)), fromEnd: true)
      if front.count >= 3 { return front }
      start = noun.end
    }
    return []
  }

  private static let ordinals: [Substring: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "premier": 1, "première": 1,
    "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5,
  ]
  private static let links: Set<Substring> = [
    "and", "et", "the", "le", "la", "les", "to", "à", "alike", "both", "goal", "goals", "objective",
    "objectives", "objectif", "objectifs", "but", "buts", "aim", "aims", "du", "au", "nos", "its",
  ]

  /// The labels at the beginning, or end, of a text with nothing else among them.
  private static func run(_ text: String, fromEnd: Bool = false) -> Set<Int> {
    var words = text.split { !$0.isLetter && !$0.isNumber }
    if fromEnd { words.reverse() }
    var found: Set<Int> = []
    var isSpan = false
    for word in words {
      var label = Int(word) ?? ordinals[word]
      if label == nil, word.count == 1, let letter = word.utf8.first, letter >= 0x61,
        letter <= 0x69,
        word != "a" || found.isEmpty
      {
        label = Int(letter) - 0x60
      }
      if let label, label >= 1, label <= 9 {
        if isSpan, let last = found.max(), label > last { found.formUnion(last...label) }
        found.insert(label)
        isSpan = false
      } else if links.contains(word) {
        isSpan = word == "to" || (word == "à" && !found.isEmpty)
      } else {
        break
      }
    }
    return found
  }
}
