package import Checking
internal import RuleSets
internal import SourceText

/// How the findings of a run stand to a baseline.
package struct BaselineChange: Sendable {
  /// Found, and not in the baseline.
  package var new: [Finding] = []
  /// In the baseline, its document was read, and it is no longer found.
  package var gone: [Baseline.Entry] = []
  /// In the baseline and never to be found again: its document, checker or requirement is no more.
  package var stale: [Baseline.Entry] = []
  /// In the baseline, and found.
  package var kept: [Baseline.Entry] = []
  /// In the baseline; its document was not part of this run.
  package var unread: [Baseline.Entry] = []

  /// `report` is one whose findings have their fingerprints and whose waivers have been applied;
  /// `relative` gives paths as the baseline has them, and `exists` says whether such a path is there.
  package init(
    _ baseline: Baseline, _ report: Report, relative: (String) -> String,
    exists: (String) -> Bool
  ) {
    // What is waived needs no entry, and an entry for it is not gone either.
    var found: Set<String> = []
    var accepted = Set(baseline.entries.map(\.fingerprint))
    for finding in report.eachFinding {
      found.insert(finding.fingerprint)
      if finding.suppression == nil, !accepted.contains(finding.fingerprint) {
        new.append(finding)
        accepted.insert(finding.fingerprint)
      }
    }
    let read = Set(report.documents.map { relative($0.profile.path) })
    let checkers = Set(report.checkers.map(\.id))
    let requirements = Set(report.rules.requirements.map(\.id))
    for entry in baseline.entries {
      let isKnown =
        checkers.contains(entry.checker) && (entry.requirement.map(requirements.contains) ?? true)
      if found.contains(entry.fingerprint) {
        kept.append(entry)
      } else if !isKnown {
        stale.append(entry)
      } else if let path = entry.path {
        if read.contains(path) {
          gone.append(entry)
        } else if exists(path) {
          unread.append(entry)
        } else {
          stale.append(entry)
        }
      } else {
        gone.append(entry)
      }
    }
  }

  /// True when the baseline is as the run has it.
  package var isEmpty: Bool { new.isEmpty && gone.isEmpty && stale.isEmpty }
}
