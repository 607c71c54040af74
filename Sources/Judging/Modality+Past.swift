internal import Matching
internal import SourceText

/// The simple past of a verb that no word governs.
extension Modality {
  /// "The Department met its training target", "it filled only two posts": the verb right behind its subject,
  /// with an object of its own, before an act in the same clause.
  static func simplePast(_ reading: UnitReading, before first: Int) -> Int? {
    guard reading.language == .english, first > 1 else { return nil }
    let clause = reading.clauses[first]
    return (1..<first).first { index in
      guard reading.clauses[index] == clause, reading.clauses[index - 1] == clause,
        index + 1 < reading.words.count,
        objects.contains(reading.words[index + 1]) || reading.tokens[index + 1].kind == .number,
        VerbForm.of(reading.words[index], .english) == .past
      else { return false }
      return pronouns.contains(reading.words[index - 1])
        || reading.marks.contains { mark in
          switch mark.category {
          case .ownActor, .otherActor, .organization, .state: mark.last == index - 1
          default: false
          }
        }
    }
  }

  private static let pronouns: Set<[UInt8]> = .words(["it", "we", "they", "she", "he", "i"])
  /// Words with which an object begins.
  private static let objects: Set<[UInt8]> = .words([
    "the", "a", "an", "its", "our", "their", "his", "her", "this", "these", "that", "those", "all",
    "only", "no", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
  ])
}
