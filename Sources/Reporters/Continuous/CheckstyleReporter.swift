package import Checking
package import SourceText

/// Findings as Checkstyle writes them, which most build servers read.
///
/// Levels *fix*, *ask* and *note* are its *error*, *warning* and *info*; a finding that does not count
/// has its *ignore*. Problems with the input stand under their file as errors and warnings.
package struct CheckstyleReporter: Reporter {
  package static let name = "checkstyle"
  package static let mediaType = "application/xml"
  package static let title = LocalizedText(
    english: "Checkstyle XML, for build servers",
    french: "XML de Checkstyle, pour les serveurs de construction")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let xml = MarkupWriter(output, .xml)
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.element("checkstyle", [.init("version", "10.0")]) {
      xml.lineBreak()
      // A file's findings come one after the other; the same file may come again with those over the set.
      var open: String?
      report.forEachFinding(options, output) { entry in
        let path = entry.path ?? "."
        if open != path {
          if open != nil { close(xml) }
          xml.open("file", [.init("name", path)])
          xml.lineBreak()
          open = path
        }
        error(
          xml, line: entry.line, column: entry.column, severity: Self.severity(entry.finding),
          message: entry.message(options.language), source: "coherence.\(entry.ruleID)")
      }
      if open != nil { close(xml) }
      for diagnostic in report.diagnostics {
        xml.open("file", [.init("name", diagnostic.path.map(options.relativePath) ?? ".")])
        xml.lineBreak()
        error(
          xml, line: diagnostic.line, column: diagnostic.column,
          severity: diagnostic.severity.rawValue, message: diagnostic.message[options.language],
          source: "coherence.input.\(diagnostic.id)")
        close(xml)
      }
    }
    xml.lineBreak()
  }

  private func error(
    _ xml: MarkupWriter, line: Int?, column: Int?, severity: String, message: String,
    source: String
  ) {
    var attributes = [MarkupWriter.Attribute("line", line ?? 1)]
    if let column { attributes.append(.init("column", column)) }
    attributes += [
      .init("severity", severity), .init("message", message), .init("source", source),
    ]
    xml.empty("error", attributes)
    xml.lineBreak()
  }

  private func close(_ xml: MarkupWriter) {
    xml.close("file")
    xml.lineBreak()
  }

  private static func severity(_ finding: Finding) -> String {
    if finding.suppression != nil { return "ignore" }
    switch finding.level {
    case .fix: return "error"
    case .ask: return "warning"
    case .note: return "info"
    }
  }
}
