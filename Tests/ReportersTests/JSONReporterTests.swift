import Checking
import Reporters
import SourceText
import TestSupport
import Testing

struct JSONReporterTests {
  @Test func `a report as approved`() {
    Golden.check(
      JSONReporter().text(of: SampleReport.report),
      against: "Tests/ReportersTests/Golden/report.json")
  }

  @Test func `an empty report is complete too`() throws {
    let report = try StrictJSON.parse(JSONReporter().text(of: SampleReport.empty))
    #expect(report["formatVersion"] == .number("1"))
    #expect(report["documents"] == .array([]))
    #expect(report["diagnostics"] == .array([]))
  }

  @Test func `hostile text comes back as it was`() throws {
    let text = JSONReporter().text(of: HostileReport.report)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(SourceExcerpt.isPrintable(scalar), "U+\(String(scalar.value, radix: 16))")
    }
    #expect(!text.contains("\u{2028}"))
    let report = try StrictJSON.parse(text)
    let document = try #require(report["documents"]?.elements.first)
    #expect(document["title"] == .string(HostileReport.evil + " " + HostileReport.longWord))
    let quote = document["evidence"]?.elements.first?["place"]?["quote"]
    #expect(quote == .string(HostileReport.evil + " " + HostileReport.longWord))
  }

  @Test func `options for people change nothing`() {
    let plain = JSONReporter().text(of: SampleReport.report)
    let options = ReportOptions(
      language: .french, color: true, width: 40, detail: .full, documentsInDetailLimit: 1)
    #expect(JSONReporter().text(of: SampleReport.report, options: options) == plain)
  }

  @Test func `coverage points at the passage that earned the rung`() throws {
    let report = try StrictJSON.parse(JSONReporter().text(of: SampleReport.report))
    for document in report["documents"]?.elements ?? [] {
      for cell in document["coverage"]?.elements ?? [] {
        guard case .number(let number)? = cell["evidence"], let index = Int(number) else {
          continue
        }
        let evidence = try #require(document["evidence"]?.elements[index])
        #expect(evidence["requirement"] == cell["requirement"])
        #expect(evidence["rung"] == cell["rung"])
      }
    }
  }

  @Test func `a place without lines says null`() throws {
    let report = try StrictJSON.parse(JSONReporter().text(of: SampleReport.report))
    let place = report["documents"]?.elements[1]["evidence"]?.elements[1]["place"]
    #expect(place?["line"] == .null)
    #expect(place?["column"] == .null)
    #expect(place?["span"] == .null)
  }
}
