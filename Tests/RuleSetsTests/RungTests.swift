import RuleSets
import SourceText
import Testing

@Suite struct RungTests {
  @Test func `each rung is found by its name`() {
    #expect(
      Rung.allCases.map(\.name) == ["absent", "mention", "intent", "commitment", "resourced"])
    for rung in Rung.allCases { #expect(Rung(name: rung.name) == rung) }
    #expect(Rung(name: "Commitment") == nil)
    #expect(Rung(name: "") == nil)
  }

  @Test func `rungs are ordered from absent to resourced`() {
    #expect(Rung.allCases.shuffled().sorted() == Rung.allCases)
  }

  @Test func `a report on the past reads done, partly, not found`() {
    #expect(
      Rung.allCases.map(\.resultTitle.english) == ["not found", "partly", "partly", "done", "done"])
    #expect(
      Rung.allCases.map(\.resultTitle.french)
        == ["non trouvé", "en partie", "en partie", "fait", "fait"])
  }

  @Test func `symbols tell the rungs apart without colour`() {
    #expect(Set(Rung.allCases.map(\.symbol)).count == Rung.allCases.count)
  }
}
