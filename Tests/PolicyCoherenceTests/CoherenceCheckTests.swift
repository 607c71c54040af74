import Checking
import Documents
import Judging
import PolicyCoherence
import Reporters
import RuleSets
import SourceText
import Synchronization
import TestSupport
import Testing

@Suite struct CoherenceCheckTests {
  private static let plan = "# Departmental Plan\n\nThe Department will train women mediators.\n"

  private func json(_ report: Report) throws -> String {
    try #require(BuiltinReporters.reporter(named: "json")).text(of: report)
  }

  @Test func `a plan that does as asked has no gap`() async throws {
    let workspace = try Workspace(["plans/a.md": Self.plan])
    let report = await workspace.check()
    #expect(report.diagnostics == [])
    let document = try #require(report.documents.first)
    #expect(document.profile.kind == .departmentalPlan)
    #expect(document.title == "Departmental Plan")
    #expect(document.digest == SHA256Digest.hex(of: Array(Self.plan.utf8)))
    #expect(document.sizeInBytes == Self.plan.utf8.count)
    #expect(document.unitCount == 2)
    #expect(document.findings == [])
    // The second requirement is asked of memoranda only.
    #expect(document.coverage.map(\.requirement) == [0])
    #expect(document.coverage.first?.isMet == true)
    let evidence = try #require(document.evidence.first { $0.requirement == 0 })
    #expect(evidence.rung == .commitment)
    #expect(evidence.place.line == 3)
    #expect(evidence.place.quote == "The Department will train women mediators.")
    #expect(evidence.reasons.contains { $0.quote == "will" })
  }

  @Test func `many workers give the same bytes as one`() async throws {
    var files: [String: String] = [:]
    for number in 0..<24 {
      files["plans/\(number).md"] =
        number % 3 == 0
        ? Self.plan
        : "# Plan \(number)\n\nWe may train women mediators. [Insert text \(number)]\n\n## End"
    }
    files["plans/empty.md"] = ""
    let workspace = try Workspace(files)
    let serial = try json(await workspace.check(jobs: 1))
    for jobs in [2, 4, 40] {
      let parallel = try json(await workspace.check(jobs: jobs))
      #expect(parallel == serial)
    }
    #expect(serial.utf8.count > 10_000)
  }

  @Test func `numbers of any size harm no check`() async throws {
    let huge = "1" + String(repeating: "0", count: 20)
    let text = """
      # Plan

      It gave 2019-20,1500,1600,1700,1800 and 44444444444444444,85 in all. The Harbour Fund has $5 million over \(huge) years.
      The plan lasts \(huge) years and runs from April 1, 2025, for \(huge) years.
      The Fund pays $12 million over \(huge) years. Of this sum, $1 million is spent in 2025, $2 million in 2026 and $3 million in 2027.
      Two billion billion billion women came, \(huge) of them by boat and \(huge) on foot. The program is funded for \(huge) months.

      | Fund | Amount (millions) | Years |
      |---|---|---|
      | Harbour Fund | \(huge) | \(huge) |
      | Total | 3 | 2026-27.1.1.1.1.1.1.1.1.1 |
      """
    let workspace = try Workspace(["plans/a.md": text, "plans/b.md": text + "\n\nEnd."])
    let report = await workspace.check(jobs: .max)
    #expect(report.documents.count == 2 && report.diagnostics == [])
  }

  @Test func `many workers on one document give the same bytes as one`() async throws {
    // Long enough for several parts; lead-ins, tables and headings stand wherever one ends.
    let sections = (0..<400).map { number in
      """
      ## Part \(number)

      The Department will train \(number + 2) women mediators by 2027. No woman mediator was asked.

      The Department will:

      - train women mediators in region \(number)
      - pay for \(number) courses

      | Measure | Target | Date |
      |---|---|---|
      | Women mediators trained | \(number * 3) | 2028 |
      """
    }
    let plan = "# Plan\n\n" + sections.joined(separator: "\n\n")
    #expect(plan.utf8.count > 64 << 10)
    let workspace = try Workspace(["plans/long.md": plan])
    let serial = try json(await workspace.check(jobs: 1))
    for jobs in [2, 5] {
      #expect(try json(await workspace.check(jobs: jobs)) == serial)
    }
  }

  @Test func `progress counts every document once`() async throws {
    let workspace = try Workspace(["plans/a.md": "a", "plans/b.md": "b", "plans/c.md": "c"])
    let seen = Mutex<[Int]>([])
    var check = CoherenceCheck(configuration: Configuration(), rules: workspace.rules, jobs: 2)
    check.progress = { done, all in
      #expect(all == 3)
      seen.withLock { $0.append(done) }
    }
    _ = await check.run(paths: [workspace.path("plans")])
    #expect(seen.withLock { $0.sorted() } == [1, 2, 3])
  }

  // MARK: Bad input

  private static let bad: [(name: String, bytes: [UInt8], complaint: String)] = [
    (
      "empty.md", [],
      """
      plans/empty.md: warning: there is no text in the file [no-text]
      help: check that it is the file you meant
      """
    ),
    (
      "utf8.md", Array("Caf".utf8) + [0xE9] + Array(" ouvert\n".utf8),
      """
      plans/utf8.md:1:4: error: text is not UTF-8: byte 0xE9 at offset 3 [invalid-utf8]
      Caf\u{FFFD} ouvert
         ^
      help: save the file as UTF-8; it may be in Windows-1252 or ISO 8859-1 now
      """
    ),
    (
      "blank.md", Array(" \n\t\n\n".utf8),
      """
      plans/blank.md: warning: there is no text in the file [no-text]
      help: check that it is the file you meant
      """
    ),
  ]

  @Test(arguments: bad.indices)
  func `a bad file is one diagnostic, the others are checked`(index: Int) async throws {
    let (name, bytes, complaint) = Self.bad[index]
    let workspace = try Workspace(["plans/good.md": Array(Self.plan.utf8), "plans/" + name: bytes])
    let report = await workspace.check()
    #expect(workspace.complaints(report.diagnostics) == [complaint])
    let good = try #require(report.documents.first { $0.profile.path.hasSuffix("good.md") })
    #expect(good.coverage.first?.isMet == true)
  }

  @Test(arguments: [
    [0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0x0A, 0x00, 0xFF] as [UInt8],
    [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00],
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00],
    [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00],
    [0x00, 0x01, 0x02, 0x03],
  ])
  func `a binary file named .md is refused, the others are checked`(bytes: [UInt8]) async throws {
    let workspace = try Workspace(["plans/good.md": Array(Self.plan.utf8), "plans/x.md": bytes])
    let report = await workspace.check()
    #expect(report.diagnostics.map(\.id) == ["binary-content"])
    #expect(report.diagnostics.first?.severity == .error)
    #expect(report.documents.count == 1)
  }

  @Test func `a missing file is a diagnostic, the others are checked`() async throws {
    let workspace = try Workspace(["plans/good.md": Self.plan])
    let report = await workspace.check(["plans/none.md", "plans"])
    #expect(report.diagnostics.map(\.id) == ["file-not-found"])
    #expect(report.documents.count == 1)
  }

  @Test func `a file over the limit is a diagnostic, the others are checked`() async throws {
    let workspace = try Workspace([
      "plans/good.md": Self.plan, "plans/big.md": String(repeating: "a ", count: 1_000),
    ])
    var check = CoherenceCheck(configuration: Configuration(), rules: workspace.rules)
    check.readingOptions.limits.sizeInBytes = 500
    let report = await check.run(paths: [workspace.path("plans")])
    #expect(report.diagnostics.map(\.id) == ["file-too-large"])
    #expect(report.documents.count == 1)
  }

  @Test func `all at once, in the order of the paths`() async throws {
    var files: [String: [UInt8]] = ["plans/good.md": Array(Self.plan.utf8)]
    for (name, bytes, _) in Self.bad { files["plans/" + name] = bytes }
    files["plans/zip.md"] = [0x50, 0x4B, 0x03, 0x04, 0x00]
    let workspace = try Workspace(files)
    for jobs in [1, 3] {
      let report = await workspace.check(jobs: jobs)
      #expect(
        report.diagnostics.map(\.id) == ["no-text", "no-text", "invalid-utf8", "binary-content"])
    }
  }

  // MARK: Configuration

  @Test func `levels are set, turned off, and set by kind before by checker`() async throws {
    let workspace = try Workspace(["plans/a.md": "# Plan\n\n[Insert text]\n\n## End\n"])
    let plain = await workspace.check()
    #expect(plain.findings.map(\.kind) == ["absent", "instruction", "empty-section"])
    var configuration = Configuration()
    configuration.levels = [
      "requirement-coverage": nil, "unfilled-template": .note,
      "unfilled-template/empty-section": .fix,
    ]
    let report = await workspace.check(configuration: configuration)
    #expect(report.findings.map(\.kind) == ["instruction", "empty-section"])
    #expect(report.findings.map(\.level) == [.note, .fix])
  }

  @Test func `the workspace file decides kind and language`() async throws {
    let workspace = try Workspace(["plans/a.md": "# Plan\n\nWe will fund women mediators.\n"])
    var configuration = Configuration()
    configuration.documents[workspace.path("plans/a.md")] = .init(kind: .memorandum)
    let report = await workspace.check(configuration: configuration)
    #expect(report.documents.first?.profile.kind == .memorandum)
    #expect(report.documents.first?.coverage.count == 2)
  }

  @Test func `near misses are kept when asked for`() async throws {
    let workspace = try Workspace(["plans/a.md": "The Department will train dogs.\n"])
    #expect(await workspace.check().documents.first?.rejections.isEmpty == true)
    let check = CoherenceCheck(
      configuration: Configuration(), rules: workspace.rules, detail: .nearMisses)
    let report = await check.run(paths: [workspace.path("plans")])
    #expect(report.documents.first?.rejections.map(\.cause) == [.noAct])
  }
}
