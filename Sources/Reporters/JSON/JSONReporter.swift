package import Checking
package import SourceText
internal import RuleSets

/// Everything in a report, for programs; every other format can be made from it.
///
/// `Documentation/Report.schema.json` describes it. Keys have a fixed order, requirements go by id
/// and rungs by name, and nothing depends on the clock or the machine: the same report gives the
/// same bytes.
package struct JSONReporter: Reporter {
  package static let name = "json"
  package static let mediaType = "application/json"
  package static let title = LocalizedText(
    english: "everything, for programs", french: "tout, pour les programmes")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let json = JSONWriter(output)
    var parts = JSONReportParts(
      report: report, json: json, fingerprints: FindingFingerprints(options: options))
    json.object {
      json.member("formatVersion", Report.formatVersion)
      json.key("tool")
      json.object(.inline) {
        json.member("name", "coherence")
        json.member("version", report.toolVersion)
      }
      json.key("selection")
      parts.selection()
      json.key("rules")
      parts.rules()
      json.key("checkers")
      json.array(report.checkers) { parts.checker($0) }
      json.key("documents")
      json.array(report.documents) { parts.document($0) }
      json.key("corpus")
      parts.corpus()
      json.key("findings")
      json.array(report.corpusFindings) { parts.finding($0) }
      json.key("waivers")
      json.array(report.waivers) { parts.waiver($0) }
      json.key("diagnostics")
      json.array(report.diagnostics) { parts.diagnostic($0) }
    }
    output.write(byte: 0x0A)
  }
}
