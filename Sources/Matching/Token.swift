/// A word or a number of a text: the step by which gaps are counted.
package struct Token: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Letters, also with digits in them; a French elision with its apostrophe.
    case word
    /// Digits with their separators, and at most one letter directly behind them (`12.5`, `20M`).
    case number
  }

  /// UTF-8 offsets in the text that was tokenized.
  package var start: Int
  package var end: Int
  package var kind: Kind

  package init(start: Int, end: Int, kind: Kind) {
    self.start = start
    self.end = end
    self.kind = kind
  }

  /// UTF-8 offsets in the text that was tokenized.
  package var range: Range<Int> { start..<end }
}
