import Checking
import RuleSets
import SourceText
import TestSupport
import Testing

@testable import Reporters

struct SummaryTests {
  static let options = SummaryOptions(
    marking: "PROTECTED A", date: "1 March 2027", by: "30 June 2027", expected: ["VAC", "HAR"],
    principles: "sample")

  /// The sample with a second department, whose plan names the first.
  static let report: Report = {
    var report = SampleReport.report
    report.documents[0].profile.department = "DND/CAF"
    report.documents[1].profile.department = "GAC"
    report.documents[1].mentions = [
      OrganizationMention(
        organization: PartnerList(report).partners[0].organizations[0], count: 3,
        first: SampleReport.place(3, 1, "x", [], french: true))
    ]
    return report
  }()

  static func text(
    _ product: SummaryOptions.Product, _ language: Language, _ format: SummaryFormat,
    _ report: Report = SummaryTests.report
  ) -> String {
    let page = Summary(report, options: options).page(product, in: language)
    return ReportOutput.text { Summary.write(page, as: format, to: $0) }
  }

  @Test(arguments: [
    (
      "summary.internal.en.md", SummaryOptions.Product.internal, Language.english,
      SummaryFormat.markdown
    ),
    ("summary.releasable.fr.md", .releasable, .french, .markdown),
    ("summary.internal.fr.html", .internal, .french, .html),
  ])
  func `a summary as approved`(
    name: String, product: SummaryOptions.Product, language: Language, format: SummaryFormat
  ) {
    Golden.check(
      Self.text(product, language, format), against: "Tests/ReportersTests/Golden/\(name)")
  }

  @Test(arguments: SummaryOptions.Product.allCases, Language.allCases)
  func `a page has its names, its order and nothing that runs`(
    product: SummaryOptions.Product, language: Language
  ) {
    let audit = PageAudit(Self.text(product, language, .html))
    #expect(audit.problems == [])
    #expect(audit.all("html").first?.attributes["lang"] == language.rawValue)
    #expect(audit.all("table").count > 3 && !audit.all("svg").isEmpty)
  }

  @Test(arguments: SummaryOptions.Product.allCases, Language.allCases)
  func `hostile texts leave a page what it is`(
    product: SummaryOptions.Product, language: Language
  ) {
    let html = Self.text(product, language, .html, HostileReport.report)
    #expect(PageAudit(html).problems == [])
    let markdown = Self.text(product, language, .markdown, HostileReport.report)
    for text in [html, markdown] {
      #expect(!text.contains("</script>"))
      #expect(
        text.unicodeScalars.allSatisfy { $0 == "\n" || SourceExcerpt.isPrintable($0) })
    }
    #expect(!markdown.contains("</"))
  }

  @Test func `a quotation keeps its language`() {
    let english = Self.text(.internal, .english, .html)
    #expect(english.contains("<q lang=\"fr\">Les ports comptent beaucoup pour le ministère.</q>"))
    let french = Self.text(.internal, .french, .html)
    #expect(!french.contains("lang=\"fr\">Les ports comptent"))
  }

  @Test(arguments: Language.allCases)
  func `what could be released ranks and marks nothing`(language: Language) {
    let released = Self.text(.releasable, language, .markdown)
    let inner = Self.text(.internal, language, .markdown)
    #expect(inner.contains("PROTECTED A") && !released.contains("PROTECTED A"))
    let tally = SummaryWords.metOf(1, 3)[language]
    #expect(inner.contains(tally) && !released.contains(tally))
    for title in [
      SummaryWords.contradictions, SummaryWords.nextSteps, SummaryWords.openings,
      SummaryWords.annexFindings,
    ] {
      #expect(inner.contains("## " + title[language]))
      #expect(!released.contains("## " + title[language]))
    }
  }

  @Test func `both languages have the same parts, figures and quotations`() {
    for product in SummaryOptions.Product.allCases {
      let pages = Language.allCases.map {
        Summary(Self.report, options: Self.options).page(product, in: $0)
      }
      func shape(_ page: Page) -> [String] {
        page.blocks.map { block in
          switch block {
          case .heading(let level, _): "heading \(level)"
          case .paragraph: "paragraph"
          case .list(let items, _): "list \(items.count)"
          case .quotations(let quotations): quotations.map(\.text).joined(separator: "|")
          case .table(let table): "table \(table.columns.count)"
          case .figure(let figure): "figure \(figure.drawing.shapes.count)"
          case .pageBreak: "break"
          }
        }
      }
      #expect(shape(pages[0]) == shape(pages[1]))
    }
  }

  @Test func `a department is introduced by its name, and one that is missing is said`() {
    let text = Self.text(.internal, .french, .markdown)
    #expect(text.contains("Affaires mondiales Canada (AMC)"))
    #expect(
      text.contains("Ministère de la Défense nationale et Forces armées canadiennes (MDN/FAC)"))
    #expect(text.contains("Attendus et manquants\u{A0}: VAC, HAR."))
  }

  @Test func `plans without departments stand for themselves`() {
    var report = Self.report
    for index in report.documents.indices { report.documents[index].profile.department = nil }
    let text = Self.text(.internal, .english, .markdown, report)
    #expect(text.contains("The texts of 2 plans were read"))
    #expect(text.contains("| Harbours Canada: plan for 2026–27 (Doc. 1) |"))
  }

  @Test func `nothing read makes a page all the same`() {
    let text = Self.text(.internal, .english, .markdown, SampleReport.empty)
    #expect(text.contains("No gap was found."))
  }

  @Test func `the annex stops where it is told to`() {
    var options = Self.options
    options.annexLimit = 1
    let page = Summary(Self.report, options: options).page(.internal, in: .english)
    let text = ReportOutput.text { Summary.write(page, as: .markdown, to: $0) }
    #expect(text.contains("The first 1 of 3 findings"))
  }

  @Test func `an earlier version is told of`() {
    var before = Self.report
    before.documents[0].coverage[0].gap = nil
    before.documents[0].coverage[0].rung = .commitment
    let comparison = ReportComparison(
      old: ReportRecord(before, name: "last year", root: ""),
      new: ReportRecord(Self.report, name: "now", root: ""))
    let page = Summary(Self.report, options: Self.options, comparison: comparison)
      .page(.internal, in: .english)
    let text = ReportOutput.text { Summary.write(page, as: .markdown, to: $0) }
    #expect(text.contains("**Gaps opened**: A seat for women who fish (DND/CAF)"))
  }
}
