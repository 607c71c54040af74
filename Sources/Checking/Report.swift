package import Judging
package import RuleSets
package import SourceText

/// The result of a run: one value from which every output is made.
package struct Report: Sendable {
  /// Version of the JSON format; a reader may rely on it.
  package static let formatVersion = 1

  package var toolVersion: String
  package var rules: CompiledRules
  package var checkers: [CheckerDescription]
  /// Sorted by path.
  package var documents: [DocumentReport]
  /// Findings over all documents, sorted as `findingOrder` says.
  package var corpusFindings: [Finding]
  /// What was wrong with the input, sorted by path and line.
  package var diagnostics: [Diagnostic]
  /// What the documents state and which belong together; `nil` when no checker asked for it.
  package var corpus: Corpus?
  /// Waivers of the configuration, in the order of the file.
  package var waivers: [Waiver] = []
  /// Which findings were left out as not touched by a change; `nil` when all are there.
  package var selection: ReportSelection?

  package init(
    toolVersion: String, rules: CompiledRules, checkers: [CheckerDescription],
    documents: [DocumentReport], corpusFindings: [Finding], diagnostics: [Diagnostic],
    corpus: Corpus? = nil
  ) {
    self.toolVersion = toolVersion
    self.rules = rules
    self.checkers = checkers
    self.documents = documents
    self.corpusFindings = corpusFindings
    self.diagnostics = diagnostics
    self.corpus = corpus
  }

  /// All findings: by document, then those over the whole set. Those of one document are in memory at a
  /// time.
  package var eachFinding: some Sequence<Finding> {
    (0...documents.count).lazy.flatMap { index in
      index < documents.count ? documents[index].findings : corpusFindings
    }
  }

  /// As `eachFinding`, all at once; for reports over few documents.
  package var findings: [Finding] { Array(eachFinding) }

  /// The findings that count: those that are neither waived nor in the baseline.
  package var openFindings: [Finding] { eachFinding.filter { $0.suppression == nil } }

  /// What the finding's checker declared about it.
  package func kind(of finding: Finding) -> FindingKind? {
    checkers.first { $0.id == finding.checker }?.kind(finding.kind)
  }
}

/// A choice of findings by what has changed since a revision.
package struct ReportSelection: Sendable, Hashable {
  /// The revision as the user named it.
  package var since: String
  package var commit: String
  package var leftOutCount: Int

  package init(since: String, commit: String, leftOutCount: Int) {
    self.since = since
    self.commit = commit
    self.leftOutCount = leftOutCount
  }
}

/// What was found in one document.
package struct DocumentReport: Sendable {
  package var profile: DocumentProfile
  /// SHA-256 of the file.
  package var digest: String
  package var sizeInBytes: Int
  package var title: String?
  package var format: String
  /// Number of units judged.
  package var unitCount: Int
  /// One for each requirement that applies, in the order of the rules.
  package var coverage: [CoverageCell]
  /// Waivers that stand in the document, in reading order.
  package var waivers: [Waiver] = []
  /// Organizations that it names; empty when the run had no use for facts.
  package var mentions: [OrganizationMention] = []
  // The long parts: as they are, else in `packed`.
  private var ownFindings: [Finding]?
  private var ownEvidence: [PassageEvidence]?
  private var ownRejections: [PassageRejection]?
  package private(set) var packed: (any PackedDocumentParts)?

  package init(
    profile: DocumentProfile, digest: String, sizeInBytes: Int, title: String?, format: String,
    unitCount: Int, evidence: [PassageEvidence], rejections: [PassageRejection],
    coverage: [CoverageCell], findings: [Finding]
  ) {
    self.profile = profile
    self.digest = digest
    self.sizeInBytes = sizeInBytes
    self.title = title
    self.format = format
    self.unitCount = unitCount
    self.coverage = coverage
    ownEvidence = evidence
    ownRejections = rejections
    ownFindings = findings
  }

  // MARK: Long parts

  /// In the order of the checkers; like `evidence`, read anew at each use where they are packed.
  package var findings: [Finding] {
    get { ownFindings ?? packed?.findings ?? [] }
    set { ownFindings = newValue }
  }

  /// In reading order.
  package var evidence: [PassageEvidence] {
    get { ownEvidence ?? packed?.evidence ?? [] }
    set { ownEvidence = newValue }
  }

  /// In reading order; near misses only when asked for.
  package var rejections: [PassageRejection] {
    get { ownRejections ?? packed?.rejections ?? [] }
    set { ownRejections = newValue }
  }

  /// Whether all long parts come from `packed`.
  package var isPacked: Bool {
    packed != nil && ownFindings == nil && ownEvidence == nil && ownRejections == nil
  }

  /// Takes findings, evidence and rejections from `parts` from now on.
  package mutating func pack(_ parts: any PackedDocumentParts) {
    packed = parts
    ownFindings = nil
    ownEvidence = nil
    ownRejections = nil
  }
}

/// Findings, evidence and rejections of one document in a form that takes little memory.
package protocol PackedDocumentParts: Sendable {
  var findings: [Finding] { get }
  var evidence: [PassageEvidence] { get }
  var rejections: [PassageRejection] { get }
}

/// A reason with the words that it rests on, apart from the document.
package struct QuotedReason: Sendable, Hashable {
  package var kind: Reason.Kind
  package var text: LocalizedText
  /// The words; empty when the reason rests on none.
  package var quote: String

  package init(kind: Reason.Kind, text: LocalizedText, quote: String) {
    self.kind = kind
    self.text = text
    self.quote = quote
  }
}

/// Evidence with its words, apart from the document.
package struct PassageEvidence: Sendable {
  /// Index in `Report.rules.requirements`.
  package var requirement: Int
  package var rung: Rung
  package var place: FindingPlace
  package var reasons: [QuotedReason]
  package var markers: [Marker]

  package init(
    requirement: Int, rung: Rung, place: FindingPlace, reasons: [QuotedReason], markers: [Marker]
  ) {
    self.requirement = requirement
    self.rung = rung
    self.place = place
    self.reasons = reasons
    self.markers = markers
  }
}

/// A passage that did not count, with its words, apart from the document.
package struct PassageRejection: Sendable {
  /// Index in `Report.rules.requirements`.
  package var requirement: Int
  package var wouldBe: Rung
  package var cause: Reason.Kind
  package var place: FindingPlace
  package var reasons: [QuotedReason]

  package init(
    requirement: Int, wouldBe: Rung, cause: Reason.Kind, place: FindingPlace,
    reasons: [QuotedReason]
  ) {
    self.requirement = requirement
    self.wouldBe = wouldBe
    self.cause = cause
    self.place = place
    self.reasons = reasons
  }
}
