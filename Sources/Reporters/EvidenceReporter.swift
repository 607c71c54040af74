package import Checking
package import SourceText
internal import Judging
internal import RuleSets

/// One line of JSON for each passage that earned a rung, for comparison with other readings.
///
/// Lines come by document path, then in reading order, then by requirement. `doc` is the path
/// relative to `ReportOptions.root` where it lies below it. A file without evidence gives no line.
package struct EvidenceReporter: Reporter {
  package static let name = "evidence"
  package static let mediaType = "application/jsonl; charset=utf-8"
  package static let title = LocalizedText(
    english: "passages that count, one JSON object a line",
    french: "passages qui comptent, un objet JSON par ligne")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    for document in report.documents {
      let path = options.relativePath(document.profile.path)
      for evidence in document.evidence where evidence.rung > .absent {
        guard report.rules.requirements.indices.contains(evidence.requirement) else { continue }
        let json = JSONWriter(output)
        json.object(.inline) {
          json.member("doc", path)
          json.member("requirement", report.rules.requirements[evidence.requirement].id)
          json.member("rung", evidence.rung.name)
          json.member("quote", evidence.place.quote)
        }
        output.write(byte: 0x0A)
        if output.isClosed { return }
      }
    }
  }
}
