import Facts
import SourceText
import Testing

/// Words that were met before are told from their bytes alone, and say the same as at first.
@Suite struct RememberedWordTests {
  @Test(arguments: [
    (
      "The women's council won't re-fund its peace-building work/study plan (draft); 300jours, COVID19 — École's end.",
      Language.english
    ),
    (
      "L’égalité d'abord : qu’elle s'étende aux cheffes, aux agent(e)s et aux directeur·rices, aujourd’hui à Œuvre.",
      .french
    ),
    ("internationalization-based «\u{A0}plan\u{A0}» e\u{301}cole naïve co\u{AD}operation", .french),
    ("A a. b/c d.e f-g h'i j’k l… m\u{2019} “n” 'o' p\u{200D}q", .english),
  ])
  func sayTheSameAgain(_ sentence: String, _ language: Language) throws {
    let text = Array(repeating: sentence, count: 3).joined(separator: "\n\n")
    let facts = try FactsBench.facts(text, language: language)
    let inFull = DocumentFacts.words(of: sentence, language)
    #expect(!inFull.isEmpty)
    #expect(facts.words == inFull + inFull + inFull)
  }
}
