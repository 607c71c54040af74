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

  var lexicon: MeasureWords { MeasureWords.of(reading.language) }

  /// Each measure with the words that show it, in the order of `Marker.allCases`; without days before the
  /// plan's own period unless they are wanted.
  func all(withBygone: Bool = true) -> [(marker: Marker, span: SourceSpan)] {
    var found: [(Marker, SourceSpan)] = []
    if let span = amount() { found.append((.amount, span)) }
    let days = dates(atMost: withBygone ? 3 : 8)
    if let span = days.first(where: { (withBygone || !isBygone($0)) && !isBetween($0) }) {
      found.append((.date, span))
    }
    if let span = baseline() { found.append((.baseline, span)) }
    if let span = targets(atMost: 1).first { found.append((.target, span)) }
    if let span = indicator() { found.append((.indicator, span)) }
    if let span = owner() { found.append((.owner, span)) }
    return found
  }

  /// As `all`, with every date and target of the unit, for where the measure is the act itself: "58% had
  /// taken it in 2025, and all are to have done so by July 2027".
  func every() -> [(marker: Marker, span: SourceSpan)] {
    var found: [(marker: Marker, span: SourceSpan)] = []
    if let span = amount() { found.append((.amount, span)) }
    if let span = baseline() { found.append((.baseline, span)) }
    if let span = indicator() { found.append((.indicator, span)) }
    if let span = owner() { found.append((.owner, span)) }
    found += dates(atMost: 8).filter { !isBygone($0) && !boundsPeriod($0) }.map { (.date, $0) }
    found += targets(atMost: 8).filter { !isActor($0) }.map { (.target, $0) }
    return found
  }

  /// True when the unit presents figures: a share, or two numbers that are no years.
  func presentsFigures() -> SourceSpan? {
    var numbers = 0
    for index in reading.tokens.indices {
      let isShare =
        mayBe(.quantity, index)
        && (lexicon.fractions.contains(word(index)) || isPercentInWords(index))
      if isShare {
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

  func isNumber(_ index: Int) -> Bool { reading.tokens[index].kind == .number }

  // MARK: Tools

  func mayBe(_ opening: MeasureWords.Opening, _ index: Int) -> Bool {
    reading.openings[index].contains(opening)
  }

  func word(_ index: Int) -> String {
    String(decoding: reading.words[index], as: UTF8.self)
  }

  func span(_ first: Int, _ last: Int) -> SourceSpan {
    SourceSpan(start: reading.tokens[first].start, end: reading.tokens[last].end)
  }

  func isCapital(_ offset: Int) -> Bool {
    guard offset < text.count else { return false }
    let byte = text[offset]
    if byte >= 0x41, byte <= 0x5A { return true }
    return byte == 0xC3 && offset + 1 < text.count && text[offset + 1] >= 0x80
      && text[offset + 1] <= 0x9E
  }

  /// "sixty per cent", « soixante pour cent ».
  func isPercentInWords(_ index: Int) -> Bool {
    guard mayBe(.quantity, index),
      lexicon.numberWords[word(index)] != nil || word(index) == "percent"
    else { return false }
    return word(index) == "percent" || isPercent(index)
  }

  /// "12.5%", "12,5 %", "12 percent", "12 pour cent".
  func isPercent(_ index: Int) -> Bool {
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
