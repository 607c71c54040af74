import Checking
import PolicyCoherence
import RuleSets
import SourceText
import TestSupport
import Testing

/// Every complaint about a workspace, in French.
@Suite struct TranslationTests {
  @Test func configuration() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(
      """
      format: 2
      langage: fr
      language: de
      fail-on: fixx
      levels: {requirement-coverage: loud}
      documents: [{path: a.md, kind: plan}, {kind: strategy}]

      """, to: "coherence.yml")
    let found = ConfigurationLoader.load(path).1 + ConfigurationLoader.load(folder.path).1
    for diagnostic in found {
      #expect(Translation.faults(in: diagnostic) == [], "\(diagnostic.rendered(in: .english))")
    }
    #expect(
      Set(found.map(\.id)) == [
        "unknown-format", "unknown-key", "unknown-value", "missing-key", "is-a-folder",
      ])
  }

  @Test func documents() async throws {
    let folder = try TemporaryDirectory()
    let blank = try folder.write("\n", to: "blank.md")
    try folder.write("x", to: "empty/note.xyz")
    try folder.write([0xFF, 0x41], to: "broken.txt")
    let check = CoherenceCheck(
      configuration: Configuration(), rules: CompiledRules(LoadedRules()))
    let report = await check.run(paths: [
      blank, folder.path + "/empty", folder.path + "/broken.txt", folder.path + "/nowhere",
      "/dev/null",
    ])
    #expect(report.diagnostics.flatMap(Translation.faults(in:)) == [])
    #expect(
      Set(report.diagnostics.map(\.id)) == [
        "no-documents", "no-text", "invalid-utf8", "file-not-found", "not-a-file",
      ])
  }

  @Test func draftsHaveCommentsInTheirLanguage() throws {
    let folder = try TemporaryDirectory()
    try folder.write("# Departmental Plan 2025-26\n\nWe will act.\n", to: "plan.md")
    let english = try WorkspaceDraft(folder: folder.path, language: .english).text
    let french = try WorkspaceDraft(folder: folder.path, language: .french).text
    #expect(english.contains("# guessed") && !english.contains("vérifier"))
    #expect(french.contains("# à vérifier") && !french.contains("guessed"))
    let keys = { (text: String) in text.split(separator: "\n").map { $0.prefix { $0 != "#" } } }
    #expect(keys(english) == keys(french))
  }
}
