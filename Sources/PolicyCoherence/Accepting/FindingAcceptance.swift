internal import Checking
internal import SourceText

/// Goes over the findings of a complete run: names them, and marks those that are waived or in the
/// baseline. Nothing is taken out; waivers that hold no longer become findings themselves.
struct FindingAcceptance {
  let today: CalendarDay
  let baseline: Baseline?
  /// Whether waivers of the configuration that cover nothing are told of: not in a run over a part.
  let judgesUnused: Bool
  var fingerprint: (Finding) -> String

  /// `waivers` are those of the configuration.
  func accept(_ report: inout Report, waivers: [Waiver]) {
    var fingerprint = fingerprint
    var configured = waivers
    var accepted = baseline?.counts ?? [:]
    for index in report.documents.indices {
      name(&report.documents[index].findings, &fingerprint)
      var own = report.documents[index].waivers
      waive(&report.documents[index].findings, &own)
      waive(&report.documents[index].findings, &configured)
      report.documents[index].waivers = own
    }
    name(&report.corpusFindings, &fingerprint)
    for index in report.documents.indices where !report.documents[index].waivers.isEmpty {
      waive(&report.corpusFindings, &report.documents[index].waivers)
    }
    waive(&report.corpusFindings, &configured)
    for index in report.documents.indices {
      report.documents[index].findings += complaints(
        report.documents[index].waivers, judgesUnused: true, &fingerprint)
    }
    report.corpusFindings += complaints(configured, judgesUnused: judgesUnused, &fingerprint)
    for index in report.documents.indices { accept(&report.documents[index].findings, &accepted) }
    accept(&report.corpusFindings, &accepted)
    report.waivers = configured
  }

  private func name(_ findings: inout [Finding], _ fingerprint: inout (Finding) -> String) {
    for index in findings.indices where findings[index].fingerprint.isEmpty {
      findings[index].fingerprint = fingerprint(findings[index])
    }
  }

  private func waive(_ findings: inout [Finding], _ waivers: inout [Waiver]) {
    guard !waivers.isEmpty else { return }
    for index in findings.indices where findings[index].checker != WaiverFindings.description.id {
      for number in waivers.indices
      where waivers[number].expires >= today && waivers[number].names(findings[index])
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

  private func complaints(
    _ waivers: [Waiver], judgesUnused: Bool, _ fingerprint: inout (Finding) -> String
  ) -> [Finding] {
    var findings = waivers.compactMap { waiver -> Finding? in
      if waiver.expires < today { return WaiverFindings.expired(waiver) }
      return judgesUnused && waiver.useCount == 0 ? WaiverFindings.unused(waiver) : nil
    }
    name(&findings, &fingerprint)
    return findings
  }

  private func accept(_ findings: inout [Finding], _ accepted: inout [String: Int]) {
    guard let baseline else { return }
    for index in findings.indices {
      guard let line = accepted[findings[index].fingerprint] else { continue }
      accepted[findings[index].fingerprint] = nil
      guard findings[index].suppression == nil else { continue }
      findings[index].suppression = Suppression(source: .baseline, path: baseline.path, line: line)
    }
  }
}
