@testable import Documents
import SourceText
import Testing

@Suite struct LanguageTests {
  /// At the end of a text words are read byte by byte, elsewhere many bytes at once.
  @Test(arguments: [
    "The plan of the port.", "Le plan du port", "L'égalité des filles", "d’ici là, qu'elle soit",
    "a", "", "'s",
    "no words: 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78",
    "Actions, targets – and planned results – by the Department's staff, in the years to come",
    "œuvre — « paix » et sécurité, rapport d'étape; prévues: dépenses, ressources; dont l'une",
    "internationalizationinternationalizationinternationalizationinternationalization of it",
    "l'internationalisation-internationalisation’internationalisation’internationalisation de la",
    "Naïve façade déjà vu; a b c d e f g h i j k l m n o p q r s t u v w x y z; plan, plan, plan",
  ])
  func scoreIsTheSameAtTheEndOfAText(_ sample: String) {
    func balance(_ before: String, _ after: String) -> Int {
      let text = Array((before + sample + after).utf8)
      let start = before.utf8.count
      return text.withUnsafeBufferPointer { text in
        LanguageScore.words.withLookup { words in
          LanguageScore(of: start..<start + sample.utf8.count, in: text, words).balance
        }
      }
    }
    let expected = balance("", "")
    for before in ["", "x ", "\n\n", String(repeating: "y", count: 61) + "\n\n"] {
      #expect(balance(before, "\n\n" + String(repeating: "z ", count: 100)) == expected)
      #expect(balance(before, "") == expected)
    }
  }

  @Test func eachBlockHasItsOwn() throws {
    let document = try read(
      """
      # Plan

      The Department will train its guards in each of the next two years.

      # Plan

      Le Ministère formera ses gardiens au cours des deux prochaines années.

      - 12 quais
      - raison d'être

      | Cible | 2027 |
      |---|---|
      | 12 | 2027 |
      """, as: "a.md")
    #expect(
      document.blocks.map(\.language) == [
        .english, .english, .french, .french, .french, .french, .french, .french,
      ])
    #expect(document.language == .french)
  }

  @Test func borrowedWordsDoNotCount() throws {
    let document = try read(
      """
      The office keeps the raison d'être of the port and its déjà vu in view.

      - Vision, mission, raison d'être and operating context
      - Plan d'action
      """, as: "a.md")
    #expect(document.blocks.allSatisfy { $0.language == .english })
  }

  @Test func statementYieldsToCertainty() throws {
    let source = """
      <html lang="fr"><body><p>Titre</p>
      <p>This paragraph is in English, whatever the page says about it.</p>
      <p lang="en">Plan</p><p>Plan</p></body></html>
      """
    let document = try read(source, as: "a.html")
    #expect(document.blocks.map(\.language) == [.french, .english, .english, .french])
  }

  @Test func frontMatterDecidesForTextThatDoesNotTell() throws {
    let document = try read("---\nlanguage: fr\n---\n# Plan 2027\n\n12 %\n", as: "a.md")
    #expect(document.language == .french)
    #expect(document.blocks.map(\.language) == [.french, .french])
  }

  @Test func defaultAndForcedLanguage() throws {
    let options = ReadingOptions(defaultLanguage: .french)
    let short = try read("Plan 2027\n", as: "a.txt", options: options)
    #expect(short.language == .french)
    let forced = ReadingOptions(language: .french)
    let document = try read("This is the plan of the port.\n", as: "a.md", options: forced)
    #expect(document.blocks.map(\.language) == [.french])
  }

  @Test(arguments: [
    ("Les femmes, la paix et la sécurité", Language.french),
    ("Women, peace and security in the North", .english),
    ("CE QUE NOUS FERONS D’ICI 2027", .french),
    ("WHAT WE WILL DO BY 2027", .english),
    ("L’équipe s’est réunie à l’automne.", .french),
    ("It isn't what they'd hoped for.", .english),
  ])
  func shortTextsAreTold(_ text: String, _ language: Language) throws {
    let document = try read(text, as: "a.txt")
    #expect(document.language == language)
  }

  /// Words are taken several bytes at a time where there are as many, and byte by byte at the end of a text.
  @Test(arguments: [
    ("%de%port%la%", Language.french), ("%the%port%of%and%", .english), ("%port%plan%", nil),
    ("l'%qu’%", .french), ("%été%œuvre%À%", .french), ("%raison d'être%the%of%and%", nil),
    ("%l’%of%the%of%", .english),
  ])
  func wordsAreReadAlikeWhereverTheyStand(_ pattern: String, _ language: Language?) throws {
    for count in 0..<20 {
      let letters = String(repeating: "x", count: count)
      let text = pattern.split(separator: "%", omittingEmptySubsequences: false).joined(
        separator: count == 0 ? " " : " \(letters) ")
      for fallback in Language.allCases {
        let options = ReadingOptions(defaultLanguage: fallback)
        let last = try read(text + "\n", as: "a.md", options: options)
        let first = try read(
          text + "\n\n12 — 345 % 67 890 1 234 567 890\n", as: "a.md", options: options)
        #expect(first.blocks.first?.language == last.blocks.first?.language, "\(text)")
        #expect(last.blocks.first?.language == language ?? fallback, "\(text)")
      }
    }
  }
}
