internal import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// Which clauses of a requirement found nothing in a passage, with what they look for.
struct MissingClauses {
  let requirement: Requirement
  /// The language of the passage.
  let language: Language
  /// The language of the reader.
  let reader: Language

  /// Patterns of a clause that are shown; the others are counted.
  private static let shownPatterns = 4

  /// Lines for the clauses that the steps of the nearest rejection do not name; all of them when
  /// nothing came near.
  func lines(reasons: [QuotedReason]) -> [String] {
    var wanted: [ClauseKind] = []
    let kinds = Set(reasons.map(\.kind))
    if !kinds.contains(.topic) { wanted.append(.topic) }
    if !kinds.contains(.act) { wanted.append(.act) }
    if kinds.contains(.missingAnchor) { wanted = [.with] }
    let isHalf = kinds.contains(.noAct) || kinds.contains(.missingAnchor) || reasons.isEmpty
    guard isHalf else { return [] }
    if reasons.isEmpty { wanted += [.mention, .section] }
    return wanted.compactMap { clause in
      guard let patterns = requirement.evidence[language][clause], !patterns.isEmpty else {
        return nil
      }
      let shown = patterns.prefix(Self.shownPatterns).map(\.text).joined(separator: " · ")
      let rest = patterns.count - min(patterns.count, Self.shownPatterns)
      let more = rest > 0 ? " · … (+\(rest))" : ""
      return ExplanationMessages.clauseMissing(clause.rawValue)[reader] + " " + shown + more
    }
  }
}
