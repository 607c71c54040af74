import Checking
import RuleSets
import SourceText
import TestSupport
import Testing

@testable import Reporters

/// Markup, scripts, formulas and terminal escapes in a policy come out harmless in every output.
struct HarmlessOutputTests {
  /// The hostile report, with a formula, a link and an image in front of what it holds already.
  private static let report: Report = {
    var report = HostileReport.report
    let words =
      "=cmd|' /C calc'!A0 <script>alert(1)</script> <img src=x onerror=alert(2)> "
      + "[x](javascript:alert(3)) \u{1B}]8;;http://evil\u{7}" + HostileReport.evil
    let place = FindingPlace(
      path: "=plans/<script>.md", line: 2, column: 1, span: nil, headingPath: ["@" + words],
      quote: words, language: .french)
    for index in report.documents.indices {
      report.documents[index].title = words
      report.documents[index].profile.department = "=\(words)"
      for number in report.documents[index].evidence.indices {
        report.documents[index].evidence[number].place = place
      }
    }
    report.corpusFindings.append(
      Finding(
        checker: "coh.unowned", kind: "nobody", level: .ask,
        arguments: ["plans": .number(3), "text": .text(words)], place: place, path: place.path,
        related: [place]))
    return report
  }()

  static let outputs: [(name: String, text: String)] = {
    let options = ReportOptions(language: .french)
    var outputs = BuiltinReporters.all.map { ($0.name, $0.text(of: report, options: options)) }
    outputs.append(("map", MapReporter().text(of: report, options: options)))
    outputs.append(("map-json", MapJSON().text(of: report, options: options)))
    for format in RegisterFormat.allCases {
      outputs.append(
        (
          "register.\(format.rawValue)",
          ReportOutput.text { format.write(report, options: options, to: $0) }
        ))
    }
    var other = report
    other.documents[0].evidence = []
    other.documents[0].coverage[0].rung = .absent
    other.documents[0].coverage[0].gap = .absent
    let comparison = ReportComparison(
      old: ReportRecord(report, name: "=old<script>", root: ""),
      new: ReportRecord(other, name: "new\u{1B}[2J", root: ""))
    for format in ComparisonFormat.allCases {
      outputs.append(
        (
          "comparison.\(format.rawValue)",
          ReportOutput.text { format.write(comparison, options: options, to: $0) }
        ))
    }
    for format in [SummaryFormat.html, .markdown] {
      for product in SummaryOptions.Product.allCases {
        let page = Summary(report, options: SummaryOptions(marking: "<script>\u{1B}"))
          .page(product, in: .french)
        outputs.append(
          (
            "summary.\(product.rawValue).\(format.rawValue)",
            ReportOutput.text { Summary.write(page, as: format, to: $0) }
          ))
      }
    }
    return outputs
  }()

  @Test(arguments: outputs.indices)
  func `nothing in an output acts`(index: Int) {
    let (name, text) = Self.outputs[index]
    #expect(!text.isEmpty)
    let breaks: Set<Unicode.Scalar> = ["\n", "\r", "\t"]
    let acting = text.unicodeScalars.filter {
      ($0.value < 0x20 && !breaks.contains($0)) || (0x7F...0x9F).contains($0.value)
    }
    #expect(acting.isEmpty, "\(name): \(acting.map { String($0.value, radix: 16) })")
    if name.hasSuffix("html") || name.hasSuffix("markdown") || name == "checkstyle"
      || name == "junit"
    {
      for piece in ["<script>alert", "<img src=x", "</script>"] {
        #expect(!text.contains(piece), "\(name): \(piece)")
      }
      // In Markdown a link whose bracket is escaped is none.
      if name.hasSuffix("markdown") {
        #expect(!text.replacing("\\[", with: "").contains("[x](javascript:"), "\(name)")
      }
    }
    if name.hasSuffix("csv") {
      for line in text.split(whereSeparator: \.isNewline) {
        for cell in line.split(separator: ",", omittingEmptySubsequences: false) {
          let start = cell.drop { $0 == "\"" }.first
          #expect(start != "=" && start != "@", "\(name): \(cell.prefix(40))")
        }
      }
    }
  }
}
