internal import Documents
internal import SourceText

extension FactReading {
  /// Organizations, plan titles, term variants, names of programs and acronyms.
  mutating func readNames(_ unit: Int, _ language: Language) {
    let lexicon = Lexicon.of(language)
    let firstOrganization = facts.organizations.count
    var shortNames: [Int] = []
    var nameEnd = 0
    var index = 0
    while index < tokens.list.count {
      let token = tokens.list[index]
      var length = 1
      if token.firstPhrase >= 0 {
        if let (phrase, count) = longestPhrase(at: index, lexicon) {
          length = append(phrase, unit, index, count, &shortNames)
        }
      }
      if index >= nameEnd, token.flags.contains(.capital), !opensSentence(index) {
        nameEnd = index + readProperName(unit, index)
        if nameEnd <= index, language == .french { nameEnd = index + readHeadedName(unit, index) }
      }
      if token.flags.contains(.allCapitals) { readAcronym(unit, index) }
      if token.wordClass == .ordinal { readPlanOrdinal(unit, index, language) }
      index += length
    }
    settleShortNames(unit, firstOrganization, shortNames)
  }

  // MARK: Phrases

  private func longestPhrase(at index: Int, _ lexicon: Lexicon) -> (Lexicon.Phrase, Int)? {
    var best: (Lexicon.Phrase, Int)?
    var next = Int(tokens.list[index].firstPhrase)
    while next >= 0 {
      let phrase = lexicon.phrases[next]
      next = phrase.next
      guard index + phrase.keys.count <= tokens.list.count,
        phrase.keys.count > (best?.1 ?? 0) || (best.map { $0.0.plus != phrase.plus } ?? false)
      else { continue }
      guard fits(phrase, at: index) else { continue }
      if let known = best, known.1 == phrase.keys.count, known.0.plus { continue }
      best = (phrase, phrase.keys.count)
    }
    return best
  }

  private func fits(_ phrase: Lexicon.Phrase, at index: Int) -> Bool {
    for offset in phrase.keys.indices {
      let token = tokens.list[index + offset]
      guard token.key == phrase.keys[offset] else { return false }
      if offset > 0, phrase.kind != .planTitle,
        !token.flags.isDisjoint(with: [.clause, .opens, .stop, .closes])
      {
        return false
      }
    }
    let first = tokens.list[index]
    let last = tokens.list[index + phrase.keys.count - 1]
    if phrase.plus != last.flags.contains(.plus), phrase.plus { return false }
    switch phrase.kind {
    case .organization:
      if phrase.form == OrganizationCatalog.Name.Form.acronym.rawValue {
        // Letters with a mixed case, such as "StatCan", begin with a capital.
        return first.flags.contains(.allCapitals)
          || (first.flags.contains(.capital) && first.end - first.start > 5)
          || phrase.keys.count > 1 && first.flags.contains(.capital)
      }
      return phrase.needsCapitals || first.flags.contains(.capital)
    case .planTitle: return first.flags.contains(.capital)
    case .term, .marker: return !phrase.needsCapitals || first.flags.contains(.capital)
    }
  }

  private mutating func append(
    _ phrase: Lexicon.Phrase, _ unit: Int, _ index: Int, _ count: Int, _ shortNames: inout [Int]
  ) -> Int {
    let start = UInt32(tokens.list[index].start)
    let end = UInt32(tokens.list[index + count - 1].end)
    switch phrase.kind {
    case .organization:
      let isAcronym = phrase.form == OrganizationCatalog.Name.Form.acronym.rawValue
      let isShort = count == 1 && (!isAcronym || end - start <= 2)
      if isShort { shortNames.append(index) }
      if !isShort || isAcronym {
        facts.organizations.append(
          OrganizationFact(
            unit: Int32(unit), start: start, end: end, organization: Int16(phrase.value),
            isAcronym: isAcronym))
      }
    case .planTitle:
      facts.citations.append(
        CitationFact(
          unit: Int32(unit), start: start, end: end,
          number: Int32(PlanCatalog.all[phrase.value].edition), year: 0, endYear: 0,
          kind: .planTitle))
    case .term:
      facts.terms.append(
        TermFact(
          unit: Int32(unit), start: start, end: end, family: Int16(phrase.value),
          variant: Int16(phrase.form)))
    case .marker: break
    }
    return count
  }

  /// One plain word ("Justice") or two letters ("PS") name an organization only in the company of others.
  private mutating func settleShortNames(
    _ unit: Int, _ first: Int, _ shortNames: [Int]
  ) {
    let isShort = { (fact: OrganizationFact) in fact.isAcronym && fact.end - fact.start <= 2 }
    let sure = facts.organizations[first...].count { !isShort($0) }
    if sure == 0 { facts.organizations.removeSubrange(first...) }
    if sure >= 2 {
      for index in shortNames
      where tokens.list[index].flags.contains(.capital)
        && !tokens.list[index].flags.contains(.allCapitals)
      {
        addListed(unit, index)
      }
      // "justice, IRCC, CSC, and INAC": small letters in a list of departments.
      for index in tokens.list.indices
      where tokens.list[index].firstPhrase >= 0 && !tokens.list[index].flags.contains(.capital) {
        addListed(unit, index)
      }
    }
    facts.organizations[first...].sort { $0.start < $1.start }
  }

  private mutating func addListed(_ unit: Int, _ index: Int) {
    let token = tokens.list[index]
    let isDelimited =
      (index == 0 || !token.flags.isDisjoint(with: [.comma, .clause]))
      && (index + 1 == tokens.list.count
        || !tokens.list[index + 1].flags.isDisjoint(with: [.comma, .clause, .stop]))
    guard isDelimited, let language = Language.allCases.first(where: { phrase(index, $0) != nil }),
      let phrase = phrase(index, language)
    else { return }
    facts.organizations.append(
      OrganizationFact(
        unit: Int32(unit), start: UInt32(token.start), end: UInt32(token.end),
        organization: Int16(phrase.value), isAcronym: false))
  }

  private func phrase(_ index: Int, _ language: Language) -> Lexicon.Phrase? {
    let lexicon = Lexicon.of(language)
    var next = Int(lexicon.entry(tokens.list[index].key).firstPhrase)
    while next >= 0 {
      let phrase = lexicon.phrases[next]
      if phrase.kind == .organization, phrase.keys.count == 1,
        phrase.form != OrganizationCatalog.Name.Form.acronym.rawValue
      {
        return phrase
      }
      next = phrase.next
    }
    return nil
  }

  // MARK: Plans

  /// "second National Action Plan", « deuxième Plan d’action national », "third C-NAP".
  private mutating func readPlanOrdinal(_ unit: Int, _ index: Int, _ language: Language) {
    let ordinal = tokens.list[index]
    guard (1...9).contains(ordinal.known), index + 1 < tokens.list.count else { return }
    var last = index
    var seen = 0
    let wanted: [String] =
      language == .english
      ? ["national", "action", "plan"] : ["plan", "d’action", "d'", "d’", "action", "national"]
    for later in index + 1..<min(index + 6, tokens.list.count) {
      let token = tokens.list[later]
      let text = String(decoding: document.text[token.start..<token.end], as: UTF8.self)
        .lowercased()
      if wanted.contains(text) {
        if text == "national" || text == "plan" || text == "action" { seen += 1 }
        last = later
      } else if text == "nap" || text == "cnap" || text == "pan" {
        seen = 3
        last = later
      } else if text != "c" && text != "canadian" {
        break
      }
    }
    guard seen >= 3 else { return }
    facts.citations.append(
      CitationFact(
        unit: Int32(unit), start: UInt32(ordinal.start), end: UInt32(tokens.list[last].end),
        number: Int32(ordinal.known), year: 0, endYear: 0, kind: .planOrdinal))
  }

  // MARK: Names

  /// "Funding for the Anchor Initiative": the first word has its capital from its place; "The Anchor
  /// Initiative" is the same as "the Anchor Initiative".
  private func opensSentence(_ index: Int) -> Bool {
    if tokens.list[index].wordClass == .stop, tokens.list[index].end - tokens.list[index].start <= 5
    {
      return true
    }
    return index == 0 && tokens.list.count > 1 && tokens.list[1].wordClass == .stop
      && !tokens.list[1].flags.contains(.capital) && !isHead(tokens.list[0])
  }

  /// Two or more words with capitals, small words between them allowed.
  ///
  /// - Returns: How many tokens belong to it; 0 when it is no name.
  private mutating func readProperName(_ unit: Int, _ index: Int) -> Int {
    var last = index
    var capitals = 1
    var hasHead = isHead(tokens.list[index])
    var hash: UInt32 = 0x811c_9dc5
    func mix(_ token: FactToken) {
      hash = (hash ^ UInt32(truncatingIfNeeded: token.key)) &* 0x0100_0193
    }
    mix(tokens.list[index])
    var next = index + 1
    while next < tokens.list.count, next - index < 12 {
      let token = tokens.list[next]
      guard token.flags.isDisjoint(with: FactToken.Flags.breaks), !token.isNumber else { break }
      if token.flags.contains(.capital) {
        capitals += 1
        last = next
        mix(token)
        if isHead(token) { hasHead = true }
      } else if token.wordClass != .stop || next - last > 2 || (hasHead && isAnd(next)) {
        break
      }
      next += 1
    }
    guard capitals >= 2, hasHead, last - index >= 1 else { return 0 }
    facts.names.append(
      NameFact(
        unit: Int32(unit), start: UInt32(tokens.list[index].start),
        end: UInt32(tokens.list[last].end), key: hash, hasHead: hasHead))
    return last - index + 1
  }

  private func isHead(_ token: FactToken) -> Bool {
    token.wordClass == .programHead || token.wordClass == .instrumentHead
  }

  /// « la Directive sur la prévention de l’exploitation »: in French only the head has a capital.
  ///
  /// - Returns: How many tokens belong to it; 0 when it is no name.
  private mutating func readHeadedName(_ unit: Int, _ index: Int) -> Int {
    guard isHead(tokens.list[index]), index + 2 < tokens.list.count,
      tokens.list[index + 1].wordClass == .stop,
      index > 0 || document.blocks[Int(source[unit].block)].kind == .heading
    else { return 0 }
    var hash: UInt32 = 0x811c_9dc5
    func mix(_ token: FactToken) {
      hash = (hash ^ UInt32(truncatingIfNeeded: token.key)) &* 0x0100_0193
    }
    mix(tokens.list[index])
    var last = index
    var content = 0
    for next in index + 1..<min(index + 8, tokens.list.count) {
      let token = tokens.list[next]
      guard token.flags.isDisjoint(with: FactToken.Flags.breaks), !token.isNumber,
        !token.flags.contains(.future)
      else { break }
      if token.wordClass == .stop {
        if ["qui", "que", "est", "sont", "a", "ont", "et"].contains(where: { isWord(next, $0) }) {
          break
        }
        continue
      }
      guard token.wordClass.isContent, token.wordClass != .modal else { break }
      mix(token)
      last = next
      content += 1
      if content == 2 { break }
    }
    guard content > 0 else { return 0 }
    facts.names.append(
      NameFact(
        unit: Int32(unit), start: UInt32(tokens.list[index].start),
        end: UInt32(tokens.list[last].end), key: hash, hasHead: true))
    return last - index + 1
  }

  // MARK: Acronyms

  private mutating func readAcronym(_ unit: Int, _ index: Int) {
    let token = tokens.list[index]
    let length = token.end - token.start
    guard length >= 2, length <= 10, !token.isNumber else { return }
    var fact = AcronymFact(
      unit: Int32(unit), start: UInt32(token.start), end: UInt32(token.end),
      key: UInt32(truncatingIfNeeded: token.key), expansionStart: 0, expansionEnd: 0)
    let closes =
      token.end < document.text.count && document.text[token.end] == 0x29
      || (index + 1 < tokens.list.count && tokens.list[index + 1].flags.contains(.closes))
    if token.flags.contains(.opens), closes, index > 0 {
      let initial = document.text[token.start] | 0x20
      for back in stride(from: index - 1, through: max(0, index - 10), by: -1) {
        if !tokens.list[back + 1].flags.isDisjoint(with: [.clause, .stop]) { break }
        if document.text[tokens.list[back].start] | 0x20 == initial, index - back >= length - 1 {
          fact.expansionStart = UInt32(tokens.list[back].start)
          fact.expansionEnd = UInt32(tokens.list[index - 1].end)
          break
        }
      }
    }
    facts.acronyms.append(fact)
  }
}
