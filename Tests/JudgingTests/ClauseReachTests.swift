import Judging
import RuleSets
import SourceText
import Testing

/// How far a governing word, a denial or a condition reaches.
@Suite struct ClauseReachTests {
  // MARK: Governing words

  @Test(arguments: [
    (
      "The heat may tire the crews, so the Department will train women mediators.", Language.english
    ),
    ("L’équipe compte ses juristes et le Ministère formera des médiatrices.", .french),
    ("Par « relève », on entend la suite; le Ministère formera des médiatrices.", .french),
    ("Le Ministère entend :\n\n- former des médiatrices dans chaque port;", .french),
    ("The Department has set aside room and will train women mediators.", .english),
    ("We will train women mediators, since the long tour has shut out parents.", .english),
  ])
  func `a soft or past word of another clause`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .commitment)
  }

  @Test(arguments: [
    ("Nous comptons former des médiatrices.", Language.french),
    ("Le Ministère entend former des médiatrices.", .french),
    ("We aim for a review of women mediators.", .english),
  ])
  func `a plan that only aims`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .intent)
  }

  @Test(arguments: [
    ("Our core work is to support women mediators.", Language.english),
    ("The purpose of the fund is to support women mediators.", .english),
    ("En fin de compte publier protège les médiatrices.", .french),
    ("Au Sierra Leone, publier protège les médiatrices.", .french),
  ])
  func `what work is for promises nothing`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .mention)
  }

  @Test(arguments: [
    "Nobody may deploy women mediators without a nurse.",
    "No envoy may hire women mediators before a check.",
  ])
  func `what nobody may do without something binds`(text: String) throws {
    #expect(try JudgingBench.outcome(of: text).rung == .commitment)
  }

  // MARK: Denials

  @Test(arguments: [
    ("In May we will stop, look back and review the women mediators.", Language.english),
    ("We will train women mediators so that girls are no longer alone.", .english),
    ("We will support women mediators, and not the office, in each port.", .english),
    ("Nous formerons des médiatrices pour que les filles ne soient plus seules.", .french),
    ("Funding women mediators will go on and no longer hangs on a vote.", .english),
  ])
  func `what ends is something else`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .commitment)
  }

  @Test(arguments: [
    ("Support for women mediators will be suspended.", Language.english),
    ("The review of women mediators has been deferred to 2030 and will not be held.", .english),
    ("We have chosen not to train women mediators.", .english),
    ("The Department has stopped support for women mediators.", .english),
    ("Le Ministère refuse de former des médiatrices.", .french),
    ("Le Ministère cesse de financer les médiatrices.", .french),
    ("L’appui aux médiatrices a été retiré.", .french),
  ])
  func `what was given up is denied`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .absent, "\(outcome)")
  }

  // MARK: Conditions

  @Test(arguments: [
    ("We will train women mediators; if funds allow, we will paint the hall.", Language.english),
    ("We will train women mediators in a one-day course.", .english),
    ("We will fund talks only if women mediators take part.", .english),
    ("Support for women mediators will no longer depend on yearly votes.", .english),
    ("Nous formerons des médiatrices; si le budget le permet, nous peindrons la salle.", .french),
  ])
  func `a condition on something else`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung >= .commitment, "\(outcome)")
  }

  @Test func `money is waited for even with only`() throws {
    let text = "We will train women mediators only if funds allow."
    #expect(try JudgingBench.outcome(of: text).rung == .intent)
  }

  // MARK: Rows

  /// A row whose figures are all open says nothing yet.
  @Test func `an open row`() throws {
    let text = """
      | Result | Baseline | Target | Date |
      | --- | --- | --- | --- |
      | Train women mediators | To be determined | TBD | To be set |
      """
    let outcome = try JudgingBench.outcome(of: text)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .placeholder)
  }
}
