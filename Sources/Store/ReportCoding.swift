internal import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// The report on one document, as bytes, without its long parts.
extension ByteWriter {
  mutating func write(_ evidence: PassageEvidence) {
    write(evidence.requirement)
    write(evidence.rung.rawValue)
    write(evidence.place)
    write(evidence.reasons) { $0.write($1) }
    write(evidence.markers) { $0.write($1.rawValue) }
  }

  mutating func write(_ rejection: PassageRejection) {
    write(rejection.requirement)
    write(rejection.wouldBe.rawValue)
    write(rejection.cause)
    write(rejection.place)
    write(rejection.reasons) { $0.write($1) }
  }

  mutating func write(_ report: DocumentReport) {
    write(report.profile)
    write(report.digest)
    write(report.sizeInBytes)
    write(report.title)
    write(report.format)
    write(report.unitCount)
    write(report.coverage) { writer, cell in
      writer.write(cell.requirement)
      writer.write(cell.rung.rawValue)
      writer.write(cell.floor.rawValue)
      writer.write((cell.best ?? -1) + 1)
      writer.write((cell.nearest ?? -1) + 1)
      writer.write(cell.gap?.rawValue)
    }
    write(report.waivers) { $0.write($1) }
    write(report.mentions) { writer, mention in
      writer.write(mention.organization)
      writer.write(mention.count)
      writer.write(mention.first)
    }
  }

  private mutating func write(_ profile: DocumentProfile) {
    write(profile.path)
    write(profile.kind.rawValue)
    write(profile.department)
    write(profile.language.rawValue)
    write(profile.period)
    write(profile.counterpart)
    write(profile.previous)
    write(profile.edition)
    write(profile.inferred) { $0.write($1) }
  }

  private mutating func write(_ reason: QuotedReason) {
    write(reason.kind)
    write(reason.quote)
  }

  /// The words of a reason follow from its kind and are not kept.
  private mutating func write(_ kind: Reason.Kind) {
    switch kind {
    case .topic: write(byte: 0)
    case .act: write(byte: 1)
    case .mention: write(byte: 2)
    case .with: write(byte: 3)
    case .bindingWord: write(byte: 4)
    case .intendingWord: write(byte: 5)
    case .bareVerb: write(byte: 6)
    case .tableColumns: write(byte: 7)
    case .nominalised: write(byte: 8)
    case .standing: write(byte: 9)
    case .presentTense: write(byte: 10)
    case .pastTense: write(byte: 11)
    case .hedge: write(byte: 12)
    case .condition: write(byte: 13)
    case .marker(let marker):
      write(byte: 14)
      write(marker.rawValue)
    case .figures: write(byte: 15)
    case .finding: write(byte: 16)
    case .ceiling(let rung):
      write(byte: 17)
      write(rung.rawValue)
    case .section: write(byte: 18)
    case .rows(let filled, let all):
      write(byte: 19)
      write(filled)
      write(all)
    case .negation: write(byte: 20)
    case .otherActor: write(byte: 21)
    case .attribution: write(byte: 22)
    case .quotation: write(byte: 23)
    case .templateSection: write(byte: 24)
    case .heading: write(byte: 25)
    case .placeholder: write(byte: 26)
    case .pastResult: write(byte: 27)
    case .excludedBy: write(byte: 28)
    case .missingAnchor: write(byte: 29)
    case .noAct: write(byte: 30)
    case .emptySection: write(byte: 31)
    case .repetition: write(byte: 33)
    case .promised: write(byte: 34)
    case .outweighed: write(byte: 35)
    case .yielded: write(byte: 36)
    case .tooFewRows(let filled, let all):
      write(byte: 32)
      write(filled)
      write(all)
    }
  }

  private mutating func write(_ waiver: Waiver) {
    write(waiver.targets) { $0.write($1) }
    write(waiver.reason)
    write(waiver.owner)
    write(waiver.expires.description)
    switch waiver.scope {
    case .configuration(let paths, let words):
      write(byte: 0)
      write(paths) { $0.write($1) }
      write(words)
    case .document(let path, let span, let words):
      write(byte: 1)
      write(path)
      write(span)
      write(words)
    }
    write(waiver.place)
  }
}

extension ByteReader {
  mutating func readDocumentReport() throws(ByteReaderError) -> DocumentReport {
    let profile = try readProfile()
    let digest = try readText()
    let size = try readNumber()
    let title = try readOptionalText()
    let format = try readText()
    let unitCount = try readNumber()
    let coverage = try readElements { reader throws(ByteReaderError) in try reader.readCell() }
    var report = DocumentReport(
      profile: profile, digest: digest, sizeInBytes: size, title: title, format: format,
      unitCount: unitCount, evidence: [], rejections: [], coverage: coverage, findings: [])
    report.waivers = try readElements { reader throws(ByteReaderError) in
      try reader.readWaiver()
    }
    report.mentions = try readElements { reader throws(ByteReaderError) in
      OrganizationMention(
        organization: try reader.readNumber(), count: try reader.readNumber(),
        first: try reader.readPlace())
    }
    return report
  }

  mutating func readEvidence() throws(ByteReaderError) -> PassageEvidence {
    let requirement = try readNumber()
    let rung = try readRung()
    let place = try readPlace()
    let reasons = try readReasons()
    let markers = try readElements { reader throws(ByteReaderError) in
      try reader.read(Marker.init(rawValue:))
    }
    return PassageEvidence(
      requirement: requirement, rung: rung, place: place, reasons: reasons, markers: markers)
  }

  mutating func readRejection() throws(ByteReaderError) -> PassageRejection {
    let requirement = try readNumber()
    let wouldBe = try readRung()
    let cause = try readReasonKind()
    let place = try readPlace()
    return PassageRejection(
      requirement: requirement, wouldBe: wouldBe, cause: cause, place: place,
      reasons: try readReasons())
  }

  private mutating func readProfile() throws(ByteReaderError) -> DocumentProfile {
    let path = try readText()
    let kind = try read(DocumentKind.init(rawValue:))
    let department = try readOptionalText()
    let language = try read(Language.init(rawValue:))
    let period = try readOptionalText()
    let counterpart = try readOptionalText()
    let previous = try readOptionalText()
    let edition = try readOptionalText()
    let inferred = try readElements { reader throws(ByteReaderError) in try reader.readText() }
    return DocumentProfile(
      path: path, kind: kind, department: department, language: language, period: period,
      counterpart: counterpart, previous: previous, edition: edition, inferred: inferred)
  }

  private mutating func readCell() throws(ByteReaderError) -> CoverageCell {
    let requirement = try readNumber()
    let rung = try readRung()
    let floor = try readRung()
    let best = try readNumber()
    let nearest = try readNumber()
    guard best >= 0, nearest >= 0 else { throw ByteReaderError() }
    var gap: CoverageCell.Gap?
    if try readFlag() { gap = try read(CoverageCell.Gap.init(rawValue:)) }
    return CoverageCell(
      requirement: requirement, rung: rung, floor: floor, best: best > 0 ? best - 1 : nil,
      nearest: nearest > 0 ? nearest - 1 : nil, gap: gap)
  }

  private mutating func readReasons() throws(ByteReaderError) -> [QuotedReason] {
    try readElements { reader throws(ByteReaderError) in
      let kind = try reader.readReasonKind()
      return QuotedReason(
        kind: kind, text: Reason(kind, SourceSpan(start: 0, end: 0)).text,
        quote: try reader.readText())
    }
  }

  private mutating func readReasonKind() throws(ByteReaderError) -> Reason.Kind {
    switch try readByte() {
    case 14: return .marker(try read(Marker.init(rawValue:)))
    case 17: return .ceiling(try readRung())
    case 19:
      let filled = try readNumber()
      return .rows(filled: filled, of: try readNumber())
    case 32:
      let filled = try readNumber()
      return .tooFewRows(filled: filled, of: try readNumber())
    case let number:
      guard let kind = Self.plainKinds[number] else { throw ByteReaderError() }
      return kind
    }
  }

  private static let plainKinds: [UInt8: Reason.Kind] = [
    0: .topic, 1: .act, 2: .mention, 3: .with, 4: .bindingWord, 5: .intendingWord, 6: .bareVerb,
    7: .tableColumns, 8: .nominalised, 9: .standing, 10: .presentTense, 11: .pastTense, 12: .hedge,
    13: .condition, 15: .figures, 16: .finding, 18: .section, 20: .negation, 21: .otherActor,
    22: .attribution, 23: .quotation, 24: .templateSection, 25: .heading, 26: .placeholder,
    27: .pastResult, 28: .excludedBy, 29: .missingAnchor, 30: .noAct, 31: .emptySection,
    33: .repetition, 34: .promised, 35: .outweighed, 36: .yielded,
  ]

  private mutating func readWaiver() throws(ByteReaderError) -> Waiver {
    let targets = try readElements { reader throws(ByteReaderError) in try reader.readText() }
    let reason = try readText()
    let owner = try readText()
    let expires = try read { CalendarDay(iso: $0) }
    let scope: Waiver.Scope
    switch try readByte() {
    case 0:
      let paths = try readElements { reader throws(ByteReaderError) in try reader.readText() }
      scope = .configuration(paths: paths, words: try readText())
    case 1:
      let path = try readText()
      let span = try readSpan()
      scope = .document(path: path, span: span, words: try readText())
    default: throw ByteReaderError()
    }
    return Waiver(
      targets: targets, reason: reason, owner: owner, expires: expires, scope: scope,
      place: try readPlace())
  }
}
