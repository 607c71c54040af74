/// How large a pattern becomes once lists stand in it as they are written out.
///
/// Lists may refer to lists, so that a few lines of vocabulary can stand for a text of any length; what is over
/// the limits is refused before anything is written out.
struct PatternSize: Equatable {
  /// Most words of the longest text that a pattern stands for. Those of the rules that come with the program
  /// have far fewer; sentences seldom have more than 60.
  static let mostWords = 512
  /// Most lists that refer to one another in a chain.
  static let mostLists = 24

  /// Words of the longest text, gaps not counted.
  var words = 0
  /// Lists in the longest chain of references; 0 for a pattern that refers to none.
  var lists = 0

  var isAllowed: Bool { words <= Self.mostWords && lists <= Self.mostLists }

  /// One beside the other, as alternatives are.
  func union(_ other: PatternSize) -> PatternSize {
    PatternSize(words: max(words, other.words), lists: max(lists, other.lists))
  }

  /// One after the other, as the parts of a sequence are.
  func sum(_ other: PatternSize) -> PatternSize {
    let (words, isTooLarge) = words.addingReportingOverflow(other.words)
    return PatternSize(words: isTooLarge ? .max : words, lists: max(lists, other.lists))
  }

  /// The size of a pattern whose lists have the sizes that `sizeOfList` gives.
  init(of pattern: TokenPattern, _ sizeOfList: (String) -> PatternSize) {
    switch pattern {
    case .word, .any: self.init(words: 1)
    case .gap: self.init()
    case .list(let name): self = sizeOfList(name)
    case .optional(let part): self.init(of: part, sizeOfList)
    case .choice(let parts):
      self = parts.reduce(PatternSize()) { $0.union(PatternSize(of: $1, sizeOfList)) }
    case .sequence(let parts):
      self = parts.reduce(PatternSize()) { $0.sum(PatternSize(of: $1, sizeOfList)) }
    case .guarded(let part, _, let neighbour):
      self = PatternSize(of: part, sizeOfList).union(PatternSize(of: neighbour, sizeOfList))
    case .all(let first, let rest):
      self = rest.reduce(PatternSize(of: first, sizeOfList)) {
        $0.union(PatternSize(of: $1.pattern, sizeOfList))
      }
    }
  }

  init(words: Int = 0, lists: Int = 0) {
    self.words = words
    self.lists = lists
  }
}
