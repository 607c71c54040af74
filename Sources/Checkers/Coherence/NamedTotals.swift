internal import Checking
internal import Facts
internal import SourceText

/// What a named fund or program is worth over its whole life, as two passages tell it: "endowed with $45 million
/// for the five years", and a table with its total.
struct NamedTotals {
  private struct Statement {
    var passage: CorpusPassage
    var number: NumberFact
    /// Years that it runs over; 0 when not told.
    var years: Int
    var end: Int
  }

  private static let mostStatements = 16

  static func conflicts(_ corpus: Corpus) -> [PairedFigures.Conflict] {
    var known: [UInt32: [Statement]] = [:]
    var conflicts: [PairedFigures.Conflict] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      guard !facts.looksBack else { continue }
      for stated in facts.numbers where stated.kind == .money || stated.column > 0 {
        let number = TableScale.inDollars(stated, facts)
        guard number.kind == .money, number.value >= 100_000,
          let (key, statement) = statement(number, facts, member)
        else { continue }
        let others = known[key, default: []]
        if !others.contains(where: { $0.number.agrees(with: number) }),
          let other = others.first(where: { contradicts($0, statement, corpus) })
        {
          conflicts.append(
            PairedFigures.Conflict(
              first: other.passage, one: other.number, second: statement.passage,
              two: statement.number))
        }
        if others.count < mostStatements { known[key, default: []].append(statement) }
      }
    }
    return conflicts
  }

  private static let whole: Stretches = [
    "endow", "worth", " in total", "total ", "over the life", "whole life", "entire life",
    "size of the fund", "over the plan", "life of the plan", "doté", "dotée", "en tout", "au total",
    "pour la durée", "toute la durée", "sur la durée", "s’élève à", "s'élève à", "stands at",
    "amounts to", "envelope", "enveloppe", "d’une valeur", "d'une valeur", "valued at",
  ]
  private static let setting: Stretches = [
    "set aside", "earmark", "alloc", "reserved for", "committed", "réserv", "affect", "consacr",
    "prévu", "engag", "is provided", "are provided", "was provided", "were provided",
  ]
  private static let partial: Stretches = [
    "of which", "another", "additional", "further", "first ", "dont ", "autres ", "up to ",
    "including", "remaining", "jusqu", "this year", "cette année", "instal", "tranche", "a year",
    "par année", "par an", "each ", "chaque", "chacun", "per ", "increase", "raise", "added",
    "augment", "hauss", "reduc", "rédui", "from the", "partner", "partenaire", "spent", "dépens",
  ]

  private static func statement(
    _ number: NumberFact, _ facts: DocumentFacts, _ member: Int
  ) -> (UInt32, Statement)? {
    let unit = Int(number.unit)
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader,
      number.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union([.change, .yearly])),
      !DatedEvent.isExplained(facts, unit)
    else { return nil }
    let money = facts.numbers(of: unit).filter {
      here.isRow ? $0.column > 0 && $0.kind == number.kind : $0.kind == .money
    }
    guard money.count <= 1 else { return nil }
    let (years, end) = term(number, facts, unit)
    if here.isRow {
      let title = FigurePeriod.columnTitle(facts, unit, Int(number.column))
      let isTotal =
        title.contains("total") || title.contains("amount") || title.contains("montant")
        || title.contains("value") || title.contains("valeur") || title.contains("budget")
        || years >= 2
      guard isTotal, !partial.stand(in: title) else { return nil }
    } else {
      guard years >= 2 || facts.unit(unit, holds: whole), !facts.unit(unit, holds: partial) else {
        return nil
      }
    }
    let keys = NamedSubject.keys(facts, unit, of: pointing)
    var heads = DocumentFacts.of(unit, in: facts.names).filter(\.hasHead).map(\.key)
    // "… announced the Calm Seas Fund. Eighteen million were set aside for five years."
    if keys.isEmpty, heads.isEmpty, !here.isRow, unit > 0,
      facts.units[unit - 1].block == here.block, facts.unit(unit, holds: setting)
    {
      heads = DocumentFacts.of(unit - 1, in: facts.names).filter(\.hasHead).map(\.key)
    }
    // A row is about what its first cell names.
    if here.isRow, let cell = facts.cells(of: unit).first {
      let own = DocumentFacts.of(unit, in: facts.names).filter {
        $0.hasHead && cell.range.contains(Int($0.start))
      }
      if !own.isEmpty { heads = own.map(\.key) }
    }
    let names = Set(heads.isEmpty ? keys : heads)
    guard names.count == 1, let key = names.first else { return nil }
    return (
      key,
      Statement(
        passage: CorpusPassage(member: member, unit: unit), number: number, years: years, end: end)
    )
  }

  private static let pointing: Stretches = [
    "the fund", "the program", "the initiative", "le fonds", "le programme", "l’initiative",
    "l'initiative", "into it", "in it", "doté", "endowed",
  ]

  /// How many years the amount is for, and in which year they end, as the passage, the column or a cell beside it
  /// says.
  private static func term(
    _ number: NumberFact, _ facts: DocumentFacts, _ unit: Int
  ) -> (years: Int, end: Int) {
    var dates = Array(facts.dates(of: unit))
    let header = Int(facts.units[unit].context)
    if facts.units[unit].isRow, header >= 0 {
      dates += facts.dates(of: header).filter { $0.column == number.column }
    }
    if let range = dates.first(where: { $0.role.contains(.range) && $0.endYear > $0.year + 1 }) {
      return (Int(range.endYear) - Int(range.year), Int(range.endYear))
    }
    let length = facts.numbers(of: unit).first {
      $0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value >= 24
    }
    return (
      length.map { Int($0.value) / 12 } ?? 0,
      dates.last { $0.year > 0 }.map { Int($0.endYear) } ?? 0
    )
  }

  private static func contradicts(_ one: Statement, _ two: Statement, _ corpus: Corpus) -> Bool {
    guard
      one.passage.member != two.passage.member
        || !one.passage.facts(corpus).units[one.passage.unit].isRow
        || !two.passage.facts(corpus).units[two.passage.unit].isRow,
      one.passage != two.passage, corpus.mayShareTime(one.passage.member, two.passage.member),
      !corpus.areTranslations(one.passage.member, two.passage.member),
      !corpus.areEditions(one.passage.member, two.passage.member)
    else { return false }
    if one.years > 0, two.years > 0, abs(one.years - two.years) > 1 { return false }
    return !one.number.agrees(with: two.number)
  }
}
