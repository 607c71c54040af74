import Checking
import Reporters
import SourceText

/// Reports with findings that do not count.
enum WaivedReport {
  /// The sample, one of its findings waived in the configuration, one in the baseline.
  static let report: Report = {
    var report = SampleReport.report
    report.documents[0].findings[0].suppression = Suppression(
      source: .configuration, reason: "the seat is decided in June", owner: "Planning Branch",
      expires: CalendarDay(iso: "2027-03-31"), path: "Policies/coherence.yml", line: 14)
    report.corpusFindings[0].suppression = Suppression(
      source: .baseline, path: "Policies/coherence-baseline.yml", line: 4)
    return report
  }()

  /// Every text of it tries to break the output, those of waivers too.
  static let hostile: Report = {
    var report = HostileReport.report
    let evil = HostileReport.evil + "\n::error::x ##[add-mask]y"
    for index in report.documents.indices {
      for number in report.documents[index].findings.indices {
        let finding = report.documents[index].findings[number]
        report.documents[index].findings[number].arguments["old"] = .text("=cmd|' /C calc'!A0")
        report.documents[index].findings.append(finding)
      }
      let last = report.documents[index].findings.count - 1
      report.documents[index].findings[last].suppression = Suppression(
        source: .document, reason: evil, owner: "=1+1", path: "plans/\(evil)", line: 3)
      report.documents[index].findings[last].place?.quote = "=HYPERLINK(\"http://x\")"
    }
    return report
  }()

  /// One document with so many findings, every third one waived, every second of the rest a note.
  static func large(_ count: Int) -> Report {
    var report = SampleReport.report
    report.documents.removeLast()
    report.corpusFindings = []
    report.documents[0].findings = (0..<count).map { index in
      var finding = Finding(
        checker: "dated-term", kind: "renamed-body", level: index.isMultiple(of: 2) ? .note : .fix,
        arguments: ["old": .text("Board \(index)")], path: "a.md")
      if index.isMultiple(of: 3) {
        finding.suppression = Suppression(source: .baseline, path: "b.yml", line: 1)
      }
      return finding
    }
    return report
  }
}
