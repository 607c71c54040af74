internal import Matching
internal import SourceText

/// How firm an act is, from the words that govern it.
///
/// The nearest governing word before the act in its clause decides; where there is none, the first one
/// after it (a passive: "half of all postings *will* be offered"); where there is none either, the form
/// of the verb itself.
struct Modality {
  enum Force {
    case binding
    case intending
    case past
    case present
    /// First in its list item, as something to do.
    case listed
    /// A noun of action first in its list item: "Publication of …".
    case nominalised
  }

  let force: Force
  /// The words that decide; the act itself where none do.
  let span: SourceSpan
  /// Token number of the deciding mark; `nil` where the act's own form decides.
  let mark: UnitReading.Mark?

  /// How firm the act from token `first` to token `last` is; `startsItem` when it opens a list item or a
  /// table cell.
  static func of(
    _ reading: UnitReading, first: Int, last: Int, startsItem: Bool
  ) -> Modality {
    let form = VerbForm.of(reading.words[first], reading.language)
    // "No officer will leave unless they have taken the course": what is asked for binds, whatever its tense.
    if let demand = reading.demand, first > demand.exception,
      reading.clauses[first] == reading.clauses[demand.exception]
    {
      return Modality(force: .binding, span: reading.span(demand.verb), mark: demand.verb)
    }
    let governing = governing(
      reading, first: first, last: last, form: form, looksAhead: !startsItem)
    if let directive = directive(reading, before: first),
      governing.map({ $0.last <= directive.upperBound || $0.first > first }) ?? true
    {
      let start = reading.tokens[directive.lowerBound].start
      let end = reading.tokens[directive.upperBound].end
      return Modality(
        force: .binding, span: SourceSpan(start: start, end: end), mark: nil)
    }
    if let mark = governing {
      let isRight = isEntitlement(mark, reading) || isProhibition(mark, reading)
      return Modality(
        force: isRight ? .binding : force(mark.category), span: reading.span(mark), mark: mark)
    }
    let span = SourceSpan(start: reading.tokens[first].start, end: reading.tokens[last].end)
    if startsItem {
      switch form {
      case .base, .other, .presentThirdPerson, .participle:
        if reading.language == .english && form == .base
          || reading.language == .french && form == .base
        {
          return Modality(force: .listed, span: span, mark: nil)
        }
        return Modality(force: .nominalised, span: span, mark: nil)
      case .noun, .gerund:
        return Modality(force: .nominalised, span: span, mark: nil)
      default: break
      }
    }
    if let verb = simplePast(reading, before: first) {
      return Modality(
        force: .past,
        span: SourceSpan(start: reading.tokens[verb].start, end: reading.tokens[verb].end),
        mark: nil)
    }
    switch form {
    case .past:
      return Modality(
        force: isFinitePast(reading, first) ? .past : .present, span: span, mark: nil)
    case .future: return Modality(force: .binding, span: span, mark: nil)
    case .conditional: return Modality(force: .intending, span: span, mark: nil)
    case .imperfect: return Modality(force: .past, span: span, mark: nil)
    default: return Modality(force: .present, span: span, mark: nil)
    }
  }

  /// The nearest governing word: before the act in its clause, then inside the act, then after it; a bare
  /// verb without one goes on from the clause before ("will review the plan, and publish it").
  private static func governing(
    _ reading: UnitReading, first: Int, last: Int, form: VerbForm, looksAhead: Bool
  ) -> UnitReading.Mark? {
    let clause = reading.clauses[first]
    var before: UnitReading.Mark?
    var inside: UnitReading.Mark?
    var after: UnitReading.Mark?
    var earlier: UnitReading.Mark?
    for mark in reading.marks {
      switch mark.category {
      case .binding: if isAllegiance(mark, reading) { continue }
      case .intending, .past: break
      default: continue
      }
      let own = reading.clauses[mark.first]
      if own == clause, mark.first <= first {
        if before != nil, mark.category == .past, reading.followsAnd(first),
          isRelative(mark, reading)
        {
          continue
        }
        before = mark
      } else if mark.first > first, mark.first <= last {
        inside = inside ?? mark
      } else if own == clause, mark.first > last {
        // "a council chaired by … may return drafts": another verb's modal.
        let isOthers =
          mark.category == .intending
          && ((form == .past || form == .participle) && !reading.isPassive(after: mark)
            || reading.followsAnd(mark.first))
          || mark.category == .past && isSubordinate(mark, after: last, reading)
        if !isOthers { after = after ?? mark }
      } else if own == clause - 1 {
        earlier = mark
      }
    }
    if let mark = before ?? inside { return mark }
    if looksAhead, let after { return after }
    let goesOn = form == .base && reading.isCoordinated(clause)
    return goesOn ? earlier : nil
  }

  /// "will see which measures have worked and rewrite the others": a past that only says which.
  private static func isRelative(_ mark: UnitReading.Mark, _ reading: UnitReading) -> Bool {
    reading.words[max(0, mark.first - 3)..<mark.first].contains { relative.contains($0) }
  }

  private static let relative: Set<[UInt8]> = .words([
    "which", "who", "that", "what", "qui", "que", "qu", "dont",
  ])

  /// "is committed to gender equality": to a cause and to no act, which binds nobody.
  private static func isAllegiance(_ mark: UnitReading.Mark, _ reading: UnitReading) -> Bool {
    guard reading.language == .english, mark.last > mark.first + 1,
      reading.words[mark.first + 1].elementsEqual("committed".utf8)
    else { return false }
    // "committed to actively training".
    let verb = VerbForm.ends(reading.words[mark.last], "ly") ? mark.last + 1 : mark.last
    return verb >= reading.words.count || VerbForm.of(reading.words[verb], .english) != .gerund
  }

  /// "… since the longer tour has shut out parents": a past of its own.
  private static func isSubordinate(
    _ mark: UnitReading.Mark, after last: Int, _ reading: UnitReading
  ) -> Bool {
    last + 1 < mark.first
      && reading.words[(last + 1)..<mark.first].contains { subordinating.contains($0) }
  }

  private static let subordinating: Set<[UInt8]> = .words([
    "since", "as", "which", "who", "that", "where", "when", "after", "qui", "que", "qu", "dont",
    "où", "puisque", "lorsque",
  ])

  /// « Les personnes qui … pourront choisir »: what others will be able to do is granted to them; what the
  /// department « pourra » do is left open.
  private static func isEntitlement(_ mark: UnitReading.Mark, _ reading: UnitReading) -> Bool {
    guard reading.language == .french, mark.category == .intending,
      entitling.contains(reading.words[mark.first])
    else { return false }
    // « Le plan pourra être révisé »: a thing has no rights.
    if reading.isPassive(after: mark),
      let start = reading.clauses.firstIndex(of: reading.clauses[mark.first]),
      reading.words[start..<min(start + 3, mark.first)].contains(where: things.contains)
    {
      return false
    }
    return !reading.marks(.ownActor).contains {
      $0.last < mark.first && reading.clauses[$0.first] == reading.clauses[mark.first]
    }
  }

  /// "Nobody may be posted without the course": what nobody may do without something binds.
  private static func isProhibition(_ mark: UnitReading.Mark, _ reading: UnitReading) -> Bool {
    mark.category == .intending && permitting.contains(reading.words[mark.first])
      && Scope.bindsByDoubleNegation(reading, verb: mark.first)
  }

  private static let permitting: Set<[UInt8]> = .words([
    "may", "can", "could", "peut", "peuvent", "pourra", "pourront",
  ])

  private static let things: Set<[UInt8]> = .words([
    "plan", "cadre", "politique", "rapport", "mesure", "mesures", "action", "actions", "cible",
    "cibles", "indicateur", "indicateurs", "calendrier", "montant", "montants", "fonds",
    "enveloppe", "somme", "sommes", "projet", "projets", "initiative", "activité", "activités",
    "cours", "formation", "évaluation", "directive", "stratégie", "tableau",
  ])
  private static let entitling: Set<[UInt8]> = [Array("pourra".utf8), Array("pourront".utf8)]

  private static func force(_ category: LadderVocabulary.Category) -> Force {
    switch category {
    case .intending: .intending
    case .past: .past
    default: .binding
    }
  }

  /// "The team funded shelters" against "shelters funded by the team", "is chaired".
  private static func isFinitePast(_ reading: UnitReading, _ index: Int) -> Bool {
    let by = Array("by".utf8)
    if index + 1 < reading.words.count, reading.words[index + 1] == by { return false }
    let auxiliaries = reading.marks(.auxiliary)
    if auxiliaries.contains(where: { $0.last < index && index - $0.last <= 3 }) { return false }
    return true
  }
}
