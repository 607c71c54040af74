import Reporters
import SourceText
import Testing

struct BuiltinReportersTests {
  @Test func `names are unique and found again`() {
    let names = BuiltinReporters.names
    #expect(
      names == [
        "csv", "checkstyle", "evidence", "gaps", "github", "gitlab", "jsonl", "json", "junit",
        "sarif", "text",
      ])
    for name in names {
      #expect(BuiltinReporters.reporter(named: name)?.name == name)
    }
    #expect(BuiltinReporters.reporter(named: "nothing") == nil)
  }

  @Test func `a misspelt name finds its neighbour`() {
    #expect(BuiltinReporters.suggestion(for: "jsn") == "json")
    #expect(BuiltinReporters.suggestion(for: "spreadsheet") == nil)
  }

  @Test func `each says what it is for in both languages and what type it writes`() {
    for reporter in BuiltinReporters.all {
      #expect(!reporter.title.english.isEmpty && !reporter.title.french.isEmpty)
      #expect(reporter.title.english != reporter.title.french)
      #expect(reporter.mediaType.contains("/"))
    }
  }

  @Test func `the same report gives the same bytes`() {
    for reporter in BuiltinReporters.all {
      for language in Language.allCases {
        let options = ReportOptions(language: language, color: true, detail: .full)
        let first = reporter.text(of: SampleReport.report, options: options)
        #expect(first == reporter.text(of: SampleReport.report, options: options))
      }
    }
  }
}
