import Testing

@testable import RuleSets

@Suite struct RuleSetOutlineTests {
  @Test func linesKeepTheirNumbersAndPatternsGo() {
    let text = """
      requirements:
        - id: a.b
          evidence:
            topic:
              en: ["women"]

              fr: ["femmes"]
          why: {en: x, fr: y}
          examples:
            - {lang: en, rung: absent, text: "z"}
      groups: []
      """
    let expected = """
      requirements:
        - id: a.b
          evidence: {}




          why: {en: x, fr: y}
          examples: {}

      groups: []

      """
    #expect(
      String(decoding: RuleSetOutline.pruned(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func whatIsKeptComesBack() throws {
    var outline = RuleSetOutline()
    outline.add(Array("id: a\nevidence:\n  - b\n".utf8), digest: "0123")
    outline.add(Array("id: c".utf8), digest: "4567")
    let archive = outline.archived()
    let back = try #require(RuleSetOutline(archive: archive))
    #expect(back.texts == outline.texts)
    for count in archive.indices where count > 0 {
      #expect(RuleSetOutline(archive: Array(archive.prefix(count)))?.texts != outline.texts)
    }
  }
}
