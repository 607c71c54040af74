internal import Matching
internal import SourceText

/// Amounts of money, and posts, which are money too.
extension Measures {
  func amount() -> SourceSpan? {
    for index in reading.tokens.indices
    where reading.tokens[index].kind == .number && !isLimit(index) {
      let token = reading.tokens[index]
      if token.start > 0, text[token.start - 1] == 0x24 { return span(index, index) }
      if followedByDollar(index) { return span(index, index) }
      if index + 1 < reading.words.count, Self.dollars.contains(word(index + 1)) {
        return span(index, index + 1)
      }
      if index + 1 < reading.words.count, Self.money.contains(word(index + 1)) {
        if Self.people.contains(word(index + 1)) { return span(index, index + 1) }
        let rest = (index + 2..<min(index + 4, reading.words.count)).map(word)
        if rest.contains("dollars") || rest.contains("dollar") { return span(index, index + 1) }
      }
      if index + 1 < reading.words.count, Self.posts.contains(word(index + 1)) {
        return span(index, index + 1)
      }
      if index + 2 < reading.words.count,
        word(index + 1) == "full" || word(index + 1) == "équivalents"
      {
        return span(index, index + 2)
      }
    }
    return nil
  }

  private static let money: Set<String> = [
    "million", "millions", "billion", "milliard", "milliards",
  ]
  private static let people: Set<String> = []
  private static let dollars: Set<String> = ["dollar", "dollars"]
  static let posts: Set<String> = ["fte", "ftes", "etp"]

  /// "12,5 M$", "1 250 000 $", with any space.
  func followedByDollar(_ index: Int) -> Bool {
    var offset = reading.tokens[index].end
    let limit = min(offset + 8, text.count)
    while offset < limit {
      let byte = text[offset]
      if byte == 0x24 { return true }
      let isSpace =
        byte == 0x20 || byte == 0xC2 || byte == 0xA0 || byte == 0xE2 || byte == 0x80
        || byte == 0xAF || byte == 0x89
      let isScale = byte == 0x4D || byte == 0x47 || byte == 0x6B
      guard isSpace || isScale else { return false }
      offset += 1
    }
    return false
  }

  /// "groups with budgets under $50,000", « des subventions de moins de 20 000 $ »: what limits something
  /// else is nobody's budget.
  private func isLimit(_ index: Int) -> Bool {
    (max(0, index - 2)..<index).contains { lexicon.limitWords.contains(word($0)) }
  }
}
