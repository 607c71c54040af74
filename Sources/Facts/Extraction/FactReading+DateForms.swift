internal import Documents
internal import Judging
internal import SourceText

/// Dates in other forms than a month with its day and year: seasons, quarters, days in words, digits alone, and years
/// counted from the beginning of a plan.
extension FactReading {
  /// A season or quarter in front of a year.
  struct PartOfYear {
    /// Token that it begins with.
    var first: Int
    var months: ClosedRange<Int>
    /// Whether its months are counted from April, as those of the quarters of a fiscal year are.
    var isQuarter = false
  }

  private static let seasons: [(StaticString, ClosedRange<Int>)] = [
    ("spring", 3...6), ("Spring", 3...6), ("summer", 6...9), ("Summer", 6...9), ("fall", 9...12),
    ("Fall", 9...12), ("autumn", 9...12), ("Autumn", 9...12), ("printemps", 3...6), ("été", 6...9),
    ("automne", 9...12), ("Christmas", 12...12), ("Noël", 12...12), ("Easter", 3...4),
    ("Pâques", 3...4),
  ]

  /// "the spring of 2026", « l’automne 2024 », "second quarter of 2026", "Q3 2026-27", « T2 2027 ».
  func partOfYear(before year: Int) -> PartOfYear? {
    guard tokens.list[year].flags.isDisjoint(with: FactToken.Flags.breaks) else { return nil }
    var index = year - 1
    if index > 0, isWord(index, "of") || isWord(index, "de") {
      guard tokens.list[index].flags.isDisjoint(with: FactToken.Flags.breaks) else { return nil }
      index -= 1
    }
    guard index >= 0 else { return nil }
    if let season = Self.seasons.first(where: { isWord(index, $0.0) }) {
      return PartOfYear(first: index, months: season.1)
    }
    let token = tokens.list[index]
    if token.end - token.start == 2, [0x51, 0x54].contains(document.text[token.start]),
      let quarter = Self.quarter(Int(document.text[token.start + 1]) - 0x30)
    {
      return PartOfYear(first: index, months: quarter, isQuarter: true)
    }
    guard index > 0, token.wordClass == .duration, token.known == 3,
      tokens.list[index - 1].wordClass == .ordinal,
      let quarter = Self.quarter(Int(tokens.list[index - 1].known))
    else { return nil }
    return PartOfYear(first: index - 1, months: quarter, isQuarter: true)
  }

  private static func quarter(_ number: Int) -> ClosedRange<Int>? {
    (1...4).contains(number) ? number * 3 - 2...number * 3 : nil
  }

  /// Makes the date read last one of a season or quarter.
  mutating func narrow(to part: PartOfYear) {
    let last = facts.dates.count - 1
    let date = facts.dates[last]
    var months = part.months
    var year = date.year
    if date.role.contains(.fiscal) {
      // The spring of a fiscal year may be that at its beginning or at its end.
      if part.months == 3...6 { return }
      if part.isQuarter {
        let isLast = months.upperBound == 12
        if isLast { year += 1 }
        months = isLast ? 1...3 : months.lowerBound + 3...months.upperBound + 3
      }
    }
    facts.dates[last].year = year
    facts.dates[last].endYear = year
    facts.dates[last].role.subtract([.fiscal, .range])
    facts.dates[last].fromMonth = UInt8(months.lowerBound)
    facts.dates[last].toMonth = UInt8(months.upperBound)
  }

  // MARK: Days

  private static let ordinals: [StaticString] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
  ]

  /// The day that stands before a month in words, or with "of" between: "the thirty-first of March", "31st of March",
  /// « le trente et un mars », « premier avril ».
  func dayWords(before month: Int) -> (day: Int, first: Int)? {
    guard month > 0, tokens.list[month].flags.isDisjoint(with: FactToken.Flags.breaks) else {
      return nil
    }
    var index = month - 1
    if isWord(index, "of") {
      index -= 1
      guard index >= 0 else { return nil }
      if let day = day(index) { return (day, index) }
      return ordinalDay(index)
    }
    if isWord(index, "premier") || isWord(index, "Premier") { return (1, index) }
    // « un » alone is an article.
    if index >= 2, isWord(index, "un"), isWord(index - 1, "et") {
      let tens = tokens.list[index - 2]
      return tens.wordClass == .number && (tens.known == 20 || tens.known == 30)
        ? (Int(tens.known) + 1, index - 2) : nil
    }
    guard tokens.list[index].wordClass == .number, !tokens.list[month].flags.contains(.capital)
    else { return nil }
    let units = Int(tokens.list[index].known)
    if index > 0, units < 10, tokens.list[index - 1].wordClass == .number,
      tokens.list[index - 1].known == 20,
      tokens.list[index].flags.isDisjoint(with: FactToken.Flags.breaks)
    {
      return (20 + units, index - 1)
    }
    return units <= 30 ? (units, index) : nil
  }

  /// "first", "twenty-second", "thirtieth".
  private func ordinalDay(_ index: Int) -> (day: Int, first: Int)? {
    if isWord(index, "thirtieth") { return (30, index) }
    guard let number = ordinal(index) else { return nil }
    if index > 0, number < 10, tokens.list[index - 1].wordClass == .number,
      tokens.list[index].flags.contains(.joined)
        || tokens.list[index].flags.isDisjoint(with: FactToken.Flags.breaks),
      tokens.list[index - 1].known == 20 || (tokens.list[index - 1].known == 30 && number == 1)
    {
      return (Int(tokens.list[index - 1].known) + number, index - 1)
    }
    return (number, index)
  }

  private func ordinal(_ index: Int) -> Int? {
    Self.ordinals.firstIndex { isWord(index, $0) }.map { $0 + 1 }
  }

  /// "31/03/2027", "03-31-2027", "31.03.2027"; a day and month that may be either way round leave only the year.
  mutating func readDigits(_ unit: Int, _ index: Int, _ block: Block) -> Int? {
    guard index + 2 < tokens.list.count, tokens.list[index + 1].isNumber,
      tokens.list[index + 1].flags.contains(.joined), tokens.list[index + 2].mayBeYear,
      tokens.list[index + 2].flags.contains(.joined), let one = day(index),
      let two = day(index + 1),
      min(one, two) <= 12
    else { return nil }
    let isClear = max(one, two) > 12 || one == two
    let year = Int(tokens.list[index + 2].value)
    for taken in index...index + 2 { tokens.mark(taken) }
    append(
      unit, index, index + 2, year: year, endYear: year,
      month: isClear ? (max(one, two) > 12 ? min(one, two) : one) : 0,
      days: isClear ? [max(one, two)] : [], role: [], block)
    return index + 3
  }

  // MARK: Years of a plan

  /// "before the plan's second anniversary", "by the end of the third year of the plan", « la deuxième année du
  /// plan »: the year, counted from the first one of the document's period.
  mutating func readPlanYears(_ unit: Int, _ block: Block, after first: Int) {
    guard let begin = setting.periodYears.first, let end = setting.periodYears.last,
      end > begin + 1
    else { return }
    var isOfPlan: Bool?
    for index in tokens.list.indices.dropLast() {
      guard let number = planOrdinal(index), number <= end - begin else { continue }
      let next = index + 1
      let isAnniversary = isWord(next, "anniversary") || isWord(next, "anniversaire")
      let isYear = isWord(next, "year") || isWord(next, "année")
      guard isAnniversary || isYear, let role = planRole(index, isYear: isYear) else { continue }
      let wanted = isOfPlan ?? namesPlan
      isOfPlan = wanted
      guard wanted else { return }
      let year = begin + number
      append(
        unit, index, next, year: year, endYear: year, month: 0, days: [], role: role, block)
    }
    facts.dates[first...].sort { $0.start < $1.start }
  }

  private var namesPlan: Bool {
    tokens.list.indices.contains { index in
      ["plan", "plan's", "plan’s", "strategy", "framework", "stratégie", "cadre"].contains {
        isWord(index, $0)
      }
    }
  }

  private func planOrdinal(_ index: Int) -> Int? {
    if tokens.list[index].wordClass == .ordinal { return Int(tokens.list[index].known) }
    return ordinal(index) ?? (isWord(index, "cinquième") ? 5 : nil)
  }

  /// A limit in front of a year of the plan; `nil` where none is said, since the year then is none to be done by.
  private func planRole(_ index: Int, isYear: Bool) -> DateFact.Role? {
    var saysEnd = !isYear
    for back in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      let token = tokens.list[back]
      if isWord(back, "end") || isWord(back, "fin") || isWord(back, "close") { saysEnd = true }
      if token.wordClass == .deadline { return saysEnd ? .deadline : nil }
      if tokens.list[back + 1].flags.contains(.clause) { break }
    }
    return nil
  }
}
