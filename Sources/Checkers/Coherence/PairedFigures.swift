internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Two documents that give one aim, or one count of one day, different values in other words: "raise to 40%" and
/// "a third will be".
///
/// What is of the same matter is told by the rarer words of the passages and their headings, not by likeness of
/// the sentences.
struct PairedFigures {
  struct Conflict {
    var first: CorpusPassage
    var one: NumberFact
    var second: CorpusPassage
    var two: NumberFact
  }

  /// A figure that is aimed at, or that was counted on a day.
  private struct Statement {
    var number: NumberFact
    /// The day or year that it is for; `nil` where none is named.
    var date: DateFact?
    var isAim: Bool
  }

  /// Most statements of a run; behind them the rest is left.
  private static let most = 6_000

  static func conflicts(_ corpus: Corpus) -> [Conflict] {
    var told: [(CorpusPassage, [Statement])] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for (unit, numbers) in UnitRuns(facts.numbers) where told.count < most {
        let statements = statements(facts, unit, numbers)
        if !statements.isEmpty {
          told.append((CorpusPassage(member: member, unit: unit), statements))
        }
      }
    }
    guard told.count > 1 else { return [] }
    var index = MatterIndex(
      corpus,
      without:
        "number percentage percent share proportion rate total target baseline year end raise "
        + "increase reach least fiscal january february march april june july august september "
        + "october november december level count",
      "nombre pourcentage part proportion taux total cible référence année fin porter augmenter "
        + "atteindre moins exercice janvier février mars avril mai juin juillet août septembre "
        + "octobre novembre décembre compter passer")
    var statements: [[Statement]] = []
    for (passage, own) in told {
      if index.add(passage) { statements.append(own) }
    }
    var conflicts: [Conflict] = []
    for second in index.entries.indices {
      let there = index.entries[second]
      for first in index.candidates(for: there.matter).prefix(8) where first < second {
        let here = index.entries[first]
        guard here.passage.member != there.passage.member,
          corpus.mayShareTime(here.passage.member, there.passage.member),
          !corpus.areTranslations(here.passage.member, there.passage.member),
          !corpus.areEditions(here.passage.member, there.passage.member),
          corpus.mayShareOwner(here.passage, there.passage)
        else { continue }
        let like = index.likeness(here.matter, there.matter)
        guard like.sharedOwn >= 2, like.shared >= 3,
          max(like.coverOfFirst, like.coverOfSecond) >= 0.6,
          min(like.coverOfFirst, like.coverOfSecond) >= 0.34,
          let pair = opposed(
            corpus, here.passage, statements[first], there.passage, statements[second])
        else { continue }
        conflicts.append(
          Conflict(first: here.passage, one: pair.0, second: there.passage, two: pair.1))
        break
      }
    }
    return conflicts
  }

  // MARK: What a passage states

  private static func statements(
    _ facts: DocumentFacts, _ unit: Int, _ numbers: ArraySlice<NumberFact>
  ) -> [Statement] {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader, here.flags.isDisjoint(with: [.denies, .quotes]),
      !DatedEvent.isExplained(facts, unit), numbers.count <= 6
    else { return [] }
    let isPromise =
      !facts.looksBack
      && (here.flags.contains(.binds) || here.flags.contains(.target)
        || facts.commitments(of: unit).contains { $0.rung.rung >= .commitment }
        || here.isRow && !DocumentFacts.of(unit, in: facts.indicators).isEmpty)
    return numbers.compactMap { number -> Statement? in
      guard number.kind == .percent || number.kind == .count && number.value >= 3,
        number.qualifiers.isDisjoint(with: [.change, .ordinal, .yearly]),
        number.column != 0, !FiguresChecker.isPart(facts, number)
      else { return nil }
      let date = FigurePeriod.date(of: number, in: facts)
      if let date, date.month > 0, !date.role.contains(.range),
        !isPromise || isBaseline(number, facts)
      {
        return Statement(number: number, date: date, isAim: false)
      }
      guard isPromise, !isBaseline(number, facts) else { return nil }
      if here.isRow, FigurePeriod.role(number, facts) == .actual { return nil }
      return Statement(number: number, date: date, isAim: true)
    }
  }

  /// "up from 24% in 2025", "from 17 to 24": where it starts.
  private static func isBaseline(_ number: NumberFact, _ facts: DocumentFacts) -> Bool {
    if number.qualifiers.contains(.baseline) { return true }
    let before = max(0, Int(number.start) - 24)..<Int(number.start)
    let behind = Int(number.end)..<min(facts.text.count, Int(number.end) + 44)
    return facts.withJoined(before, afterBlank: true) { from.stand(in: $0) }
      || facts.withJoined(behind) { counted.stand(in: $0) }
  }

  private static let from: Stretches = [
    " from ", " contre ", " against ", " de ", " was ", " était ",
  ]
  private static let counted: Stretches = [
    "nombre constaté", "as counted", "as at ", "au 31 ", "au 1er",
  ]

  // MARK: Two passages

  private static func opposed(
    _ corpus: Corpus, _ first: CorpusPassage, _ left: [Statement], _ second: CorpusPassage,
    _ right: [Statement]
  ) -> (NumberFact, NumberFact)? {
    let one = first.facts(corpus)
    let two = second.facts(corpus)
    guard !one.units[first.unit].isRow || !two.units[second.unit].isRow,
      PassageScope.agree(one, first.unit, two, second.unit)
    else { return nil }
    for kind in [NumberFact.Kind.percent, .count] {
      for isAim in [true, false] {
        let mine = left.filter { $0.number.kind == kind && $0.isAim == isAim }
        let theirs = right.filter { $0.number.kind == kind && $0.isAim == isAim }
        guard let (x, y) = pair(mine, theirs, one, two, first.unit, second.unit, kind) else {
          continue
        }
        guard !x.number.agrees(with: y.number), !isRounded(x.number, y.number),
          !isTold(y.number, near: first.unit, one), !isTold(x.number, near: second.unit, two)
        else { continue }
        if isAim {
          guard sameTerm(corpus, first.member, x, second.member, y) else { continue }
        } else {
          guard let a = x.date, let b = y.date, a.first == b.first, a.last == b.last else {
            continue
          }
        }
        return (x.number, y.number)
      }
    }
    return nil
  }

  /// The same value stands in the passage or in one beside it, which may be the one that is meant.
  private static func isTold(
    _ number: NumberFact, near unit: Int, _ facts: DocumentFacts
  ) -> Bool {
    (max(0, unit - 2)...min(facts.units.count - 1, unit + 2)).contains { other in
      facts.numbers(of: other).contains { $0.kind == number.kind && $0.value == number.value }
    }
  }

  /// The only ones of a kind, or those of the same time; counts of the same noun.
  private static func pair(
    _ mine: [Statement], _ theirs: [Statement], _ one: DocumentFacts, _ two: DocumentFacts,
    _ first: Int, _ second: Int, _ kind: NumberFact.Kind
  ) -> (Statement, Statement)? {
    for x in mine {
      let same = theirs.filter { y in
        kind == .percent || sharesNoun(x.number, one, first, y.number, two, second)
      }
      if same.count == 1, let y = same.first,
        mine.count == 1
          || mine.filter({ $0.number != x.number }).allSatisfy({ other in
            kind != .percent && !sharesNoun(other.number, one, first, y.number, two, second)
          })
      {
        return (x, y)
      }
    }
    return nil
  }

  /// One of the three words behind each number is kin to one behind the other; a cell counts what its row names.
  private static func sharesNoun(
    _ x: NumberFact, _ one: DocumentFacts, _ first: Int, _ y: NumberFact, _ two: DocumentFacts,
    _ second: Int
  ) -> Bool {
    let left = noun(x, one, first)
    let right = noun(y, two, second)
    return left.contains { right.contains($0) }
  }

  private static func noun(_ number: NumberFact, _ facts: DocumentFacts, _ unit: Int) -> [UInt32] {
    let here = facts.units[unit]
    let general = GeneralWords.of(here.language)
    let words = facts.words(ofUnit: unit)
    let piece: ArraySlice<UInt32>
    if here.isRow {
      piece = words.prefix(8)
    } else {
      let at = min(words.endIndex, words.startIndex + Int(number.wordAt))
      piece = words[at..<min(words.endIndex, at + 3)]
      if facts.takesUp(unit), isOfThem(number, facts) {
        return noun(ofSentence: unit - 1, facts, general)
      }
    }
    return PassageIndex.features(piece, here.language).filter { !general.contains($0) }
  }

  /// "two dozen of them", « vingt d’entre elles ».
  private static func isOfThem(_ number: NumberFact, _ facts: DocumentFacts) -> Bool {
    let behind = facts.small(
      number.end, min(number.end + 18, facts.units[Int(number.unit)].textEnd))
    return [" of them", " of these", " d’entre", " d'entre"].contains { behind.hasPrefix($0) }
  }

  /// The words of a sentence that may be what a later one counts.
  private static func noun(
    ofSentence unit: Int, _ facts: DocumentFacts, _ general: Set<UInt32>
  ) -> [UInt32] {
    PassageIndex.features(facts.words(ofUnit: unit).prefix(8), facts.units[unit].language)
      .filter { !general.contains($0) }
  }

  /// "A third" is thirty or thirty-five for those who round.
  private static func isRounded(_ x: NumberFact, _ y: NumberFact) -> Bool {
    guard x.kind == .percent else { return false }
    let isInWords = x.qualifiers.union(y.qualifiers).contains(.inWords)
    return abs(x.value - y.value) < (isInWords ? 2.5 : 0.5)
  }

  /// Both are for one year, or for the whole time of two plans of the same years.
  private static func sameTerm(
    _ corpus: Corpus, _ first: Int, _ x: Statement, _ second: Int, _ y: Statement
  ) -> Bool {
    if let one = x.date, let two = y.date {
      return abs(one.last / 10000 - two.last / 10000) <= (one.role == two.role ? 0 : 1)
        && FigurePeriod.agree(one, two) || one.last == two.last
    }
    let mine = corpus.members[first].years
    let theirs = corpus.members[second].years
    guard mine.count == 2, theirs.count == 2, mine[1] > mine[0] + 1, theirs[1] > theirs[0] + 1,
      abs(mine[1] - theirs[1]) <= 1
    else { return false }
    // A date in one of them only may be that of a step on the way.
    guard let date = x.date ?? y.date else { return true }
    return date.last / 10000 >= min(mine[1], theirs[1]) - 1
  }
}
