import Checking
import RuleSets
import SourceText
import Testing

@Suite struct TerminologyCheckerTests {
  private func findings(
    _ text: String, _ language: Language = .english, period: String? = nil
  ) throws -> [String] {
    try CheckerBench.findings("terminology", in: text, language: language, period: period).map {
      "\($0.kind) \($0.arguments["acronym"]?.text(in: .english) ?? $0.arguments["term"]?.text(in: .english) ?? "")"
    }
  }

  @Test(arguments: [
    ("The PSOP will fund two women’s networks. The PSOP is large.", Language.english, "PSOP"),
    ("Le PSOP financera deux réseaux de femmes.", .french, "PSOP"),
  ])
  func `an acronym that nothing explains is told once`(
    text: String, language: Language, acronym: String
  ) throws {
    #expect(try findings(text, language) == ["unexplained-acronym \(acronym)"])
  }

  @Test(arguments: [
    (
      "The Peace and Stabilization Operations Program (PSOP) is large. The PSOP will fund it.",
      Language.english
    ),
    ("The PSOP (Peace and Stabilization Operations Program) will fund it.", .english),
    ("NATO and UNICEF will come.", .english),
    ("The C-NAP and the WPSN-C will come.", .english),
    ("Part XIV of the plan describes it.", .english),
    ("# THE PSOP\n\nNothing else is said here.", .english),
    ("THE PSOP WILL FUND IT ALL.", .english),
    ("| Term | Meaning |\n|---|---|\n| PSOP | a program |\n\nThe PSOP will fund it.", .english),
    ("Le Programme pour la stabilisation (PPS) est vaste. Le PPS financera le reste.", .french),
  ])
  func `what is explained, known or no acronym is passed over`(
    text: String, language: Language
  ) throws {
    #expect(try findings(text, language) == [])
  }

  @Test func `the former spelling of GBA Plus is a note in a text of today`() throws {
    let text = "We applied GBA+ to the budget."
    #expect(try findings(text, period: "2026–27").contains("former-spelling GBA+"))
    #expect(try !findings(text, period: "2019–20").contains("former-spelling GBA+"))
    #expect(try findings("We applied GBA Plus to it.", period: "2026–27") == [])
    #expect(
      try findings("Nous avons appliqué l’ACS+ au budget.", .french, period: "2026–27")
        .contains("former-spelling ACS+"))
  }

  @Test func `words in both languages`() throws {
    let finding = try #require(
      try CheckerBench.findings("terminology", in: "The PSOP will fund it.").first)
    #expect(
      try CheckerBench.message(finding) == "‘PSOP’ is never explained (uses: 1)")
    #expect(
      try CheckerBench.message(finding, .french)
        == "«\u{A0}PSOP\u{A0}» est employé sans explication (occurrences\u{A0}: 1)")
  }
}
