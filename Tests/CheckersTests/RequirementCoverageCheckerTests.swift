import Checking
import RuleSets
import SourceText
import Testing

@Suite struct RequirementCoverageCheckerTests {
  private func findings(
    _ text: String, language: Language = .english, kind: DocumentKind = .departmentalPlan
  ) throws -> [Finding] {
    try CheckerBench.findings("requirement-coverage", in: text, language: language, kind: kind)
  }

  @Test func `a met requirement has no finding`() throws {
    #expect(try findings("The Department will train women mediators.") == [])
  }

  @Test func `nothing found is absent, and stands nowhere`() throws {
    let finding = try #require(try findings("The Department will buy boats.").first)
    #expect(finding.kind == "absent")
    #expect(finding.requirement == "m.train")
    #expect(finding.level == .ask)
    #expect(finding.place == nil)
    #expect(finding.path == "plan.md")
    #expect(
      try CheckerBench.message(finding)
        == "Training: not found in the passages read; at least commitment is expected")
    #expect(
      try CheckerBench.message(finding, .french)
        == "Formation : non trouvé dans les passages lus; au moins engagement est attendu")
  }

  @Test func `something below the floor is too weak, and stands at the best passage`() throws {
    let text = "Women mediators matter.\n\nThe Department may train women mediators."
    let finding = try #require(try findings(text).first)
    #expect(finding.kind == "too-weak")
    #expect(finding.place?.line == 3)
    #expect(finding.place?.quote == "The Department may train women mediators.")
    #expect(
      try CheckerBench.message(finding)
        == "Training: the firmest passage is intent; at least commitment is expected")
  }

  @Test func `a denied act is contradicted, and stands at the denial`() throws {
    let finding = try #require(
      try findings("Boats.\n\nThe Department will not train women mediators.").first)
    #expect(finding.kind == "contradicted")
    #expect(finding.place?.line == 3)
    #expect(
      try CheckerBench.message(finding)
        == "Training: the plan says the opposite; at least commitment is expected")
  }

  @Test(arguments: [
    "# Plan\n\n## Definitions\n\nThe Department will train women mediators.",
    "[Insert how the Department will train women mediators]",
  ])
  func `template text alone is told apart from nothing`(text: String) throws {
    let finding = try #require(try findings(text).first)
    #expect(finding.kind == "template-only")
    #expect(finding.place?.quote.contains("train women mediators") == true)
  }

  @Test(arguments: [
    "The United Nations will train women mediators.",
    "“The Department will train women mediators.”",
    "# Train women mediators\n\nBoats.",
  ])
  func `what never counted is absent`(text: String) throws {
    #expect(try findings(text).map(\.kind) == ["absent"])
  }

  @Test func `a promise elsewhere in the document outweighs a denial`() throws {
    let text = """
      The Department will not train women mediators in Ottawa.

      The Department will train women mediators in Halifax.
      """
    #expect(try findings(text) == [])
  }

  @Test func `the floor is that of the kind of document`() throws {
    let text = "The Department may train women mediators."
    #expect(try findings(text).map(\.kind) == ["too-weak"])
    #expect(try findings(text, kind: .strategy) == [])
  }

  @Test func `a requirement that does not apply is not asked for`() throws {
    #expect(try findings("Boats.", kind: .memorandum) == [])
  }

  @Test func `what a person judges is a question where something was found, and nothing else`()
    throws
  {
    let text = "The Department will train women mediators. The tone is warm."
    let finding = try #require(try findings(text).first)
    #expect(finding.kind == "question")
    #expect(finding.requirement == "m.judge")
    #expect(finding.place?.quote == "The tone is warm.")
    #expect(try CheckerBench.message(finding) == "Tone: for a person to judge")
    #expect(try findings("The Department will train women mediators.") == [])
  }

  @Test func `French plans have the same gaps`() throws {
    for (text, kind) in [
      ("Le Ministère achètera des bateaux.", "absent"),
      ("Le Ministère pourrait former des médiatrices.", "too-weak"),
      ("Le Ministère ne formera pas de médiatrices.", "contradicted"),
      ("# Plan\n\n## Définitions\n\nLe Ministère formera des médiatrices.", "template-only"),
    ] {
      #expect(try findings(text, language: .french).map(\.kind) == [kind], "\(text)")
    }
  }
}
