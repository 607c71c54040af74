internal import Documents
internal import Judging
internal import SourceText

extension FactReading {
  /// Dates, years, fiscal years and ranges of years; their tokens are taken from the numbers.
  mutating func readDates(_ unit: Int, _ block: Block) {
    let first = facts.dates.count
    var index = 0
    while index < tokens.list.count {
      if tokens.list[index].wordClass == .month, isMonth(index, block.language) {
        index = readMonth(unit, index, block)
      } else if tokens.list[index].isNumber, !tokens.list[index].flags.contains(.taken) {
        index = readDigits(unit, index, block) ?? readYear(unit, index, block)
      } else {
        index += 1
      }
    }
    facts.dates[first...].sort { $0.start < $1.start }
  }

  /// "March", but not "march", and "may" only beside a number.
  private func isMonth(_ index: Int, _ language: Language) -> Bool {
    let token = tokens.list[index]
    if language == .english, !token.flags.contains(.capital) { return false }
    let isAmbiguous =
      (language == .english && (token.known == 3 || token.known == 5))
      || (language == .french && token.known == 3)
    guard isAmbiguous else { return true }
    return number(index + 1) != nil || number(index - 1) != nil || day(index - 1) != nil
      || (index > 0 && [.deadline, .since].contains(tokens.list[index - 1].wordClass))
  }

  private func number(_ index: Int) -> Double? {
    guard tokens.list.indices.contains(index), tokens.list[index].isNumber else { return nil }
    return tokens.list[index].value
  }

  /// The day of a month in digits, with or without the letters of an ordinal.
  func day(_ index: Int) -> Int? {
    guard tokens.list.indices.contains(index) else { return nil }
    let token = tokens.list[index]
    if token.isNumber, token.suffix == 0x6F {
      return token.value >= 1 && token.value <= 31 ? Int(token.value) : nil
    }
    if token.isNumber {
      guard token.value >= 1, token.value <= 31, token.decimals == 0, token.end - token.start <= 2,
        !token.flags.contains(.dollarBefore)
      else { return nil }
      return Int(token.value)
    }
    guard token.end - token.start >= 3, token.end - token.start <= 4 else { return nil }
    var value = 0
    var digits = 0
    for byte in document.text[token.start..<token.end] {
      guard byte >= 0x30, byte <= 0x39 else { break }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits > 0 && value >= 1 && value <= 31 ? value : nil
  }

  private mutating func readMonth(_ unit: Int, _ month: Int, _ block: Block) -> Int {
    var first = month
    var last = month
    var days: [Int] = []
    if let words = dayWords(before: month) {
      days = [words.day]
      first = words.first
    } else if month > 0, let near = day(month - 1),
      tokens.list[month].flags.isDisjoint(with: .clause)
    {
      days = [near]
      first = month - 1
      if first >= 1, tokens.list[first].flags.contains(.joined), let far = day(first - 1) {
        days.insert(far, at: 0)
        first -= 1
      } else if first >= 2, isAnd(first - 1), let far = day(first - 2) {
        days.insert(far, at: 0)
        first -= 2
      }
    } else if let near = day(month + 1), !(tokens.list[month + 1].mayBeYear) {
      days = [near]
      last = month + 1
      if tokens.list.count > last + 1, tokens.list[last + 1].flags.contains(.joined),
        let far = day(last + 1)
      {
        days.append(far)
        last += 1
      } else if tokens.list.count > last + 2, isAnd(last + 1), let far = day(last + 2) {
        days.append(far)
        last += 2
      }
    }
    var year = 0
    // "Sept. 2025": the full stop is that of the short form.
    let isShortened = last == month && tokens.list[month].end - tokens.list[month].start <= 4
    if tokens.list.count > last + 1, tokens.list[last + 1].mayBeYear,
      tokens.list[last + 1].flags.isDisjoint(
        with: isShortened ? [.clause, .opens] : [.clause, .stop, .opens])
    {
      last += 1
      year = Int(tokens.list[last].value)
    }
    // "mid-June of 2024", « juin de l’an 2024 » is rare.
    if year == 0, tokens.list.count > last + 2, isWord(last + 1, "of") || isWord(last + 1, "de"),
      tokens.list[last + 2].mayBeYear,
      tokens.list[last + 2].flags.isDisjoint(with: FactToken.Flags.breaks)
    {
      last += 2
      year = Int(tokens.list[last].value)
    }
    guard year > 0 || !days.isEmpty else { return month + 1 }
    for index in first...last { tokens.mark(index) }
    append(
      unit, first, last, year: year, endYear: year, month: Int(tokens.list[month].known),
      days: days, role: [], block)
    return last + 1
  }

  func isAnd(_ index: Int) -> Bool {
    let token = tokens.list[index]
    let text = document.text[token.start..<token.end]
    return text.elementsEqual("and".utf8) || text.elementsEqual("et".utf8)
      || text.elementsEqual("to".utf8) || text.elementsEqual("au".utf8)
      || text.elementsEqual("à".utf8)
  }

  private mutating func readYear(_ unit: Int, _ index: Int, _ block: Block) -> Int {
    let token = tokens.list[index]
    if token.flags.contains(.fiscalNumber) {
      guard token.value >= 1900, token.value <= 2100 else { return index + 1 }
      let year = Int(token.value)
      let end = fiscalEnd(token)
      tokens.mark(index)
      // "2027-03"; no later year can be meant, as in "2008-12".
      if end != year + 1, (1...12).contains(token.decimals), Int(token.decimals) <= year % 100 {
        append(
          unit, index, index, year: year, endYear: year, month: Int(token.decimals), days: [],
          role: [], block)
        return index + 1
      }
      // "2025-26 to 2027-28", « de 2025-2026 à 2027-2028 »
      if end == year + 1, let last = fiscalYear(behind: index) {
        for taken in index...last { tokens.mark(taken) }
        append(
          unit, index, last, year: year, endYear: fiscalEnd(last), month: 0, days: [],
          role: [.fiscal, .range], block)
        return last + 1
      }
      let part = end == year + 1 ? partOfYear(before: index) : nil
      append(
        unit, part?.first ?? index, index, year: year, endYear: end, month: 0, days: [],
        role: end == year + 1 ? [.fiscal, .range] : .range, block)
      if let part { narrow(to: part) }
      return index + 1
    }
    guard token.mayBeYear, !isCounted(index) else { return index + 1 }
    let year = Int(token.value)
    // 2017-03-07
    if index + 2 < tokens.list.count, tokens.list[index + 1].flags.contains(.joined),
      tokens.list[index + 2].flags.contains(.joined), let month = day(index + 1), month <= 12,
      let day = day(index + 2)
    {
      for taken in index...index + 2 { tokens.mark(taken) }
      append(
        unit, index, index + 2, year: year, endYear: year, month: month, days: [day], role: [],
        block)
      return index + 3
    }
    var last = index
    var end = year
    var role: DateFact.Role = []
    if index + 1 < tokens.list.count {
      let next = tokens.list[index + 1]
      if next.isNumber, next.flags.contains(.joined) || isDashed(index + 1) {
        if next.mayBeYear, Int(next.value) > year - 30 {
          end = Int(next.value)
          last = index + 1
        } else if next.end - next.start == 2, next.decimals == 0,
          Int(next.value) == (year + 1) % 100
        {
          end = year + 1
          last = index + 1
        }
      } else if index + 2 < tokens.list.count, tokens.list[index + 2].mayBeYear, isAnd(index + 1),
        !document.text[next.start..<next.end].elementsEqual("and".utf8),
        !document.text[next.start..<next.end].elementsEqual("et".utf8)
      {
        end = Int(tokens.list[index + 2].value)
        last = index + 2
      }
    }
    // « 2025-2026 à 2027-2028 »
    if last == index + 1, end == year + 1, let later = fiscalYear(behind: last) {
      last = later
      end = fiscalEnd(later)
      role.insert(.fiscal)
    }
    if last > index {
      role.insert(.range)
      if end == year + 1, isFiscal(index) || setting.periodYears == [year, end] {
        role.insert(.fiscal)
      }
    } else if isFiscal(index) {
      role.insert(.fiscal)
      end = year
    }
    for taken in index...last { tokens.mark(taken) }
    let isOne = last == index || role.contains(.fiscal) && end == year + 1
    let part = isOne ? partOfYear(before: index) : nil
    append(
      unit, part?.first ?? index, last, year: year, endYear: end, month: 0, days: [], role: role,
      block)
    if let part { narrow(to: part) }
    return last + 1
  }

  /// The last year of a token such as "2026-27".
  private func fiscalEnd(_ token: FactToken) -> Int {
    let year = Int(token.value)
    let tail = Int(token.decimals)
    return year / 100 * 100 + tail + (tail < year % 100 ? 100 : 0)
  }

  /// The last year that a token, or the two tokens from it on, stand for.
  private func fiscalEnd(_ last: Int) -> Int {
    let token = tokens.list[last]
    return token.flags.contains(.fiscalNumber) ? fiscalEnd(token) : Int(token.value)
  }

  /// The last token of a later fiscal year that "to" or a dash ties to one.
  private func fiscalYear(behind index: Int) -> Int? {
    var next = index + 1
    guard next < tokens.list.count else { return nil }
    if !tokens.list[next].isNumber {
      guard isAnd(next), !isWord(next, "and"), !isWord(next, "et") else { return nil }
      next += 1
    } else if !isDashed(next) {
      return nil
    }
    guard next < tokens.list.count,
      tokens.list[next].flags.isDisjoint(with: FactToken.Flags.breaks)
    else { return nil }
    let token = tokens.list[next]
    if token.flags.contains(.fiscalNumber) {
      return Int(token.value) > Int(tokens.list[index].value)
        && fiscalEnd(token) == Int(token.value) + 1 ? next : nil
    }
    // « 2027-2028 » is two tokens.
    guard token.mayBeYear, next + 1 < tokens.list.count, tokens.list[next + 1].mayBeYear,
      tokens.list[next + 1].flags.contains(.joined), tokens.list[next + 1].value == token.value + 1
    else { return nil }
    return next + 1
  }

  /// A dash with blanks around it between two years.
  private func isDashed(_ index: Int) -> Bool {
    let gap = document.text[tokens.list[index - 1].end..<tokens.list[index].start]
    return gap.count <= 7 && (gap.contains(0x2D) || gap.contains(0xE2)) && !gap.contains(0x2C)
      && !gap.contains(0x7C) && !gap.contains(0x29)
  }

  /// "2000 women": a number of people and no year.
  private func isCounted(_ index: Int) -> Bool {
    guard index + 1 < tokens.list.count else { return false }
    let next = tokens.list[index + 1]
    guard !next.isNumber, next.flags.isDisjoint(with: FactToken.Flags.breaks),
      !next.flags.contains(.capital), !next.flags.contains(.joined)
    else { return false }
    switch next.wordClass {
    case .none, .people, .staff, .gender, .programHead: break
    default: return false
    }
    guard index > 0 else { return true }
    switch tokens.list[index - 1].wordClass {
    case .none, .about, .atLeast, .over, .under, .planned, .modal: return true
    default: return false
    }
  }

  /// "fiscal year 2018", "FY 2018/19", « l’exercice 2018 ».
  private func isFiscal(_ index: Int) -> Bool {
    for back in max(0, index - 2)..<max(0, index)
    where tokens.list[back].wordClass == .fiscal { return true }
    return false
  }

  mutating func append(
    _ unit: Int, _ first: Int, _ last: Int, year: Int, endYear: Int, month: Int, days: [Int],
    role: DateFact.Role, _ block: Block
  ) {
    var role = role
    for back in stride(from: first - 1, through: max(0, first - 5), by: -1) {
      let token = tokens.list[back]
      if tokens.list[back + 1].flags.contains(.clause) { break }
      switch token.wordClass {
      case .deadline:
        role.insert(isUntil(token) ? .ending : .deadline)
      case .since: role.insert(.since)
      case .baseline: role.insert(.baseline)
      case .target: role.insert(.target)
      case .stop, .fiscal, .duration, .ordinal, .month:
        if isWord(back, "through") { role.insert(.ending) }
        continue
      case .none:
        if ["end", "fin", "late", "tard", "day", "jour", "début", "early", "mid"].contains(
          where: { isWord(back, $0) })
        {
          // « prend fin le »
          if isWord(back, "fin"), back > 0,
            document.text[tokens.list[back - 1].start..<tokens.list[back - 1].end]
              .starts(with: "pren".utf8)
          {
            role.insert(.ending)
            break
          }
          continue
        }
        let text = document.text[token.start..<token.end]
        if Self.endings.contains(where: { text.starts(with: $0.utf8) }) { role.insert(.ending) }
      default: break
      }
      break
    }
    if tokens.list[first].flags.contains(.opens) { role.insert(.inParentheses) }
    // "June 2029: …" opens an item of a list with its day.
    if first == 0, block.kind == .listItem, last + 1 < tokens.list.count,
      tokens.list[last + 1].flags.contains(.clause), !role.contains(.range)
    {
      role.insert(.deadline)
    }
    facts.dates.append(
      DateFact(
        unit: Int32(unit), start: UInt32(tokens.list[first].start),
        end: UInt32(tokens.list[last].end), year: Int16(year), endYear: Int16(endYear),
        month: UInt8(clamping: month), day: UInt8(days.first ?? 0), endDay: UInt8(days.last ?? 0),
        role: role, column: column(tokens.list[first].start, block)))
  }

  /// How verbs begin behind which a date is an end.
  private static let endings = [
    "ending", "ends", "ended", "sunset", "expir", "laps", "ceas", "cess", "termin", "achèv",
    "achev", "échoit", "concludes", "concluded",
  ]

  private func isUntil(_ token: FactToken) -> Bool {
    let first = document.text[token.start] | 0x20
    return first == 0x75 || first == 0x74 || first == 0x6A
  }
}
