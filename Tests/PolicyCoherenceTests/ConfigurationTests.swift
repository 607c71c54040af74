import Checking
import PolicyCoherence
import RuleSets
import Testing

@Suite struct ConfigurationTests {
  @Test(arguments: [
    ("plans/EXPECTED.md", "plans/EXPECTED.md", true),
    ("plans/EXPECTED.md.bak", "plans/EXPECTED.md", false),
    ("plans/a/b.md", "plans", true),
    ("plans-old/b.md", "plans", false),
    ("plans/draft-1.md", "plans/draft-*", true),
    ("plans/final.md", "plans/draft-*", false),
    ("plans/a/draft.md", "*/draft.md", true),
    ("plans/a/draft.html", "*.md", false),
    ("a/aab/aaab.md", "*aab*b.md", true),
    ("", "*", true),
    ("a.md", "", false),
  ])
  func `exclusion patterns`(path: String, pattern: String, excluded: Bool) {
    var configuration = Configuration()
    configuration.exclude = [pattern]
    #expect(configuration.excludes(path) == excluded)
  }

  @Test func `a folder's own file describes documents and changes nothing else`() {
    var mine = Configuration()
    mine.documents["a.md"] = .init(kind: .strategy)
    mine.exclude = ["x"]
    var other = Configuration()
    other.documents["a.md"] = .init(kind: .memorandum)
    other.documents["b.md"] = .init(kind: .initiative)
    other.exclude = ["y"]
    other.failOn = nil
    other.levels["requirement-coverage"] = .some(nil)
    other.rules = ["elsewhere"]
    mine.describeDocuments(from: other)
    #expect(mine.documents["a.md"]?.kind == .strategy)
    #expect(mine.documents["b.md"]?.kind == .initiative)
    #expect(mine.exclude == ["x", "y"])
    #expect(mine.failOn == .fix)
    #expect(mine.levels.isEmpty)
    #expect(mine.rules.isEmpty)
  }
}
