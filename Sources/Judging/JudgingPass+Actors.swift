internal import Matching
internal import Documents
internal import RuleSets
internal import SourceText

/// Who acts where the sentence itself does not say it.
extension JudgingPass {
  /// "The United Nations trains observers. It will also fund …": the other actor that a pronoun stands for.
  mutating func actorBefore(_ unit: Int32, _ scope: Scope, verb: Int) -> SourceSpan? {
    guard unit > 0, scope.beginsWithPronoun(before: verb),
      units[Int(unit) - 1].block == units[Int(unit)].block,
      !scope.reading.marks.contains(where: { $0.category == .ownActor && $0.last < verb })
    else { return nil }
    let before = reading(of: unit - 1)
    guard !before.tokens.isEmpty else { return nil }
    return Scope(reading: before, own: ours).openingActor()
  }

  /// The cell that makes a row someone else’s: "UN Women" in the column of owners.
  mutating func otherOwner(
    _ requirement: RuleTraits, _ block: Block, _ reading: UnitReading
  ) -> SourceSpan? {
    guard requirement.grade == .act else { return nil }
    guard let sentence = reading.tokens.first.map({ Int($0.start) }) else { return nil }
    if let row, row.isOf(block), let known = row.otherOwner, known.sentence == sentence {
      return known.span
    }
    let other = findOtherOwner(block, reading)
    readRow(block) { $0.otherOwner = (sentence, other) }
    return other
  }

  private mutating func findOtherOwner(_ block: Block, _ reading: UnitReading) -> SourceSpan? {
    let scope = Scope(reading: reading, own: ours)
    for measure in rowMarkers(block).lazy.filter({ $0.marker == .owner }).prefix(Self.mostOwners) {
      let isOwn = reading.marks.contains { mark in
        (mark.category == .ownActor || mark.category == .owner
          || (mark.category == .organization && ours.contains(mark.organization)))
          && stands(mark, in: measure.span, reading)
      }
      guard !isOwn else { continue }
      if let other = scope.others.first(where: { stands($0, in: measure.span, reading) }) {
        return reading.span(other)
      }
    }
    return nil
  }

  /// Cells of owners in one row that are read: more than that are no owners, and each is looked for among all
  /// words of the row.
  private static let mostOwners = 32

  /// A cell that says that what the row promises was given up.
  mutating func stoppedRow(_ block: Block) -> SourceSpan? {
    if let row, row.isOf(block), let known = row.stopped { return known }
    let stopped = findStop(block)
    readRow(block) { $0.stopped = .some(stopped) }
    return stopped
  }

  private func findStop(_ block: Block) -> SourceSpan? {
    for cell in document.cells[Int(block.cellStart)..<Int(block.cellStart + block.cellCount)]
    where Placeholder.isStopped(document.text[cell.textRange]) {
      return SourceSpan(start: Int(cell.textStart), end: Int(cell.textEnd))
    }
    return nil
  }

  /// True for a row whose measures are all still open: at least two cells say so, and no cell under a heading
  /// that measures says more.
  mutating func isOpen(_ block: Block) -> Bool {
    if let row, row.isOf(block), let known = row.isOpen { return known }
    let isOpen = areMeasuresOpen(block)
    readRow(block) { $0.isOpen = isOpen }
    return isOpen
  }

  private mutating func areMeasuresOpen(_ block: Block) -> Bool {
    let cells = document.cells[Int(block.cellStart)..<Int(block.cellStart + block.cellCount)]
    var open = 0
    for cell in cells where Placeholder.isEmpty(document.text[cell.textRange]) { open += 1 }
    guard open >= 2 else { return false }
    let measures = rowMarkers(block)
    // Cells of prose under headings that measure nothing say what they say.
    if let known = columns[block.leadIn], known.markers.isEmpty { return false }
    return !measures.contains { measure in
      switch measure.marker {
      case .target, .date, .amount, .baseline: true
      case .owner: open == 2
      case .indicator: false
      }
    }
  }

  /// "The closing may cost women their turn, so the office will open at night": where the topic itself is asked
  /// for and no act, the clause that answers it decides.
  func answer(to modality: Modality, _ first: Int, _ reading: UnitReading) -> Modality? {
    switch modality.force {
    case .present, .intending: break
    default: return nil
    }
    guard let mark = later(than: reading.clauses[first], reading) else { return nil }
    return Modality(force: .binding, span: reading.span(mark), mark: mark)
  }

  /// The first binding word behind a clause.
  func later(than clause: Int, _ reading: UnitReading) -> UnitReading.Mark? {
    reading.marks.first { $0.category == .binding && reading.clauses[$0.first] > clause }
  }

  /// The soft word that governs a list item's own verb, whatever its lead-in says.
  func softWord(of reading: UnitReading, act: Modality, last: Int) -> Modality? {
    if act.force == .intending { return act }
    if let first = reading.words.first, SoftVerbs.open(first, reading.language) {
      return Modality(
        force: .intending,
        span: SourceSpan(start: reading.tokens[0].start, end: reading.tokens[0].end), mark: nil)
    }
    for mark in reading.marks
    where mark.category == .intending && mark.first > last
      && reading.clauses[mark.first] == reading.clauses[last]
    {
      let between = reading.words[(last + 1)..<mark.first]
      guard !between.contains(where: SoftVerbs.relative.contains) else { return nil }
      return Modality(force: .intending, span: reading.span(mark), mark: mark)
    }
    return nil
  }

  /// « – évaluer les besoins dans 80 % des projets »: the infinitive that opens an item governs what it measures.
  func openingTask(_ reading: UnitReading) -> Modality? {
    guard reading.language == .french, let word = reading.words.first,
      VerbForm.isFrenchInfinitive(word)
    else { return nil }
    return Modality(
      force: .listed, span: SourceSpan(start: reading.tokens[0].start, end: reading.tokens[0].end),
      mark: nil)
  }

  /// "The Peace Division: – will fund …", « la Direction : – versera … »: where a lead-in only names who acts, the verb
  /// that opens the item governs it.
  func openingPromise(_ reading: UnitReading) -> Modality? {
    guard !reading.tokens.isEmpty else { return nil }
    let verb = Modality.of(reading, first: 0, last: 0, startsItem: true)
    let promise = softWord(of: reading, act: verb, last: 0) ?? verb
    return promise.force == .binding || promise.force == .intending ? promise : nil
  }

  /// "Publication of the review by March 2028, Peace Branch." – a sentence that a noun of action opens and that
  /// has no verb of its own.
  func isNominal(_ reading: UnitReading, _ first: Int) -> Bool {
    guard reading.tokens.count <= 30 else { return false }
    let hasVerb = reading.marks.contains { mark in
      switch mark.category {
      case .binding, .intending, .past, .auxiliary: true
      default: false
      }
    }
    guard !hasVerb else { return false }
    switch VerbForm.of(reading.words[first], reading.language) {
    case .noun: return true
    case .gerund:
      return reading.language == .english && reading.words.count > first + 1
        && reading.words[first + 1] == Array("of".utf8)
    default: return reading.words[first] == Array("mise".utf8)
    }
  }

  private func stands(
    _ mark: UnitReading.Mark, in span: SourceSpan, _ reading: UnitReading
  ) -> Bool {
    let place = reading.span(mark)
    return place.start >= span.start && place.end <= span.end
  }
}
