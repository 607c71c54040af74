package import SourceText

/// Leave, for a time and with somebody who answers for it, to keep what a finding is about.
package struct Waiver: Sendable, Hashable {
  /// Where a waiver is written; that says how far it reaches.
  package enum Scope: Sendable, Hashable {
    /// In the configuration: documents whose path matches one of the patterns (all, when there are none)
    /// and, where words are given, passages that hold them.
    case configuration(paths: [String], words: String)
    /// In a document: the passage beside it. `span` is its place in the file, for formats that are text;
    /// `words` are the words of the passage, white space folded.
    case document(path: String, span: SourceSpan?, words: String)
  }

  /// Ids of checkers, `checker/kind`, requirements or fingerprints; one that ends with `*` stands for all
  /// that begin so.
  package var targets: [String]
  package var reason: String
  package var owner: String
  /// The last day on which it holds.
  package var expires: CalendarDay
  package var scope: Scope
  /// Where the waiver itself stands.
  package var place: FindingPlace
  /// How many findings it covers in this run.
  package var useCount = 0

  package init(
    targets: [String], reason: String, owner: String, expires: CalendarDay, scope: Scope,
    place: FindingPlace
  ) {
    self.targets = targets
    self.reason = reason
    self.owner = owner
    self.expires = expires
    self.scope = scope
    self.place = place
  }

  /// True when one of the targets names the finding.
  package func names(_ finding: Finding) -> Bool {
    targets.contains { Self.name($0, stands: finding) }
  }

  /// True when the waiver reaches as far as the finding, whatever the finding is.
  ///
  /// A waiver in a document that names a requirement in full holds for the whole document, since a
  /// requirement is met by the document and not by a passage; any other holds for the passage beside it.
  package func reaches(_ finding: Finding) -> Bool {
    let path = finding.path ?? finding.place?.path
    switch scope {
    case .configuration(let paths, let words):
      if !paths.isEmpty {
        guard let path, paths.contains(where: { PathPattern($0).matches(path) }) else {
          return false
        }
      }
      guard !words.isEmpty else { return true }
      return finding.place?.quote.contains(words) ?? false
    case .document(let own, let span, let words):
      let places = [finding.place].compactMap { $0 } + (path == nil ? finding.related : [])
      if path == own, let requirement = finding.requirement, targets.contains(requirement) {
        return true
      }
      return places.contains { place in
        guard place.path == own else { return false }
        if let span, let other = place.span {
          return span.start < other.end && other.start < span.end
        }
        return !place.quote.isEmpty && words.contains(place.quote)
      }
    }
  }

  /// True when an id or a pattern that ends with `*` stands for the finding.
  package static func name(_ target: String, stands finding: Finding) -> Bool {
    let kind = "\(finding.checker)/\(finding.kind)"
    if target.hasSuffix("*") {
      let prefix = target.dropLast()
      return kind.hasPrefix(prefix) || finding.requirement?.hasPrefix(prefix) ?? false
    }
    return target == finding.checker || target == kind || target == finding.requirement
      || target == finding.fingerprint
  }
}
