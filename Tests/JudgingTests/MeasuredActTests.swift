import Judging
import RuleSets
import SourceText
import Testing

/// Figures, dates and owners that are the act themselves. Plans are for 2026–27.
@Suite struct MeasuredActTests {
  private func rung(
    _ text: String, _ requirement: String, _ language: Language = .english,
    kind: DocumentKind = .departmentalPlan
  ) throws -> Rung {
    try JudgingBench.outcome(
      of: text, language: language, requirement: requirement, kind: kind
    ).rung
  }

  @Test(arguments: [
    ("Forty women mediators will work abroad by 2029.", Language.english),
    ("The roster will hold 40 women mediators.", .english),
    ("Three houses for women mediators will open in Accra.", .english),
    ("Women mediators will have 30 of the 90 desks.", .english),
    ("Women mediators had 12% of desks in 2025; the aim is 30% by March 2029.", .english),
    ("The number of women mediators will rise from 11% to 18%.", .english),
    ("Women mediators will hold a third of the seats.", .english),
    ("Women mediators hold 88% of desks, short of the 95% set for March 2027.", .english),
    ("Le registre comptera 40 médiatrices.", .french),
    ("Les médiatrices auront leur place dans neuf camps.", .french),
    ("Les médiatrices tenaient 12 % des postes; la cible est de 30 %.", .french),
  ])
  func `a figure that is to be reached`(text: String, language: Language) throws {
    #expect(try rung(text, "m.target", language) == .resourced)
  }

  @Test(arguments: [
    ("The four ports will get a visit from women mediators.", Language.english),
    ("A council of twelve women mediators will read each draft.", .english),
    ("Women mediators will go with each contingent of more than 15 soldiers.", .english),
    ("Two hospitals will receive women mediators.", .english),
    ("Each quarter the desk will hear women mediators.", .english),
    ("Women mediators were 12% of the envoys.", .english),
    ("The share of women mediators has gone from 54% to 83%.", .english),
    ("Les deux ports recevront les médiatrices des cinq contingents.", .french),
    ("Un conseil de douze médiatrices lira chaque projet.", .french),
    ("La part des médiatrices est passée de 61 % à 78 %.", .french),
    ("On compte 38 % de médiatrices dans le corps entier.", .french),
  ])
  func `a figure that only describes`(text: String, language: Language) throws {
    #expect(try rung(text, "m.target", language) == .absent)
  }

  @Test(arguments: [
    ("A house for women mediators will open in April 2028.", Language.english),
    ("The house for women mediators opens in April 2028.", .english),
    ("Une maison pour médiatrices ouvre en avril 2028.", .french),
  ])
  func `a day that is to come`(text: String, language: Language) throws {
    #expect(try rung(text, "m.date", language) == .resourced)
  }

  @Test(arguments: [
    ("The house for women mediators will stay open until 2031.", Language.english),
    ("Between 2027 and 2031 women mediators will have a house.", .english),
    ("Women mediators have had a house since April 2026.", .english),
    ("Women mediators got a house in April 2026.", .english),
    ("Since the talks of June 2024 women mediators will have a house.", .english),
    ("Les médiatrices auront une maison jusqu’en 2031.", .french),
  ])
  func `a period or a past day`(text: String, language: Language) throws {
    #expect(try rung(text, "m.date", language) == .absent)
  }

  /// What was reached by a day of the past is a result, in a report too.
  @Test func `a past day sets no date in a report`() throws {
    let text = "The women mediators were sent home in August 2026."
    #expect(try rung(text, "m.date", kind: .progressReport) == .absent)
  }

  @Test(arguments: [
    ("The Peace Branch will look after women mediators.", Language.english),
    ("A fund run by the Security Desk will help women mediators.", .english),
    ("Our liaison officer in Accra will call women mediators.", .english),
    ("The women mediators’ file will fall to the Director of Peace.", .english),
    ("La Direction de la paix s’occupera des médiatrices.", .french),
    ("Le dossier des médiatrices sera confié à la Direction de la paix.", .french),
    ("Le Secteur de la paix répondra des médiatrices.", .french),
    ("The Peace Branch will:\n\n- look after women mediators;\n- paint the hall.", .english),
  ])
  func `a branch or post that answers`(text: String, language: Language) throws {
    #expect(try rung(text, "m.owner", language) >= .commitment)
  }

  @Test(arguments: [
    ("Women mediators will send their notes to the Integrity Office.", Language.english),
    ("Women mediators will meet with the Peace Branch.", .english),
    ("Women mediators will write a plan with the Office.", .english),
    ("The crews, not the Gender Bureau, will look after women mediators.", .english),
    ("Women mediators will sit with the Commissioner’s aide.", .english),
    ("Les médiatrices écriront à la Direction de la paix.", .french),
    ("Les médiatrices du Centre-Nord recevront une somme.", .french),
  ])
  func `a branch that is only named`(text: String, language: Language) throws {
    #expect(try rung(text, "m.owner", language) == .absent)
  }

  // MARK: Marks of another kind

  @Test(arguments: [
    ("We will fund women mediators of groups with budgets under $50,000.", Language.english),
    ("Nous financerons des médiatrices par des dons de moins de 20 000 $.", .french),
  ])
  func `a limit of something else is no amount`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .commitment, "\(outcome)")
  }

  @Test func `a day before the plan measures no promise`() throws {
    let text = "After the talks of June 2024 we will train women mediators."
    #expect(try JudgingBench.outcome(of: text).markers == [])
  }

  // MARK: A topic that another requirement brings

  @Test(arguments: [
    ("We will train women mediators in April 2028.", Rung.resourced),
    ("We may train women mediators in April 2028.", .resourced),
    ("We will not train women mediators in April 2028.", .absent),
    ("Women mediators meet in April 2028.", .absent),
    ("The flagship will sail in April 2028.", .resourced),
  ])
  func `an act brings its topic with it`(text: String, expected: Rung) throws {
    #expect(try rung(text, "m.dates-any") == expected)
  }

  @Test func `one act brings its topic to several requirements`() throws {
    // So many that what is found must move in memory again and again.
    let text = (1...300).map {
      "The Peace Branch will train \($0 + 2) women mediators in April 2028."
    }.joined(separator: "\n\n")
    #expect(try rung(text, "m.dates-any") == .resourced)
    #expect(try rung(text, "m.owners-any") == .resourced)
  }

  // MARK: Who acts stands before the colon

  @Test(arguments: [
    (
      "In 2027, the Peace Branch:\n\n- will train women mediators;\n", Language.english,
      Rung.commitment
    ),
    ("La Direction de la paix :\n\n- formera des médiatrices;\n", .french, .commitment),
    (
      "La Direction de la paix :\n\n- étudiera la possibilité de former des médiatrices;\n",
      .french, .intent
    ),
    ("La Direction de la paix :\n\n- ne formera pas de médiatrices;\n", .french, .absent),
  ])
  func `an item has its own verb where its lead-in only names who acts`(
    text: String, language: Language, rung: Rung
  ) throws {
    let found = try JudgingBench.outcome(of: text, language: language, requirement: "m.owner")
    #expect(min(found.rung, .commitment) == rung, "\(found)")
  }

  // MARK: Who leads, and who did it

  @Test(arguments: [
    (
      "The circle of women mediators is led by the Peace Branch.",
      Language.english
    ),
    ("The Peace Branch leads the circle of women mediators.", .english),
    ("Le cercle des médiatrices, que dirige la Direction de la paix, compte dix membres.", .french),
  ])
  func `who leads what exists owns it`(text: String, language: Language) throws {
    let found = try JudgingBench.outcome(of: text, language: language, requirement: "m.owner")
    #expect(found.rung >= .commitment, "\(found)")
  }

  @Test func `in a report who did it is its owner, in a plan not`() throws {
    let text = "The Peace Branch helped 30 women mediators."
    let report = try JudgingBench.outcome(of: text, requirement: "m.owner", kind: .progressReport)
    #expect(report.rung >= .commitment, "\(report)")
    #expect(try JudgingBench.outcome(of: text, requirement: "m.owner").rung == .absent)
  }

  @Test func `a target may name its own day`() throws {
    let table = """
      | Result | Baseline | Target |
      | --- | --- | --- |
      | Women mediators in post | 12 (2025) | 40 by March 2029 |
      """
    let found = try JudgingBench.outcome(of: table, requirement: "m.date")
    #expect(found.rung >= .commitment, "\(found)")
    let without = table.replacing("40 by March 2029", with: "40")
    #expect(try JudgingBench.outcome(of: without, requirement: "m.date").rung == .absent)
  }
}
