import Judging
import RuleSets
import SourceText
import Testing

/// What the clauses and settings of a requirement do, on the same sentences.
@Suite struct ClauseTests {
  private static let promise = "The Department will train women mediators."

  @Test(arguments: [
    ("# Peace\n\nThe Department will train women mediators.", true),
    ("# Peace\n\n## Next\n\nThe Department will train women mediators.", true),
    ("For lasting peace, the Department will train women mediators.", true),
    ("To build peace, the Department will:\n\n- train women mediators.", true),
    ("# War\n\nThe Department will train women mediators.", false),
    ("# Peace\n\nText.\n\n# War\n\nThe Department will train women mediators.", false),
    ("We want peace. The Department will train women mediators.", false),
  ])
  func `with is anchored by the unit, its lead-in or a heading above`(text: String, counts: Bool)
    throws
  {
    let outcome = try JudgingBench.outcome(of: text, requirement: "m.with")
    #expect(outcome.rung == (counts ? .commitment : .absent))
    #expect(outcome.cause == (counts ? nil : .missingAnchor))
  }

  @Test(arguments: [
    ("The Department will train women mediators on the computer.", Language.english),
    ("Le Ministère formera des médiatrices à l’ordinateur.", .french),
  ])
  func `unless throws the unit out`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language, requirement: "m.unless")
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .excludedBy)
    #expect(try JudgingBench.outcome(of: text, language: language).rung == .commitment)
  }

  @Test func `unless reaches no further than its unit`() throws {
    let text = "We buy a computer. The Department will train women mediators."
    #expect(try JudgingBench.outcome(of: text, requirement: "m.unless").rung == .commitment)
  }

  // MARK: Topic alone

  @Test func `a topic without an act is a mention`() throws {
    let text = "Women mediators matter to lasting peace."
    #expect(try JudgingBench.outcome(of: text).rung == .mention)
    #expect(try JudgingBench.outcome(of: text, requirement: "m.known").rung == .mention)
  }

  @Test func `topic-alone absent wants an act`() throws {
    let text = "Women mediators matter."
    #expect(try JudgingBench.outcome(of: text, requirement: "m.act-only").rung == .absent)
    #expect(
      try JudgingBench.outcome(of: Self.promise, requirement: "m.act-only").rung == .commitment)
  }

  @Test func `an act without a topic is nothing, and a near miss when asked for`() throws {
    let text = "The Department will train dogs."
    #expect(try JudgingBench.outcome(of: text).cause == nil)
    let outcome = try JudgingBench.outcome(of: text, detail: .nearMisses)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .noAct)
  }

  @Test func `topic and act in two sentences do not meet`() throws {
    let text = "Women mediators matter. The Department will train dogs."
    #expect(try JudgingBench.outcome(of: text).rung == .mention)
  }

  @Test func `a topic that is denied, asked for or someone else's is no mention`() throws {
    for text in [
      "There are not women mediators enough.", "The United Nations will praise women mediators.",
      "Advocates called for women mediators.",
    ] {
      #expect(try JudgingBench.outcome(of: text).rung == .absent, "\(text)")
      #expect(
        try JudgingBench.outcome(of: text, requirement: "m.known").rung == .mention, "\(text)")
    }
  }

  @Test func `a mention clause is a mention and no more`() throws {
    let text = "The Department will build lasting peace."
    let outcome = try JudgingBench.outcome(of: text, requirement: "m.weak")
    #expect(outcome.rung == .mention)
    #expect(outcome.rests(on: .mention))
  }

  // MARK: Grades

  @Test(arguments: [
    ("The Department trains women mediators.", Rung.commitment),
    ("Women mediators are trained each year.", .commitment),
    ("The Department may train women mediators.", .intent),
    ("The Department will not train women mediators.", .absent),
    ("The Department trains women mediators at a cost of $2 million.", .resourced),
    ("The Peace Operations Branch trains 40 women mediators.", .commitment),
    ("Women mediators matter.", .mention),
  ])
  func `a standing arrangement is a commitment in the present`(text: String, rung: Rung) throws {
    #expect(try JudgingBench.outcome(of: text, requirement: "m.standing").rung == rung)
  }

  @Test(arguments: [
    "The Department will train 40 women mediators by 2029.",
    "In 2024, 40% of the women mediators we trained were under 30.",
    "The Department trained women mediators.",
    "The United Nations will train women mediators.",
  ])
  func `a finding is a mention, however firm or full of figures`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text, requirement: "m.finding")
    #expect(outcome.rung == .mention)
    #expect(outcome.rests(on: .finding))
  }

  @Test(arguments: [
    ("Of 40 women mediators trained, 12 were under 30.", Rung.resourced),
    ("45% of women mediators were trained.", .resourced),
    ("We will publish figures on women mediators.", .commitment),
    ("We may publish figures on women mediators.", .intent),
    ("Women mediators publish in journals.", .mention),
    ("We will publish figures on women mediators in 2028 and 2029.", .commitment),
  ])
  func `figures are resourced where they stand`(text: String, rung: Rung) throws {
    #expect(try JudgingBench.outcome(of: text, requirement: "m.figures").rung == rung)
  }

  @Test func `a ceiling caps and says so`() throws {
    let outcome = try JudgingBench.outcome(
      of: "The Department will train 40 women mediators by March 31, 2029.",
      requirement: "m.ceiling")
    #expect(outcome.rung == .commitment)
    #expect(outcome.rests(on: .ceiling(.commitment)))
  }

  @Test(arguments: [
    ("The Department will train 40 women mediators.", Rung.commitment, [Marker]()),
    ("The Department will train women mediators by June 2029.", .resourced, [.date]),
    ("The Department will train 40 women mediators by June 2029.", .resourced, [.date]),
  ])
  func `only the measures named lift`(text: String, rung: Rung, markers: [Marker]) throws {
    let outcome = try JudgingBench.outcome(of: text, requirement: "m.dated")
    #expect(outcome.rung == rung)
    #expect(outcome.markers == markers)
  }

  // MARK: Whole documents

  @Test func `the highest rung of a document is one of its passages, not their sum`() throws {
    let text = Array(repeating: "We may train women mediators.", count: 20).joined(separator: " ")
    #expect(try JudgingBench.outcome(of: text).rung == .intent)
    #expect(try JudgingBench.outcome(of: text + " " + Self.promise).rung == .commitment)
  }

  @Test func `each passage is judged in its own language`() throws {
    let text = """
      # Plan

      The Department publishes this plan in both official languages for all Canadians to read.

      Le Ministère formera des médiatrices dans toutes les régions du pays au cours de l’exercice.
      """
    #expect(try JudgingBench.outcome(of: text, language: nil).rung == .commitment)
  }
}
