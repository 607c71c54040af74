internal import Matching
internal import SourceText

/// Where a clause ends and the next begins.
extension UnitReader {
  static func clauses(
    _ tokens: [Token], _ words: [[UInt8]], _ text: UnsafeBufferPointer<UInt8>,
    _ language: Language
  ) -> (clauses: [Int], coordinated: Set<Int>) {
    var clauses: [Int] = []
    clauses.reserveCapacity(tokens.count)
    var clause = 0
    var coordinated: Set<Int> = []
    let isEnglish = language == .english
    let turns = isEnglish ? englishTurns : frenchTurns
    let after = isEnglish ? englishTurnsAfterComma : frenchTurnsAfterComma
    let and = isEnglish ? Array("and".utf8) : Array("et".utf8)
    for index in tokens.indices {
      if index > 0 {
        let between = text[tokens[index - 1].end..<tokens[index].start]
        if between.contains(0x3B) || between.contains(0x7C) || between.contains(0x3A)
          || turns.contains(words[index])
        {
          clause += 1
        } else if between.contains(0x2C), after.contains(words[index]) {
          clause += 1
        } else if words[index] == and, between.contains(0x2C), !contrasts(words, index + 1) {
          clause += 1
          coordinated.insert(clause)
        }
      }
      clauses.append(clause)
    }
    return (clauses, coordinated)
  }

  static func segments(
    _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    var segment = 0
    return tokens.indices.map { index in
      if index > 0, text[tokens[index - 1].end..<tokens[index].start].contains(0x3B) {
        segment += 1
      }
      return segment
    }
  }

  private static let englishTurns: Set<[UInt8]> = .words(["but", "although", "whereas", "because"])
  /// Words that begin a clause of their own behind a comma: "…, so managers will pay".
  private static let englishTurnsAfterComma: Set<[UInt8]> = .words(["so", "while", "yet"])
  private static let frenchTurnsAfterComma: Set<[UInt8]> = .words(["donc", "alors", "or"])

  /// ", and not the gender office," « , et non le bureau, »: a contrast inside its clause.
  private static func contrasts(_ words: [[UInt8]], _ index: Int) -> Bool {
    index < words.count && contrasting.contains(words[index])
  }

  private static let contrasting: Set<[UInt8]> = [Array("not".utf8), Array("non".utf8)]

  private static let frenchTurns: Set<[UInt8]> = .words(["mais", "tandis", "car", "puisque"])
}
