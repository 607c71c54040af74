import Judging
import RuleSets
import SourceText
import Testing

/// Passages that hold the words of several requirements. All sentences are our own, for illustration.
@Suite struct YieldingTests {
  private func outcome(
    _ text: String, _ requirement: String, _ language: Language = .english
  ) throws -> JudgingBench.Outcome {
    try JudgingBench.outcome(of: text, language: language, requirement: requirement)
  }

  @Test(arguments: [
    ("We will fill the seats of the council.", Language.english),
    ("Nous financerons les sièges du conseil.", .french),
  ])
  func `a passage belongs to the requirement that others yield to`(
    text: String, language: Language
  ) throws {
    let council = try outcome(text, "m.council.standing", language)
    #expect(council.rung == .commitment, "\(council)")
    let seat = try outcome(text, "m.seat", language)
    #expect(seat.cause == .yielded, "\(seat)")
  }

  @Test func `a requirement counts where none that it yields to does`() throws {
    let alone = try outcome("We will fill the seats.", "m.seat")
    #expect(alone.rung == .commitment, "\(alone)")
    let elsewhere = try outcome("We will fill the seats. We will fill the council.", "m.seat")
    #expect(elsewhere.rung == .commitment, "\(elsewhere)")
  }

  @Test func `what yields itself takes nothing from others`() throws {
    #expect(try outcome("We will fill the seats.", "m.vacancy").cause == .yielded)
    let vacancy = try outcome("We will fill the seats of the council.", "m.vacancy")
    #expect(vacancy.rung == .commitment, "\(vacancy)")
  }

  @Test func `two that yield to each other both stay`() throws {
    for requirement in ["m.swap", "m.trade"] {
      let found = try outcome("We will fill the hall for barter.", requirement)
      #expect(found.rung == .commitment, "\(found)")
    }
  }
}
