internal import Checking
internal import Facts

/// Amounts by the name of the program that they are for, so that a sentence and a row, or two documents with
/// other words around the name, can be set against each other.
struct NamedAmounts {
  struct Statement {
    var passage: CorpusPassage
    var number: NumberFact
    var date: DateFact
    var isActual: Bool
  }

  /// Two statements that give one program different amounts for one time.
  struct Conflict {
    var first: Statement
    var second: Statement
  }

  /// Most statements of one program that are set against each other.
  private static let mostStatements = 24

  static func conflicts(_ corpus: Corpus) -> [Conflict] {
    var known: [UInt32: [Statement]] = [:]
    var conflicts: [Conflict] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for stated in facts.numbers where stated.kind == .money || stated.column > 0 {
        let number = TableScale.inDollars(stated, facts)
        guard number.kind == .money, number.value >= 1000 else { continue }
        guard let (key, statement) = statement(number, facts, member) else { continue }
        let others = known[key, default: []]
        if let other = others.first(where: { contradicts($0, statement, corpus) }),
          !others.contains(where: { $0.number.agrees(with: number) && $0.sameTime(statement) })
        {
          conflicts.append(Conflict(first: other, second: statement))
        }
        if others.count < mostStatements { known[key, default: []].append(statement) }
      }
    }
    return conflicts
  }

  private static func statement(
    _ number: NumberFact, _ facts: DocumentFacts, _ member: Int
  ) -> (UInt32, Statement)? {
    let unit = Int(number.unit)
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader, number.qualifiers.isDisjoint(with: .change),
      let date = FigurePeriod.date(of: number, in: facts)
    else { return nil }
    let names = NamedSubject.keys(facts, unit, of: pointing)
    guard names.count == 1, let key = names.first else { return nil }
    // One amount for one time, or nobody can tell which is meant.
    let rivals = facts.numbers(of: unit).filter {
      $0.kind == (here.isRow ? $0.kind : .money) && $0.start != number.start
        && (!here.isRow || $0.column == number.column)
    }
    guard rivals.isEmpty else { return nil }
    if isPart(facts, number) { return nil }
    return (
      key,
      Statement(
        passage: CorpusPassage(member: member, unit: unit), number: number, date: date,
        isActual: here.isRow || facts.looksBack
          ? FigurePeriod.role(number, facts) == .actual
          : number.qualifiers.contains(.actual) || facts.unit(unit, holds: spent))
    )
  }

  /// What has been reserved or granted is no less a plan than what will be.
  private static let spent: Stretches = [
    "spent", "spending was", "paid out", "actual", "disbursed", "dépensé", "versé", "réel",
    "déboursé",
  ]
  /// Words by which a sentence means the program that the one before it, or its heading, names.
  private static let pointing: Stretches = [
    " y ", " lui ", "leur réserv", "leur consacr", " for it", " to it", "its budget", "son budget",
    "is given", "dispose", "it has", "it is", "elle a", "il a", "doté",
  ]

  private static func isPart(_ facts: DocumentFacts, _ number: NumberFact) -> Bool {
    let before = max(0, Int(number.start) - 32)..<Int(number.start)
    return facts.withJoined(before, afterBlank: true) { partBefore.stand(in: $0) }
  }

  private static let partBefore: Stretches = [
    " of which", " another", " additional", " further", " first ", " dont ", " autres", " up to",
    " including", " more than", " remaining", " jusqu",
  ]

  private static func contradicts(_ one: Statement, _ two: Statement, _ corpus: Corpus) -> Bool {
    guard one.passage != two.passage, one.isActual == two.isActual, one.sameTime(two),
      !corpus.areTranslations(one.passage.member, two.passage.member),
      !one.number.agrees(with: two.number)
    else { return false }
    // Two amounts in one table are of two lines.
    let facts = one.passage.facts(corpus)
    if one.passage.member == two.passage.member, facts.units[one.passage.unit].isRow,
      facts.units[two.passage.unit].isRow
    {
      return false
    }
    return true
  }
}

extension NamedAmounts.Statement {
  func sameTime(_ other: Self) -> Bool {
    guard date.year == other.date.year, date.last / 10000 == other.date.last / 10000 else {
      return false
    }
    // A yearly amount is that of a year, not of several.
    let areAlike =
      number.qualifiers.contains(.yearly) == other.number.qualifiers.contains(.yearly)
    return areAlike || !date.isSpan
  }
}
