package import Checking
package import SourceText
internal import RuleSets

/// The report for a person at a terminal, in English or French.
///
/// Per document: how it stands, its gaps with passage, reasons and what would close them, what
/// holds, other findings and open questions. Over several: the matrix and what none or all of them
/// meet. Last comes what was wrong with the input, and what a text cannot show.
package struct TextReporter: Reporter {
  package static let name = "text"
  package static let mediaType = "text/plain; charset=utf-8"
  package static let title = LocalizedText(
    english: "for reading at a terminal", french: "pour lire au terminal")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let view = ReportPage(report, options, output)
    opening(view)
    if report.documents.isEmpty {
      view.page.blank()
      view.page.text(StyledText(view.words(Messages.noDocuments)))
    }
    let inDetail = report.documents.count <= options.documentsInDetailLimit
    if inDetail {
      for document in report.documents {
        var own = view
        own.sharedHeading = ReportPage.sharedHeading(
          of: document.evidence.map(\.place) + document.rejections.map(\.place))
        DocumentSection(view: own, document: document).write()
        if output.isClosed { return }
      }
    }
    if report.documents.count > 1 {
      if inDetail {
        MatrixSection(view: view).write()
      } else {
        DocumentsSection(view: view).write()
      }
      TotalsSection(view: view).write()
    }
    FindingsSection(
      view: view, title: Messages.corpusFindingsHeading,
      findings: report.corpusFindings.filter { $0.suppression == nil }
    ).write()
    SuppressedSection(view: view).write()
    diagnostics(view)
    view.page.blank()
    view.page.text(StyledText(view.words(Messages.limits), .quiet))
  }

  /// What was run, so that a printed report can be made again.
  private func opening(_ view: ReportPage) {
    var parts = ["coherence \(view.report.toolVersion)"]
    parts += view.rules.ruleSets.map { "\($0.id) \($0.version)" }
    view.page.text(StyledText(parts.joined(separator: " · "), .quiet))
    guard let selection = view.report.selection else { return }
    let words = Messages.selection(selection.since, leftOut: selection.leftOutCount)
    view.page.text(StyledText(view.words(words), .quiet))
  }

  private func diagnostics(_ view: ReportPage) {
    guard !view.report.diagnostics.isEmpty else { return }
    view.heading(Messages.diagnosticsHeading)
    for diagnostic in view.report.diagnostics {
      view.page.verbatim(diagnostic.rendered(in: view.options.language))
      view.page.blank()
    }
  }
}
