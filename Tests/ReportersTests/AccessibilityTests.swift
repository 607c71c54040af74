import Checking
import SourceText
import TestSupport
import Testing

@testable import Reporters

/// Nothing that the accessibility checker knows is wrong with the pages.
struct AccessibilityTests {
  @Test(
    .enabled(if: Axe.isReady, Axe.requirement),
    .serialized, arguments: SummaryOptions.Product.allCases, [(false, 1280), (true, 500)])
  func `axe finds nothing in a summary`(
    product: SummaryOptions.Product, view: (dark: Bool, width: Int)
  ) throws {
    for language in Language.allCases {
      let result = try Axe.result(
        SummaryTests.text(product, language, .html), dark: view.dark, width: view.width)
      #expect(result.hasSuffix("violations: "), "\(result)")
      #expect(!result.hasPrefix("0 passes"))
    }
  }

  @Test(.enabled(if: Axe.isReady, Axe.requirement))
  func `axe finds nothing in a register or a comparison`() throws {
    let record = ReportRecord(SampleReport.report, name: "a", root: "")
    var other = SampleReport.report
    other.documents[0].evidence.removeFirst()
    other.documents[0].coverage[0].gap = .absent
    let comparison = ReportComparison(
      old: record, new: ReportRecord(other, name: "b", root: ""))
    let options = ReportOptions(language: .french)
    for text in [
      ReportOutput.text {
        RegisterFormat.html.write(SampleReport.report, options: options, to: $0)
      },
      ReportOutput.text { ComparisonFormat.html.write(comparison, options: options, to: $0) },
    ] {
      let result = try Axe.result(text, dark: false, width: 1280)
      #expect(result.hasSuffix("violations: "), "\(result)")
    }
  }
}
