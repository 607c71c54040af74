package import Checking
package import RuleSets
package import SourceText
internal import Judging

/// Explains a requirement, or why a passage did or did not count, as text for a terminal.
package struct Explanations: Sendable {
  /// Language, width and colour count; the level of detail does not.
  package let options: ReportOptions

  package init(options: ReportOptions) {
    self.options = options
  }

  package init(language: Language, color: Bool = false, width: Int = 100) {
    self.init(options: ReportOptions(language: language, color: color, width: width))
  }

  // MARK: Requirements

  /// What a requirement asks for, why, and how it is judged; patterns and examples only in full.
  ///
  /// - Returns: The text without a final line end; empty for an index out of range.
  package func requirement(_ index: Int, in rules: CompiledRules, full: Bool) -> String {
    guard rules.requirements.indices.contains(index) else { return "" }
    return text { page in
      RequirementExplanation(
        rules: rules, index: index, language: options.language, page: page
      ).write(full: full)
    }
  }

  // MARK: Passages

  /// Every requirement that looked at a line of a document, with its verdict and the steps to it.
  ///
  /// Where nothing looked at a passage that begins on the line, the text says so and goes on with
  /// the nearest passage that was looked at. Only requirements whose id begins with `only` are told
  /// of.
  ///
  /// `lastLine` tells the line that a place ends on; a passage is known by every line that it touches.
  package func passage(
    atLine line: Int, of document: DocumentReport, in rules: CompiledRules, only: String = "",
    lastLine: (FindingPlace) -> Int = { $0.line }
  ) -> String {
    func isWanted(_ requirement: Int) -> Bool {
      rules.requirements.indices.contains(requirement)
        && rules.requirements[requirement].id.hasPrefix(only)
    }
    let verdicts =
      document.evidence.filter { isWanted($0.requirement) }.map(PassageVerdict.counts)
      + document.rejections.filter { isWanted($0.requirement) }.map(PassageVerdict.fails)
    let here = verdicts.filter {
      $0.place.number <= line && max($0.place.number, lastLine($0.place)) >= line
    }
    return text { page in
      let view = explanation(rules, document, page)
      guard here.isEmpty else { return view.write(here) }
      view.nothing(at: line, of: document.profile.path)
      let distances = verdicts.map { abs($0.place.number - line) }
      guard let least = distances.min() else { return }
      view.nearest(verdicts.filter { abs($0.place.number - line) == least })
    }
  }

  /// One passage that earned a rung.
  package func evidence(_ evidence: PassageEvidence, in rules: CompiledRules) -> String {
    text { explanation(rules, nil, $0).write([.counts(evidence)]) }
  }

  /// One passage that did not count.
  package func rejection(_ rejection: PassageRejection, in rules: CompiledRules) -> String {
    text { explanation(rules, nil, $0).write([.fails(rejection)]) }
  }

  /// The rejection that came closest to counting for a requirement; `nil` when nothing came close.
  ///
  /// The higher the rung that it would have had, the closer; among equals, the one with more steps
  /// behind it, then the first in reading order.
  package static func nearestMiss(
    for requirement: Int, among rejections: [PassageRejection]
  ) -> PassageRejection? {
    var best: PassageRejection?
    for rejection in rejections where rejection.requirement == requirement {
      if let other = best,
        (other.wouldBe.rawValue, other.reasons.count)
          >= (rejection.wouldBe.rawValue, rejection.reasons.count)
      {
        continue
      }
      best = rejection
    }
    return best
  }

  // MARK: Examples

  /// Why an example of a rule does not come out as its author says.
  package func failure(
    of example: RuleExample, got rung: Rung, evidence: PassageEvidence?,
    rejections: [PassageRejection], requirement: Requirement? = nil
  ) -> String {
    let language = options.language
    var text = ExplanationMessages.expectedGot(
      example.rung.title[language], rung.title[language])[language]
    text += ": " + StyledText.harmless(example.text)
    var reasons: [QuotedReason] = []
    if let evidence {
      reasons = evidence.reasons
    } else if let nearest = rejections.max(by: { $0.wouldBe < $1.wouldBe }) {
      reasons = nearest.reasons
    }
    for reason in reasons {
      text += "\n    " + reason.text[language]
      if !reason.quote.isEmpty {
        let quote = StyledText.harmless(reason.quote)
        text += language == .english ? " “\(quote)”" : " «\u{A0}\(quote)\u{A0}»"
      }
    }
    if let requirement, evidence == nil {
      let missing = MissingClauses(
        requirement: requirement, language: example.language, reader: language)
      for line in missing.lines(reasons: reasons) { text += "\n    " + line }
    }
    if let because = example.because, rung != .absent {
      text += "\n    " + ExplanationMessages.because[language] + " " + StyledText.harmless(because)
    }
    return text
  }

  // MARK: Parts

  private func explanation(
    _ rules: CompiledRules, _ document: DocumentReport?, _ page: TerminalPage
  ) -> PassageExplanation {
    PassageExplanation(
      rules: rules, document: document, language: options.language, page: page)
  }

  private func text(_ body: (TerminalPage) -> Void) -> String {
    var text = ReportOutput.text { body(TerminalPage($0, options)) }
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
