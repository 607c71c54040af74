internal import Checking
internal import Documents
internal import Reporters
internal import SourceText

extension CoherenceCheck {
  /// Takes out the findings on what has not changed, and says how many there were.
  ///
  /// A finding stays when its document is new, when it lies in a passage that is new or changed, or when the
  /// document as it was did not have it: so a promise that was struck out leaves its gap behind.
  func select(_ changes: GitChanges, in report: inout Report) {
    var selections: [String: Kept] = [:]
    var leftOut = 0
    for index in report.documents.indices {
      let path = report.documents[index].profile.path
      let kept = self.kept(path, changes, &report.diagnostics)
      selections[path] = kept
      let all = report.documents[index].findings
      report.documents[index].findings = all.filter(kept.keeps)
      leftOut += all.count - report.documents[index].findings.count
    }
    let all = report.corpusFindings
    report.corpusFindings = all.filter { finding in
      ([finding.place].compactMap { $0 } + finding.related).contains { place in
        let kept = selections[place.path] ?? self.kept(path: place.path, changes)
        return kept.touches(place)
      }
    }
    leftOut += all.count - report.corpusFindings.count
    report.selection = ReportSelection(
      since: changes.revision, commit: changes.commit, leftOutCount: leftOut)
  }

  /// What stays of one document's findings.
  private enum Kept {
    case all
    case none
    /// What touches a changed passage, or was not found before.
    case some(ChangeSelection, before: Set<String>)

    func keeps(_ finding: Finding) -> Bool {
      switch self {
      case .all: true
      case .none: false
      case .some(let selection, let before):
        !before.contains(finding.fingerprint) || (finding.place.map(selection.touches) ?? false)
      }
    }

    func touches(_ place: FindingPlace) -> Bool {
      switch self {
      case .all: true
      case .none: false
      case .some(let selection, _): selection.touches(place)
      }
    }
  }

  /// A file that is no document of the run, such as the configuration: changed or not.
  private func kept(path: String, _ changes: GitChanges) -> Kept {
    (try? changes.change(of: path)) == .unchanged ? .none : .all
  }

  private func kept(
    _ path: String, _ changes: GitChanges, _ diagnostics: inout [Diagnostic]
  ) -> Kept {
    do {
      switch try changes.change(of: path) {
      case nil, .new?: return .all
      case .unchanged?: return .none
      case .changed(let old)?:
        // A version that could not be read before has nothing that could be the same.
        guard let source = try? SourceFile.read(path), let document = try? read(path, source),
          let before = try? read(path, old)
        else { return .all }
        var fingerprints = FindingFingerprints(options: acceptance.paths)
        let findings = Gate(configuration: configuration)
          .leveled(findings(of: before)) { _ in nil }
        return .some(
          ChangeSelection(document, old: before),
          before: Set(findings.map { fingerprints.next(for: $0) }))
      }
    } catch {
      diagnostics.append(error.diagnostic)
      return .all
    }
  }
}
