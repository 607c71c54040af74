internal import Documents
internal import SourceText

extension FactReading {
  mutating func readNumbers(_ unit: Int, _ block: Block) {
    let first = facts.numbers.count
    var wasLabel = false
    var index = 0
    while index < tokens.list.count {
      let token = tokens.list[index]
      let isDigits = token.isNumber && !token.flags.contains(.taken)
      let words = token.isNumber || !mayOpenNumber(token) ? nil : numberWords(index)
      guard isDigits || words != nil else {
        if token.wordClass != .stop { wasLabel = false }
        index += 1
        continue
      }
      let (fact, next) = read(unit, index, block, words, afterLabel: wasLabel)
      if let fact { facts.numbers.append(fact) }
      wasLabel = fact?.kind == .label
      index = max(next, index + 1)
    }
    guard facts.numbers.count > first else { return }
    spreadMoney(first)
    spreadRanges(first)
    let placeholders = placeholders(unit)
    for index in first..<facts.numbers.count
    where placeholders.contains(where: { $0.contains(Int(facts.numbers[index].start)) }) {
      facts.numbers[index].kind = .label
    }
    qualify(unit, first..<facts.numbers.count)
  }

  /// What stands between square brackets: "[Item 2 of the list]", a note's number. Its figures count nothing.
  private func placeholders(_ unit: Int) -> [Range<Int>] {
    let range = source[unit].textRange
    return document.text.withUnsafeBufferPointer { text in
      guard text[range].contains(0x5B) else { return [] }
      var found: [Range<Int>] = []
      var start = -1
      for index in range {
        if text[index] == 0x5B { start = index }
        if text[index] == 0x5D, start >= 0 {
          found.append(start..<index)
          start = -1
        }
      }
      // A bracket that the sentence's end leaves open.
      if start >= 0 { found.append(start..<range.upperBound) }
      return found
    }
  }

  /// Words that a number in words can begin with: few enough that the rest is looked at only there.
  private func mayOpenNumber(_ token: FactToken) -> Bool {
    token.wordClass == .number || token.wordClass == .scale || token.flags.contains(.opensNumber)
  }

  private func read(
    _ unit: Int, _ index: Int, _ block: Block, _ words: NumberWords?, afterLabel: Bool
  ) -> (NumberFact?, Int) {
    let token = tokens.list[index]
    var value = words?.value ?? token.value
    var last = words?.last ?? index
    var qualifiers: NumberFact.Qualifiers = words == nil ? [] : .inWords
    if words?.isAbout == true { qualifiers.insert(.about) }
    var kind = NumberFact.Kind.count
    var decimals = token.isNumber ? token.decimals : 0
    var scaled = 0
    while words == nil, next(last, is: .scale), scaled < 2 {
      let power = tokens.list[last + 1].known
      // "12 cent…": the scale words below a thousand go with words only.
      if power < 3 { break }
      for _ in 0..<power { value *= 10 }
      decimals = 0
      last += 1
      scaled += 1
    }
    if words?.isShare == true {
      return (
        NumberFact(
          value: min(value, NumberFact.largest), unit: Int32(unit), start: UInt32(token.start),
          end: UInt32(tokens.list[last].end),
          wordAt: last + 1 < tokens.list.count
            ? tokens.list[last + 1].wordAt : UInt16(clamping: tokens.words.count),
          qualifiers: qualifiers, year: 0, column: column(token.start, block), kind: .percent,
          decimals: 0), last + 1
      )
    }
    let isPercent = followedByPercent(&last)
    let isMoney = !isPercent && money(index, &last, &value, block.language)
    if isPercent {
      kind = .percent
    } else if isMoney {
      kind = .money
    } else if token.flags.contains(.dotted) || isLabel(index, block, afterLabel: afterLabel) {
      kind = .label
    } else if token.suffix != 0 {
      // 2e, 3D: a name or an ordinal.
      kind = .label
    } else if last + 1 < tokens.list.count, tokens.list[last + 1].wordClass == .duration,
      tokens.list[last + 1].flags.isDisjoint(with: FactToken.Flags.breaks)
    {
      kind = .duration
      if tokens.list[last + 1].known > 0 {
        if isAndHalf(last + 2) { value += 0.5 }
        value *= Double(tokens.list[last + 1].known)
      } else {
        qualifiers.insert(.shortTime)
      }
    }
    if kind == .count, last + 1 < tokens.list.count, tokens.list[last + 1].wordClass == .resolution
    {
      return (nil, last + 1)
    }
    if token.flags.contains(.opens) { qualifiers.insert(.inParentheses) }
    for later in last + 1..<min(last + 5, tokens.list.count) {
      if !tokens.list[later].flags.isDisjoint(with: [.clause, .stop]) { break }
      let isYearly =
        tokens.list[later].wordClass == .yearly
        || (tokens.list[later].known == 12 && tokens.list[later].wordClass == .duration
          && later > last + 1 && isPer(later - 1) && value != 12)
      if isYearly {
        qualifiers.insert(.yearly)
        break
      }
    }
    return (
      NumberFact(
        value: min(value, NumberFact.largest), unit: Int32(unit),
        start: UInt32(startOfNumber(token)),
        end: UInt32(endOfNumber(last, kind)),
        wordAt: last + 1 < tokens.list.count
          ? tokens.list[last + 1].wordAt : UInt16(clamping: tokens.words.count),
        qualifiers: qualifiers, year: 0, column: column(token.start, block), kind: kind,
        decimals: decimals), last + 1
    )
  }

  /// « deux ans et demi ».
  private func isAndHalf(_ index: Int) -> Bool {
    index + 1 < tokens.list.count && isWord(index, "et")
      && (isWord(index + 1, "demi") || isWord(index + 1, "demie"))
  }

  /// "a year", "per year", "each year", « par an ».
  private func isPer(_ index: Int) -> Bool {
    let text = document.text[tokens.list[index].start..<tokens.list[index].end]
    return ["a", "per", "each", "every", "par", "chaque"].contains { text.elementsEqual($0.utf8) }
  }

  private func startOfNumber(_ token: FactToken) -> Int {
    token.flags.contains(.dollarBefore) && token.start > 0 && document.text[token.start - 1] == 0x24
      ? token.start - 1 : token.start
  }

  private func endOfNumber(_ last: Int, _ kind: NumberFact.Kind) -> Int {
    var end = tokens.list[last].end
    guard kind == .percent || kind == .money else { return end }
    let limit = min(end + 8, document.text.count)
    var index = end
    while index < limit {
      let byte = document.text[index]
      if byte == 0x25 || byte == 0x24 {
        end = index + 1
        break
      }
      let isBlank = byte == 0x20 || byte >= 0x80 || byte == 0x4D || byte == 0x47 || byte == 0x6B
      guard isBlank else { break }
      index += 1
    }
    return end
  }

  private func next(_ index: Int, is wordClass: WordClass) -> Bool {
    index + 1 < tokens.list.count && tokens.list[index + 1].wordClass == wordClass
      && tokens.list[index + 1].flags.isDisjoint(with: FactToken.Flags.breaks)
  }

  /// A per cent sign after any blank, "per cent", « pour cent », "percent"; not "percentage".
  private func followedByPercent(_ last: inout Int) -> Bool {
    if let sign = sign(after: tokens.list[last].end), sign == 0x25 { return true }
    if next(last, is: .percent) {
      last += 1
      return true
    }
    guard last + 2 < tokens.list.count else { return false }
    let first = tokens.list[last + 1]
    let second = tokens.list[last + 2]
    let word = document.text[first.start..<first.end]
    // « 18 p. 100 »
    if word.elementsEqual("p".utf8), second.isNumber, second.value == 100 {
      last += 2
      return true
    }
    guard word.elementsEqual("per".utf8) || word.elementsEqual("pour".utf8),
      document.text[second.start..<second.end].elementsEqual("cent".utf8)
    else { return false }
    last += 2
    return true
  }

  /// A sign behind a number, blanks passed over.
  private func sign(after end: Int) -> UInt8? {
    var index = end
    let limit = min(end + 5, document.text.count)
    while index < limit {
      let byte = document.text[index]
      if byte == 0x20 || byte == 0xC2 || byte == 0xA0 || byte == 0xE2 || byte == 0x80
        || byte == 0xAF || byte == 0x89
      {
        index += 1
        continue
      }
      return byte
    }
    return nil
  }

  /// $20M, $12.5 million, 1 250 000 $, 12,5 M$, 3 millions de dollars.
  private func money(
    _ index: Int, _ last: inout Int, _ value: inout Double, _ language: Language
  ) -> Bool {
    let token = tokens.list[index]
    if token.flags.contains(.dollarBefore) {
      value *= Self.multiplier(token.suffix)
      if token.suffix == 0, next(last, isLetters: ["M", "B", "K", "k", "m", "b"]) {
        last += 1
        value *= Self.multiplier(document.text[tokens.list[last].start] | 0x20)
      }
      return true
    }
    if sign(after: tokens.list[last].end) == 0x24 {
      value *= Self.multiplier(token.suffix)
      return true
    }
    // M$ and G$: a letter, then the sign.
    if last + 1 < tokens.list.count {
      let next = tokens.list[last + 1]
      if next.end - next.start == 1, next.end < document.text.count,
        document.text[next.end] == 0x24, next.flags.isDisjoint(with: FactToken.Flags.breaks)
      {
        value *= Self.multiplier(document.text[next.start] | 0x20)
        last += 1
        return true
      }
    }
    for ahead in [last + 1, last + 2] where ahead < tokens.list.count {
      if tokens.list[ahead].wordClass == .currency {
        last = ahead
        return true
      }
      guard tokens.list[ahead].wordClass == .stop,
        tokens.list[ahead].flags.isDisjoint(with: FactToken.Flags.breaks)
      else { break }
    }
    return false
  }

  private func next(_ index: Int, isLetters letters: [String]) -> Bool {
    guard index + 1 < tokens.list.count else { return false }
    let text = document.text[tokens.list[index + 1].start..<tokens.list[index + 1].end]
    return letters.contains { text.elementsEqual($0.utf8) }
  }

  private static func multiplier(_ letter: UInt8) -> Double {
    switch letter {
    case 0x6B: 1e3
    case 0x6D: 1e6
    case 0x62, 0x67: 1e9
    default: 1
    }
  }

  /// "Goal 3", "goals 1 and 2", "3." at the start of an item, "(3)" at its start, "G7".
  private func isLabel(_ index: Int, _ block: Block, afterLabel: Bool) -> Bool {
    let token = tokens.list[index]
    guard token.isNumber else { return false }
    // "§3.14", "§ 12"
    var before = token.start - 1
    if before > 0, document.text[before] == 0x20 { before -= 1 }
    if before > 0, document.text[before] == 0xA7, document.text[before - 1] == 0xC2 { return true }
    if index > 0 {
      let before = tokens.list[index - 1]
      let near = token.flags.isDisjoint(with: [.clause, .stop, .comma])
      if near, before.wordClass == .label || before.wordClass == .resolution {
        // "action 5 projects" is rare, "target 30" is no label.
        return true
      }
      if afterLabel,
        before.wordClass == .stop || token.flags.contains(.comma)
          || token.flags.contains(.joined)
      {
        return true
      }
      // "Covid-19", "Bill C-65": tied to letters.
      if token.flags.contains(.joined), !before.isNumber, before.wordClass != .number {
        return true
      }
    }
    let following = token.end < document.text.count ? document.text[token.end] : 0
    if index == 0, following == 0x2E || following == 0x29, block.cellCount == 0 { return true }
    if index == 0, block.kind == .heading { return true }
    // "3 - what the third item says"
    if index == 0, block.kind == .listItem, following == 0x20, token.end + 2 < document.text.count,
      document.text[token.end + 1] == 0x2D || document.text[token.end + 1] == 0xE2
    {
      return true
    }
    // A decimal alone at the start of a cell that is followed by words: 1.1 Outcome.
    let startsCell = index == 0 || token.flags.contains(.clause)
    if startsCell, token.decimals == 1, token.value < 20, index + 1 < tokens.list.count,
      tokens.list[index + 1].flags.contains(.capital)
    {
      return true
    }
    return false
  }

  // MARK: What stands around

  private mutating func qualify(_ unit: Int, _ range: Range<Int>) {
    let dates = DocumentFacts.of(unit, in: facts.dates)
    for index in range {
      let fact = facts.numbers[index]
      let at = tokens.firstIndex(endingBehind: Int(fact.start))
      guard at < tokens.list.count, fact.kind != .label else { continue }
      facts.numbers[index].qualifiers.formUnion(qualifiers(at, fact))
      facts.numbers[index].year = year(of: fact, dates)
    }
    // "from 12 to 20": a start and an end.
    guard range.count > 1 else { return }
    for index in range.dropLast() {
      let here = facts.numbers[index]
      let there = facts.numbers[index + 1]
      guard here.kind == there.kind, Int(there.start) - Int(here.end) < 60,
        Int(there.start) > Int(here.end)
      else { continue }
      let between = document.text[Int(here.end)..<Int(there.start)]
      let at = tokens.firstIndex(endingBehind: Int(here.start))
      guard at > 0 else { continue }
      let before = tokens.list[at - 1]
      guard
        before.wordClass == .since
          || document.text[before.start..<before.end].elementsEqual("de".utf8),
        Self.holdsTo(between)
      else { continue }
      facts.numbers[index].qualifiers.insert(.baseline)
      facts.numbers[index + 1].qualifiers.insert(.target)
    }
  }

  private static func holdsTo(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split(separator: 0x20)
    return words.contains { $0.elementsEqual("to".utf8) || $0.elementsEqual("à".utf8) }
  }

  private func qualifiers(_ at: Int, _ fact: NumberFact) -> NumberFact.Qualifiers {
    var found: NumberFact.Qualifiers = []
    for back in stride(from: at - 1, through: max(0, at - 4), by: -1) {
      if !tokens.list[back + 1].flags.isDisjoint(with: [.clause, .comma, .stop, .closes]) { break }
      let token = tokens.list[back]
      let near = at - back <= 2
      switch token.wordClass {
      case .about: if near { found.insert(.about) }
      case .atLeast:
        // « moins de 30 » is under, « au moins 30 » at least.
        let isUnder =
          back + 1 < at && document.text[tokens.list[back + 1].start] == 0x64
          && document.text[token.start] | 0x20 == 0x6D && token.end - token.start == 5
        found.insert(isUnder ? .under : .atLeast)
      case .atMost: found.insert(.atMost)
      case .over: if near { found.insert(.over) }
      case .under:
        let denied = back > 0 && document.text[tokens.list[back - 1].start] | 0x20 == 0x6E
        found.insert(denied ? .atLeast : .under)
      case .baseline: found.insert(.baseline)
      case .target: found.insert(.target)
      case .total: found.insert(.total)
      case .stop, .none, .planned, .actual, .since:
        if back == at - 1, back > 0, isWord(back, "to"), isWord(back - 1, "up") {
          found.insert(.atMost)
        }
        if back == at - 1, document.text[token.start..<token.end].elementsEqual("by".utf8) {
          found.insert(.change)
        }
        continue
      case .deadline:
        if back == at - 1, fact.kind != .duration { found.insert(.change) }
      default: continue
      }
    }
    for later in at + 1..<min(at + 4, tokens.list.count) {
      if !tokens.list[later].flags.isDisjoint(with: FactToken.Flags.breaks) { break }
      switch tokens.list[later].wordClass {
      case .baseline: found.insert(.baseline)
      case .target: if later <= at + 2 { found.insert(.target) }
      default: break
      }
    }
    return found
  }

  /// The year nearest to a number in its cell or sentence, one behind it before one in front.
  private func year(of fact: NumberFact, _ dates: ArraySlice<DateFact>) -> Int16 {
    var best: (distance: Int, year: Int16)?
    for date in dates where date.column == fact.column && date.year > 0 {
      let behind = Int(date.start) - Int(fact.end)
      let distance = behind >= 0 ? behind : 2 * (Int(fact.start) - Int(date.end)) + 8
      guard distance >= 0 else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, date.year) }
    }
    return best?.year ?? 0
  }
}
