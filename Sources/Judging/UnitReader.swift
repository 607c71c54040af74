internal import Matching
internal import RuleSets
internal import SourceText

/// Makes readings; one per thread, since it owns a scanner.
final class UnitReader {
  private let ladder: LadderProgram
  private let scanner: MatchScanner
  private var found: [UnitMatch] = []

  init(_ ladder: LadderProgram) {
    self.ladder = ladder
    self.scanner = MatchScanner(ladder.program)
  }

  func read(_ text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> UnitReading {
    let language = ladder.language
    let tokens = Tokenizer.tokens(in: text, range: range, language: language)
    let words = tokens.map { Self.lowercased(text[$0.start..<$0.end]) }
    found.removeAll(keepingCapacity: true)
    let unit = UnitRange(start: range.lowerBound, end: range.upperBound)
    withUnsafePointer(to: unit) { pointer in
      scanner.scan(
        text: text, units: UnsafeBufferPointer(start: pointer, count: 1), into: &found)
    }
    let (clauses, coordinated) = Self.clauses(tokens, words, text, language)
    let segments = Self.segments(tokens, text)
    let quoted = Self.quoted(tokens, text, range)
    let commas = tokens.indices.map { index in
      index > 0 && text[tokens[index - 1].end..<tokens[index].start].contains(0x2C)
    }
    let hyphens = tokens.indices.map { index in
      index > 0 && tokens[index].start == tokens[index - 1].end + 1
        && text[tokens[index - 1].end] == 0x2D
    }
    // « Sierra » in the middle of a sentence is no future.
    let names = tokens.indices.map { index in
      index > 0 && (0x41...0x5A).contains(text[tokens[index].start])
    }
    let known = MeasureWords.of(language).openings
    let openings = words.map { known[$0] ?? [] }
    var reading = UnitReading(
      language: language, tokens: tokens, words: words, marks: [], clauses: clauses,
      segments: segments, coordinated: coordinated, quoted: quoted, afterComma: commas,
      hyphened: hyphens, openings: openings,
      isPlaceholder: Self.isPlaceholder(text, range))
    var marks = found.map { match in
      UnitReading.Mark(
        category: ladder.categories[Int(match.pattern)],
        first: reading.firstToken(at: Int(match.start)),
        last: reading.lastToken(before: Int(match.end)),
        organization: ladder.organizations[Int(match.pattern)])
    }
    switch language {
    case .english: Self.removeMonthOfMay(from: &marks, tokens, words, text)
    case .french: Self.removeElidedNames(from: &marks, tokens, words, text)
    }
    marks.sort {
      ($0.first, -$0.last, $0.category.rawValue) < ($1.first, -$1.last, $1.category.rawValue)
    }
    reading.marks = Self.resolved(marks, words: words, names: names, language: language)
    reading.demand = Scope.demand(reading)
    return reading
  }

  private static func lowercased(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var word = Array(bytes)
    var plain = true
    for index in word.indices {
      if word[index] >= 0x80 { plain = false }
      if word[index] >= 0x41, word[index] <= 0x5A { word[index] |= 0x20 }
    }
    // Capital Latin-1 letters: É is C3 89, é is C3 A9.
    if !plain {
      for index in word.indices.dropFirst()
      where word[index - 1] == 0xC3 && word[index] >= 0x80 && word[index] <= 0x9E {
        word[index] |= 0x20
      }
    }
    // An elided word (s', qu’) is compared without its apostrophe.
    if word.last == 0x27 {
      word.removeLast()
    } else if word.count > 3, word.suffix(3).elementsEqual([0xE2, 0x80, 0x99]) {
      word.removeLast(3)
    }
    return word
  }

  private static func quoted(
    _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [Bool] {
    var flags = [Bool](repeating: false, count: tokens.count)
    var open = false
    var next = 0
    var index = range.lowerBound
    while index < range.upperBound {
      while next < tokens.count, tokens[next].start <= index {
        flags[next] = open
        next += 1
      }
      let byte = text[index]
      if byte == 0x22 {
        open.toggle()
      } else if byte == 0xE2, index + 2 < range.upperBound, text[index + 1] == 0x80 {
        if text[index + 2] == 0x9C { open = true } else if text[index + 2] == 0x9D { open = false }
      } else if byte == 0xC2, index + 1 < range.upperBound {
        if text[index + 1] == 0xAB { open = true } else if text[index + 1] == 0xBB { open = false }
      }
      index += 1
    }
    return flags
  }

  /// A unit that is, or begins with, a bracketed instruction.
  private static func isPlaceholder(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard let first = range.first(where: { text[$0] != 0x20 && text[$0] != 0x0A }) else {
      return false
    }
    return text[first] == 0x5B && range.contains { text[$0] == 0x5D }
  }
}
