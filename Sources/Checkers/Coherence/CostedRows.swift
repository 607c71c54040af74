internal import Checking
internal import Facts
internal import SourceText

/// The rows of a document that give a sum, by the words of what they pay.
struct CostedRows {
  let first: IndicatorFact
  private let labels: [Set<String>]

  /// `nil` for a document with fewer than two such rows; a row of totals is none.
  init?(_ facts: DocumentFacts) {
    let rows = facts.indicators.filter { row in
      !row.amount.isEmpty
        && facts.numbers(of: Int(row.unit)).contains {
          $0.start >= row.amount.start && $0.end <= row.amount.end
        }
    }
    let labels = rows.compactMap { row in
      facts.cells(of: Int(row.unit)).first.map { Self.stems(facts.quote($0.range)) }
    }.filter { !$0.isEmpty && !$0.contains("total") }
    guard labels.count >= 2, let first = rows.first else { return nil }
    self.first = first
    self.labels = labels
  }

  /// True when a row pays for what the words say.
  func pay(for words: Set<String>) -> Bool {
    labels.contains { label in
      let shared = label.intersection(words).count
      return shared >= 2 || (shared == 1 && label.count <= 2)
    }
  }

  /// The first six letters of the words that tell one act from another.
  static func stems(_ text: String) -> Set<String> {
    Set(
      WordDifference.words(text).filter { $0.count > 3 && !general.contains($0) }
        .map { String($0.prefix(6)) })
  }

  private static let general: Set<String> = [
    "women", "women's", "women’s", "femmes", "with", "from", "pour",
  ]
}
