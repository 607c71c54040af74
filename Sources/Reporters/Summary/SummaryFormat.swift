package import Checking
package import SourceText

/// The forms in which a summary is given out.
package enum SummaryFormat: String, Sendable, CaseIterable {
  case docx
  case html
  case markdown

  /// The ending of a file's name.
  package var fileExtension: String { self == .markdown ? "md" : rawValue }
}

/// One run's summary: the findings are worked out once, every product, language and form is made from them.
package struct Summary: Sendable {
  private let findings: SummaryFindings
  private let options: SummaryOptions
  private let comparison: ReportComparison?

  package init(_ report: Report, options: SummaryOptions, comparison: ReportComparison? = nil) {
    findings = SummaryFindings(report, options: options)
    self.options = options
    self.comparison = comparison
  }

  package func page(_ product: SummaryOptions.Product, in language: Language) -> Page {
    var options = options
    options.product = product
    return SummaryPage(
      findings: findings, options: options,
      comparison: comparison, language: language
    ).page
  }

  package static func write(_ page: Page, as format: SummaryFormat, to output: ReportOutput) {
    switch format {
    case .docx: WordDocument.write(page, to: output)
    case .html: HTMLPage.write(page, to: output)
    case .markdown: MarkdownPage.write(page, to: output)
    }
  }
}
