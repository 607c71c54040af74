internal import Checking
internal import Facts

extension Timeline {
  struct Conflict {
    enum Kind { case twoDates, length, order }
    var kind: Kind
    var passage: CorpusPassage
    var words: String
    var other: CorpusPassage
    var otherWords: String
    /// The length in years, for one that does not fit.
    var years = 0
  }

  /// How many moments with a word are remembered.
  private static let mostOfWord = 32

  func conflicts() -> [Conflict] {
    var byWord: [UInt32: [Int]] = [:]
    var found: [Conflict] = []
    var told: Set<Int> = []
    let isSure = moments.map { !isMoved($0) }
    for (index, moment) in moments.enumerated() where isSure[index] {
      var near: Set<Int> = []
      // What stands shortly before in the same section.
      var back = index - 1
      while back >= 0, index - back <= 6, moments[back].passage.member == moment.passage.member {
        near.insert(back)
        back -= 1
      }
      for word in moment.precise.joined() { near.formUnion(byWord[word] ?? []) }
      for word in moment.all where (byWord[word]?.count ?? 0) <= 8 {
        near.formUnion(byWord[word] ?? [])
      }
      for other in near.sorted()
      where other != index && isSure[other] && !told.contains(index) {
        guard !told.contains(other), let conflict = conflict(moments[other], moment) else {
          continue
        }
        found.append(conflict)
        told.insert(index)
      }
      for word in moment.all where (byWord[word]?.count ?? 0) < Self.mostOfWord {
        byWord[word, default: []].append(index)
      }
    }
    return found
  }

  // MARK: One thing

  /// Both speak of one thing: a description of one stands in what the other says, or one takes the other up.
  private func isOneThing(_ one: Moment, _ two: Moment) -> Bool {
    if one.passage == two.passage { return true }
    if one.names.count == 1, one.names == two.names, !areParts(one, two) { return true }
    if one.passage.member == two.passage.member, follows(one, two) { return true }
    guard one.passage.member != two.passage.member else {
      // "The program" of another section is another.
      let units = one.passage.facts(corpus).units
      let isNear = units[one.passage.unit].heading == units[two.passage.unit].heading
      return one.precise.contains { ($0.count >= 2 || isNear) && two.precise.contains($0) }
    }
    return one.precise.contains { describes($0, two) }
      || two.precise.contains { describes($0, one) }
  }

  /// One of the descriptions has much more than the name: a call of the fund, the house of the network.
  private func areParts(_ one: Moment, _ two: Moment) -> Bool {
    let (first, second) = (one.precise.first ?? [], two.precise.first ?? [])
    return first.symmetricDifference(second).count > 1
  }

  /// A description of two words or more that the other's own agrees with.
  private func describes(_ words: Set<UInt32>, _ other: Moment) -> Bool {
    guard words.count >= 2, words.count <= 7, words.isSubset(of: other.all) else { return false }
    return other.takesUp
      || other.precise.contains { $0.isSubset(of: words) || words.isSubset(of: $0) }
  }

  /// The second takes up, one or two sentences on, what the first names.
  private func follows(_ one: Moment, _ two: Moment) -> Bool {
    let facts = one.passage.facts(corpus)
    let (first, second) = (one.passage.unit, two.passage.unit)
    guard second > first, second - first <= 2,
      facts.units[first].block == facts.units[second].block
    else { return false }
    return two.takesUp
  }

  private func mayCompare(_ one: Moment, _ two: Moment) -> Bool {
    let (first, second) = (one.passage.member, two.passage.member)
    if first == second { return true }
    // What comes but once has one day, whatever years a document is about.
    let isOnce = one.kind == two.kind && (one.kind == .birth || one.kind == .appointment)
    return (isOnce || corpus.mayShareTime(first, second)) && !corpus.areTranslations(first, second)
      && !corpus.areEditions(first, second)
  }

  /// A sentence nearby says that a time was changed.
  private func isMoved(_ moment: Moment) -> Bool {
    let facts = moment.passage.facts(corpus)
    let unit = moment.passage.unit
    return (max(0, unit - 3)...min(facts.units.count - 1, unit + 3)).contains {
      facts.units[$0].block == facts.units[unit].block
        && (Lifetime.isLonger(facts, $0)
          || (abs($0 - unit) == 1 && facts.units[$0].flags.contains(.denies)
            && !facts.dates(of: $0).isEmpty))
    }
  }

  // MARK: What cannot be

  private func conflict(_ one: Moment, _ two: Moment) -> Conflict? {
    guard mayCompare(one, two) else { return nil }
    switch (one.kind, two.kind) {
    case (.birth, .birth), (.begin, .begin), (.appointment, .appointment):
      guard one.passage != two.passage, isOneThing(one, two) else { return nil }
      return apart(one, two, months: 0)
    case (.end, .end):
      guard one.passage != two.passage, isOneThing(one, two) else { return nil }
      return apart(one, two, months: 2)
    case (.birth, .end), (.begin, .end), (.appointment, .end): return lifetime(one, two)
    case (.end, .birth), (.end, .begin), (.end, .appointment): return lifetime(two, one)
    case (.birth, .nthYear), (.begin, .nthYear): return year(one, two)
    case (.nthYear, .birth), (.nthYear, .begin): return year(two, one)
    case (.term, .end): return term(one, two)
    case (.end, .term): return term(two, one)
    case (.end, .midterm), (.end, .final), (.begin, .final), (.birth, .final):
      return review(one, two)
    default: return nil
    }
  }

  private func months(_ day: Int) -> Int { day / 10000 * 12 + day / 100 % 100 - 1 }

  private func words(_ moment: Moment) -> String {
    moment.passage.facts(corpus).quote(moment.place)
  }

  private func conflict(_ kind: Conflict.Kind, _ one: Moment, _ two: Moment) -> Conflict {
    Conflict(
      kind: kind, passage: two.passage, words: words(two), other: one.passage,
      otherWords: words(one))
  }

  /// Two times for one event of which none can lie in the other.
  private func apart(_ one: Moment, _ two: Moment, months slack: Int) -> Conflict? {
    guard let x = one.date, let y = two.date else { return nil }
    // The other's day stands here too: both are known.
    let here = two.passage.facts(corpus).dates(of: two.passage.unit)
    let there = one.passage.facts(corpus).dates(of: one.passage.unit)
    if here.contains(where: { $0.first == x.first && $0.last == x.last })
      || there.contains(where: { $0.first == y.first && $0.last == y.last })
    {
      return nil
    }
    let (early, late) = x.last < y.last ? (x, y) : (y, x)
    guard late.first > early.last, months(late.first) - months(early.last) >= slack else {
      return nil
    }
    // A year alone may be a fiscal one.
    let isLoose = [early, late].contains { $0.month == 0 && $0.fromMonth == 0 }
    if isLoose, months(late.first) - months(early.last) <= 3 { return nil }
    return conflict(.twoDates, one, two)
  }

  /// It ended before it began.
  private func lifetime(_ start: Moment, _ end: Moment) -> Conflict? {
    guard let x = start.date, let y = end.date, y.last < x.first,
      start.passage.member == end.passage.member,
      start.passage == end.passage || follows(start, end) || follows(end, start)
    else { return nil }
    return conflict(.order, start, end)
  }

  /// "the fourth year of" what began the year before.
  private func year(_ start: Moment, _ nth: Moment) -> Conflict? {
    guard let x = start.date, let y = nth.date, isOneThing(start, nth) || names(start, nth) else {
      return nil
    }
    let most = Int(y.endYear) - Int(x.year) + 1
    let least = Int(y.year) - Int(x.year)
    guard most >= 1, nth.length > most || nth.length < least else { return nil }
    return conflict(.twoDates, start, nth)
  }

  /// What the year is of stands anywhere in the sentence.
  private func names(_ start: Moment, _ nth: Moment) -> Bool {
    start.precise.contains { $0.count >= 2 && $0.count <= 6 && $0.isSubset(of: nth.all) }
  }

  /// A length beside which, or of the same thing, a start is known, against an end elsewhere.
  private func term(_ length: Moment, _ end: Moment) -> Conflict? {
    guard isOneThing(length, end), let last = end.date,
      let start = start(of: length) ?? start(of: end), let first = start.date
    else { return nil }
    let made = months(first.first) + length.length
    let latest = months(first.last) + length.length
    let slack = first.month > 0 && last.month > 0 ? 6 : 12
    guard months(last.last) + 1 < made - slack || months(last.first) > latest + slack else {
      return nil
    }
    return Conflict(
      kind: .length, passage: end.passage, words: words(start) + "–" + words(end),
      other: length.passage, otherWords: words(length), years: length.length / 12)
  }

  /// The beginning told in the same sentence or just before.
  private func start(of moment: Moment) -> Moment? {
    // Moments stand in reading order: the first that is not before the two sentences in front.
    let (member, unit) = (moment.passage.member, moment.passage.unit)
    var low = 0
    var high = moments.count
    while low < high {
      let middle = (low + high) / 2
      let place = moments[middle].passage
      if (place.member, place.unit) < (member, unit - 2) { low = middle + 1 } else { high = middle }
    }
    return moments[low...].prefix {
      $0.passage.member == member && $0.passage.unit <= unit
    }.first {
      ($0.kind == .birth || $0.kind == .begin || $0.kind == .appointment) && isOneThing($0, moment)
    }
  }

  /// A review at half time after the end, or a last one before it.
  private func review(_ point: Moment, _ review: Moment) -> Conflict? {
    guard let day = point.date, let date = review.date,
      point.passage.member == review.passage.member
    else { return nil }
    let facts = point.passage.facts(corpus)
    let (first, second) = (point.passage.unit, review.passage.unit)
    guard second - first >= 0, second - first <= 2,
      facts.units[first].heading == facts.units[second].heading
    else { return nil }
    if review.kind == .midterm {
      guard date.first > day.last else { return nil }
    } else {
      guard date.last < day.first else { return nil }
    }
    return conflict(.order, point, review)
  }
}
