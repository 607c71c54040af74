import Checking
import Reporters
import SourceText

/// Carries a report to standard output.
enum Output {
  static func explanations(in language: Language) -> Explanations {
    Explanations(language: language, color: Terminal.wantsColor, width: Terminal.width)
  }

  static func write(
    _ report: Report, with reporter: any Reporter, language: Language,
    detail: ReportOptions.Detail = .standard
  ) {
    let options = ReportOptions(
      language: language, color: Terminal.wantsColor, width: Terminal.width, detail: detail)
    _ = reporter.write(report, options: options) { Terminal.write($0) }
  }
}
