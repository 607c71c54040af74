import Checking
import Judging
import RuleSets
import SourceText
import Testing

/// A checker that counts documents, to try the way of corpus checkers.
private struct CountingChecker: Checker {
  var description: CheckerDescription {
    CheckerDescription(
      id: "counting", version: "1.0.0", scope: .corpus, needs: [.facts],
      title: LocalizedText(english: "Counting", french: "Compte"),
      rationale: LocalizedText(english: "For tests.", french: "Pour les essais."),
      findings: [
        FindingKind(
          id: "count", level: .note,
          message: LocalizedText(english: "{n} plans: {what}", french: "{n} plans : {what}"),
          help: LocalizedText(english: "{missing}", french: "{missing}"))
      ])
  }

  func report(_ facts: [CheckerFacts], options: [String: String]) -> [Finding] {
    [
      Finding(
        checker: "counting", kind: "count", level: .note,
        arguments: [
          "n": .number(facts.count),
          "what": .localized(LocalizedText(english: "yes", french: "oui")),
        ])
    ]
  }
}

@Suite struct FindingWordsTests {
  @Test func `slots are filled in the language of the reader, unknown ones stay`() throws {
    let checker = CountingChecker()
    let finding = try #require(
      checker.report([CheckerFacts(path: "a", records: [])], options: [:]).first)
    let kind = try #require(checker.description.kind("count"))
    #expect(kind.message(of: finding, in: .english) == "1 plans: yes")
    #expect(kind.message(of: finding, in: .french) == "1 plans : oui")
    #expect(kind.help(of: finding, in: .english) == "{missing}")
    #expect(checker.description.kind("none") == nil)
  }

  @Test func `levels are ordered from note to fix`() {
    #expect(Level.allCases.sorted() == [.note, .ask, .fix])
  }

  @Test(arguments: [
    ("2026–27", [2026, 2027]), ("2026-2027", [2026, 2027]), ("2027", [2027]), ("", []),
    ("2023 to 2029", [2023, 2029]), ("FY 2026/27", [2026, 2027]), ("1234567", []),
    ("2024–2025–2026", [2024, 2026]), ("12", []), ("1850-60", []),
  ])
  func `years of a period`(period: String, years: [Int]) {
    let profile = DocumentProfile(
      path: "", kind: .departmentalPlan, language: .english, period: period)
    #expect(profile.periodYears == years)
  }
}
