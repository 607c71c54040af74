/// Finds where sentences end, in English and French.
///
/// Works on bytes and looks closely only at full stops, question and exclamation marks and ellipses.
/// A full stop ends no sentence inside a number, a name with initials, an abbreviation, an address or a
/// numbered label, nor before a small letter.
struct SentenceSplitter {
  let text: UnsafeBufferPointer<UInt8>

  /// The end of the sentence that starts at `start`, just past its closing quotes; `end` when no mark
  /// ends it before.
  func sentenceEnd(from start: Int, to end: Int) -> Int {
    var index = start
    while let mark = nextMark(from: index, to: end) {
      if text[mark] == 0x3B || text[mark] == 0x2F {
        if let boundary = itemBoundary(mark, end) { return boundary }
        index = mark + 1
        continue
      }
      let after = pastMarks(mark, end)
      if let boundary = boundary(mark: mark, after: after, start: start, end: end) {
        return boundary
      }
      index = max(after, mark + 1)
    }
    return end
  }

  // MARK: Marks

  /// The next `.`, `!`, `?` or `…`, or a `;` or `/` after a bracket.
  private func nextMark(from start: Int, to end: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(text)
    var index = start
    // Eight bytes at a time. The test for a zero byte may also hit the byte after one, never one before,
    // so the lowest hit is always true.
    while index + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let hits =
        Self.zeroBytes(word ^ 0x2E2E_2E2E_2E2E_2E2E) | Self.zeroBytes(word ^ 0x2121_2121_2121_2121)
        | Self.zeroBytes(word ^ 0x3F3F_3F3F_3F3F_3F3F)
        | Self.zeroBytes(word ^ 0xE2E2_E2E2_E2E2_E2E2)
        | Self.zeroBytes(word ^ 0x3B3B_3B3B_3B3B_3B3B)
        | Self.zeroBytes(word ^ 0x2F2F_2F2F_2F2F_2F2F)
      if hits == 0 {
        index += 8
        continue
      }
      index += UInt64(littleEndian: hits).trailingZeroBitCount >> 3
      if isMark(index, from: start, end) { return index }
      index += 1
    }
    while index < end {
      switch text[index] {
      case 0x2E, 0x21, 0x3F, 0xE2, 0x3B, 0x2F:
        if isMark(index, from: start, end) { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  private func isMark(_ index: Int, from start: Int, _ end: Int) -> Bool {
    switch text[index] {
    case 0xE2: isEllipsis(index, end)
    case 0x3B, 0x2F:
      index > start + 1
        && (text[index - 1] == 0x29 || (text[index - 1] == 0x20 && text[index - 2] == 0x29))
    default: true
    }
  }

  /// Recommendations and contributions run on in one paragraph, each with who made it in brackets:
  /// "Ratify the treaty (Iraq); Train judges (Chile); …". Each is a unit of its own.
  private func itemBoundary(_ mark: Int, _ end: Int) -> Int? {
    let next = pastBlanks(mark + 1, end)
    guard next < end, case .upper = nextCharacter(next, end) else { return nil }
    return mark + 1
  }

  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private func isEllipsis(_ index: Int, _ end: Int) -> Bool {
    index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0xA6
  }

  /// Past a run of marks such as `?!` or `...`.
  private func pastMarks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      switch text[index] {
      case 0x2E, 0x21, 0x3F: index += 1
      case 0xE2 where isEllipsis(index, end): index += 3
      default: return index
      }
    }
    return index
  }

  /// Where the sentence ends when the marks from `mark` to `after` end it.
  private func boundary(mark: Int, after: Int, start: Int, end: Int) -> Int? {
    let close = pastClosers(after, end)
    if close >= end { return end }
    let blanks = pastBlanks(close, end)
    guard blanks > close else { return nil }
    if blanks >= end { return end }
    let isStop = text[mark] == 0x2E && after == mark + 1
    switch nextCharacter(blanks, end) {
    case .lower:
      return nil
    case .digit:
      if isStop, close == after, !endsBeforeDigit(mark, start) { return nil }
    case .upper, .other:
      if isStop, close == after, isAbbreviation(mark, start: start, next: blanks, end: end) {
        return nil
      }
    }
    return close
  }

  /// Past closing quotes and brackets, also `»` after a blank.
  private func pastClosers(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let length = closerLength(index, end)
      if length > 0 {
        index += length
        continue
      }
      let blank = blankLength(index, end)
      if blank > 0, index + blank + 1 < end, text[index + blank] == 0xC2,
        text[index + blank + 1] == 0xBB
      {
        index += blank + 2
        continue
      }
      return index
    }
    return index
  }

  private func closerLength(_ index: Int, _ end: Int) -> Int {
    switch text[index] {
    case 0x22, 0x27, 0x29, 0x5D: return 1
    case 0xC2 where index + 1 < end && text[index + 1] == 0xBB: return 2
    case 0xE2 where index + 2 < end && text[index + 1] == 0x80:
      // ’ ” ›
      return [0x99, 0x9D, 0xBA].contains(text[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  /// A space, a line feed, a no-break space, plain or narrow.
  private func blankLength(_ index: Int, _ end: Int) -> Int {
    let byte = text[index]
    if isWhitespace(byte) { return 1 }
    if byte == 0xC2, index + 1 < end, text[index + 1] == 0xA0 { return 2 }
    if byte == 0xE2, index + 2 < end, text[index + 1] == 0x80,
      text[index + 2] == 0xAF || text[index + 2] == 0x89 || text[index + 2] == 0x83
    {
      return 3
    }
    return 0
  }

  func pastBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let length = blankLength(index, end)
      if length == 0 { break }
      index += length
    }
    return index
  }

  // MARK: What follows

  private enum Follower { case lower, upper, digit, other }

  /// The first letter or digit from `start` on, opening quotes and brackets passed over.
  private func nextCharacter(_ start: Int, _ end: Int) -> Follower {
    var index = start
    while index < end {
      let byte = text[index]
      if isLetter(byte) { return byte >= 0x61 ? .lower : .upper }
      if byte >= 0x30, byte <= 0x39 { return .digit }
      switch byte {
      case 0x22, 0x27, 0x28, 0x5B: index += 1
      case 0xC2 where index + 1 < end && (text[index + 1] == 0xAB || text[index + 1] == 0xA0):
        index += 2
      case 0xE2 where index + 2 < end && text[index + 1] == 0x80:
        guard [0x98, 0x9C, 0xB9, 0xAF].contains(text[index + 2]) else { return .other }
        index += 3
      case 0x20 where index > start: index += 1
      case 0xC3 where index + 1 < end: return text[index + 1] >= 0xA0 ? .lower : .upper
      case 0xC5 where index + 1 < end: return text[index + 1] & 1 == 1 ? .lower : .upper
      default: return .other
      }
    }
    return .other
  }

  /// A full stop before a digit: only after a long word or a number that is no label.
  private func endsBeforeDigit(_ mark: Int, _ start: Int) -> Bool {
    let word = word(before: mark, start)
    if word.start == start, isLabel(word.start, mark) { return false }
    if isNumber(word.start, mark) { return true }
    if mark - word.start < 5 { return false }
    switch Abbreviations.kind(of: text, word.start, mark) {
    case .never, .title, .beforeNumber, .month: return false
    default: return true
    }
  }

  // MARK: What precedes

  /// The word before a full stop, without opening quotes, brackets and an elided article.
  private func word(before mark: Int, _ start: Int) -> (start: Int, hasInnerStop: Bool) {
    var index = mark
    var hasInnerStop = false
    while index > start {
      let byte = text[index - 1]
      if isWhitespace(byte) || byte == 0x28 || byte == 0x5B || byte == 0x22 || byte == 0x2F {
        break
      }
      // ’ “ « and no-break spaces stand for the start of a word.
      if index >= start + 3, byte == 0x99 || byte == 0x9C || byte == 0xAF,
        text[index - 2] == 0x80, text[index - 3] == 0xE2
      {
        break
      }
      if index >= start + 2, byte == 0xAB || byte == 0xA0, text[index - 2] == 0xC2 { break }
      if byte == 0x27 { break }
      if byte == 0x2E { hasInnerStop = true }
      index -= 1
      if mark - index > 24 { break }
    }
    return (index, hasInnerStop)
  }

  private func isNumber(_ start: Int, _ end: Int) -> Bool {
    guard start < end, text[end - 1] >= 0x30, text[end - 1] <= 0x39 else { return false }
    return text[start..<end].allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2C }
  }

  /// `1`, `4.2`, `a`, `iv`: what numbers a clause when it stands at the start of a unit.
  private func isLabel(_ start: Int, _ end: Int) -> Bool {
    guard end > start, end - start <= 6 else { return false }
    let bytes = text[start..<end]
    if bytes.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }) { return true }
    if end - start == 1 { return isLetter(text[start]) }
    return bytes.allSatisfy { [0x69, 0x76, 0x78, 0x49, 0x56, 0x58].contains($0) }
  }

  /// True when the full stop at `mark` belongs to the word before it and the next word goes on.
  private func isAbbreviation(_ mark: Int, start: Int, next: Int, end: Int) -> Bool {
    let word = word(before: mark, start)
    let length = mark - word.start
    guard length > 0, length <= 24 else { return false }
    if word.start == start, isLabel(word.start, mark) { return true }
    let first = text[word.start]
    if length == 1, isLetter(first), first < 0x61 {
      return !followsLabelNoun(word.start, start)
    }
    switch Abbreviations.kind(of: text, word.start, mark) {
    case .never, .title: return true
    case .month: return !Abbreviations.startsSentence(text, next, end)
    case .mayEnd: return false
    default: break
    }
    if word.hasInnerStop, hasShortParts(word.start, mark) {
      // e.g. and p. ex. go on; U.S. goes on unless a word that starts sentences follows.
      return first >= 0x61 || !Abbreviations.startsSentence(text, next, end)
    }
    return false
  }

  /// True for a word like `U.S` or `c.-à-d`, false for an address or a file name.
  private func hasShortParts(_ start: Int, _ end: Int) -> Bool {
    var part = 0
    for index in start..<end {
      if text[index] == 0x2E || text[index] == 0x2D { part = 0 } else { part += 1 }
      if part > 3 { return false }
    }
    return true
  }

  /// True when the letter at `index` labels an annex, a part or the like, and is no initial.
  private func followsLabelNoun(_ index: Int, _ start: Int) -> Bool {
    guard let word = previousWord(index, start) else { return false }
    switch Abbreviations.kind(of: text, word.lowerBound, word.upperBound) {
    case .labelNoun: return true
    case .conjunction:
      // "annexes A and B": the letter before the conjunction decides.
      guard let letter = previousWord(word.lowerBound, start), letter.count == 1 else {
        return false
      }
      return text[letter.lowerBound] &- 0x41 < 26
    default: return false
    }
  }

  /// The word before the one at `index`.
  private func previousWord(_ index: Int, _ start: Int) -> Range<Int>? {
    var end = index
    while end > start, isWhitespace(text[end - 1]) || text[end - 1] == 0xA0 || text[end - 1] == 0xC2
    {
      end -= 1
    }
    guard end > start, end < index else { return nil }
    return word(before: end, start).start..<end
  }
}
