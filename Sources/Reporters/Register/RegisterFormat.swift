package import Checking

/// The forms in which the register of gaps is given out.
package enum RegisterFormat: String, Sendable, CaseIterable {
  case csv
  case html
  case json
  case markdown
  case text

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    switch self {
    case .text: GapsReporter().write(report, options: options, to: output)
    case .csv: RegisterCSV(GapRegister(report), options).write(to: output)
    case .json: RegisterJSON(GapRegister(report), options).write(to: output)
    case .html:
      HTMLPage.write(RegisterPage(GapRegister(report), in: options.language).page, to: output)
    case .markdown:
      MarkdownPage.write(RegisterPage(GapRegister(report), in: options.language).page, to: output)
    }
  }
}
