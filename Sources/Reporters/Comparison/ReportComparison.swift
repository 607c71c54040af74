internal import Checking
package import RuleSets
internal import SourceText

/// What changed between two runs, requirement by requirement, with the words on both sides.
package struct ReportComparison: Sendable {
  /// What became of a requirement in a document.
  package enum Change: String, Sendable, CaseIterable {
    /// A gap that is no more.
    case closed
    /// A gap that was not there.
    case opened
    /// Still a gap, or still none, on a higher rung.
    case better
    /// Still a gap, or still none, on a lower rung; or now contradicted.
    case worse
  }

  package struct Row: Sendable {
    package var change: Change
    package var requirement: String
    package var document: String
    package var old: ReportRecord.Standing
    package var new: ReportRecord.Standing
  }

  /// A passage that counted before and does not stand in the new version.
  package struct Vanished: Sendable {
    package var requirement: String
    package var document: String
    package var rung: Rung
    package var passage: ReportRecord.Passage
    /// The passage that now stands nearest to it for the same requirement; `nil` when none is alike.
    package var rewordedAs: ReportRecord.Passage?
  }

  package struct FindingChange: Sendable {
    package var isNew: Bool
    package var document: String?
    package var finding: ReportRecord.Finding
  }

  package var oldName: String
  package var newName: String
  /// True when the two runs used different rules, so that some differences may come from them.
  package var rulesDiffer: Bool
  package var requirements: [String: ReportRecord.Requirement]
  /// The heaviest requirements first, then by document.
  package var rows: [Row]
  /// The highest rung first.
  package var vanished: [Vanished]
  package var findings: [FindingChange]
  /// Commitments and indicators by what became of them; empty unless `compareStatements` was called.
  package var statements: [Statement] = []
  /// Documents that stand on one side only.
  package var added: [String]
  package var removed: [String]
  package var pairCount: Int
  /// Pairs whose files are the same to the byte.
  package var unchangedCount: Int

  package init(old: ReportRecord, new: ReportRecord) {
    let pairing = DocumentPairing(old.documents, new.documents)
    oldName = old.name
    newName = new.name
    rulesDiffer = old.rulesDigest != new.rulesDigest
    requirements = old.requirements.merging(new.requirements) { _, new in new }
    rows = []
    vanished = []
    findings = Self.findings(old.findings, new.findings, document: nil)
    added = pairing.added.map { new.documents[$0].path }
    removed = pairing.removed.map { old.documents[$0].path }
    pairCount = pairing.pairs.count
    unchangedCount = 0
    for (oldIndex, newIndex) in pairing.pairs {
      let before = old.documents[oldIndex]
      let after = new.documents[newIndex]
      if before.digest == after.digest, !before.digest.isEmpty { unchangedCount += 1 }
      rows += Self.rows(before, after)
      vanished += PassageSearch(after).vanished(from: before)
      findings += Self.findings(before.findings, after.findings, document: after.path)
    }
    let weights = requirements.mapValues(\.weight)
    rows.sort {
      let left = (-(weights[$0.requirement] ?? 0), $0.requirement, $0.document)
      let right = (-(weights[$1.requirement] ?? 0), $1.requirement, $1.document)
      return left < right
    }
    vanished = vanished.enumerated().sorted {
      (-$0.element.rung.rawValue, $0.offset) < (-$1.element.rung.rawValue, $1.offset)
    }.map(\.element)
  }

  package func rows(_ change: Change) -> [Row] { rows.filter { $0.change == change } }

  /// Passages that nothing like them has replaced.
  package var gone: [Vanished] { vanished.filter { $0.rewordedAs == nil } }
  package var reworded: [Vanished] { vanished.filter { $0.rewordedAs != nil } }

  private static func rows(
    _ before: ReportRecord.Document, _ after: ReportRecord.Document
  ) -> [Row] {
    after.standings.compactMap { id, new in
      guard let old = before.standings[id] else { return nil }
      let change: Change
      switch (old.gap, new.gap) {
      case (_?, nil): change = .closed
      case (nil, _?): change = .opened
      case (let was, let now):
        if now == .contradicted, was != .contradicted {
          change = .worse
        } else if was == .contradicted, now != .contradicted {
          change = .better
        } else if new.rung != old.rung {
          change = new.rung > old.rung ? .better : .worse
        } else {
          return nil
        }
      }
      return Row(
        change: change, requirement: id, document: after.path, old: old, new: new)
    }
  }

  private static func findings(
    _ old: [ReportRecord.Finding], _ new: [ReportRecord.Finding], document: String?
  ) -> [FindingChange] {
    let known = Set(old.map(key))
    let present = Set(new.map(key))
    return old.filter { !present.contains(key($0)) }
      .map { FindingChange(isNew: false, document: document, finding: $0) }
      + new.filter { !known.contains(key($0)) }
      .map { FindingChange(isNew: true, document: document, finding: $0) }
  }

  /// What a finding is known by: its kind and the words it is about. Not the fingerprint, which holds the path, and
  /// the two sides may lie in different folders.
  private static func key(_ finding: ReportRecord.Finding) -> String {
    let words = finding.passage?.quote ?? ""
    return finding.id + "\u{1F}"
      + FindingFingerprints.normalized(words.isEmpty ? finding.message.english : words)
  }
}

/// Which document of the new run is which of the old.
///
/// By path; then, for what is left, by the file's name where it is unique on both sides; then by department, kind and language where that is unique on both sides, so
/// that next year's plan meets this year's; then by title.
struct DocumentPairing {
  private(set) var pairs: [(old: Int, new: Int)] = []
  private(set) var removed: [Int]
  private(set) var added: [Int]

  init(_ old: [ReportRecord.Document], _ new: [ReportRecord.Document]) {
    removed = Array(old.indices)
    added = Array(new.indices)
    pair(old, new) { $0.path }
    pair(old, new) { FileTree.name(of: $0.path) }
    pair(old, new) { document in
      document.department.map {
        "\($0)\u{1F}\(document.kind.rawValue)\u{1F}\(document.language.rawValue)"
      }
    }
    pair(old, new) { document in document.title.map { "\($0)\u{1F}\(document.language.rawValue)" } }
    // Who names one document on either side means these two.
    if old.count == 1, new.count == 1, pairs.isEmpty, old[0].language == new[0].language {
      pairs = [(0, 0)]
      (removed, added) = ([], [])
    }
    pairs.sort { $0.new < $1.new }
  }

  private mutating func pair(
    _ old: [ReportRecord.Document], _ new: [ReportRecord.Document],
    by key: (ReportRecord.Document) -> String?
  ) {
    func unique(_ indices: [Int], _ documents: [ReportRecord.Document]) -> [String: Int] {
      var found: [String: [Int]] = [:]
      for index in indices {
        if let key = key(documents[index]) { found[key, default: []].append(index) }
      }
      return found.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }
    let candidates = unique(added, new)
    for (key, first) in unique(removed, old) {
      if let second = candidates[key] { pairs.append((first, second)) }
    }
    let paired = (old: Set(pairs.map(\.old)), new: Set(pairs.map(\.new)))
    removed.removeAll { paired.old.contains($0) }
    added.removeAll { paired.new.contains($0) }
  }
}
