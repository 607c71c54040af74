/// Finds among many passages the one that has most words in common with another, without setting each against
/// each.
///
/// Two passages that have half of their words in common share at least one of the rarer half of either. Only
/// these are looked up, and each of them in at most `mostPassages`: a list of thousands of items that differ in a
/// number is compared by the number.
struct WordLikeness {
  /// Half the words in common makes two passages versions of one another.
  private static let least = 0.5
  /// Passages with one word that are set against a passage. Plans have fewer passages for one requirement.
  static let mostPassages = 500

  private let passages: [(number: Int, words: Set<String>)]
  /// Positions in `passages` by word.
  private var places: [String: [Int]] = [:]

  init(_ passages: [(number: Int, words: Set<String>)]) {
    self.passages = passages
    for (place, passage) in passages.enumerated() {
      for word in passage.words { places[word, default: []].append(place) }
    }
  }

  /// The number of the passage most like some words, the first of several; `nil` when none is alike.
  func nearest(to words: Set<String>) -> Int? {
    var found: (likeness: Double, number: Int)?
    for place in candidates(for: words) {
      let others = passages[place].words
      let common = words.count { others.contains($0) }
      let likeness = Double(common) / Double(max(1, words.count + others.count - common))
      if likeness >= Self.least, likeness > found?.likeness ?? 0 {
        found = (likeness, passages[place].number)
      }
    }
    return found?.number
  }

  /// Positions of the passages that are compared, ascending.
  func candidates(for words: Set<String>) -> [Int] {
    // A passage that is half alike lacks at most half of the words.
    let rarest = words.map { (word: $0, count: places[$0]?.count ?? 0) }
      .sorted { ($0.count, $0.word) < ($1.count, $1.word) }
      .prefix(words.count / 2 + 1)
    var found: Set<Int> = []
    for (word, _) in rarest {
      found.formUnion((places[word] ?? []).prefix(Self.mostPassages))
      if found.count >= Self.mostPassages { break }
    }
    return found.sorted()
  }
}
