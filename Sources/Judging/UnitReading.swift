internal import Matching
internal import RuleSets
internal import SourceText

/// A unit as the judge reads it: its words, what governs them, and what measures them.
///
/// Made only for units in which a rule has matched, so its cost does not weigh on the rest of the text.
struct UnitReading {
  /// A phrase of the ladder vocabulary, in token numbers.
  struct Mark {
    var category: LadderVocabulary.Category
    var first: Int
    var last: Int
    /// Index of the organization that it names; -1 for other marks.
    var organization = -1
  }

  let language: Language
  let tokens: [Token]
  /// Lower-case bytes of each token, French accents kept.
  let words: [[UInt8]]
  /// Sorted by first token, longest first.
  let marks: [Mark]
  /// Number of the clause that each token stands in.
  let clauses: [Int]
  /// Clauses that a comma with "and" or « et » adds to the one before.
  let coordinated: Set<Int>
  /// For each token, whether it stands between quotation marks.
  let quoted: [Bool]
  /// For each token, whether a comma stands somewhere before it and after the token before.
  let afterComma: [Bool]
  /// True when the unit holds a bracketed instruction or a placeholder instead of text.
  let isPlaceholder: Bool

  /// True when a comma stands between two tokens.
  func hasComma(_ first: Int, _ last: Int) -> Bool {
    first < last && afterComma[(first + 1)...last].contains(true)
  }

  /// True when "and", "or", « et » or « ou » stands directly before a token.
  func followsAnd(_ index: Int) -> Bool {
    index > 0 && Self.conjunctions.contains(words[index - 1])
  }

  private static let conjunctions: Set<[UInt8]> = Set(
    ["and", "or", "et", "ou"].map { Array($0.utf8) })

  func isCoordinated(_ clause: Int) -> Bool { coordinated.contains(clause) }

  /// True when "be" or « être » follows a governing word, if need be after an adverb.
  func isPassive(after mark: Mark) -> Bool {
    (mark.last + 1..<min(mark.last + 4, words.count)).contains {
      words[$0].elementsEqual("be".utf8) || words[$0].elementsEqual("être".utf8)
    }
  }

  func firstToken(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return min(low, max(0, tokens.count - 1))
  }

  func lastToken(before offset: Int) -> Int {
    var index = firstToken(at: max(0, offset - 1))
    while index > 0, tokens[index].start >= offset { index -= 1 }
    return index
  }

  func span(_ mark: Mark) -> SourceSpan {
    SourceSpan(start: tokens[mark.first].start, end: tokens[mark.last].end)
  }

  func marks(_ category: LadderVocabulary.Category) -> [Mark] {
    marks.filter { $0.category == category }
  }
}

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
    let quoted = Self.quoted(tokens, text, range)
    let commas = tokens.indices.map { index in
      index > 0 && text[tokens[index - 1].end..<tokens[index].start].contains(0x2C)
    }
    var reading = UnitReading(
      language: language, tokens: tokens, words: words, marks: [], clauses: clauses,
      coordinated: coordinated, quoted: quoted, afterComma: commas,
      isPlaceholder: Self.isPlaceholder(text, range))
    var marks = found.map { match in
      UnitReading.Mark(
        category: ladder.categories[Int(match.pattern)],
        first: reading.firstToken(at: Int(match.start)),
        last: reading.lastToken(before: Int(match.end)),
        organization: ladder.organizations[Int(match.pattern)])
    }
    if language == .english { Self.removeMonthOfMay(from: &marks, tokens, words, text) }
    marks.sort {
      ($0.first, -$0.last, $0.category.rawValue) < ($1.first, -$1.last, $1.category.rawValue)
    }
    reading = UnitReading(
      language: language, tokens: tokens, words: words,
      marks: Self.resolved(marks, words: words, language: language), clauses: clauses,
      coordinated: coordinated, quoted: quoted, afterComma: commas,
      isPlaceholder: reading.isPlaceholder)
    return reading
  }

  /// Drops marks that a longer one explains, and adds the French future, which no list can hold.
  private static func resolved(
    _ marks: [UnitReading.Mark], words: [[UInt8]], language: Language
  ) -> [UnitReading.Mark] {
    let modal: Set<LadderVocabulary.Category> = [.binding, .intending, .past]
    let denying: Set<LadderVocabulary.Category> = [.negation, .notNegation, .ending]
    var kept: [UnitReading.Mark] = []
    for mark in marks {
      let rivals: Set<LadderVocabulary.Category>? =
        modal.contains(mark.category) ? modal : denying.contains(mark.category) ? denying : nil
      if let rivals {
        let explained = marks.contains { other in
          rivals.contains(other.category) && other.first <= mark.first && other.last >= mark.last
            && (other.last - other.first > mark.last - mark.first
              || (other.last - other.first == mark.last - mark.first
                && other.category.rawValue > mark.category.rawValue))
        }
        if explained { continue }
      }
      kept.append(mark)
    }
    if language == .english { removePossession(words, from: &kept) }
    if language == .french {
      for (index, word) in words.enumerated() {
        let category: LadderVocabulary.Category
        switch VerbForm.of(word, .french) {
        case .future: category = .binding
        case .conditional: category = .intending
        default: continue
        }
        let explained = kept.contains {
          modal.contains($0.category) && $0.first <= index && $0.last >= index
        }
        if !explained {
          kept.append(UnitReading.Mark(category: category, first: index, last: index))
        }
      }
      addFrenchPerfect(words, to: &kept)
      kept.sort { ($0.first, -$0.last) < ($1.first, -$1.last) }
    }
    return kept
  }

  /// "May 2027", "from May": a month, not a modal.
  private static func removeMonthOfMay(
    from marks: inout [UnitReading.Mark], _ tokens: [Token], _ words: [[UInt8]],
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    let may = Array("may".utf8)
    marks.removeAll { mark in
      guard mark.first == mark.last, words[mark.first] == may, mark.first > 0 else { return false }
      return text[tokens[mark.first].start] == 0x4D
    }
  }

  /// "has", "have" and "had" put into the past only what follows them as a participle.
  private static func removePossession(_ words: [[UInt8]], from marks: inout [UnitReading.Mark]) {
    let had: Set<[UInt8]> = [Array("has".utf8), Array("have".utf8), Array("had".utf8)]
    marks.removeAll { mark in
      guard mark.category == .past, mark.first == mark.last, had.contains(words[mark.first]) else {
        return false
      }
      // "will have completed" looks back from a time to come.
      if mark.first > 0, ahead.contains(words[mark.first - 1]) { return true }
      let next = mark.first + 1..<min(mark.first + 4, words.count)
      return !next.contains {
        VerbForm.of(words[$0], .english) == .past || words[$0] == Array("been".utf8)
      }
    }
  }

  private static let ahead: Set<[UInt8]> = Set(
    ["will", "shall", "to", "must", "may"].map { Array($0.utf8) })

  /// "a montré", "ont été versés": an auxiliary followed by a participle within two words.
  private static func addFrenchPerfect(_ words: [[UInt8]], to marks: inout [UnitReading.Mark]) {
    let auxiliaries: Set<[UInt8]> = [
      Array("a".utf8), Array("ont".utf8), Array("avons".utf8), Array("ai".utf8),
      Array("avait".utf8), Array("avaient".utf8),
    ]
    for (index, word) in words.enumerated() where auxiliaries.contains(word) {
      for next in index + 1..<min(index + 4, words.count) where isFrenchParticiple(words[next]) {
        // "a pris l’engagement de" is a promise.
        if marks.contains(where: { $0.category == .binding && $0.first <= index && $0.last >= next }
        ) {
          break
        }
        marks.append(UnitReading.Mark(category: .past, first: index, last: next))
        break
      }
    }
  }

  private static func isFrenchParticiple(_ word: [UInt8]) -> Bool {
    if VerbForm.of(word, .french) == .participle { return true }
    return frenchParticiples.contains(String(decoding: word, as: UTF8.self))
      || (word.count > 4
        && (VerbForm.ends(word, "u") || VerbForm.ends(word, "ue")
          || VerbForm.ends(word, "us") || VerbForm.ends(word, "ues")))
      || (word.count > 5 && (VerbForm.ends(word, "i") || VerbForm.ends(word, "is")))
  }

  private static let frenchParticiples: Set<String> = [
    "fait", "faits", "faite", "faites", "mis", "mise", "mises", "pris", "prise", "dit", "écrit",
    "ouvert", "offert", "eu", "vu", "su", "lu", "pu", "dû", "produit", "conduit", "appris",
    "permis",
    "remis", "réduit", "inscrit", "construit", "soumis", "transmis", "compris",
  ]

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

  private static func clauses(
    _ tokens: [Token], _ words: [[UInt8]], _ text: UnsafeBufferPointer<UInt8>,
    _ language: Language
  ) -> (clauses: [Int], coordinated: Set<Int>) {
    var clauses: [Int] = []
    clauses.reserveCapacity(tokens.count)
    var clause = 0
    var coordinated: Set<Int> = []
    let isEnglish = language == .english
    let turns = isEnglish ? englishTurns : frenchTurns
    let and = isEnglish ? Array("and".utf8) : Array("et".utf8)
    for index in tokens.indices {
      if index > 0 {
        let between = text[tokens[index - 1].end..<tokens[index].start]
        if between.contains(0x3B) || between.contains(0x7C) || between.contains(0x3A)
          || turns.contains(words[index])
        {
          clause += 1
        } else if words[index] == and, between.contains(0x2C) {
          clause += 1
          coordinated.insert(clause)
        }
      }
      clauses.append(clause)
    }
    return (clauses, coordinated)
  }

  private static let englishTurns: Set<[UInt8]> = Set(
    ["but", "although", "whereas", "because"].map { Array($0.utf8) })
  private static let frenchTurns: Set<[UInt8]> = Set(
    ["mais", "tandis", "car", "puisque"].map { Array($0.utf8) })

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
