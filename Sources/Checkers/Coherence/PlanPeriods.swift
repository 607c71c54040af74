internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// When the national plan, and programs with a name, begin and end, as each document says.
struct PlanPeriods {
  private enum Subject: Hashable {
    case nationalPlan
    case named(UInt32)
  }

  private struct Statement {
    var passage: CorpusPassage
    var start: DateFact?
    var end: DateFact?
  }

  private static let mostStatements = 24

  static func conflicts(_ corpus: Corpus) -> [DateConflict] {
    var known: [Subject: [Statement]] = [:]
    var conflicts: [DateConflict] = []
    for member in corpus.members.indices {
      for (unit, dates) in UnitRuns(corpus.members[member].facts.dates) {
        guard let statement = statement(corpus, member, unit, dates) else { continue }
        guard let subject = subject(corpus, member, unit) else { continue }
        let others = known[subject, default: []]
        if let conflict = others.lazy.compactMap({ contradiction($0, statement, corpus) }).first,
          !others.contains(where: { isSame($0, statement) })
        {
          conflicts.append(conflict)
        }
        if others.count < mostStatements { known[subject, default: []].append(statement) }
      }
    }
    return conflicts
  }

  // MARK: Lengths

  struct WrongLength {
    var passage: CorpusPassage
    var other: CorpusPassage?
    var length: String
    var years: Int
    var period: String
  }

  private static let lasting: Stretches = [
    "-year plan", "year plan", "year national", "-year national", "years plan", "lasts", "runs for",
    "spans", "duration", "extends over", "covers", "stretches over", "is set for", "a term of",
    "dure ", "durée", "s’étend sur", "s'étend sur", "s’étale", "s'étale", "plan de ", "porte sur",
    "couvre",
  ]
  private static let otherSpans: Stretches = [
    "ago", "later", "every", "within", "review", "first ", "last ", "next ", "past ", "after",
    "before", "half", "midterm", "previous", "evaluation", "il y a", "plus tard", "chaque",
    "tous les", "premier", "première", "dernier", "dernière", "prochain", "après", "avant",
    "mi-parcours", "précédent", "évaluation", "additional", "another", "supplémentaire",
  ]

  /// "The plan lasts seven years." of a plan whose days or years make five.
  static func lengths(_ corpus: Corpus) -> [WrongLength] {
    let plans = corpus.members.indices.filter {
      corpus.members[$0].facts.kind == .nationalActionPlan
        && corpus.members[$0].years.count == 2
    }
    var wrong: [WrongLength] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for number in facts.numbers
      where number.kind == .duration && number.value >= 24 && number.value <= 240
        && number.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.shortTime))
        && number.value.truncatingRemainder(dividingBy: 12) == 0
      {
        let unit = Int(number.unit)
        let here = facts.units[unit]
        guard !here.isHeading, !here.isRow, !here.isTableHeader, facts.unit(unit, holds: lasting),
          !facts.unit(unit, holds: otherSpans), !DatedEvent.isExplained(facts, unit),
          subject(corpus, member, unit) == .nationalPlan,
          // The length of the sentence's own dates is looked at elsewhere.
          !facts.dates(of: unit).contains(where: { $0.role.contains(.range) })
        else { continue }
        let meant = plans.filter {
          corpus.mayShareTime($0, member)
            && corpus.members[$0].profile.language == corpus.members[member].profile.language
        }
        guard meant.count == 1, let plan = meant.first else { continue }
        let years = corpus.members[plan].years
        let span = years[1] - years[0]
        let length = Int(number.value) / 12
        guard span >= 2, length != span, length != span + 1 else { continue }
        wrong.append(
          WrongLength(
            passage: CorpusPassage(member: member, unit: unit),
            other: plan == member ? nil : passage(ofPeriod: plan, corpus),
            length: facts.quote(number.start, number.end), years: length,
            period: "\(years[0])–\(years[1])"))
      }
    }
    return wrong
  }

  /// The sentence, or the heading, with the period of a plan.
  private static func passage(ofPeriod member: Int, _ corpus: Corpus) -> CorpusPassage? {
    let facts = corpus.members[member].facts
    let years = corpus.members[member].years
    let date =
      facts.dates.first {
        Int($0.endYear) == years[1] && !facts.units[Int($0.unit)].isHeading
      } ?? facts.dates.first
    return date.map { CorpusPassage(member: member, unit: Int($0.unit)) }
  }

  // MARK: What a sentence says

  private static let verbs: Stretches = [
    "in force", "into force", "en vigueur", "runs ", "run from", "covers", "cover ", "applies",
    "takes effect", "lasts", "ends ", "expires", "spans", "is for", "remains", "couvre",
    "s’applique", "s'applique", "porte sur la période", "s’étend", "s'étend", "prend fin",
    "va de", "vise la période", "for the period", "pour la période", "period of", "in effect",
    "carried out", "mis en œuvre de", "est valable", "prend effet", "continues to", "through",
    "begins", "begin ", "starts", "commence", "débute", "se termine", "operates", "is funded",
  ]

  private static func statement(
    _ corpus: Corpus, _ member: Int, _ unit: Int, _ dates: ArraySlice<DateFact>
  ) -> Statement? {
    let facts = corpus.members[member].facts
    let here = facts.units[unit]
    guard !here.isHeading, !here.isRow, !here.isTableHeader, facts.unit(unit, holds: verbs),
      !DatedEvent.isExplained(facts, unit)
    else { return nil }
    let passage = CorpusPassage(member: member, unit: unit)
    let years = dates.filter { $0.year > 0 }
    if let range = years.first(where: { $0.role.contains(.range) && $0.endYear > $0.year + 1 }) {
      guard years.count(where: { $0.role.contains(.range) }) == 1 else { return nil }
      return Statement(passage: passage, start: range, end: range)
    }
    let points = years.filter { !$0.role.contains(.range) }
    guard points.count <= 3 else { return nil }
    for (one, two) in zip(points, points.dropFirst()) where two.last > one.last + 9_000 {
      let gap = " " + facts.quote(one.end, max(one.end, two.start)).lowercased()
      let isTied = [" to ", " until ", " au ", " à ", "jusqu", "through", "–", " and ", " et "]
        .contains { gap.contains($0) }
      guard gap.utf8.count <= 60, isTied else { continue }
      return Statement(passage: passage, start: one, end: two)
    }
    guard points.count == 1, let point = points.first else { return nil }
    switch DatedEvent.of(point, facts) {
    case .start where !point.role.contains(.ending):
      return Statement(passage: passage, start: point, end: nil)
    case .end: return Statement(passage: passage, start: nil, end: point)
    default:
      return point.role.contains(.ending)
        ? Statement(passage: passage, start: nil, end: point) : nil
    }
  }

  private static func subject(_ corpus: Corpus, _ member: Int, _ unit: Int) -> Subject? {
    let facts = corpus.members[member].facts
    let opening = facts.quote(
      facts.units[unit].textRange
        .lowerBound..<min(
          facts.units[unit].textRange.upperBound, facts.units[unit].textRange.lowerBound + 160)
    ).lowercased()
    guard !ofOthers.stand(in: opening) else { return nil }
    let isNational =
      opening.contains("national action plan") || opening.contains("plan d’action national")
      || opening.contains("plan d'action national") || opening.contains("c-nap")
    if isNational { return .nationalPlan }
    let saysPlan = [
      "this plan ", "the plan ", "le plan ", "le présent plan ", "ce plan ",
    ].contains { opening.hasPrefix($0) }
    let isAbout =
      facts.kind == .nationalActionPlan
      || (facts.kind == .programmePage && mentionsPlan(corpus.members[member]))
    if saysPlan || (isAbout && NamedSubject.opensWithPronoun(facts, unit)) {
      return isAbout ? .nationalPlan : nil
    }
    let names = NamedSubject.keys(facts, unit)
    return names.count == 1 ? .named(names[0]) : nil
  }

  private static let ofOthers: Stretches = [
    "implementation plan", "departmental plan", "plan de mise en œuvre", "plan ministériel",
    "previous plan", "next plan", "report", "rapport", "survey", "evaluation", "évaluation",
    "first plan", "second plan", "premier plan", "deuxième plan", "step", "étape", "phase",
    "commitment", "engagement",
  ]

  private static func mentionsPlan(_ member: Corpus.Member) -> Bool {
    guard let title = member.facts.title?.lowercased() ?? firstHeading(member.facts) else {
      return false
    }
    return title.contains("national action plan") || title.contains("plan d’action national")
      || title.contains("plan d'action national")
  }

  private static func firstHeading(_ facts: DocumentFacts) -> String? {
    facts.units.indices.first { facts.units[$0].isHeading }.map {
      facts.quote(ofUnit: $0).lowercased()
    }
  }

  // MARK: Setting two against each other

  private static func isSame(_ one: Statement, _ two: Statement) -> Bool {
    !differ(one.start, two.start, isEnd: false) && !differ(one.end, two.end, isEnd: true)
  }

  /// Whether two dates cannot be one, as far as both are told.
  private static func differ(_ one: DateFact?, _ two: DateFact?, isEnd: Bool) -> Bool {
    guard let one, let two else { return false }
    let (x, y) = (Int(isEnd ? one.endYear : one.year), Int(isEnd ? two.endYear : two.year))
    let isExact =
      one.month != 0 && two.month != 0 && !one.role.contains(.range) && !two.role.contains(.range)
    if isExact {
      return x != y || one.month != two.month
        || (one.day != 0 && two.day != 0 && one.day != two.day)
    }
    // "2025–26 to 2029–30" ends in the spring of 2030, and "2029" may mean its first months.
    if one.role.contains(.fiscal) != two.role.contains(.fiscal) { return abs(x - y) > 1 }
    return x != y
  }

  private static func contradiction(
    _ one: Statement, _ two: Statement, _ corpus: Corpus
  ) -> DateConflict? {
    guard one.passage != two.passage,
      !corpus.areTranslations(one.passage.member, two.passage.member), overlap(one, two, corpus)
    else { return nil }
    let first = one.passage.facts(corpus)
    let second = two.passage.facts(corpus)
    let isEnd = differ(one.end, two.end, isEnd: true)
    guard isEnd || differ(one.start, two.start, isEnd: false),
      let x = isEnd ? one.end : one.start, let y = isEnd ? two.end : two.start
    else { return nil }
    return DateConflict(
      passage: two.passage, words: second.quote(y.start, y.end), other: one.passage,
      otherWords: first.quote(x.start, x.end))
  }

  /// Two editions follow each other; two tellings of one period have most of it in common.
  private static func overlap(_ one: Statement, _ two: Statement, _ corpus: Corpus) -> Bool {
    func span(_ statement: Statement) -> (Int, Int)? {
      let years = corpus.members[statement.passage.member].years
      let first = statement.start.map { Int($0.year) } ?? years.first
      let last = statement.end.map { Int($0.endYear) } ?? years.last
      guard let first, let last, first <= last else { return nil }
      return (first, last)
    }
    guard corpus.mayShareTime(one.passage.member, two.passage.member) else { return false }
    guard let left = span(one), let right = span(two) else {
      return one.passage.member == two.passage.member
    }
    let shared = min(left.1, right.1) - max(left.0, right.0)
    return Double(shared) >= 0.6 * Double(max(1, max(left.1 - left.0, right.1 - right.0)))
  }
}
