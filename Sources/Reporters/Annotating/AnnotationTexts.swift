package import Checking
package import Documents
internal import Judging
internal import RuleSets
package import SourceText

/// The words of the comments that go into an author's own file.
package enum AnnotationTexts {
  /// A comment for each finding with a place, in reading order, and one for the document as a whole with
  /// what was found nowhere.
  package static func comments(
    on document: DocumentReport, in report: Report, language: Language
  ) -> [WordComment] {
    let tag = language == .french ? "fr-CA" : "en-CA"
    let path = document.profile.path
    let findings = document.findings + report.corpusFindings.filter { $0.path == path }
    var comments: [WordComment] = []
    var missing: [String] = []
    for finding in findings {
      let words = FindingWords(finding, report)
      let message = sentence(words.message[language])
      let help = words.help[language]
      guard case .paragraph(let position)? = finding.place?.position else {
        missing.append("• " + message + (help.isEmpty ? "" : " " + sentence(help)))
        continue
      }
      var paragraphs = [message]
      if let place = finding.place, !place.quote.isEmpty {
        paragraphs.append(quoted(place.quote, language))
      }
      if let id = finding.requirement,
        let requirement = report.rules.requirements.first(where: { $0.id == id })
      {
        paragraphs.append(AnnotationMessages.why[language] + " " + requirement.why[language])
      }
      if !help.isEmpty { paragraphs.append(AnnotationMessages.advice[language] + " " + help) }
      comments.append(
        WordComment(position: position, paragraphs: paragraphs, language: tag))
    }
    if !missing.isEmpty {
      comments.insert(
        WordComment(
          position: nil, paragraphs: [AnnotationMessages.missing[language]] + missing,
          language: tag), at: 0)
    }
    return comments
  }

  /// With a capital at the start and a full stop at the end, as comments are written.
  private static func sentence(_ text: String) -> String {
    guard let first = text.first, let last = text.last else { return text }
    let start = first.uppercased() + text.dropFirst()
    return ".!?…".contains(last) ? start : start + "."
  }

  private static func quoted(_ text: String, _ language: Language) -> String {
    let short = text.count > 300 ? text.prefix(300) + "…" : text[...]
    return language == .french ? "«\u{A0}\(short)\u{A0}»" : "“\(short)”"
  }
}

/// The words that annotations add of their own.
enum AnnotationMessages {
  static let why = LocalizedText("Why:", "Pourquoi\u{A0}:")
  static let advice = LocalizedText("Advice:", "Conseil\u{A0}:")
  static let missing = LocalizedText(
    "About the document as a whole:", "Sur le document dans son ensemble\u{A0}:")
}
