/// A vocabulary list in one language.
package struct PatternList: Sendable, Hashable {
  package var name: String
  /// In the author's order; without `&`.
  package var entries: [TokenPattern]

  package init(name: String, entries: [TokenPattern]) {
    self.name = name
    self.entries = entries
  }
}
