internal import Checking
package import PolicyCoherence
package import SourceText

/// Runs the checkers over planted incoherences and look-alikes, and counts what they find.
package struct CorpusCaseRun {
  /// The outcome for one checker.
  package struct Score: Sendable {
    package var checker: String
    /// Planted cases in which the checker found something.
    package var recall = Rate(0, of: 0)
    /// Look-alikes in which it found something.
    package var reported = Rate(0, of: 0)
    /// Titles of planted cases that were missed.
    package var missed: [String] = []
    /// Titles of look-alikes that were reported.
    package var misled: [String] = []
    /// What other checkers of documents together found in the cases: "case: checker/kind".
    package var unlisted: [String] = []

    package init(checker: String) { self.checker = checker }
  }

  package var check: CoherenceCheck

  package init(check: CoherenceCheck) { self.check = check }

  package func score(_ set: CorpusCases) -> Score {
    var score = Score(checker: set.checker)
    for example in set.cases {
      let report = check.run(texts: example.documents)
      let found = report.findings.filter { $0.checker == set.checker }
      score.unlisted += report.findings.filter {
        $0.checker != set.checker && $0.checker.hasPrefix("coh.")
      }.map { "\(example.title): \($0.checker)/\($0.kind)" }
      if example.isPlanted {
        score.recall.whole += 1
        if found.isEmpty { score.missed.append(example.title) } else { score.recall.part += 1 }
      } else {
        score.reported.whole += 1
        if !found.isEmpty {
          score.misled.append(example.title)
          score.reported.part += 1
        }
      }
    }
    return score
  }
}

extension CorpusCaseRun.Score {
  /// All scores as one.
  package static func total(_ scores: [CorpusCaseRun.Score], name: String) -> Self {
    var total = CorpusCaseRun.Score(checker: name)
    for score in scores {
      total.recall.part += score.recall.part
      total.recall.whole += score.recall.whole
      total.reported.part += score.reported.part
      total.reported.whole += score.reported.whole
      total.unlisted += score.unlisted
    }
    return total
  }

  /// One line of the result.
  package func line(in language: Language) -> String {
    LocalizedText(
      "\(checker): found \(recall.part) of \(recall.whole) planted (\(Self.interval(recall))), "
        + "reported \(reported.part) of \(reported.whole) look-alikes (\(Self.interval(reported))), "
        + "\(unlisted.count) findings of other checkers",
      "\(checker) : \(recall.part) sur \(recall.whole) trouvés (\(Self.interval(recall))), "
        + "\(reported.part) sur \(reported.whole) sosies signalés (\(Self.interval(reported))), "
        + "\(unlisted.count) constats d’autres vérificateurs")[language]
  }

  /// "0.93, 0.85–0.97": the rate and its Wilson interval at 95 per cent.
  private static func interval(_ rate: Rate) -> String {
    func two(_ value: Double) -> String {
      let cents = Int((value * 100).rounded())
      return "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
    }
    return "\(two(rate.value)), \(two(rate.interval.lower))–\(two(rate.interval.upper))"
  }
}
