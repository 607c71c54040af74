package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports one quantity that is given two values.
///
/// **What it finds.** Two passages, of one document or of two, that speak of the same thing with different
/// numbers: targets, baselines, amounts, counts.
///
/// **Why it matters.** Readers set plans side by side, and the reporting that follows can meet only one of
/// the numbers.
///
/// **Example.** "deploy 30 advisors by 2027" in one plan and "deploy 25 advisors by 2027" in another
///
/// **What to write instead.** The same number in both, or a word on why they differ.
package struct FiguresChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    var findings: [Finding] = []
    func hasFigures(_ passage: CorpusPassage) -> Bool {
      corpus.members[passage.member].facts.numbers(of: passage.unit).contains(where: Self.isFigure)
    }
    corpus.forEachLikeness(among: hasFigures) { first, second, likeness in
      guard
        likeness.both >= 0.5 || (likeness.lesser >= 0.7 && likeness.shared >= 4)
          || (likeness.lesser >= 0.4 && likeness.shared >= 3)
      else { return }
      if let finding = conflict(corpus, first, second, likeness) { findings.append(finding) }
    }
    let told = Set(findings.map { [$0.place?.quote ?? "", $0.related.first?.quote ?? ""] })
    for conflict in NamedAmounts.conflicts(corpus) {
      let one = conflict.first.passage.facts(corpus)
      let two = conflict.second.passage.facts(corpus)
      let finding = Self.declared.finding(
        "conflict", corpus, conflict.second.passage, against: [conflict.first.passage],
        [
          "one": .text(one.quote(conflict.first.number.start, conflict.first.number.end)),
          "two": .text(two.quote(conflict.second.number.start, conflict.second.number.end)),
        ])
      if !told.contains([finding.place?.quote ?? "", finding.related.first?.quote ?? ""]) {
        findings.append(finding)
      }
    }
    var pairs = Set(findings.flatMap { [$0.place?.quote ?? ""] + $0.related.map(\.quote) })
    for conflict in PairedFigures.conflicts(corpus) + NamedTotals.conflicts(corpus)
      + StartAndTarget.conflicts(corpus)
    {
      let one = conflict.first.facts(corpus)
      let two = conflict.second.facts(corpus)
      let finding = Self.declared.finding(
        "conflict", corpus, conflict.second, against: [conflict.first],
        [
          "one": .text(one.quote(conflict.one.start, conflict.one.end)),
          "two": .text(two.quote(conflict.two.start, conflict.two.end)),
        ])
      if pairs.insert(finding.place?.quote ?? "").inserted { findings.append(finding) }
    }
    var rows = Set(findings.flatMap { [$0.place?.quote ?? ""] + $0.related.map(\.quote) })
    for conflict in LabelledFigures.conflicts(corpus) {
      let finding = Self.declared.finding(
        "conflict", corpus, conflict.sentence, against: [conflict.row],
        ["one": .text(conflict.figure), "two": .text(conflict.number)])
      if rows.insert(finding.related.first?.quote ?? "").inserted { findings.append(finding) }
    }
    return findings
  }

  private static let comparing: Stretches = [
    "foreseen", "than planned", "than expected", "than invited", "expected ", "had planned",
    "were planned", "was planned", "anticipated", "in the end", "against a target",
    "than estimated", "prévu", "attendu", "finalement", "au lieu", "instead of",
  ]

  private func conflict(
    _ corpus: Corpus, _ first: CorpusPassage, _ second: CorpusPassage,
    _ likeness: PassageIndex.Likeness
  ) -> Finding? {
    let one = first.facts(corpus)
    let two = second.facts(corpus)
    guard corpus.mayShareOwner(first, second) else { return nil }
    if first.member == second.member, one.units[first.unit].block == two.units[second.unit].block {
      return nil
    }
    // Items of one list are of several things.
    let (here, there) = (one.units[first.unit], two.units[second.unit])
    if first.member == second.member, here.isListItem, there.isListItem,
      here.heading == there.heading, here.context == there.context
    {
      return nil
    }
    let left = Self.figures(one, first.unit)
    let right = Self.figures(two, second.unit)
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let isRow = one.units[first.unit].isRow
    guard isRow == two.units[second.unit].isRow else {
      return rowAgainstSentence(
        corpus, isRow ? first : second, isRow ? second : first, likeness)
    }
    if isRow {
      guard Self.sameLabel(one, first.unit, two, second.unit) else { return nil }
    }
    for (x, y) in Self.opposed(left, right, one, two, first.unit, second.unit, isRow) {
      if x.agrees(with: y) { continue }
      // The other's number stands in the passage too, in another place.
      if left.contains(where: { $0.kind == y.kind && $0.value == y.value })
        || right.contains(where: { $0.kind == x.kind && $0.value == x.value })
      {
        continue
      }
      guard Self.sameScope(corpus, first, second, x, y),
        !Self.isToldApart(x, near: second.unit, two), !Self.isToldApart(y, near: first.unit, one)
      else { continue }
      let agree = {
        PassageScope.agree(one, first.unit, two, second.unit)
          && !Self.areOfOtherPeople(one, first.unit, two, second.unit)
      }
      let isPlanned = Self.isPlanned(one, first.unit, x)
      // An item of a list of actions is one without a word that binds, where both name the year.
      let isItem =
        x.year != 0 && x.year == y.year
        && (Self.isItem(one, first.unit) || Self.isItem(two, second.unit))
      guard isItem || isPlanned == Self.isPlanned(two, second.unit, y) else {
        // What was planned and what came of it: said only where both are of one event.
        guard Self.shareEvent(corpus, first, second), abs(x.value - y.value) >= 0.25 * x.value,
          agree()
        else {
          continue
        }
        let (plan, event) = isPlanned ? (first, second) : (second, first)
        // The report says itself how the two compare.
        if event.facts(corpus).unit(event.unit, holds: Self.comparing) { continue }
        let mine = FindingArgument.text(one.quote(x.start, x.end))
        let other = FindingArgument.text(two.quote(y.start, y.end))
        return Self.declared.finding(
          "planned-actual", corpus, event, against: [plan],
          ["one": isPlanned ? mine : other, "two": isPlanned ? other : mine])
      }
      // Less has to be the same where both name the year and count the same noun.
      let isDated = x.year != 0 && x.year == y.year && likeness.shared >= 4
      guard
        likeness.both >= 0.5 || (likeness.lesser >= 0.7 && likeness.shared >= 4)
          || (isDated && likeness.lesser >= 0.45
            && Self.nextWord(one, first.unit, x) == Self.nextWord(two, second.unit, y))
      else { continue }
      guard isRow || Self.sameAnchor(one, first.unit, x, two, second.unit, y) else { continue }
      if Self.changesInTime(corpus, first, second, x, y) || !agree() { continue }
      return Self.declared.finding(
        "conflict", corpus, second, against: [first],
        ["one": .text(one.quote(x.start, x.end)), "two": .text(two.quote(y.start, y.end))])
    }
    return nil
  }

  /// The next sentences give the other value as that of something else: "a broader group than that of the
  /// deployments, for which the plan sets a separate target of 22%".
  private static func isToldApart(
    _ number: NumberFact, near unit: Int, _ facts: DocumentFacts
  ) -> Bool {
    let paragraph = facts.paragraph(of: unit)
    return (max(paragraph.lowerBound, unit - 2)...min(paragraph.upperBound, unit + 2)).contains {
      $0 != unit && facts.unit($0, holds: apart)
        && facts.numbers(of: $0).contains { $0.kind == number.kind && $0.value == number.value }
    }
  }

  private static let apart: Stretches = [
    "separate", "distinct", "differ", "différ", "another", "broader", "wider", "narrower", "larger",
    "smaller", "plus large", "plus étroit", "plus restrein", "not the same", "not to be confused",
    "à ne pas confondre", "autre", "whereas", "tandis", "alors que", "excludes", "exclut",
    "includes", "comprend", "compte aussi", "only", "seulement",
  ]

  /// One speaks of all who serve, the other of those who are sent.
  private static func areOfOtherPeople(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    let left = CountedPeople.of(one, one.units[first].textRange)
    let right = CountedPeople.of(two, two.units[second].textRange)
    return left.contains(.whole) && !right.contains(.whole) && right.contains(.deployed)
      || right.contains(.whole) && !left.contains(.whole) && left.contains(.deployed)
  }

  static func figures(_ facts: DocumentFacts, _ unit: Int) -> [NumberFact] {
    facts.numbers(of: unit).filter(isFigure)
  }

  private static func isFigure(_ number: NumberFact) -> Bool {
    switch number.kind {
    case .count, .percent, .money: !number.qualifiers.contains(.change)
    case .duration, .label: false
    }
  }

  /// Numbers that stand in the same place: the only ones of their kind, or the same ones in a row.
  private static func opposed(
    _ left: [NumberFact], _ right: [NumberFact], _ one: DocumentFacts, _ two: DocumentFacts,
    _ first: Int, _ second: Int, _ isRow: Bool
  ) -> [(NumberFact, NumberFact)] {
    if isRow {
      // The first column says what the row is.
      return left.filter { $0.column > 0 }.compactMap { x in
        guard let title = columnTitle(one, first, Int(x.column)) else { return nil }
        if let y = right.first(where: {
          $0.kind == x.kind && columnTitle(two, second, Int($0.column)) == title
        }) {
          return (x, y)
        }
        // Another heading for the same role.
        let role = x.qualifiers.intersection([.baseline, .target, .actual])
        let same = right.filter {
          $0.kind == x.kind && $0.qualifiers.intersection([.baseline, .target, .actual]) == role
        }
        guard !role.isEmpty, same.count == 1, let y = same.first,
          left.count(where: {
            $0.kind == x.kind && $0.qualifiers.intersection([.baseline, .target, .actual]) == role
          }) == 1
        else { return nil }
        return (x, y)
      }
    }
    var pairs: [(NumberFact, NumberFact)] = []
    for kind in [NumberFact.Kind.count, .percent, .money] {
      let mine = left.filter { $0.kind == kind }
      let theirs = right.filter { $0.kind == kind }
      if mine.count == theirs.count {
        pairs += zip(mine, theirs)
        continue
      }
      // Those that count the same noun.
      for x in mine where x.kind != .count || x.value >= 10 {
        let noun = nextWord(one, first, x)
        let same = theirs.filter { nextWord(two, second, $0) == noun }
        guard noun != nil, same.count == 1, let y = same.first,
          mine.count(where: { nextWord(one, first, $0) == noun }) == 1
        else { continue }
        pairs.append((x, y))
      }
    }
    return pairs
  }

  /// The first content word behind a number.
  private static func nextWord(_ facts: DocumentFacts, _ unit: Int, _ number: NumberFact) -> UInt32?
  {
    let words = facts.words(ofUnit: unit)
    let at = words.startIndex + Int(number.wordAt)
    return at < words.endIndex ? words[at] : nil
  }

  private static func isItem(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.units[unit].isListItem && !facts.looksBack && !facts.units[unit].flags.contains(.past)
  }

  static func isPlanned(_ facts: DocumentFacts, _ unit: Int, _ number: NumberFact) -> Bool {
    if !number.qualifiers.isDisjoint(with: ahead) { return true }
    if !number.qualifiers.isDisjoint(with: behind) { return false }
    return !facts.units[unit].flags.isDisjoint(with: promising)
  }

  private static let ahead: NumberFact.Qualifiers = [.target, .planned]
  private static let behind: NumberFact.Qualifiers = [.actual, .baseline]
  static let promising: FactUnit.Flags = [.binds, .intends]

  /// Two numbers of the same side of time, of the same year and of the same sort.
  private static func sameScope(
    _ corpus: Corpus, _ first: CorpusPassage, _ second: CorpusPassage, _ x: NumberFact,
    _ y: NumberFact
  ) -> Bool {
    if x.qualifiers.contains(.baseline) != y.qualifiers.contains(.baseline) { return false }
    if x.qualifiers.contains(.yearly) != y.qualifiers.contains(.yearly) { return false }
    if x.year != 0, y.year != 0, x.year != y.year { return false }
    // What one year brings of what a plan wants by its end.
    if x.kind == .count, (x.year == 0) != (y.year == 0) {
      let (dated, open) = x.year != 0 ? (x, y) : (y, x)
      let years = corpus.members[(x.year != 0 ? second : first).member].years
      if dated.value < open.value, years.count == 2, years[1] > years[0] + 1,
        Int(dated.year) < years[1] - 1
      {
        return false
      }
    }
    if (x.year == 0 || y.year == 0) && !corpus.mayShareTime(first.member, second.member) {
      return false
    }
    return !isPart(first.facts(corpus), x) && !isPart(second.facts(corpus), y)
  }

  static let declared = CheckerDescription.coherence(
    "coh.figures",
    title: LocalizedText("Figures that disagree", "Chiffres qui se contredisent"),
    rationale: LocalizedText(
      "Sets numbers against each other where two passages speak of the same thing. It may be wrong "
        + "where one is planned and the other actual, where the years or places differ without saying so, "
        + "or where one covers only a part.",
      "Compare les nombres de deux passages qui parlent de la même chose. Le constat peut être faux "
        + "si l’un est prévu et l’autre réel, si les années ou les lieux diffèrent sans le dire, ou si "
        + "l’un ne couvre qu’une partie."),
    [
      FindingKind(
        "conflict", .ask,
        message: LocalizedText(
          "{one} in one passage, {two} in another, for what reads as the same thing",
          "{one} dans un passage, {two} dans un autre, pour ce qui semble être la même chose"),
        help: LocalizedText(
          "give the same value in both, or say what makes them different (year, place, population)",
          "donner la même valeur aux deux endroits, ou dire ce qui les distingue (année, lieu, "
            + "population)")),
      FindingKind(
        "planned-actual", .note,
        message: LocalizedText(
          "{one} planned and {two} reported for one event: explained, and no conflict",
          "{one} prévu et {two} rapporté pour un même événement : expliqué, sans contradiction"),
        help: LocalizedText(
          "nothing to mend; quote the reported figure from now on",
          "rien à corriger; citer dorénavant le chiffre rapporté")),
    ])
}
