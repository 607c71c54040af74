internal import Checking
internal import Facts
internal import SourceText

/// Until when there is money: the end of a sentence, a row or a sheet about money.
extension FundingSpans {
  // MARK: Money

  static let paying: Stretches = [
    "fund", "budget", "allocat", "financ", "crédit", "fonds", "invest", "million", "$", "grant",
    "subvention", "money", "paid for", "pays for", "paid from", "pay for", "authority", "somme",
    "salar", "envelope", "enveloppe", "allotment", "dotation", "resources are", "receives",
    "reçoi", "contribution", "agreement signed", "appropriat", "sponsor", "bankroll",
    "spending", "dépens", "gift", "reserve", "réserve", " vote", "voted", "rests on", "depends on",
    "time-limited", "allocation", "temporary fund", "temporaire",
  ]
  static let only: Stretches = [
    " only", "seulement", "uniquement", "nothing", " rien ", "no further", "no money", "no other",
    "aucun", "not been set aside", "no source", "no amount", "not yet been",
  ]
  private static let begins: Stretches = [
    "start", "begin", "began", "from ", "as of", "commenc", "à compter", "à partir", "dès ",
    "débute", "débuté", "effective", "since", "depuis", "beginning", "first of which",
    "the first", "dont la première", "dont le premier",
  ]
  private static let ends: Stretches = [
    "to the end of", "through", "jusqu", "ending", " ends ", " end ", "ended", "expire",
    "prend fin", "prendra fin", "prennent fin", "runs out", "run out", "lapse", "stops", "cease",
    "cesse", "s’arrête", "s'arrête", "se termine", "échéance", " only to ", "until", "épuisé",
    "used up", "exhausted", "run dry", "lapse", "sunset", "dries up", "tarit", "vient à terme",
    "dry up", "peters out", "come to an end", "comes to an end", "s’éteint", "s'éteint", "s’achève",
    "s'achève",
    "secured to",
    "approved to", "covers", "couvre", " last ",
  ]
  private static let untilWhen: Stretches = [
    "last year", "final year", "end of funding", "funding ends", "end year", "end date", "expir",
    "dernière année", "dernier exercice", "fin du financement", "année de fin", "date de fin",
    "échéance", "funded until", "funded to", "paid until", "money until", "until", "jusqu",
    "financé", "ends", "runs out", "available to", "fin",
  ]

  /// True for a row of a table that tells of money: its headings say so, or the heading above the table.
  static func isOfMoney(_ facts: DocumentFacts, _ row: Int) -> Bool {
    let header = Int(facts.units[row].context)
    if header >= 0, facts.unit(header, holds: paying) { return true }
    if facts.numbers(of: row).contains(where: { $0.kind == .money }) { return true }
    let heading = Int(facts.units[row].heading)
    return heading >= 0 && facts.unit(heading, holds: paying)
  }

  func money(_ member: Int) -> [Money] {
    let facts = corpus.members[member].facts
    var found: [Money] = []
    var index = 0
    while index < facts.dates.count {
      let unit = Int(facts.dates[index].unit)
      let dates = facts.dates(of: unit)
      index = dates.endIndex
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader else { continue }
      let end = here.isRow ? Self.endOfRow(facts, unit, dates) : Self.end(facts, unit, dates)
      guard let (date, last) = end else { continue }
      found.append(
        Money(
          passage: CorpusPassage(member: member, unit: unit),
          words: facts.quote(date.start, date.end), end: last))
    }
    return found
  }

  private static func endOfRow(
    _ facts: DocumentFacts, _ unit: Int, _ dates: ArraySlice<DateFact>
  ) -> (DateFact, Int)? {
    if let sheet = endOfSheet(facts, unit, dates) { return sheet }
    guard isOfMoney(facts, unit) else { return nil }
    let header = Int(facts.units[unit].context)
    guard header >= 0 else { return nil }
    let titles = facts.cells(of: header)
    for date in dates where date.year > 0 && date.column > 0 {
      let column = titles.startIndex + Int(date.column)
      guard column < titles.endIndex, facts.range(titles[column].range, holds: untilWhen) else {
        continue
      }
      return (date, date.last)
    }
    return nil
  }

  /// A sheet with one particular in each row: "Start of funding | 2024–25", "Length | four fiscal years".
  private static func endOfSheet(
    _ facts: DocumentFacts, _ row: Int, _ dates: ArraySlice<DateFact>
  ) -> (DateFact, Int)? {
    let own = dates.filter { $0.year > 0 && $0.column == 1 }
    let cells = facts.cells(of: row)
    guard own.count == 1, let start = own.first, cells.count == 2, let label = cells.first,
      facts.range(label.range, holds: firstOf)
    else { return nil }
    let context = facts.units[row].context
    let near = (max(0, row - 5)...min(facts.units.count - 1, row + 5)).filter {
      $0 != row && facts.units[$0].isRow && facts.units[$0].context == context
    }
    guard
      facts.range(label.range, holds: paying)
        || near.contains(where: { other in
          facts.cells(of: other).first.map { facts.range($0.range, holds: paying) } ?? false
        })
    else { return nil }
    for other in near {
      guard let label = facts.cells(of: other).first, facts.range(label.range, holds: lengths),
        let length = facts.numbers(of: other).first(where: {
          $0.column == 1
            && ($0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value >= 12
              || $0.kind == .count && (2...10).contains($0.value))
        })
      else { continue }
      let months = length.kind == .duration ? Int(length.value) : 12 * Int(length.value)
      guard months <= 120 else { continue }
      let isFiscal = start.role.contains(.fiscal) || start.endYear == start.year + 1
      let month = isFiscal ? 4 : max(1, Int(start.month))
      let last = Int(start.year) * 12 + month - 1 + months - 1
      return (start, last / 12 * 10000 + (last % 12 + 1) * 100 + 31)
    }
    return nil
  }

  private static let firstOf: Stretches = [
    "start", "begin", "first year", "first fiscal", "début", "commenc", "premier exercice",
    "première année", "from", "à compter",
  ]
  static let lengths: Stretches = [
    "duration", "length", "term", "number of years", "years funded", "durée", "nombre d’années",
    "nombre d'années", "nombre d’exercices", "nombre d'exercices", "how long",
  ]

  private static func end(
    _ facts: DocumentFacts, _ unit: Int, _ dates: ArraySlice<DateFact>
  ) -> (DateFact, Int)? {
    guard facts.unit(unit, holds: paying) else { return nil }
    let own = dates.filter { $0.year > 0 && !$0.role.contains(.baseline) }
    func stands(_ words: Stretches, before date: DateFact) -> Bool {
      let start = max(Int(facts.units[unit].textStart), Int(date.start) - 56)
      return facts.range(start..<Int(date.start), holds: words)
    }
    if let made = endOfLength(facts, unit, own) { return made }
    if let last = own.last(where: {
      $0.role.contains(.ending) || stands(ends, before: $0)
        || ($0.isSpan && !$0.role.contains(.deadline))
    }) {
      return (last, last.last)
    }
    // Years in a list, or one year and nothing else.
    let years = own.filter {
      !$0.role.contains(.deadline)
        && ($0.role.contains(.fiscal) || ($0.role.contains(.range) && $0.endYear == $0.year + 1))
    }
    guard let last = years.max(by: { $0.last < $1.last }), years.count == own.count else {
      return nil
    }
    let end = last.endYear == last.year ? last.last : Int(last.endYear) * 10000 + 331
    if years.count >= 2 { return (last, end) }
    let next = unit + 1
    let isOnly =
      facts.unit(unit, holds: only)
      || (next < facts.units.count && facts.units[next].block == facts.units[unit].block
        && facts.unit(next, holds: only))
    return isOnly ? (last, end) : nil
  }

  /// "for three years, the first of which is 2026–27", "used up thirty months after its start in April 2026": a length
  /// and its start.
  private static func endOfLength(
    _ facts: DocumentFacts, _ unit: Int, _ own: [DateFact]
  ) -> (DateFact, Int)? {
    let lengths = facts.numbers(of: unit).filter {
      $0.kind == .duration && $0.value >= 12 && $0.value <= 120
        && $0.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.shortTime))
    }
    guard lengths.count == 1, let length = lengths.first, own.count == 1, let start = own.first,
      !start.role.contains(.ending), !start.isSpan
    else { return nil }
    let front = max(Int(facts.units[unit].textStart), Int(start.start) - 56)..<Int(start.start)
    guard start.role.contains(.since) || facts.range(front, holds: begins) else { return nil }
    let month = start.role.contains(.fiscal) ? 4 : max(1, Int(start.month))
    let last = Int(start.year) * 12 + month - 1 + Int(length.value) - 1
    return (start, last / 12 * 10000 + (last % 12 + 1) * 100 + 31)
  }
}
