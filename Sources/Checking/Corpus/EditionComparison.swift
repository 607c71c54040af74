internal import Facts
internal import RuleSets
internal import SourceText

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

  /// Passages of the newer document that are read for one of the older, the likest first.
  private static let mostPassages = 400

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
    let finder = PassageFinder(corpus)
    let rows = matchedRows()
    var (changes, taken) = fates(finder, rows) { _ in true }
    let fresh = corpus.members[newer].facts
    for unit in Self.items(fresh) where !taken.contains(unit) {
      let passage = CorpusPassage(member: newer, unit: unit)
      if rows.newer.contains(unit) || hasLike(finder, passage) { continue }
      var new = change(.new, unit, nil, 0, in: newer)
      new.member = newer
      changes.append(new)
    }
    return changes
  }

  /// What is gone of some units of the older document: all that a check of losses needs, at half the work.
  package func losses(of isWanted: (_ unit: Int) -> Bool) -> [Change] {
    guard Self.items(corpus.members[older].facts).contains(where: isWanted) else { return [] }
    return fates(PassageFinder(corpus), matchedRows(), of: isWanted).changes.filter {
      $0.kind == .gone
    }
  }

  /// What became of units of the older document, and the units of the newer one that they became.
  private func fates(
    _ finder: PassageFinder, _ rows: Rows, of isWanted: (_ unit: Int) -> Bool
  ) -> (changes: [Change], taken: Set<Int>) {
    var changes: [Change] = []
    var taken: Set<Int> = []
    let old = corpus.members[older].facts
    let told = EditionChanges(corpus.members[newer].facts)
    let stood = Set(old.units.indices.map { Array(old.words(ofUnit: $0)) })
    /// What stood beside it in the older document, word for word, is not what it became.
    var stoodBefore: [Int: Bool] = [:]
    func stoodBeside(_ other: CorpusPassage, _ unit: Int) -> Bool {
      let words = corpus.members[newer].facts.words(ofUnit: other.unit)
      let known = stoodBefore[other.unit] ?? (words.count >= 2 && stood.contains(Array(words)))
      stoodBefore[other.unit] = known
      return known && !words.elementsEqual(old.words(ofUnit: unit))
    }
    var names = NameSearch(corpus.members[newer].facts.text)
    for unit in Self.items(old) where isWanted(unit) {
      let passage = CorpusPassage(member: older, unit: unit)
      if let row = rows.matches[unit] {
        taken.insert(row.unit)
        let other = CorpusPassage(member: newer, unit: row.unit)
        let kind = row.both >= 0.42 ? compared(unit, row.unit, row.both) : .reworded
        changes.append(change(kind, unit, other, row.both))
        continue
      }
      // A row without its like among the rows may be spoken of in the text.
      let isRow = rows.measured.contains(unit)
      let words = isRow ? rowWords(finder, passage) : finder.words(of: passage)
      let found = Array(
        finder.find(words, in: newer, least: 0.25).lazy.filter {
          $0.shared >= 2 && !(isRow && rows.others.contains($0.passage.unit))
            && !stoodBeside($0.passage, unit)
        }.prefix(Self.mostPassages))
      let best = found.max { ($0.both, $0.own) < ($1.both, $1.own) }
      if let best, best.both >= 0.42 || (best.own >= 0.62 && best.shared >= 3) {
        taken.insert(best.passage.unit)
        changes.append(
          change(
            compared(unit, best.passage.unit, best.both), unit, best.passage, best.both))
      } else if let match = found.first(where: {
        $0.both >= 0.26 || $0.cover >= 0.5 || (words.count <= 4 && $0.cover >= 0.4)
          || isMuch($0, of: words, old.units[unit].language)
      }) {
        taken.insert(match.passage.unit)
        changes.append(change(.reworded, unit, match.passage, match.both))
      } else if !isOver(old, unit), !names.holdOne(of: old, unit),
        !told.explain(words, old.units[unit].language, finder), !isBeside(finder, words, passage)
      {
        changes.append(change(.gone, unit, nil, 0))
      }
    }
    return (changes, taken)
  }

  /// True when another document of the same department and time speaks of it: it was moved there.
  private func isBeside(
    _ finder: PassageFinder, _ words: [UInt32], _ passage: CorpusPassage
  ) -> Bool {
    guard let department = corpus.department(of: newer), words.count >= 2 else { return false }
    let here = corpus.members[newer]
    return corpus.members.indices.contains { member in
      member != newer && member != older && corpus.department(of: member) == department
        && corpus.members[member].years == here.years
        && corpus.members[member].profile.language == here.profile.language
        && finder.find(words, in: member, least: 0.4).contains {
          $0.shared >= 2 && ($0.both >= 0.26 || $0.cover >= 0.5)
        }
    }
  }

  /// True for three words or more of not many more, two of which tell: in a few pages weights say little.
  private func isMuch(
    _ match: PassageFinder.Found, of words: [UInt32], _ language: Language
  ) -> Bool {
    guard match.shared >= 3, match.shared * 5 >= words.count * 2 else { return false }
    let general = GeneralWords.of(language)
    let facts = match.passage.facts(corpus)
    let there = PassageIndex.features(facts.words(ofUnit: match.passage.unit), language)
    return words.count(where: { !general.contains($0) && there.contains($0) }) >= 2
  }

  private func hasLike(_ finder: PassageFinder, _ passage: CorpusPassage) -> Bool {
    finder.find(finder.words(of: passage), in: older, least: 0.25).contains {
      $0.shared >= 2 && ($0.both >= 0.26 || $0.cover >= 0.5)
    }
  }

  // MARK: Rows of indicators

  private struct Rows {
    /// The row of the newer document for a row of the older one, and how alike they are.
    var matches: [Int: (unit: Int, both: Float)] = [:]
    /// Rows of the older document that measure something.
    var measured: Set<Int> = []
    /// Rows of the newer document that are another row's match.
    var newer: Set<Int> = []
    /// Rows of the newer document that measure something.
    var others: Set<Int> = []
  }

  /// The indicators of the older document with those of the newer one, best pairs first: the columns beside
  /// them are alike in many rows and tell nothing.
  private func matchedRows() -> Rows {
    let finder = PassageFinder(corpus)
    func measures(_ member: Int) -> [(unit: Int, words: [UInt32])] {
      corpus.members[member].facts.indicators.compactMap { row in
        guard !row.indicator.isEmpty else { return nil }
        let unit = Int(row.unit)
        let passage = CorpusPassage(member: member, unit: unit)
        let language = corpus.members[member].facts.units[unit].language
        return (
          unit,
          finder.words(of: row.indicator.range, in: passage).filter {
            !GeneralWords.measures(language).contains($0)
          }
        )
      }
    }
    let old = measures(older)
    let new = measures(newer)
    var rows = Rows()
    rows.measured = Set(old.map(\.unit))
    rows.others = Set(new.map(\.unit))
    let alike = AlikeRows(new.map(\.words), finder)
    var pairs: [(both: Float, old: Int, new: Int)] = []
    for (index, row) in old.enumerated() {
      pairs += alike.rows(like: row.words).map { ($0.both, index, $0.row) }
    }
    pairs.sort { ($0.both, $1.old, $1.new) > ($1.both, $0.old, $0.new) }
    for pair in pairs {
      let unit = old[pair.old].unit
      guard rows.matches[unit] == nil, !rows.newer.contains(new[pair.new].unit) else { continue }
      if pair.both < 0.5 {
        // Reworded: two words or more that tell, and the same place in the table's matter.
        let general = GeneralWords.of(corpus.members[older].facts.units[unit].language)
        let there = Set(new[pair.new].words)
        let shared = old[pair.old].words.filter(there.contains)
        guard shared.count >= 2, shared.contains(where: { !general.contains($0) }) else { continue }
      }
      rows.newer.insert(new[pair.new].unit)
      rows.matches[unit] = (new[pair.new].unit, pair.both)
    }
    return rows
  }

  private func rowWords(_ finder: PassageFinder, _ passage: CorpusPassage) -> [UInt32] {
    let facts = passage.facts(corpus)
    guard
      let row = DocumentFacts.of(passage.unit, in: facts.indicators).first,
      !row.indicator.isEmpty
    else { return finder.words(of: passage) }
    return finder.words(of: row.indicator.range, in: passage)
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
    for unit in facts.units.indices where isService(facts, unit) || isResult(facts, unit) {
      units.insert(unit)
    }
    return units.filter { facts.units[$0].wordCount >= (facts.units[$0].isListItem ? 3 : 4) }
      .sorted()
  }

  /// A program or service for women in the present tense: "The department also runs …".
  private static func isService(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard ServiceWords.areOfAgenda(in: facts, unit), !here.isHeading, !here.isTableHeader,
      !here.isRow,
      here.flags.isDisjoint(with: [.denies, .past, .attributes])
    else { return false }
    return ServiceWords.stand(in: facts, here.textRange, here.language)
  }

  /// An item of a list of results, goals or indicators.
  private static func isResult(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard here.isListItem, here.wordCount >= 3, ServiceWords.areOfAgenda(in: facts, unit) else {
      return false
    }
    return [Int(here.heading), Int(here.context)].contains {
      $0 >= 0 && ServiceWords.nameResults(in: facts, facts.units[$0].textRange)
    }
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
    _ kind: Kind, _ unit: Int, _ other: CorpusPassage?, _ both: Float, in member: Int? = nil
  ) -> Change {
    let facts = corpus.members[member ?? older].facts
    let served = facts.served(by: unit).map { corpus.requirements[Int($0.requirement)] }
      .max { $0.weight < $1.weight }
    let isOfAgenda = ServiceWords.areOfAgenda(in: facts, unit)
    return Change(
      kind: kind, unit: unit, member: older, other: other?.unit, requirement: served?.id,
      isOfAgenda: isOfAgenda, weight: (served?.weight ?? 0) * 2 + (isOfAgenda ? 1 : 0),
      likeness: both)
  }
}
