import Checking
import Judging
import RuleSets
import SourceText
import TestSupport
import Testing

@testable import Reporters

struct GapRegisterTests {
  @Test(arguments: [
    ("register.en.csv", RegisterFormat.csv, Language.english),
    ("register.fr.html", .html, .french), ("register.json", .json, .english),
    ("register.en.md", .markdown, .english),
  ])
  func `a register as approved`(name: String, format: RegisterFormat, language: Language) {
    let text = ReportOutput.text {
      format.write(SampleReport.report, options: ReportOptions(language: language), to: $0)
    }
    Golden.check(text, against: "Tests/ReportersTests/Golden/\(name)")
  }

  @Test func `two languages of one plan are one plan`() {
    var report = SampleReport.report
    report.documents[0].profile.counterpart = report.documents[1].profile.path
    let register = GapRegister(report)
    #expect(register.plans.count == 1)
    #expect(register.goals.allSatisfy { $0.planCount == 1 && $0.gapPlanCount == 1 })
  }

  @Test func `a counterpart in the same language is another plan`() {
    var report = SampleReport.report
    report.documents[0].profile.counterpart = report.documents[1].profile.path
    report.documents[1].profile.language = .english
    #expect(GapRegister(report).plans.count == 2)
  }

  @Test func `the owner is the department, and whom the passage names`() throws {
    var report = SampleReport.report
    report.documents[0].evidence[0].reasons.append(
      SampleReport.reason(.marker(.owner), "the Director General, Harbours"))
    let goals = GapRegister(report).goals
    let voice = try #require(
      goals.first { $0.requirement == SampleReport.index("sample.people.voice") })
    #expect(voice.entries.map(\.owner) == [.named("HAR", by: "the Director General, Harbours")])
    let safety = try #require(
      goals.first { $0.requirement == SampleReport.index("sample.people.safety") })
    #expect(safety.entries.map(\.owner) == [.unknown, .department("HAR")])
  }

  @Test func `a goal without a promise anywhere has no owner`() throws {
    let register = GapRegister(SampleReport.report)
    let unowned = register.metByNone.filter(\.isUnowned).map {
      register.report.rules.requirements[$0.requirement].id
    }
    #expect(unowned == ["sample.people.training", "sample.means.figures"])
    let promised = register.metByNone.filter { !$0.isUnowned }.map {
      register.report.rules.requirements[$0.requirement].id
    }
    #expect(promised == ["sample.people.safety"])
  }

  @Test func `what is contradicted comes before what is not found`() throws {
    let goals = GapRegister(SampleReport.report).goals
    let training = try #require(
      goals.first { $0.requirement == SampleReport.index("sample.people.training") })
    #expect(training.entries.map(\.gap) == [.contradicted, .absent])
  }
}
