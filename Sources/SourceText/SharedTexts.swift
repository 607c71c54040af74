/// Texts that many entries hold, such as the titles of requirements: an entry gives them by number.
///
/// They are part of what an entry's name is made from (by the rules and checkers that they come from), so an
/// entry never meets other texts than those it was written with.
package final class SharedTexts: Sendable {
  let texts: [String]
  let indices: [String: Int]

  /// Texts may come more than once.
  package init(_ texts: some Sequence<String>) {
    var unique: [String] = []
    var indices: [String: Int] = [:]
    for text in texts where indices[text] == nil {
      indices[text] = unique.count
      unique.append(text)
    }
    self.texts = unique
    self.indices = indices
  }

  /// No texts at all.
  package static let none = SharedTexts([])
}
