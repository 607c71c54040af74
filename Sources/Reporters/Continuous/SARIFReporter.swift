package import Checking
package import SourceText

/// Findings as SARIF 2.1.0 (OASIS, errata 01), for code scanning services and viewers.
///
/// A rule is a requirement, or a checker's kind of finding where no requirement is concerned; its help is
/// Markdown. Levels *fix*, *ask* and *note* are *error*, *warning* and *note*. Waived findings and those
/// of the baseline are results with suppressions. Problems with the input are notifications.
package struct SARIFReporter: Reporter {
  package static let name = "sarif"
  package static let mediaType = "application/sarif+json"
  package static let title = LocalizedText(
    english: "SARIF 2.1.0, for code scanning",
    french: "SARIF 2.1.0, pour l’analyse de code")

  /// What code scanning services take at most.
  enum Limit {
    /// Results in a run; with more, the least urgent are left out and a notification says so.
    static let results = 25_000
    /// Related places of one result.
    static let relatedPlaces = 100
    /// Scalars of a message or a short description.
    static let message = 1_000
    /// Scalars of a quotation.
    static let quote = 2_000
    /// Scalars of a rule's id or name.
    static let name = 255
  }

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let selection = SARIFSelection(report, limit: Limit.results)
    let json = JSONWriter(output)
    let parts = SARIFParts(report: report, options: options, json: json, rules: SARIFRules(report))
    json.object {
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.key("runs")
      json.array {
        json.object {
          json.key("tool")
          parts.tool()
          json.key("invocations")
          json.array { parts.invocation(leftOut: selection.leftOutCount) }
          json.key("originalUriBaseIds")
          parts.bases()
          json.member("columnKind", "unicodeCodePoints")
          json.member("language", options.language == .english ? "en-CA" : "fr-CA")
          json.key("results")
          json.array {
            var taken = selection
            report.forEachFinding(options, output) { entry in
              if taken.takes(entry.finding) { parts.result(entry) }
            }
          }
        }
      }
    }
    output.write(byte: 0x0A)
  }
}

/// Which findings a report of limited length holds: the most urgent, in the order of the report.
struct SARIFSelection {
  /// How many of each class may still come; by urgency.
  private var left: [Int]
  let leftOutCount: Int

  init(_ report: Report, limit: Int) {
    var counts = [Int](repeating: 0, count: 4)
    for document in report.documents {
      for finding in document.findings { counts[Self.urgency(finding)] += 1 }
    }
    for finding in report.corpusFindings { counts[Self.urgency(finding)] += 1 }
    var room = limit
    left = counts.map { count in
      let taken = min(count, room)
      room -= taken
      return taken
    }
    leftOutCount = counts.reduce(0, +) - left.reduce(0, +)
  }

  /// True once for each finding that has its place; to be asked in the order of the report.
  mutating func takes(_ finding: Finding) -> Bool {
    let urgency = Self.urgency(finding)
    guard left[urgency] > 0 else { return false }
    left[urgency] -= 1
    return true
  }

  private static func urgency(_ finding: Finding) -> Int {
    if finding.suppression != nil { return 3 }
    switch finding.level {
    case .fix: return 0
    case .ask: return 1
    case .note: return 2
    }
  }
}
