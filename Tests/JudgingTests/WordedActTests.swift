import Judging
import RuleSets
import SourceText
import Testing

/// Wordings whose sense hangs on more than the nearest word. All sentences are our own, for illustration.
@Suite struct WordedActTests {
  private func outcome(
    _ text: String, _ language: Language, _ requirement: String = "m.act",
    kind: DocumentKind = .departmentalPlan, department: String? = nil
  ) throws -> JudgingBench.Outcome {
    try JudgingBench.outcome(
      of: text, language: language, requirement: requirement, kind: kind, department: department)
  }

  // MARK: Everyone's plan

  @Test(arguments: [
    ("All partners will train women mediators.", Language.english),
    ("Each partner will publish a list of women mediators.", .english),
    ("All federal partners will fund women mediators.", .english),
    ("Every department will train women mediators.", .english),
    ("Tous les partenaires formeront des médiatrices.", .french),
    ("Chaque partenaire publiera une liste de médiatrices.", .french),
    ("Chaque ministère formera des médiatrices.", .french),
  ])
  func `in a plan of everyone all partners promise for themselves`(
    text: String, language: Language
  ) throws {
    let plan = try outcome(text, language, kind: .nationalActionPlan)
    #expect(plan.rung == .commitment, "\(plan)")
  }

  @Test(arguments: [
    ("Some partners will train women mediators.", Language.english),
    ("All partner countries will train women mediators.", .english),
    ("All of the United Nations will train women mediators.", .english),
    ("Des partenaires formeront des médiatrices.", .french),
    ("Tous les pays partenaires formeront des médiatrices.", .french),
  ])
  func `some partners and foreign ones do not`(text: String, language: Language) throws {
    let plan = try outcome(text, language, kind: .nationalActionPlan)
    #expect(plan.cause == .otherActor, "\(plan)")
  }

  @Test func `in the plan of one department all partners are others`() throws {
    let text = "All partners will train women mediators."
    #expect(try outcome(text, .english, department: "RC").cause == .otherActor)
  }

  // MARK: Names

  @Test(arguments: [
    "Le Ministère formera à N’Djamena des médiatrices.",
    "Le Ministère formera des médiatrices à N'Djamena.",
    "À N’Djamena, le Ministère formera des médiatrices.",
  ])
  func `an elision before a name denies nothing`(text: String) throws {
    let found = try outcome(text, .french)
    #expect(found.rung == .commitment, "\(found)")
  }

  @Test(arguments: [
    "LE MINISTÈRE N’EMBAUCHERA PAS DE MÉDIATRICES.",
    "Le Ministère n’embauchera pas de médiatrices.",
  ])
  func `an elision before a verb denies`(text: String) throws {
    #expect(try outcome(text, .french).cause == .negation)
  }

  // MARK: Two denials

  @Test(arguments: [
    ("No officer will leave unless they have met the women mediators we train.", Language.english),
    ("No grant will be paid unless women mediators were hired.", .english),
    ("No partner will be paid unless it hires women mediators.", .english),
    ("No envoy will leave without a course to train women mediators.", .english),
    ("We will sign no treaty without a clause to fund women mediators.", .english),
    ("We will not sign any treaty without a clause to hire women mediators.", .english),
    ("No grant will be paid if it does not hire women mediators.", .english),
    ("Nul ne sera promu sans appuyer des médiatrices.", .french),
    ("Le Ministère ne signera aucune entente sans clause pour financer des médiatrices.", .french),
    ("Aucun don ne sera payé si l’équipe ne compte pas embaucher des médiatrices.", .french),
    ("Aucun don ne sera payé à moins d’embaucher des médiatrices.", .french),
  ])
  func `what nobody gets without something is asked for`(
    text: String, language: Language
  ) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .commitment, "\(found)")
  }

  @Test(arguments: [
    ("No decision has been made to train women mediators.", Language.english, Rung.absent),
    ("No women mediators will be trained.", .english, .absent),
    ("No post will be filled and no women mediators hired.", .english, .absent),
    ("No women mediators will be trained unless funds allow.", .english, .intent),
    ("We will train women mediators unless the budget is cut.", .english, .intent),
    ("Aucune médiatrice ne sera formée.", .french, .absent),
    ("Aucune décision n’a été prise de former des médiatrices.", .french, .absent),
    ("Le Ministère ne financera aucune médiatrice.", .french, .absent),
  ])
  func `a plain denial and a wait for money stay what they are`(
    text: String, language: Language, rung: Rung
  ) throws {
    let found = try outcome(text, language)
    #expect(found.rung == rung, "\(found)")
  }

  @Test(arguments: [
    ("The Department commits not to close the house of women mediators.", Language.english),
    ("We pledge not to close the house of women mediators.", .english),
    ("Le Ministère s’engage à ne pas fermer la maison des médiatrices.", .french),
    ("Nous nous engageons à ne jamais fermer la maison des médiatrices.", .french),
  ])
  func `to refrain is a commitment`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .commitment, "\(found)")
  }

  @Test(arguments: [
    ("The Department does not at present plan to train women mediators.", Language.english),
    ("The Department does not plan to hire staff and train women mediators.", .english),
    ("We don’t intend to train women mediators.", .english),
    ("The Department is not planning to train women mediators.", .english),
    ("The Department chose not to train women mediators.", .english),
    ("Le Ministère ne prévoit pas de former des médiatrices.", .french),
    ("Le Ministère n’a pas l’intention de former des médiatrices.", .french),
    ("Le Ministère ne s’engage pas à former des médiatrices.", .french),
  ])
  func `a plan that is denied is no intent`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .absent, "\(found)")
    #expect(found.cause == .negation, "\(found)")
  }

  // MARK: A day that lasts

  @Test(arguments: [
    ("The Department will train women mediators for at least one day.", Language.english),
    ("The Department will answer women mediators within one day and support them.", .english),
    ("The Department will train women mediators in one day of talks.", .english),
    ("The Department will train women mediators one day a month.", .english),
    ("Le Ministère formera des médiatrices pendant au moins un jour.", .french),
    ("Le Ministère formera des médiatrices un jour par mois.", .french),
  ])
  func `a day that is a length of time softens nothing`(
    text: String, language: Language
  ) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .commitment, "\(found)")
  }

  @Test(arguments: [
    ("One day, the Department will train women mediators.", Language.english),
    ("The Department will one day train women mediators.", .english),
    ("Un jour, le Ministère formera des médiatrices.", .french),
  ])
  func `a distant day leaves an intent`(text: String, language: Language) throws {
    #expect(try outcome(text, language).rung == .intent)
  }

  // MARK: Lead-ins

  @Test(arguments: [
    (
      "To support women mediators, the Department will:\n\n- buy boats;\n- paint the hall.",
      Language.english
    ),
    ("Pour appuyer les médiatrices, le Ministère s’engage à :\n\n- peindre la salle.", .french),
  ])
  func `a lead-in promises nothing by itself`(text: String, language: Language) throws {
    let found = try outcome(text, language, "m.act-only")
    #expect(found.rung == .absent, "\(found)")
  }

  @Test(arguments: [
    ("The Department will support women mediators as follows:\n\n- buy boats.", Language.english),
    ("For women mediators, the Department will:\n\n- fund travel.", .english),
  ])
  func `a lead-in with an act of its own or an item with one counts`(
    text: String, language: Language
  ) throws {
    #expect(try outcome(text, language).rung == .commitment)
  }

  @Test(arguments: [
    ("For the computer room we will:\n\n- train women mediators.", Language.english, Rung.absent),
    ("For the garden we will:\n\n- train women mediators.", .english, .commitment),
    ("## The computer room\n\n- Train women mediators.", .english, .commitment),
    ("Pour l’ordinateur, nous allons :\n\n- former des médiatrices.", .french, .absent),
  ])
  func `what throws a lead-in out throws its items out`(
    text: String, language: Language, rung: Rung
  ) throws {
    let found = try outcome(text, language, "m.unless")
    #expect(rung == .absent ? found.cause == .excludedBy : found.rung == rung, "\(found)")
  }

  // MARK: Dates

  @Test(arguments: [
    ("Each year on October 15 we will train women mediators.", Language.english),
    ("We will train women mediators on 15 October each year.", .english),
    ("Nous formerons des médiatrices le 15 mai de chaque année.", .french),
  ])
  func `a day of each year is a date`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.markers == [.date], "\(found)")
  }

  @Test(arguments: [
    ("Between 2027 and 2029 we will train women mediators.", Language.english),
    ("On October 15 the Minister spoke; we will train women mediators.", .english),
    ("Nous formerons des médiatrices entre 2027 et 2029.", .french),
  ])
  func `a period or a lone day is none`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .commitment, "\(found)")
    #expect(found.markers == [], "\(found)")
  }

  @Test func `the year of a baseline is no date of its row`() throws {
    for cell in ["71% (2026)", "71% in 2027"] {
      let text =
        "| Result | Baseline | Target |\n|---|---|---|\n| Train women mediators | \(cell) | 90% |"
      let found = try outcome(text, .english)
      #expect(found.rung == .resourced, "\(found)")
      #expect(found.markers.contains(.target), "\(found)")
      #expect(!found.markers.contains(.date), "\(found)")
    }
  }

  // MARK: Who acts

  @Test(arguments: [
    ("Norway’s aid agency will fund women mediators.", Language.english),
    ("The police of Kenya will train women mediators.", .english),
    ("L’agence d’aide de la Norvège financera des médiatrices.", .french),
    ("Le gouvernement du Kenya formera des médiatrices.", .french),
  ])
  func `a body of another state acts for it`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.cause == .otherActor, "\(found)")
  }

  @Test(arguments: [
    ("We and Norway’s aid agency will fund women mediators.", Language.english),
    ("With Norway’s aid agency, the Department will fund women mediators.", .english),
    ("Kenya’s women mediators will be trained.", .english),
    ("Our embassy will support Kenya’s women mediators.", .english),
    ("Avec l’agence d’aide de la Norvège, le Ministère financera des médiatrices.", .french),
    ("Les médiatrices de l’armée du Mali seront embauchées.", .french),
  ])
  func `a body of another state may only stand by`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .commitment, "\(found)")
  }

  @Test(arguments: [
    ("I have asked the Deputy Minister to hire women mediators.", Language.english),
    ("I asked my officials to train women mediators.", .english),
    ("J’ai demandé à la sous-ministre de former des médiatrices.", .french),
    ("J’ai chargé le bureau d’embaucher des médiatrices.", .french),
  ])
  func `what the author orders binds`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.rung >= .commitment, "\(found)")
  }

  @Test(arguments: [
    ("The committee asked the Department to train women mediators.", Language.english),
    ("I have not asked the Deputy Minister to hire women mediators.", .english),
    ("I have asked our allies to hire women mediators.", .english),
    ("Le comité a demandé au Ministère de former des médiatrices.", .french),
    ("Je n’ai pas demandé à la sous-ministre de former des médiatrices.", .french),
  ])
  func `what others ask does not`(text: String, language: Language) throws {
    #expect(try outcome(text, language).rung < .intent)
  }

  @Test(arguments: [
    ("If the host government agrees, we could train women mediators.", Language.english),
    ("If partners agree, women mediators could be trained.", .english),
    ("Si les partenaires y consentent, des médiatrices pourraient être formées.", .french),
  ])
  func `who acts in the condition does not act in the promise`(
    text: String, language: Language
  ) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .intent, "\(found)")
  }

  // MARK: Titles and figures

  @Test(arguments: [
    ("We will publish the module “Women mediators for all”.", Language.english),
    ("We will publish the “Women mediators” course.", .english),
    ("Le Ministère va publier le cours « Femmes, paix et médiatrices ».", .french),
  ])
  func `a short title in quotation marks is named`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .commitment, "\(found)")
  }

  @Test(arguments: [
    ("One of them wrote: “We will train women mediators.”", Language.english),
    ("« Nous formerons des médiatrices », écrit une élève.", .french),
  ])
  func `what somebody says is a quotation`(text: String, language: Language) throws {
    #expect(try outcome(text, language).cause == .quotation)
  }

  @Test(arguments: [
    ("In 2025 40% of the women mediators had been trained; the target is 80%.", Language.english),
    ("En 2025, 40 % des médiatrices avaient été embauchées; la cible est de 80 %.", .french),
  ])
  func `a past that is followed by a goal leaves the goal`(
    text: String, language: Language
  ) throws {
    let found = try outcome(text, language)
    #expect(found.rung >= .commitment, "\(found)")
  }

  @Test(arguments: [
    "In 2025 40% of the women mediators had been trained.",
    "Women mediators were trained, and the target of 80% was missed.",
  ])
  func `a past without a goal to come is past`(text: String) throws {
    #expect(try outcome(text, .english).cause == .pastResult)
  }

  @Test(arguments: [
    (
      "| Indicator | Baseline | Target |\n|---|---|---|\n| Women mediators trained within a year | 40% | 80% |",
      Language.english
    ),
    (
      "| Indicateur | Référence | Cible |\n|---|---|---|\n| Médiatrices embauchées à temps | 40 % | 80 % |",
      .french
    ),
  ])
  func `what a row with a target counts is no past result`(
    text: String, language: Language
  ) throws {
    let found = try outcome(text, language)
    #expect(found.rung >= .commitment, "\(found)")
  }

  @Test func `a row without a target tells the past`() throws {
    let text = "| Year | Result |\n|---|---|\n| 2025 | Women mediators were trained |"
    #expect(try outcome(text, .english).cause == .pastResult)
  }
}
