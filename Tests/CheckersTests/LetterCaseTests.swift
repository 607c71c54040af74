import Facts
import Testing

@testable import Checkers

@Suite struct LetterCaseTests {
  @Test func `a paragraph is counted once for all its acronyms`() throws {
    let text = "We fund the " + String(repeating: "PSOP and ", count: 400) + "others."
    let facts = try CheckerBench.facts(of: text)
    var letters = LetterCase(facts)
    #expect(facts.acronyms.count >= 400)
    for acronym in facts.acronyms {
      let isSmall = letters.areMostlySmall(inUnit: Int(acronym.unit))
      #expect(!isSmall)
    }
    #expect(letters.countedBytes <= text.utf8.count)
  }
}
