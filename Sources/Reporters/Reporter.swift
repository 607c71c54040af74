package import Checking
package import SourceText

/// Turns a report into bytes of one format.
///
/// A pure function: the same report and options give the same bytes. A reporter reads no files,
/// clock, environment or terminal; what it must know about them stands in the options.
package protocol Reporter: Sendable {
  /// The name on the command line, kebab-case.
  static var name: String { get }
  /// The media type of what is written, with its character set where the type has one.
  static var mediaType: String { get }
  /// What it is for, in a few words.
  static var title: LocalizedText { get }

  /// Writes the report, piece by piece, so that it never stands in memory as a whole.
  ///
  /// What is still in the output's buffer at the end is for the caller to flush.
  func write(_ report: Report, options: ReportOptions, to output: ReportOutput)
}

extension Reporter {
  package var name: String { Self.name }
  package var mediaType: String { Self.mediaType }
  package var title: LocalizedText { Self.title }

  /// Writes the report to a sink and flushes.
  ///
  /// - Returns: False when the sink refused a part of it.
  package func write(
    _ report: Report, options: ReportOptions, sink: @escaping ReportOutput.Sink
  ) -> Bool {
    let output = ReportOutput(sink: sink)
    write(report, options: options, to: output)
    output.flush()
    return !output.isClosed
  }

  /// The whole output as a text, for small reports and for tests.
  package func text(of report: Report, options: ReportOptions = ReportOptions()) -> String {
    ReportOutput.text { write(report, options: options, to: $0) }
  }
}
