internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Titles that stand beside "the national action plan for 2025 to 2030" and are not that plan's own.
enum ApposedTitles {
  struct Plan {
    var title: String
    var place: CorpusPassage
  }

  static func wrong(
    _ corpus: Corpus, _ plans: [Plan], besides known: [PlanTitles.Wrong]
  ) -> [PlanTitles.Wrong] {
    // Where two plans are at hand, another title may be the other's.
    guard plans.count == 1, let plan = plans.first else { return [] }
    let years = corpus.members[plan.place.member].years
    let own = keys(of: plan.title)
    guard years.count == 2, own.count >= 2 else { return [] }
    var told = Set(known.map(\.passage))
    var found: [PlanTitles.Wrong] = []
    let titles = Stretches([plan.title.lowercased()])
    for member in corpus.members.indices
    where member != plan.place.member && corpus.mayShareTime(member, plan.place.member)
      && corpus.members[member].profile.language
        == corpus.members[plan.place.member].profile.language
    {
      let facts = corpus.members[member].facts
      for (unit, dates) in UnitRuns(facts.dates) {
        let here = facts.units[unit]
        if !here.isTableHeader, let hit = titles.first(in: facts.text, here.textRange),
          let period = period(dates, behind: hit.end), isOff(period, years),
          !facts.unit(unit, holds: PlanTitles.others)
        {
          let passage = CorpusPassage(member: member, unit: unit)
          guard told.insert(passage).inserted else { continue }
          let start = hit.end - plan.title.utf8.count
          found.append(
            PlanTitles.Wrong(
              passage: passage, other: plan.place, cited: facts.quote(start..<Int(period.end)),
              right: "\(plan.title), \(years[0])–\(years[1])"))
          continue
        }
        guard !here.isHeading, !here.isTableHeader,
          let name = nationalPlan.first(in: facts.text, here.textRange),
          dates.contains(where: { Int($0.year) == years[0] && Int($0.endYear) == years[1] }),
          !facts.unit(unit, holds: PlanTitles.others),
          let title = title(facts, unit, behind: name.end)
            ?? title(facts, unit, before: name.end)
        else { continue }
        let cited = Set(title.keys)
        let shared = cited.intersection(own).count
        // A word in common shows that the same title is meant; else it is that of the plan before.
        guard cited != own, shared < own.count || cited.count > own.count,
          shared >= 1 || isPredecessor(facts.quote(title.range), corpus, plan.place)
        else { continue }
        let passage = CorpusPassage(member: member, unit: unit)
        guard told.insert(passage).inserted else { continue }
        found.append(
          PlanTitles.Wrong(
            passage: passage, other: plan.place, cited: facts.quote(title.range), right: plan.title)
        )
      }
    }
    return found
  }

  /// The years that stand right behind a title.
  private static func period(_ dates: ArraySlice<DateFact>, behind end: Int) -> DateFact? {
    dates.first {
      $0.role.contains(.range) && Int($0.start) >= end && Int($0.start) - end <= 4
        && $0.endYear > $0.year + 1
    }
  }

  /// Other years than those of a plan, by one at either end: more, and another edition is meant.
  private static func isOff(_ period: DateFact, _ years: [Int]) -> Bool {
    let first = abs(Int(period.year) - years[0])
    let last = abs(Int(period.endYear) - years[1])
    return first + last > 0 && first <= 1 && last <= 1
  }

  /// The plan itself names a text of that title as the one before it.
  private static func isPredecessor(
    _ title: String, _ corpus: Corpus, _ plan: CorpusPassage
  ) -> Bool {
    let facts = plan.facts(corpus)
    let wanted = Stretches([title.lowercased()])
    return facts.units.indices.contains {
      facts.unit($0, holds: wanted) && facts.unit($0, holds: PlanTitles.others)
    }
  }

  private static let nationalPlan: Stretches = [
    "national action plan", "action plan", "plan d’action", "plan d'action",
  ]
  private static let small: Set<UInt64> = {
    let bytes = Array("the and for our des les aux une canada plan action national".utf8)
    return Set(TextWords.read(bytes, bytes.indices).map { TextWords.key(bytes, $0) })
  }()

  private static func keys(of title: String) -> Set<UInt64> {
    let bytes = Array(title.utf8)
    return Set(telling(TextWords.read(bytes, bytes.indices), bytes))
  }

  private static func telling(_ words: [TextWords.Word], _ text: [UInt8]) -> [UInt64] {
    words.compactMap { word in
      let key = TextWords.key(text, word)
      return word.end - word.start >= 3 && !small.contains(key) ? key : nil
    }
  }

  /// The words with capitals in front of the comma before "the national action plan".
  private static func title(
    _ facts: DocumentFacts, _ unit: Int, before end: Int
  ) -> (keys: [UInt64], range: Range<Int>)? {
    let start = facts.units[unit].textRange.lowerBound
    guard let comma = facts.text[start..<end].lastIndex(of: 0x2C), end - comma <= 44 else {
      return nil
    }
    let words = TextWords.read(facts.text, start..<comma)
    guard var first = words.indices.last else { return nil }
    let last = first
    while first > 0, words[first].isJoined, last - first < 9 { first -= 1 }
    while first < last, !words[first].isCapital { first += 1 }
    let range = words[first...last]
    let isEnglish = facts.units[unit].language == .english
    guard range.count >= 2, !isEnglish || range.count(where: \.isCapital) >= 2 else { return nil }
    let keys = telling(Array(range), facts.text)
    return keys.count >= 2 ? (keys, words[first].start..<words[last].end) : nil
  }

  /// The words with capitals behind the next comma, colon or quotation mark.
  private static func title(
    _ facts: DocumentFacts, _ unit: Int, behind end: Int
  ) -> (keys: [UInt64], range: Range<Int>)? {
    let words = TextWords.read(facts.text, end..<facts.units[unit].textRange.upperBound)
    guard
      let first = words.indices.first(where: {
        words[$0].isCapital && !words[$0].isJoined && words[$0].end - words[$0].start > 2
      }), words[first].start - end <= 60
    else { return nil }
    // Digits between are those of the plan's period.
    var last = first
    while last + 1 < words.count, words[last + 1].isJoined, last - first < 10 { last += 1 }
    let isEnglish = facts.units[unit].language == .english
    while last > first, isEnglish, !words[last].isCapital { last -= 1 }
    let range = words[first...last]
    guard range.count >= 2, range.count <= 9,
      !isEnglish || range.count(where: \.isCapital) >= 2
    else { return nil }
    let keys = telling(Array(range), facts.text)
    return keys.count >= 2 ? (keys, words[first].start..<words[last].end) : nil
  }
}
