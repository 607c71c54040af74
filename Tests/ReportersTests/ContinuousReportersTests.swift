import Checking
import Reporters
import SourceText
import TestSupport
import Testing

/// Reports for pipelines, as approved and by the rules of their readers.
struct ContinuousReportersTests {
  static let reporters: [any Reporter] = [
    CSVReporter(), CheckstyleReporter(), GitHubReporter(), GitLabReporter(), JSONLinesReporter(),
    JUnitReporter(), SARIFReporter(),
  ]

  static let extensions = [
    "csv": "csv", "checkstyle": "checkstyle.xml", "github": "github.txt", "gitlab": "gitlab.json",
    "jsonl": "findings.jsonl", "junit": "junit.xml", "sarif": "sarif",
  ]

  @Test(arguments: extensions.keys.sorted())
  func `a report with waivers as approved`(name: String) throws {
    let reporter = try #require(BuiltinReporters.reporter(named: name))
    let suffix = try #require(Self.extensions[name])
    Golden.check(
      reporter.text(of: WaivedReport.report, options: ReportOptions(root: "Policies")),
      against: "Tests/ReportersTests/Golden/waived.\(suffix)")
  }

  @Test(arguments: extensions.keys.sorted())
  func `a finding that does not count is told as such, in both languages`(name: String) throws {
    let reporter = try #require(BuiltinReporters.reporter(named: name))
    for language in Language.allCases {
      let text = reporter.text(
        of: WaivedReport.report, options: ReportOptions(language: language))
      #expect(text.contains("Planning Branch") && text.contains("2027-03-31"))
      #expect(text.contains("the seat is decided in June"))
    }
  }

  @Test(arguments: extensions.keys.sorted())
  func `no scalar of a policy can steer a terminal`(name: String) throws {
    let reporter = try #require(BuiltinReporters.reporter(named: name))
    for scalar in reporter.text(of: WaivedReport.hostile).unicodeScalars {
      #expect(
        SourceExcerpt.isPrintable(scalar) || scalar == "\n" || (scalar == "\r" && name == "csv"),
        "U+\(String(scalar.value, radix: 16))")
    }
  }

  // MARK: SARIF

  @Test func `a SARIF log keeps to the limits of code scanning services`() throws {
    let text = SARIFReporter().text(of: WaivedReport.hostile)
    let run = try #require(try StrictJSON.parse(text)["runs"]?.elements.first)
    let rules = run["tool"]?["driver"]?["rules"]?.elements ?? []
    let results = run["results"]?.elements ?? []
    #expect(!rules.isEmpty && !results.isEmpty)
    for rule in rules {
      #expect((rule["properties"]?["tags"]?.elements.count ?? 0) <= 20)
      #expect((rule["help"]?["markdown"]) != nil)
    }
    for result in results {
      guard case .string(let message)? = result["message"]?["text"] else {
        Issue.record("no message")
        continue
      }
      #expect(message.unicodeScalars.count <= 1000)
      #expect(result["locations"]?.elements.count == 1)
      guard case .string(let hash)? = result["partialFingerprints"]?["primaryLocationLineHash"]
      else {
        Issue.record("no fingerprint")
        continue
      }
      #expect(hash.count == 18)
    }
  }

  @Test func `rule indices point at the rule of that id`() throws {
    let log = try StrictJSON.parse(SARIFReporter().text(of: WaivedReport.report))
    let run = try #require(log["runs"]?.elements.first)
    let rules = run["tool"]?["driver"]?["rules"]?.elements ?? []
    for result in run["results"]?.elements ?? [] {
      guard case .number(let number)? = result["ruleIndex"], let index = Int(number) else {
        Issue.record("no index")
        continue
      }
      #expect(rules[index]["id"] == result["ruleId"])
    }
  }

  @Test func `of too many findings, the most urgent are kept and the rest is told`() throws {
    let log = try StrictJSON.parse(SARIFReporter().text(of: WaivedReport.large(36_000)))
    let run = try #require(log["runs"]?.elements.first)
    let results = run["results"]?.elements ?? []
    #expect(results.count == 25_000)
    // 12,000 of each: those that fail, notes, and a third that is waived.
    #expect(results.count { $0["level"] == .string("error") && !Self.isWaived($0) } == 12_000)
    #expect(results.count { $0["level"] == .string("note") && !Self.isWaived($0) } == 12_000)
    #expect(results.count(where: Self.isWaived) == 1_000)
    let notes = run["invocations"]?.elements.first?["toolExecutionNotifications"]?.elements ?? []
    guard case .string(let words)? = notes.first?["message"]?["text"] else {
      Issue.record("no notification")
      return
    }
    #expect(words == "11000 findings are left out: the log holds 25000 at most")
  }

  private static func isWaived(_ result: StrictJSON) -> Bool {
    !(result["suppressions"]?.elements ?? []).isEmpty
  }

  @Test func `paths in SARIF are references`() throws {
    var report = SampleReport.report
    report.documents[0].findings[0].place?.path = "plans/été 2026 #1.md"
    let text = SARIFReporter().text(of: report)
    #expect(text.contains("\"uri\": \"plans/%C3%A9t%C3%A9%202026%20%231.md\""))
  }

  // MARK: JUnit

  @Test(arguments: [(Level.note, 3, 1), (.ask, 2, 2), (.fix, 1, 3)])
  func `a case fails when its finding counts`(level: Level, failures: Int, others: Int) {
    let text = JUnitReporter().text(
      of: SampleReport.report, options: ReportOptions(failOn: level))
    #expect(text.components(of: "<failure ") == failures)
    let waived = JUnitReporter().text(
      of: WaivedReport.report, options: ReportOptions(failOn: level))
    #expect(waived.components(of: "<failure ") == 1)
    #expect(waived.components(of: "<skipped ") == 2)
  }

  @Test func `nothing fails when nothing is to`() {
    let text = JUnitReporter().text(of: SampleReport.report, options: ReportOptions(failOn: nil))
    #expect(text.components(of: "<failure ") == 0)
    #expect(text.components(of: "<error ") == 1)
  }

  // MARK: CSV

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("  =1", "'  =1"),
    ("\t=1", "' =1"),
    ("＝1", "'＝1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("a\nb", "a b"), ("a\u{1B}[1mb", "a·[1mb"), ("été", "été"), ("a=b", "a=b"),
  ])
  func `cells are harmless to spreadsheets`(text: String, cell: String) {
    var report = SampleReport.empty
    report.corpusFindings = [Finding(checker: text, kind: "k", level: .note)]
    let row = CSVReporter().text(of: report).split(separator: "\r\n").last ?? ""
    let start = row.dropFirst("0123456789abcdef,note,".count)
    let found = String(start.split(separator: ",k,").first ?? "")
    #expect(found == cell)
  }

  // MARK: GitHub

  @Test func `no line of a GitHub report is a command that a policy wrote`() {
    let text = GitHubReporter().text(of: WaivedReport.hostile)
    let known = ["error", "warning", "notice", "group", "endgroup"]
    for line in text.split(separator: "\n") {
      #expect(!line.contains("##["))
      guard line.hasPrefix("::") else {
        #expect(line.hasPrefix("- "), "\(line)")
        continue
      }
      let name = line.dropFirst(2).prefix { $0.isLetter }
      #expect(known.contains(String(name)), "\(line)")
    }
  }

  @Test func `GitHub's escapes come back as the text was`() {
    #expect(
      GitHubReporter().text(of: SampleReport.report).contains(
        "::warning file=Policies/plans/harbours.en.md,line=12,col=1,title=sample.people.voice::"))
    var report = SampleReport.empty
    report.corpusFindings = [
      Finding(checker: "100% a:b,c", kind: "k", level: .fix, path: "a,b:c%d.md")
    ]
    #expect(
      GitHubReporter().text(of: report)
        == "::error file=a%2Cb%3Ac%25d.md,title=100%25 a%3Ab%2Cc/k::100%25 a:b,c/k\n")
  }
}

extension String {
  /// How often `part` stands in the text.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
