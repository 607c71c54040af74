import Checking
import Judging
import SourceText

/// A report whose every text tries to break the output.
enum HostileReport {
  static let evil =
    "\u{1B}]0;title\u{7}\u{1B}[2J\u{9B}31m \u{202E}desrever\u{202C} \u{2067}x\u{2069} a\ttab \"quoted\" "
    + "back\\slash line\nbreak\r\ncarriage\u{0} \u{7F} e\u{301}\u{327} \u{2028}\u{2029} </script>"
  static let longWord = String(repeating: "Donaudampfschiff", count: 20)

  static let report: Report = {
    var report = SampleReport.report
    let text = evil + " " + longWord
    report.toolVersion = "1\u{1B}[5m"
    for index in report.documents.indices {
      report.documents[index].profile.department = "D\u{1B}[1m"
      report.documents[index].profile.period = text
      report.documents[index].profile.path = "plans/\(evil)\(index).md"
      report.documents[index].profile.inferred = [text]
      report.documents[index].title = text
      for number in report.documents[index].evidence.indices {
        report.documents[index].evidence[number].place = place(text)
        report.documents[index].evidence[number].reasons += [reason(text)]
      }
      for number in report.documents[index].rejections.indices {
        report.documents[index].rejections[number].place = place(text)
        report.documents[index].rejections[number].reasons += [reason(text)]
      }
      report.documents[index].findings.append(
        Finding(
          checker: "dated-term", kind: "renamed-body", level: .fix,
          arguments: ["old": .text(text), "new": .text("{old}")], place: place(text),
          path: evil, related: [place(text)]))
      report.documents[index].findings.append(
        Finding(checker: "un\u{1B}known", kind: text, level: .note))
    }
    report.diagnostics = [
      Diagnostic(
        id: "bad\u{1B}", LocalizedText(name: marker + evil), path: evil, line: 1, column: 1,
        help: LocalizedText(name: evil))
    ]
    return report
  }()

  /// Diagnostics are never wrapped; their lines are known by what stands in them.
  static func isDiagnostic(_ line: some StringProtocol) -> Bool {
    line.contains(marker) || line.contains("title·")
      || ["help: ", "aide : "].contains { line.hasPrefix($0) }
  }

  private static let marker = "the-diagnostic"

  private static func place(_ text: String) -> FindingPlace {
    FindingPlace(
      path: "plans/\(evil).md", line: 3, column: 4, span: SourceSpan(start: 0, end: 3),
      headingPath: [text, evil], quote: text, language: .english)
  }

  private static func reason(_ text: String) -> QuotedReason {
    SampleReport.reason(.hedge, text)
  }
}
