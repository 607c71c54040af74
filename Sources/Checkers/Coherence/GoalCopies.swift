internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Goals of one document as others give them: in tables, behind their label, between quotation marks.
struct GoalCopies {
  struct Difference {
    var passage: CorpusPassage
    var source: CorpusPassage
    /// Words that only the source has, and that only the copy has.
    var original: String
    var changed: String
    var isQuotation: Bool
  }

  private struct Goal {
    var passage: CorpusPassage
    var label: String
    var words: [String]
  }

  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Least number of words of a goal: shorter ones are titles.
  private static let leastWords = 5

  func differences() -> [Difference] {
    let sources = corpus.goalSetters
    guard !sources.isEmpty, corpus.members.count > 1 else { return [] }
    var found: [Difference] = []
    for source in sources {
      let goals = goals(source)
      guard !goals.isEmpty else { continue }
      for member in corpus.members.indices
      where member != source && corpus.mayShareTime(member, source)
        && corpus.members[member].profile.language == corpus.members[source].profile.language
        && !(sources.contains(member) && member < source)
      {
        found += copies(member).compactMap { compare($0, with: goals) }
      }
    }
    return found
  }

  /// The labelled goals of a document, each once.
  private func goals(_ member: Int) -> [Goal] {
    let facts = corpus.members[member].facts
    return facts.units.indices.compactMap { unit -> Goal? in
      guard let goal = goal(facts, unit) else { return nil }
      let words = WordDifference.words(facts.quote(goal.range))
      guard words.count >= Self.leastWords, words.count <= 80 else { return nil }
      return Goal(
        passage: CorpusPassage(member: member, unit: unit), label: goal.label, words: words)
    }
  }

  /// A unit that begins with the goal's label, an item under a heading that says "goals", a cell in a column of
  /// goals, or what follows "our vision is that".
  private func goal(_ facts: DocumentFacts, _ unit: Int) -> GoalText? {
    let here = facts.units[unit]
    if let labelled = GoalText.read(facts, here.textRange) {
      return labelled.range.isEmpty ? body(of: labelled, facts, unit) : labelled
    }
    if here.isListItem, here.heading >= 0, here.wordCount <= 40,
      facts.unit(Int(here.heading), holds: Self.headings)
    {
      return GoalText(label: "", range: here.textRange)
    }
    if let lettered = lettered(facts, unit) { return lettered }
    if here.isRow, here.context >= 0, facts.unit(Int(here.context), holds: Self.headings) {
      let header = Array(facts.cells(of: Int(here.context)))
      for (column, cell) in facts.cells(of: unit).enumerated()
      where header.indices.contains(column)
        && facts.range(header[column].range, holds: Self.headings)
      {
        var goal = GoalText.readCell(facts, cell.range)
        if goal.label.isEmpty, column > 0, let first = facts.cells(of: unit).first,
          first.end - first.start <= 2
        {
          goal.label = facts.quote(first.range).lowercased()
        }
        return goal
      }
    }
    if !here.isHeading, !here.isRow,
      let hit = Self.visions.hits(in: facts.text, here.textRange).first
    {
      return GoalText(label: "", range: hit.end..<here.textRange.upperBound)
    }
    return nil
  }

  /// The words of a goal whose label stands alone, as a heading or before a full stop: the next sentence.
  private func body(of goal: GoalText, _ facts: DocumentFacts, _ unit: Int) -> GoalText {
    let next = unit + 1
    guard next < facts.units.count, !facts.units[next].isHeading, !facts.units[next].isTableHeader,
      !facts.units[next].isRow,
      facts.units[unit].isHeading
        || facts.units[next].block == facts.units[unit].block
    else { return goal }
    return GoalText(label: goal.label, range: facts.units[next].textRange)
  }

  /// "A. Women …" in a paragraph of its own under a heading that says "goals".
  private func lettered(_ facts: DocumentFacts, _ unit: Int) -> GoalText? {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isRow, !here.isListItem, here.heading >= 0, here.wordCount <= 40,
      facts.unit(Int(here.heading), holds: Self.headings)
    else { return nil }
    let goal = GoalText.readCell(facts, here.textRange)
    return goal.label.isEmpty || goal.range.count < 12 ? nil : goal
  }

  /// The heading or the sentence above a list says that its items are the plan's own words.
  private func givesText(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    return [Int(here.context), Int(here.heading)].contains { above in
      above >= 0 && facts.unit(above, holds: Self.headings)
        && facts.unit(above, holds: Self.giving)
    }
  }

  private static let giving: Stretches = [
    "text of", "wording", "reads", "read as", "as follows", "the words of", "verbatim",
    "of the national action plan", "of the plan", "in the plan", "restated", "recalled",
    "texte d", "libellé", "se lit", "se lisent", "suivant", "du plan d", "du plan national",
    "rappel d", "mot à mot", "mot pour mot",
  ]

  /// Goals that the document calls its own beside those of the plan.
  private func isOwn(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    return [unit, Int(here.context), Int(here.heading)].contains { other in
      other >= 0 && facts.unit(other, holds: Self.ownGoals)
        && !(other == unit && here.flags.contains(.quotes))
    }
  }

  private static let ownGoals: Stretches = [
    "departmental goal", "departmental objective", "own goal", "own objective", "goals of its own",
    "objectives of its own", "goals of our own", "objectives of our own", "internal goal",
    "but ministériel", "objectif ministériel", "objectifs ministériels", "buts ministériels",
    "propres buts", "propres objectifs", "buts propres", "objectifs propres", "objectif interne",
    "buts qui lui sont propres",
  ]

  private static let visions = WordStems([
    1: """
    vision of the strategy is, vision of the plan is, vision of this plan is, our vision \
    is, vision is|, our vision|, our goal is|, our aim is|, the goal of the plan is, the \
    aim of the strategy is, the aim of the plan is, notre vision, la vision du plan, la \
    vision de la stratégie, notre but est|, notre objectif est|, le but du plan est, le \
    but de la stratégie est
    """
  ])

  private static let wordings: Stretches = [
    "text", "wording", "what it says", "title", "statement", "texte", "libellé", "énoncé",
    "intitulé",
  ]

  private struct Copy {
    var goal: Goal
    var isQuotation: Bool
  }

  private static let headings: Stretches = [
    "goal", "objective", "focus area", "pillar", "objectif", " but ", "buts", "pilier",
    "domaine prioritaire",
  ]

  /// The wording was changed, and the text says so.
  private static let amended: Stretches = [
    "as amended", "was amended", "amended on", "reworded", "as revised", "new wording",
    "tel que modifié", "telle que modifiée", "modifié le", "reformul", "nouveau libellé",
    "version modifiée", "amended text", "amended version",
  ]

  private func copies(_ member: Int) -> [Copy] {
    let facts = corpus.members[member].facts
    var found: [Copy] = []
    func add(_ unit: Int, _ label: String, _ text: String, isQuotation: Bool) {
      guard !text.contains("…"), !text.contains("..."), !text.contains("[") else { return }
      let words = WordDifference.words(text)
      guard words.count >= Self.leastWords, words.count <= 80 else { return }
      found.append(
        Copy(
          goal: Goal(
            passage: CorpusPassage(member: member, unit: unit), label: label, words: words),
          isQuotation: isQuotation))
    }
    for unit in facts.units.indices {
      let here = facts.units[unit]
      if here.isRow, here.context >= 0, facts.unit(Int(here.context), holds: Self.headings) {
        let header = Array(facts.cells(of: Int(here.context)))
        for (column, cell) in facts.cells(of: unit).enumerated()
        where header.indices.contains(column)
          && facts.range(header[column].range, holds: Self.headings)
        {
          var goal = GoalText.readCell(facts, cell.range)
          let cells = facts.cells(of: unit)
          let next = cells.startIndex + column + 1
          if cell.end - cell.start <= 4, next < cells.endIndex, header.indices.contains(column + 1),
            facts.range(header[column + 1].range, holds: Self.wordings)
          {
            goal = GoalText(
              label: facts.quote(cell.range).lowercased(), range: cells[next].range)
          }
          add(unit, goal.label, facts.quote(goal.range), isQuotation: false)
        }
        continue
      }
      if facts.unit(unit, holds: Self.amended) || isOwn(facts, unit) { continue }
      if here.flags.contains(.quotes) {
        let label = GoalText.mention(facts, here.textRange)
        for quoted in WordDifference.quotations(facts.quote(ofUnit: unit)) {
          add(unit, label ?? "", quoted, isQuotation: true)
        }
      } else if let goal = GoalText.read(facts, here.textRange) ?? lettered(facts, unit),
        !goal.label.isEmpty
      {
        let goal = goal.range.isEmpty && !here.isHeading ? body(of: goal, facts, unit) : goal
        add(unit, goal.label, facts.quote(goal.range), isQuotation: false)
      } else if here.isListItem, here.wordCount <= 40, givesText(facts, unit) {
        add(unit, "", facts.quote(ofUnit: unit), isQuotation: false)
      }
    }
    return found
  }

  /// A copy and the goal that it is of, where they differ by more than small words.
  private func compare(_ copy: Copy, with goals: [Goal]) -> Difference? {
    var best: (Goal, WordDifference)?
    for goal in goals {
      if !copy.goal.label.isEmpty, !goal.label.isEmpty, goal.label != copy.goal.label { continue }
      guard let difference = WordDifference(goal.words, copy.goal.words) else { continue }
      if goal.words == copy.goal.words { return nil }
      if difference.shared > (best?.1.shared ?? 0) { best = (goal, difference) }
    }
    if !copy.goal.label.isEmpty, let other = goals.first(where: { $0.words == copy.goal.words }),
      other.label != copy.goal.label, !other.label.isEmpty
    {
      // The right words under another number.
      return Difference(
        passage: copy.goal.passage, source: other.passage, original: other.label.uppercased(),
        changed: copy.goal.label.uppercased(), isQuotation: false)
    }
    guard let (goal, difference) = best, !difference.isTrivial else { return nil }
    let lesser = min(goal.words.count, copy.goal.words.count)
    // With the same label half of the shorter one; without it most.
    let isSame =
      copy.goal.label.isEmpty || goal.label.isEmpty
      ? difference.shared * 10 >= lesser * 7 : difference.shared * 2 >= lesser
    guard isSame, difference.shared >= 4 else { return nil }
    // A passage that goes on behind the goal quotes it whole.
    if WordDifference.holds(copy.goal.words, goal.words) { return nil }
    // A piece of a goal between quotation marks is a quotation all the same.
    if copy.isQuotation, WordDifference.holds(goal.words, copy.goal.words) { return nil }
    return Difference(
      passage: copy.goal.passage, source: goal.passage,
      original: difference.onlyFirst.isEmpty ? "–" : difference.onlyFirst,
      changed: difference.onlySecond.isEmpty ? "–" : difference.onlySecond,
      isQuotation: copy.isQuotation)
  }
}
