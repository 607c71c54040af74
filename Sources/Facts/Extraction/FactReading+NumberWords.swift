internal import Documents
internal import SourceText

/// A number that is written in words, or in digits with words behind them.
struct NumberWords {
  var value: Double
  /// Token that it ends with.
  var last: Int
  /// A share of a whole, in per cent.
  var isShare = false
  /// « une trentaine ».
  var isAbout = false
}

extension FactReading {
  /// "sixty-four", "two hundred and fifty", "four and a half million", « soixante et onze »,
  /// « quatre-vingt-dix-sept », « deux millions et demi », "a dozen", "half a million"; `nil` where no number
  /// in words begins.
  func numberWords(_ index: Int) -> NumberWords? {
    if let share = share(index) { return share }
    if let half = halfOfScale(index) { return half }
    var total = 0.0
    var below = 0.0
    var scale = 1.0
    var last = index - 1
    var isAbout = false
    var next = index
    while next < tokens.list.count {
      let token = tokens.list[next]
      if next > index, !token.flags.isDisjoint(with: FactToken.Flags.breaks) { break }
      if let unit = digitWord(next, behind: below, first: next == index) {
        guard let sum = Self.joined(below, unit) else { break }
        below = sum
        isAbout = isAbout || isRoughly(next)
      } else if token.wordClass == .scale {
        guard let scaled = scaled(&below, &total, token.known, next, index) else { break }
        scale = scaled
      } else if next > index, isAnd(next), let step = linked(next, below, total) {
        if step.isHalf {
          if below > 0 { below += 0.5 } else { total += scale / 2 }
        }
        last = step.last
        next = step.last + 1
        continue
      } else {
        break
      }
      last = next
      next += 1
    }
    guard last >= index, total + below > 0 else { return nil }
    return NumberWords(value: total + below, last: last, isAbout: isAbout)
  }

  /// The value of a word below a hundred; "one" and « un » count only behind tens or before a scale.
  private func digitWord(_ index: Int, behind below: Double, first: Bool) -> Double? {
    let token = tokens.list[index]
    if token.wordClass == .number { return Double(token.known) }
    guard isOne(index) else { return nil }
    if first {
      return index + 1 < tokens.list.count && tokens.list[index + 1].wordClass == .scale
        && tokens.list[index + 1].flags.isDisjoint(with: FactToken.Flags.breaks) ? 1 : nil
    }
    let tens = below.truncatingRemainder(dividingBy: 100)
    return tens >= 20 && tens.truncatingRemainder(dividingBy: 10) == 0 ? 1 : nil
  }

  private func isOne(_ index: Int) -> Bool {
    isWord(index, "one") || isWord(index, "One") || isWord(index, "un") || isWord(index, "une")
      || isWord(index, "Un")
  }

  /// « une trentaine », but "a dozen" is twelve.
  private func isRoughly(_ index: Int) -> Bool {
    let token = tokens.list[index]
    return document.text[token.start..<token.end].suffix(4).elementsEqual("aine".utf8)
  }

  /// What a word below a hundred makes with what stands before it; `nil` when it begins another number.
  private static func joined(_ below: Double, _ unit: Double) -> Double? {
    let rest = below.truncatingRemainder(dividingBy: 100)
    // « quatre-vingts »
    if rest == 4, unit == 20 { return below + 76 }
    if rest == 0 { return below + unit }
    if unit == 12, rest < 12, rest > 0, below < 100 { return below * 12 }
    guard rest >= 20, rest.truncatingRemainder(dividingBy: 10) == 0 else {
      // « dix-sept », « soixante-dix-sept »
      let ten = rest.truncatingRemainder(dividingBy: 20)
      return ten == 10 && unit >= 7 && unit <= 9 ? below + unit : nil
    }
    let limit: Double = rest == 60 || rest == 80 ? 20 : 10
    return unit < limit ? below + unit : nil
  }

  /// Puts a hundred, thousand, million or billion to what stands before it; its size, or `nil` when it stands
  /// alone and is no number: "million" behind nothing.
  private func scaled(
    _ below: inout Double, _ total: inout Double, _ power: Int16, _ index: Int, _ first: Int
  ) -> Double? {
    var size = 1.0
    for _ in 0..<power { size *= 10 }
    if power == 2 {
      below = max(below, 1) * 100
      return size
    }
    if index == first, power >= 6 {
      guard index > 0, isWord(index - 1, "a") || isOne(index - 1) else { return nil }
    }
    if below == 0, total > 0 {
      // « deux mille millions » is one number, "million thousand" none.
      total *= size
    } else {
      total += max(below, 1) * size
    }
    below = 0
    return size
  }

  /// Behind "and" or « et »: the token that the number goes on to, or its half.
  private func linked(
    _ index: Int, _ below: Double, _ total: Double
  ) -> (last: Int, isHalf: Bool)? {
    func isHalf(_ at: Int) -> Bool {
      at < tokens.list.count
        && (isWord(at, "half") || isWord(at, "demi") || isWord(at, "demie"))
        && tokens.list[at].flags.isDisjoint(with: FactToken.Flags.breaks)
    }
    if isHalf(index + 1) { return (index + 1, true) }
    if index + 2 < tokens.list.count, isWord(index + 1, "a") || isOne(index + 1),
      isHalf(index + 2)
    {
      return (index + 2, true)
    }
    guard index + 1 < tokens.list.count,
      tokens.list[index + 1].flags.isDisjoint(with: FactToken.Flags.breaks),
      isWord(index, "and") || isWord(index, "et")
    else { return nil }
    let tens = below.truncatingRemainder(dividingBy: 100)
    // "two hundred and fifty"; « vingt et un », « soixante et onze ».
    let isEnglish =
      isWord(index, "and") && tens == 0 && tokens.list[index - 1].wordClass == .scale
      && tokens.list[index - 1].known <= 3 && tokens.list[index + 1].wordClass == .number
    let isFrench =
      isWord(index, "et") && tens >= 20 && tens.truncatingRemainder(dividingBy: 10) == 0
      && (isOne(index + 1) || (tens == 60 && isWord(index + 1, "onze")))
    return isEnglish || isFrench ? (index, false) : nil
  }

  /// "half a million", « un demi-million ».
  private func halfOfScale(_ index: Int) -> NumberWords? {
    let isEnglish = isWord(index, "half") || isWord(index, "Half")
    guard isEnglish || isWord(index, "demi") else { return nil }
    var at = index + 1
    if isEnglish, at < tokens.list.count, isWord(at, "a") { at += 1 }
    // "half a dozen million", « une demi-douzaine de millions »
    if at < tokens.list.count, isWord(at, "dozen") || isWord(at, "douzaine"),
      tokens.list[at].flags.isDisjoint(with: FactToken.Flags.breaks)
    {
      var value = 6.0
      var last = at
      var next = at + 1
      if next < tokens.list.count, isWord(next, "de") { next += 1 }
      if next < tokens.list.count, tokens.list[next].wordClass == .scale,
        tokens.list[next].known >= 3
      {
        for _ in 0..<tokens.list[next].known { value *= 10 }
        last = next
      }
      return NumberWords(value: value, last: last)
    }
    guard at < tokens.list.count, tokens.list[at].wordClass == .scale,
      tokens.list[at].known >= 3, tokens.list[at].flags.isDisjoint(with: FactToken.Flags.breaks)
    else { return nil }
    var value = 0.5
    for _ in 0..<tokens.list[at].known { value *= 10 }
    return NumberWords(value: value, last: at)
  }

  // MARK: Shares

  /// "half of", "a third of the", "two thirds", "three quarters of", "one in five", « la moitié »,
  /// « le tiers », « un quart des », as per cent.
  private func share(_ index: Int) -> NumberWords? {
    if let share = oneIn(index) { return share }
    if isWord(index, "half") || isWord(index, "Half") {
      guard index + 1 >= tokens.list.count || !isHalfOfTime(index) else { return nil }
      return NumberWords(value: 50, last: index, isShare: true)
    }
    if isWord(index, "moitié") || isWord(index, "Moitié") {
      return NumberWords(value: 50, last: index, isShare: true)
    }
    let count = numerator(index)
    guard count > 0, index + 1 < tokens.list.count,
      tokens.list[index + 1].flags.isDisjoint(with: FactToken.Flags.breaks)
    else { return nil }
    let part = index + 1
    guard let parts = denominator(part), count < parts else { return nil }
    let next = part + 1
    let isFollowed =
      next >= tokens.list.count
      || [
        "of", "de", "des", "du", "d'", "d’", "aux", "au", "for", "to", "goes", "went", "seront",
        "sont", "were", "are", "will", "étaient",
      ]
      .contains { isWord(next, $0) }
      || !tokens.list[next].flags.isDisjoint(with: FactToken.Flags.breaks)
    // "a third party", « un tiers », "each quarter": only the plural and « le tiers » stand alone.
    guard count > 1 || isFollowed else { return nil }
    return NumberWords(value: 100 * count / parts, last: part, isShare: true)
  }

  private func isHalfOfTime(_ index: Int) -> Bool {
    let next = tokens.list[index + 1]
    if next.flags.contains(.joined) || next.wordClass == .duration || isWord(index + 1, "a")
      || isWord(index + 1, "an") || isWord(index + 1, "hour")
    {
      return true
    }
    guard index > 0 else { return false }
    let before = tokens.list[index - 1]
    // "the second half", "the latter half", "four and a half", "one-and-a-half".
    return before.wordClass == .ordinal || isWord(index - 1, "latter") || isWord(index - 1, "last")
      || isWord(index - 1, "a") || isWord(index - 1, "other")
  }

  private func numerator(_ index: Int) -> Double {
    if tokens.list[index].wordClass == .number, tokens.list[index].known < 10 {
      return Double(tokens.list[index].known)
    }
    return isOne(index) || ["a", "A", "le", "Le"].contains { isWord(index, $0) } ? 1 : 0
  }

  private func denominator(_ index: Int) -> Double? {
    Self.denominators.first { isWord(index, $0.0) }?.1
  }

  private static let denominators: [(StaticString, Double)] = [
    ("third", 3), ("thirds", 3), ("tiers", 3), ("quarter", 4), ("quarters", 4), ("quart", 4),
    ("quarts", 4), ("fifth", 5), ("fifths", 5), ("cinquième", 5), ("cinquièmes", 5),
    ("tenth", 10), ("tenths", 10), ("dixième", 10), ("dixièmes", 10),
  ]

  /// "one in five", "three out of four", « une femme sur cinq ».
  private func oneIn(_ index: Int) -> NumberWords? {
    let count = numerator(index)
    guard count > 0, isOne(index) || tokens.list[index].wordClass == .number,
      index + 2 < tokens.list.count
    else { return nil }
    var at = index + 1
    if isWord(at, "out"), isWord(at + 1, "of") {
      at += 2
    } else if isWord(at, "in"), isOne(index) || isWord(at + 1, "every") || isShareOf(at + 1) {
      at += isWord(at + 1, "every") ? 2 : 1
    } else if index + 3 < tokens.list.count, isWord(index + 2, "sur"),
      isOne(index) || isShareOf(index + 3)
    {
      at = index + 3
    } else if isWord(at, "sur"), isShareOf(at + 1) {
      at += 1
    } else if isOne(index), let behind = behindNoun(index) {
      at = behind
    } else {
      return nil
    }
    guard at < tokens.list.count, tokens.list[at].wordClass == .number,
      Double(tokens.list[at].known) > count, tokens.list[at].known <= 20,
      tokens.list[at].flags.isDisjoint(with: FactToken.Flags.breaks)
    else { return nil }
    // "one in two years", « un mois sur trois »: no people.
    if at + 1 < tokens.list.count, tokens.list[at + 1].wordClass == .duration { return nil }
    return NumberWords(value: 100 * count / Double(tokens.list[at].known), last: at, isShare: true)
  }

  /// « un médiateur inscrit sur quatre »: behind a noun with its adjectives, and nothing between.
  private func behindNoun(_ index: Int) -> Int? {
    for at in index + 3...index + 5 where at + 1 < tokens.list.count {
      guard tokens.list[at - 1].flags.isDisjoint(with: FactToken.Flags.breaks),
        tokens.list[at - 1].wordClass != .stop
      else { return nil }
      if isWord(at, "sur") { return isShareOf(at + 1) ? at + 1 : nil }
    }
    return nil
  }

  /// "three in ten of our officers", « trois policières sur dix »: a round number, and not a number of places or
  /// years.
  private func isShareOf(_ index: Int) -> Bool {
    guard index < tokens.list.count, tokens.list[index].wordClass == .number,
      [4, 5, 8, 10, 12, 20].contains(tokens.list[index].known)
    else { return false }
    guard index + 1 < tokens.list.count else { return true }
    let next = tokens.list[index + 1]
    if !next.flags.isDisjoint(with: FactToken.Flags.breaks) { return true }
    switch next.wordClass {
    case .stop, .gender, .people, .staff, .modal: return true
    default: return next.flags.contains(.future)
    }
  }

  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    let token = tokens.list[index]
    guard token.end - token.start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for offset in word.indices where document.text[token.start + offset] != word[offset] {
        return false
      }
      return true
    }
  }
}
