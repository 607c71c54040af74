internal import Matching
internal import SourceText

/// Where a promise starts from, what follows it, and who answers for it.
extension Measures {
  func baseline() -> SourceSpan? {
    for index in reading.tokens.indices {
      if mayBe(.baseline, index), !isIntoBudget(index), isGivenBaseline(index) {
        return span(index, index)
      }
      guard reading.tokens[index].kind == .number, isPercent(index), index > 0 else { continue }
      let before = word(index - 1)
      if before == "from" || (reading.language == .french && before == "de"), !isRounded(index - 1),
        !tellsPast(index)
      {
        return span(index - 1, index)
      }
      if isCompared(index) { return span(index - 1, index) }
    }
    return pastShare()
  }

  /// « moins de 3 % », « près de 40 % »: how exact a share is, not where it starts.
  private func isRounded(_ de: Int) -> Bool {
    de > 0 && Self.rounding.contains(word(de - 1))
  }

  private static let rounding: Set<String> = [
    "moins", "plus", "près", "loin", "environ", "autour", "alentour", "proche", "quelque", "lors",
    "tour", "hauteur",
  ]

  /// "…, compared with 64% on April 1", « contre 28 % en 2026 »: the share that another of the unit is held
  /// against.
  private func isCompared(_ index: Int) -> Bool {
    let before = word(index - 1)
    let compares =
      switch reading.language {
      case .english:
        (before == "with" || before == "to") && index > 1 && word(index - 2) == "compared"
      case .french: before == "contre"
      }
    guard compares else { return false }
    let promise = reading.marks.contains {
      ($0.category == .binding || $0.category == .intending) && $0.first < index
        && reading.segments[$0.first] == reading.segments[index]
    }
    return promise
      && reading.tokens.indices.contains { $0 < index && isNumber($0) && isPercent($0) }
  }

  /// A baseline has a value, or says how it came about; "a needed baseline" is a figure of speech.
  private func isGivenBaseline(_ index: Int) -> Bool {
    if reading.tokens.indices.contains(where: { isNumber($0) && year($0) == nil }) { return true }
    return index + 1 < reading.words.count && Self.settingWords.contains(word(index + 1))
  }

  private static let settingWords: Set<String> = [
    "set", "established", "measured", "collected", "taken", "year",
  ]

  /// "written into the baseline": money that stays, not where a figure starts.
  private func isIntoBudget(_ index: Int) -> Bool {
    index >= 2 && word(index - 1) == "the" && (word(index - 2) == "into" || word(index - 2) == "in")
  }

  /// "has gone from 54% to 83%": a result, not where a promise starts.
  private func tellsPast(_ index: Int) -> Bool {
    let governing = reading.marks.last { mark in
      guard reading.clauses[mark.first] == reading.clauses[index], mark.first < index else {
        return false
      }
      return mark.category == .past || mark.category == .binding || mark.category == .intending
    }
    return governing?.category == .past
  }

  /// "58% of officers had taken it in 2025 and all are to have done so by 2027": the share that a past clause
  /// gives, where another is to be reached later in the unit.
  func pastShare() -> SourceSpan? {
    let shares = reading.tokens.indices.filter { isNumber($0) && isPercent($0) }
    guard let first = shares.first else { return nil }
    let isFollowed = reading.tokens.indices.contains { next in
      guard next > first, shares.contains(next) || lexicon.wholeWords.contains(word(next)),
        let stood = (max(0, first - 6)..<next).last(where: {
          lexicon.stoodWords.contains(word($0))
        })
      else { return false }
      if reading.segments[next] > reading.segments[first], isGoal(span(next, next)) { return true }
      return reading.marks.contains { mark in
        mark.first > stood && (mark.category == .binding || mark.category == .intending)
      }
    }
    return isFollowed ? span(first, first) : nil
  }

  func indicator() -> SourceSpan? {
    let isRow = text[spanOfUnit.range].contains(0x7C)
    for index in reading.tokens.indices.dropLast()
    where mayBe(.indicator, index)
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

  /// The first branch or post that answers for something.
  func owner() -> SourceSpan? {
    for mark in reading.marks(.owner) {
      let first = reading.tokens[mark.first].start
      let last = reading.tokens[mark.last].start
      let capital = isCapital(first) || isCapital(last)
      // "the bureau de Toronto": a place name makes a French office a named one.
      let named =
        mark.last + 1 < reading.tokens.count && isCapital(reading.tokens[mark.last + 1].start)
      let sentenceStart = first == spanOfUnit.start && !isCapital(last)
      guard
        (capital && !sentenceStart) || named || Self.plainOwners.contains(word(mark.first))
      else { continue }
      if isWholeHouse(mark) || isRecipient(mark) || reading.isPossessive(mark) || isDenied(mark) {
        continue
      }
      return reading.span(mark)
    }
    return nil
  }

  /// "the Office will", "le Centre": the department under its short name, not a part of it.
  private func isWholeHouse(_ mark: UnitReading.Mark) -> Bool {
    guard mark.first == mark.last, Self.houses.contains(word(mark.first)) else { return false }
    if mark.first > 0, isCapital(reading.tokens[mark.first - 1].start),
      !lexicon.givenWords.contains(word(mark.first - 1)), !isArticle(mark.first - 1)
    {
      return false
    }
    guard mark.last + 1 < reading.tokens.count else { return true }
    // "the Office of Protocol", « le Secrétariat des missions »; not « Centre-Nord ».
    return !lexicon.shareWords.contains(word(mark.last + 1))
  }

  private static let houses: Set<String> = [
    "office", "unit", "centre", "command", "secrétariat", "secretariat", "bureau", "commission",
  ]

  private func isArticle(_ index: Int) -> Bool { Self.articles.contains(word(index)) }

  private static let articles: Set<String> = [
    "the", "an", "a", "our", "its", "le", "la", "l", "un", "une", "notre", "son", "sa", "which",
    "whom",
    "laquelle", "lequel",
  ]

  /// "sends it to the Integrity Office", « avec laquelle le bureau de Kalembe s'entretient »: named, but it
  /// answers for nothing. What is given to it as a task is its own.
  private func isRecipient(_ mark: UnitReading.Mark) -> Bool {
    var index = mark.first - 1
    while index >= 0, mark.first - index <= 3, !reading.afterComma[index + 1],
      reading.clauses[index] == reading.clauses[mark.first]
    {
      if lexicon.recipientWords.contains(word(index)) {
        return !(max(0, index - 4)..<index).contains { back in
          Self.entrusting.contains { word(back).hasPrefix($0) }
        }
      }
      // Only articles and names stand between a preposition and its noun.
      guard isArticle(index) || isCapital(reading.tokens[index].start) else { return false }
      index -= 1
    }
    return false
  }

  /// Beginnings of verbs that make the one whom they name answerable.
  private static let entrusting = [
    "assign", "entrust", "fall", "belong", "pass", "task", "lies", "confi", "attribu", "incomb",
    "revien", "charg", "remis", "délégu", "appartien",
  ]

  /// "the fleet, not the gender office", « et non le Bureau du genre ».
  private func isDenied(_ mark: UnitReading.Mark) -> Bool {
    (max(0, mark.first - 2)..<mark.first).contains { Self.denials.contains(word($0)) }
  }

  private static let denials: Set<String> = ["not", "non", "pas"]

  /// Positions that are named well enough without capitals.
  private static let plainOwners: Set<String> = [
    "regional", "sous", "assistant", "régional", "head", "liaison", "hub", "attaché", "attachée",
    "agent", "agente", "vice", "commissaire",
  ]

  private var spanOfUnit: SourceSpan {
    SourceSpan(
      start: reading.tokens.first?.start ?? 0,
      end: max(reading.tokens.last?.end ?? 0, reading.tokens.first?.start ?? 0))
  }
}
