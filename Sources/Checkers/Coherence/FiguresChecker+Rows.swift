internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

extension FiguresChecker {
  /// A figure of a row and one of a sentence that are of one time and one role, and about the row's label.
  func rowAgainstSentence(
    _ corpus: Corpus, _ row: CorpusPassage, _ sentence: CorpusPassage,
    _ likeness: PassageIndex.Likeness
  ) -> Finding? {
    guard likeness.lesser >= 0.4, likeness.shared >= 2 else { return nil }
    let table = row.facts(corpus)
    let prose = sentence.facts(corpus)
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
      // Words are compared last: most rows have no such figure.
      guard isAbout(corpus, row, sentence) else { return nil }
      return Self.declared.finding(
        "conflict", corpus, sentence, against: [row],
        [
          "one": .text(table.quote(figure.start, figure.end)),
          "two": .text(prose.quote(number.start, number.end)),
        ])
    }
    return nil
  }

  /// A sentence has the words of a row's label, and nothing in it tells the two apart.
  private func isAbout(
    _ corpus: Corpus, _ row: CorpusPassage, _ sentence: CorpusPassage
  ) -> Bool {
    let table = row.facts(corpus)
    let prose = sentence.facts(corpus)
    // The same day in both needs fewer words in common than the same year.
    let days = Set(prose.dates(of: sentence.unit).filter { $0.day > 0 && $0.year > 0 }.map(\.last))
    let isOfOneDay = table.dates(of: row.unit).contains { $0.day > 0 && days.contains($0.last) }
    guard let cell = table.cells(of: row.unit).first else { return false }
    return Self.covers(
      prose.quote(ofUnit: sentence.unit), label: table.quote(cell.range),
      share: isOfOneDay ? 0.4 : 0.6)
      && PassageScope.agree(prose, sentence.unit, table, row.unit, label: cell.range)
  }

  /// A start may be told as what was counted then; a target never.
  static func sameRole(_ one: FigurePeriod.Role?, _ two: FigurePeriod.Role?) -> Bool {
    guard let one, let two else { return one != .target && two != .target || one == two }
    if one == two { return true }
    return one != .target && two != .target
  }

  /// True when a sentence has most of the words of a row's label, and at least two.
  private static func covers(_ sentence: String, label: String, share: Double) -> Bool {
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

  private static let general: Set<String> = [
    "number", "numbers", "percentage", "percent", "share", "nombre", "pourcentage", "part",
    "proportion", "total", "rate", "taux",
  ]

  static func columnTitle(_ facts: DocumentFacts, _ row: Int, _ column: Int) -> String? {
    let header = Int(facts.units[row].context)
    guard header >= 0 else { return nil }
    let cells = facts.cells(of: header)
    guard column >= 0, column < cells.count else { return nil }
    return facts.quote(cells[cells.startIndex + column].range).lowercased()
  }

  static func sameLabel(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    guard let left = one.cells(of: first).first, let right = two.cells(of: second).first else {
      return false
    }
    let label = one.quote(left.range).lowercased()
    let other = two.quote(right.range).lowercased()
    if label.utf8.count > 3, label == other { return !label.hasPrefix("[") }
    let words = Set(WordDifference.words(label).filter { $0.count > 2 })
    let others = Set(WordDifference.words(other).filter { $0.count > 2 })
    let shared = words.intersection(others).count
    // "Responsibility 1" and "Responsibility 2" are two.
    return shared >= 4
      && Double(shared) >= 0.8 * Double(words.count + others.count - shared)
      && label.filter(\.isNumber) == other.filter(\.isNumber)
  }
}
