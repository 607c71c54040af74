import Checking
import PolicyCoherence
import RuleSets
import SourceText
import TestSupport
import Testing

@Suite struct WorkspaceDraftTests {
  @Test func `the draft loads back and says what the documents say`() throws {
    let workspace = try Workspace([
      "a.md": "---\nkind: memorandum\nacronym: \"A\\\"B: #x\"\nlanguage: fr\n---\n# Texte\n\nOui.",
      "sub/b: #1.md": "# Progress Report 2024–25\n\nThe Department trained women mediators.",
      "no.md": "plain text of no kind at all", "README.md": "not a policy",
    ])
    let draft = try WorkspaceDraft(folder: workspace.folder.path)
    #expect(draft.documentCount == 3)
    try workspace.folder.write(draft.text, to: "coherence.yml")
    let (configuration, complaints) = workspace.configuration()
    #expect(complaints == [])
    #expect(configuration.failOn == .fix)
    #expect(configuration.documents.count == 3)
    let first = try #require(configuration.documents[workspace.path("a.md")])
    #expect(first.kind == .memorandum)
    #expect(first.department == "A\"B: #x")
    #expect(first.language == .french)
    let second = try #require(configuration.documents[workspace.path("sub/b: #1.md")])
    #expect(second.kind == .progressReport)
    #expect(second.period == "2024–2025")
    #expect(configuration.documents[workspace.path("no.md")]?.kind == .departmentalPlan)
  }

  @Test func `what was inferred is marked`() throws {
    let workspace = try Workspace(["a.md": "---\nkind: nap\n---\n# Plan\n\nThe text of a plan."])
    let text = try WorkspaceDraft(folder: workspace.folder.path).text
    #expect(text.contains("    kind: nap\n"))
    #expect(text.contains("    language: en  # guessed"))
  }

  @Test func `an empty folder gives a draft that loads`() throws {
    let workspace = try Workspace(["empty/x.csv": ""])
    let draft = try WorkspaceDraft(folder: workspace.path("empty"))
    #expect(draft.documentCount == 0)
    try workspace.folder.write(draft.text, to: "coherence.yml")
    #expect(workspace.configuration().1 == [])
  }

  @Test func `a folder that is not there is an error`() throws {
    let workspace = try Workspace([String: String]())
    #expect(throws: FileError.notFound) { try WorkspaceDraft(folder: workspace.path("none")) }
  }
}
