internal import Checking
internal import Documents
internal import RuleSets
internal import SourceText

/// Findings and their places, as bytes. In the cache a finding stands as its checker made it, with its
/// name: what the configuration and the day make of it comes anew with each run.
extension ByteWriter {
  mutating func write(_ finding: Finding) {
    write(finding.checker)
    write(finding.kind)
    write(finding.level.rawValue)
    write(finding.requirement)
    write(finding.arguments.sorted { $0.key < $1.key }) { writer, argument in
      writer.write(argument.key)
      writer.write(argument.value)
    }
    write(finding.place != nil)
    if let place = finding.place { write(place) }
    write(finding.path)
    write(finding.related) { $0.write($1) }
    write(finding.fingerprint)
    write(finding.suppression != nil)
    if let suppression = finding.suppression { write(suppression) }
  }

  private mutating func write(_ suppression: Suppression) {
    write(suppression.source.rawValue)
    write(suppression.reason)
    write(suppression.owner)
    write(suppression.expires?.description)
    write(suppression.path)
    write(suppression.line)
  }

  private mutating func write(_ argument: FindingArgument) {
    switch argument {
    case .text(let text):
      write(byte: 0)
      write(text)
    case .number(let number):
      write(byte: 1)
      write(number)
    case .localized(let text):
      write(byte: 2)
      write(text)
    case .rung(let rung):
      write(byte: 3)
      write(rung.rawValue)
    }
  }

  /// The headings, or the whole, of the place before are not written again.
  mutating func write(_ place: FindingPlace) {
    let last = memory as? FindingPlace
    if last == place { return write(byte: 2) }
    let sharesHeadings = last?.headingPath == place.headingPath
    write(sharesHeadings)
    memory = place
    write(place.path)
    write(place.line)
    write(place.column)
    write(place.span)
    write(place.position)
    if !sharesHeadings { write(place.headingPath) { $0.write($1) } }
    write(place.quote)
    write(place.language.rawValue)
  }

  mutating func write(_ span: SourceSpan?) {
    write(span != nil)
    guard let span else { return }
    write(span.start)
    write(span.length)
  }

  private mutating func write(_ position: FilePosition?) {
    switch position {
    case nil: write(byte: 0)
    case .paragraph(let place)?:
      write(byte: 1)
      write(place.part)
      for number in [place.paragraph, place.lastParagraph, place.start, place.end] {
        write(number)
      }
    case .page(let place)?:
      write(byte: 2)
      write(place.page)
      write(place.lastPage)
      for side in [place.box.left, place.box.top, place.box.right, place.box.bottom] {
        write(Int(side.bitPattern))
      }
    }
  }

  mutating func write(_ facts: CheckerFacts) {
    write(facts.path)
    write(facts.records) { writer, record in
      writer.write(record.kind)
      writer.write(record.values.sorted { $0.key < $1.key }) { writer, value in
        writer.write(value.key)
        writer.write(value.value)
      }
      writer.write(record.place != nil)
      if let place = record.place { writer.write(place) }
    }
  }

  mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity.rawValue)
    write(diagnostic.id)
    write(diagnostic.message)
    write(diagnostic.path)
    write(diagnostic.line ?? 0)
    write(diagnostic.column ?? 0)
    write(diagnostic.excerpt)
    write(diagnostic.help != nil)
    if let help = diagnostic.help { write(help) }
  }
}

extension ByteReader {
  mutating func readFinding() throws(ByteReaderError) -> Finding {
    let checker = try readText()
    let kind = try readText()
    let level = try read(Level.init(rawValue:))
    let requirement = try readOptionalText()
    let arguments = try readElements { reader throws(ByteReaderError) in
      let name = try reader.readText()
      return (name, try reader.readArgument())
    }
    let place = try readFlag() ? try readPlace() : nil
    let path = try readOptionalText()
    let related = try readElements { reader throws(ByteReaderError) in try reader.readPlace() }
    var finding = Finding(
      checker: checker, kind: kind, level: level, requirement: requirement,
      arguments: Dictionary(arguments) { first, _ in first }, place: place, path: path,
      related: related)
    finding.fingerprint = try readText()
    if try readFlag() { finding.suppression = try readSuppression() }
    return finding
  }

  private mutating func readSuppression() throws(ByteReaderError) -> Suppression {
    let source = try read(Suppression.Source.init(rawValue:))
    let reason = try readText()
    let owner = try readText()
    var expires: CalendarDay?
    if let day = try readOptionalText() {
      guard let known = CalendarDay(iso: day) else { throw ByteReaderError() }
      expires = known
    }
    let path = try readText()
    return Suppression(
      source: source, reason: reason, owner: owner, expires: expires, path: path,
      line: try readNumber())
  }

  private mutating func readArgument() throws(ByteReaderError) -> FindingArgument {
    switch try readByte() {
    case 0: return .text(try readText())
    case 1: return .number(try readNumber())
    case 2: return .localized(try readLocalizedText())
    case 3: return .rung(try readRung())
    default: throw ByteReaderError()
    }
  }

  mutating func readRung() throws(ByteReaderError) -> Rung {
    guard let rung = Rung(rawValue: try readNumber()) else { throw ByteReaderError() }
    return rung
  }

  mutating func readPlace() throws(ByteReaderError) -> FindingPlace {
    let form = try readByte()
    guard form <= 2 else { throw ByteReaderError() }
    let last = memory as? FindingPlace
    if form > 0, last == nil { throw ByteReaderError() }
    if form == 2, let last { return last }
    let path = try readText()
    let line = try readNumber()
    let column = try readNumber()
    let span = try readSpan()
    let position = try readPosition()
    let headings =
      form == 1
      ? last?.headingPath ?? []
      : try readElements { reader throws(ByteReaderError) in try reader.readText() }
    let quote = try readText()
    let place = FindingPlace(
      path: path, line: line, column: column, span: span, position: position,
      headingPath: headings, quote: quote, language: try read(Language.init(rawValue:)))
    memory = place
    return place
  }

  mutating func readSpan() throws(ByteReaderError) -> SourceSpan? {
    guard try readFlag() else { return nil }
    let start = try readNumber()
    let length = try readNumber()
    guard length >= 0, !start.addingReportingOverflow(length).overflow else {
      throw ByteReaderError()
    }
    return SourceSpan(start: start, end: start + length)
  }

  private mutating func readPosition() throws(ByteReaderError) -> FilePosition? {
    switch try readByte() {
    case 0: return nil
    case 1:
      let part = try readText()
      let paragraph = try readNumber()
      let last = try readNumber()
      let start = try readNumber()
      return .paragraph(
        ParagraphPosition(
          part: part, paragraph: paragraph, lastParagraph: last, start: start,
          end: try readNumber()))
    case 2:
      let page = try readNumber()
      let last = try readNumber()
      var sides: [Float] = []
      for _ in 0..<4 {
        sides.append(Float(bitPattern: UInt32(truncatingIfNeeded: try readNumber())))
      }
      return .page(
        PagePosition(
          page: page, lastPage: last,
          box: PageBox(left: sides[0], top: sides[1], right: sides[2], bottom: sides[3])))
    default: throw ByteReaderError()
    }
  }

  mutating func readCheckerFacts() throws(ByteReaderError) -> CheckerFacts {
    let path = try readText()
    let records = try readElements { reader throws(ByteReaderError) in
      let kind = try reader.readText()
      let values = try reader.readElements { reader throws(ByteReaderError) in
        let name = try reader.readText()
        return (name, try reader.readText())
      }
      let place = try reader.readFlag() ? try reader.readPlace() : nil
      return CheckerFacts.Record(
        kind: kind, values: Dictionary(values) { first, _ in first }, place: place)
    }
    return CheckerFacts(path: path, records: records)
  }

  mutating func readDiagnostic() throws(ByteReaderError) -> Diagnostic {
    let severity = try read(Diagnostic.Severity.init(rawValue:))
    let id = try readText()
    let message = try readLocalizedText()
    let path = try readOptionalText()
    let line = try readNumber()
    let column = try readNumber()
    let excerpt = try readOptionalText()
    return Diagnostic(
      severity, id: id, message, path: path, line: line > 0 ? line : nil,
      column: column > 0 ? column : nil, excerpt: excerpt,
      help: try readFlag() ? try readLocalizedText() : nil)
  }
}
