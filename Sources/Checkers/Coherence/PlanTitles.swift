internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// How documents call the national plan that they carry out: by its title and by its place in the series.
struct PlanTitles {
  /// A plan under a title or a number that is not its own.
  struct Wrong {
    var passage: CorpusPassage
    var other: CorpusPassage
    /// What is written here.
    var cited: String
    /// What the plan calls itself.
    var right: String
  }

  private struct Plan {
    /// Its title in small letters, without what stands behind a colon or its years.
    var title: String
    /// The words of the title as keys, in their order.
    var words: [UInt64]
    /// 1 for the first of the series; 0 when it does not say.
    var ordinal: Int
    var place: CorpusPassage
    var written: String
  }

  private static let ordinalWords: [[String]] = [
    ["first", "premier", "première"], ["second", "deuxième"], ["third", "troisième"],
    ["fourth", "quatrième"], ["fifth", "cinquième"],
  ]
  private static let ordinals = Stretches(ordinalWords.flatMap { $0 })
  private static let numbers = ordinalWords.indices.flatMap { index in
    ordinalWords[index].map { _ in index + 1 }
  }
  private static let planNames: Stretches = ["plan", "strateg", "stratég", "framework", "cadre"]
  /// The other plan is named beside it.
  static let others: Stretches = [
    "follow", "succeed", "success", "predecessor", "replace", "after ", "before ", "previous",
    "builds on", "lessons", "formerly", "renamed", "draft title", "suit ", "succède", "succes",
    "prédéces", "remplac", "après", "avant", "précédent", "leçons", "anciennement",
    "implementation",
    "mise en œuvre",
  ]

  static func wrong(_ corpus: Corpus) -> [Wrong] {
    let plans = corpus.members.indices.compactMap { plan(corpus, $0) }
    guard !plans.isEmpty else { return [] }
    let titles = Stretches(plans.map(\.title))
    let kindred = Dictionary(
      grouping: plans.indices.flatMap { plan in
        Set(plans[plan].words).map { (word: $0, plan: plan) }
      }, by: \.word)
    var found: [Wrong] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices where facts.unit(unit, holds: planNames) {
        let here = facts.units[unit]
        guard !here.isHeading, !here.isTableHeader else { continue }
        let passage = CorpusPassage(member: member, unit: unit)
        if let hit = titles.first(in: facts.text, here.textRange) {
          let plan = plans[hit.index]
          guard plan.place.member != member || plan.place.unit != unit, plan.ordinal > 0,
            let ordinal = ordinal(facts, unit, plan, hit.end), ordinal.number != plan.ordinal,
            !facts.unit(unit, holds: others)
          else { continue }
          found.append(
            Wrong(
              passage: passage, other: plan.place, cited: ordinal.words, right: plan.written))
        } else if let wrong = misquoted(facts, unit, plans, kindred),
          plans[wrong.plan].place.member != member,
          corpus.mayShareTime(member, plans[wrong.plan].place.member),
          corpus.members[member].profile.language
            == corpus.members[plans[wrong.plan].place.member].profile.language
        {
          found.append(
            Wrong(
              passage: passage, other: plans[wrong.plan].place, cited: facts.quote(wrong.range),
              right: plans[wrong.plan].written))
        }
      }
    }
    found += plans.flatMap { CitedGoals.missing(corpus, plan: $0.place, besides: found) }
    return found
      + ApposedTitles.wrong(
        corpus, plans.map { ApposedTitles.Plan(title: $0.written, place: $0.place) }, besides: found
      )
  }

  // MARK: The plan itself

  private static func plan(_ corpus: Corpus, _ member: Int) -> Plan? {
    let facts = corpus.members[member].facts
    guard [.nationalActionPlan, .strategy, .initiative].contains(facts.kind),
      let heading = facts.units.indices.first(where: { facts.units[$0].isHeading })
    else { return nil }
    let range = facts.units[heading].textRange
    guard let colon = facts.text[range].firstIndex(of: 0x3A) else { return nil }
    let front = range.lowerBound..<colon
    guard !facts.range(front, holds: planNames) else { return nil }
    let written = facts.quote(front).trimmingBlanks
    let words = TextWords.read(facts.text, front)
    guard words.count >= 2 else { return nil }
    var ordinal = ordinal(facts, colon..<range.upperBound)?.number ?? 0
    if ordinal == 0 {
      // "This is Canada's third plan": in one of its first sentences.
      for unit in heading + 1..<min(facts.units.count, heading + 12)
      where facts.unit(unit, holds: itself) && ordinal == 0 {
        guard let found = self.ordinal(facts, facts.units[unit].textRange) else { continue }
        ordinal = found.number
      }
    }
    return Plan(
      title: written.lowercased(), words: words.map { TextWords.key(facts.text, $0) },
      ordinal: ordinal, place: CorpusPassage(member: member, unit: heading), written: written)
  }

  private static let itself: Stretches = [
    "this is ", "this plan is", "present plan is", "this, canada", "présent plan est",
    "présent plan, le", "ce plan est", "voici le",
  ]

  // MARK: Ordinals

  /// "third National Action Plan", « deuxième plan d’action national ».
  private static func ordinal(
    _ facts: DocumentFacts, _ range: Range<Int>
  ) -> (number: Int, words: String, start: Int)? {
    var found: (number: Int, words: String, start: Int)?
    ordinals.forEachWord(in: facts.text, range) { index, start in
      let behind = start..<min(range.upperBound, start + 48)
      guard found == nil, let plan = planNames.first(in: facts.text, behind),
        !facts.text[start..<plan.end].contains(where: { $0 == 0x2C || $0 == 0x2E || $0 == 0x3B })
      else { return }
      found = (numbers[index], facts.quote(start..<plan.end), start)
    }
    return found
  }

  /// The ordinal that stands right before a title, or behind it after a comma or dash.
  private static func ordinal(
    _ facts: DocumentFacts, _ unit: Int, _ plan: Plan, _ end: Int
  ) -> (number: Int, words: String)? {
    let range = facts.units[unit].textRange
    let start = end - plan.title.utf8.count
    let behind = end..<min(range.upperBound, end + 60)
    if let found = ordinal(facts, behind), !breaks(facts, end..<found.start) {
      return (found.number, found.words)
    }
    let front = max(range.lowerBound, start - 60)..<max(range.lowerBound, start)
    guard let found = ordinal(facts, front),
      !breaks(facts, found.start + found.words.utf8.count..<max(start, found.start))
    else { return nil }
    return (found.number, found.words)
  }

  /// A full stop or semicolon ends what belongs to a title.
  private static func breaks(_ facts: DocumentFacts, _ range: Range<Int>) -> Bool {
    range.lowerBound < range.upperBound
      && facts.text[range].contains { $0 == 0x2E || $0 == 0x3B }
  }

  // MARK: Titles

  /// Words of a title in another order, or with one of them changed, written as a title beside "plan".
  private static func misquoted(
    _ facts: DocumentFacts, _ unit: Int, _ plans: [Plan],
    _ kindred: [UInt64: [(word: UInt64, plan: Int)]]
  ) -> (plan: Int, range: Range<Int>)? {
    let words = TextWords.read(facts.text, facts.units[unit].textRange)
    guard words.count >= 4 else { return nil }
    let keys = words.map { TextWords.key(facts.text, $0) }
    var counts: [Int: Int] = [:]
    for key in Set(keys) {
      for (_, plan) in kindred[key] ?? [] { counts[plan, default: 0] += 1 }
    }
    for (plan, count) in counts.sorted(by: { $0.key < $1.key }) {
      let title = plans[plan].words
      let own = Set(title)
      guard title.count >= 3, own.count >= 3, count >= own.count - 1 else { continue }
      for first in 0..<max(0, words.count - title.count + 1) where words[first].isCapital {
        let last = first + title.count - 1
        let window = Array(keys[first...last])
        let shared = Set(window).intersection(own).count
        let capitals = (first...last).count { words[$0].isCapital }
        // A title has its capitals; in French the first alone, behind a comma or a quotation mark.
        let isTitle =
          capitals * 2 > title.count
          || (first > 0 && !words[first].isJoined && facts.units[unit].language == .french)
        guard isTitle, first > 0, window != title, shared >= own.count - 1,
          shared * 3 >= own.count * 2, shared >= 3 || shared == own.count,
          window[0] != title[0] || shared < own.count || window.last != title.last
        else { continue }
        let range = words[first].start..<words[last].end
        let beside =
          max(
            facts.units[unit].textRange.lowerBound, range.lowerBound - 48)..<min(
            facts.units[unit].textRange.upperBound, range.upperBound + 48)
        guard facts.range(beside, holds: planNames) else { continue }
        return (plan, range)
      }
    }
    return nil
  }
}
