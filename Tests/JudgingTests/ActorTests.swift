import Judging
import RuleSets
import SourceText
import Testing

/// Whose act it is.
@Suite struct ActorTests {
  // MARK: Other actors

  @Test(arguments: [
    ("The United Nations trains women mediators.", Language.english),
    ("The European Union funds women mediators.", .english),
    ("Our allies will train women mediators.", .english),
    ("Women mediators will be trained by the United Nations.", .english),
    ("The government of Norway will fund women mediators.", .english),
    ("L’Union européenne finance des médiatrices.", .french),
    ("Les Nations Unies formeront des médiatrices.", .french),
    ("Des médiatrices seront formées par l’ONU.", .french),
  ])
  func `what others do or promise is theirs`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.cause == .otherActor, "\(outcome)")
  }

  @Test(arguments: [
    ("The Ghanaian defence ministry will train women mediators.", Language.english),
    ("Colombian authorities train women mediators.", .english),
    (
      "The course is held with the Ukrainian armed forces, which will train women mediators.",
      .english
    ),
    ("We work with the European Union, which will train women mediators.", .english),
    ("Le ministère ghanéen de la Défense formera des médiatrices.", .french),
    ("Les autorités colombiennes formeront des médiatrices.", .french),
    ("Le cours se donne avec l’armée ukrainienne, qui formera des médiatrices.", .french),
  ])
  func `a body of another state acts for itself`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.cause == .otherActor, "\(outcome)")
  }

  @Test(arguments: [
    ("The Department will train Ghanaian women mediators.", Language.english),
    ("Ghanaian women mediators will be trained by the Department.", .english),
    ("With the Ghanaian defence ministry, we will train women mediators.", .english),
    (
      "The Ghanaian police will be given women mediators, whom the Department will train.", .english
    ),
    ("Le Ministère formera des médiatrices ghanéennes.", .french),
    ("Avec les autorités colombiennes, nous formerons des médiatrices.", .french),
    ("Des médiatrices colombiennes seront formées par le Ministère.", .french),
  ])
  func `the adjective of a state beside someone else leaves the promise ours`(
    text: String, language: Language
  ) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung >= .commitment, "\(outcome)")
  }

  @Test(arguments: [
    (
      "According to several women’s organizations, the Department should train women mediators.",
      Language.english
    ),
    ("Participants felt that we should train women mediators.", .english),
    ("The government should train women mediators.", .english),
    ("Selon plusieurs organisations, le Ministère devrait former des médiatrices.", .french),
    ("Les participantes ont estimé que nous devrions former des médiatrices.", .french),
    ("Le Canada devrait former des médiatrices.", .french),
    ("The port of Tema announced that it will train women mediators.", .english),
    ("La ligue des juristes a annoncé qu’elle formera des médiatrices.", .french),
  ])
  func `what others ask of the department is no direction of its own`(
    text: String, language: Language
  ) throws {
    let outcome = try JudgingBench.outcome(
      of: text, language: language, department: "Bridges Canada")
    #expect(outcome.cause == .attribution, "\(outcome)")
  }

  @Test(arguments: [
    ("The Department should train women mediators.", Language.english),
    ("Bridges Canada should train women mediators.", .english),
    ("We agreed that the Department should train women mediators.", .english),
    ("According to the policy, the Department should train women mediators.", .english),
    ("Le Ministère devrait former des médiatrices.", .french),
    ("Selon la politique, le Ministère devrait former des médiatrices.", .french),
  ])
  func `what the department says of itself stays its direction`(
    text: String, language: Language
  ) throws {
    let outcome = try JudgingBench.outcome(
      of: text, language: language, department: "Bridges Canada")
    #expect(outcome.rung == .intent, "\(outcome)")
  }

  @Test(arguments: [
    ("The Department announced that it will train women mediators.", Language.english),
    ("Bridges Canada has confirmed that it will train women mediators.", .english),
    ("Le Ministère a annoncé qu’il formera des médiatrices.", .french),
  ])
  func `what the department announces is its promise`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(
      of: text, language: language, department: "Bridges Canada")
    #expect(outcome.rung == .commitment, "\(outcome)")
  }

  @Test(arguments: [
    ("With the United Nations, the Department will train women mediators.", Language.english),
    ("Feedback from partners will help to train women mediators.", .english),
    ("Courses run with our allies will train women mediators.", .english),
    ("The Department and the United Nations will train women mediators.", .english),
    ("Women mediators will be trained by the Department with the United Nations.", .english),
    ("Avec les Nations Unies, le Ministère formera des médiatrices.", .french),
    ("Un cours dans les opérations des Nations Unies formera des médiatrices.", .french),
    ("Partners will be required to train women mediators.", .english),
    ("Les partenaires seront tenus de former des médiatrices.", .french),
    ("Des cours offerts avec les partenaires formeront des médiatrices.", .french),
  ])
  func `partners who are named on the way leave the promise ours`(
    text: String, language: Language
  ) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung >= .commitment)
  }

  @Test(arguments: [
    ("The United Nations sends observers. It will train women mediators.", Language.english),
    ("L’Union européenne envoie des observateurs. Elle formera des médiatrices.", .french),
  ])
  func `a pronoun stands for the actor of the sentence before`(
    text: String, language: Language
  ) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).cause == .otherActor)
  }

  @Test(arguments: [
    ("The Department sends observers. It will train women mediators.", Language.english),
    ("Le Ministère envoie des observateurs. Il formera des médiatrices.", .french),
  ])
  func `a pronoun for the department is the department`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .commitment)
  }

  // MARK: Organizations by name

  @Test(arguments: [
    ("Roads Canada will train women mediators.", Language.english),
    ("RC trains women mediators.", .english),
    ("Routes Canada formera des médiatrices.", .french),
    ("Le budget est prêt. RTC forme des médiatrices.", .french),
  ])
  func `another department by name is another actor`(text: String, language: Language) throws {
    let other = try JudgingBench.outcome(of: text, language: language, department: "Bridges Canada")
    #expect(other.cause == .otherActor, "\(other)")
    let own = try JudgingBench.outcome(of: text, language: language, department: "RC")
    #expect(own.rung > .absent, "\(own)")
    // Whose plan it is must be known, and in a plan of the whole government all are ours.
    let unknown = try JudgingBench.outcome(of: text, language: language)
    #expect(unknown.rung > .absent, "\(unknown)")
    let everyone = try JudgingBench.outcome(
      of: text, language: language, kind: .nationalActionPlan, department: "Bridges Canada")
    #expect(everyone.rung > .absent, "\(everyone)")
  }

  @Test func `an item under our lead-in may have a subject of its own`() throws {
    let text = "We fund peace with others:\n\n- Roads Canada brings women mediators to the table."
    let outcome = try JudgingBench.outcome(of: text, department: "Bridges Canada")
    #expect(outcome.cause == .otherActor, "\(outcome)")
  }

  @Test func `kin speak for the department`() throws {
    let text = "Old Roads Canada will train women mediators."
    let outcome = try JudgingBench.outcome(of: text, department: "Roads Canada")
    #expect(outcome.rung == .commitment)
  }

  @Test func `small letters name no organization`() throws {
    let text = "The roads in Canada will bring women mediators whom we train."
    let outcome = try JudgingBench.outcome(of: text, department: "Bridges Canada")
    #expect(outcome.cause != .otherActor)
  }

  // MARK: Tables and lists

  @Test(arguments: [
    (
      "| Action | Lead | Date |\n|---|---|---|\n| Train women mediators | UNICEF | June 2028 |",
      Language.english, Reason.Kind.otherActor
    ),
    (
      "| Action | Status | Date |\n|---|---|---|\n| Train women mediators | Cancelled | June 2028 |",
      .english, .negation
    ),
    (
      "| Mesure | Responsable | Échéance |\n|---|---|---|\n| Former des médiatrices | ONU | juin 2028 |",
      .french, .otherActor
    ),
    (
      "| Mesure | État | Échéance |\n|---|---|---|\n| Former des médiatrices | Abandonnée | juin 2028 |",
      .french, .negation
    ),
  ])
  func `a row for others or given up is no promise`(
    text: String, language: Language, cause: Reason.Kind
  ) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.cause == cause, "\(outcome)")
  }

  @Test(arguments: [
    (
      "The Department will:\n\n- train women mediators, which is under consideration;",
      Language.english,
      Rung.commitment
    ),
    (
      "In 2027 we will:\n\n- a course to train women mediators is under consideration;", .english,
      .intent
    ),
    ("The Department will:\n\n- explore how to train women mediators;", .english, .intent),
    ("## Actions\n\n- Explore how to train women mediators", .english, .intent),
    ("Le Ministère s’engage à :\n\n- étudier comment former des médiatrices;", .french, .intent),
  ])
  func `the soft word of an item wins over its lead-in`(
    text: String, language: Language, rung: Rung
  ) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == rung, "\(outcome)")
  }

  @Test(arguments: [
    ("A panel trains women mediators each month and may return drafts.", Language.english),
    ("Un comité forme des médiatrices chaque mois et peut renvoyer des ébauches.", .french),
  ])
  func `a second verb’s modal is not the first one’s`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(
      of: text, language: language, requirement: "m.standing")
    #expect(outcome.rung == .commitment, "\(outcome)")
  }

  @Test(arguments: [
    ("Norway will train women mediators.", Language.english),
    ("The city police will train women mediators.", .english),
    ("The United Nations mission should train women mediators.", .english),
    ("The African Union police commission will train women mediators.", .english),
    ("La Norvège formera des médiatrices.", .french),
    ("La mission des Nations Unies formera des médiatrices.", .french),
    ("Le bureau de l’ONU devrait former des médiatrices.", .french),
  ])
  func `a state or a city acts for itself`(text: String, language: Language) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).cause == .otherActor)
  }

  @Test(arguments: [
    ("Canada and Norway will train women mediators.", Language.english),
    ("In Norway we will train women mediators.", .english),
    ("Our partners must hire women mediators.", .english),
    ("Les partenaires devront embaucher des médiatrices.", .french),
    ("Partners will receive support for women mediators.", .english),
    ("Les partenaires toucheront un versement pour les médiatrices.", .french),
  ])
  func `what is done with others or given to them is ours`(
    text: String, language: Language
  ) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung >= .commitment, "\(outcome)")
  }
}
