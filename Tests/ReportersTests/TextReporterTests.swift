import Checking
import Reporters
import RuleSets
import SourceText
import TestSupport
import Testing

struct TextReporterTests {
  @Test(arguments: [
    ("text.en.80", ReportOptions()),
    ("text.fr.80", ReportOptions(language: .french)),
    ("text.en.40", ReportOptions(width: 40)),
    ("text.en.120", ReportOptions(width: 120)),
    ("text.en.80.color", ReportOptions(color: true)),
    ("text.en.80.summary", ReportOptions(detail: .summary)),
    ("text.fr.80.full", ReportOptions(language: .french, detail: .full)),
    ("text.en.80.many", ReportOptions(documentsInDetailLimit: 1)),
  ])
  func `a report as approved`(name: String, options: ReportOptions) {
    Golden.check(
      TextReporter().text(of: SampleReport.report, options: options),
      against: "Tests/ReportersTests/Golden/\(name).txt")
  }

  @Test func `nothing read is said in both languages`() {
    let english = TextReporter().text(
      of: SampleReport.empty, options: ReportOptions(width: 120))
    #expect(english.contains("No document was read."))
    #expect(english.contains("absence here is not absence in the world"))
    let french = TextReporter().text(
      of: SampleReport.empty, options: ReportOptions(language: .french))
    #expect(french.contains("Aucun document n’a été lu."))
    #expect(!french.contains("document was"))
  }

  @Test func `without its escapes a coloured report is the plain one`() {
    let plain = TextReporter().text(of: SampleReport.report)
    let colored = TextReporter().text(of: SampleReport.report, options: ReportOptions(color: true))
    #expect(colored != plain)
    #expect(TerminalOutput.withoutStyle(colored) == plain)
    #expect(!plain.unicodeScalars.contains("\u{1B}"))
  }

  @Test(arguments: [32, 40, 53, 80, 120], Language.allCases)
  func `no line is wider than the terminal`(width: Int, language: Language) {
    var report = SampleReport.report
    // Diagnostics are for other programs too and are never wrapped.
    report.diagnostics = []
    for detail in ReportOptions.Detail.allCases {
      for limit in [1, 20] {
        let options = ReportOptions(
          language: language, width: width, detail: detail, documentsInDetailLimit: limit)
        for line in TextReporter().text(of: report, options: options).split(separator: "\n") {
          #expect(TerminalOutput.columns(line) <= width, "\(line)")
        }
      }
    }
  }

  @Test func `no line ends in a blank and no two empty lines follow each other`() {
    for color in [false, true] {
      let text = TextReporter().text(
        of: SampleReport.report, options: ReportOptions(color: color, detail: .full))
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(!lines.contains { $0.hasSuffix(" ") })
      #expect(
        !zip(lines, lines.dropFirst()).contains { $0.isEmpty && $1.isEmpty && $1 != lines.last })
    }
  }

  @Test(arguments: [false, true])
  func `text from a policy cannot steer the terminal`(color: Bool) {
    let report = HostileReport.report
    for reporter in [TextReporter() as any Reporter, GapsReporter()] {
      for width in [40, 80] {
        let text = reporter.text(
          of: report, options: ReportOptions(color: color, width: width, detail: .full))
        let bare = TerminalOutput.withoutStyle(text)
        for scalar in bare.unicodeScalars where scalar != "\n" {
          #expect(SourceExcerpt.isPrintable(scalar), "U+\(String(scalar.value, radix: 16))")
        }
        for line in bare.split(separator: "\n") where !HostileReport.isDiagnostic(line) {
          #expect(TerminalOutput.columns(line) <= width, "\(line)")
        }
      }
    }
  }

  @Test func `a wide matrix is split to fit and names every document`() {
    var report = SampleReport.report
    report.documents = (0..<12).map { number in
      var document = SampleReport.english
      document.profile.department = "DEPT\(number)"
      document.profile.path = "plans/\(number).md"
      return document
    }
    let text = TextReporter().text(of: report, options: ReportOptions(width: 60))
    let heads = text.split(separator: "\n").filter {
      $0.hasPrefix("     ") && $0.contains("DEPT") && !$0.contains("plans/")
    }
    #expect(heads.count > 1)
    for number in 0..<12 {
      #expect(heads.contains { $0.split(separator: " ").contains("DEPT\(number)") })
    }
  }

  @Test func `two documents of one department get labels of their own`() {
    var report = SampleReport.report
    var french = SampleReport.english
    french.profile.language = .french
    french.profile.path = "Policies/plans/harbours.fr.md"
    report.documents = [SampleReport.english, french]
    let text = TextReporter().text(of: report)
    #expect(text.contains("HAR-en"))
    #expect(text.contains("HAR-fr"))
  }

  @Test func `what every document meets is listed`() {
    var report = SampleReport.report
    report.documents[1].coverage[4].rung = .resourced
    report.documents[1].coverage[4].gap = nil
    let text = TextReporter().text(of: report)
    let totals = text.split(separator: "\n").drop { $0 != "Met by every document" }.dropFirst()
    #expect(totals.first?.contains("✓  Money with a year") == true)
  }

  @Test func `one finding in several cells of a row is said once`() {
    var report = SampleReport.report
    var second = report.documents[0].findings[1]
    second.place?.column = 57
    report.documents[0].findings.append(second)
    let text = TextReporter().text(of: report)
    #expect(text.matches(of: /\[dated-term\/renamed-body\]/).count == 1)
    #expect(text.contains("also at 33:57"))
  }

  @Test func `a heading above every passage is not repeated`() {
    var report = SampleReport.report
    func deepen(_ place: inout FindingPlace) {
      place.headingPath = [
        "The whole plan", "Part", "A section of it", "The passage’s own heading",
      ]
    }
    for index in report.documents[0].evidence.indices {
      deepen(&report.documents[0].evidence[index].place)
    }
    for index in report.documents[0].rejections.indices {
      deepen(&report.documents[0].rejections[index].place)
    }
    let short = TextReporter().text(of: report, options: ReportOptions(width: 60))
    #expect(!short.contains("The whole plan"))
    #expect(short.contains("Part › … ›"))
    let full = TextReporter().text(of: report, options: ReportOptions(width: 200, detail: .full))
    #expect(full.contains("Part › A section of it › The passage’s own heading"))
  }

  @Test func `a very long passage is cut unless everything was asked for`() {
    var report = SampleReport.report
    report.documents[0].evidence[0].place.quote = String(repeating: "word ", count: 200) + "end."
    #expect(!TextReporter().text(of: report).contains("end.”"))
    #expect(
      TextReporter().text(of: report, options: ReportOptions(detail: .full)).contains("end.”"))
  }

  @Test func `a gap that only other words caused names what would have counted`() {
    let text = TextReporter().text(of: SampleReport.report)
    #expect(text.contains("negated “will not”"))
    #expect(text.contains("otherwise ◑ done"))
  }
}
