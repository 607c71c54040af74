import SourceText
import Testing

@testable import Matching

@Suite struct PatternMatchingTests {
  static let lists = [
    ("women", ["woman", "women", "girl", "(female|women) {role}"]),
    ("role", ["veteran", "peacebuilder", "(police|army) officer"]),
    ("fund", ["fund", "grant", "provide ~3 money"]),
  ]

  @Test(arguments: [
    // Optional parts.
    ("strong? commitment", "strong commitment", ["strong commitment", "commitment"]),
    ("(very strong)? commitment to", "strong commitment to", ["commitment to"]),
    // One word.
    ("lead * agency", "the lead federal agency", ["lead federal agency"]),
    ("lead * agency", "the lead agency", []),
    ("lead * * agency", "the lead 1,000 federal agency", ["lead 1,000 federal agency"]),
    ("* agency", "agency one agency", ["one agency"]),
    ("agency *", "agency one agency", ["agency one"]),
    ("lead *? agency", "lead the agency", ["lead the agency"]),
    // Gaps.
    ("fund ~2 women", "fund women", ["fund women"]),
    ("fund ~2 women", "fund one two women", ["fund one two women"]),
    ("fund ~2 women", "fund one two three women", []),
    ("fund ~2 women", "women fund", []),
    ("fund ~1 * ~1 women", "fund one women", ["fund one women"]),
    ("fund ~1 * ~1 women", "fund women", []),
    ("fund ~1 new? ~1 women", "fund one new two women", ["fund one new two women"]),
    ("fund ~1 new? ~1 women", "fund one two women", ["fund one two women"]),
    ("fund ~1 new? ~1 women", "fund one two three women", []),
    // Choices and lists.
    ("(seat|place|advisory group) for", "a place for", ["place for"]),
    ("(seat|place|advisory group) for", "an advisory group for", ["advisory group for"]),
    ("{women}", "girls and women police officers", ["girls", "women"]),
    ("female {role}", "female army officers", ["female army officers"]),
    ("{fund} ~4 {women}", "provide some money for girls", ["provide some money for girls"]),
    ("{fund} {women}", "grants women", ["grants women"]),
    // Guards.
    ("lead not before (to|agency)", "the lead agency", []),
    ("lead not before (to|agency)", "the lead", ["lead"]),
    ("gender not after (this)", "this gender, gender", ["gender"]),
    ("gender equality not after this", "this gender equality", []),
    ("fund ~3 women not before only", "fund for women only", []),
    ("fund ~3 women not before only", "fund for women now", ["fund for women"]),
    ("lead not before agency ~3 women", "lead of women", ["lead of women"]),
    // Both.
    ("fund & women", "women and girls get funds", ["funds"]),
    ("fund & women", "girls get funds", []),
    ("fund &1 women", "women get funds", ["funds"]),
    ("fund &1 women", "women do get funds", []),
    ("fund & not men", "funds for women", ["funds"]),
    ("fund & not men", "funds for men", []),
    ("fund &1 not men", "funds for men only, new funds for two men", ["funds"]),
    ("fund &2 women & girl", "girls: funds for women", ["funds"]),
    ("{fund} ~3 grant & {women}", "funds as a grant for girls", ["funds as a grant"]),
  ])
  func pattern(pattern: String, text: String, expected: [String]) throws {
    let matching = try Matching([pattern], lists: Self.lists)
    #expect(matching.found(in: text) == expected)
  }

  @Test func aListsEntriesInsideListsAreFound() throws {
    let matching = try Matching(["{women}"], lists: Self.lists)
    #expect(matching.found(in: "female police officers") == ["female police officers"])
  }

  @Test func bothSidesHaveTheirSpans() throws {
    let text = "women will get new funds"
    let match = try #require(try Matching(["fund & woman"]).matches(in: text).first)
    #expect((match.start, match.end, match.wholeStart, match.wholeEnd) == (19, 24, 0, 24))
    #expect(!match.usesContext)
  }

  @Test func matchesComeByUnitThenPatternThenStart() throws {
    let matching = try Matching(["women", "fund ~2 women", "fund"])
    let matches = matching.matches(in: [("fund women. ", -1), ("women fund women", -1)])
    #expect(
      matches.map { [$0.unit, $0.pattern, Int32($0.start)] } == [
        [0, 0, 5], [0, 1, 0], [0, 2, 0],
        [1, 0, 12], [1, 0, 23], [1, 1, 18], [1, 2, 18],
      ])
  }

  @Test func equalPatternsAreEachReported() throws {
    let matching = try Matching(["women", "women", "a & b", "a & b"])
    #expect(matching.matches(in: "women").map(\.pattern) == [0, 1])
    #expect(matching.matches(in: "b a").map(\.pattern) == [2, 3])
  }
}
