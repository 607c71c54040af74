import Judging
import RuleSets
import SourceText
import Testing

/// What stands beside the act in its sentence: relative clauses, contrasts, decisions denied, conditions that the
/// requirement itself asks for. All sentences are our own, for illustration.
@Suite struct AsideTests {
  private func outcome(
    _ text: String, _ language: Language, _ requirement: String = "m.act",
    kind: DocumentKind = .departmentalPlan, department: String? = nil
  ) throws -> JudgingBench.Outcome {
    try JudgingBench.outcome(
      of: text, language: language, requirement: requirement, kind: kind, department: department)
  }

  // MARK: Denials

  @Test(arguments: [
    (
      "A circle of women mediators, which was to publish its views each spring, was not formed.",
      Language.english
    ),
    ("The women mediators, who were to review the plan, were never named.", .english),
    ("A panel to train women mediators, which was to meet each spring, was not set up.", .english),
    ("The Department has made no decision to fund women mediators.", .english),
    ("We have taken no commitment to hire women mediators.", .english),
    (
      "Un cercle de médiatrices, qui devait publier ses avis chaque printemps, n’a pas été formé.",
      .french
    ),
    ("Le Ministère n’a pas décidé de former des médiatrices.", .french),
    ("Nous n’avons pas promis de financer des médiatrices.", .french),
  ])
  func `a denial behind a relative clause or before a decision denies`(
    text: String, language: Language
  ) throws {
    for requirement in ["m.act", "m.standing"] {
      let found = try outcome(text, language, requirement)
      #expect(found.cause == .negation, "\(requirement): \(found)")
    }
  }

  @Test(arguments: [
    (
      "The Department will fund women mediators, who were not heard before, in both regions.",
      Language.english
    ),
    ("Women mediators, whose work was not known, will be funded.", .english),
    (
      "Le Ministère financera des médiatrices, qui n’étaient pas entendues, dans deux régions.",
      .french
    ),
  ])
  func `what a relative clause denies is not the act`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.rung >= .commitment, "\(found)")
  }

  @Test(arguments: [
    (
      "A panel of women mediators met twice to review the plan and was dissolved.", Language.english
    ),
    ("The panel of women mediators that was to review the plan has been disbanded.", .english),
    ("Le comité qui forme des médiatrices a été dissous.", .french),
    ("Le groupe de médiatrices chargé de revoir le plan est dissous.", .french),
  ])
  func `a body that was dissolved stands no more`(text: String, language: Language) throws {
    let found = try outcome(text, language, "m.standing")
    #expect(found.cause == .negation, "\(found)")
  }

  @Test(arguments: [
    ("The Department will not weaken its support for women mediators.", Language.english),
    ("The Department will not scale back payments to women mediators.", .english),
    ("Le Ministère n’affaiblira pas les versements aux médiatrices.", .french),
  ])
  func `a denial of giving way keeps the promise`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .commitment, "\(found)")
  }

  // MARK: Contrasts

  @Test(arguments: [
    (
      "The women mediators will be heard at half way, while the guide on parking will be rewritten in May 2028.",
      Language.english
    ),
    (
      "Les médiatrices seront entendues à mi-parcours, tandis que le guide du stationnement sera récrit en mai 2028.",
      .french
    ),
    (
      "Les médiatrices seront entendues à mi-parcours, alors que le guide du stationnement sera récrit en mai 2028.",
      .french
    ),
  ])
  func `the date of what is set against the act is not its own`(
    text: String, language: Language
  ) throws {
    let found = try outcome(text, language, "m.date")
    #expect(found.rung == .absent, "\(found)")
  }

  @Test(arguments: [
    (
      "Women mediators will be trained by May 2028, while the guide on parking will be rewritten later.",
      Language.english
    ),
    (
      "Women mediators fill few seats, while the share of seats will reach 30% by May 2028.",
      .english
    ),
    (
      "Des médiatrices seront formées d’ici mai 2028, tandis que le guide du stationnement sera récrit.",
      .french
    ),
  ])
  func `a date on the act's own side of a contrast dates it`(
    text: String, language: Language
  ) throws {
    let found = try outcome(text, language, "m.date")
    #expect(found.rung >= .commitment, "\(found)")
  }

  @Test(arguments: [
    (
      "The Department will train women mediators, while the guide on parking will be rewritten in May 2028.",
      Language.english
    ),
    (
      "Le Ministère formera des médiatrices, tandis que le guide du stationnement sera récrit en mai 2028.",
      .french
    ),
  ])
  func `it does not lift the act either`(text: String, language: Language) throws {
    let found = try outcome(text, language)
    #expect(found.rung == .commitment, "\(found)")
  }

  // MARK: Conditions

  @Test(arguments: [
    (
      "If an unforeseen crisis breaks out, the committee will release the reserve.",
      Language.english
    ),
    ("Si une crise imprévue éclate, le comité débloquera la réserve.", .french),
  ])
  func `the contingency that a requirement asks for is no condition on the act`(
    text: String, language: Language
  ) throws {
    let found = try outcome(text, language, "m.crisis")
    #expect(found.rung == .commitment, "\(found)")
  }

  @Test(arguments: [
    ("If a crisis breaks out, the Department will fund women mediators.", Language.english),
    ("Si une crise éclate, le Ministère financera des médiatrices.", .french),
  ])
  func `a crisis that it does not ask for is one`(text: String, language: Language) throws {
    #expect(try outcome(text, language).rung == .intent)
  }

  // MARK: Who acts

  @Test(arguments: [
    ("All partners will publish the list of women mediators.", Language.english),
    ("Tous les partenaires publieront la liste des médiatrices.", .french),
  ])
  func `an implementation plan binds all its partners`(text: String, language: Language) throws {
    let found = try outcome(text, language, kind: .implementationPlan, department: "RC")
    #expect(found.rung == .commitment, "\(found)")
    let plan = try outcome(text, language, department: "RC")
    #expect(plan.cause == .otherActor, "\(plan)")
  }

  @Test(arguments: [
    ("Denmark announced $9 million for women mediators.", Language.english),
    ("Provincial governments spent $30 million on women mediators.", .english),
    ("A fund of $3 million for women mediators is paid for by the provinces.", .english),
    ("Les provinces ont versé 30 millions de dollars aux médiatrices.", .french),
    (
      "Un fonds de 3 millions de dollars pour les médiatrices est financé par les provinces.",
      .french
    ),
  ])
  func `money of others is not ours`(text: String, language: Language) throws {
    let found = try outcome(text, language, "m.amount", department: "RC")
    #expect(found.cause == .otherActor, "\(found)")
  }

  @Test(arguments: [
    (
      "The justice ministry of the host country will train women mediators.", Language.english,
      "m.act"
    ),
    ("Le ministère de la Justice du pays hôte formera des médiatrices.", .french, "m.act"),
    ("The Government of Colombia hired women mediators.", .english, "m.standing"),
    ("Le gouvernement de la Colombie formera des médiatrices.", .french, "m.standing"),
    (
      "A program for women mediators, funded by the provinces at $12 million, goes on.", .english,
      "m.amount"
    ),
    (
      "Un programme de médiatrices, financé par les provinces à hauteur de 12 millions de dollars, continue.",
      .french, "m.amount"
    ),
  ])
  func `a body of others does its own acts`(
    text: String, language: Language, requirement: String
  ) throws {
    let found = try outcome(text, language, requirement, department: "RC")
    #expect(found.cause == .otherActor, "\(found)")
  }

  @Test(arguments: [
    (
      "The courts of the host country sit on a panel that trains women mediators.", Language.english
    ),
    ("The Department and the Government of Colombia train women mediators.", .english),
    ("Le comité de médiatrices que forme le Ministère siège avec la Colombie.", .french),
  ])
  func `a body that others sit on stands`(text: String, language: Language) throws {
    let found = try outcome(text, language, "m.standing", department: "RC")
    #expect(found.rung >= .commitment, "\(found)")
  }

  @Test(arguments: [
    ("The Department spent $30 million on women mediators.", Language.english),
    ("The Department and the provinces spent $30 million on women mediators.", .english),
    ("Le Ministère a versé 30 millions de dollars aux médiatrices.", .french),
    ("Avec les provinces, le Ministère verse 3 millions de dollars aux médiatrices.", .french),
  ])
  func `our own money is, whoever shares in it`(text: String, language: Language) throws {
    let found = try outcome(text, language, "m.amount", department: "RC")
    #expect(found.rung >= .commitment, "\(found)")
  }

  // MARK: Verbs

  @Test(arguments: [
    "Je m’engage à former des médiatrices.",
    "Je m'engage personnellement à financer des médiatrices.",
  ])
  func `the first person binds as the third does`(text: String) throws {
    let found = try outcome(text, .french)
    #expect(found.rung == .commitment, "\(found)")
  }

  @Test(arguments: [
    "The Department met its payment target for women mediators.",
    "It gave a payment to women mediators, but filled only two posts.",
    "We spent the payment on women mediators.",
  ])
  func `a simple past right behind its subject tells the past`(text: String) throws {
    #expect(try outcome(text, .english).cause == .pastResult)
    #expect(try outcome(text, .english, kind: .progressReport).rung >= .commitment)
  }

  @Test(arguments: [
    "The Department named in the plan gives payment to women mediators.",
    "Women mediators trained abroad receive payment.",
  ])
  func `a participle behind a noun does not`(text: String) throws {
    let found = try outcome(text, .english)
    #expect(found.cause == nil && found.rung >= .mention, "\(found)")
  }

  @Test func `a unit that counts people plans nothing`() throws {
    let found = try outcome(
      "L’unité compte quatre médiatrices pour revoir les plans.", .french, "m.standing")
    #expect(found.rests(on: .standing), "\(found)")
    let plan = try outcome("L’unité compte aussi embaucher quatre médiatrices.", .french)
    #expect(plan.rung == .intent, "\(plan)")
  }

  @Test func `money set aside for years to come is a promise`() throws {
    for text in [
      "Le Ministère a réservé 1,4 M$ sur trois ans aux médiatrices.",
      "Le Ministère a mis de côté 1,4 M$ sur trois ans pour les médiatrices.",
    ] {
      let found = try outcome(text, .french, "m.amount")
      #expect(found.rests(on: .bindingWord), "\(found)")
    }
    let english = try outcome(
      "The Department has earmarked $1.4 million for women mediators.", .english, "m.amount")
    #expect(english.rests(on: .bindingWord), "\(english)")
  }

  @Test func `the infinitive that opens an item governs what it measures`() throws {
    let found = try outcome(
      """
      Mesures retenues :

      - évaluer les besoins des médiatrices dans 80 % des projets auxquels il participe
      """, .french, "m.target")
    #expect(found.rung >= .commitment, "\(found)")
    let noun = try outcome(
      """
      Mesures retenues :

      - membres des équipes, dont 80 % des médiatrices participent aux travaux
      """, .french, "m.target")
    #expect(noun.rung == .absent, "\(noun)")
  }

  @Test(arguments: [
    ("Women mediators may be heard again in May 2028.", Language.english, "m.date"),
    ("If money allows, women mediators will be heard in May 2028.", .english, "m.date"),
    ("Des médiatrices pourraient être entendues en mai 2028.", .french, "m.date"),
    ("La direction pourrait entendre des médiatrices en mai 2028.", .french, "m.date"),
  ])
  func `a date that is only hoped for is named all the same`(
    text: String, language: Language, requirement: String
  ) throws {
    let found = try outcome(text, language, requirement)
    #expect(found.rung == .resourced, "\(found)")
  }

  @Test func `a goal or a sum that is only hoped for stays an intent`() throws {
    let found = try outcome(
      "The Department hopes to hear 40% of women mediators.", .english, "m.target")
    #expect(found.rung == .intent, "\(found)")
    let sum = try outcome(
      "The Department hopes to give women mediators $3 million.", .english, "m.amount")
    #expect(sum.rung == .intent, "\(sum)")
  }

  // MARK: Figures

  @Test(arguments: [
    "Le Ministère donnera aux médiatrices moins de 3 % des fonds.",
    "Les médiatrices recevront près de 40 % des fonds.",
    "Le Ministère donnera plus de 12 % des fonds aux médiatrices.",
  ])
  func `a rounded share is no starting point`(text: String) throws {
    let found = try outcome(text, .french, "m.baseline")
    #expect(found.rung <= .mention, "\(found)")
  }

  @Test(arguments: [
    ("La part des médiatrices passera de 12 % à 30 %.", Language.french),
    (
      "La part des médiatrices atteindra 60 % en 2029, contre 28 % au 1er avril 2026.", .french
    ),
    (
      "The share of women mediators will rise to 80% in 2029, compared with 64% on April 1, 2027.",
      .english
    ),
  ])
  func `a share to compare with is one`(text: String, language: Language) throws {
    let found = try outcome(text, language, "m.baseline")
    #expect(found.rung >= .commitment, "\(found)")
  }

  // MARK: What only stands beside

  @Test(arguments: [
    (
      "A list of kit for the women mediators we train will be printed in May 2028.",
      Language.english
    ),
    ("Une liste d’équipement pour former les médiatrices sera imprimée en mai 2028.", .french),
  ])
  func `a promise of something else finds nothing`(text: String, language: Language) throws {
    let found = try outcome(text, language, "m.fact")
    #expect(found.cause == .promised, "\(found)")
  }

  @Test(arguments: [
    ("We train few women mediators, and they lack kit.", Language.english),
    ("The evaluation will ask whether we train women mediators.", .english),
    ("Women mediators we train lack kit, so the Department will print a list of it.", .english),
    ("L’évaluation demandera si nous formons des médiatrices.", .french),
  ])
  func `what is known, asked or answered is found`(text: String, language: Language) throws {
    let found = try outcome(text, language, "m.fact")
    #expect(found.rung == .mention, "\(found)")
  }

  @Test func `a description beside a promise adds nothing to it`() throws {
    let description = "The unit trains women mediators."
    let alone = try JudgingBench.evidence(of: description)
    #expect(alone.evidence == 1)
    let both = try JudgingBench.evidence(
      of: description + " The Department will fund women mediators.")
    #expect(both.evidence == 1)
    #expect(both.causes == [.outweighed])
    let soft = try JudgingBench.evidence(
      of: description + " The Department hopes to fund women mediators.")
    #expect(soft.causes == [.outweighed])
  }
}
