internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

extension FundingWindowChecker {
  static let funding: Stretches = [
    "fund", "budget", "allocat", "financ", "crédit", "fonds", "invest", "million", "$", "grant",
    "subvention", "money", "paid for", "pays for", "authority", "somme",
  ]
  private static let allotting: Stretches = [
    "allotment", "provides", "dotation", "accorde", "octroi",
  ]
  private static let finishing: Stretches = [
    "finished by", "completed by", "achevé", "terminée d", "terminé d",
  ]
  private static let onwards: Stretches = [
    "the second, already", "already granted", "already approved", "already secured", "déjà accord",
    "déjà approuv", "déjà octroy", "second allotment", "second tranche", "deuxième tranche",
    "second envelope", "deuxième enveloppe",
    "renew", "extend", "ongoing", "thereafter", "permanent", "spent", "dépensé", "renouvel",
    "prolong", "par la suite", "before the end", "continues beyond", "continue beyond",
    "beyond 20", "au-delà de 20", "continuing funding", "successor", "indefinite", "follow-on",
  ]
  private static let denied: Stretches = [
    "not renew", "no renewal", "not been renew", "not extend", "no extension", "not been extend",
    "non renouvel", "pas renouvel", "pas été renouvel", "aucun renouvel", "aucune prolong",
    "pas prolong", "nothing thereafter", "no ongoing", "not permanent", "without renewal",
    "nothing beyond", "rien par la suite",
  ]

  /// Renewed, permanent, or spent before: said in the sentence or around it.
  static func goesOn(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let paragraph = facts.paragraph(of: unit)
    for other in max(paragraph.lowerBound, unit - 1)...min(paragraph.upperBound, unit + 2)
    where facts.unit(other, holds: onwards) && !facts.unit(other, holds: denied) {
      return true
    }
    return false
  }

  /// The last day that is paid for; `nil` when the date is no end of funding.
  static func fundingEnd(_ facts: DocumentFacts, _ unit: Int, _ date: DateFact) -> Int? {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader, date.year > 0, date.column <= 0 || here.isRow,
      date.role.contains(.ending) || date.isSpan || saysEnd(facts, date)
    else { return nil }
    guard facts.unit(unit, holds: funding), !goesOn(facts, unit),
      !facts.unit(unit, holds: finishing)
    else { return nil }
    return date.last
  }

  /// "an allotment of three years that starts in 2025–26", « pendant trois ans à compter de 2025-2026 »: the last
  /// day of the years that are paid for.
  static func endOfSpan(_ facts: DocumentFacts, _ unit: Int, _ date: DateFact) -> Int? {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isRow, !here.isTableHeader, date.year > 0,
      !date.role.contains(.range), facts.dates(of: unit).count == 1
    else { return nil }
    let lengths = facts.numbers(of: unit).filter {
      $0.kind == .duration && $0.value >= 12 && $0.value <= 120
        && $0.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.shortTime))
    }
    let before = max(0, Int(date.start) - 40)..<Int(date.start)
    guard lengths.count == 1, let length = lengths.first,
      facts.withJoined(before, { begins.stand(in: $0) }),
      facts.unit(unit, holds: funding) || facts.unit(unit, holds: allotting), !goesOn(facts, unit)
    else { return nil }
    let months = Int(length.value)
    let start = date.role.contains(.fiscal) ? 4 : max(1, Int(date.month))
    let last = Int(date.year) * 12 + start - 1 + months - 1
    return last / 12 * 10000 + (last % 12 + 1) * 100 + 31
  }

  private static let begins: Stretches = [
    "start", "begin", "from ", "as of", "commenc", "à compter", "à partir", "dès ", "débute",
    "effective",
  ]

  /// "to the end of", "runs out on", "lapse on", « jusqu’à la fin de ».
  static func saysEnd(_ facts: DocumentFacts, _ date: DateFact) -> Bool {
    let start = max(Int(facts.units[Int(date.unit)].textStart), Int(date.start) - 36)
    if facts.units[Int(date.unit)].isRow, let label = facts.cells(of: Int(date.unit)).first,
      facts.range(label.range, holds: lastYear)
    {
      return true
    }
    return facts.withJoined(start..<Int(date.start), afterBlank: true) { ends.stand(in: $0) }
  }

  private static let ends: Stretches = [
    "to the end of", "through to", "jusqu", "ending", " ends ", " end in", " end on", "expire",
    "prend fin", "prendra fin", "prennent fin", "runs out", "run out", "lapse", "stops", "cease",
    "cesse", "s’arrête", "s'arrête", "se termine", "échéance", " only to ", "until", "épuisé",
    "up to the end", "sunset", "s’achève", "s'achève", "last until", "secured to",
    "approved to", "approved until", "secured until", "in place to", " through ",
  ]

  /// Rows of a sheet of particulars: "Last year of funding | 2026–27".
  private static let lastYear: Stretches = [
    "last year", "final year", "end of funding", "funding ends", "end year", "end date", "expir",
    "dernière année", "dernier exercice", "fin du financement", "année de fin", "date de fin",
    "échéance du financement", "exercice final",
  ]
}
