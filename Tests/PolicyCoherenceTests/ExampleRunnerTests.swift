import Checking
import Judging
import PolicyCoherence
import RuleSets
import Testing

@Suite struct ExampleRunnerTests {
  @Test func `each example is judged as the document that it stands in`() throws {
    let outcomes = ExampleRunner(rules: try Workspace([String: String]()).rules).run()
    #expect(outcomes.map(\.requirement) == Array(repeating: 0, count: 7))
    #expect(outcomes.map(\.passes) == [true, true, true, true, false, true, true])
    #expect(
      outcomes.map(\.rung) == [
        .commitment, .intent, .absent, .commitment, .intent, .commitment, .absent,
      ])
  }

  @Test func `an outcome says what counted and what did not`() throws {
    let outcomes = ExampleRunner(rules: try Workspace([String: String]()).rules).run()
    #expect(outcomes[0].evidence?.place.quote == "The Department will train women mediators.")
    #expect(outcomes[0].rejections.isEmpty)
    #expect(outcomes[2].evidence == nil)
    #expect(outcomes[2].rejections.map(\.cause) == [.noAct])
    #expect(outcomes[6].rejections.map(\.cause) == [.pastResult])
    // The dash of a list item is no part of it.
    #expect(outcomes[3].evidence?.place.quote == "Train women mediators")
  }
}
