import ArgumentParser
import Checking
import Reporters
import SourceText

/// A report that goes into a file, as `FORMAT=FILE`.
struct ReportFile: ExpressibleByArgument {
  let format: String
  let path: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    format = String(argument[..<sign])
    path = String(argument[argument.index(after: sign)...])
    if path.isEmpty { return nil }
  }

  /// Writes the report.
  ///
  /// - Returns: False when it could not be written; that has been said on standard error.
  func write(_ report: Report, _ options: ReportOptions) -> Bool {
    guard let reporter = BuiltinReporters.reporter(named: format) else { return false }
    return Output.write(to: path, in: options.language) {
      reporter.write(report, options: options, to: $0)
    }
  }
}
