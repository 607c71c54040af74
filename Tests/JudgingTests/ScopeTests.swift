import Judging
import RuleSets
import SourceText
import Testing

/// What denies, conditions, softens or lends to others.
@Suite struct ScopeTests {
  // MARK: Negation

  @Test(arguments: [
    "The Department will not train women mediators.",
    "The Department will no longer fund women mediators.",
    "The Department will never train women mediators.",
    "The Department cannot fund women mediators.",
    "The Department won’t train women mediators.",
    "We do not plan to train women mediators.",
    "We have no plans to train women mediators.",
    "Women mediators will not be trained.",
    "Women mediators will no longer be funded.",
    "The Department declined to fund women mediators.",
    "No funding for women mediators will be published.",
    "No women mediators will be trained.",
    "None of the women mediators will be hired.",
    "The Department must not hire women mediators.",
    "The training of women mediators will be discontinued.",
  ])
  func `a denied act is no evidence`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .negation)
  }

  @Test(arguments: [
    (
      "The Department will discontinue violence prevention training of women mediators.",
      Language.english
    ),
    ("The training of women mediators was cancelled because of abuse at the centre.", .english),
    ("Le Ministère mettra fin à la formation sur la violence des médiatrices.", .french),
  ])
  func `a harm that is only spoken of lifts no denial`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .absent)
  }

  @Test func `a role that was played is no intent`() throws {
    let text = "Le Ministère a joué un rôle pour former des médiatrices."
    #expect(try JudgingBench.outcome(of: text, language: .french).rung < .intent)
  }

  @Test(arguments: [
    "Le Ministère ne formera pas de médiatrices.",
    "Le Ministère ne formera plus de médiatrices.",
    "Le Ministère ne financera jamais de médiatrices.",
    "Nous n’embaucherons pas de médiatrices.",
    "Le Ministère ne s’engage pas à former des médiatrices.",
    "Le Ministère ne va pas financer de médiatrices.",
    "Le Ministère ne prévoit pas former de médiatrices.",
    "Aucune médiatrice ne sera formée.",
    "Des médiatrices ne seront pas embauchées.",
    "Le Ministère ne pourra pas financer de médiatrices.",
  ])
  func `a denied act is no evidence in French`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text, language: .french)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .negation)
  }

  @Test(arguments: [
    (
      "The Department will train women mediators and will end discrimination in talks.",
      Language.english
    ),
    ("The Department will end the abuse of women mediators and train them.", .english),
    ("The Department will not only train women mediators but also pay them.", .english),
    ("The Department will train women mediators, not just men.", .english),
    ("The Department will train women mediators whether or not they speak French.", .english),
    ("The Department will train women mediators no later than the others.", .english),
    ("No matter what it takes, we will train women mediators.", .english),
    ("Le Ministère ne formera que des médiatrices.", .french),
    ("Le Ministère formera non seulement des médiatrices, mais aussi leurs adjointes.", .french),
    ("Le Ministère ne manquera pas de former des médiatrices.", .french),
    ("Le Ministère formera sans délai des médiatrices.", .french),
    ("Le Ministère formera des médiatrices d’organisations non gouvernementales.", .french),
  ])
  func `what looks like a denial and is none`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .commitment)
  }

  @Test(arguments: [
    ("The Department will train women mediators, but it will not pay them.", Language.english),
    ("Although it does not hire them, the Department will train women mediators.", .english),
    ("Le Ministère formera des médiatrices, mais il ne les paiera pas.", .french),
  ])
  func `a denial in another clause denies nothing here`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .commitment)
  }

  // MARK: Condition

  @Test(arguments: [
    ("If funds allow, the Department will train women mediators.", Language.english),
    ("Subject to approval, the Department will train women mediators.", .english),
    ("The Department will train women mediators, subject to funding.", .english),
    ("The Department will train women mediators provided that Parliament agrees.", .english),
    ("Pending a decision, the Department will train women mediators.", .english),
    ("The Department will train women mediators as resources permit.", .english),
    ("The Department will train women mediators unless the budget is cut.", .english),
    ("Over time, the Department will train women mediators.", .english),
    ("Sous réserve de l’approbation, le Ministère formera des médiatrices.", .french),
    ("Si le budget le permet, le Ministère formera des médiatrices.", .french),
    ("S’il obtient les fonds, le Ministère formera des médiatrices.", .french),
    ("Le Ministère formera des médiatrices à condition que le budget soit adopté.", .french),
    ("Le Ministère formera des médiatrices selon les ressources disponibles.", .french),
    ("À terme, le Ministère formera des médiatrices.", .french),
  ])
  func `a condition leaves an intent`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .intent)
    #expect(outcome.rests(on: .condition))
  }

  @Test(arguments: [
    ("The Department will train women mediators and their staff, if any.", Language.english),
    ("Even if costs rise, the Department will train women mediators.", .english),
    ("Même si les coûts augmentent, le Ministère formera des médiatrices.", .french),
    (
      "Le Ministère formera des médiatrices et leur demandera d’indiquer si le cours leur a servi.",
      .french
    ),
    ("We will train women mediators and record if the course helped.", .english),
  ])
  func `what looks like a condition and is none`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .commitment)
  }

  @Test func `a condition does not lift an intent, nor lower it further`() throws {
    let outcome = try JudgingBench.outcome(of: "Subject to funding, we may train women mediators.")
    #expect(outcome.rung == .intent)
  }

  // MARK: Hedge

  @Test(arguments: [
    (
      "Where appropriate, the Department will train women mediators.", Language.english, Rung.intent
    ),
    ("The Department will train women mediators as needed.", .english, .intent),
    ("The Department will, to the extent possible, train women mediators.", .english, .intent),
    ("The Department will train women mediators if possible.", .english, .intent),
    ("The Department aims to train women mediators where possible.", .english, .mention),
    ("Le Ministère formera des médiatrices au besoin.", .french, .intent),
    ("S’il y a lieu, le Ministère formera des médiatrices.", .french, .intent),
    ("Le Ministère formera des médiatrices dans la mesure du possible.", .french, .intent),
    ("Le cas échéant, le Ministère vise à former des médiatrices.", .french, .mention),
  ])
  func `a hedge takes one rung`(text: String, language: Language, rung: Rung) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == rung)
    #expect(outcome.rests(on: .hedge))
  }

  @Test func `a hedged act is not lifted by a date`() throws {
    let outcome = try JudgingBench.outcome(
      of: "Where appropriate, the Department will train 40 women mediators by March 31, 2029.")
    #expect(outcome.rung == .intent)
    #expect(outcome.markers == [])
  }

  // MARK: Others

  @Test(arguments: [
    ("The United Nations will train women mediators.", Language.english),
    ("Partners will fund women mediators.", .english),
    ("The European Union will fund women mediators.", .english),
    ("Other departments will train women mediators.", .english),
    ("Civil society organizations will train women mediators.", .english),
    ("Les Nations Unies formeront des médiatrices.", .french),
    ("Nos partenaires financeront des médiatrices.", .french),
    ("L’Union européenne financera des médiatrices.", .french),
  ])
  func `someone else's promise is no evidence`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .otherActor)
  }

  @Test(arguments: [
    ("With its partners, the Department will train women mediators.", Language.english),
    ("The Department and the United Nations will train women mediators.", .english),
    ("The Department will fund partners that train women mediators.", .english),
    ("Avec l’ONU, le Ministère formera des médiatrices.", .french),
  ])
  func `an act done together is the department's`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .commitment)
  }

  @Test(arguments: [
    ("The committee recommended that the Department train women mediators.", Language.english),
    ("Civil society called for funding to train women mediators.", .english),
    ("Advocates urged the Department to train women mediators.", .english),
    ("Many said that the Department will train women mediators.", .english),
    ("Le comité a recommandé de former des médiatrices.", .french),
    ("Des groupes ont demandé que le Ministère forme des médiatrices.", .french),
  ])
  func `what others ask for is no evidence`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .attribution)
  }

  @Test func `asking is the department's own act`() throws {
    let text = "Our delegation will ask for a vote to fund women mediators."
    #expect(try JudgingBench.outcome(of: text).rung == .commitment)
  }

  // MARK: Quotation

  @Test(arguments: [
    ("A partner wrote: “The Department will train women mediators.”", Language.english),
    ("The sign reads \"we will train women mediators\" in red.", .english),
    ("> The Department will train women mediators.", .english),
    ("On y lit : « Le Ministère formera des médiatrices. »", .french),
    ("> Le Ministère formera des médiatrices.", .french),
  ])
  func `quoted words are no evidence`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .quotation)
  }

  @Test func `a quoted title in a sentence of one's own quotes only the title`() throws {
    let text = "Under “Paths to Peace” the Department will train women mediators."
    #expect(try JudgingBench.outcome(of: text).rung == .commitment)
  }

  // MARK: Tense

  private static let pastSentences: [(String, Language)] = [
    ("The Department trained women mediators.", .english),
    ("In 2024 we have funded women mediators.", .english),
    ("Women mediators were trained.", .english),
    ("The Department has hired women mediators.", .english),
    ("Le Ministère a formé des médiatrices.", .french),
    ("Des médiatrices ont été embauchées.", .french),
    ("Nous avons financé des médiatrices.", .french),
  ]

  @Test(arguments: pastSentences)
  func `a past result in a plan is no evidence`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .pastResult)
  }

  @Test(arguments: pastSentences)
  func `in a report on the past it is what was promised`(text: String, language: Language) throws {
    for kind in [DocumentKind.progressReport, .resultsReport] {
      let outcome = try JudgingBench.outcome(of: text, language: language, kind: kind)
      #expect(outcome.rung >= .commitment)
      #expect(outcome.rests(on: .pastTense))
    }
  }

  @Test(arguments: pastSentences)
  func `a requirement that looks back takes it in a plan too`(text: String, language: Language)
    throws
  {
    let outcome = try JudgingBench.outcome(of: text, language: language, requirement: "m.past")
    #expect(outcome.rung >= .commitment)
  }
}
