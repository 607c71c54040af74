import Judging
import RuleSets
import SourceText
import Testing

/// What measures or resources a commitment, and what only looks like it. Plans are for 2026–27.
@Suite struct MeasuresTests {
  private func markers(_ text: String, _ language: Language) throws -> [Marker] {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung >= .commitment, "\(text): \(outcome)")
    #expect(outcome.rung == (outcome.markers.isEmpty ? .commitment : .resourced))
    return outcome.markers
  }

  @Test(arguments: [
    ("We will fund women mediators with $12.5 million over five years.", [Marker.amount]),
    ("We will fund women mediators with $3M.", [.amount]),
    ("We will fund women mediators with $1,250,000 a year.", [.amount]),
    ("We will fund women mediators with 3 million dollars.", [.amount]),
    ("We will fund women mediators with 500,000 dollars.", [.amount]),
    ("We will hire 6 FTEs to support women mediators.", [.amount]),
    ("We will train women mediators by March 31, 2028.", [.date]),
    ("We will train women mediators by 2029.", [.date]),
    ("We will train women mediators by the end of 2028–29.", [.date]),
    ("We will train women mediators in the fall of 2028.", [.date]),
    ("As of April 1, 2028, we will train women mediators.", [.date]),
    ("We will train women mediators by June.", [.date]),
    ("We will train 40 women mediators.", [.target]),
    ("We will train twelve women mediators.", [.target]),
    ("We will train at least 30% of women mediators.", [.target]),
    ("We will train half of all women mediators.", [.target]),
    ("We will train women mediators, from a baseline set last year.", [.baseline]),
    ("The Peace Operations Branch will train women mediators.", [.owner]),
    ("The Assistant Deputy Minister, Peace, will fund women mediators.", [.owner]),
    ("We will train women mediators and track the number of agreements.", [.indicator]),
    ("We will train 40 women mediators by 2029 for $2 million.", [.amount, .date, .target]),
  ])
  func `English measures`(text: String, expected: [Marker]) throws {
    #expect(try markers(text, .english) == expected)
  }

  @Test(arguments: [
    ("Nous financerons des médiatrices à hauteur de 12,5 millions de dollars.", [Marker.amount]),
    ("Nous financerons des médiatrices avec 3 M$.", [.amount]),
    ("Nous financerons des médiatrices avec 1 250 000 $ par an.", [.amount]),
    ("Nous financerons des médiatrices avec 1\u{202F}250\u{202F}000\u{A0}$.", [.amount]),
    ("Nous embaucherons 6 ETP pour appuyer les médiatrices.", [.amount]),
    ("Nous formerons des médiatrices d’ici le 31 mars 2028.", [.date]),
    ("Nous formerons des médiatrices d’ici la fin de l’exercice 2028-2029.", [.date]),
    ("Nous formerons des médiatrices à l’automne 2028.", [.date]),
    ("À compter du 1er avril 2028, nous formerons des médiatrices.", [.date]),
    ("Nous formerons des médiatrices d’ici juin.", [.date]),
    ("Nous formerons 40 médiatrices.", [.target]),
    ("Nous formerons douze médiatrices.", [.target]),
    ("Nous formerons au moins 30 % des médiatrices.", [.target]),
    ("Nous formerons la moitié des médiatrices.", [.target]),
    ("La Direction générale de la paix formera des médiatrices.", [.owner]),
    ("Nous formerons des médiatrices et nous en suivrons le nombre d’accords.", [.indicator]),
  ])
  func `French measures`(text: String, expected: [Marker]) throws {
    #expect(try markers(text, .french) == expected)
  }

  @Test(arguments: [
    ("In 2026–27, we will train women mediators.", Language.english),
    ("In fiscal year 2026-2027, we will train women mediators.", .english),
    ("We will train women mediators within 72 hours.", .english),
    ("We will publish a call to women mediators within 30 days.", .english),
    ("Under Budget 2024, we will train women mediators.", .english),
    ("Under resolution 1325 (2000), we will train women mediators.", .english),
    ("Under action 4.2, we will train women mediators.", .english),
    ("Under section 12 of the plan, we will train women mediators.", .english),
    ("We will publish two reports on women mediators.", .english),
    ("We will fund three meetings of women mediators.", .english),
    ("We will hold two seats for and train women mediators.", .english),
    ("We will train women mediators one at a time.", .english),
    ("We will train women mediators in the Second Action Plan (2017–2022).", .english),
    ("A branch will train women mediators.", .english),
    ("Under the third action plan, we will train women mediators.", .english),
    ("Each quarter women’s missions will train women mediators.", .english),
    ("Selon le tiers parti, nous formerons des médiatrices.", .french),
    ("We will train women mediators in Ontario’s centre.", .english),
    ("En 2026-2027, nous formerons des médiatrices.", .french),
    ("Nous formerons des médiatrices dans les 72 heures.", .french),
    ("Dans le cadre du budget de 2024, nous formerons des médiatrices.", .french),
    ("Selon la résolution 1325 (2000), nous formerons des médiatrices.", .french),
    ("Selon la mesure 4.2, nous formerons des médiatrices.", .french),
    ("Nous publierons deux rapports sur les médiatrices.", .french),
    ("Nous financerons trois réunions de médiatrices.", .french),
  ])
  func `what only looks like a measure`(text: String, language: Language) throws {
    #expect(try markers(text, language) == [])
  }

  /// Another plan's year is a date, the same year in its own plan is not.
  @Test func `the plan's own year is a setting`() throws {
    let text = "In 2026–27, we will train women mediators."
    #expect(try JudgingBench.outcome(of: text, period: [2026, 2027]).markers == [])
    #expect(try JudgingBench.outcome(of: text, period: [2025, 2026]).markers == [.date])
  }

  @Test func `a measure in another sentence measures nothing here`() throws {
    let text = "We will train women mediators. The boats cost $2 million by 2029."
    #expect(try JudgingBench.outcome(of: text).rung == .commitment)
  }
}
