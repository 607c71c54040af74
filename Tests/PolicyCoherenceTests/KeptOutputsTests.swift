import Checking
import Documents
import Judging
import PolicyCoherence
import Reporters
import RuleSets
import SourceText
import Store
import TestSupport
import Testing

/// A run that was made before prints what it printed then; any difference makes it another run.
struct KeptOutputsTests {
  private let workspace: Workspace
  private let folder: TemporaryDirectory

  init() throws {
    workspace = try Workspace([
      "plans/a.md": "# Departmental Plan\n\nThe Department will train women mediators.\n",
      "plans/b.md": "# Progress Report\n\nThe Department may train women mediators.\n",
    ])
    folder = try TemporaryDirectory()
  }

  private var cache: CoherenceCheck.Cache {
    CoherenceCheck.Cache(results: ResultCache(folder: folder.path), build: "one")
  }

  private func check(_ change: (inout CoherenceCheck) -> Void = { _ in }) -> CoherenceCheck {
    var check = CoherenceCheck(configuration: Configuration(), rules: workspace.rules)
    check.cache = cache
    check.keepsCorpus = false
    change(&check)
    return check
  }

  private func identity(
    _ diagnostics: [Diagnostic] = [], _ change: (inout CoherenceCheck) -> Void = { _ in }
  ) async -> RunIdentity? {
    await check(change).identity(paths: [workspace.path("plans")], diagnostics: diagnostics)
  }

  @Test func `the same documents, rules and settings are the same run`() async throws {
    let first = try #require(await identity())
    #expect(await identity() == first)
    #expect(await identity { $0.jobs = 2 } == first)
  }

  static let changes: [@Sendable (inout CoherenceCheck, String) -> Void] = [
    { check, _ in check.configuration.floors = ["m.train": .mention] },
    { check, _ in check.configuration.levels = ["requirement-coverage": .note] },
    { check, _ in check.configuration.exclude = ["nothing"] },
    { check, _ in check.configuration.expected = [ExpectedDocument(title: "More")] },
    { check, path in
      check.configuration.documents[path] = Configuration.DocumentEntry(period: "2027-28")
    },
    { check, _ in check.acceptance.today = CalendarDay(iso: "2027-03-31") },
    { check, _ in check.acceptance.judgesUnused = false },
    { check, _ in check.acceptance.paths.root = "/elsewhere" },
    { check, _ in check.detail = .nearMisses },
    { check, _ in check.keepsCorpus = true },
    { check, _ in check.readingOptions.language = .french },
    { check, _ in check.cache?.build = "two" },
    { check, _ in check.checkers.removeLast() },
  ]

  @Test(arguments: changes.indices)
  func `another setting is another run`(index: Int) async throws {
    let path = workspace.path("plans/a.md")
    let first = try #require(await identity())
    let other = try #require(await identity { Self.changes[index](&$0, path) })
    #expect(other != first)
  }

  @Test func `other documents, complaints and baselines are other runs`() async throws {
    let first = try #require(await identity())
    #expect(await identity([Diagnostic(id: "i", LocalizedText(name: "m"))]) != first)
    try workspace.folder.write("format: 1\nfindings: []\n", to: "baseline.yml")
    let baseline = Baseline.load(workspace.path("baseline.yml")).baseline
    #expect(await identity { $0.acceptance.baseline = baseline } != first)
    try workspace.folder.write("# Memorandum to Cabinet\n\nNo word.\n", to: "plans/b.md")
    let second = await identity()
    #expect(second != nil && second != first)
    try workspace.folder.write("# Departmental Plan\n", to: "plans/c.md")
    let third = await identity()
    #expect(third != nil && third != first && third != second)
  }

  @Test func `what cannot be named is no run of before`() async {
    #expect(await identity { $0.cache = nil } == nil)
    #expect(await identity { $0.acceptance.baseline = Baseline(path: "never read") } == nil)
    #expect(await identity { $0.readingOptions.limits.sizeInBytes = 3 } == nil)
  }

  @Test func `a document that changes meanwhile is noticed`() async throws {
    let first = try #require(await identity())
    let paths = [workspace.path("plans")]
    #expect(await check().run(paths: paths, diagnostics: [], as: first).isSame)
    try workspace.folder.write("# Departmental Plan\n\nNo word.\n", to: "plans/a.md")
    #expect(await !check().run(paths: paths, diagnostics: [], as: first).isSame)
    #expect(await !check().run(paths: paths, diagnostics: [], as: nil).isSame)
  }

  // MARK: Outputs

  private let name = KeptOutputs.Name(format: "text", options: "wide")

  private func record(_ pieces: [[UInt8]], _ kept: KeptOutputs, finishing: Bool = true) {
    let recorder = KeptOutputs.Recorder(kept, name)
    for piece in pieces { piece.withUnsafeBytes { recorder.add($0) } }
    if finishing { recorder.finish() }
  }

  private func replayed(_ kept: KeptOutputs) -> [UInt8]? {
    var bytes: [UInt8] = []
    let (size, isWhole) = kept.replay(name) {
      bytes += $0
      return true
    }
    return isWhole && size == bytes.count ? bytes : nil
  }

  @Test(arguments: [0, 1, 5 << 20])
  func `what was written comes back, with the end of the run`(count: Int) async throws {
    let kept = KeptOutputs(cache, try #require(await identity()))
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(kept.ending(of: [name], failOn: "fix") == nil)
    record([bytes, bytes], kept)
    #expect(kept.ending(of: [name], failOn: "fix") == nil)
    let diagnostic = Diagnostic(.warning, id: "i", LocalizedText(name: "m"))
    kept.store(status: 1, [diagnostic], failOn: "fix")
    let ending = try #require(kept.ending(of: [name], failOn: "fix"))
    #expect(ending.status == 1 && ending.1 == [diagnostic])
    #expect(replayed(kept) == bytes + bytes)
    #expect(kept.ending(of: [name], failOn: "ask") == nil)
    let other = KeptOutputs.Name(format: "text", options: "narrow")
    #expect(kept.ending(of: [name, other], failOn: "fix") == nil)
  }

  @Test func `an output that was cut off or has lost a piece is none`() async throws {
    let kept = KeptOutputs(cache, try #require(await identity()))
    kept.store(status: 0, [], failOn: "fix")
    record([[1, 2, 3]], kept, finishing: false)
    #expect(kept.ending(of: [name], failOn: "fix") == nil)
    record([[UInt8](repeating: 7, count: 9 << 20)], kept)
    #expect(kept.ending(of: [name], failOn: "fix") != nil)
    let files = try FileTree.files(below: FileTree.join(folder.path, "outputs")) { _ in true }
    let largest = try #require(
      files.max { FileTree.sizeInBytes(of: $0) ?? 0 < FileTree.sizeInBytes(of: $1) ?? 0 })
    var bytes = try SourceFile.read(largest)
    bytes[5] ^= 1
    try SourceFile.write(bytes, to: largest)
    #expect(kept.ending(of: [name], failOn: "fix") == nil)
  }

  @Test func `another run has other outputs`() async throws {
    let kept = KeptOutputs(cache, try #require(await identity()))
    record([[1, 2, 3]], kept)
    kept.store(status: 0, [], failOn: "fix")
    let other = KeptOutputs(
      cache, try #require(await identity { $0.configuration.exclude = ["nothing"] }))
    #expect(other.ending(of: [name], failOn: "fix") == nil)
    #expect(replayed(other) == nil)
  }

  @Test func `a baseline is told in kept results as in fresh ones`() async throws {
    let paths = [workspace.path("plans")]
    let fresh = await check { $0.cache = nil }.run(paths: paths)
    #expect(!fresh.documents[0].isPacked && !fresh.findings.isEmpty)
    let accepted = fresh.findings.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    let lines = accepted.map {
      "  - {fingerprint: \"\($0.fingerprint)\", level: ask, checker: c, kind: k}\n"
    }
    try workspace.folder.write(
      "format: 1\nfindings:\n" + lines.joined(), to: "baseline.yml")
    let (baseline, problems) = Baseline.load(workspace.path("baseline.yml"))
    #expect(problems.isEmpty && baseline.entries.count == accepted.count)
    var jsons: [String] = []
    for kept in [false, true, true] {
      let report = await check {
        if !kept { $0.cache = nil }
        $0.acceptance.baseline = baseline
      }.run(paths: paths)
      #expect(report.documents[0].isPacked == kept)
      #expect(report.findings.count { $0.suppression != nil } == accepted.count)
      jsons.append(JSONReporter().text(of: report))
    }
    #expect(jsons[0] == jsons[1] && jsons[1] == jsons[2])
  }
}
