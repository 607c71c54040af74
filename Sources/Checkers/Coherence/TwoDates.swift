internal import Checking
internal import Facts

/// Like passages that give one event different dates.
struct TwoDates {
  private let corpus: Corpus
  /// What happens on each date of each document, once asked: the number of the event, and these two.
  private var events: [[UInt8]]

  private static let unknown = UInt8.max
  private static let none = UInt8.max - 1

  init(_ corpus: Corpus) {
    self.corpus = corpus
    events = corpus.members.map { Array(repeating: Self.unknown, count: $0.facts.dates.count) }
  }

  private static let brackets: Stretches = [
    "[repealed", "[abrogé", "[spent", "[amended", "[modifié",
  ]

  static func conflicts(_ corpus: Corpus) -> [DateConflict] {
    var search = TwoDates(corpus)
    var conflicts: [DateConflict] = []
    func isDated(_ passage: CorpusPassage) -> Bool {
      let facts = corpus.members[passage.member].facts
      // "[Repealed, 2018, c. 27]": an editor's note is about no event of the text.
      return facts.dates(of: passage.unit).contains { $0.year > 0 }
        && !facts.unit(passage.unit, holds: brackets)
        // Each resolution has its own year.
        && !DocumentFacts.of(passage.unit, in: facts.citations).contains { $0.kind == .resolution }
    }
    corpus.forEachLikeness(among: isDated) { first, second, likeness in
      if let conflict = search.conflict(first, second, likeness) { conflicts.append(conflict) }
    }
    return conflicts
  }

  private mutating func conflict(
    _ first: CorpusPassage, _ second: CorpusPassage, _ likeness: PassageIndex.Likeness
  ) -> DateConflict? {
    // What any reason to set the two against each other needs.
    guard
      likeness.both >= 0.45 || likeness.lesser >= 0.35
        || (likeness.shared >= 4 && likeness.both >= 0.2),
      let (left, right) = pair(first, second)
    else { return nil }
    let x = corpus.members[first.member].facts.dates[left]
    let y = corpus.members[second.member].facts.dates[right]
    let differences = Self.differences(x, y)
    guard differences > 0, x.role.contains(.fiscal) == y.role.contains(.fiscal) else { return nil }
    let event = event(left, first.member)
    let isOneEvent = event != nil && event == self.event(right, second.member)
    guard isOneEvent || x.role.contains(.range) == y.role.contains(.range) else { return nil }
    let one = first.facts(corpus)
    let two = second.facts(corpus)
    let isJoint =
      likeness.shared >= 4 && likeness.both >= 0.2 && corpus.nameEachOther(first, second)
    guard isJoint || isLike(first, second, likeness, isOneEvent: isOneEvent),
      isJoint || (!one.units[first.unit].isRow && !two.units[second.unit].isRow),
      one.units[first.unit].flags.isDisjoint(with: .yearly),
      two.units[second.unit].flags.isDisjoint(with: .yearly),
      differences <= 2 || isJoint || event != nil,
      // Plans of other years repeat their sentences with the new dates.
      corpus.mayShareTime(first.member, second.member),
      !corpus.areEditions(first.member, second.member), corpus.mayShareOwner(first, second),
      !DatedEvent.isExplained(one, first.unit), !DatedEvent.isExplained(two, second.unit),
      isJoint || PassageScope.agree(one, first.unit, two, second.unit)
        || (isOneEvent && !PassageScope.differ(one, first.unit, two, second.unit)),
      Self.giveSameNumbers(one, first.unit, two, second.unit),
      EventDates.order(one, first.unit) == EventDates.order(two, second.unit)
    else { return nil }
    return DateConflict(
      passage: second, words: two.quote(y.start, y.end), other: first,
      otherWords: one.quote(x.start, x.end))
  }

  /// The passages have enough in common, or name the same thing.
  private func isLike(
    _ first: CorpusPassage, _ second: CorpusPassage, _ likeness: PassageIndex.Likeness,
    isOneEvent: Bool
  ) -> Bool {
    if likeness.both >= 0.45 || (likeness.lesser >= 0.7 && likeness.shared >= 4) { return true }
    let one = first.facts(corpus)
    let two = second.facts(corpus)
    if likeness.lesser >= 0.35, likeness.shared >= 2,
      DatedEvent.shareName(one, first.unit, two, second.unit)
    {
      return true
    }
    return isOneEvent && likeness.shared >= 4
      && (likeness.lesser >= 0.55
        || (likeness.lesser >= 0.4
          && PassageScope.sharePhrase(one, first.unit, two, second.unit)))
  }

  // MARK: The two dates

  /// The only dates of two passages, or the only ones of one event, by their places in the lists of dates.
  private mutating func pair(
    _ first: CorpusPassage, _ second: CorpusPassage
  ) -> (Int, Int)? {
    let one = corpus.members[first.member].facts.dates(of: first.unit)
    let two = corpus.members[second.member].facts.dates(of: second.unit)
    let left = one.indices.filter { one[$0].year > 0 }
    let right = two.indices.filter { two[$0].year > 0 }
    // The other's date stands here too: both are known.
    for x in left
    where right.contains(where: { two[$0].first == one[x].first && two[$0].last == one[x].last }) {
      return nil
    }
    if left.count == 1, right.count == 1 { return (left[0], right[0]) }
    guard left.count <= 3, right.count <= 3 else { return nil }
    for event in [DatedEvent.start, .adoption, .release, .meeting, .end] {
      let mine = left.filter { self.event($0, first.member) == event }
      let theirs = right.filter { self.event($0, second.member) == event }
      if mine.count == 1, theirs.count == 1 { return (mine[0], theirs[0]) }
    }
    return nil
  }

  /// What happens on a date of a document.
  private mutating func event(_ date: Int, _ member: Int) -> DatedEvent? {
    if events[member][date] == Self.unknown {
      let facts = corpus.members[member].facts
      events[member][date] = DatedEvent.of(facts.dates[date], facts)?.rawValue ?? Self.none
    }
    return DatedEvent(rawValue: events[member][date])
  }

  /// In how much two dates differ. What one leaves open, a month or a day, cannot differ.
  private static func differences(_ x: DateFact, _ y: DateFact) -> Int {
    let hasMonths = x.month != 0 && y.month != 0
    let hasDays = hasMonths && x.day != 0 && y.day != 0
    return (x.year != y.year || x.isOtherSeason(than: y) ? 1 : 0)
      + (x.endYear != y.endYear && x.role.contains(.range) ? 1 : 0)
      + (hasMonths && x.month != y.month ? 1 : 0) + (hasDays && x.day != y.day ? 1 : 0)
      + (hasDays && x.endDay != y.endDay ? 1 : 0)
  }

  /// The sentence is about one event or plan, or promises one act: all numbers agree.
  private static func giveSameNumbers(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    let left = one.numbers(of: first).filter { $0.kind != .label }.map(\.value)
    let right = two.numbers(of: second).filter { $0.kind != .label }.map(\.value)
    return left.isEmpty || right.isEmpty || left == right
  }
}
