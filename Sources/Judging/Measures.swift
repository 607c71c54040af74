internal import Matching
internal import RuleSets
internal import SourceText

/// Finds what measures or resources a commitment: amount, date, baseline, target, indicator, owner.
///
/// What counts follows the habits of federal plans: a service standard ("within 72 hours") is neither
/// date nor target, the plan's own fiscal year is a setting and no date, numbers of documents, meetings
/// and seats are no targets, and a placeholder ("to be determined") measures nothing.
struct Measures {
  let reading: UnitReading
  let text: UnsafeBufferPointer<UInt8>
  /// The document's own period as its years, for example [2026, 2027].
  let ownPeriod: [Int]

  private var lexicon: MeasureWords {
    reading.language == .english ? MeasureWords.english : MeasureWords.french
  }

  /// Each measure with the words that show it, in the order of `Marker.allCases`.
  func all() -> [(marker: Marker, span: SourceSpan)] {
    var found: [(Marker, SourceSpan)] = []
    if let span = amount() { found.append((.amount, span)) }
    if let span = dates(atMost: 1).first { found.append((.date, span)) }
    if let span = baseline() { found.append((.baseline, span)) }
    if let span = targets(atMost: 1).first { found.append((.target, span)) }
    if let span = indicator() { found.append((.indicator, span)) }
    if let span = owner() { found.append((.owner, span)) }
    return found
  }

  /// As `all`, with every date and target of the unit, for where the measure is the act itself: "58% had
  /// taken it in 2025, and all are to have done so by July 2027".
  func every() -> [(marker: Marker, span: SourceSpan)] {
    var found = all().filter { $0.marker != .date && $0.marker != .target }
    found += dates(atMost: 8).map { (.date, $0) }
    found += targets(atMost: 8).map { (.target, $0) }
    return found
  }

  /// True when the unit presents figures: a share, or two numbers that are no years.
  func presentsFigures() -> SourceSpan? {
    var numbers = 0
    for index in reading.tokens.indices {
      if lexicon.fractions.contains(word(index)) || isPercentInWords(index) {
        return span(index, index)
      }
      guard reading.tokens[index].kind == .number else { continue }
      if isPercent(index) { return span(index, index) }
      if year(index) == nil {
        numbers += 1
        if numbers == 2 { return span(index, index) }
      }
    }
    return nil
  }

  /// True when a share is given: a percentage, in digits or in words.
  func presentsShare() -> Bool {
    reading.tokens.indices.contains { isPercentInWords($0) || (isNumber($0) && isPercent($0)) }
  }

  private func isNumber(_ index: Int) -> Bool { reading.tokens[index].kind == .number }

  // MARK: Money

  private func amount() -> SourceSpan? {
    for index in reading.tokens.indices where reading.tokens[index].kind == .number {
      let token = reading.tokens[index]
      if token.start > 0, text[token.start - 1] == 0x24 { return span(index, index) }
      if followedByDollar(index) { return span(index, index) }
      if index + 1 < reading.words.count, Self.money.contains(word(index + 1)) {
        if Self.people.contains(word(index + 1)) { return span(index, index + 1) }
        let rest = (index + 2..<min(index + 4, reading.words.count)).map(word)
        if rest.contains("dollars") || rest.contains("dollar") { return span(index, index + 1) }
      }
      if index + 1 < reading.words.count, Self.posts.contains(word(index + 1)) {
        return span(index, index + 1)
      }
      if index + 2 < reading.words.count,
        word(index + 1) == "full" || word(index + 1) == "équivalents"
      {
        return span(index, index + 2)
      }
    }
    return nil
  }

  private static let money: Set<String> = [
    "million", "millions", "billion", "milliard", "milliards",
  ]
  private static let people: Set<String> = []
  private static let posts: Set<String> = ["fte", "ftes", "etp"]

  /// "12,5 M$", "1 250 000 $", with any space.
  private func followedByDollar(_ index: Int) -> Bool {
    var offset = reading.tokens[index].end
    let limit = min(offset + 8, text.count)
    while offset < limit {
      let byte = text[offset]
      if byte == 0x24 { return true }
      let isSpace =
        byte == 0x20 || byte == 0xC2 || byte == 0xA0 || byte == 0xE2 || byte == 0x80
        || byte == 0xAF || byte == 0x89
      let isScale = byte == 0x4D || byte == 0x47 || byte == 0x6B
      guard isSpace || isScale else { return false }
      offset += 1
    }
    return false
  }

  // MARK: Dates

  private func dates(atMost limit: Int) -> [SourceSpan] {
    var found: [SourceSpan] = []
    for index in reading.tokens.indices where found.count < limit {
      if let span = date(at: index) { found.append(span) }
    }
    return found
  }

  /// The date whose year, or whose month of a deadline, is at `index`.
  private func date(at index: Int) -> SourceSpan? {
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
    if lexicon.months.contains(word(index)) || lexicon.seasons.contains(word(index)), index > 0 {
      for back in stride(from: index - 1, through: max(0, index - 3), by: -1)
      where lexicon.deadlineWords.contains(word(back)) {
        return span(back, index)
      }
    }
    return nil
  }

  /// The calendar year that a token names; 1990 to 2099. A fiscal year gives its first year.
  private func year(_ index: Int) -> Int? {
    let bytes = reading.words[index]
    guard bytes.count >= 4, bytes[0..<4].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    if bytes.count > 4, bytes[4] >= 0x30, bytes[4] <= 0x39 { return nil }
    if bytes.count > 4, bytes[4] == 0x2C || bytes[4] == 0x2E || bytes[4] == 0x20 { return nil }
    let value = bytes[0..<4].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1990...2099).contains(value) ? value : nil
  }

  /// "In 2026–27" in the plan for 2026–27 says nothing that the cover does not say.
  private func isOwnPeriod(_ index: Int, _ year: Int) -> Bool {
    guard let first = ownPeriod.first, ownPeriod.count == 2 else { return false }
    if year == ownPeriod[1], index > 0, self.year(index - 1) == first, isRange(index - 1) {
      return true
    }
    guard year == first else { return false }
    return reading.words[index].count > 4 || isRange(index)
  }

  /// True for a number that a dash ties to the next: "2026–27".
  private func isRange(_ index: Int) -> Bool {
    guard index + 1 < reading.tokens.count else { return false }
    let gap = reading.tokens[index + 1].start - reading.tokens[index].end
    return gap <= 3 && gap > 0 && reading.tokens[index + 1].kind == .number
      && text[reading.tokens[index].end] != 0x20
  }

  private func inParentheses(_ index: Int) -> Bool {
    var offset = reading.tokens[index].start
    let limit = max(0, offset - 40)
    while offset > limit {
      offset -= 1
      if text[offset] == 0x28 { return true }
      if text[offset] == 0x29 { return false }
    }
    return false
  }

  // MARK: Baselines, targets, indicators, owners

  private func baseline() -> SourceSpan? {
    for index in reading.tokens.indices {
      let current = word(index)
      if Self.baselineWords.contains(current) { return span(index, index) }
      guard reading.tokens[index].kind == .number, isPercent(index), index > 0 else { continue }
      let before = word(index - 1)
      if before == "from" || (reading.language == .french && before == "de") {
        return span(index - 1, index)
      }
    }
    return pastShare()
  }

  /// "58% of officers had taken it in 2025; the aim is 90%": the share that a past clause gives, where a
  /// later clause gives another.
  private func pastShare() -> SourceSpan? {
    let shares = reading.tokens.indices.filter { isNumber($0) && isPercent($0) }
    guard let first = shares.first else { return nil }
    let clause = reading.clauses[first]
    let isFollowed = reading.tokens.indices.contains { index in
      reading.clauses[index] > clause
        && (shares.contains(index) || lexicon.wholeWords.contains(word(index)))
    }
    guard isFollowed else { return nil }
    let isPast = reading.tokens.indices.contains {
      reading.clauses[$0] == clause && lexicon.stoodWords.contains(word($0))
    }
    return isPast ? span(first, first) : nil
  }

  private static let baselineWords: Set<String> = ["baseline", "baselines"]

  private func targets(atMost limit: Int) -> [SourceSpan] {
    var found: [SourceSpan] = []
    for index in reading.tokens.indices where found.count < limit {
      guard let value = quantity(index), value >= 2 else { continue }
      if isPercent(index) {
        if !inParentheses(index) { found.append(span(index, index)) }
        continue
      }
      if index > 0, lexicon.labels.contains(word(index - 1)) { continue }
      if reading.tokens[index].kind == .number,
        reading.words[index].contains(0x2E) || reading.words[index].contains(0x2C), value < 10
      {
        continue  // 4.2 is a label more often than a quantity
      }
      if reading.tokens[index].start > 0, text[reading.tokens[index].start - 1] == 0x24 { continue }
      if followedByDollar(index) { continue }
      if inParentheses(index) || isDayOrPosts(index) { continue }
      if lexicon.fractions.contains(word(index)) {
        if isPart(index) { found.append(span(index, index + 1)) }
        continue
      }
      var counted = false
      for next in index + 1..<min(index + 4, reading.tokens.count)
      where reading.clauses[next] == reading.clauses[index] {
        let noun = word(next)
        if lexicon.uncounted.contains(noun) {
          counted = false
          break
        }
        if reading.tokens[next].kind == .number || lexicon.smallWords.contains(noun) { break }
        counted = true
      }
      if counted { found.append(span(index, min(index + 1, reading.tokens.count - 1))) }
    }
    return found
  }

  /// "le 31 mars", "6 FTEs": a day, or posts, which are money.
  private func isDayOrPosts(_ index: Int) -> Bool {
    guard index + 1 < reading.words.count else { return false }
    let next = word(index + 1)
    return lexicon.months.contains(next) || Self.posts.contains(next)
      || next == "full" || next == "équivalents"
  }

  /// "half of all postings", "les deux tiers des places"; not "the third plan".
  private func isPart(_ index: Int) -> Bool {
    var next = index + 1
    guard next < reading.words.count, lexicon.partWords.contains(word(next)) else { return false }
    while next < reading.words.count, lexicon.partWords.contains(word(next)) { next += 1 }
    return next < reading.words.count && reading.tokens[next].kind == .word
      && !lexicon.uncounted.contains(word(next))
  }

  /// A number in digits or in words; `nil` for other words and for years.
  private func quantity(_ index: Int) -> Int? {
    if reading.tokens[index].kind == .number {
      guard year(index) == nil else { return nil }
      var value = 0
      for byte in reading.words[index] where byte >= 0x30 && byte <= 0x39 {
        value = min(value * 10 + Int(byte - 0x30), 1_000_000_000)
      }
      return value
    }
    return lexicon.numberWords[word(index)]
  }

  private func indicator() -> SourceSpan? {
    let isRow = text[spanOfUnit.range].contains(0x7C)
    for index in reading.tokens.indices.dropLast()
    where lexicon.indicatorNouns.contains(word(index))
      && lexicon.indicatorLinks.contains(word(index + 1))
    {
      if index <= 1 || isRow { return span(index, index + 1) }
      let before = word(index - 1)
      if before == "indicator" || before == "indicateur" { return span(index - 1, index + 1) }
      let tracked = (max(0, index - 6)..<index).contains {
        lexicon.trackingWords.contains(word($0))
      }
      if tracked { return span(index, index + 1) }
    }
    return nil
  }

  private func owner() -> SourceSpan? {
    for mark in reading.marks(.owner) {
      let first = reading.tokens[mark.first].start
      let last = reading.tokens[mark.last].start
      let capital = isCapital(first) || isCapital(last)
      // "the bureau de Toronto": a place name makes a French office a named one.
      let named =
        mark.last + 1 < reading.tokens.count && isCapital(reading.tokens[mark.last + 1].start)
      let sentenceStart = first == spanOfUnit.start && !isCapital(last)
      if (capital && !sentenceStart) || named || Self.plainOwners.contains(word(mark.first)) {
        return reading.span(mark)
      }
    }
    return nil
  }

  /// Positions that are named well enough without capitals.
  private static let plainOwners: Set<String> = ["regional", "sous", "assistant", "régional"]

  private var spanOfUnit: SourceSpan {
    SourceSpan(
      start: reading.tokens.first?.start ?? 0,
      end: max(reading.tokens.last?.end ?? 0, reading.tokens.first?.start ?? 0))
  }

  // MARK: Tools

  private func word(_ index: Int) -> String {
    String(decoding: reading.words[index], as: UTF8.self)
  }

  private func span(_ first: Int, _ last: Int) -> SourceSpan {
    SourceSpan(start: reading.tokens[first].start, end: reading.tokens[last].end)
  }

  private func isCapital(_ offset: Int) -> Bool {
    guard offset < text.count else { return false }
    let byte = text[offset]
    if byte >= 0x41, byte <= 0x5A { return true }
    return byte == 0xC3 && offset + 1 < text.count && text[offset + 1] >= 0x80
      && text[offset + 1] <= 0x9E
  }

  /// "sixty per cent", « soixante pour cent ».
  private func isPercentInWords(_ index: Int) -> Bool {
    guard lexicon.numberWords[word(index)] != nil || word(index) == "percent" else { return false }
    return word(index) == "percent" || isPercent(index)
  }

  /// "12.5%", "12,5 %", "12 percent", "12 pour cent".
  private func isPercent(_ index: Int) -> Bool {
    var offset = reading.tokens[index].end
    let limit = min(offset + 4, text.count)
    while offset < limit {
      let byte = text[offset]
      if byte == 0x25 { return true }
      if byte == 0x20 || byte == 0xC2 || byte == 0xA0 || byte == 0xE2 || byte == 0x80
        || byte == 0xAF || byte == 0x89
      {
        offset += 1
        continue
      }
      break
    }
    guard index + 1 < reading.words.count else { return false }
    let next = word(index + 1)
    if next == "percent" || next == "percentage" { return true }
    guard index + 2 < reading.words.count else { return false }
    return (next == "per" && word(index + 2) == "cent")
      || (next == "pour" && word(index + 2) == "cent")
  }
}
