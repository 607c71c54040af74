internal import Documents
internal import Matching
internal import RuleSets
internal import SourceText

/// Requirements of a document's structure: sections that it must have, measures that are the act.
extension JudgingPass {
  /// A heading that a `section` clause names counts when something of its own stands under it.
  func judgeSection(
    _ requirement: Int, _ unit: Int32, _ section: Hit, _ exclusion: Hit?,
    into judgement: inout Judgement
  ) {
    let index = Int(units[Int(unit)].block)
    guard document.blocks[index].kind == .heading else { return }
    let range = units[Int(unit)].textRange
    let span = SourceSpan(start: range.lowerBound, end: range.upperBound)
    let topic = Reason(.topic, section.span)
    if let exclusion {
      reject(.excludedBy, exclusion.span)
    } else if hasContent(under: index) {
      judgement.evidence.append(
        Evidence(
          requirement: requirement, rung: .mention, unit: Int(unit), span: span,
          language: language, reasons: [topic, Reason(.section, span)], markers: []))
    } else {
      reject(.emptySection, span)
    }
    func reject(_ cause: Reason.Kind, _ at: SourceSpan) {
      judgement.rejections.append(
        Rejection(
          requirement: requirement, unit: Int(unit), span: span, language: language,
          wouldBe: .mention, cause: cause, reasons: [topic, Reason(cause, at)]))
    }
  }

  /// True when a block under the heading, or under a heading of it, holds more than a placeholder.
  private func hasContent(under heading: Int) -> Bool {
    let level = document.blocks[heading].level
    for block in document.blocks[(heading + 1)...] {
      if block.kind == .heading {
        if block.level <= level { return false }
        continue
      }
      let text = document.text[block.textRange]
      if text.first != 0x5B, !Placeholder.isEmpty(text), text.count >= 20 { return true }
    }
    return false
  }

  /// The measures in a unit that a requirement takes for its act, where they stand.
  mutating func measuringHits(
    _ requirement: RuleTraits, _ index: Int, _ unit: Int32
  ) -> [Hit] {
    let block = document.blocks[Int(units[Int(unit)].block)]
    var found: [(marker: Marker, span: SourceSpan)] = []
    switch block.kind {
    case .heading, .tableHeader, .caption, .code: return []
    case .tableRow where block.leadIn >= 0:
      found = rowMarkers(block)
      // A table without columns that say what they measure is read as a sentence.
      if found.isEmpty { found = everyMeasure(of: unit) }
      if requirement.isMeasured(by: .date), let date = dateOfTarget(found, unit) {
        found.append((.date, date))
      }
    default: found = everyMeasure(of: unit)
    }
    if block.kind == .listItem, requirement.isMeasured(by: .owner),
      let owner = leadInOwner(of: unit)
    {
      return [hit(index, owner.unit, .owner, owner.span, inContext: true)]
    }
    return found.filter { requirement.isMeasured(by: $0.marker) }.map {
      hit(index, unit, $0.marker, $0.span, inContext: false)
    }
  }

  /// Measures without those that stand across a contrast from all of `places`: "the Plan will be looked at half
  /// way, while the parking guide will be rewritten in May" dates no plan.
  mutating func measures(
    _ measures: [Hit], besides places: [SourceSpan], _ unit: Int32
  ) -> [Hit] {
    guard !measures.isEmpty, !places.isEmpty else { return measures }
    let reading = reading(of: unit)
    guard !reading.tokens.isEmpty, let turn = Scope(reading: reading, own: ours).contrast() else {
      return measures
    }
    let edge = reading.tokens[turn].start
    let isBefore = places.contains { $0.start < edge }
    let isBehind = places.contains { $0.start >= edge }
    return measures.filter { $0.inContext || (Int($0.match.start) < edge ? isBefore : isBehind) }
  }

  /// Measures on the same side of a contrast as an act.
  func ownSide(
    _ measures: [(marker: Marker, span: SourceSpan)], of act: SourceSpan, _ reading: UnitReading
  ) -> [(marker: Marker, span: SourceSpan)] {
    guard let turn = Scope(reading: reading, own: ours).contrast() else { return measures }
    let edge = reading.tokens[turn].start
    return measures.filter { ($0.span.start < edge) == (act.start < edge) }
  }

  private func hit(
    _ requirement: Int, _ unit: Int32, _ marker: Marker, _ span: SourceSpan, inContext: Bool
  ) -> Hit {
    Hit(
      requirement: Int32(requirement), clause: .act,
      match: UnitMatch(
        pattern: -1, unit: Int(unit), start: span.start, end: span.end, wholeStart: span.start,
        wholeEnd: span.end),
      inContext: inContext, measure: marker)
  }

  /// "The Peace Branch will:" answers for each item below it.
  /// "100% by March 2029" under *Target*: the day that a target names, where no column is for days.
  private mutating func dateOfTarget(
    _ found: [(marker: Marker, span: SourceSpan)], _ unit: Int32
  ) -> SourceSpan? {
    guard !found.contains(where: { $0.marker == .date }),
      let target = found.first(where: { $0.marker == .target })?.span
    else { return nil }
    return everyMeasure(of: unit).first { measure in
      measure.marker == .date && measure.span.start >= target.start
        && measure.span.end <= target.end
    }?.span
  }

  private mutating func leadInOwner(of unit: Int32) -> (unit: Int32, span: SourceSpan)? {
    let context = units[Int(unit)].context
    guard context >= 0, document.blocks[Int(units[Int(context)].block)].kind != .heading else {
      return nil
    }
    let reading = reading(of: context)
    guard !reading.tokens.isEmpty,
      let span = Measures(reading: reading, text: text, ownPeriod: setting.periodYears).owner()
    else { return nil }
    return (context, span)
  }

  /// Dates and pays for what counts for others: "The card will be printed in May 2027" dates an act whose topic
  /// only the requirement of cards knows.
  mutating func borrowTopics(
    _ unit: Int32, from earned: ArraySlice<Evidence>, rejected: ArraySlice<Rejection>
  ) -> [Evidence] {
    var borrowed: [Evidence] = []
    let block = document.blocks[Int(units[Int(unit)].block)]
    for index in borrowers {
      let requirement = traits[index]
      guard !earned.contains(where: { $0.requirement == index }),
        !rejected.contains(where: { $0.requirement == index && $0.cause != .noAct }),
        let source = earned.first(where: {
          $0.rung >= .intent && requirement.topicSources.contains(Int32($0.requirement))
        })
      else { continue }
      let acts = source.reasons.filter {
        $0.kind == .act && $0.span.start >= source.span.start && $0.span.end <= source.span.end
      }
      let measures = measures(
        measuringHits(requirement, index, unit), besides: acts.map(\.span), unit)
      guard !measures.isEmpty,
        case .earns(let rung, let steps, let markers) = best(
          requirement, measures, unit, reading(of: unit), block), rung >= .intent
      else { continue }
      let topic = source.reasons.first ?? Reason(.topic, source.span)
      borrowed.append(
        Evidence(
          requirement: index, rung: min(rung, requirement.ceiling), unit: Int(unit),
          span: source.span, language: language,
          reasons: [Reason(.topic, topic.span), Reason(.act, measures[0].span)] + steps,
          markers: markers))
    }
    return borrowed
  }

  /// A row whose cell under the right heading is filled.
  mutating func measuredRow(_ requirement: RuleTraits, _ act: Hit, _ block: Block) -> Verdict {
    let measured = rowMarkers(block)
    var reasons = [Reason(.tableColumns, act.span)]
    var markers: [Marker] = []
    for measure in measured
    where requirement.isLifted(by: measure.marker) && !markers.contains(measure.marker) {
      markers.append(measure.marker)
      reasons.append(Reason(.marker(measure.marker), measure.span))
    }
    if markers.isEmpty, let own = act.measure, requirement.isLifted(by: own) {
      markers = [own]
      reasons.append(Reason(.marker(own), act.span))
    }
    return .earns(markers.isEmpty ? .commitment : .resourced, reasons, markers)
  }
}
