/// A passage as it is compared with another: its words, whatever the typography around them.
struct PassageText {
  /// Lower case, straight apostrophes, no table bars or Markdown marks, single blanks.
  let plain: String
  /// Runs of letters, digits, `%` and `$`.
  let words: [String]
  private let counts: [String: Int]

  init(_ text: String) {
    var plain = ""
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      var character = character
      switch character {
      case "\u{2019}", "\u{2018}": character = "'"
      case "|", "*", "_", "`": character = " "
      default: if character.isWhitespace { character = " " }
      }
      if character != " " || (!plain.isEmpty && plain.last != " ") { plain.append(character) }
      if character.isLetter || character.isNumber || character == "%" || character == "$" {
        word.append(character)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    if plain.last == " " { plain.removeLast() }
    self.plain = plain
    self.words = words
    counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Part of the longer one's words that two passages must share, when neither holds the other.
  static let leastShare = 0.6

  /// 0 when a quotation does not point to the unit, else a closeness up to 1: equal, one within the other,
  /// or most words in common.
  func closeness(to unit: PassageText) -> Double {
    guard !words.isEmpty, !unit.words.isEmpty else { return 0 }
    if words == unit.words { return 1 }
    let shared = counts.reduce(0) { $0 + min($1.value, unit.counts[$1.key] ?? 0) }
    let close = Double(shared) / Double(max(words.count, unit.words.count))
    if unit.holds(self) { return words.count >= 2 ? max(close, 0.01) : 0 }
    if holds(unit) { return max(close, 0.01) }
    return close >= Self.leastShare ? close : 0
  }

  /// True when the other's words stand here, one after the other.
  private func holds(_ other: PassageText) -> Bool {
    guard let first = other.words.first, other.words.count <= words.count else { return false }
    return (0...words.count - other.words.count).contains { start in
      words[start] == first
        && words[start..<start + other.words.count].elementsEqual(other.words)
    }
  }
}
