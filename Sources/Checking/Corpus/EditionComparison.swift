internal import Facts
internal import RuleSets

/// What became of the commitments and indicators of one document in a later one.
package struct EditionComparison {
  package enum Kind: String, Sendable, CaseIterable {
    case same
    /// The same words under another heading.
    case moved
    case reworded
    case weaker
    case stronger
    case gone
    case new
  }

  package struct Change: Sendable {
    package var kind: Kind
    /// In the older document; in the newer one for what is new.
    package var unit: Int
    package var member: Int
    /// The passage of the newer document that it became.
    package var other: Int?
    /// Id of the requirement that went or came with it; `nil` when it served none.
    package var requirement: String?
    package var isOfAgenda: Bool
    /// How much hangs on it: the weight of the requirement, and one more for words of the agenda.
    package var weight: Int
    /// Share of the words that both have, 0 to 1.
    package var likeness: Float

    package var passage: CorpusPassage { CorpusPassage(member: member, unit: unit) }
  }

  let corpus: Corpus
  let older: Int
  let newer: Int

  package init(corpus: Corpus, older: Int, newer: Int) {
    self.corpus = corpus
    self.older = older
    self.newer = newer
  }

  /// Changes in the order of the older document, then what is new.
  package func changes() -> [Change] {
    var changes: [Change] = []
    var taken: Set<Int> = []
    let old = corpus.members[older].facts
    for unit in Self.items(old) {
      let passage = CorpusPassage(member: older, unit: unit)
      let match = corpus.best(for: passage, in: newer)
      if let match, match.likeness.both >= 0.42 || match.likeness.lesser >= 0.62 {
        taken.insert(match.passage.unit)
        changes.append(
          change(compared(unit, match.passage.unit, match.likeness.both), unit, match))
      } else if let match, match.likeness.both >= 0.28 || match.likeness.lesser >= 0.5 {
        taken.insert(match.passage.unit)
        changes.append(change(.reworded, unit, match))
      } else if !isOver(old, unit) {
        changes.append(change(.gone, unit, nil))
      }
    }
    let fresh = corpus.members[newer].facts
    for unit in Self.items(fresh) where !taken.contains(unit) {
      let passage = CorpusPassage(member: newer, unit: unit)
      if let match = corpus.best(for: passage, in: older),
        match.likeness.both >= 0.28 || match.likeness.lesser >= 0.5
      {
        continue
      }
      var new = change(.new, unit, nil, in: newer)
      new.member = newer
      changes.append(new)
    }
    return changes
  }

  /// Units that promise or measure something.
  static func items(_ facts: DocumentFacts) -> [Int] {
    var units: Set<Int> = []
    for commitment in facts.commitments where commitment.rung.rung >= .intent {
      guard commitment.actor != .other else { continue }
      units.insert(Int(commitment.unit))
    }
    for indicator in facts.indicators
    where !indicator.indicator.isEmpty || !indicator.target.isEmpty || !indicator.action.isEmpty {
      units.insert(Int(indicator.unit))
    }
    return units.filter { facts.units[$0].wordCount >= 4 }.sorted()
  }

  /// True when the time for it was over before the newer document begins.
  private func isOver(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    guard let start = corpus.members[newer].years.first else { return false }
    let limits = facts.commitments(of: unit).map { Int($0.deadline) }.filter { $0 > 0 }
    return limits.max().map { $0 <= start * 10000 + 331 } ?? false
  }

  private func compared(_ one: Int, _ two: Int, _ both: Float) -> Kind {
    let old = corpus.members[older].facts
    let new = corpus.members[newer].facts
    let before = old.commitments(of: one).map(\.rung.rung).max()
    let after = new.commitments(of: two).map(\.rung.rung).max()
    if let before, let after {
      let wasFirm = before >= .commitment
      let isFirm = after >= .commitment
      if wasFirm, !isFirm { return .weaker }
      if !wasFirm, isFirm { return .stronger }
      if before == .resourced, after == .commitment { return .weaker }
      if before == .commitment, after == .resourced { return .stronger }
    }
    if both < 0.9 { return .reworded }
    return old.headingPath(ofUnit: one) == new.headingPath(ofUnit: two) ? .same : .moved
  }

  private func change(
    _ kind: Kind, _ unit: Int, _ match: (passage: CorpusPassage, likeness: PassageIndex.Likeness)?,
    in member: Int? = nil
  ) -> Change {
    let facts = corpus.members[member ?? older].facts
    let served = facts.served(by: unit).map { corpus.requirements[Int($0.requirement)] }
      .max { $0.weight < $1.weight }
    let isOfAgenda = facts.units[unit].flags.contains(.gender)
    return Change(
      kind: kind, unit: unit, member: older, other: match?.passage.unit, requirement: served?.id,
      isOfAgenda: isOfAgenda, weight: (served?.weight ?? 0) * 2 + (isOfAgenda ? 1 : 0),
      likeness: match?.likeness.both ?? 0)
  }
}
