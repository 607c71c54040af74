internal import Documents
internal import Matching
internal import RuleSets
internal import SourceText

/// How firm an act is in one unit.
extension JudgingPass {
  /// The firmest of several acts; the first failure when none counts.
  mutating func best(
    _ requirement: RuleTraits, _ acts: [Hit], _ unit: Int32, _ reading: UnitReading,
    _ block: Block, topic: Hit? = nil
  ) -> Verdict {
    var best: Verdict?
    var failure: Verdict?
    for act in telling(acts, block) {
      let verdict = grade(requirement, act, unit, reading, block, topic: topic)
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

  /// The acts that can differ in what they are worth: where the columns of a row say what its cells measure, all
  /// cells under columns of one kind are worth the same, and the first of them stands for all. Of the others so
  /// many, from the first: each is read with all of its unit, and what a hundred do not earn the next does not.
  mutating func telling(_ acts: [Hit], _ block: Block) -> [Hit] {
    guard acts.count > 1 else { return acts }
    guard block.kind == .tableRow, !rowMarkers(block).isEmpty else {
      return Array(acts.prefix(Self.mostActs))
    }
    var seen: Set<Marker> = []
    let differing = acts.filter { act in act.measure.map { seen.insert($0).inserted } ?? true }
    return Array(differing.prefix(Self.mostActs))
  }

  static let mostActs = 100

  mutating func grade(
    _ requirement: RuleTraits, _ act: Hit, _ unit: Int32, _ reading: UnitReading,
    _ block: Block, topic: Hit?
  ) -> Verdict {
    var reasons: [Reason] = []
    let isRow = block.kind == .tableRow
    if isRow {
      if let span = stoppedRow(block) { return .fails(.negation, span) }
      if let span = otherOwner(requirement, block, reading) { return .fails(.otherActor, span) }
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
    if act.inContext, block.kind == .listItem, modality.mark == nil, modality.force == .present,
      leadIn(of: unit) == nil, let promise = openingPromise(reading)
    {
      if let span = Scope(reading: reading, own: ours).negation(
        first: 0, last: 0, modality: promise, endingCounts: requirement.pastCounts)
      {
        return .fails(.negation, span)
      }
      modality = Modality(force: promise.force, span: promise.span, mark: nil)
    }
    if block.kind == .listItem, act.measure != nil, !act.inContext, leadInScope == nil,
      modality.mark == nil, let task = openingTask(own)
    {
      modality = task
    }
    if !requirement.hasAct, requirement.grade == .act, !act.inContext,
      let answer = answer(to: modality, first, own)
    {
      modality = answer
    }
    let scope = Scope(reading: own, own: ours)
    if let span = scope.negation(
      first: first, last: last, modality: modality, endingCounts: requirement.pastCounts)
    {
      return .fails(.negation, span)
    }
    if !act.inContext, act.measure == nil, isOpen(own, at: modality.mark, behind: last) {
      return .fails(.noAct, act.span)
    }
    if !requirement.pastCounts, act.measure == nil || !isGoal(act, own),
      let span = scope.attribution(before: first) ?? scope.generalDemand(modality)
    {
      return .fails(.attribution, span)
    }
    if act.measure == .amount, !act.inContext,
      let span = scope.otherPayer(of: first, modality)
    {
      return .fails(.otherActor, span)
    }
    // Others sit on a committee that stands; what they wish or should do is no arrangement.
    if requirement.grade == .act || requirement.grade == .standing && modality.force == .intending,
      let span = scope.otherActor(modality: modality, first: first, last: last)
    {
      return .fails(.otherActor, span)
    }
    // "The Government of Peru appointed nine women": what another state did or will do is its own.
    if requirement.grade == .standing, modality.force == .past || modality.force == .binding,
      let span = scope.foreignActor(modality: modality, first: first)
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
    case .intending where names(act):
      rung = .commitment
      reasons.append(Reason(.bindingWord, act.span))
    case .intending:
      rung = .intent
      reasons.append(Reason(.intendingWord, modality.span))
    case .listed:
      rung = .commitment
      reasons.append(Reason(.bareVerb, modality.span))
    case .past:
      if let measure = act.measure, measure == .target || measure == .date || measure == .indicator
      {
        // What was reached or done by a past day is a result; the goal that it is held against is none.
        guard isGoal(act, own) else { return .fails(.pastResult, modality.span) }
        rung = .commitment
        reasons.append(Reason(.bindingWord, act.span))
      } else if setting.kind.reportsOnThePast || requirement.pastCounts
        || requirement.grade == .standing
      {
        rung = .commitment
        reasons.append(Reason(.pastTense, modality.span))
      } else if isRow, modality.mark == nil, !startsItem, !isAdjective(first, own),
        let target = measured.first(where: { $0.marker == .target })
      {
        // "Survivors treated within 72 hours | 40% | 80%": what a figure of the row counts.
        rung = .commitment
        reasons.append(Reason(.tableColumns, target.span))
      } else if requirement.grade == .act, !act.inContext, let goal = goal(behind: last, own) {
        // "40% had taken it; the target is 80%": where it stands, and what is to be reached.
        rung = .commitment
        reasons.append(Reason(.bindingWord, goal))
      } else {
        return .fails(.pastResult, modality.span)
      }
    case .nominalised, .present:
      if isRow, measured.contains(where: { $0.marker != .indicator && $0.marker != .baseline }) {
        rung = .commitment
        reasons.append(Reason(.tableColumns, measured[0].span))
      } else if isRow, requirement.grade == .act, act.measure == nil,
        let measure = measures(reading, isPast: false).first(where: {
          $0.marker == .owner || $0.marker == .date
        })
      {
        // A cell says who or when in its own words.
        rung = .commitment
        reasons.append(Reason(.tableColumns, measure.span))
      } else if requirement.grade == .standing || requirement.pastCounts {
        rung = .commitment
        reasons.append(Reason(.standing, modality.span))
      } else if act.measure == .target || act.measure == .date, isGoal(act, own) {
        rung = .commitment
        reasons.append(Reason(.bindingWord, act.span))
      } else if requirement.grade == .act, !isRow,
        let date = Measures(reading: own, text: text, ownPeriod: setting.periodYears)
          .dateToCome(
            inClause: own.clauses[first], ofReport: setting.kind.reportsOnThePast)
      {
        // "The line opens in April 2027": the present of a timetable.
        rung = .commitment
        reasons.append(Reason(.nominalised, date))
      } else if modality.force == .nominalised,
        let measure = measures(reading).first(where: { $0.marker == .owner || $0.marker == .date })
      {
        rung = .commitment
        reasons.append(Reason(.nominalised, measure.span))
      } else if act.measure == .owner, scope.isInCharge(first, last) {
        // "the Elsie Fund, led by the Peace Branch": who leads a thing that exists owns it.
        rung = .commitment
        reasons.append(Reason(.standing, act.span))
      } else if act.measure == .owner, setting.kind.reportsOnThePast, !act.inContext,
        scope.didSomething(behind: last)
      {
        rung = .commitment
        reasons.append(Reason(.pastTense, act.span))
      } else if act.measure != nil {
        // A figure or a date in a description measures nothing that is promised.
        return .fails(.presentTense, modality.span)
      } else if scope.isAnswerable(first, last), requirement.isMeasured(by: .owner) {
        // "The Director answers to the Minister for this plan": saying so makes it so, and whoever answers is all
        // of it.
        return .earns(.commitment, [Reason(.standing, modality.span)], [])
      } else {
        return .earns(.mention, [Reason(.presentTense, modality.span)], [])
      }
    }
    if rung > .intent, !names(act),
      let span = scope.condition(
        inClause: own.clauses[first],
        // Words of one sentence say nothing about places in another.
        asking: topic.flatMap {
          $0.inContext || act.inContext ? nil : reading.firstToken(at: Int($0.match.start))
        })
        ?? (act.inContext ? Scope(reading: reading, own: ours).condition() : nil)
        ?? leadInScope?.condition()
    {
      rung = .intent
      reasons.append(Reason(.condition, span))
    }
    if rung > .mention,
      let span = scope.hedge(inClause: own.clauses[first])
        ?? (act.inContext ? Scope(reading: reading, own: ours).hedge() : nil)
        ?? leadInScope?.hedge()
    {
      rung = Rung(rawValue: rung.rawValue - 1) ?? .mention
      reasons.append(Reason(.hedge, span))
    }
    guard rung == .commitment else { return .earns(rung, reasons, []) }
    if !isRow || !measured.contains(where: { requirement.isLifted(by: $0.marker) }) {
      let around = measures(reading, isPast: modality.force == .past)
      measured += act.inContext ? around : ownSide(around, of: act.span, reading)
    }
    let lifting = measured.filter { requirement.isLifted(by: $0.marker) }
    var markers: [Marker] = []
    for measure in lifting where !markers.contains(measure.marker) {
      markers.append(measure.marker)
      reasons.append(Reason(.marker(measure.marker), measure.span))
    }
    if !markers.isEmpty { rung = .resourced }
    return .earns(rung, reasons, markers)
  }

  /// True for a day or an owner that is itself what is asked for: it is named, however firm the act is that it
  /// belongs to. A sum that is only hoped for is not set aside.
  private func names(_ act: Hit) -> Bool { act.measure == .date || act.measure == .owner }

  /// Weak wordings and topics without an act: a mention, unless the sentence denies it, reports what
  /// others want, or promises for someone else.
  mutating func mention(
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
      first: first, last: last, modality: modality, endingCounts: requirement.pastCounts,
      isMention: true)
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

  private func asksFor(_ span: SourceSpan, _ reading: UnitReading) -> Bool {
    let word = reading.words[reading.firstToken(at: span.start)]
    return Self.asking.contains { word.starts(with: $0) }
  }

  private static let asking = [
    "demand", "ask", "urg", "call", "recommend", "request", "réclam", "exhort", "recommand",
  ].map { Array($0.utf8) }

  mutating func figures(
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
    let scope = Scope(reading: reading, own: ours)
    // "Groups ask that half of the money go to young women": no figure that anybody has.
    if let span = scope.attribution(before: first),
      asksFor(span, reading)
    {
      return .fails(.attribution, span)
    }
    // Data that others will publish are theirs.
    if isPromise,
      let span = scope.otherActor(
        modality: modality, first: first, last: last)
    {
      return .fails(.otherActor, span)
    }
    if let figures, !isPromise || measures.presentsShare() {
      return .earns(.resourced, [Reason(.figures, figures)], [.target])
    }
    // "We never asked for it, and the office will add the question": a later clause closes the gap.
    if modality.force == .past || modality.force == .present,
      let answer = later(than: reading.clauses[first], reading)
    {
      return .earns(.commitment, [Reason(.bindingWord, reading.span(answer))], [])
    }
    if let span = scope.negation(
      first: first, last: last, modality: modality, endingCounts: requirement.pastCounts)
    {
      return .fails(.negation, span)
    }
    switch modality.force {
    case .binding, .listed:
      if let span = scope.condition(inClause: reading.clauses[first]) {
        return .earns(.intent, [Reason(.condition, span)], [])
      }
      return .earns(.commitment, [Reason(.bindingWord, modality.span)], [])
    case .intending: return .earns(.intent, [Reason(.intendingWord, modality.span)], [])
    default: return .earns(.mention, [Reason(.presentTense, modality.span)], [])
    }
  }
}
