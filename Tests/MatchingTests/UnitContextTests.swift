import SourceText
import Testing

@testable import Matching

@Suite struct UnitContextTests {
  @Test func aPhraseRunsFromTheContextIntoTheUnit() throws {
    let matching = try Matching(["will establish a council"])
    let units = [("The Department will: ", -1), ("hire staff", 0), ("establish a council", 0)]
    let matches = matching.matches(in: units)
    #expect(matches.map(\.unit) == [2])
    #expect(matches.first?.usesContext == true)
    #expect(matching.found(in: units) == ["will: hire staffestablish a council"])
  }

  @Test func aMatchNeedsAPartInTheUnitItself() throws {
    let matching = try Matching(["department", "department ~2 will", "department & will"])
    let matches = matching.matches(in: [("The Department will: ", -1), ("hire staff", 0)])
    #expect(matches.map(\.unit) == [0, 0, 0])
  }

  @Test(arguments: [
    ("fund & women", "The fund will help:", "women", true),
    ("women & fund", "The fund will help:", "women", true),
    ("fund &2 women", "The fund will help:", "women", true),
    ("fund &1 women", "The fund will help:", "women", false),
    ("fund ~2 women", "The fund will help:", "women", true),
    ("women & not fund", "The fund will help:", "women", false),
    ("help not before women", "The fund will help:", "women", false),
    ("women not after help", "The fund will help:", "women", false),
    ("help & will & fund", "The fund will help:", "women", false),
    ("fund & (help|women)", "The fund will help:", "women", true),
    ("fund & help &0 women", "The fund will help:", "women", true),
  ])
  func context(pattern: String, context: String, unit: String, isFound: Bool) throws {
    let matching = try Matching([pattern])
    let matches = matching.matches(in: [(context, -1), (unit, 0)]).filter { $0.unit == 1 }
    #expect(!matches.isEmpty == isFound)
    #expect(matches.allSatisfy { $0.usesContext })
  }

  @Test func onlyTheContextsOwnTextCounts() throws {
    let matching = try Matching(["alpha & gamma", "alpha beta gamma", "beta gamma"])
    let matches = matching.matches(in: [("alpha ", -1), ("beta ", 0), ("gamma", 1)])
    #expect(matches.map { [$0.unit, $0.pattern] } == [[2, 2]])
  }

  @Test func aContextThatIsNotInFrontIsIgnored() throws {
    let matching = try Matching(["alpha beta"])
    #expect(matching.matches(in: [("beta", 0), ("alpha ", 1), ("beta", 9)]).isEmpty)
  }

  @Test func onlyTheEndOfALongContextCounts() throws {
    let matching = try Matching(["alpha & beta", "gamma & beta"])
    let context = "alpha " + String(repeating: "word ", count: 400) + "gamma "
    #expect(matching.matches(in: [(context, -1), ("beta", 0)]).map(\.pattern) == [1])
  }
}
