package import Checking
package import SourceText

/// Findings as comma-separated values (RFC 4180), one a row, for a spreadsheet.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe; control characters and
/// line ends inside cells come out harmless.
package struct CSVReporter: Reporter {
  package static let name = "csv"
  package static let mediaType = "text/csv; charset=utf-8; header=present"
  package static let title = LocalizedText(
    english: "findings as a table, for a spreadsheet",
    french: "constats en tableau, pour un tableur")

  package init() {}

  /// Names of the columns; they are the same in both languages, since programs read them.
  package static let columns = [
    "fingerprint", "level", "checker", "kind", "requirement", "department", "path", "line",
    "column", "place", "headings", "message", "help", "quote", "suppressed", "reason", "owner",
    "expires",
  ]

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    row(Self.columns, to: output)
    let language = options.language
    report.forEachFinding(options, output) { entry in
      let finding = entry.finding
      let place = finding.place
      row(
        [
          entry.fingerprint, finding.level.rawValue, finding.checker, finding.kind,
          finding.requirement ?? "", entry.document?.profile.department ?? "", entry.path ?? "",
          entry.line.map(String.init) ?? "", entry.column.map(String.init) ?? "",
          place.map { $0.location(in: language) } ?? "",
          place?.headingPath.joined(separator: " › ") ?? "", entry.words.message[language],
          entry.words.help[language], place?.quote ?? "",
          finding.suppression?.source.rawValue ?? "", finding.suppression?.reason ?? "",
          finding.suppression?.owner ?? "", finding.suppression?.expires?.description ?? "",
        ], to: output)
    }
  }

  private func row(_ cells: [String], to output: ReportOutput) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.write(byte: 0x2C) }
      output.write(CSVCell.text(cell))
    }
    output.write("\r\n")
  }
}

/// One cell of comma-separated values.
enum CSVCell {
  /// The text between quotes where it needs them, harmless to spreadsheets.
  ///
  /// Formulas begin with `=`, `+`, `-` or `@`, behind blanks too, in their full-width forms as well.
  static func text(_ text: String) -> String {
    var text = StyledText.harmless(text)
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    if let first, formulaStarts.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B }) || isPadded(text)
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "|", "%", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static func isPadded(_ text: String) -> Bool {
    text.utf8.first == 0x20 || text.utf8.last == 0x20
  }
}
