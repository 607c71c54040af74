package import Checking
internal import RuleSets
package import Reporters
internal import SourceText
internal import Store

/// What decides, besides rules and levels, which findings of a run count.
package struct AcceptanceOptions: Sendable {
  /// The day by which waivers run out; `nil` when none does.
  package var today: CalendarDay?
  package var baseline: Baseline?
  /// Whether a waiver of the configuration that covers nothing is told of; not in a run over a part.
  package var judgesUnused = true
  /// Paths in fingerprints count from its root.
  package var paths = ReportOptions()

  package init() {}
}

/// Goes over the findings of a complete run: sets their levels, names them, and marks those that are
/// waived or in the baseline. None of these is taken out; waivers that hold no longer become findings
/// themselves.
struct FindingAcceptance {
  private let gate: Gate
  private let options: AcceptanceOptions

  init(gate: Gate, options: AcceptanceOptions) {
    self.gate = gate
    self.options = options
  }

  func accept(_ report: inout Report) {
    var fingerprints = FindingFingerprints(options: options.paths)
    var configured = gate.configuration.waivers
    var accepted = options.baseline?.lines ?? [:]
    let kinds = Dictionary(
      report.documents.map { ($0.profile.path, $0.profile.kind) },
      uniquingKeysWith: { first, _ in first })
    func finish(_ findings: inout [Finding]) {
      findings = gate.leveled(findings) { kinds[$0] }
      for index in findings.indices where findings[index].fingerprint.isEmpty {
        findings[index].fingerprint = fingerprints.next(for: findings[index])
      }
    }
    for index in report.documents.indices {
      var own = report.documents[index].waivers
      // Packed findings have their names: where no setting speaks of them, they stay as they are.
      if report.documents[index].isPacked, !gate.setsLevels, own.isEmpty, configured.isEmpty {
        continue
      }
      change(&report.documents[index]) { findings in
        finish(&findings)
        waive(&findings, &own)
        waive(&findings, &configured)
      }
      report.documents[index].waivers = own
    }
    finish(&report.corpusFindings)
    for index in report.documents.indices where !report.documents[index].waivers.isEmpty {
      waive(&report.corpusFindings, &report.documents[index].waivers)
    }
    waive(&report.corpusFindings, &configured)
    for index in report.documents.indices where !report.documents[index].waivers.isEmpty {
      var complaints = complaints(report.documents[index].waivers, judgesUnused: true)
      finish(&complaints)
      change(&report.documents[index]) { $0 += complaints }
    }
    let told = options.judgesUnused ? configured : configured.filter { concerns($0, report) }
    var complaints = complaints(told, judgesUnused: options.judgesUnused)
    finish(&complaints)
    report.corpusFindings += complaints
    if options.baseline != nil {
      for index in report.documents.indices {
        change(&report.documents[index]) { accept(&$0, &accepted) }
      }
      accept(&report.corpusFindings, &accepted)
    }
    report.waivers = configured
  }

  /// Changes the findings of a document; packed ones are packed again.
  private func change(_ document: inout DocumentReport, _ body: (inout [Finding]) -> Void) {
    let parts = document.isPacked ? document.packed as? PackedParts : nil
    body(&document.findings)
    if let parts { document.pack(parts.with(document.findings)) }
  }

  /// True when the waiver could reach one of the documents: a run over one file says nothing of others.
  private func concerns(_ waiver: Waiver, _ report: Report) -> Bool {
    guard case .configuration(let paths, _) = waiver.scope, !paths.isEmpty else { return true }
    return report.documents.contains { document in
      paths.contains { PathPattern($0).matches(document.profile.path) }
    }
  }

  private func hasExpired(_ waiver: Waiver) -> Bool {
    options.today.map { waiver.expires < $0 } ?? false
  }

  private func waive(_ findings: inout [Finding], _ waivers: inout [Waiver]) {
    guard !waivers.isEmpty else { return }
    let reach = WaiverReach(waivers)
    for index in findings.indices where findings[index].checker != WaiverFindings.description.id {
      for number in reach.candidates(for: findings[index])
      where !hasExpired(waivers[number]) && waivers[number].names(findings[index])
        && waivers[number].reaches(findings[index])
      {
        waivers[number].useCount += 1
        guard findings[index].suppression == nil else { continue }
        let waiver = waivers[number]
        var source = Suppression.Source.configuration
        if case .document = waiver.scope { source = .document }
        findings[index].suppression = Suppression(
          source: source, reason: waiver.reason, owner: waiver.owner, expires: waiver.expires,
          path: waiver.place.path, line: waiver.place.line)
      }
    }
  }

  private func complaints(_ waivers: [Waiver], judgesUnused: Bool) -> [Finding] {
    waivers.compactMap { waiver in
      if hasExpired(waiver) { return WaiverFindings.expired(waiver) }
      return judgesUnused && waiver.useCount == 0 ? WaiverFindings.unused(waiver) : nil
    }
  }

  private func accept(_ findings: inout [Finding], _ accepted: inout [String: Int]) {
    guard let baseline = options.baseline else { return }
    for index in findings.indices {
      guard let line = accepted[findings[index].fingerprint] else { continue }
      accepted[findings[index].fingerprint] = nil
      guard findings[index].suppression == nil else { continue }
      findings[index].suppression = Suppression(source: .baseline, path: baseline.path, line: line)
    }
  }
}
