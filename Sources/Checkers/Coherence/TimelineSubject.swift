internal import Facts
internal import SourceText

/// What a sentence about a time speaks of, as words.
struct TimelineSubject {
  private(set) var precise: [Set<UInt32>] = []
  private(set) var all: Set<UInt32> = []
  private(set) var takesUp = false
  /// Where the description stands that the sentence opens with.
  let opening: Range<Int>

  /// Letters of an opening that are read.
  private static let reach = 90

  init(_ facts: DocumentFacts, _ unit: Int, endingAt place: Int) {
    let here = facts.units[unit]
    let language = here.language
    all = Set(facts.words(ofUnit: unit))
    opening = Self.opening(facts, unit, before: place)
    let own = Set(facts.words(in: opening, language))
    let isPronoun = own.isEmpty || facts.begins(opening, with: Self.pronouns)
    if !isPronoun { precise.append(own) }
    takesUp = isPronoun || (own.count == 1 && facts.begins(opening, with: Self.articles))
    guard takesUp else { return }
    // The sentence before, the heading, the title.
    if unit > 0, facts.units[unit - 1].block == here.block {
      let before = Self.opening(facts, unit - 1, before: Int(facts.units[unit - 1].textEnd))
      let words = Set(facts.words(in: before, language))
      if words.count >= 2 { precise.append(words) }
      all.formUnion(words)
    }
    var heading = Int(here.heading)
    var depth = 0
    while heading >= 0, depth < 3 {
      let range = Self.name(facts, heading)
      let words = Set(facts.words(in: range, language))
      let isMeant = own.isEmpty || isPronoun || !own.isDisjoint(with: words)
      if isMeant, words.count >= 2 { precise.append(words) }
      if isMeant { all.formUnion(words) }
      heading = Int(facts.units[heading].heading)
      depth += 1
    }
  }

  /// What a sentence begins with, up to its first comma, verb of being or doing, or the time that it gives.
  private static func opening(_ facts: DocumentFacts, _ unit: Int, before place: Int) -> Range<Int>
  {
    var start = facts.units[unit].textRange.lowerBound
    let limit = max(start, min(place, facts.units[unit].textRange.upperBound))
    // "Nommée en juin 2024, la conseillère …": the thing stands behind the comma.
    if facts.begins(start..<limit, with: leads) || limit - start < 24,
      let comma = facts.text[start..<facts.units[unit].textRange.upperBound].prefix(reach)
        .firstIndex(of: 0x2C)
    {
      start = comma + 1
      let end = min(facts.units[unit].textRange.upperBound, start + reach)
      let stop = verbs.first(in: facts.text, start..<end)
      return start..<max(start, stop.map { $0.end - Self.verbList[$0.index].utf8.count } ?? end)
    }
    var end = min(limit, start + reach)
    if let comma = facts.text[start..<end].firstIndex(where: { $0 == 0x2C || $0 == 0x3A }) {
      end = comma
    }
    if let verb = verbs.first(in: facts.text, start..<end) {
      end = max(start, verb.end - Self.verbList[verb.index].utf8.count)
    }
    return start..<end
  }

  /// A heading up to its first colon, comma or year.
  private static func name(_ facts: DocumentFacts, _ heading: Int) -> Range<Int> {
    let range = facts.units[heading].textRange
    let end =
      facts.text[range].firstIndex {
        $0 == 0x3A || $0 == 0x2C || $0 == 0x28 || ($0 >= 0x30 && $0 <= 0x39)
      } ?? range.upperBound
    return range.lowerBound..<end
  }

  private static let leads = [
    "in ", "on ", "nommé", "appointed ", "launched ", "opened ", "created ", "en ", "le ", "lancé",
    "ouvert", "créé", "established ", "founded ", "fondé", "since ", "depuis ", "by ", "d’ici",
  ].filter { $0 != "le " }
  private static let pronouns = [
    "it ", "they ", "she ", "he ", "this is", "il ", "elle ", "ils ", "elles ", "her mandate",
    "his mandate", "her term", "his term", "its mandate", "its term", "son mandat", "that ",
    "which ", "cela ", "when it", "quand ",
  ]
  private static let articles = ["the ", "this ", "le ", "la ", "l’", "l'", "ce ", "cette "]

  private static let verbList = [
    " was ", " were ", " is ", " are ", " has ", " have ", " had ", " will ", " began", " begins",
    " runs ", " ends ", " started", " starts", " opened", " opens", " expire", " closed", " closes",
    " receives", " reports", " serves", " covers", " lasts", " takes", " took", " came", " comes",
    " a été ", " est ", " sont ", " a ", " ont ", " fut ", " sera ", " seront ", " prend ",
    " prendra ", " relève ", " dure ", " débute", " commence", " se termine", " s’achève",
    " s'achève", " servira ", " va ", " ouvre", " couvre", " compte ", " accueille ", " expire",
    " se déroule", " would ", " shall ", " s’étend", " who ", " qui ", " que ", " that ",
  ]
  private static let verbs = Stretches(verbList)
}
