/// The forms in which a comparison is given out.
package enum ComparisonFormat: String, Sendable, CaseIterable {
  case html
  case json
  case markdown
  case text

  package func write(
    _ comparison: ReportComparison, options: ReportOptions, to output: ReportOutput
  ) {
    switch self {
    case .text: ComparisonText(comparison, options, output).write()
    case .json: ComparisonJSON(comparison).write(to: output)
    case .html:
      HTMLPage.write(ComparisonPage(comparison, in: options.language).page, to: output)
    case .markdown:
      MarkdownPage.write(ComparisonPage(comparison, in: options.language).page, to: output)
    }
  }
}
