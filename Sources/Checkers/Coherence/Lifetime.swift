internal import Checking
internal import Facts

/// A start, a length and an end that the sentences of one paragraph tell apart.
struct Lifetime {
  let facts: DocumentFacts
  /// The sentence with the length.
  let unit: Int

  private static let starts: Stretches = [
    "signed", "signé", "conclu", "entered into", "awarded", "begins", "came into force",
    "comes into force", "took effect", "takes effect", "en vigueur",
    "prend effet", "débute", "opens", "first payment", "premier versement", "began", "begun",
    "start", "launch", "opened", "created", "established", "set up", "since",
    "commenc", "débuté", "lancé", "créé", "mis sur pied", "ouvert", "depuis", "dates from",
  ]
  private static let ends: Stretches = [
    "ended", "closed", "finish", "conclude", "complet", "wound up", "came to an end", "wrapped up",
    "terminé", "clos", "pris fin", "achev", "fermé", "expired", "ran until", "jusqu", "until",
    "ends", "will end", "expire", "closes", "lapse", "last payment", "last day", "final payment",
    "prend fin", "prendra fin", "dernier versement", "dernier jour", "se termine", "comes to",
  ]
  private static let longer: Stretches = [
    "extend", "extension", "renew", "prolong", "renouvel", "additional year", "supplémentaire",
    "paused", "suspend", "interrup", "resum", "repris", "reopened", "rouvert", "delay", "retard",
    "second phase", "deuxième phase", "new phase", "nouvelle phase",
  ]

  /// The words of the length and of the period that do not fit; `nil` when all do.
  func contradiction() -> (length: String, years: Int, period: String)? {
    let lengths = facts.numbers(of: unit).filter {
      $0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value >= 12
        && $0.value <= 240 && $0.qualifiers.isDisjoint(with: .loose)
        && $0.value.truncatingRemainder(dividingBy: 6) == 0
    }
    guard lengths.count == 1, let length = lengths.first, isLength(length) else { return nil }
    let paragraph = facts.paragraph(of: unit)
    guard paragraph.count <= 12, paragraph.count > 1 else { return nil }
    var start: DateFact?
    var end: DateFact?
    for other in max(paragraph.lowerBound, unit - 3)...min(paragraph.upperBound, unit + 3) {
      if Self.isLonger(facts, other) { return nil }
      for date in facts.dates(of: other) where date.year > 0 && !date.role.contains(.range) {
        if start == nil, says(Self.starts, before: date) {
          start = date
        } else if says(Self.ends, before: date) {
          guard end == nil else { return nil }
          end = date
        }
      }
    }
    guard let start, let end, end.first > start.last else { return nil }
    // Told in one sentence it has been looked at.
    guard start.unit != end.unit || Int(start.unit) != unit else { return nil }
    let months = Int(length.value)
    let earliest = Self.later(start.first, by: months - 4)
    let latest = Self.later(start.last, by: months + 4)
    guard end.first > latest || end.last < earliest else { return nil }
    return (
      facts.quote(length.start, length.end), (months + 6) / 12,
      facts.quote(start.start, start.end) + "–" + facts.quote(end.start, end.end)
    )
  }

  private static let nthYears: [(words: String, year: Int)] = [
    ("third year", 3), ("fourth year", 4), ("fifth year", 5), ("sixth year", 6),
    ("seventh year", 7), ("troisième année", 3), ("quatrième année", 4), ("cinquième année", 5),
    ("sixième année", 6), ("septième année", 7),
  ]
  private static let nthYear = Stretches(nthYears.map(\.words))

  /// "a program of three years … In its fourth year": the length and the year that it does not have.
  func yearTooFar() -> (length: String, years: Int, period: String)? {
    let lengths = facts.numbers(of: unit).filter {
      $0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value >= 24
        && $0.value <= 120 && $0.qualifiers.isDisjoint(with: .loose)
    }
    guard lengths.count == 1, let length = lengths.first, isLength(length) else { return nil }
    let paragraph = facts.paragraph(of: unit)
    let years = Int(length.value) / 12
    for other in max(paragraph.lowerBound, unit - 1)...min(paragraph.upperBound, unit + 2) {
      if Self.isLonger(facts, other) { return nil }
      guard let hit = Self.nthYear.first(in: facts.text, facts.units[other].textRange) else {
        continue
      }
      let found = Self.nthYears[hit.index]
      let start = hit.end - found.words.utf8.count
      let front = max(Int(facts.units[other].textStart), start - 6)..<start
      guard found.year > years,
        facts.withJoined(front, afterBlank: true, { Self.itself.stand(in: $0) })
      else { continue }
      return (facts.quote(length.start, length.end), years, facts.quote(start..<hit.end))
    }
    return nil
  }

  private static let itself: Stretches = [
    " its ", " the ", " sa ", " la ", " son ",
  ]

  /// "a three-year project", "for five years", « d’une durée de trois ans ».
  private func isLength(_ length: NumberFact) -> Bool {
    let from = max(Int(facts.units[unit].textStart), Int(length.start) - 36)
    let before = facts.quote(from..<Int(length.start)).lowercased()
    let behind = facts.quote(
      Int(length.end)..<min(Int(facts.units[unit].textEnd), Int(length.end) + 24)
    ).lowercased()
    if behind.hasPrefix("ago") || behind.hasPrefix("later") || behind.hasPrefix("earlier") {
      return false
    }
    if before.contains("every") || before.contains("chaque") || before.contains("tous les")
      || before.contains("il y a") || before.contains("last ") || before.contains("past ")
    {
      return false
    }
    return [
      "for ", "a ", "pour ", "durée", "pendant", "over ", "term of", "mandate", "mandat", "lasting",
      "last ", "to run", "length", "period of", "période de", "sur ", "de ",
    ].contains { before.hasSuffix($0) || before.contains($0) }
  }

  private func says(_ words: Stretches, before date: DateFact) -> Bool {
    let start = max(Int(facts.units[Int(date.unit)].textStart), Int(date.start) - 64)
    return facts.range(start..<Int(date.start), holds: words)
  }

  /// Extended, and not "never extended".
  static func isLonger(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.unit(unit, holds: longer) && !facts.unit(unit, holds: neverLonger)
  }

  private static let neverLonger: Stretches = [
    "never extend", "not extend", "never renew", "not renew", "without extension",
    "without an extension", "no extension", "without interruption", "jamais prolong",
    "pas prolong", "pas été prolong", "jamais été prolong", "sans prolongation",
    "jamais renouvel", "jamais été renouvel", "sans interruption", "no delay", "without delay",
    "sans retard", "never been extend", "not been extend", "never been renew",
  ]

  /// A day as 20280331, so many months later.
  private static func later(_ day: Int, by months: Int) -> Int {
    let month = day / 10000 * 12 + (day / 100 % 100 - 1) + months
    return month / 12 * 10000 + (month % 12 + 1) * 100 + day % 100
  }
}
