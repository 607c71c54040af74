internal import Checking
internal import RuleSets
internal import SourceText

/// A finding with all that reporters for programs say of it.
struct FindingEntry {
  let finding: Finding
  /// `nil` for a finding over the whole set.
  let document: DocumentReport?
  let fingerprint: String
  let words: FindingWords
  /// Where its file is: relative to the root where it lies below it; `nil` when it is in no file.
  let path: String?

  /// What the finding is about, for lists of rules: the requirement, else checker and kind.
  var ruleID: String { finding.requirement ?? kindID }

  /// Checker and kind.
  var kindID: String { "\(finding.checker)/\(finding.kind)" }

  /// 1-based; `nil` when the format has no lines or the finding no place.
  var line: Int? { finding.place.flatMap { $0.line > 0 ? $0.line : nil } }

  /// 1-based, in Unicode scalars; `nil` without a line.
  var column: Int? { finding.place.flatMap { $0.column > 0 ? $0.column : nil } }

  /// The message in one language, with why the finding does not count where it does not.
  func message(_ language: Language) -> String {
    guard let suppression = finding.suppression else { return words.message[language] }
    return "[\(suppression.words[language])] \(words.message[language])"
  }
}

extension Report {
  /// Hands out all findings, by document and then those over the whole set, until the output is closed.
  func forEachFinding(
    _ options: ReportOptions, _ output: ReportOutput, _ body: (FindingEntry) -> Void
  ) {
    var fingerprints = FindingFingerprints(options: options)
    func entry(_ finding: Finding, _ document: DocumentReport?) -> FindingEntry {
      let path = finding.place?.path ?? finding.path ?? finding.related.first?.path
      return FindingEntry(
        finding: finding, document: document, fingerprint: fingerprints.next(for: finding),
        words: FindingWords(finding, self), path: path.map(options.relativePath))
    }
    for document in documents {
      for finding in document.findings {
        body(entry(finding, document))
        if output.isClosed { return }
      }
    }
    for finding in corpusFindings {
      body(entry(finding, nil))
      if output.isClosed { return }
    }
  }
}
