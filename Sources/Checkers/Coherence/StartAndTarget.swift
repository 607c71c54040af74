internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Where a figure starts and where it is to go, told in one sentence, in two, or in a row: of two tellings that have
/// one of the two in common, the other has to be the same.
struct StartAndTarget {
  private struct Telling {
    var passage: CorpusPassage
    var start: NumberFact
    var target: NumberFact
    /// Last year of the target's time; 0 when it is not told.
    var due: Int
    var words: Set<UInt32>
    /// Those of the sentence that tells the start; empty where it only takes up what another names.
    var subject: Set<UInt32>
  }

  private static let most = 2_000
  /// How many tellings with one figure are set against each other.
  private static let mostAlike = 24

  static func conflicts(_ corpus: Corpus) -> [PairedFigures.Conflict] {
    var known: [[UInt64]: [Telling]] = [:]
    var conflicts: [PairedFigures.Conflict] = []
    var count = 0
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for (unit, numbers) in UnitRuns(facts.numbers) where count < most {
        guard let telling = telling(facts, member, unit, Array(numbers)) else { continue }
        count += 1
        let kind = UInt64(telling.target.kind.rawValue)
        let keys = [
          [0, kind, telling.start.value.bitPattern], [1, kind, telling.target.value.bitPattern],
        ]
        for key in keys {
          let others = known[key, default: []]
          if let other = others.first(where: { contradicts($0, telling, corpus) }) {
            let isTarget = key[0] == 0
            conflicts.append(
              PairedFigures.Conflict(
                first: other.passage, one: isTarget ? other.target : other.start,
                second: telling.passage, two: isTarget ? telling.target : telling.start))
            break
          }
        }
        for key in keys where known[key, default: []].count < mostAlike {
          known[key, default: []].append(telling)
        }
      }
    }
    return conflicts
  }

  // MARK: Reading

  private static func isFigure(_ number: NumberFact) -> Bool {
    (number.kind == .percent || (number.kind == .count && number.value >= 2))
      && number.qualifiers.isDisjoint(
        with: NumberFact.Qualifiers.loose.union([.ordinal, .change]))
  }

  private static func telling(
    _ facts: DocumentFacts, _ member: Int, _ unit: Int, _ numbers: [NumberFact]
  ) -> Telling? {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader else { return nil }
    let passage = CorpusPassage(member: member, unit: unit)
    if here.isRow { return row(facts, passage, numbers) }
    let own = numbers.filter(isFigure)
    if let dated = byDates(facts, passage, own) { return dated }
    guard let target = own.last(where: { isTarget(facts, $0) }) else { return nil }
    var start = own.last { $0.end <= target.start && $0.kind == target.kind }
    var words = Set(facts.words(ofUnit: unit))
    if start == nil, unit > 0, facts.units[unit - 1].block == here.block,
      facts.units[unit - 1].flags.isDisjoint(with: [.binds, .target])
    {
      let before = facts.numbers(of: unit - 1).filter { isFigure($0) && $0.kind == target.kind }
      guard before.count == 1 else { return nil }
      start = before.first
      words.formUnion(facts.words(ofUnit: unit - 1))
    }
    guard let start, start.value != target.value, own.count <= 3 else { return nil }
    let due = facts.dates(of: unit).filter { $0.year > 0 }.map { Int($0.last) / 10000 }.max() ?? 0
    return Telling(
      passage: passage, start: start, target: target, due: due, words: words,
      subject: subject(facts, Int(start.unit)))
  }

  private static func subject(_ facts: DocumentFacts, _ unit: Int) -> Set<UInt32> {
    facts.takesUp(unit) ? [] : Set(facts.words(ofUnit: unit))
  }

  /// Two figures with a time each, the later one still to come: in one sentence, or in two in either order.
  private static func byDates(
    _ facts: DocumentFacts, _ passage: CorpusPassage, _ own: [NumberFact]
  ) -> Telling? {
    let unit = passage.unit
    func years(_ unit: Int) -> [Int] {
      facts.dates(of: unit).filter { $0.year > 0 && !$0.isSpan }.map { Int($0.endYear) }
    }
    func isAhead(_ unit: Int) -> Bool {
      !facts.units[unit].flags.isDisjoint(with: [.binds, .target, .intends])
        || !facts.commitments(of: unit).isEmpty
    }
    let here = years(unit)
    if own.count == 2, own[0].kind == own[1].kind, own[0].value != own[1].value {
      let dates = facts.dates(of: unit).filter { $0.year > 0 && !$0.isSpan }
      guard dates.count == 2, here[1] >= here[0] + 2, isAhead(unit),
        dates[0].start < own[1].start, dates[1].start > own[0].end
      else { return nil }
      return Telling(
        passage: passage, start: own[0], target: own[1], due: here[1],
        words: Set(facts.words(ofUnit: unit)), subject: subject(facts, unit))
    }
    guard own.count == 1, let figure = own.first, unit > 0,
      facts.units[unit - 1].block == facts.units[unit].block, !facts.units[unit].isListItem
    else { return nil }
    let before = facts.numbers(of: unit - 1).filter { isFigure($0) && $0.kind == figure.kind }
    let there = years(unit - 1)
    guard before.count == 1, let other = before.first, other.value != figure.value,
      let first = there.max(), let second = here.max(), abs(first - second) >= 2
    else { return nil }
    let isLater = second > first
    guard isAhead(isLater ? unit : unit - 1), !isAhead(isLater ? unit - 1 : unit) else {
      return nil
    }
    return Telling(
      passage: passage, start: isLater ? other : figure, target: isLater ? figure : other,
      due: max(first, second),
      words: Set(facts.words(ofUnit: unit)).union(facts.words(ofUnit: unit - 1)),
      subject: subject(facts, isLater ? unit - 1 : unit))
  }

  /// "to 32% by 2030", "is to reach 28%", « la cible est de 40 % ».
  private static func isTarget(_ facts: DocumentFacts, _ number: NumberFact) -> Bool {
    if number.qualifiers.contains(.target) { return true }
    let unit = facts.units[Int(number.unit)]
    let front = facts.small(
      max(unit.textStart, number.start > 40 ? number.start - 40 : 0), number.start)
    return aiming.stand(in: " " + front)
  }

  private static let aiming: Stretches = [
    " reach ", " raise it to ", " raised to ", " rise to ", " target is ", " target of ",
    " target: ", " to attain ", " increase it to ", " bring it to ", " goal is ", " goal of ",
    "atteindr", " cible est de ", " cible : ", " cible de ", " porter à ", " portera à ",
    " porté à ", " passer à ", " passera à ", " hausser à ", " grow to ", " climb to ",
  ]

  private static func row(
    _ facts: DocumentFacts, _ passage: CorpusPassage, _ numbers: [NumberFact]
  ) -> Telling? {
    guard
      let row = DocumentFacts.of(passage.unit, in: facts.indicators).first, !row.target.isEmpty,
      !row.baseline.isEmpty
    else { return nil }
    func figure(_ cell: IndicatorFact.Cell) -> NumberFact? {
      let own = numbers.filter { isFigure($0) && cell.range.contains(Int($0.start)) }
      return own.count == 1 ? own.first : nil
    }
    guard let start = figure(row.baseline), let target = figure(row.target),
      start.kind == target.kind, start.value != target.value
    else { return nil }
    let header = Int(facts.units[passage.unit].context)
    var dates = facts.dates(of: passage.unit).filter {
      row.target.range.contains(Int($0.start)) || row.date.range.contains(Int($0.start))
    }
    if header >= 0 {
      dates += facts.dates(of: header).filter { $0.column == target.column }
    }
    let due = dates.filter { $0.year > 0 }.map { Int($0.last) / 10000 }.max() ?? 0
    var words = Set(facts.words(in: row.indicator.range, facts.language))
    words.formUnion(facts.words(in: row.result.range, facts.language))
    return Telling(
      passage: passage, start: start, target: target, due: due, words: words, subject: words)
  }

  // MARK: Setting two against each other

  private static func contradicts(_ one: Telling, _ two: Telling, _ corpus: Corpus) -> Bool {
    let (first, second) = (one.passage.member, two.passage.member)
    guard one.passage != two.passage,
      one.start.value != two.start.value || one.target.value != two.target.value,
      corpus.members[first].profile.language == corpus.members[second].profile.language,
      corpus.mayShareTime(first, second), !corpus.areTranslations(first, second),
      !corpus.areEditions(first, second),
      one.due == 0 || two.due == 0 || abs(one.due - two.due) <= 1
    else { return false }
    let facts = (one.passage.facts(corpus), two.passage.facts(corpus))
    // Two rows of one table are two figures.
    if first == second, facts.0.units[one.passage.unit].isRow, facts.0.units[two.passage.unit].isRow
    {
      return false
    }
    guard corpus.mayShareOwner(one.passage, two.passage),
      PassageScope.agree(facts.0, one.passage.unit, facts.1, two.passage.unit),
      !DatedEvent.isExplained(facts.0, one.passage.unit),
      !DatedEvent.isExplained(facts.1, two.passage.unit)
    else { return false }
    // The start of one may be another year's.
    if one.target.value == two.target.value {
      let years = (one.start.year, two.start.year)
      if years.0 > 0, years.1 > 0, years.0 != years.1 { return false }
    }
    let shared = one.words.intersection(two.words).count
    let least = min(one.words.count, two.words.count)
    let own = one.subject.intersection(two.subject).count
    let leastOwn = min(one.subject.count, two.subject.count)
    return own >= 3 && own * 2 >= leastOwn || shared >= 3 && shared * 2 >= least
      || shared >= 2 && shared * 3 >= least * 2
  }
}
