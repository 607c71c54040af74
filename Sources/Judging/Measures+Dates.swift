internal import Matching
internal import SourceText

/// Dates by which something is done.
extension Measures {
  func dates(atMost limit: Int) -> [SourceSpan] {
    var found: [SourceSpan] = []
    for index in reading.tokens.indices where found.count < limit {
      if let span = date(at: index) { found.append(span) }
    }
    return found
  }

  /// The date whose year, or whose month of a deadline, is at `index`.
  func date(at index: Int) -> SourceSpan? {
    if let year = year(index), !isOwnPeriod(index, year) {
      if inParentheses(index) { return nil }
      if let start = ownPeriod.first, year >= start, index > 0,
        !lexicon.yearStoppers.contains(word(index - 1))
      {
        return span(index, index)  // a year to come is a date, however it is put
      }
      for back in stride(from: index - 1, through: max(0, index - 4), by: -1) {
        let before = word(back)
        if lexicon.months.contains(before) || lexicon.seasons.contains(before)
          || lexicon.dateWords.contains(before)
        {
          return span(back, index)
        }
        if lexicon.yearStoppers.contains(before) { break }
      }
    }
    // "by June", "d'ici juin": a deadline within the plan's own period.
    if mayBe(.time, index), index > 0 {
      for back in stride(from: index - 1, through: max(0, index - 3), by: -1)
      where lexicon.deadlineWords.contains(word(back)) {
        return span(back, index)
      }
      return yearlyDay(at: index)
    }
    return nil
  }

  /// "each year on October 15", « le 15 mai de chaque année »: a day without a year that comes again.
  private func yearlyDay(at month: Int) -> SourceSpan? {
    guard lexicon.months.contains(word(month)) else { return nil }
    let day = isDay(month - 1) ? month - 1 : month + 1
    guard isDay(day) else { return nil }
    let first = min(day, month)
    let last = max(day, month)
    let hasArticle = first > 0 && Self.dayArticles.contains(word(first - 1))
    let near = max(0, first - 5)..<min(last + 5, reading.words.count)
    guard hasArticle,
      near.contains(where: {
        Self.yearly.contains(word($0)) && reading.clauses[$0] == reading.clauses[month]
      })
    else { return nil }
    return span(first, last)
  }

  private func isDay(_ index: Int) -> Bool {
    guard reading.tokens.indices.contains(index), isNumber(index),
      let day = Int(word(index).prefix { $0.isNumber })
    else { return false }
    return (1...31).contains(day)
  }

  private static let dayArticles: Set<String> = ["on", "le", "the"]
  private static let yearly: Set<String> = [
    "each", "every", "yearly", "annually", "chaque", "ans", "annuellement",
  ]

  /// The calendar year that a token names; 1990 to 2099. A fiscal year gives its first year.
  func year(_ index: Int) -> Int? {
    let bytes = reading.words[index]
    guard bytes.count >= 4, bytes[0] >= 0x30, bytes[0] <= 0x39,
      bytes[1..<4].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    if bytes.count > 4, bytes[4] >= 0x30, bytes[4] <= 0x39 { return nil }
    if bytes.count > 4, bytes[4] == 0x2C || bytes[4] == 0x2E || bytes[4] == 0x20 { return nil }
    let value = bytes[0..<4].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1990...2099).contains(value) ? value : nil
  }

  /// "In 2026–27" in the plan for 2026–27 says nothing that the cover does not say.
  func isOwnPeriod(_ index: Int, _ year: Int) -> Bool {
    guard let first = ownPeriod.first, ownPeriod.count == 2 else { return false }
    if year == ownPeriod[1], index > 0, self.year(index - 1) == first, isRange(index - 1) {
      return true
    }
    guard year == first else { return false }
    return reading.words[index].count > 4 || isRange(index)
  }

  /// True for a number that a dash ties to the next: "2026–27".
  func isRange(_ index: Int) -> Bool {
    guard index + 1 < reading.tokens.count else { return false }
    let gap = reading.tokens[index + 1].start - reading.tokens[index].end
    return gap <= 3 && gap > 0 && reading.tokens[index + 1].kind == .number
      && text[reading.tokens[index].end] != 0x20
  }

  func inParentheses(_ index: Int) -> Bool {
    var offset = reading.tokens[index].start
    let limit = max(0, offset - 40)
    while offset > limit {
      offset -= 1
      if text[offset] == 0x28 { return true }
      if text[offset] == 0x29 { return false }
    }
    return false
  }

  /// True for a date that bounds a period and sets no deadline: "since April 2025", "between 2027 and 2031",
  /// « jusqu'en 2029 ».
  func boundsPeriod(_ span: SourceSpan) -> Bool {
    let first = reading.firstToken(at: span.start)
    let last = reading.lastToken(before: span.end)
    for index in stride(from: last, through: max(0, first - 4), by: -1) {
      if index < last, reading.segments[index] != reading.segments[last] { return false }
      if lexicon.periodWords.contains(word(index)) { return year(last) != nil }
      // "by", "in" end the phrase that the date belongs to.
      if index < first, index + 1 < reading.tokens.count, reading.afterComma[index + 1] {
        return false
      }
    }
    return false
  }

  /// "between 2027 and 2031", « entre 2027 et 2031 »: a period, of which no year is a day.
  func isBetween(_ span: SourceSpan) -> Bool {
    let last = reading.lastToken(before: span.end)
    let between = reading.language == .english ? "between" : "entre"
    guard year(last) != nil,
      let start = (max(0, last - 6)..<last).last(where: { word($0) == between })
    else { return false }
    let years = (start + 1..<min(start + 8, reading.words.count)).filter { year($0) != nil }
    return years.count == 2 && years.contains(last) && !reading.hasComma(start, years[1])
  }

  /// True when the date's year lies before the plan's own period.
  func isBygone(_ span: SourceSpan) -> Bool {
    guard let start = ownPeriod.first else { return false }
    let last = reading.lastToken(before: span.end)
    guard let year = year(last) else { return false }
    return year < start
  }

  /// The first date of a clause that is still to come and sets a day; nothing in a clause that tells the past.
  func dateToCome(inClause clause: Int, ofReport: Bool) -> SourceSpan? {
    guard let start = ownPeriod.first, let end = ownPeriod.last else { return nil }
    let inClause = reading.tokens.indices.filter { reading.clauses[$0] == clause }
    let isPast = inClause.contains { index in
      switch VerbForm.of(reading.words[index], reading.language) {
      case .past: reading.language == .english && isFinite(index)
      case .imperfect: true
      default: false
      }
    }
    let isState = reading.marks(.auxiliary).contains { reading.clauses[$0.first] == clause }
    guard !isPast, !isState else { return nil }
    return dates(atMost: 8).first { span in
      let last = reading.lastToken(before: span.end)
      guard reading.clauses[last] == clause, !boundsPeriod(span), let year = year(last),
        ofReport ? year > end : year >= start
      else { return false }
      guard last > 0 else { return false }
      let before = word(last - 1)
      return lexicon.months.contains(before) || lexicon.seasons.contains(before)
        || lexicon.dayWords.contains(before)
    }
  }

  /// "joined", and not "led by" or "is held".
  private func isFinite(_ index: Int) -> Bool {
    if index + 1 < reading.words.count, word(index + 1) == "by" { return false }
    return !reading.marks(.auxiliary).contains { $0.last < index && index - $0.last <= 3 }
  }
}
