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

  /// "The plan lasts seven years." of a plan whose days or years make five.
  static func lengths(_ corpus: Corpus) -> [WrongLength] {
    let plans = corpus.members.indices.filter {
      corpus.members[$0].facts.kind == .nationalActionPlan
        && corpus.members[$0].years.count == 2
    }
    let titles = titles(corpus)
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
          subject(corpus, member, unit, titles) == .nationalPlan,
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
}
