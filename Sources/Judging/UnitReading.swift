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
  var marks: [Mark]
  /// Number of the clause that each token stands in.
  let clauses: [Int]
  /// Number of semicolons before each token: what stands behind one says nothing of what stands before.
  let segments: [Int]
  /// Clauses that a comma with "and" or « et » adds to the one before.
  let coordinated: Set<Int>
  /// For each token, whether it stands between quotation marks.
  let quoted: [Bool]
  /// For each token, whether a comma stands somewhere before it and after the token before.
  let afterComma: [Bool]
  /// For each token, whether a hyphen ties it to the token before.
  let hyphened: [Bool]
  /// For each token, which measures may begin at it.
  let openings: [MeasureWords.Opening]
  /// True when the unit holds a bracketed instruction or a placeholder instead of text.
  let isPlaceholder: Bool
  /// What the unit sets as a condition for others.
  var demand: Scope.Demand?

  /// True when a comma stands between two tokens.
  func hasComma(_ first: Int, _ last: Int) -> Bool {
    first < last && afterComma[(first + 1)...last].contains(true)
  }

  /// True when "and", "or", « et » or « ou » stands directly before a token.
  func followsAnd(_ index: Int) -> Bool {
    index > 0 && Self.conjunctions.contains(words[index - 1])
  }

  private static let conjunctions: Set<[UInt8]> = .words(["and", "or", "et", "ou"])

  func isCoordinated(_ clause: Int) -> Bool { coordinated.contains(clause) }

  /// True when "be" or « être » follows a governing word, if need be after an adverb.
  func isPassive(after mark: Mark) -> Bool {
    (mark.last + 1..<min(mark.last + 4, words.count)).contains {
      words[$0].elementsEqual("be".utf8) || words[$0].elementsEqual("être".utf8)
    }
  }

  /// "the Commissioner's chief of staff".
  func isPossessive(_ mark: Mark) -> Bool {
    let word = words[mark.last]
    return word.count > 2
      && (word.suffix(2).elementsEqual("'s".utf8) || word.suffix(4).elementsEqual("’s".utf8))
  }

  /// True for a token of a short title between quotation marks: « le cours « Femmes et paix » », "the “Women and
  /// Peace” module".
  func isTitle(_ index: Int) -> Bool {
    guard quoted[index] else { return false }
    var first = index
    var last = index
    while first > 0, quoted[first - 1] { first -= 1 }
    while last + 1 < quoted.count, quoted[last + 1] { last += 1 }
    guard last - first < Self.longestTitle else { return false }
    if first > 0, Self.titled.contains(words[first - 1]) { return true }
    return language == .english && last + 1 < words.count && Self.titled.contains(words[last + 1])
  }

  /// Words of the longest title: what is longer is something that somebody says.
  private static let longestTitle = 8

  /// What has a title.
  private static let titled: Set<[UInt8]> = .words([
    "course", "courses", "module", "guide", "program", "programme", "training", "workshop",
    "handbook", "manual", "toolkit", "booklet", "titled", "entitled", "called", "cours",
    "formation", "atelier", "manuel", "trousse", "livret", "intitulé", "intitulée", "appelé",
    "appelée",
  ])

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
