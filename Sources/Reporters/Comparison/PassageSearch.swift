internal import RuleSets
internal import SourceText

/// Finds the passages of an older version in a newer one.
struct PassageSearch {
  private let document: ReportRecord.Document
  private let known: Set<String>

  init(_ document: ReportRecord.Document) {
    self.document = document
    known = Set(
      document.evidence.map { FindingFingerprints.normalized($0.passage.quote) }
        + document.rejected.map(FindingFingerprints.normalized))
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

  /// Half the words in common makes two passages versions of one another.
  private static let likeness = 0.5

  private func nearest(to quote: String, requirement: String) -> ReportRecord.Passage? {
    let words = Self.words(quote)
    guard !words.isEmpty else { return nil }
    var found: (likeness: Double, passage: ReportRecord.Passage)?
    for evidence in document.evidence where evidence.requirement == requirement {
      let others = Self.words(evidence.passage.quote)
      let common = words.intersection(others).count
      let likeness = Double(common) / Double(max(1, words.count + others.count - common))
      if likeness >= Self.likeness, likeness > found?.likeness ?? 0 {
        found = (likeness, evidence.passage)
      }
    }
    return found?.passage
  }

  private static func words(_ text: String) -> Set<String> {
    Set(
      FindingFingerprints.normalized(text).split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
