package import Checking
package import RuleSets
package import SourceText

/// What a comparison needs to know of a run, whether it has just been made or was saved.
package struct ReportRecord: Sendable {
  package struct Requirement: Sendable {
    package var title: LocalizedText
    package var weight: Int

    package init(title: LocalizedText, weight: Int) {
      self.title = title
      self.weight = weight
    }
  }

  /// Words of a document, with where they stand in words that a reader understands.
  package struct Passage: Sendable, Hashable {
    package var quote: String
    package var language: Language
    package var location: LocalizedText

    package init(quote: String, language: Language, location: LocalizedText) {
      self.quote = quote
      self.language = language
      self.location = location
    }
  }

  /// How a document stands with one requirement.
  package struct Standing: Sendable {
    package var rung: Rung
    package var floor: Rung
    package var gap: CoverageCell.Gap?
    /// The passage that earned the rung or says most about the gap.
    package var passage: Passage?

    package init(rung: Rung, floor: Rung, gap: CoverageCell.Gap?, passage: Passage?) {
      self.rung = rung
      self.floor = floor
      self.gap = gap
      self.passage = passage
    }
  }

  /// A passage that counted for a requirement.
  package struct Evidence: Sendable {
    package var requirement: String
    package var rung: Rung
    package var passage: Passage

    package init(requirement: String, rung: Rung, passage: Passage) {
      self.requirement = requirement
      self.rung = rung
      self.passage = passage
    }
  }

  package struct Finding: Sendable {
    package var fingerprint: String
    package var id: String
    package var level: Level
    package var message: LocalizedText
    package var passage: Passage?

    package init(
      fingerprint: String, id: String, level: Level, message: LocalizedText, passage: Passage?
    ) {
      self.fingerprint = fingerprint
      self.id = id
      self.level = level
      self.message = message
      self.passage = passage
    }
  }

  package struct Document: Sendable {
    /// Relative to the folder that was checked.
    package var path: String
    package var title: String?
    package var department: String?
    package var kind: DocumentKind
    package var language: Language
    package var period: String?
    package var digest: String
    /// By requirement id; only what text can judge.
    package var standings: [String: Standing]
    package var evidence: [Evidence]
    /// Words of passages that were looked at and did not count.
    package var rejected: [String]
    /// Findings other than those on coverage.
    package var findings: [Finding]

    package init(
      path: String, title: String?, department: String?, kind: DocumentKind, language: Language,
      period: String?, digest: String, standings: [String: Standing], evidence: [Evidence],
      rejected: [String], findings: [Finding]
    ) {
      self.path = path
      self.title = title
      self.department = department
      self.kind = kind
      self.language = language
      self.period = period
      self.digest = digest
      self.standings = standings
      self.evidence = evidence
      self.rejected = rejected
      self.findings = findings
    }

    /// The department, else the title, else the path.
    package var name: String {
      if let department, !department.isEmpty { return department }
      return title ?? path
    }
  }

  /// What the run is called in the comparison: a folder, a revision, a file.
  package var name: String
  package var toolVersion: String
  package var rulesDigest: String
  package var requirements: [String: Requirement]
  package var documents: [Document]
  /// Findings over the whole set.
  package var findings: [Finding]

  package init(
    name: String, toolVersion: String, rulesDigest: String,
    requirements: [String: Requirement], documents: [Document], findings: [Finding]
  ) {
    self.name = name
    self.toolVersion = toolVersion
    self.rulesDigest = rulesDigest
    self.requirements = requirements
    self.documents = documents
    self.findings = findings
  }
}

extension ReportRecord {
  /// The checker whose findings a record has as standings.
  package static let coverageChecker = FindingsSection.coverageChecker

  /// The record of a report; paths count relative to `root`.
  package init(_ report: Report, name: String, root: String) {
    let options = ReportOptions(root: root)
    var fingerprints = FindingFingerprints(options: options)
    func record(_ finding: Checking.Finding) -> Finding {
      Finding(
        fingerprint: fingerprints.next(for: finding), id: "\(finding.checker)/\(finding.kind)",
        level: finding.level, message: FindingWords(finding, report).message,
        passage: finding.place.map { Passage($0, options) })
    }
    var documents: [Document] = []
    for document in report.documents {
      // Every finding is named, so that equal ones are counted as the saved report counts them.
      let named = document.findings.map { ($0.checker, record($0)) }
      documents.append(
        Self.document(
          document, report, options,
          findings: named.filter { $0.0 != FindingsSection.coverageChecker }.map(\.1)))
    }
    self.init(
      name: name, toolVersion: report.toolVersion, rulesDigest: report.rules.digest,
      requirements: Dictionary(
        report.rules.requirements.map { ($0.id, Requirement(title: $0.title, weight: $0.weight)) },
        uniquingKeysWith: { first, _ in first }),
      documents: documents, findings: report.corpusFindings.map(record))
  }

  private static func document(
    _ document: DocumentReport, _ report: Report, _ options: ReportOptions, findings: [Finding]
  ) -> Document {
    var standings: [String: Standing] = [:]
    let passages = document.evidence
    let rejections = document.rejections
    for cell in document.coverage where report.rules.requirements.indices.contains(cell.requirement)
    {
      let requirement = report.rules.requirements[cell.requirement]
      guard !requirement.judgedByPerson else { continue }
      let place: FindingPlace?
      if let gap = cell.gap {
        place = GapRegister.passage(cell, gap, passages, rejections)
      } else if let best = cell.best, passages.indices.contains(best) {
        place = passages[best].place
      } else {
        place = nil
      }
      standings[requirement.id] = Standing(
        rung: cell.rung, floor: cell.floor, gap: cell.gap,
        passage: place.map { Passage($0, options) })
    }
    let profile = document.profile
    return Document(
      path: options.relativePath(profile.path), title: document.title,
      department: profile.department, kind: profile.kind, language: profile.language,
      period: profile.period, digest: document.digest, standings: standings,
      evidence: passages.compactMap { evidence in
        guard evidence.rung > .absent,
          report.rules.requirements.indices.contains(evidence.requirement)
        else { return nil }
        return Evidence(
          requirement: report.rules.requirements[evidence.requirement].id, rung: evidence.rung,
          passage: Passage(evidence.place, options))
      },
      rejected: rejections.map(\.place.quote), findings: findings)
  }
}

extension ReportRecord.Passage {
  init(_ place: FindingPlace, _ options: ReportOptions) {
    var place = place
    place.path = options.relativePath(place.path)
    self.init(
      quote: place.quote, language: place.language,
      location: LocalizedText(
        english: place.location(in: .english), french: place.location(in: .french)))
  }
}
