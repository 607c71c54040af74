import Checking
import Reporters
import SourceText
import TestSupport
import Testing

struct GapsReporterTests {
  @Test(arguments: [
    ("gaps.en.80", ReportOptions()),
    ("gaps.fr.120", ReportOptions(language: .french, width: 120)),
    ("gaps.en.40", ReportOptions(width: 40)),
  ])
  func `a report as approved`(name: String, options: ReportOptions) {
    Golden.check(
      GapsReporter().text(of: SampleReport.report, options: options),
      against: "Tests/ReportersTests/Golden/\(name).txt")
  }

  @Test func `weight ranks first, then the number of documents, then the id`() {
    let text = GapsReporter().text(of: SampleReport.report)
    let ids = text.split(separator: "\n").compactMap { line in
      line.hasPrefix(" ") ? nil : line.split(separator: " ").last { $0.hasPrefix("sample.") }
    }
    // Safety and money both weigh 4; only the harbours' plan lacks nothing of the money.
    #expect(
      ids == [
        "sample.people.voice", "sample.people.safety", "sample.means.money",
        "sample.people.training", "sample.means.figures",
      ])
  }

  @Test func `nothing read has no gaps`() {
    let text = GapsReporter().text(of: SampleReport.empty)
    #expect(text.contains("0 gaps · 0 documents"))
  }
}
