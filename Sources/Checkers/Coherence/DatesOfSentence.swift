internal import Checking
internal import Facts

/// What the dates, lengths and periods of one sentence or row say against each other.
struct DatesOfSentence {
  struct Contradiction {
    /// The kind of finding.
    var kind: String
    var arguments: [String: FindingArgument]
  }

  let facts: DocumentFacts
  let unit: Int
  let dates: ArraySlice<DateFact>

  /// A unit and its dates, of which it has at least one.
  init(_ facts: DocumentFacts, _ unit: Int, _ dates: ArraySlice<DateFact>) {
    self.facts = facts
    self.unit = unit
    self.dates = dates
  }

  /// The first that is found; `nil` when all agree.
  func contradiction() -> Contradiction? {
    reversed() ?? reversedRow() ?? reversedPoints() ?? length() ?? lateRelease() ?? baseline()
      ?? earlyReport() ?? anniversary()
  }

  private func reversed() -> Contradiction? {
    dates.first { $0.role.contains(.range) && $0.endYear < $0.year }.map { wrong in
      Contradiction(
        kind: "reversed", arguments: ["period": .text(facts.quote(wrong.start, wrong.end))])
    }
  }

  /// A row whose end stands before its start, by the titles of its columns.
  private func reversedRow() -> Contradiction? {
    guard facts.units[unit].isRow, dates.count >= 2, let header = facts.header(ofRow: unit) else {
      return nil
    }
    func only(_ words: Stretches, not others: Stretches) -> DateFact? {
      let found = dates.filter { date in
        let column = header.startIndex + Int(date.column)
        return date.year > 0 && date.column > 0 && column < header.endIndex
          && facts.range(header[column].range, holds: words)
          && !facts.range(header[column].range, holds: others)
      }
      return found.count == 1 ? found.first : nil
    }
    guard let start = only(PlanPeriods.startTitles, not: PlanPeriods.endTitles),
      let end = only(PlanPeriods.endTitles, not: PlanPeriods.startTitles),
      start.column != end.column, end.last < start.first
    else { return nil }
    return Contradiction(
      kind: "reversed",
      arguments: [
        "period": .text(
          facts.quote(start.start, start.end) + "–" + facts.quote(end.start, end.end))
      ])
  }

  // MARK: Lengths

  private static let changes: Stretches = [
    "extend", "renew", "additional", "another", "further", "more years", "prolong", "renouvel",
    "supplémentaire", "past ", "previous", "last ", "dernières", "every", "tous les", "each",
    "years ago", "il y a", "years later", "ans plus tard", "anniversar", "at least", "more than",
    "less than", "within", "years after", "following", "ans suivants", "années suivantes",
  ]
  private static let lasting: Stretches = [
    "for ", "pour ", "pendant", "mandate", "mandat", "-year",
  ]

  /// "launched in 2010 for five years … ended in March 2016", "the five-year plan (2017–2025)".
  private func length() -> Contradiction? {
    let lengths = facts.numbers(of: unit).filter {
      $0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value >= 12
        && $0.value <= 240
        && $0.qualifiers.isDisjoint(with: .loose)
        && $0.value.truncatingRemainder(dividingBy: 12) == 0
    }
    guard lengths.count == 1, let length = lengths.first,
      !facts.unit(unit, holds: Self.changes)
    else { return nil }
    let years = Int(length.value) / 12
    let ranges = dates.filter { $0.role.contains(.range) && $0.endYear > $0.year }
    if ranges.count == 1, let range = ranges.first {
      let span = Int(range.endYear) - Int(range.year)
      let gap = max(Int(range.start) - Int(length.end), Int(length.start) - Int(range.end))
      guard gap <= 60, span != years, span + 1 != years else { return nil }
      return contradiction(length, years, facts.quote(range.start, range.end))
    }
    let points = dates.filter { !$0.role.contains(.range) && $0.year > 0 }
    guard
      let begin = points.first(where: {
        $0.role.isDisjoint(with: [.ending, .deadline])
          && (length.start > $0.start || $0.role.contains(.since)
            || DatedEvent.of($0, facts) == .start)
      }),
      let end = points.first(where: {
        $0.start > begin.start
          && ($0.role.contains(.ending)
            || (length.start < begin.start && DatedEvent.of($0, facts) == .end))
      }), length.start < end.start,
      facts.unit(unit, holds: Self.lasting) || facts.unit(unit, holds: Stretches(["of \(years)"]))
    else { return nil }
    let earliest = begin.first + years * 10000
    let latest = begin.last + years * 10000
    // A month on either side for the day of launch and for the way ends are counted.
    guard end.first > Self.monthAfter(latest) || Self.monthAfter(end.last) < earliest else {
      return nil
    }
    return contradiction(
      length, years,
      facts.quote(begin.start, begin.end) + "–" + facts.quote(end.start, end.end))
  }

  private func contradiction(
    _ length: NumberFact, _ years: Int, _ period: String
  ) -> Contradiction {
    Contradiction(
      kind: "length",
      arguments: [
        "length": .text(facts.quote(length.start, length.end)), "years": .number(years),
        "period": .text(period),
      ])
  }

  private static func monthAfter(_ day: Int) -> Int {
    let month = day / 100 % 100
    return month == 12
      ? (day / 10000 + 1) * 10000 + 131 : day / 10000 * 10000 + (month + 1) * 100 + 31
  }

  // MARK: Releases

  private static let plan: Stretches = ["plan", "strateg", "stratég"]
  private static let ofOthers: Stretches = [
    "report", "rapport", "update", "revised", "renew", "annex", "progress", "will be",
  ]
  private static let releasing: Stretches = [
    "released", "launched", "published", "tabled", "publié", "lancé", "rendu public",
  ]

  /// "the plan for 2023 to 2029 was released in March 2024".
  private func lateRelease() -> Contradiction? {
    guard let range = dates.first(where: { $0.role.contains(.range) && $0.endYear > $0.year + 1 }),
      facts.unit(unit, holds: Self.plan), !facts.unit(unit, holds: Self.ofOthers),
      facts.unit(unit, holds: Self.releasing),
      let release = dates.first(where: {
        !$0.role.contains(.range) && $0.year > range.year && $0.year <= range.endYear
          && $0.role.isDisjoint(with: [.deadline, .ending])
          && facts.range(max(0, Int($0.start) - 48)..<Int($0.start), holds: Self.releasing)
      })
    else { return nil }
    return Contradiction(
      kind: "late-release",
      arguments: [
        "date": .text(facts.quote(release.start, release.end)),
        "period": .text(facts.quote(range.start, range.end)),
      ])
  }

  // MARK: Baselines

  private func baseline() -> Contradiction? {
    guard let first = years(.baseline, .baseline).min(), let last = years(.target, .target).max(),
      first > last
    else { return nil }
    return Contradiction(
      kind: "baseline", arguments: ["baseline": .number(first), "target": .number(last)])
  }

  /// The years of the dates and numbers of a role.
  private func years(_ role: DateFact.Role, _ qualifier: NumberFact.Qualifiers) -> [Int] {
    dates.filter { $0.role.contains(role) }.map { Int($0.year) }
      + facts.numbers(of: unit).filter { $0.qualifiers.contains(qualifier) && $0.year != 0 }
      .map { Int($0.year) }
  }
}
