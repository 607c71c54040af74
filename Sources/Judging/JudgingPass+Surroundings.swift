internal import Documents
internal import Matching
internal import RuleSets
internal import SourceText

/// What stands around an act: headings, lead-ins, columns, readings that several requirements share.
extension JudgingPass {
  func isAnchored(_ requirement: Int32, _ unit: Int32, _ block: Block) -> Bool {
    if anchoredByUnit[unit]?.contains(requirement) == true { return true }
    if titleAnchors.contains(requirement) { return true }
    let context = units[Int(unit)].context
    if context >= 0, anchoredByUnit[context]?.contains(requirement) == true { return true }
    var heading = block.heading
    while heading >= 0 {
      if anchoredByBlock[heading]?.contains(requirement) == true { return true }
      let parent = document.blocks[Int(heading)].heading
      guard parent < heading else { break }
      heading = parent
    }
    return false
  }

  /// A lead-in such as "The Department will:", read for its items.
  struct LeadIn {
    var reading: UnitReading
    /// Its deciding mark is a token of the lead-in, not of the item.
    var mark: UnitReading.Mark
    /// The force that it lends to its items.
    var modality: Modality
  }

  mutating func leadIn(of unit: Int32) -> LeadIn? {
    let context = units[Int(unit)].context
    guard context >= 0 else { return nil }
    let reading = reading(of: context)
    guard
      let mark = reading.marks.last(where: {
        $0.category == .binding || $0.category == .intending || $0.category == .past
      })
    else { return nil }
    // « Le Ministère entend : » announces what will be done.
    let announces =
      mark.last == reading.tokens.count - 1 && Self.announcing.contains(reading.words[mark.last])
    let force: Modality.Force =
      mark.category == .binding || announces
      ? .binding : mark.category == .intending ? .intending : .past
    return LeadIn(
      reading: reading, mark: mark,
      modality: Modality(force: force, span: reading.span(mark), mark: nil))
  }

  private static let announcing: Set<[UInt8]> = .words([
    "entend", "entendent", "entendons", "compte", "comptons",
  ])

  /// Why a lead-in makes evidence of none of its items.
  func failure(of leadIn: LeadIn, _ requirement: RuleTraits) -> Verdict? {
    let scope = Scope(reading: leadIn.reading, own: ours)
    let modality = Modality(
      force: leadIn.modality.force, span: leadIn.modality.span, mark: leadIn.mark)
    let last = leadIn.reading.tokens.count - 1
    if let span = scope.negation(
      first: last, last: last, modality: modality, endingCounts: requirement.pastCounts)
    {
      return .fails(.negation, span)
    }
    if requirement.grade == .act,
      let span = scope.otherActor(modality: modality, first: last, last: last)
    {
      return .fails(.otherActor, span)
    }
    return nil
  }

  mutating func reading(of unit: Int32) -> UnitReading {
    if let known = readings[unit] { return known }
    let fresh = reader.read(text, range: units[Int(unit)].textRange)
    // Units come in order: older readings are needed again only as lead-ins, and can be made again.
    if readings.count > 16 { readings.removeAll(keepingCapacity: true) }
    readings[unit] = fresh
    return fresh
  }

  /// What a unit measures; several requirements ask for it.
  mutating func everyMeasure(of unit: Int32) -> [(marker: Marker, span: SourceSpan)] {
    if let known = measuresByUnit, known.unit == unit { return known.measures }
    let measures = Measures(
      reading: reading(of: unit), text: text, ownPeriod: setting.periodYears
    ).every()
    measuresByUnit = (unit, measures)
    return measures
  }

  /// What a unit measures.
  func measures(_ reading: UnitReading) -> [(marker: Marker, span: SourceSpan)] {
    Measures(reading: reading, text: text, ownPeriod: setting.periodYears).all()
  }

  /// What measures a promise; a day that is past by the plan's own period measures it only when it is itself
  /// in the past.
  func measures(
    _ reading: UnitReading, isPast: Bool
  ) -> [(marker: Marker, span: SourceSpan)] {
    Measures(reading: reading, text: text, ownPeriod: setting.periodYears).all(withBygone: isPast)
  }

  /// True for a figure or date that the sentence calls a goal.
  func isGoal(_ act: Hit, _ reading: UnitReading) -> Bool {
    let measures = Measures(reading: reading, text: text, ownPeriod: setting.periodYears)
    if measures.isGoal(act.span) { return true }
    // "against a goal of 25% in 2026": the day belongs to the goal before it.
    guard act.measure == .date else { return false }
    let first = reading.firstToken(at: Int(act.match.start))
    return measures.targets(atMost: 8).contains { target in
      let place = reading.firstToken(at: target.start)
      return place < first && first - place <= 5
        && reading.segments[place] == reading.segments[first]
        && measures.isGoal(target)
    }
  }

  /// "share of supported projects": a participle that only says which.
  func isAdjective(_ index: Int, _ reading: UnitReading) -> Bool {
    index > 0 && Self.determiners.contains(reading.words[index - 1])
  }

  private static let determiners: Set<[UInt8]> = .words([
    "of", "the", "all", "in", "for", "with", "to", "a", "an", "and", "or",
  ])

  /// The figure behind a token that the sentence calls a goal, where nothing behind the token is past.
  func goal(behind last: Int, _ reading: UnitReading) -> SourceSpan? {
    guard !reading.marks.contains(where: { $0.category == .past && $0.first > last }) else {
      return nil
    }
    let measures = Measures(reading: reading, text: text, ownPeriod: setting.periodYears)
    return measures.targets(atMost: 8).first {
      reading.firstToken(at: $0.start) > last && measures.isGoal($0)
    }
  }

  /// "To keep mediators at work, the Department will:": the word that ends an open sentence governs its items and
  /// no act before it.
  func isOpen(_ reading: UnitReading, at mark: UnitReading.Mark?, behind last: Int) -> Bool {
    guard let mark, mark.first > last, mark.last == reading.tokens.count - 1 else { return false }
    let end = reading.tokens[mark.last].end
    return text[end..<min(end + 4, text.count)].contains(0x3A)
  }

  /// The word that promises something in the clause of what is only found: "a list of searches of
  /// women travellers will be printed" tells nothing about them. A promise to look into the matter does, and so
  /// does one that the rule itself asks for.
  func promise(around cue: Hit, _ reading: UnitReading) -> SourceSpan? {
    guard !cue.inContext else { return nil }
    let clause = reading.clauses[reading.firstToken(at: Int(cue.match.start))]
    let first = reading.firstToken(at: Int(cue.match.wholeStart))
    let last = reading.lastToken(before: Int(cue.match.wholeEnd))
    guard
      let mark = reading.marks.first(where: { mark in
        mark.category == .binding && reading.clauses[mark.first] == clause
          && !(mark.first >= first && mark.last <= last)
          && !Self.standing.contains(reading.words[mark.first])
      })
    else { return nil }
    let looksInto = reading.words.indices.contains { index in
      reading.clauses[index] == clause
        && Self.inquiring.contains { reading.words[index].starts(with: $0) }
    }
    return looksInto ? nil : reading.span(mark)
  }

  /// Words that bind whoever reads them and promise nothing.
  private static let standing: Set<[UInt8]> = .words([
    "mandatory", "compulsory", "obligatoire", "obligatoires", "va", "vont", "may", "pourra",
    "pourront", "peut", "peuvent",
  ])
  /// Beginnings of words for looking into something.
  private static let inquiring = [
    "evaluat", "analy", "ask", "compar", "assess", "examin", "stud", "survey", "research",
    "evaluer", "évalu", "demand", "étud", "enquêt", "recherch", "vérifi", "mesurer",
  ].map { Array($0.utf8) }

  /// True for an item that a sentence introduces, and not a heading or the head of a table.
  func hasTextLeadIn(_ unit: Int32) -> Bool {
    let context = units[Int(unit)].context
    guard context >= 0 else { return false }
    switch document.blocks[Int(units[Int(context)].block)].kind {
    case .heading, .tableHeader, .caption: return false
    default: return true
    }
  }

  mutating func rowMarkers(_ block: Block) -> [(marker: Marker, span: SourceSpan)] {
    guard block.leadIn >= 0 else { return [] }
    if let row, row.isOf(block), let measures = row.measures { return measures }
    let known =
      columns[block.leadIn]
      ?? TableColumns(header: document.blocks[Int(block.leadIn)], in: document)
    columns[block.leadIn] = known
    let measures = known.markers(of: block, in: document)
    readRow(block) { $0.measures = measures }
    return measures
  }

  /// Keeps something that was worked out of a row, until another row is read.
  mutating func readRow(_ block: Block, _ change: (inout RowReading) -> Void) {
    var reading = row.flatMap { $0.isOf(block) ? $0 : nil } ?? RowReading(block)
    change(&reading)
    row = reading
  }

  mutating func startsCell(_ act: Hit, _ block: Block) -> Bool {
    let starts: Set<Int>
    if let row, row.isOf(block), let known = row.cellStarts {
      starts = known
    } else {
      let cells = document.cells[Int(block.cellStart)..<Int(block.cellStart + block.cellCount)]
      starts = Set(cells.map { Int($0.textStart) })
      readRow(block) { $0.cellStarts = starts }
    }
    let start = Int(act.match.start)
    return (start - 1...start + 1).contains(where: starts.contains)
  }

  func headingSpan(_ block: Block) -> SourceSpan {
    guard block.heading >= 0 else { return SourceSpan(start: 0, end: 0) }
    let range = document.blocks[Int(block.heading)].textRange
    return SourceSpan(start: range.lowerBound, end: range.upperBound)
  }

  func isQuoted(_ reading: UnitReading, _ span: SourceSpan) -> Bool {
    let index = reading.firstToken(at: span.start)
    return index < reading.quoted.count && reading.quoted[index] && !reading.isTitle(index)
  }
}
