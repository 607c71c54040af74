import Checking
import Reporters
import SourceText
import TestSupport
import Testing

struct EvidenceReporterTests {
  @Test func `a report as approved`() {
    Golden.check(
      EvidenceReporter().text(of: SampleReport.report, options: ReportOptions(root: "Policies")),
      against: "Tests/ReportersTests/Golden/evidence.jsonl")
  }

  @Test func `each line is an object with four keys`() throws {
    let text = EvidenceReporter().text(of: SampleReport.report)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 6)
    for line in lines {
      guard case .object(let members) = try StrictJSON.parse(String(line)) else {
        Issue.record("no object: \(line)")
        continue
      }
      #expect(members.map(\.key) == ["doc", "requirement", "rung", "quote"])
    }
  }

  @Test func `a hostile quote stays on its line`() {
    let text = EvidenceReporter().text(of: HostileReport.report)
    #expect(text.split(separator: "\n").count == 6)
  }

  @Test(arguments: [
    (nil, "a/b/c.md", "a/b/c.md"), ("a/b", "a/b/c.md", "c.md"), ("a/b/", "a/b/c.md", "c.md"),
    ("a", "a/b/c.md", "b/c.md"), ("a/b", "a/bc/d.md", "a/bc/d.md"), ("", "a/c.md", "a/c.md"),
    ("a/b/c.md", "a/b/c.md", "a/b/c.md"), ("/x", "a.md", "a.md"),
  ])
  func `a path is relative to a root above it`(root: String?, path: String, expected: String) {
    #expect(ReportOptions(root: root).relativePath(path) == expected)
  }
}
