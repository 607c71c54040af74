package import Checking
package import SourceText

/// Findings as a Code Quality report, which GitLab shows in merge requests.
///
/// Levels *fix*, *ask* and *note* are its *major*, *minor* and *info*; a finding that does not count is
/// *info* and says so. GitLab shows entries that have a file and a line only, so what is about a whole
/// document stands at its first line.
package struct GitLabReporter: Reporter {
  package static let name = "gitlab"
  package static let mediaType = "application/json"
  package static let title = LocalizedText(
    english: "Code Quality report of GitLab", french: "rapport Code Quality de GitLab")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let json = JSONWriter(output)
    // An entry that repeats a fingerprint is dropped by the reader.
    var used: Set<String> = []
    json.array {
      report.forEachFinding(options, output) { entry in
        var fingerprint = entry.fingerprint
        var number = 1
        while !used.insert(fingerprint).inserted {
          number += 1
          fingerprint = "\(entry.fingerprint)-\(number)"
        }
        json.object(.inline) {
          json.member("description", entry.message(options.language))
          json.member("check_name", entry.ruleID)
          json.member("fingerprint", fingerprint)
          json.member("severity", Self.severity(entry.finding))
          json.key("location")
          json.object {
            json.member("path", entry.path ?? ".")
            json.key("lines")
            json.object { json.member("begin", entry.line ?? 1) }
          }
        }
      }
    }
    output.write(byte: 0x0A)
  }

  private static func severity(_ finding: Finding) -> String {
    if finding.suppression != nil { return "info" }
    switch finding.level {
    case .fix: return "major"
    case .ask: return "minor"
    case .note: return "info"
    }
  }
}
