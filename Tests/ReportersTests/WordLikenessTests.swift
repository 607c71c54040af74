import Testing

@testable import Reporters

@Suite struct WordLikenessTests {
  @Test func `the passage with most words in common is found, the first of several`() {
    let likeness = WordLikeness([
      (3, ["fund", "women", "boats"]), (5, ["fund", "women", "who", "fish"]),
      (8, ["women", "fund", "fish", "who"]), (9, []),
    ])
    #expect(likeness.nearest(to: ["fund", "women", "who", "fish", "again"]) == 5)
    #expect(likeness.nearest(to: ["fund", "women", "boats"]) == 3)
    #expect(likeness.nearest(to: ["fund", "harbours", "and", "piers"]) == nil)
    #expect(likeness.nearest(to: []) == nil)
  }

  @Test func `items of a long list are set against those with the same rare word`() {
    let common = ["fund", "women", "by", "march"]
    let likeness = WordLikeness((0..<4000).map { ($0, Set(common + ["\($0)"])) })
    #expect(likeness.nearest(to: Set(common + ["3999"])) == 3999)
    // Without a rare word, only the first are read.
    let candidates = likeness.candidates(for: Set(common))
    #expect(candidates.count == WordLikeness.mostPassages)
    #expect(likeness.nearest(to: Set(common)) == 0)
  }
}
