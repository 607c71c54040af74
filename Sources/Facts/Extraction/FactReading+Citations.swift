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
      if token.isNumber, token.value >= 100, token.value <= 3000, token.decimals == 0,
        !token.flags.contains(.dollarBefore), !token.flags.contains(.fiscalNumber)
      {
        var year = 0
        tokens.mark(index)
        if index + 1 < tokens.list.count, tokens.list[index + 1].mayBeYear,
          tokens.list[index + 1].flags.contains(.opens)
        {
          year = Int(tokens.list[index + 1].value)
        } else if let adopted = adoptionYear(after: index) {
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

  /// "1325, adopted in 2000", « 1325, adoptée en 2000 ».
  private func adoptionYear(after index: Int) -> Int? {
    guard index + 1 < tokens.list.count else { return nil }
    let next = tokens.list[index + 1]
    let text = document.text[next.start..<next.end]
    let isAdopted =
      text.starts(with: "adopt".utf8) || text.starts(with: "pass".utf8)
      || text.elementsEqual("of".utf8) || text.elementsEqual("de".utf8)
    guard isAdopted else { return nil }
    for later in index + 2..<min(index + 6, tokens.list.count) {
      if tokens.list[later].flags.contains(.stop) { return nil }
      if tokens.list[later].mayBeYear { return Int(tokens.list[later].value) }
    }
    return nil
  }
}
