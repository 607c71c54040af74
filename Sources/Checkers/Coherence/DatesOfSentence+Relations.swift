internal import Checking
internal import Facts
internal import SourceText

/// Dates of one sentence that cannot both be right by what the words between them say.
extension DatesOfSentence {
  private static let beginning: Stretches = [
    " from ", "begin", "began", "start", "runs", "opens", "opened", " du ", " de ", "commenc",
    "débute", " va ", "in force", "en vigueur", "signed", "signé", "lasts",
  ]
  private static let reaching: Stretches = [
    " to ", " until ", " through ", " till ", "ends ", "end on", "ending", "closes", "expires",
    " au ", " à ", "jusqu", "se termine", "prend fin", "prendra fin", "s’achève", "s'achève",
  ]

  /// "from July 2030 to March 2029", "begins on April 1, 2028 and ends on March 31, 2028".
  func reversedPoints() -> Contradiction? {
    let points = dates.filter { $0.year > 0 && !$0.role.contains(.range) && $0.column < 0 }
    for (one, two) in zip(points, points.dropFirst()) where two.last < one.first {
      let between = " " + facts.small(one.end, two.start)
      let front = max(facts.units[unit].textStart, one.start > 40 ? one.start - 40 : 0)
      guard between.utf8.count <= 48, !between.contains(where: { ";:(".contains($0) }),
        Self.reaching.stand(in: between),
        Self.beginning.stand(in: " " + facts.small(front, one.start)),
        !facts.unit(unit, holds: Self.moving)
      else { continue }
      return Contradiction(
        kind: "reversed",
        arguments: [
          "period": .text(facts.quote(one.start, one.end) + "–" + facts.quote(two.start, two.end))
        ])
    }
    return nil
  }

  private static let moving: Stretches = [
    "moved", "brought forward", "advanced", "instead", "earlier", "devancé", "avancé", "au lieu",
    "back to", "corrected", "corrigé", "remonte", "dates back",
  ]

  // MARK: Reports

  private static let accounts: Stretches = [
    "report", "results", "bilan", "rapport", "résultats", "account of", "accounts for", "summary",
  ]
  private static let issuing: Stretches = [
    "publish", "publi", "tabled", "released", "appear", "paraî", "issued", "déposé", "diffusé",
    "due ", "comes out", "remis", "is sent",
  ]
  private static let early: Stretches = [
    "interim", "mid-year", "midyear", "preliminary", "provisional", "first half", "quarter",
    "plan ",
    "provisoire", "préliminaire", "mi-exercice", "semestr", "trimestr", "budget", "draft",
    "ébauche",
    "previous", "précédent",
  ]

  /// "The report on 2029–30 will be published in November 2029": the year is not over.
  func earlyReport() -> Contradiction? {
    let here = facts.units[unit]
    guard !here.isRow, !here.isHeading, facts.unit(unit, holds: Self.accounts),
      facts.unit(unit, holds: Self.issuing), !facts.unit(unit, holds: Self.early)
    else { return nil }
    let years = dates.filter {
      $0.role.contains(.fiscal) && $0.month == 0 && $0.fromMonth == 0 && $0.endYear == $0.year + 1
        && $0.role.isDisjoint(with: [.deadline, .ending])
    }
    let days = dates.filter { $0.month > 0 && !$0.role.contains(.range) }
    guard years.count == 1, let year = years.first, days.count == 1, let day = days.first,
      day.year > 0, day.last < year.last, day.first >= year.first, year.start < day.start
    else { return nil }
    let before =
      " " + facts.small(max(here.textStart, year.start > 24 ? year.start - 24 : 0), year.start)
    guard Self.ofYear.stand(in: before) else { return nil }
    return Contradiction(
      kind: "order",
      arguments: [
        "one": .text(facts.quote(day.start, day.end)),
        "two": .text(facts.quote(year.start, year.end)),
      ])
  }

  private static let ofYear: Stretches = [
    " on ", " for ", " of ", " de ", " pour ", " sur ", "l’exercice", "l'exercice", " report ",
    " covering ", " fiscal year",
  ]

  // MARK: Anniversaries

  private static let anniversaries: Stretches = [
    "anniversary of", "anniversary", "anniversaire",
  ]
  private static let ordinals: [(Stretches, Int)] = [
    ([" fifth", " cinquième", " 5th", " 5e "], 5), ([" tenth", " dixième", " 10th", " 10e "], 10),
    ([" fifteenth", " quinzième", " 15th", " 15e "], 15),
    ([" twentieth", " vingtième", " 20th", " 20e "], 20),
    ([" twenty-fifth", " vingt-cinquième", " 25th", " 25e "], 25),
    ([" thirtieth", " trentième", " 30th", " 30e "], 30),
    ([" thirty-fifth", " trente-cinquième", " 35th", " 35e "], 35),
  ]

  /// "in 2028, on the twentieth anniversary of the resolution" of 2000.
  func anniversary() -> Contradiction? {
    let here = facts.units[unit]
    guard let hit = Self.anniversaries.first(in: facts.text, here.textRange), !here.isRow else {
      return nil
    }
    let front = max(Int(here.textStart), hit.end - 44)..<hit.end
    let found = Self.ordinals.filter { ordinal in
      facts.withJoined(front, afterBlank: true) { ordinal.0.stand(in: $0) }
    }
    // "twenty-fifth" holds "fifth".
    let points = dates.filter { $0.year > 0 && !$0.role.contains(.range) }
    guard let years = found.map({ $0.1 }).max(), points.count == 1, let point = points.first,
      let adopted = resolutionYear(), Int(point.year) != adopted,
      Int(point.year) - adopted != years
    else { return nil }
    return Contradiction(
      kind: "length",
      arguments: [
        "length": .text(facts.quote(front)), "years": .number(years),
        "period": .text("\(adopted)–\(Int(point.year))"),
      ])
  }

  /// The year of the only resolution that the sentence, or else its paragraph, cites.
  private func resolutionYear() -> Int? {
    func years(_ unit: Int) -> Set<Int> {
      Set(
        DocumentFacts.of(unit, in: facts.citations).filter { $0.kind == .resolution }
          .compactMap { ResolutionCatalog.year(of: Int($0.number)) })
    }
    let own = years(unit)
    if !own.isEmpty { return own.count == 1 ? own.first : nil }
    guard facts.unit(unit, holds: Self.resolution) else { return nil }
    let all = facts.paragraph(of: unit).reduce(into: Set<Int>()) { $0.formUnion(years($1)) }
    return all.count == 1 ? all.first : nil
  }

  private static let resolution: Stretches = ["resolution", "résolution"]
}
