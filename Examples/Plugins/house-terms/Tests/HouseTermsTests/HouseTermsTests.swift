import CoherencePlugin
import HouseTerms
import Testing

@Suite("House terms")
struct HouseTermsTests {
  private let list = TermList(
    csv: """
      language,avoid,use,why
      en,manpower,personnel,leaves women out
      fr,"droits de l’homme","droits de la personne","usage, canadien"
      """)

  private func quotes(_ text: String, _ language: String) -> [String] {
    let document = PluginDocument(
      path: "p.md", language: language,
      blocks: [.init(kind: "paragraph", language: language, text: text)])
    return HouseTerms(list).check(document).map { finding in
      guard case .passage(_, _, let quote, _) = finding.place else { return "" }
      return quote
    }
  }

  @Test(
    "terms are found as words of their own, in their language",
    arguments: [
      ("Manpower, and more manpower.", "en", ["Manpower", "manpower"]),
      ("Manpowered.", "en", []), ("Les Droits de l'homme d’abord.", "fr", ["Droits de l'homme"]),
      ("manpower", "fr", []),
    ])
  func finds(_ text: String, _ language: String, _ expected: [String]) {
    #expect(quotes(text, language) == expected)
  }

  @Test("a list is read with its quotes, and says which lines are no terms")
  func reads() {
    #expect(list.terms.map(\.why) == ["leaves women out", "usage, canadien"])
    #expect(TermList(csv: "language,avoid,use\nde,x,y\nen,,z\n").badLines == [2, 3])
  }
}
