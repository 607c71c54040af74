import Reporters
import SourceText
import TestSupport
import Testing

struct TextReporterTests {
  private static let folder = "Tests/ReportersTests/Golden/"

  @Test(arguments: [
    ("text.en.80.txt", ReportOptions()),
    ("text.fr.80.txt", ReportOptions(language: .french)),
    ("text.en.40.txt", ReportOptions(width: 40)),
    ("text.en.120.txt", ReportOptions(width: 120)),
    ("text.en.80.color.txt", ReportOptions(color: true)),
    ("text.en.80.summary.txt", ReportOptions(detail: .summary)),
    ("text.fr.80.full.txt", ReportOptions(language: .french, detail: .full)),
    ("text.en.80.many.txt", ReportOptions(documentsInDetailLimit: 1)),
  ])
  func `a report as approved`(name: String, options: ReportOptions) {
    Golden.check(
      TextReporter().text(of: SampleReport.report, options: options),
      against: Self.folder + name)
  }
}
