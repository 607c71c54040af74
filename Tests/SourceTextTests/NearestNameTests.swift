import SourceText
import Testing

@Suite struct NearestNameTests {
  private static let keys = ["title", "topic", "act", "mention", "unless", "applies-to", "with"]

  @Test(arguments: [
    ("titel", "title"), ("tittle", "title"), ("itle", "title"), ("Topic", "topic"),
    ("aplies-to", "applies-to"), ("applies_to", "applies-to"), ("mentions", "mention"),
    ("wiht", "with"), ("act", "act"), ("acts", "act"),
  ])
  func `a slip finds its name`(slip: String, name: String) {
    #expect(NearestName.suggestion(for: slip, among: Self.keys) == name)
  }

  @Test(arguments: ["", "xyz", "completely-different", "appointment"])
  func `a far name finds nothing`(name: String) {
    #expect(NearestName.suggestion(for: name, among: Self.keys) == nil)
  }

  @Test func `nothing is known, nothing is suggested`() {
    #expect(NearestName.suggestion(for: "title", among: []) == nil)
  }

  @Test func `among equals the first by name, whatever the order`() {
    let names = ["bat", "cat", "rat"]
    #expect(NearestName.suggestion(for: "aat", among: names) == "bat")
    #expect(NearestName.suggestion(for: "aat", among: names.reversed()) == "bat")
  }

  @Test func `a name of a megabyte is cut and answered`() {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(NearestName.suggestion(for: long, among: Self.keys) == nil)
  }

  @Test func `accents are letters of their own`() {
    #expect(NearestName.suggestion(for: "échéanse", among: ["échéance", "absence"]) == "échéance")
  }
}
