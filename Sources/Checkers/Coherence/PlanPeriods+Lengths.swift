internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// How long a plan is said to last.
extension PlanPeriods {
  struct WrongLength {
    var passage: CorpusPassage
    var other: CorpusPassage?
    var length: String
    var years: Int
    var period: String
  }

  static let lasting: Stretches = [
    "-year plan", "year plan", "year national", "-year national", "years plan", "lasts", "runs for",
    "spans", "duration", "extends over", "covers", "stretches over", "is set for", "a term of",
    "dure ", "durée", "s’étend sur", "s'étend sur", "s’étale", "s'étale", "plan de ", "porte sur",
    "couvre",
  ]
  static let otherSpans: Stretches = [
    "ago", "later", "every", "within", "review", "first ", "last ", "next ", "past ", "after",
    "before", "half", "midterm", "previous", "evaluation", "il y a", "plus tard", "chaque",
    "tous les", "premier", "première", "dernier", "dernière", "prochain", "après", "avant",
    "mi-parcours", "précédent", "évaluation", "additional", "another", "supplémentaire",
  ]

  /// What stands right in front of a length that something takes.
  private static let taking: Stretches = [
    " over ", " for ", " sur ", " pendant ", " durant ", " last", "lasting", " dure", " runs ",
    " spans ", " a ", " of ", " de ", " is ", " pour ",
  ]

  /// "The plan lasts seven years." of a plan whose days or years make five.
  static func lengths(_ corpus: Corpus) -> [WrongLength] {
    let plans = corpus.members.indices.filter {
      corpus.members[$0].facts.kind == .nationalActionPlan
        && corpus.members[$0].years.count == 2
    }
    let titles = titles(corpus)
    var wrong: [WrongLength] = []
    var told: [(length: NumberFact, passage: CorpusPassage, subject: Subject)] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for number in facts.numbers
      where number.kind == .duration && number.value >= 24 && number.value <= 240
        && number.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.shortTime))
        && number.value.truncatingRemainder(dividingBy: 12) == 0
      {
        let unit = Int(number.unit)
        let here = facts.units[unit]
        guard !here.isHeading, !here.isRow, !here.isTableHeader,
          facts.unit(unit, holds: lasting) || isTaken(facts, number),
          !facts.unit(unit, holds: otherSpans), !DatedEvent.isExplained(facts, unit),
          // The length of the sentence's own dates is looked at elsewhere.
          !facts.dates(of: unit).contains(where: { $0.role.contains(.range) }),
          let subject = subject(corpus, member, unit, titles)
        else { continue }
        guard subject == .nationalPlan else {
          told.append((number, CorpusPassage(member: member, unit: unit), subject))
          continue
        }
        let meant = plans.filter {
          corpus.mayShareTime($0, member)
            && corpus.members[$0].profile.language == corpus.members[member].profile.language
        }
        guard meant.count == 1, let plan = meant.first, facts.unit(unit, holds: lasting) else {
          continue
        }
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
    return wrong + ofOthers(told, titles, corpus)
  }

  /// The length that the sentence before or behind gives to what a sentence begins: "X is a three-year pilot. It
  /// opened on …"
  static func lengthBeside(
    _ facts: DocumentFacts, _ unit: Int, _ own: [NumberFact]
  ) -> NumberFact? {
    guard own.isEmpty else { return nil }
    for other in [unit - 1, unit + 1]
    where facts.units.indices.contains(other)
      && facts.units[other].block == facts.units[unit].block
      && facts.dates(of: other).isEmpty && !facts.unit(other, holds: otherSpans)
      && !Lifetime.isLonger(facts, other)
    {
      let lengths = facts.numbers(of: other).filter { $0.kind == .duration }
      guard lengths.count == 1, let length = lengths.first, length.value >= 12,
        !length.qualifiers.contains(.shortTime), length.qualifiers.isDisjoint(with: .loose),
        length.value.truncatingRemainder(dividingBy: 12) == 0, isTaken(facts, length)
      else { continue }
      return length
    }
    return nil
  }

  /// « échelonnée sur quatre ans », "runs for four years".
  private static func isTaken(_ facts: DocumentFacts, _ length: NumberFact) -> Bool {
    let start = max(Int(facts.units[Int(length.unit)].textStart), Int(length.start) - 10)
    return facts.range(start..<Int(length.start), holds: taking)
  }

  /// Lengths of strategies and programs whose start and end are told in another sentence.
  private static func ofOthers(
    _ told: [(length: NumberFact, passage: CorpusPassage, subject: Subject)], _ titles: Titles,
    _ corpus: Corpus
  ) -> [WrongLength] {
    guard !told.isEmpty else { return [] }
    let wanted = Set(told.map(\.subject))
    var periods: [Subject: [(passage: CorpusPassage, start: DateFact, end: DateFact)]] = [:]
    for member in corpus.members.indices {
      for (unit, dates) in UnitRuns(corpus.members[member].facts.dates) {
        guard let statement = statement(corpus, member, unit, dates),
          let start = statement.start, let end = statement.end,
          let subject = subject(corpus, member, unit, titles), wanted.contains(subject)
        else { continue }
        periods[subject, default: []].append((statement.passage, start, end))
      }
    }
    return told.compactMap { length, passage, subject in
      let known = periods[subject, default: []].filter {
        $0.passage != passage && corpus.mayShareTime($0.passage.member, passage.member)
          && !corpus.areTranslations($0.passage.member, passage.member)
      }
      let years = Int(length.value) / 12
      let fits = known.contains { period in
        let months =
          (period.end.last / 10000 - period.start.first / 10000) * 12
          + (period.end.last / 100 % 100 - period.start.first / 100 % 100) + 1
        return abs(months - Int(length.value)) <= 7
          || Int(period.end.endYear) - Int(period.start.year) == years
      }
      guard let period = known.first, !fits else { return nil }
      let facts = passage.facts(corpus)
      let there = period.passage.facts(corpus)
      let start = there.quote(period.start.start, period.start.end)
      let end = there.quote(period.end.start, period.end.end)
      return WrongLength(
        passage: passage, other: period.passage,
        length: facts.quote(length.start, length.end), years: years,
        period: period.start == period.end ? start : start + "–" + end)
    }
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
}
