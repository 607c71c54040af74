internal import Facts
internal import SourceText

/// How often something is done, as English and French say it without a number that could be compared.
enum Frequency: CaseIterable {
  case daily
  case weekly
  case monthly
  case quarterly
  case twiceYearly
  case threeTimesYearly
  case yearly
  case everyTwoYears
  case everyThreeYears

  /// The one frequency that a unit names, with its words; `nil` when it names none or several.
  static func of(_ facts: DocumentFacts, _ unit: Int) -> (frequency: Frequency, words: String)? {
    let table = facts.units[unit].language == .french ? french : english
    let range = facts.units[unit].textRange
    var found: (frequency: Frequency, words: String)?
    var start = range.lowerBound
    while start < range.upperBound,
      let match = table.stretches.first(in: facts.text, start..<range.upperBound)
    {
      let frequency = table.classes[match.index]
      if let known = found, known.frequency != frequency { return nil }
      // What the words hold is not read again.
      found = found ?? (frequency, table.words[match.index])
      start = match.end
    }
    return found
  }

  private static let english = table([
    (.daily, ["every day", "each day", "daily"]),
    (.weekly, ["every week", "each week", "weekly"]),
    (.monthly, ["every month", "each month", "monthly"]),
    (.quarterly, ["every quarter", "each quarter", "quarterly", "every three months"]),
    (
      .twiceYearly,
      [
        "twice a year", "twice yearly", "twice each year", "two times a year", "every six months",
        "semi-annual", "half-yearly", "biannual",
      ]
    ),
    (.threeTimesYearly, ["three times a year", "three times each year", "every four months"]),
    (.everyTwoYears, ["every two years", "every second year", "every other year", "biennial"]),
    (.everyThreeYears, ["every three years", "every third year", "triennial"]),
    (.yearly, ["every year", "each year", "once a year", "yearly", "annually", "per year"]),
  ])

  private static let french = table([
    (.daily, ["chaque jour", "tous les jours", "quotidien"]),
    (.weekly, ["chaque semaine", "toutes les semaines", "hebdomadaire"]),
    (.monthly, ["chaque mois", "tous les mois", "mensuel"]),
    (
      .quarterly, ["chaque trimestre", "tous les trimestres", "trimestriel", "tous les trois mois"]
    ),
    (
      .twiceYearly,
      [
        "deux fois par an", "deux fois chaque année", "deux fois l’an", "deux fois l'an",
        "tous les six mois", "semestriel",
        "chaque semestre",
      ]
    ),
    (
      .threeTimesYearly,
      [
        "trois fois par an", "trois fois chaque année", "trois fois l’an", "trois fois l'an",
        "tous les quatre mois",
      ]
    ),
    (.everyTwoYears, ["tous les deux ans", "aux deux ans", "bisannuel", "une année sur deux"]),
    (.everyThreeYears, ["tous les trois ans", "aux trois ans", "triennal"]),
    (
      .yearly,
      [
        "chaque année", "tous les ans", "une fois par an", "une fois l’an", "une fois l'an",
        "annuellement", "par année", "par an",
      ]
    ),
  ])

  private struct Table {
    var stretches: Stretches
    var words: [String]
    /// For each of the words.
    var classes: [Frequency]
  }

  private static func table(_ words: [(Frequency, [String])]) -> Table {
    Table(
      stretches: Stretches(words.flatMap(\.1)), words: words.flatMap(\.1),
      classes: words.flatMap { entry in entry.1.map { _ in entry.0 } })
  }
}
