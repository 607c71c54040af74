import RuleSets
import Testing

@Suite struct WideTableTests {
  /// A row of which each cell is weighed with all others would be read some millions of times.
  @Test func `a row of a thousand targets is read once for all of them`() throws {
    let columns = 900
    func row(_ cell: String, _ count: Int) -> String {
      String(repeating: "| \(cell) ", count: count) + "|\n"
    }
    let table =
      row("Target", columns) + row("---", columns)
      + String(repeating: row("40 women mediators", columns), count: 60)
    let outcome = try JudgingBench.outcome(of: "# T\n\n" + table, requirement: "m.target")
    #expect(outcome.rung == .resourced)
    #expect(outcome.markers == [.target])
  }
}
