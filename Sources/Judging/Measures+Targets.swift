internal import Matching
internal import SourceText

/// Figures that something is to reach.
///
/// A number with a noun is no target by itself: it must be what the sentence sets out to reach. What is
/// there already ("the four ports"), the size of a body ("a council of twelve"), who acts ("two hospitals
/// will receive …") and what a past clause counts are no targets.
extension Measures {
  func targets(atMost limit: Int) -> [SourceSpan] {
    var found: [SourceSpan] = []
    for index in reading.tokens.indices where found.count < limit {
      guard let value = quantity(index), value >= 2 else { continue }
      if isPercent(index) {
        if !inParentheses(index), !startsRise(index) { found.append(span(index, index)) }
        continue
      }
      if index > 0, lexicon.labels.contains(word(index - 1)) { continue }
      if reading.tokens[index].kind == .number,
        reading.words[index].contains(0x2E) || reading.words[index].contains(0x2C), value < 10
      {
        continue  // 4.2 is a label more often than a quantity
      }
      if reading.tokens[index].start > 0, text[reading.tokens[index].start - 1] == 0x24 { continue }
      if followedByDollar(index) || inParentheses(index) || isDayOrPosts(index) { continue }
      if lexicon.fractions.contains(word(index)) {
        if isPart(index) { found.append(span(index, index + 1)) }
        continue
      }
      if isShareOfNumber(index) {
        found.append(span(index, min(index + 2, reading.tokens.count - 1)))
      } else if isCounted(index), !isGiven(index), !isSize(index) {
        found.append(span(index, min(index + 1, reading.tokens.count - 1)))
      }
    }
    return found
  }

  /// True for a figure that the sentence itself calls a goal: "the aim is 90%", « la cible est de 95 % »,
  /// "against a goal of 25%".
  func isGoal(_ span: SourceSpan) -> Bool {
    let index = reading.firstToken(at: span.start)
    guard index > 0 else { return false }
    // "short of the 95% set for March".
    if index + 1 < reading.words.count, lexicon.goalParticiples.contains(word(index + 1)) {
      return true
    }
    for back in stride(from: index - 1, through: max(0, index - 5), by: -1) {
      guard reading.segments[back] == reading.segments[index] else { return false }
      if lexicon.stoodWords.contains(word(back)) { return false }
      if lexicon.goalWords.contains(word(back)) { return true }
    }
    return false
  }

  /// "from 11% to 18%": the first is where it starts.
  private func startsRise(_ index: Int) -> Bool {
    guard index > 0, lexicon.riseWords.contains(word(index - 1)) else { return false }
    return reading.tokens.indices.contains { next in
      next > index && reading.segments[next] == reading.segments[index] && isNumber(next)
        && isPercent(next)
    }
  }

  /// "40 of the 130 places", « 20 sur 70 ».
  private func isShareOfNumber(_ index: Int) -> Bool {
    guard index + 2 < reading.tokens.count, isNumber(index), year(index) == nil,
      lexicon.shareWords.contains(word(index + 1))
    else { return false }
    return (index + 2..<min(index + 4, reading.tokens.count)).contains {
      isNumber($0) && year($0) == nil
    }
  }

  /// True when a noun that is worth counting follows.
  private func isCounted(_ index: Int) -> Bool {
    var counted = false
    for next in index + 1..<max(index + 1, min(index + 4, reading.tokens.count)) {
      guard reading.clauses[next] == reading.clauses[index], !reading.afterComma[next],
        reading.tokens[next].kind != .number, !lexicon.smallWords.contains(word(next))
      else { break }
      if lexicon.uncounted.contains(word(next)) { return false }
      counted = true
    }
    return counted
  }

  /// "the four ports", « des cinq contingents »: they exist already; "all the 40", « la totalité des 150 » are
  /// to be reached.
  private func isGiven(_ index: Int) -> Bool {
    guard index > 0, lexicon.givenWords.contains(word(index - 1)) else { return false }
    return index < 2 || !lexicon.wholeWords.contains(word(index - 2))
  }

  /// "a council of twelve veterans", "each contingent of more than 15 officers".
  private func isSize(_ index: Int) -> Bool {
    for back in stride(from: index - 1, through: max(1, index - 3), by: -1)
    where back >= 1 && lexicon.shareWords.contains(word(back)) {
      return lexicon.bodyWords.contains(word(back - 1))
    }
    return false
  }

  /// "Two hospitals will receive …": who gets or does something, where the sentence gives no day or rhythm by
  /// which to count them; "three shelters will open" and "forty women will be trained" count.
  func isActor(_ span: SourceSpan) -> Bool {
    let index = reading.firstToken(at: span.start)
    guard !isPercent(index),
      let verb = reading.marks.first(where: {
        ($0.category == .binding || $0.category == .intending)
          && reading.clauses[$0.first] == reading.clauses[index]
      }), verb.first > index, !reading.isPassive(after: verb)
    else { return false }
    let isBody = (index + 1...min(index + 4, reading.words.count)).contains {
      $0 < verb.first && lexicon.actingWords.contains(word($0))
    }
    guard isBody else { return false }
    return !reading.tokens.indices.contains {
      lexicon.rhythmWords.contains(word($0)) || date(at: $0) != nil
    }
  }

  /// "le 31 mars", "6 FTEs": a day, or posts, which are money.
  private func isDayOrPosts(_ index: Int) -> Bool {
    guard index + 1 < reading.words.count else { return false }
    let next = word(index + 1)
    return lexicon.months.contains(next) || Self.posts.contains(next)
      || next == "full" || next == "équivalents"
  }

  /// "half of all postings", "les deux tiers des places"; not "the third plan", not "each quarter the …".
  private func isPart(_ index: Int) -> Bool {
    var next = index + 1
    guard next < reading.words.count,
      lexicon.shareWords.contains(word(next))
        || (word(index) == "half" && lexicon.partWords.contains(word(next)))
    else { return false }
    while next < reading.words.count, lexicon.partWords.contains(word(next)) { next += 1 }
    return next < reading.words.count && reading.tokens[next].kind == .word
      && !lexicon.timeWords.contains(word(next))
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
    guard mayBe(.quantity, index) else { return nil }
    if let value = lexicon.numberWords[word(index)] { return value }
    // « dans neuf camps »: nine before a plural, new elsewhere.
    if reading.language == .french, word(index) == "neuf", index + 1 < reading.words.count,
      let last = reading.words[index + 1].last, last == 0x73 || last == 0x78
    {
      return 9
    }
    return nil
  }
}
