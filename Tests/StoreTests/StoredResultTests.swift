import Checking
import Documents
import Judging
import RuleSets
import SourceText
import Store
import Testing

/// What is kept comes back whole, and what was damaged does not come back at all.
struct StoredResultTests {
  private static let place = FindingPlace(
    path: "a.md", line: 3, column: 4, span: SourceSpan(start: 5, end: 9), headingPath: ["A", "B"],
    quote: "some words", language: .french)
  private static let paragraph = FindingPlace(
    path: "a.docx", line: 0, column: 0, span: nil,
    position: .paragraph(
      ParagraphPosition(part: "word/document.xml", paragraph: 3, lastParagraph: 4, start: 5, end: 6)
    ),
    headingPath: [], quote: "other words", language: .english)
  private static let page = FindingPlace(
    path: "a.pdf", line: 0, column: 0, span: nil,
    position: .page(
      PagePosition(page: 2, lastPage: 3, box: PageBox(left: 1.5, top: 2, right: 3, bottom: 4))),
    headingPath: ["A"], quote: "", language: .english)

  private static let kinds: [Reason.Kind] = [
    .topic, .act, .mention, .with, .bindingWord, .intendingWord, .bareVerb, .tableColumns,
    .nominalised, .standing, .presentTense, .pastTense, .hedge, .condition, .marker(.owner),
    .figures, .finding, .ceiling(.intent), .section, .rows(filled: 2, of: 3), .negation,
    .otherActor, .attribution, .quotation, .templateSection, .heading, .placeholder, .pastResult,
    .excludedBy, .missingAnchor, .noAct, .emptySection, .tooFewRows(filled: 1, of: 4),
    .repetition, .promised, .outweighed, .yielded,
  ]

  private static let reasons = kinds.map { kind in
    QuotedReason(
      kind: kind, text: Reason(kind, SourceSpan(start: 0, end: 0)).text, quote: "words")
  }

  private static let finding = Finding(
    checker: "c", kind: "k", level: .fix, requirement: "r",
    arguments: [
      "a": .text("x"), "b": .number(-3), "c": .rung(.commitment),
      "d": .localized(LocalizedText(english: "e", french: "f")),
    ], place: place, path: "a.md", related: [paragraph, page])

  private static let result: StoredResult = {
    var report = DocumentReport(
      profile: DocumentProfile(
        path: "a.md", kind: .progressReport, department: "D", language: .french, period: "2026–27",
        counterpart: "b.md", previous: "c.md", edition: "e", inferred: ["kind"]),
      digest: "abc", sizeInBytes: 100, title: "T", format: "markdown", unitCount: 7,
      evidence: [
        PassageEvidence(
          requirement: 3, rung: .resourced, place: page, reasons: reasons,
          markers: Marker.allCases)
      ],
      rejections: [
        PassageRejection(
          requirement: 2, wouldBe: .intent, cause: .tooFewRows(filled: 1, of: 2), place: place,
          reasons: [])
      ],
      coverage: [
        CoverageCell(
          requirement: 3, rung: .resourced, floor: .intent, best: 0, nearest: nil, gap: nil),
        CoverageCell(
          requirement: 2, rung: .absent, floor: .intent, best: nil, nearest: 0, gap: .contradicted),
      ], findings: [finding, Finding(checker: "x", kind: "y", level: .note)])
    if let day = CalendarDay(iso: "2027-03-31") {
      report.waivers = [
        Waiver(
          targets: ["a", "b*"], reason: "r", owner: "o", expires: day,
          scope: .document(path: "a.md", span: SourceSpan(start: 1, end: 2), words: "w"),
          place: place),
        Waiver(
          targets: ["a"], reason: "r", owner: "o", expires: day,
          scope: .configuration(paths: ["p"], words: ""), place: place),
      ]
    }
    return StoredResult(
      report: report,
      facts: [
        (
          4,
          CheckerFacts(
            path: "a.md",
            records: [CheckerFacts.Record(kind: "k", values: ["a": "b", "c": "d"], place: place)])
        )
      ],
      diagnostics: [
        Diagnostic(
          .warning, id: "i", LocalizedText(english: "m", french: "n"), path: "a.md", line: 2,
          column: 3, excerpt: "x\n^", help: LocalizedText(english: "h", french: "j")),
        Diagnostic(id: "i", LocalizedText(name: "m")),
      ])
  }()

  @Test func `a result comes back as it was`() throws {
    let back = try #require(StoredResult(archived: Self.result.archived()))
    // Arguments of findings come in no fixed order when they are described.
    func described(_ report: DocumentReport) -> String {
      // Packed or not, it is the same report.
      var plain = DocumentReport(
        profile: report.profile, digest: report.digest, sizeInBytes: report.sizeInBytes,
        title: report.title, format: report.format, unitCount: report.unitCount,
        evidence: report.evidence, rejections: report.rejections, coverage: report.coverage,
        findings: [])
      plain.waivers = report.waivers
      plain.mentions = report.mentions
      return "\(plain)"
    }
    #expect(back.report.isPacked)
    #expect(described(back.report) == described(Self.result.report))
    #expect(back.facts.map(\.checker) == [4])
    #expect(back.facts.map(\.facts) == Self.result.facts.map(\.facts))
    #expect(back.diagnostics == Self.result.diagnostics)
    #expect(back.report.findings == Self.result.report.findings)
  }

  @Test func `texts that all entries share are not kept, and other texts give another result`()
    throws
  {
    let shared = SharedTexts { ["c", "k", "some words", "other words", "words"] }
    let bytes = Self.result.archived(sharing: shared)
    #expect(bytes.count < Self.result.archived().count)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("some words"))
    let back = try #require(StoredResult(archived: bytes, sharing: shared))
    #expect(back.report.findings == Self.result.report.findings)
    #expect(back.report.evidence.map(\.place) == Self.result.report.evidence.map(\.place))
  }

  @Test func `findings that were changed are packed again, and nothing else is`() throws {
    let back = try #require(StoredResult(archived: Self.result.archived()))
    let parts = try #require(back.report.packed as? PackedParts)
    var findings = parts.findings
    findings[0].fingerprint = "0123456789abcdef"
    findings[0].suppression = Suppression(
      source: .document, reason: "r", owner: "o", expires: CalendarDay(iso: "2027-03-31"),
      path: "p", line: 3)
    findings[1].suppression = Suppression(source: .baseline, path: "b.yml")
    let changed = parts.with(findings)
    #expect(changed.findings == findings)
    #expect(changed.evidence.map(\.place) == parts.evidence.map(\.place))
    #expect(changed.rejections.map(\.place) == parts.rejections.map(\.place))
  }

  @Test func `an ending comes back as it was`() throws {
    let ending = StoredEnding(status: 2, diagnostics: Self.result.diagnostics)
    let back = try #require(StoredEnding(archived: ending.archived()))
    #expect(back.status == 2 && back.diagnostics == Self.result.diagnostics)
    #expect(StoredEnding(archived: ending.archived() + [0]) == nil)
  }

  @Test func `findings come back as they were`() {
    let bytes = StoredFindings.archived([Self.finding])
    #expect(StoredFindings.findings(archived: bytes) == [Self.finding])
  }

  @Test func `a result that is cut off or goes on is none`() {
    let bytes = Self.result.archived()
    for count in 0..<bytes.count {
      #expect(StoredResult(archived: Array(bytes[..<count])) == nil)
    }
    #expect(StoredResult(archived: bytes + [0]) == nil)
  }

  @Test func `no byte that is wrong does harm`() {
    let bytes = Self.result.archived()
    for index in bytes.indices {
      for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
        var changed = bytes
        changed[index] = value
        // It may come back as something else, but it ends and stays within bounds.
        guard let back = StoredResult(archived: changed) else { continue }
        _ = (back.report.findings, back.report.evidence, back.report.rejections)
      }
    }
  }

  /// A property that is added to one of these has to be kept too: add it to `FindingCoding` or
  /// `ReportCoding` and to this list.
  @Test func `every property is kept`() {
    func names(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
    let report = Self.result.report
    #expect(
      names(report) == [
        "profile", "digest", "sizeInBytes", "title", "format", "unitCount", "coverage", "waivers",
        "mentions", "ownFindings", "ownEvidence", "ownRejections", "packed",
      ])
    #expect(
      names(report.profile) == [
        "path", "kind", "department", "language", "period", "counterpart", "previous", "edition",
        "inferred",
      ])
    #expect(
      report.evidence.map(names) == [["requirement", "rung", "place", "reasons", "markers"]])
    #expect(
      report.rejections.map(names) == [["requirement", "wouldBe", "cause", "place", "reasons"]])
    #expect(names(Self.reasons[0]) == ["kind", "text", "quote"])
    #expect(
      names(report.coverage[0]) == ["requirement", "rung", "floor", "best", "nearest", "gap"])
    #expect(
      names(Self.finding) == [
        "checker", "kind", "level", "requirement", "arguments", "place", "path", "related",
        "suppression", "fingerprint",
      ])
    #expect(
      names(Self.place) == [
        "path", "line", "column", "span", "position", "headingPath", "quote", "language",
      ])
    #expect(
      report.waivers.map(names).first == [
        "targets", "reason", "owner", "expires", "scope", "place", "useCount",
      ])
    #expect(names(Self.result.facts[0].facts) == ["path", "records"])
    #expect(names(Self.result.facts[0].facts.records[0]) == ["kind", "values", "place"])
    #expect(
      names(Self.result.diagnostics[0]) == [
        "severity", "id", "message", "path", "line", "column", "excerpt", "help",
      ])
  }
}
