import Checking
import Documents
import Judging
import PolicyCoherence
import Reporters
import RuleSets
import SourceText
import Store
import Synchronization
import TestSupport
import Testing

/// A second run costs nothing where nothing has changed, and never tells what no longer holds.
struct KeptResultsTests {
  /// A checker that counts how often it is asked, and finds what it is told to.
  private final class Count: Sendable {
    let calls = Mutex(0)
    var value: Int { calls.withLock { $0 } }
  }

  private struct CountingChecker: Checker {
    var count: Count
    var identity = "counting 1"
    var word = "first"

    var description: CheckerDescription {
      CheckerDescription(
        id: "counting", version: "1", scope: .document, needs: [.blocks],
        title: LocalizedText(name: "counting"), rationale: LocalizedText(name: "-"),
        findings: [
          FindingKind(
            id: "seen", level: .note, message: LocalizedText(name: "{word}"),
            help: LocalizedText(name: ""))
        ])
    }

    func check(_ context: CheckContext) -> [Finding] {
      count.calls.withLock { $0 += 1 }
      return [
        Finding(
          checker: "counting", kind: "seen", level: .note, arguments: ["word": .text(word)],
          path: context.profile.path)
      ]
    }
  }

  private struct CountingCorpusChecker: Checker {
    var count: Count

    var description: CheckerDescription {
      CheckerDescription(
        id: "corpus", version: "1", scope: .corpus, needs: [.blocks],
        title: LocalizedText(name: "corpus"), rationale: LocalizedText(name: "-"),
        findings: [
          FindingKind(
            id: "seen", level: .note, message: LocalizedText(name: "{paths}"),
            help: LocalizedText(name: ""))
        ])
    }

    func collect(_ context: CheckContext) -> CheckerFacts? {
      CheckerFacts(
        path: context.profile.path,
        records: [CheckerFacts.Record(kind: "title", values: ["t": context.document.title ?? ""])])
    }

    func report(_ facts: [CheckerFacts], options: [String: String]) -> [Finding] {
      count.calls.withLock { $0 += 1 }
      let paths = facts.map { "\($0.path): \($0.records.map { $0.values["t"] ?? "" })" }
      return [
        Finding(
          checker: "corpus", kind: "seen", level: .note,
          arguments: ["paths": .text(paths.joined(separator: ", "))])
      ]
    }
  }

  private let workspace: Workspace
  private let folder: TemporaryDirectory
  private let documents = Count()
  private let corpora = Count()

  init() throws {
    workspace = try Workspace([
      "plans/a.md": "# Departmental Plan\n\nThe Department will train women mediators.\n",
      "plans/b.md": "# Progress Report\n\nThe Department may train women mediators.\n",
    ])
    folder = try TemporaryDirectory()
  }

  private func run(
    build: String = "one", kept: Bool = true, _ change: (inout CoherenceCheck) -> Void = { _ in }
  ) async -> Report {
    var check = CoherenceCheck(
      configuration: Configuration(), rules: workspace.rules,
      checkers: [CountingChecker(count: documents), CountingCorpusChecker(count: corpora)])
    check.keepsCorpus = false
    if kept {
      check.cache = CoherenceCheck.Cache(results: ResultCache(folder: folder.path), build: build)
    }
    change(&check)
    return await check.run(paths: [workspace.path("plans")])
  }

  private func json(_ report: Report) -> String { JSONReporter().text(of: report) }

  @Test func `an unchanged document is not worked on again`() async {
    let first = await run()
    #expect(documents.value == 2 && corpora.value == 1)
    let second = await run()
    #expect(documents.value == 2 && corpora.value == 1)
    #expect(json(second) == json(first))
    #expect(json(await run(kept: false)) == json(first))
  }

  @Test func `a changed document alone is worked on, and the set as a whole`() async throws {
    _ = await run()
    try workspace.folder.write("# Memorandum to Cabinet\n\nNo word.\n", to: "plans/b.md")
    let second = await run()
    #expect(documents.value == 3 && corpora.value == 2)
    #expect(json(second) == json(await run(kept: false)))
  }

  @Test func `a new or removed document changes the set`() async throws {
    _ = await run()
    try workspace.folder.write("# Departmental Plan\n\nNo word.\n", to: "plans/c.md")
    let second = await run()
    #expect(documents.value == 3 && corpora.value == 2)
    #expect(json(second) == json(await run(kept: false)))
    FileTree.remove(workspace.path("plans/a.md"))
    #expect(json(await run()) == json(await run(kept: false)))
  }

  @Test func `a damaged entry is worked out anew`() async throws {
    let first = await run()
    for file in try FileTree.files(below: folder.path, accept: { _ in true }) {
      try SourceFile.write([1, 2, 3], to: file)
    }
    #expect(json(await run()) == json(first))
    #expect(documents.value == 4)
  }

  @Test func `changed rules are heard`() async throws {
    _ = await run()
    let rules = try String(
      decoding: SourceFile.read(workspace.path("rules/mediators.yml")), as: UTF8.self)
    try workspace.folder.write(
      rules.replacing("topic: {en: [women mediator]", with: "topic: {en: [dog]"),
      to: "rules/mediators.yml")
    let second = await run()
    #expect(documents.value == 4)
    #expect(json(second) == json(await run(kept: false)))
    #expect(second.documents[0].coverage[0].rung == .absent)
  }

  @Test func `another build of the program works all of it out`() async {
    _ = await run()
    _ = await run(build: "two")
    #expect(documents.value == 4 && corpora.value == 2)
  }

  @Test func `a checker of another version is heard, and so is a plugin of another digest`() async {
    _ = await run()
    let second = await run {
      $0.checkers[0] = CountingChecker(count: documents, identity: "counting 1 ff", word: "second")
    }
    #expect(documents.value == 4)
    #expect(second.documents[0].findings[0].arguments == ["word": .text("second")])
  }

  static let settings: [@Sendable (inout CoherenceCheck, String) -> Void] = [
    { check, _ in check.configuration.floors = ["m.train": .mention] },
    { check, _ in
      check.configuration.overrides = [Configuration.Override(floors: ["mediators": .resourced])]
    },
    { check, path in
      check.configuration.documents[path] = Configuration.DocumentEntry(kind: .memorandum)
    },
    { check, path in
      check.configuration.documents[path] = Configuration.DocumentEntry(language: .french)
    },
    { check, _ in check.detail = .nearMisses },
    { check, _ in check.readingOptions.language = .french },
    { check, _ in check.readingOptions.limits.sizeInBytes = 3 },
    { check, _ in check.configuration.levels = ["counting": Level?.none] },
  ]

  @Test(arguments: settings.indices)
  func `changed settings are heard`(index: Int) async {
    let first = await run()
    let path = workspace.path("plans/a.md")
    let second = await run { Self.settings[index](&$0, path) }
    let anew = await run(kept: false) { Self.settings[index](&$0, path) }
    #expect(json(second) == json(anew))
    #expect(json(second) != json(first))
    // What was kept before is still good.
    #expect(json(await run()) == json(first))
  }

  @Test func `the day and the baseline are asked anew`() async throws {
    try workspace.folder.write(
      """
      # Departmental Plan

      <!-- coherence: waive counting; owner: A; until: 2027-01-31; reason: B -->
      """, to: "plans/a.md")
    func waivers(_ day: String) async -> [Bool] {
      let report = await run { $0.acceptance.today = CalendarDay(iso: day) }
      return report.documents[0].findings.map { $0.checker == "waivers" }
    }
    #expect(await waivers("2027-01-01").contains(true) == true)
    let report = await run { $0.acceptance.today = CalendarDay(iso: "2027-02-01") }
    #expect(report.documents[0].findings.contains { $0.kind == "expired" })
    let before = await run { $0.acceptance.today = CalendarDay(iso: "2027-01-31") }
    #expect(!before.documents[0].findings.contains { $0.kind == "expired" })
  }

  @Test func `what was found with a faulty pattern is not kept`() async throws {
    let rules = try String(
      decoding: SourceFile.read(workspace.path("rules/mediators.yml")), as: UTF8.self)
    try workspace.folder.write(
      rules.replacing("act: {en: [train, plan]", with: "act: {en: [\"(train\", plan]"),
      to: "rules/mediators.yml")
    var texts: [[String]] = []
    for _ in 0..<2 {
      var check = CoherenceCheck(
        configuration: Configuration(),
        rules: CompiledRules(
          RuleSetLoader(purpose: .running).load(paths: [workspace.path("rules")])),
        checkers: [CountingChecker(count: documents)])
      check.cache = CoherenceCheck.Cache(results: ResultCache(folder: folder.path), build: "one")
      let report = await check.run(paths: [workspace.path("plans")])
      texts.append(report.diagnostics.map { $0.rendered(in: .english) })
    }
    #expect(!texts[0].isEmpty)
    #expect(texts[0] == texts[1])
  }
}
