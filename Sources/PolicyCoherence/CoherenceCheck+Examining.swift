internal import Checking
internal import Documents
internal import Facts
internal import Judging
internal import PluginHost
internal import Reporters
internal import RuleSets
internal import SourceText

extension CoherenceCheck {
  /// Judges and checks one document that has been read.
  func examine(
    _ document: Document, _ judge: Judge, _ extractor: FactExtractor?, _ plugins: PluginRun?
  ) -> Outcome {
    let profile = ProfileDetector(configuration: configuration).profile(of: document)
    let units = Segmenter.units(of: document)
    let setting = DocumentSetting(
      kind: profile.kind, periodYears: profile.periodYears, department: profile.department)
    let (judgement, stated) = read(document, units, setting, judge, extractor)
    let applicable = rules.requirements.indices.filter {
      rules.requirements[$0].appliesTo.contains(profile.kind)
        && rules.ruleSets[rules.ruleSetOfRequirement[$0]].languages.contains(document.language)
        && (!rules.requirements[$0].askedWhenNamed || judgement.names(requirement: $0))
    }
    let coverage = CoverageCell.cells(
      of: judgement, applicable: applicable, rules: rules, kind: profile.kind,
      floors: Gate(configuration: configuration).floors(for: document.path, profile.kind, rules))
    let context = CheckContext(
      document: document, units: units, profile: profile, judgement: judgement, rules: rules,
      coverage: coverage, facts: stated)
    // First, so that other processes work while this one does.
    plugins?.submit(context)
    let (checked, evidence, rejections) = pieces(of: judgement, context)
    var report = DocumentReport(
      profile: profile, digest: checked.digest, sizeInBytes: document.source.count,
      title: document.title, format: document.format.rawValue, unitCount: units.count,
      evidence: evidence, rejections: rejections, coverage: coverage, findings: checked.findings)
    report.waivers = checked.waivers
    report.mentions = context.organizationMentions
    return Outcome(report: report, facts: checked.facts, stated: stated)
  }

  /// What checkers say of a document, and what else is read from it once.
  private struct Checked {
    var digest: String
    var findings: [Finding] = []
    var facts: [(Int, CheckerFacts)] = []
    var waivers: [Waiver] = []
  }

  /// What is worked out of a document at once where several threads may.
  private enum Piece {
    case checked(Checked)
    case evidence([PassageEvidence])
    case rejections([PassageRejection])
  }

  /// Passages whose places and reasons one thread finds at once.
  private static let passagesAtOnce = 256

  /// What the document's own checkers find, and its passages as reports have them.
  private func pieces(
    of judgement: Judgement, _ context: CheckContext
  ) -> (Checked, [PassageEvidence], [PassageRejection]) {
    let threads = context.document.text.count < Self.leastShared ? 1 : threadsOfDocument
    func parts(_ count: Int) -> [Range<Int>] {
      let size = threads > 1 ? Self.passagesAtOnce : max(1, count)
      return stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
    }
    let earned = parts(judgement.evidence.count)
    let rejected = parts(judgement.rejections.count)
    var (checked, evidence, rejections) = (
      Checked(digest: ""), [PassageEvidence](), [PassageRejection]()
    )
    for piece in Beside.map(
      count: 1 + earned.count + rejected.count, jobs: threads,
      { index -> Piece in
        if index == 0 { return .checked(check(context)) }
        if index <= earned.count {
          return .evidence(
            judgement.evidence[earned[index - 1]].map { Self.passage($0, context) })
        }
        return .rejections(
          judgement.rejections[rejected[index - 1 - earned.count]].map {
            Self.passage($0, context)
          })
      })
    {
      switch piece {
      case .checked(let all): checked = all
      case .evidence(let part): evidence += part
      case .rejections(let part): rejections += part
      }
    }
    return (checked, evidence, rejections)
  }

  private func check(_ context: CheckContext) -> Checked {
    let document = context.document
    var findings: [Finding] = []
    var facts: [(Int, CheckerFacts)] = []
    for (index, checker) in checkers.enumerated() {
      switch checker.description.scope {
      case .document:
        findings += timings.measure(checker.description.id) { checker.check(context) }
      case .corpus:
        let fact = timings.measure(checker.description.id) { checker.collect(context) }
        if let fact { facts.append((index, fact)) }
      }
    }
    var waivers = DocumentWaivers()
    if configuration.readsDocumentWaivers { waivers = DocumentWaivers(document) }
    findings += waivers.findings
    var fingerprints = FindingFingerprints(options: acceptance.paths)
    for index in findings.indices {
      findings[index].fingerprint = fingerprints.next(for: findings[index])
    }
    return Checked(
      digest: SHA256Digest.hex(of: document.source), findings: findings, facts: facts,
      waivers: waivers.waivers)
  }

  static func passage(_ evidence: Evidence, _ context: CheckContext) -> PassageEvidence {
    PassageEvidence(
      requirement: evidence.requirement, rung: evidence.rung,
      place: context.place(ofTextRange: evidence.span.range, language: evidence.language),
      reasons: quoted(evidence.reasons, context.document), markers: evidence.markers)
  }

  static func passage(_ rejection: Rejection, _ context: CheckContext) -> PassageRejection {
    PassageRejection(
      requirement: rejection.requirement, wouldBe: rejection.wouldBe, cause: rejection.cause,
      place: context.place(ofTextRange: rejection.span.range, language: rejection.language),
      reasons: quoted(rejection.reasons, context.document))
  }

  /// Longest quotation of a reason in bytes: reasons point, the passage itself is quoted whole.
  private static let reasonLimit = 160

  private static func quoted(_ reasons: [Reason], _ document: Document) -> [QuotedReason] {
    reasons.map { reason in
      let quote =
        reason.span.length <= reasonLimit
        ? FindingPlace.quote(document, reason.span.range)
        : ""
      return QuotedReason(kind: reason.kind, text: reason.text, quote: quote)
    }
  }
}
