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
    return findings
  }

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
      guard Self.sameScope(corpus, first, second, x, y) else { continue }
      let agree = { PassageScope.agree(one, first.unit, two, second.unit) }
      let arguments: [String: FindingArgument] = [
        "one": .text(one.quote(x.start, x.end)), "two": .text(two.quote(y.start, y.end)),
      ]
      let isPlanned = Self.isPlanned(one, first.unit, x)
      guard isPlanned == Self.isPlanned(two, second.unit, y) else {
        // What was planned and what came of it: said only where both are of one event.
        guard Self.shareEvent(corpus, first, second), abs(x.value - y.value) >= 0.25 * x.value,
          agree()
        else {
          continue
        }
        let (plan, event) = isPlanned ? (first, second) : (second, first)
        return Self.declared.finding(
          "planned-actual", corpus, event, against: [plan],
          isPlanned
            ? arguments
            : ["one": arguments["two"] ?? .text(""), "two": arguments["one"] ?? .text("")])
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
        ["one": arguments["one"] ?? .text(""), "two": arguments["two"] ?? .text("")])
    }
    return nil
  }

  /// A figure of a row and one of a sentence that are of one time and one role, and about the row's label.
  private func rowAgainstSentence(
    _ corpus: Corpus, _ row: CorpusPassage, _ sentence: CorpusPassage,
    _ likeness: PassageIndex.Likeness
  ) -> Finding? {
    guard likeness.lesser >= 0.4, likeness.shared >= 2 else { return nil }
    let table = row.facts(corpus)
    let prose = sentence.facts(corpus)
    // The same day in both needs fewer words in common than the same year.
    let days = Set(prose.dates(of: sentence.unit).filter { $0.day > 0 && $0.year > 0 }.map(\.last))
    let isOfOneDay = table.dates(of: row.unit).contains { $0.day > 0 && days.contains($0.last) }
    guard let cell = table.cells(of: row.unit).first,
      Self.covers(
        prose.quote(ofUnit: sentence.unit), label: table.quote(cell.range),
        share: isOfOneDay ? 0.4 : 0.6),
      PassageScope.agree(prose, sentence.unit, table, row.unit, label: cell.range)
    else { return nil }
    let stated = Self.figures(prose, sentence.unit)
    let listed = Self.figures(table, row.unit).map { TableScale.inDollars($0, table) }
    for figure in listed {
      guard figure.column > 0, let date = FigurePeriod.date(of: figure, in: table) else { continue }
      let role = FigurePeriod.role(figure, table)
      let rivals = stated.filter { other in
        guard other.kind == figure.kind, !Self.isPart(prose, other),
          let when = FigurePeriod.date(of: other, in: prose), FigurePeriod.agree(date, when)
        else { return false }
        return Self.sameRole(role, FigurePeriod.role(other, prose))
      }
      guard rivals.count == 1, let number = rivals.first, !number.agrees(with: figure),
        !stated.contains(where: { $0.kind == figure.kind && $0.value == figure.value }),
        !listed.contains(where: { $0.kind == number.kind && $0.value == number.value })
      else { continue }
      return Self.declared.finding(
        "conflict", corpus, sentence, against: [row],
        [
          "one": .text(table.quote(figure.start, figure.end)),
          "two": .text(prose.quote(number.start, number.end)),
        ])
    }
    return nil
  }

  /// A start may be told as what was counted then; a target never.
  private static func sameRole(_ one: FigurePeriod.Role?, _ two: FigurePeriod.Role?) -> Bool {
    guard let one, let two else { return one != .target && two != .target || one == two }
    if one == two { return true }
    return one != .target && two != .target
  }

  /// True when a sentence has most of the words of a row's label, and at least two.
  private static func covers(_ sentence: String, label: String, share: Double) -> Bool {
    let general: Set<String> = [
      "number", "numbers", "percentage", "percent", "share", "nombre", "pourcentage", "part",
      "proportion", "total", "rate", "taux",
    ]
    func stems(_ text: String) -> Set<String> {
      Set(
        WordDifference.words(text).filter { $0.count > 3 && !general.contains($0) }
          .map { String($0.prefix(6)) })
    }
    let wanted = stems(label)
    guard wanted.count >= 2 else { return false }
    let shared = wanted.intersection(stems(sentence)).count
    return shared >= 2 && Double(shared) >= share * Double(wanted.count)
  }

  private static func figures(_ facts: DocumentFacts, _ unit: Int) -> [NumberFact] {
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

  private static func columnTitle(_ facts: DocumentFacts, _ row: Int, _ column: Int) -> String? {
    let header = Int(facts.units[row].context)
    guard header >= 0 else { return nil }
    let cells = facts.cells(of: header)
    guard column >= 0, column < cells.count else { return nil }
    return facts.quote(cells[cells.startIndex + column].range).lowercased()
  }

  private static func sameLabel(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    guard let left = one.cells(of: first).first, let right = two.cells(of: second).first else {
      return false
    }
    let label = one.quote(left.range).lowercased()
    let other = two.quote(right.range).lowercased()
    if label.utf8.count > 3, label == other { return !label.hasPrefix("[") }
    // "Responsibility 1" and "Responsibility 2" are two.
    guard label.filter(\.isNumber) == other.filter(\.isNumber) else { return false }
    let words = Set(WordDifference.words(label).filter { $0.count > 2 })
    let others = Set(WordDifference.words(other).filter { $0.count > 2 })
    let shared = words.intersection(others).count
    return shared >= 4 && Double(shared) >= 0.8 * Double(words.union(others).count)
  }

  static func isPlanned(_ facts: DocumentFacts, _ unit: Int, _ number: NumberFact) -> Bool {
    if !number.qualifiers.isDisjoint(with: [.target, .planned]) { return true }
    if !number.qualifiers.isDisjoint(with: [.actual, .baseline]) { return false }
    return !facts.units[unit].flags.isDisjoint(with: [.binds, .intends])
  }

  /// Two numbers of the same side of time, of the same year and of the same sort.
  private static func sameScope(
    _ corpus: Corpus, _ first: CorpusPassage, _ second: CorpusPassage, _ x: NumberFact,
    _ y: NumberFact
  ) -> Bool {
    if x.qualifiers.contains(.baseline) != y.qualifiers.contains(.baseline) { return false }
    if x.qualifiers.contains(.yearly) != y.qualifiers.contains(.yearly) { return false }
    if x.year != 0, y.year != 0, x.year != y.year { return false }
    if (x.year == 0 || y.year == 0) && !corpus.mayShareTime(first.member, second.member) {
      return false
    }
    return !isPart(first.facts(corpus), x) && !isPart(second.facts(corpus), y)
  }

  /// Words in front of a part of a whole, and behind one.
  private static let partBefore: Stretches = [
    " of which", " of these", " of them", " first ", " another", " additional", " remaining",
    " including", " other ", " dont ", " parmi", " premiers", " premières", " autres", " restants",
    " initial", " new ", " up to", " each", " chaque",
  ]
  private static let partBehind: Stretches = [
    "more ", "additional", "other", "of the", "of these", "autres", "de plus",
  ]

  /// "of which 12", "12 more", "the first 12": a part of a whole.
  private static func isPart(_ facts: DocumentFacts, _ number: NumberFact) -> Bool {
    let before = max(0, Int(number.start) - 28)..<Int(number.start)
    let behind = Int(number.end)..<min(facts.text.count, Int(number.end) + 16)
    return facts.withJoined(before, afterBlank: true) { partBefore.stand(in: $0) }
      || (number.kind == .count && facts.withJoined(behind) { partBehind.begin($0) })
  }

  /// At least two words around both numbers are the same, one of them right behind.
  private static func sameAnchor(
    _ one: DocumentFacts, _ first: Int, _ x: NumberFact, _ two: DocumentFacts, _ second: Int,
    _ y: NumberFact
  ) -> Bool {
    let left = around(one, first, x)
    let right = around(two, second, y)
    let shared = left.all.intersection(right.all)
    if x.kind == .count {
      return shared.count >= 2 && !left.behind.intersection(right.behind).isEmpty
    }
    return shared.count >= 2
  }

  private static func around(
    _ facts: DocumentFacts, _ unit: Int, _ number: NumberFact
  ) -> (all: Set<UInt32>, behind: Set<UInt32>) {
    let words = Array(facts.words(ofUnit: unit))
    let at = min(Int(number.wordAt), words.count)
    let behind = Set(words[at..<min(words.count, at + 3)])
    return (behind.union(words[max(0, at - 4)..<at]), behind)
  }

  /// A later edition of the same document may say something else for another time.
  private static func changesInTime(
    _ corpus: Corpus, _ first: CorpusPassage, _ second: CorpusPassage, _ x: NumberFact,
    _ y: NumberFact
  ) -> Bool {
    guard x.year == 0 || y.year == 0 else { return false }
    let one = corpus.year(of: first.member)
    let two = corpus.year(of: second.member)
    return one != 0 && two != 0 && one != two
      && !corpus.mayShareTime(first.member, second.member)
  }

  /// Both documents name one and the same day.
  private static func shareEvent(
    _ corpus: Corpus, _ first: CorpusPassage, _ second: CorpusPassage
  ) -> Bool {
    guard first.member != second.member else { return false }
    func days(_ facts: DocumentFacts) -> Set<Int> {
      // The ends of fiscal years are in every plan.
      Set(
        facts.dates.filter {
          $0.day > 0 && $0.year > 0 && ($0.month, $0.day) != (3, 31) && ($0.month, $0.day) != (4, 1)
        }.map(\.first))
    }
    return !days(first.facts(corpus)).isDisjoint(with: days(second.facts(corpus)))
  }

  private static let declared = CheckerDescription.coherence(
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
