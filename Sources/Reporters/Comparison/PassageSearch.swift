internal import RuleSets
internal import SourceText

/// Finds the passages of an older version in a newer one.
struct PassageSearch {
  private let document: ReportRecord.Document
  private let known: Set<String>
  /// What counts in the newer version, by requirement.
  private let likenesses: [String: WordLikeness]

  init(_ document: ReportRecord.Document) {
    self.document = document
    known = Set(
      document.evidence.map { FindingFingerprints.normalized($0.passage.quote) }
        + document.rejected.map(FindingFingerprints.normalized))
    var indices: [String: [Int]] = [:]
    for (index, evidence) in document.evidence.enumerated() {
      indices[evidence.requirement, default: []].append(index)
    }
    let evidence = document.evidence
    var words: [String: Set<String>] = [:]
    likenesses = indices.mapValues { numbers in
      WordLikeness(
        numbers.map { number in
          let quote = evidence[number].passage.quote
          let known = words[quote] ?? Self.words(quote)
          words[quote] = known
          return (number, known)
        })
    }
  }

  /// Passages of the older version that are gone, once each, in reading order; each with what it has become.
  func vanished(from old: ReportRecord.Document) -> [ReportComparison.Vanished] {
    var best: [String: Int] = [:]
    for (index, evidence) in old.evidence.enumerated() {
      let key = FindingFingerprints.normalized(evidence.passage.quote)
      guard !known.contains(key) else { continue }
      if let other = best[key], old.evidence[other].rung >= evidence.rung { continue }
      best[key] = index
    }
    return best.values.sorted().map { index in
      let evidence = old.evidence[index]
      return ReportComparison.Vanished(
        requirement: evidence.requirement, document: document.path, rung: evidence.rung,
        passage: evidence.passage,
        rewordedAs: nearest(to: evidence.passage.quote, requirement: evidence.requirement))
    }
  }

  private func nearest(to quote: String, requirement: String) -> ReportRecord.Passage? {
    likenesses[requirement]?.nearest(to: Self.words(quote)).map { document.evidence[$0].passage }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(
      FindingFingerprints.normalized(text).split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
