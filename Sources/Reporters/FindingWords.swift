internal import Checking
internal import SourceText

/// What a finding says, in both languages.
struct FindingWords {
  let message: LocalizedText
  /// Empty when the checker has no advice.
  let help: LocalizedText

  /// A kind that its checker never declared is shown by its ids, since nobody gave it words.
  init(_ finding: Finding, _ report: Report) {
    guard let kind = report.kind(of: finding) else {
      let id = "\(finding.checker)/\(finding.kind)"
      message = LocalizedText(name: id)
      help = LocalizedText(name: "")
      return
    }
    message = LocalizedText(
      english: kind.message(of: finding, in: .english),
      french: kind.message(of: finding, in: .french))
    help = LocalizedText(
      english: kind.help(of: finding, in: .english), french: kind.help(of: finding, in: .french))
  }
}
