import Checking
import Reporters
import RuleSets
import SourceText
import TestSupport
import Testing

@testable import PolicyCoherence

struct SavedReportTests {
  @Test func `a report that was saved compares as the run that it came from`() async throws {
    let rules = CompiledRules(
      RuleSetLoader().load(paths: [
        Repository.path("Rules/wps"), Repository.path("Rules/vocabulary"),
      ]))
    let folder = Repository.path("Policies/plans")
    let report = await CoherenceCheck(configuration: Configuration(), rules: rules)
      .run(paths: [folder + "/gac.en.md", folder + "/rcmp.fr.md"])
    #expect(report.documents.count == 2)
    let text = JSONReporter().text(of: report)
    let saved = try SavedReport.record(Array(text.utf8), path: "saved.json", name: "saved")
    let fresh = ReportRecord(report, name: "fresh", root: folder)
    let comparison = ReportComparison(old: saved, new: fresh)
    #expect(comparison.pairCount == 2 && comparison.unchangedCount == 2)
    #expect(comparison.rows.isEmpty && comparison.vanished.isEmpty)
    #expect(comparison.findings.isEmpty)
    #expect(!comparison.rulesDiffer && saved.documents.allSatisfy { !$0.standings.isEmpty })
  }

  @Test(arguments: [
    ("", "broken-report"), ("{\"formatVersion\": 1", "broken-report"), ("[]", "not-a-report"),
    ("{\"formatVersion\": 99, \"documents\": []}", "not-a-report"),
    ("{\"formatVersion\": 1, \"documents\": {}}", "not-a-report"),
  ])
  func `what is no report is complained of`(text: String, id: String) throws {
    let error = #expect(throws: SavedReportError.self) {
      try SavedReport.record(Array(text.utf8), path: "saved.json", name: "saved")
    }
    #expect(error?.diagnostic.id == id)
    #expect(error?.diagnostic.path == "saved.json")
  }

  @Test func `members of the wrong kind are passed over`() throws {
    let text = """
      {"formatVersion": 1, "rules": 3, "documents": [{"path": 7, "coverage": [{"requirement": "a", "met": true,
      "evidence": 99}], "evidence": "x", "findings": [1]}, null], "findings": [{"checker": "c"}]}
      """
    let record = try SavedReport.record(Array(text.utf8), path: "saved.json", name: "saved")
    #expect(record.documents.count == 2)
    #expect(record.documents[0].standings["a"]?.passage == nil)
    #expect(record.findings.isEmpty)
  }
}
