internal import Documents
internal import SourceText

extension FactReading {
  /// Resolutions with their years; their numbers are taken from the dates and counts.
  mutating func readCitations(_ unit: Int, _ language: Language) {
    var index = 0
    while index < tokens.list.count {
      if tokens.list[index].wordClass == .resolution {
        index = readResolutions(unit, index)
      } else {
        index += 1
      }
    }
  }

  private mutating func readResolutions(_ unit: Int, _ start: Int) -> Int {
    var index = start + 1
    var skipped = 0
    var found = false
    while index < tokens.list.count {
      let token = tokens.list[index]
      if token.flags.contains(.stop) || (token.flags.contains(.clause) && found) { break }
      // "the Council's resolution of 2016" gives a year.
      if token.isNumber, token.mayBeYear, index > start + 1,
        isWord(index - 1, "of") || isWord(index - 1, "de") || isWord(index - 1, "in")
          || isWord(index - 1, "en")
      {
        break
      }
      if token.isNumber, token.value >= 100, token.value <= 3000, token.decimals == 0,
        !token.flags.contains(.dollarBefore), !token.flags.contains(.fiscalNumber)
      {
        var year = 0
        tokens.mark(index)
        if let dated = yearInParentheses(index) {
          year = dated
        } else if let adopted = adoptionYear(after: index) {
          year = adopted
        } else if let adopted = adoptionYear(around: start, index) {
          year = adopted
        } else if !found, let adopted = adoptionYear(before: start) {
          year = adopted
        }
        facts.citations.append(
          CitationFact(
            unit: Int32(unit), start: UInt32(token.start), end: UInt32(token.end),
            number: Int32(token.value), year: Int16(year), endYear: Int16(year), kind: .resolution))
        found = true
        let holdsYear = year > 0 && index + 1 < tokens.list.count
        index += holdsYear && tokens.list[index + 1].mayBeYear ? 2 : 1
        skipped = 0
        continue
      }
      // "resolution 1325 and 1820", "resolution number 1325", "résolutions 1325 et 1820"; no more.
      guard !token.isNumber, skipped < (found ? 1 : 4),
        found ? token.wordClass == .stop : !token.flags.contains(.comma)
      else { break }
      skipped += 1
      index += 1
    }
    return max(index, start + 1)
  }

  /// "2242 (October 2015)", « 2242 (le 13 octobre 2015) ».
  private func yearInParentheses(_ index: Int) -> Int? {
    guard index + 1 < tokens.list.count, tokens.list[index + 1].flags.contains(.opens) else {
      return nil
    }
    for later in index + 1..<min(index + 6, tokens.list.count) {
      let token = tokens.list[later]
      if token.mayBeYear { return Int(token.value) }
      if later > index + 1, !token.flags.isDisjoint(with: [.closes, .stop, .clause, .opens]) {
        return nil
      }
      if token.isNumber, token.value > 31 { return nil }
    }
    return nil
  }

  /// "1325, adopted in 2000", « 1325 du Conseil, adoptée en avril 2000 », "1325 of 2000".
  private func adoptionYear(after index: Int) -> Int? {
    guard index + 1 < tokens.list.count else { return nil }
    // "2242/2015"
    let next = tokens.list[index + 1]
    if next.mayBeYear, next.flags.contains(.slash) { return Int(next.value) }
    if isWord(index + 1, "from"), index + 2 < tokens.list.count, tokens.list[index + 2].mayBeYear {
      return Int(tokens.list[index + 2].value)
    }
    let isTied =
      isWord(index + 1, "of") || isWord(index + 1, "de") || isWord(index + 1, "du")
      || isWord(index + 1, "dated") || isWord(index + 1, "datée")
    var isAdopted = false
    for later in index + 1..<min(index + 20, tokens.list.count) {
      let token = tokens.list[later]
      if token.flags.contains(.stop) { return nil }
      if token.mayBeYear {
        return isAdopted || (isTied && later <= index + 5) ? Int(token.value) : nil
      }
      // Another resolution's year is not this one's.
      if token.isNumber, token.value >= 1000 { return nil }
      if isAdoption(later) || isOrigin(later) { isAdopted = true }
    }
    return nil
  }

  /// "dates from", « remonte à », "came in", « a vu le jour ».
  private func isOrigin(_ index: Int) -> Bool {
    // "came in 1998", but not "the study of it came out in 2015".
    if isWord(index, "came") { return index + 1 < tokens.list.count && isWord(index + 1, "in") }
    return [
      "dates", "dating", "date", "datant", "remonte", "remontant", "jour", "voted", "votée",
      "agreed", "born", "née",
    ].contains { isWord(index, $0) }
  }

  /// "The Council passed resolution 1325 in the autumn of 2000": the verb in front, the year behind.
  private func adoptionYear(around start: Int, _ index: Int) -> Int? {
    guard (max(0, start - 4)..<start).contains(where: isAdoption), index + 1 < tokens.list.count
    else { return nil }
    var isTied = false
    for later in index + 1..<min(index + 8, tokens.list.count) {
      let token = tokens.list[later]
      if !token.flags.isDisjoint(with: [.stop, .clause]) { return nil }
      if token.mayBeYear { return isTied ? Int(token.value) : nil }
      if token.isNumber, token.value >= 1000 { return nil }
      if ["in", "of", "on", "en", "de", "à", "le"].contains(where: { isWord(later, $0) }) {
        isTied = true
      }
    }
    return nil
  }

  /// "In 2000 the Council adopted resolution 1325": the year in front, with nothing but the Council between.
  private func adoptionYear(before start: Int) -> Int? {
    var isAdopted = false
    for back in stride(from: start - 1, through: max(0, start - 9), by: -1) {
      let token = tokens.list[back]
      if token.mayBeYear {
        // "Adopted in 2012, resolution 1960", "the 2001 resolution, number 1325"
        let isInFront = start - back <= 2 && (max(0, back - 2)..<back).contains(where: isAdoption)
        let isOfYear =
          back == start - 1 && back > 0 && tokens.list[start].flags.isDisjoint(with: .comma)
          && (isWord(back - 1, "the") || isWord(back - 1, "The"))
        return isAdopted || isInFront || isOfYear ? Int(token.value) : nil
      }
      if tokens.list[back + 1].flags.contains(.stop) || token.isNumber { return nil }
      if isAdoption(back) { isAdopted = true }
    }
    return nil
  }

  private func isAdoption(_ index: Int) -> Bool {
    let token = tokens.list[index]
    let text = document.text[token.start..<token.end]
    return text.starts(with: "adopt".utf8) || text.elementsEqual("passed".utf8)
      || text.starts(with: "votée".utf8)
      || text.elementsEqual("approved".utf8) || text.starts(with: "approuv".utf8)
  }
}
