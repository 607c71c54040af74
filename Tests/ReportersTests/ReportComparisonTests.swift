import Checking
import Judging
import RuleSets
import SourceText
import TestSupport
import Testing

@testable import Reporters

struct ReportComparisonTests {
  private let before = ReportRecord(SampleReport.report, name: "before", root: "Policies")

  private func compared(_ change: (inout Report) -> Void) -> ReportComparison {
    var report = SampleReport.report
    change(&report)
    return ReportComparison(
      old: before, new: ReportRecord(report, name: "after", root: "Policies"))
  }

  /// Sets a cell of the English plan.
  private func set(
    _ report: inout Report, _ id: String, _ rung: Rung, gap: CoverageCell.Gap?
  ) {
    let index = report.documents[0].coverage.firstIndex {
      $0.requirement == SampleReport.index(id)
    }
    guard let index else { return }
    report.documents[0].coverage[index].rung = rung
    report.documents[0].coverage[index].gap = gap
  }

  @Test func `a run against itself shows nothing`() {
    let comparison = compared { _ in }
    #expect(comparison.rows.isEmpty && comparison.vanished.isEmpty && comparison.findings.isEmpty)
    #expect(comparison.pairCount == 2 && comparison.unchangedCount == 2)
    #expect(!comparison.rulesDiffer)
  }

  @Test func `each kind of change is told apart, the heaviest first`() {
    let comparison = compared {
      set(&$0, "sample.people.voice", .commitment, gap: nil)
      set(&$0, "sample.means.money", .intent, gap: .tooWeak)
      set(&$0, "sample.people.training", .mention, gap: .tooWeak)
      set(&$0, "sample.people.safety", .mention, gap: .tooWeak)
    }
    #expect(comparison.rows.map(\.change) == [.closed, .opened, .worse, .better])
    #expect(
      comparison.rows.map(\.requirement) == [
        "sample.people.voice", "sample.means.money", "sample.people.safety",
        "sample.people.training",
      ])
    #expect(comparison.rows[0].document == "plans/harbours.en.md")
    #expect(
      comparison.rows[0].old.passage?.quote
        == "We hope to give women who fish a seat on the harbour board.")
  }

  @Test func `a denial where there was none is worse`() {
    let comparison = compared { set(&$0, "sample.people.voice", .intent, gap: .contradicted) }
    #expect(comparison.rows.map(\.change) == [.worse])
  }

  @Test func `a passage that is gone is told from one that was reworded`() throws {
    let comparison = compared { report in
      report.documents[0].evidence[0].place.quote =
        "We will give women who fish a seat on the harbour board."
      report.documents[0].evidence.remove(at: 2)
    }
    #expect(comparison.reworded.map(\.requirement) == ["sample.people.voice"])
    #expect(
      comparison.reworded.first?.rewordedAs?.quote
        == "We will give women who fish a seat on the harbour board.")
    #expect(comparison.gone.map(\.passage.quote) == ["Every boat has its share of the catch."])
  }

  @Test func `typographic changes are no changes`() {
    let comparison = compared {
      $0.documents[0].evidence[3].place.quote =
        "By March 2027 the  Department will fund the repair of four small harbours with $12 million, "
        + "and it will publish what each of them received and what was built."
    }
    #expect(comparison.vanished.isEmpty)
  }

  @Test func `findings come and go by their fingerprints`() {
    let comparison = compared { report in
      report.documents[0].findings.removeAll { $0.checker == "dated-term" }
      report.corpusFindings[0].place?.quote = "five small harbours"
    }
    #expect(comparison.findings.filter(\.isNew).map(\.finding.id) == ["dated-term/drift"])
    #expect(
      comparison.findings.filter { !$0.isNew }.map(\.finding.id).sorted() == [
        "dated-term/drift", "dated-term/renamed-body",
      ])
  }

  @Test func `next year's plan meets this year's by department, kind and language`() {
    let comparison = compared {
      $0.documents[0].profile.path = "Policies/plans-2027/har.md"
      $0.documents[1].profile.path = "Policies/plans-2027/riv.md"
    }
    #expect(comparison.pairCount == 2)
    #expect(comparison.added.isEmpty && comparison.removed.isEmpty)
  }

  @Test func `what has no counterpart is listed`() {
    let comparison = compared { report in
      report.documents[1].profile.path = "Policies/other.md"
      report.documents[1].title = "Another plan"
    }
    #expect(comparison.added == ["other.md"])
    #expect(comparison.removed == ["plans/rivages.fr.html"])
  }

  @Test(arguments: [
    ("comparison.en.txt", ComparisonFormat.text, Language.english),
    ("comparison.fr.md", .markdown, .french), ("comparison.json", .json, .english),
  ])
  func `a comparison as approved`(name: String, format: ComparisonFormat, language: Language) {
    let comparison = compared { report in
      set(&report, "sample.people.voice", .commitment, gap: nil)
      set(&report, "sample.means.money", .intent, gap: .tooWeak)
      report.documents[0].evidence[0].place.quote =
        "We will give women who fish a seat on the harbour board."
      report.documents[0].evidence.remove(at: 2)
      report.documents[0].findings.removeAll { $0.checker == "dated-term" }
      report.rules.digest = "other"
    }
    let text = ReportOutput.text {
      format.write(comparison, options: ReportOptions(language: language), to: $0)
    }
    Golden.check(text, against: "Tests/ReportersTests/Golden/\(name)")
  }
}
