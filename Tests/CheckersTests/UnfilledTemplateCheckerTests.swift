import Checking
import RuleSets
import SourceText
import Testing

@Suite struct UnfilledTemplateCheckerTests {
  private func findings(_ text: String, _ language: Language = .english) throws -> [Finding] {
    try CheckerBench.findings("unfilled-template", in: text, language: language)
  }

  private func words(_ finding: Finding) -> String {
    finding.arguments["words"]?.text(in: .english) ?? ""
  }

  @Test(arguments: [
    ("[Insert quality of life impacts]", Language.english),
    ("Text before [insert number] and after.", .english),
    ("[Describe the results here.]", .english), ("[TBD]", .english), ("[XX]", .english),
    ("[xxx]", .english), ("[DEPARTMENT NAME]", .english),
    ("We will train XXX officers.", .english), ("About xx% of staff.", .english),
    ("[Enter text]", .english), ("[Select one]", .english), ("[Instructions: delete me]", .english),
    ("**[Insert owner]**", .english), ("- [Insert activity]", .english),
    ("# [Insert heading]\n\nText.", .english), ("> [Insert quotation]", .english),
    ("[Insérer les incidences]", .french), ("[Insérez le nombre]", .french),
    ("[Indiquer la date]", .french), ("[Préciser]", .french), ("[NOM DU MINISTÈRE]", .french),
    ("[Décrire les résultats]", .french), ("[Consigne : à supprimer]", .french),
    ("Le Ministère formera XXX agents.", .french),
  ])
  func `an instruction or fill is reported once`(text: String, language: Language) throws {
    let found = try findings(text, language)
    #expect(found.map(\.kind) == ["instruction"])
    #expect(found.first?.level == .fix)
  }

  @Test(arguments: [
    ("They wrote “teh” [sic] on it.", Language.english), ("As noted [1], costs rise.", .english),
    ("Costs rise.[^1]\n\n[^1]: A note.", .english), ("See [12] and [a].", .english),
    ("The twentieth century, part XX, and Louis XXI.", .english),
    ("Chapters XX, XXI and XXXIV, volume XL.", .english),
    ("Read [the plan](https://example.org/plan).", .english),
    ("Read [Describe your needs](https://example.org/form).", .english),
    ("The officers [and their staff] agreed.", .english), ("a < b and c > d", .english),
    ("```\n[Insert code]\n```", .english),
    ("Chapters [emphasis added] are long.", .english), ("[…] it said", .english),
    ("[The] Department agrees.", .english), ("Maxx and Exxon", .english),
    ("Le XXIe siècle et Louis XXI.", .french), ("Elle a dit « oui » [sic].", .french),
    ("Voir [1] et [2].", .french), ("Les agents [et leurs adjointes] sont d’accord.", .french),
    ("[Traduction] Nous sommes d’accord.", .french), ("[ICI] est un sigle.", .french),
  ])
  func `what only looks like it`(text: String, language: Language) throws {
    #expect(try findings(text, language).map(words) == [])
  }

  @Test func `the words, the place and the message`() throws {
    let finding = try #require(
      try findings("# Plan\n\n## Results\n\nWe expect [insert  the\nfigure] cases.").first)
    #expect(words(finding) == "[insert the figure]")
    #expect(finding.place?.line == 5)
    #expect(finding.place?.column == 11)
    #expect(finding.place?.headingPath == ["Plan", "Results"])
    #expect(
      try CheckerBench.message(finding)
        == "template instruction left in the text: ‘[insert the figure]’")
    #expect(
      try CheckerBench.message(finding, .french)
        == "consigne de gabarit laissée dans le texte : « [insert the figure] »")
  }

  @Test func `several in one block are each reported, in order`() throws {
    let found = try findings("From [insert start] to [insert end], XXX cases.")
    #expect(found.map(words) == ["[insert start]", "[insert end]", "XXX"])
  }

  @Test func `a long passage in brackets is prose`() throws {
    let prose = "[Describe " + String(repeating: "many words ", count: 80) + "]"
    #expect(try findings(prose) == [])
  }

  @Test func `a bracket that is never closed is prose, at no great cost`() throws {
    #expect(try findings(String(repeating: "[ ", count: 20_000)) == [])
  }

  // MARK: Cells

  @Test(arguments: [
    ("TBD", Language.english), ("To be determined", .english), ("to be confirmed.", .english),
    ("To be established", .english), ("XX", .english), ("À déterminer", .french),
    ("À venir", .french), ("à confirmer", .french), ("AD", .french),
  ])
  func `a cell whose value is still to come`(cell: String, language: Language) throws {
    let text = "| Measure | Target |\n|---|---|\n| Trained staff | \(cell) |"
    let found = try findings(text, language)
    #expect(found.map(\.kind) == ["undetermined"])
    #expect(found.first?.level == .ask)
    #expect(found.first?.place?.quote.contains("Trained staff") == true)
  }

  @Test(arguments: ["40", "n/a", "Ongoing", "March 2028", "", "Determined by the board"])
  func `a cell with a value or none`(cell: String) throws {
    let text = "| Measure | Target |\n|---|---|\n| Trained staff | \(cell) |"
    #expect(try findings(text) == [])
  }

  @Test func `the first cell names the row and is no measure`() throws {
    #expect(try findings("| Measure | Target |\n|---|---|\n| To be determined | 4 |") == [])
  }

  // MARK: Sections

  @Test(arguments: [
    ("# Plan\n\n## A\n\n## B\n\nText.", ["A"]), ("# Plan\n\n## A\n\nText.\n\n## B", ["B"]),
    ("# Plan\n\n## A\n\n### B\n\nText.", []), ("# Plan\n\n## A\n\n# Next\n\nText.", ["A"]),
    ("# Plan", []), ("# Plan\n\nText.", []),
    ("# Plan\n\n## A\n\n| a | b |\n|---|---|\n| 1 | 2 |", []),
    ("# Plan\n\n### A\n\n### B\n\n## C\n\nText.", ["A", "B"]),
  ])
  func `a heading with nothing under it`(text: String, expected: [String]) throws {
    let found = try findings(text)
    #expect(found.map(words) == expected)
    #expect(found.allSatisfy { $0.kind == "empty-section" && $0.level == .ask })
  }
}
