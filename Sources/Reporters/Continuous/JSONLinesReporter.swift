package import Checking
package import SourceText

/// One line of JSON for each finding, for programs that read as it comes.
///
/// Each line is a finding as it stands in the JSON report; `Documentation/Report.schema.json` describes
/// it under `$defs/finding`.
package struct JSONLinesReporter: Reporter {
  package static let name = "jsonl"
  package static let mediaType = "application/jsonl; charset=utf-8"
  package static let title = LocalizedText(
    english: "findings, one JSON object a line", french: "constats, un objet JSON par ligne")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    var fingerprints = FindingFingerprints(options: options)
    func line(_ finding: Finding) {
      var parts = JSONReportParts(
        report: report, json: JSONWriter(output), fingerprints: fingerprints)
      parts.finding(finding, .inline)
      fingerprints = parts.fingerprints
      output.write(byte: 0x0A)
    }
    for document in report.documents {
      for finding in document.findings { line(finding) }
      if output.isClosed { return }
    }
    for finding in report.corpusFindings { line(finding) }
  }
}
