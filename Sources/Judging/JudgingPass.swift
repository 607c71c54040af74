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

  let traits: [RuleTraits]
  /// Requirements that take their topic from the acts of others.
  let borrowers: [Int]
  private var targets: [CompiledRules.Target]
  let templateBlocks: [Bool]
  /// Requirements whose `with` clause matched in the title of the document's metadata.
  let titleAnchors: Set<Int32>
  /// Requirements whose `with` clause matched, by heading block and by unit.
  var anchoredByBlock: [Int32: [Int32]] = [:]
  var anchoredByUnit: [Int32: [Int32]] = [:]
  /// Where a unit's matches stand in `matches`; kept for units that others complete.
  var matchRange: [Int32: Range<Int>] = [:]
  var readings: [Int32: UnitReading] = [:]
  var columns: [Int32: TableColumns] = [:]
  var row: RowReading?
  var measuresByUnit: (unit: Int32, measures: [(marker: Marker, span: SourceSpan)])?

  init(
    _ task: JudgingTask, text: UnsafeBufferPointer<UInt8>, language: Language,
    rules: CompiledRules, traits: [RuleTraits], reader: UnitReader, matches: [UnitMatch],
    titleAnchors: Set<Int32>, keepsNearMisses: Bool
  ) {
    self.titleAnchors = titleAnchors
    self.traits = traits
    self.document = task.document
    self.units = task.units
    self.setting = task.setting
    self.ours = task.ours
    self.text = text
    self.language = language
    self.rules = rules
    self.reader = reader
    self.matches = matches
    self.keepsNearMisses = keepsNearMisses
    self.borrowers = traits.indices.filter { !traits[$0].topicSources.isEmpty }
    self.targets = rules.targets(for: language)
    self.templateBlocks = task.templateBlocks
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
    let evidenceBefore = judgement.evidence.count
    let rejectionsBefore = judgement.rejections.count
    hits.sort { ($0.requirement, $0.match.start) < ($1.requirement, $1.match.start) }
    var index = 0
    while index < hits.count {
      var end = index + 1
      while end < hits.count, hits[end].requirement == hits[index].requirement { end += 1 }
      judgeRequirement(
        Int(hits[index].requirement), unit, Array(hits[index..<end]), into: &judgement)
      index = end
    }
    leaveToOthers(from: evidenceBefore, in: &judgement)
    if !borrowers.isEmpty, judgement.evidence.count > evidenceBefore {
      // Added when the slices are gone: an array must not grow while one of its slices is read.
      let borrowed = borrowTopics(
        unit, from: judgement.evidence[evidenceBefore...],
        rejected: judgement.rejections[rejectionsBefore...])
      judgement.evidence += borrowed
      if !borrowed.isEmpty { leaveToOthers(from: evidenceBefore, in: &judgement) }
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
      case .unless:
        if exclusion == nil, !hit.inContext || hasTextLeadIn(unit) { exclusion = hit }
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
      measures = self.measures(
        measuringHits(requirement, index, unit),
        besides: hits.filter { $0.clause == .topic && !$0.inContext }.map(\.span), unit)
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
    if reading.isPlaceholder
      || (block.kind == .tableRow && requirement.grade != .finding && isOpen(block))
    {
      return reject(.placeholder, unitSpan, wouldBe: highest)
    }
    if requirement.grade == .act || requirement.grade == .standing {
      let cue = (topic ?? mention ?? act)?.span ?? unitSpan
      if block.kind == .quotation || isQuoted(reading, cue) {
        return reject(.quotation, cue, wouldBe: highest)
      }
    }
    var verdict: Verdict
    if isGraded {
      let graded = requirement.hasAct ? ClauseKind.act : .topic
      let candidates = measures.isEmpty ? hits.filter { $0.clause == graded } : measures
      switch requirement.grade {
      case .finding: verdict = .earns(.mention, [Reason(.finding, unitSpan)], [])
      case .figures: verdict = figures(requirement, candidates, unit, reading)
      case .act, .standing:
        let firmest = best(requirement, candidates, unit, reading, block, topic: topic)
        if case .fails = firmest, requirement.topicAlone == .finding {
          verdict = .earns(.mention, [Reason(.finding, unitSpan)], [])
        } else if requirement.topicAlone == .absent, mention == nil,
          case .earns(.mention, let why, _) = firmest,
          let present = why.first(where: { $0.kind == .presentTense }), !isOnePhrase(hits, reading)
        {
          verdict = .fails(.presentTense, present.span)
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
    if requirement.grade == .finding, !requirement.hasAct, let topic,
      let promise = promise(around: topic, reading)
    {
      verdict = .fails(.promised, promise)
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

  /// True where topic and act of a description stand close together in one clause: further apart, a sentence in
  /// the present holds both by chance more often than not.
  private func isOnePhrase(_ hits: [Hit], _ reading: UnitReading) -> Bool {
    let own = hits.filter { !$0.inContext }
    // What the lead-in says stands close to all of its items.
    guard own.contains(where: { $0.clause == .act }),
      own.contains(where: { $0.clause == .topic })
    else { return true }
    return own.contains { topic in
      guard topic.clause == .topic else { return false }
      let first = reading.firstToken(at: Int(topic.match.start))
      let last = reading.lastToken(before: Int(topic.match.end))
      return own.contains { act in
        guard act.clause == .act else { return false }
        let start = reading.firstToken(at: Int(act.match.start))
        let end = reading.lastToken(before: Int(act.match.end))
        return reading.clauses[first] == reading.clauses[start]
          && max(start - last, first - end) <= Self.longestGap
      }
    }
  }

  /// Tokens from topic to act: "zero tolerance for sexual exploitation" has two.
  private static let longestGap = 3

  enum Verdict {
    case earns(Rung, [Reason], [Marker])
    case fails(Reason.Kind, SourceSpan)
  }
}
