import Checking
import PolicyCoherence
import RuleSets
import SourceText
import TestSupport
import Testing

@Suite struct ConfigurationLoaderTests {
  private func load(_ text: String) throws -> (Configuration, [String], Workspace) {
    let workspace = try Workspace(["coherence.yml": text])
    let (configuration, complaints) = workspace.configuration()
    return (configuration, complaints, workspace)
  }

  @Test func `every key is read, paths from the file's folder`() throws {
    let (configuration, complaints, workspace) = try load(
      """
      format: 1
      language: fr
      rules: [../rules, /shared/rules]
      fail-on: ask
      levels:
        unfilled-template: note
        requirement-coverage/absent: "off"
      exclude: [drafts, "*.bak.md"]
      documents:
        - path: plans/a.md
          kind: memorandum
          department: GAC
          language: en
          period: 2026-27
          counterpart: plans/a.fr.md
        - path: b.md
      """)
    #expect(complaints == [])
    #expect(configuration.language == .french)
    #expect(configuration.rules == [workspace.path("../rules"), "/shared/rules"])
    #expect(configuration.failOn == .ask)
    #expect(configuration.levels["unfilled-template"] == .some(.note))
    #expect(configuration.levels["requirement-coverage/absent"] == .some(nil))
    #expect(configuration.levels.count == 2)
    #expect(configuration.excludes(workspace.path("drafts/x.md")))
    #expect(configuration.excludes(workspace.path("plans/x.bak.md")))
    #expect(!configuration.excludes(workspace.path("plans/x.md")))
    #expect(
      configuration.documents[workspace.path("plans/a.md")]
        == Configuration.DocumentEntry(
          kind: .memorandum, department: "GAC", language: .english, period: "2026-27",
          counterpart: workspace.path("plans/a.fr.md")))
    #expect(configuration.documents[workspace.path("b.md")] == Configuration.DocumentEntry())
  }

  @Test func `what is not said has its default`() throws {
    let (configuration, complaints, workspace) = try load("format: 1\n")
    #expect(complaints == [])
    #expect(configuration.path == workspace.path("coherence.yml"))
    #expect(configuration.language == nil)
    #expect(configuration.failOn == .fix)
    #expect(configuration.rules == [] && configuration.exclude == [])
    #expect(configuration.documents.isEmpty && configuration.levels.isEmpty)
  }

  @Test func `never means that findings never fail a run`() throws {
    #expect(try load("format: 1\nfail-on: never\n").0.failOn == nil)
  }

  @Test(arguments: [
    (
      "format: 1\nexcludes: [a]\n",
      """
      coherence.yml:2:1: error: unknown key 'excludes' at the top level [unknown-key]
      excludes: [a]
      ^
      help: did you mean 'exclude'?
      """
    ),
    (
      "language: en\n",
      """
      coherence.yml:1:1: error: key 'format' is missing at the top level [missing-key]
      language: en
      ^
      help: add 'format: …'
      """
    ),
    (
      "format: 2\n",
      """
      coherence.yml:1:9: error: format: expected 1 [unknown-format]
      format: 2
              ^
      help: this version reads format 1 only
      """
    ),
    (
      "format: 1\nfail-on: fixes\n",
      """
      coherence.yml:2:10: error: unknown value 'fixes' in fail-on [unknown-value]
      fail-on: fixes
               ^
      help: the choices are 'note', 'ask', 'fix', 'never'
      """
    ),
    (
      "format: 1\ndocuments:\n  - kind: nap\n",
      """
      coherence.yml:3:5: error: key 'path' is missing in documents[0] [missing-key]
        - kind: nap
          ^
      help: add 'path: …'
      """
    ),
    (
      "format: 1\ndocuments:\n  - {path: a.md, knd: nap}\n",
      """
      coherence.yml:3:18: error: unknown key 'knd' in documents[0] [unknown-key]
        - {path: a.md, knd: nap}
                       ^
      help: did you mean 'kind'?
      """
    ),
    (
      "format: 1\nlevels: [a]\n",
      """
      coherence.yml:2:9: error: expected a mapping in levels, found a list [wrong-type]
      levels: [a]
              ^
      """
    ),
    (
      "",
      """
      coherence.yml: error: the file has no content [yaml-empty]
      help: write at least one key with its value
      """
    ),
  ])
  func `complaints say where, what and how to mend it`(text: String, complaint: String) throws {
    #expect(try load(text).1 == [complaint])
  }

  @Test(arguments: ["language: de", "levels: {a: loud}"])
  func `an unknown value is complained of`(line: String) throws {
    let complaints = try load("format: 1\n\(line)\n").1
    #expect(complaints.count == 1)
    #expect(complaints.first?.contains("[unknown-value]") == true)
  }

  @Test func `an unknown kind of document is complained of, the rest is kept`() throws {
    let (configuration, complaints, workspace) = try load(
      "format: 1\ndocuments:\n  - {path: a.md, kind: memo, department: GAC}\n")
    #expect(complaints.count == 1)
    #expect(complaints.first?.contains("unknown value 'memo' in documents[0].kind") == true)
    #expect(configuration.documents[workspace.path("a.md")]?.department == "GAC")
    #expect(configuration.documents[workspace.path("a.md")]?.kind == nil)
  }

  @Test func `a file that is not there is one complaint`() throws {
    let workspace = try Workspace([String: String]())
    #expect(
      workspace.configuration().1 == [
        """
        coherence.yml: error: there is no such file or folder [file-not-found]
        help: check the spelling and the working directory
        """
      ])
  }

  @Test func `the nearest file upwards is found`() throws {
    let workspace = try Workspace([
      "coherence.yml": "format: 1", "a/b/c/x.md": "x", "a/coherence.yml": "format: 1",
    ])
    #expect(
      ConfigurationLoader.find(from: workspace.path("a/b/c")) == workspace.path("a/coherence.yml"))
    #expect(
      ConfigurationLoader.find(from: workspace.path("a")) == workspace.path("a/coherence.yml"))
    #expect(
      ConfigurationLoader.find(from: workspace.path("rules")) == workspace.path("coherence.yml"))
  }

  /// A folder of that name is found, and complained of: settings that somebody meant would be missing.
  @Test func `a folder called coherence.yml is not passed over`() throws {
    let workspace = try Workspace(["coherence.yml": "format: 1", "a/coherence.yml/x.md": "x"])
    let path = workspace.path("a/coherence.yml")
    #expect(ConfigurationLoader.find(from: workspace.path("a")) == path)
    #expect(ConfigurationLoader.load(path).1.map(\.id) == ["is-a-folder"])
  }
}
