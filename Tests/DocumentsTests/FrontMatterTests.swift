import Documents
import SourceText
import Testing

@Suite struct FrontMatterTests {
  private func metadata(_ source: String) throws -> [String] {
    try read(source, as: "a.md").metadata.map { "\($0.key)=\($0.value)" }
  }

  @Test func keysAndValues() throws {
    let source = """
      ---
      Title: "Plan \\"A\\": safe piers" # a remark
      kind: NIP
      department: 'Port Office'
      period: 2026–2029   # years
      note: >
        folded over
        two lines
      tags:
        - piers
        - guards
      empty:
      "altLangPage": "b.html",
      broken line
      : no key
      deep: {a: 1}
      ---
      # Text

      """
    #expect(
      try metadata(source) == [
        "title=Plan \"A\": safe piers", "kind=NIP", "department=Port Office",
        "period=2026–2029", "note=folded over two lines", "tags=piers, guards",
        "altlangpage=b.html",
        "deep={a: 1}",
      ])
    let document = try read(source, as: "a.md")
    #expect(document.blocks.count == 1)
    #expect(document.place(ofTextRange: document.blocks[0].textRange).line == 18)
  }

  @Test(arguments: [
    "---\n\ntext\n\n---\n", "---\ntitle: never closed\n", "--- \ntext: x", "text\n---\na: b\n---\n",
  ])
  func whatIsNoFrontMatter(_ source: String) throws {
    #expect(try metadata(source) == [])
  }

  @Test func titleComesFromIt() throws {
    #expect(try read("---\ntitle: A\n---\n# B\n", as: "a.md").title == "A")
    #expect(try read("---\ntitre: A\n---\nB\n", as: "a.txt").title == "A")
    #expect(try read("## B\n\n# C\n", as: "a.md").title == "C")
    #expect(try read("b.\n", as: "a.md").title == nil)
  }
}
