import Checking
import Documents
import RuleSets
import SourceText
import Testing

@testable import PolicyCoherence

@Suite struct ProfileDetectorTests {
  private func profile(
    _ text: String, path: String = "plan.md", configuration: Configuration = Configuration()
  ) throws -> DocumentProfile {
    ProfileDetector(configuration: configuration).profile(
      of: try BuiltinReaders.read(path: path, source: Array(text.utf8)))
  }

  private static let frontMatter = """
    ---
    department: Global Affairs Canada
    acronym: GAC
    kind: NIP
    language: fr
    period: 2023-2029
    counterpart: plan.en.md
    ---
    # Departmental Plan 2026–27

    Text.
    """

  @Test func `front matter says it all, codes included`() throws {
    let found = try profile(Self.frontMatter, path: "plans/plan.fr.md")
    #expect(
      found
        == DocumentProfile(
          path: "plans/plan.fr.md", kind: .implementationPlan, department: "GAC",
          language: .french, period: "2023-2029", counterpart: "plans/plan.en.md"))
  }

  @Test func `the workspace file wins over front matter`() throws {
    var configuration = Configuration()
    configuration.documents["plan.md"] = .init(
      kind: .strategy, department: "DND", language: .english, period: "2030–31",
      counterpart: "other.md")
    #expect(
      try profile(Self.frontMatter, configuration: configuration)
        == DocumentProfile(
          path: "plan.md", kind: .strategy, department: "DND", language: .english,
          period: "2030–31", counterpart: "other.md"))
  }

  @Test func `an entry for another document changes nothing`() throws {
    var configuration = Configuration()
    configuration.documents["other.md"] = .init(kind: .strategy)
    #expect(
      try profile("# Departmental Plan", configuration: configuration).kind == .departmentalPlan)
  }

  @Test func `what nobody said is inferred and said to be`() throws {
    let found = try profile("# Departmental Plan 2026–27\n\nThe Department will buy boats.")
    #expect(found.kind == .departmentalPlan)
    #expect(found.language == .english)
    #expect(found.period == "2026–2027")
    #expect(found.department == nil)
    #expect(found.inferred == ["kind", "language", "period"])
  }

  @Test func `an unknown kind in the front matter is inferred`() throws {
    let found = try profile("---\nkind: letter\n---\n# Progress report\n\nText of the report.")
    #expect(found.kind == .progressReport)
    #expect(found.inferred.contains("kind"))
  }

  @Test(arguments: [
    ("Departmental Plan 2026–27", DocumentKind.departmentalPlan),
    ("GAC implementation plan for the national action plan", .implementationPlan),
    ("Canada’s National Action Plan", .nationalActionPlan),
    ("Departmental Results Report 2024–25", .resultsReport),
    ("Progress Report 2024", .progressReport),
    ("Memorandum to Cabinet", .memorandum), ("Treasury Board submission", .submission),
    ("GBA Plus supplementary information table", .supplementaryTable),
    ("Defence Strategy", .strategy), ("Strategic Framework", .strategy),
    ("Consultation report", .consultation), ("Concept note", .consultation),
    ("Plan ministériel 2026-2027", .departmentalPlan),
    ("Plan de mise en œuvre", .implementationPlan), ("Rapport d’étape", .progressReport),
    ("Rapport sur les résultats ministériels", .resultsReport),
    ("Plan d’action national", .nationalActionPlan), ("Mémoire au Cabinet", .memorandum),
    ("Présentation au Conseil du Trésor", .submission), ("Cadre stratégique", .strategy),
    ("PROGRESS REPORT", .progressReport), ("Something else", .departmentalPlan),
  ])
  func `titles in both languages`(title: String, kind: DocumentKind) throws {
    #expect(try profile("# \(title)\n\nText.").kind == kind)
  }

  @Test func `the file's name speaks where the title does not`() throws {
    let path = "a/progress_report-2024.md"
    #expect(try profile("# Boats\n\nText.", path: path).kind == .progressReport)
    #expect(try profile("Text alone.", path: path).kind == .progressReport)
    #expect(try profile("# Strategy\n\nText.", path: path).kind == .strategy)
  }

  @Test(arguments: [
    ("Plan 2026–27", "2026–2027"), ("Plan 2026-2027", "2026–2027"),
    ("Plan, 2023 to 2029", "2023–2029"), ("Plan 2026", nil), ("Resolution 1325 (2000)", nil),
    ("Plan 2029 to 2023", nil), ("From 1990 to 2029", nil), ("Plan", nil),
  ])
  func `a period in a title`(title: String, period: String?) {
    #expect(ProfileDetector.period(in: title) == period)
  }

  @Test func `French is told from the text`() throws {
    let found = try profile(
      "# Plan ministériel\n\nLe Ministère achètera des bateaux pour les régions du Nord.")
    #expect(found.language == .french)
  }
}
