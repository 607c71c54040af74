internal import Documents
internal import Matching
internal import RuleSets
internal import SourceText

/// One walk over a document's matches in one language.
struct JudgingPass {
  let document: Document
  let units: [TextUnit]
  let setting: DocumentSetting
  let ours: OwnOrganizations
  let text: UnsafeBufferPointer<UInt8>
  let language: Language
  let rules: CompiledRules
  let reader: UnitReader
  let matches: [UnitMatch]
  let keepsNearMisses: Bool

  private let traits: [RuleTraits]
  private var targets: [CompiledRules.Target]
  private var templateBlocks: [Bool]
  /// Requirements whose `with` clause matched, by heading block and by unit.
  private var anchoredByBlock: [Int32: [Int32]] = [:]
  private var anchoredByUnit: [Int32: [Int32]] = [:]
  /// Where a unit's matches stand in `matches`; kept for units that others complete.
  private var matchRange: [Int32: Range<Int>] = [:]
  private var readings: [Int32: UnitReading] = [:]
  private var columns: [Int32: TableColumns] = [:]
  private var measuresByUnit: (unit: Int32, measures: [(marker: Marker, span: SourceSpan)])?

  init(
    document: Document, units: [TextUnit], setting: DocumentSetting, ours: OwnOrganizations,
    text: UnsafeBufferPointer<UInt8>, language: Language, rules: CompiledRules,
    traits: [RuleTraits], reader: UnitReader, matches: [UnitMatch], keepsNearMisses: Bool
  ) {
    self.traits = traits
    self.document = document
    self.units = units
    self.setting = setting
    self.ours = ours
    self.text = text
    self.language = language
    self.rules = rules
    self.reader = reader
    self.matches = matches
    self.keepsNearMisses = keepsNearMisses
    self.targets = rules.targets(for: language)
    self.templateBlocks = SectionFilter.templateBlocks(of: document)
  }

  mutating func run(into judgement: inout Judgement) {
    var index = 0
    while index < matches.count {
      let unit = matches[index].unit
      var end = index + 1
      while end < matches.count, matches[end].unit == unit { end += 1 }
      judgeUnit(unit, index..<end, into: &judgement)
      index = end
    }
  }

  // MARK: One unit

  private mutating func judgeUnit(
    _ unit: Int32, _ range: Range<Int>, into judgement: inout Judgement
  ) {
    matchRange[unit] = range
    let block = units[Int(unit)].block
    var hits: [Hit] = []
    hits.reserveCapacity(range.count)
    for index in range {
      let target = targets[Int(matches[index].pattern)]
      hits.append(
        Hit(
          requirement: target.requirement, clause: target.clause, match: matches[index],
          inContext: false))
      if target.clause == .with {
        anchoredByUnit[unit, default: []].append(target.requirement)
        if document.blocks[Int(block)].kind == .heading {
          anchoredByBlock[block, default: []].append(target.requirement)
        }
      }
    }
    // A lead-in's topic or act belongs to each of its items.
    let context = units[Int(unit)].context
    if context >= 0, let inherited = matchRange[context] {
      for index in inherited {
        let target = targets[Int(matches[index].pattern)]
        guard hits.contains(where: { $0.requirement == target.requirement }) else { continue }
        hits.append(
          Hit(
            requirement: target.requirement, clause: target.clause, match: matches[index],
            inContext: true))
      }
    }
    hits.sort { ($0.requirement, $0.match.start) < ($1.requirement, $1.match.start) }
    var index = 0
    while index < hits.count {
      var end = index + 1
      while end < hits.count, hits[end].requirement == hits[index].requirement { end += 1 }
      judgeRequirement(
        Int(hits[index].requirement), unit, Array(hits[index..<end]), into: &judgement)
      index = end
    }
  }

  struct Hit {
    var requirement: Int32
    var clause: ClauseKind
    var match: UnitMatch
    var inContext: Bool
    /// The measure that is the act; `nil` for the match of a pattern.
    var measure: Marker?

    var span: SourceSpan { SourceSpan(start: Int(match.start), end: Int(match.end)) }
  }

  // MARK: One requirement in one unit

  private mutating func judgeRequirement(
    _ index: Int, _ unit: Int32, _ hits: [Hit], into judgement: inout Judgement
  ) {
    let requirement = traits[index]
    var topic: Hit?
    var act: Hit?
    var mention: Hit?
    var anchor: Hit?
    var exclusion: Hit?
    var section: Hit?
    for hit in hits {
      switch hit.clause {
      case .topic: topic = topic ?? hit
      case .act: act = act ?? hit
      case .mention: mention = mention ?? hit
      case .with: anchor = anchor ?? hit
      case .unless: if !hit.inContext { exclusion = exclusion ?? hit }
      case .section: if !hit.inContext { section = section ?? hit }
      }
    }
    if let section { judgeSection(index, unit, section, exclusion, into: &judgement) }
    var isGraded = topic != nil && (act != nil || !requirement.hasAct)
    let isMention = mention != nil || (topic != nil && requirement.topicAlone != .absent)
    // Most hits are half of a requirement: they cost no more than this.
    let mayBeMeasured = topic != nil && requirement.isMeasured
    guard isGraded || isMention || mayBeMeasured || (keepsNearMisses && (topic ?? act) != nil)
    else { return }
    let unitSpan = SourceSpan(
      start: Int(units[Int(unit)].textStart), end: Int(units[Int(unit)].textEnd))
    var reasons: [Reason] = []
    func reject(_ cause: Reason.Kind, _ span: SourceSpan, wouldBe: Rung) {
      judgement.rejections.append(
        Rejection(
          requirement: index, unit: Int(unit), span: unitSpan, language: language,
          wouldBe: wouldBe, cause: cause, reasons: reasons + [Reason(cause, span)]))
    }
    if let topic { reasons.append(Reason(.topic, topic.span)) }
    if let act { reasons.append(Reason(.act, act.span)) }
    var measures: [Hit] = []
    if mayBeMeasured, act == nil {
      measures = measuringHits(requirement, index, unit)
      isGraded = !measures.isEmpty
      if let first = measures.first { reasons.append(Reason(.act, first.span)) }
    }
    guard isGraded || isMention else {
      return reject(.noAct, (topic ?? act)?.span ?? unitSpan, wouldBe: .mention)
    }
    let highest: Rung = isGraded && requirement.grade != .finding ? .commitment : .mention
    if let exclusion { return reject(.excludedBy, exclusion.span, wouldBe: highest) }
    let block = document.blocks[Int(units[Int(unit)].block)]
    if requirement.hasWith {
      guard isAnchored(Int32(index), unit, block) else {
        return reject(.missingAnchor, unitSpan, wouldBe: highest)
      }
      if let anchor { reasons.append(Reason(.with, anchor.span)) }
    }
    switch block.kind {
    case .heading, .tableHeader, .caption: return reject(.heading, unitSpan, wouldBe: highest)
    case .code: return
    default: break
    }
    if templateBlocks[Int(units[Int(unit)].block)] {
      return reject(.templateSection, headingSpan(block), wouldBe: highest)
    }
    let reading = reading(of: unit)
    guard !reading.tokens.isEmpty else { return }
    if reading.isPlaceholder { return reject(.placeholder, unitSpan, wouldBe: highest) }
    if requirement.grade == .act || requirement.grade == .standing {
      let cue = (topic ?? mention ?? act)?.span ?? unitSpan
      if block.kind == .quotation || isQuoted(reading, cue) {
        return reject(.quotation, cue, wouldBe: highest)
      }
    }
    let verdict: Verdict
    if isGraded {
      let graded = requirement.hasAct ? ClauseKind.act : .topic
      let candidates = measures.isEmpty ? hits.filter { $0.clause == graded } : measures
      switch requirement.grade {
      case .finding: verdict = .earns(.mention, [Reason(.finding, unitSpan)], [])
      case .figures: verdict = figures(requirement, candidates, unit, reading)
      case .act, .standing:
        let firmest = best(requirement, candidates, unit, reading, block)
        if case .fails = firmest, requirement.topicAlone == .finding {
          verdict = .earns(.mention, [Reason(.finding, unitSpan)], [])
        } else {
          verdict = firmest
        }
      }
    } else if mention == nil, requirement.topicAlone == .finding {
      verdict = .earns(.mention, [Reason(.finding, unitSpan)], [])
    } else if let cue = mention ?? topic {
      if mention != nil { reasons = [Reason(.mention, cue.span)] }
      verdict = self.mention(requirement, cue, reading)
    } else {
      return
    }
    switch verdict {
    case .fails(let cause, let span): reject(cause, span, wouldBe: highest)
    case .earns(var rung, let steps, let markers):
      reasons += steps
      if rung > requirement.ceiling {
        rung = requirement.ceiling
        reasons.append(Reason(.ceiling(rung), unitSpan))
      }
      judgement.evidence.append(
        Evidence(
          requirement: index, rung: rung, unit: Int(unit), span: unitSpan, language: language,
          reasons: reasons, markers: markers))
    }
  }

  enum Verdict {
    case earns(Rung, [Reason], [Marker])
    case fails(Reason.Kind, SourceSpan)
  }

  /// The firmest of several acts; the first failure when none counts.
  private mutating func best(
    _ requirement: RuleTraits, _ acts: [Hit], _ unit: Int32, _ reading: UnitReading, _ block: Block
  ) -> Verdict {
    var best: Verdict?
    var failure: Verdict?
    for act in acts {
      let verdict = grade(requirement, act, unit, reading, block)
      switch verdict {
      case .fails: failure = failure ?? verdict
      case .earns(let rung, _, _):
        if case .earns(let other, _, _)? = best, other >= rung { continue }
        best = verdict
      }
    }
    // A denied act in the unit outweighs a weaker reading of its topic: it is no mention either.
    if case .earns(.mention, _, _)? = best, case .fails(.negation, _)? = failure {
      return failure ?? .fails(.negation, SourceSpan(start: 0, end: 0))
    }
    return best ?? failure ?? .fails(.noAct, SourceSpan(start: 0, end: 0))
  }

  private mutating func grade(
    _ requirement: RuleTraits, _ act: Hit, _ unit: Int32, _ reading: UnitReading, _ block: Block
  ) -> Verdict {
    var reasons: [Reason] = []
    let isRow = block.kind == .tableRow
    if isRow, let span = stoppedRow(block) ?? otherOwner(requirement, block, reading) {
      return .fails(stoppedRow(block) == nil ? .otherActor : .negation, span)
    }
    var measured = isRow ? rowMarkers(block) : []
    // In a row whose columns measure nothing, a date or an owner dates or assigns it; other figures are read
    // as in a sentence.
    if isRow, let own = act.measure, !measured.isEmpty || own == .date || own == .owner {
      return measuredRow(requirement, act, block)
    }
    let own = act.inContext ? self.reading(of: units[Int(unit)].context) : reading
    guard !own.tokens.isEmpty else { return .fails(.noAct, act.span) }
    // "Other agencies will help: – the Coast Guard will fund …": the item has a subject of its own.
    if act.inContext, requirement.grade == .act,
      let span = Scope(reading: reading, own: ours).openingActor()
    {
      return .fails(.otherActor, span)
    }
    let first = own.firstToken(at: Int(act.match.start))
    let last = max(first, own.lastToken(before: Int(act.match.end)))
    let startsItem =
      (block.kind == .listItem && first <= 1 && !act.inContext)
      || (isRow && startsCell(act, block))
      || (block.kind == .paragraph && first <= 1 && !act.inContext && isNominal(own, first))
    var modality = Modality.of(own, first: first, last: last, startsItem: startsItem)
    var leadInScope: Scope?
    if block.kind == .listItem, !act.inContext, modality.mark == nil || startsItem,
      let inherited = leadIn(of: unit)
    {
      // The item's own soft word wins: "a course is under consideration" under "we will".
      modality = softWord(of: own, act: modality, last: last) ?? inherited.modality
      // What denies, conditions or lends a lead-in to others does it to each of its items.
      if let failure = self.failure(of: inherited, requirement) { return failure }
      leadInScope = Scope(reading: inherited.reading, own: ours)
    }
    if block.kind == .listItem, !act.inContext, leadInScope == nil, modality.mark == nil,
      let soft = softWord(of: own, act: modality, last: last), modality.force != .past
    {
      modality = soft
    }
    let scope = Scope(reading: own, own: ours)
    if let span = scope.negation(
      first: first, last: last, modality: modality, endingCounts: requirement.pastCounts)
    {
      return .fails(.negation, span)
    }
    if !requirement.pastCounts, let span = scope.attribution(before: first) {
      return .fails(.attribution, span)
    }
    if requirement.grade == .act,
      let span = scope.otherActor(modality: modality, first: first, last: last)
    {
      return .fails(.otherActor, span)
    }
    if requirement.grade == .act, !act.inContext,
      let span = actorBefore(unit, scope, verb: modality.mark?.first ?? first)
    {
      return .fails(.otherActor, span)
    }
    var rung: Rung
    switch modality.force {
    case .binding:
      rung = .commitment
      reasons.append(Reason(.bindingWord, modality.span))
    case .intending:
      rung = .intent
      reasons.append(Reason(.intendingWord, modality.span))
    case .listed:
      rung = .commitment
      reasons.append(Reason(.bareVerb, modality.span))
    case .past:
      if setting.kind.reportsOnThePast || requirement.pastCounts || requirement.grade == .standing {
        rung = .commitment
        reasons.append(Reason(.pastTense, modality.span))
      } else {
        return .fails(.pastResult, modality.span)
      }
    case .nominalised, .present:
      if isRow, measured.contains(where: { $0.marker != .indicator && $0.marker != .baseline }) {
        rung = .commitment
        reasons.append(Reason(.tableColumns, measured[0].span))
      } else if requirement.grade == .standing || requirement.pastCounts {
        rung = .commitment
        reasons.append(Reason(.standing, modality.span))
      } else if modality.force == .nominalised,
        let measure = measures(reading).first(where: { $0.marker == .owner || $0.marker == .date })
      {
        rung = .commitment
        reasons.append(Reason(.nominalised, measure.span))
      } else if act.measure != nil {
        // A figure or a date in a description measures nothing that is promised.
        return .fails(.presentTense, modality.span)
      } else {
        return .earns(.mention, [Reason(.presentTense, modality.span)], [])
      }
    }
    if rung > .intent,
      let span = scope.condition() ?? Scope(reading: reading, own: ours).condition()
        ?? leadInScope?.condition()
    {
      rung = .intent
      reasons.append(Reason(.condition, span))
    }
    if rung > .mention,
      let span = scope.hedge() ?? Scope(reading: reading, own: ours).hedge()
        ?? leadInScope?.hedge()
    {
      rung = Rung(rawValue: rung.rawValue - 1) ?? .mention
      reasons.append(Reason(.hedge, span))
    }
    guard rung == .commitment else { return .earns(rung, reasons, []) }
    if measured.isEmpty || !isRow { measured += measures(reading) }
    let lifting = measured.filter { requirement.isLifted(by: $0.marker) }
    var markers: [Marker] = []
    for measure in lifting where !markers.contains(measure.marker) {
      markers.append(measure.marker)
      reasons.append(Reason(.marker(measure.marker), measure.span))
    }
    if !markers.isEmpty { rung = .resourced }
    return .earns(rung, reasons, markers)
  }

  /// Weak wordings and topics without an act: a mention, unless the sentence denies it, reports what
  /// others want, or promises for someone else.
  private mutating func mention(
    _ requirement: RuleTraits, _ cue: Hit, _ reading: UnitReading
  ) -> Verdict {
    guard requirement.grade == .act || requirement.grade == .standing, !cue.inContext else {
      return .earns(.mention, [], [])
    }
    let first = reading.firstToken(at: Int(cue.match.start))
    let last = max(first, reading.lastToken(before: Int(cue.match.end)))
    let modality = Modality.of(reading, first: first, last: last, startsItem: false)
    let scope = Scope(reading: reading, own: ours)
    if let span = scope.negation(
      first: first, last: last, modality: modality, endingCounts: requirement.pastCounts)
    {
      return .fails(.negation, span)
    }
    if !requirement.pastCounts, let span = scope.attribution(before: first) {
      return .fails(.attribution, span)
    }
    if requirement.grade == .act,
      let span = scope.otherActor(modality: modality, first: first, last: last)
    {
      return .fails(.otherActor, span)
    }
    return .earns(.mention, [], [])
  }

  private mutating func figures(
    _ requirement: RuleTraits, _ acts: [Hit], _ unit: Int32, _ reading: UnitReading
  ) -> Verdict {
    let measures = Measures(reading: reading, text: text, ownPeriod: setting.periodYears)
    let figures = measures.presentsFigures()
    guard let act = acts.first(where: { !$0.inContext }) else {
      guard let figures else { return .earns(.mention, [], []) }
      return .earns(.resourced, [Reason(.figures, figures)], [.target])
    }
    let first = reading.firstToken(at: Int(act.match.start))
    let last = max(first, reading.lastToken(before: Int(act.match.end)))
    let modality = Modality.of(reading, first: first, last: last, startsItem: first == 0)
    // A number in a promise is a threshold or a date; a share is data even there.
    let isPromise = modality.force == .binding || modality.force == .intending
    if let figures, !isPromise || measures.presentsShare() {
      return .earns(.resourced, [Reason(.figures, figures)], [.target])
    }
    if let span = Scope(reading: reading, own: ours).negation(
      first: first, last: last, modality: modality, endingCounts: requirement.pastCounts)
    {
      return .fails(.negation, span)
    }
    switch modality.force {
    case .binding, .listed:
      if let span = Scope(reading: reading, own: ours).condition() {
        return .earns(.intent, [Reason(.condition, span)], [])
      }
      return .earns(.commitment, [Reason(.bindingWord, modality.span)], [])
    case .intending: return .earns(.intent, [Reason(.intendingWord, modality.span)], [])
    default: return .earns(.mention, [Reason(.presentTense, modality.span)], [])
    }
  }

  // MARK: Surroundings

  private func isAnchored(_ requirement: Int32, _ unit: Int32, _ block: Block) -> Bool {
    if anchoredByUnit[unit]?.contains(requirement) == true { return true }
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
  private struct LeadIn {
    var reading: UnitReading
    /// Its deciding mark is a token of the lead-in, not of the item.
    var mark: UnitReading.Mark
    /// The force that it lends to its items.
    var modality: Modality
  }

  private mutating func leadIn(of unit: Int32) -> LeadIn? {
    let context = units[Int(unit)].context
    guard context >= 0 else { return nil }
    let reading = reading(of: context)
    guard
      let mark = reading.marks.last(where: {
        $0.category == .binding || $0.category == .intending || $0.category == .past
      })
    else { return nil }
    let force: Modality.Force =
      mark.category == .binding ? .binding : mark.category == .intending ? .intending : .past
    return LeadIn(
      reading: reading, mark: mark,
      modality: Modality(force: force, span: reading.span(mark), mark: nil))
  }

  /// Why a lead-in makes evidence of none of its items.
  private func failure(of leadIn: LeadIn, _ requirement: RuleTraits) -> Verdict? {
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

  func measures(_ reading: UnitReading) -> [(marker: Marker, span: SourceSpan)] {
    Measures(reading: reading, text: text, ownPeriod: setting.periodYears).all()
  }

  mutating func rowMarkers(_ block: Block) -> [(marker: Marker, span: SourceSpan)] {
    guard block.leadIn >= 0 else { return [] }
    let known =
      columns[block.leadIn]
      ?? TableColumns(header: document.blocks[Int(block.leadIn)], in: document)
    columns[block.leadIn] = known
    return known.markers(of: block, in: document)
  }

  private func startsCell(_ act: Hit, _ block: Block) -> Bool {
    let cells = document.cells[Int(block.cellStart)..<Int(block.cellStart + block.cellCount)]
    return cells.contains { abs(Int($0.textStart) - Int(act.match.start)) <= 1 }
  }

  private func headingSpan(_ block: Block) -> SourceSpan {
    guard block.heading >= 0 else { return SourceSpan(start: 0, end: 0) }
    let range = document.blocks[Int(block.heading)].textRange
    return SourceSpan(start: range.lowerBound, end: range.upperBound)
  }

  private func isQuoted(_ reading: UnitReading, _ span: SourceSpan) -> Bool {
    let index = reading.firstToken(at: span.start)
    return index < reading.quoted.count && reading.quoted[index]
  }
}
