internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// When the national plan, and programs with a name, begin and end, as each document says.
struct PlanPeriods {
  struct Statement {
    var passage: CorpusPassage
    var start: DateFact?
    var end: DateFact?
    /// Last day that a start and a length make, as 20280331; 0 when the end is told.
    var derivedEnd = 0
  }

  private static let mostStatements = 24

  static func conflicts(_ corpus: Corpus) -> [DateConflict] {
    let titles = titles(corpus)
    let things = NamedThings(corpus)
    var known: [Subject: [Statement]] = [:]
    var conflicts: [DateConflict] = []
    for member in corpus.members.indices {
      for (unit, dates) in UnitRuns(corpus.members[member].facts.dates) {
        guard let statement = statement(corpus, member, unit, dates) else { continue }
        let subjects = subjects(corpus, member, unit, titles, things)
        var isTold = false
        for subject in subjects {
          let others = known[subject, default: []]
          if !isTold,
            let conflict = others.lazy.compactMap({ contradiction($0, statement, others, corpus) })
              .first
          {
            conflicts.append(conflict)
            isTold = true
          }
          if others.count < mostStatements { known[subject, default: []].append(statement) }
        }
      }
    }
    return conflicts
  }

  // MARK: What a sentence says

  private static let verbs: Stretches = [
    "in force", "into force", "en vigueur", "runs ", "run from", "covers", "cover ", "applies",
    "takes effect", "lasts", "ends ", "expires", "spans", "is for", "remains", "couvre",
    "s’applique", "s'applique", "porte sur la période", "s’étend", "s'étend", "prend fin",
    "va de", "vise la période", "for the period", "pour la période", "period of", "in effect",
    "carried out", "mis en œuvre de", "est valable", "prend effet", "continues to", "through",
    "begins", "begin ", "begun", "began", "starts", "started", "commence", "débute", "se termine",
    "operates", "is funded", "prendra fin", "prennent fin", "will end", "ended", "comes to",
    "came into", "entered into", "until", "jusqu", "runs", "lapse", "expire", "s’achève",
    "s'achève", "created", "founded", "came into being", "créé", "fondé", "launched", "inaugur",
    "unveiled", "lancé", "dévoilé", "kicked off", "set up",
    "lancement", "its launch", "its opening", "son ouverture", "sa création", "its creation",
    "à compter", "ouvert", "opened", "closes", "closed", "s’étale", "s'étale", "dure ",
  ]

  static func statement(
    _ corpus: Corpus, _ member: Int, _ unit: Int, _ dates: ArraySlice<DateFact>
  ) -> Statement? {
    let facts = corpus.members[member].facts
    let here = facts.units[unit]
    if here.isRow { return row(corpus, member, unit, dates) }
    guard !here.isHeading, !here.isTableHeader, facts.unit(unit, holds: verbs),
      !DatedEvent.isExplained(facts, unit)
    else { return nil }
    let passage = CorpusPassage(member: member, unit: unit)
    let years = dates.filter { $0.year > 0 }
    if let range = years.first(where: { $0.role.contains(.range) && $0.endYear > $0.year + 1 }) {
      guard years.count(where: { $0.role.contains(.range) }) == 1 else { return nil }
      return Statement(passage: passage, start: range, end: range)
    }
    // A fiscal year is a point here: "until the close of 2029–30".
    let points = years.filter { !$0.role.contains(.range) || $0.role.contains(.fiscal) }
    guard points.count <= 3 else { return nil }
    for (one, two) in zip(points, points.dropFirst()) where two.last > one.last + 9_000 {
      let gap = " " + facts.quote(one.end, max(one.end, two.start)).lowercased()
      let isTied = [" to ", " until ", " au ", " à ", "jusqu", "through", "–", " and ", " et "]
        .contains { gap.contains($0) }
      guard gap.utf8.count <= 60, isTied else { continue }
      return Statement(passage: passage, start: one, end: two)
    }
    guard points.count == 1, let point = points.first else { return nil }
    // "three years from April 1, 2025": the end follows.
    let lengths = facts.numbers(of: unit).filter {
      $0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value >= 12
        && $0.value.truncatingRemainder(dividingBy: 12) == 0
        && $0.qualifiers.isDisjoint(with: .loose)
    }
    if let length = lengths.count == 1 && facts.unit(unit, holds: lasting)
      ? lengths.first : lengthBeside(facts, unit, lengths), point.month > 0,
      DatedEvent.of(point, facts) == .start || point.role.contains(.since),
      !facts.unit(unit, holds: otherSpans)
    {
      return Statement(
        passage: passage, start: point, end: nil,
        derivedEnd: point.first + Int(length.value) / 12 * 10000)
    }
    switch DatedEvent.of(point, facts) {
    case .start where !point.role.contains(.ending):
      return Statement(passage: passage, start: point, end: nil)
    case .end: return Statement(passage: passage, start: nil, end: point)
    default:
      return point.role.contains(.ending)
        ? Statement(passage: passage, start: nil, end: point) : nil
    }
  }

  static let startTitles: Stretches = [
    "from", "start", "begin", "launch", "opening", "ouverture", "lancement", "in effect",
    "in force", "début", "en vigueur", "depuis", "entrée",
  ]
  static let endTitles: Stretches = [
    "end", "until", "expir", "close", " to ", "fin", "jusqu", "échéance", "termin", "complet",
    "closing", "due", "achèvement", "clôture", "fermeture",
  ]
  private static let spanned: Stretches = [
    "strateg", "stratég", "framework", "cadre", "plan", "program", "initiative", "fund", "fonds",
  ]

  /// A row that names a strategy or program, with columns for its start and its end.
  private static func row(
    _ corpus: Corpus, _ member: Int, _ unit: Int, _ dates: ArraySlice<DateFact>
  ) -> Statement? {
    let facts = corpus.members[member].facts
    let header = Int(facts.units[unit].context)
    guard header >= 0, facts.unit(header, holds: spanned) else { return nil }
    let titles = facts.cells(of: header)
    func date(_ words: Stretches, not others: Stretches) -> DateFact? {
      dates.first { date in
        let column = titles.startIndex + Int(date.column)
        return date.year > 0 && date.column > 0 && column < titles.endIndex
          && facts.range(titles[column].range, holds: words)
          && !facts.range(titles[column].range, holds: others)
      }
    }
    let end = date(endTitles, not: startTitles)
    guard let end else { return nil }
    return Statement(
      passage: CorpusPassage(member: member, unit: unit),
      start: date(startTitles, not: endTitles), end: end)
  }

  // MARK: Setting two against each other

  /// Both give the start, or the end, and it is one.
  private static func agree(_ one: Statement, _ two: Statement, onEnd isEnd: Bool) -> Bool {
    let (left, right) = isEnd ? (one.end, two.end) : (one.start, two.start)
    return left != nil && right != nil && !differ(left, right, isEnd: isEnd)
  }

  /// Whether two dates cannot be one, as far as both are told.
  private static func differ(_ one: DateFact?, _ two: DateFact?, isEnd: Bool) -> Bool {
    guard let one, let two else { return false }
    if one.isOtherSeason(than: two) { return true }
    let (x, y) = (Int(isEnd ? one.endYear : one.year), Int(isEnd ? two.endYear : two.year))
    let isExact =
      one.month != 0 && two.month != 0 && !one.role.contains(.range) && !two.role.contains(.range)
    if isExact {
      return x != y || one.month != two.month
        || (one.day != 0 && two.day != 0 && one.day != two.day)
    }
    // A day or month against the end, or start, of a fiscal year.
    let (dated, fiscal) = one.month != 0 ? (one, two) : (two, one)
    if dated.month != 0, !dated.role.contains(.range), fiscal.month == 0,
      fiscal.role.contains(.fiscal)
    {
      let day = isEnd ? dated.last : dated.first
      let limit = isEnd ? fiscal.last : fiscal.first
      let months =
        (day / 10000 - limit / 10000) * 12 + day / 100 % 100 - limit / 100 % 100
      return abs(months) > 3
    }
    // "2025–26 to 2029–30" ends in the spring of 2030, and "2029" may mean its first months.
    if one.role.contains(.fiscal) != two.role.contains(.fiscal) { return abs(x - y) > 1 }
    return x != y
  }

  private static func contradiction(
    _ one: Statement, _ two: Statement, _ others: [Statement], _ corpus: Corpus
  ) -> DateConflict? {
    guard one.passage != two.passage,
      !corpus.areTranslations(one.passage.member, two.passage.member), overlap(one, two, corpus)
    else { return nil }
    let first = one.passage.facts(corpus)
    let second = two.passage.facts(corpus)
    if let conflict = derived(one, two, corpus) ?? derived(two, one, corpus) { return conflict }
    let isEnd = differ(one.end, two.end, isEnd: true)
    guard isEnd || differ(one.start, two.start, isEnd: false),
      // What some other passage says too is known to whoever says it.
      !others.contains(where: { agree($0, two, onEnd: isEnd) }),
      let x = isEnd ? one.end : one.start, let y = isEnd ? two.end : two.start
    else { return nil }
    return DateConflict(
      passage: two.passage, words: second.quote(y.start, y.end), other: one.passage,
      otherWords: first.quote(x.start, x.end))
  }

  /// A start with a length, and an end that is half a year or more from what they make.
  private static func derived(
    _ one: Statement, _ two: Statement, _ corpus: Corpus
  ) -> DateConflict? {
    guard one.derivedEnd > 0, let start = one.start, let end = two.end,
      !end.role.contains(.range) || end.role.contains(.fiscal)
    else { return nil }
    let months =
      (end.last / 10000 - one.derivedEnd / 10000) * 12 + end.last / 100 % 100
      - one.derivedEnd / 100 % 100
    guard abs(months) > 6 else { return nil }
    let told = one.passage.facts(corpus)
    let unit = one.passage.unit
    let numbers = [unit, unit - 1, unit + 1].filter { told.units.indices.contains($0) }
      .flatMap { told.numbers(of: $0) }.filter { $0.kind == .duration }
    let length = numbers.first.map { told.quote($0.start, $0.end) + " – " } ?? ""
    return DateConflict(
      passage: two.passage, words: two.passage.facts(corpus).quote(end.start, end.end),
      other: one.passage, otherWords: length + told.quote(start.start, start.end))
  }

  private static let once: Stretches = [
    "lancement", "its launch", "its opening", "son ouverture", "sa création", "its creation",
    "launched", "inaugur", "unveiled", "was established", "was created", "was founded", "set up",
    "lancé", "dévoilé", "créé", "fondé", "vu le jour", "mis sur pied", "mise sur pied",
    "opened", "a ouvert", "ouverte en", "ouvert en", "came into being", "kicked off", "signed",
    "signé", "came into force", "entered into force", "est entré en vigueur",
    "est entrée en vigueur",
  ]

  /// True for a beginning that comes but once.
  private static func isOnce(_ statement: Statement, _ corpus: Corpus) -> Bool {
    let facts = statement.passage.facts(corpus)
    return facts.unit(statement.passage.unit, holds: once)
      && facts.units[statement.passage.unit].flags.isDisjoint(with: .yearly)
  }

  /// Two editions follow each other; two tellings of one period have most of it in common.
  private static func overlap(_ one: Statement, _ two: Statement, _ corpus: Corpus) -> Bool {
    func span(_ statement: Statement) -> (Int, Int)? {
      let years = corpus.members[statement.passage.member].years
      let first = statement.start.map { Int($0.year) } ?? years.first
      let last =
        statement.end.map { Int($0.endYear) }
        ?? (statement.derivedEnd > 0 ? statement.derivedEnd / 10000 : years.last)
      guard let first, let last, first <= last else { return nil }
      return (first, last)
    }
    guard corpus.mayShareTime(one.passage.member, two.passage.member) else { return false }
    if one.end == nil, two.end == nil, isOnce(one, corpus), isOnce(two, corpus) { return true }
    guard let left = span(one), let right = span(two) else {
      return one.passage.member == two.passage.member
    }
    let shared = min(left.1, right.1) - max(left.0, right.0)
    return Double(shared) >= 0.6 * Double(max(1, max(left.1 - left.0, right.1 - right.0)))
  }
}
