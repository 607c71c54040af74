internal import Facts
internal import SourceText

/// What a newer edition says of its changes: "is now called", "was transferred", "has been completed".
struct EditionChanges {
  /// Such passages that are read, from the first: what is gone is looked for in all of them.
  private static let mostPassages = 500

  /// The different words of each such passage.
  private let passages: [Set<UInt32>]

  init(_ facts: DocumentFacts) {
    let told = facts.units.indices.lazy.compactMap { unit -> Set<UInt32>? in
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader, here.wordCount >= 3,
        ServiceWords.tellChanges(in: facts, here.textRange)
      else { return nil }
      return Set(PassageIndex.features(facts.words(ofUnit: unit), here.language))
    }
    passages = Array(told.prefix(Self.mostPassages))
  }

  /// True when one of them speaks of what some words are about.
  func explain(_ words: [UInt32], _ language: Language, _ finder: PassageFinder) -> Bool {
    guard !passages.isEmpty else { return false }
    let general = GeneralWords.of(language)
    let telling = words.filter { !general.contains($0) }
    return passages.contains { passage in
      let shared = telling.filter(passage.contains)
      return shared.count >= 2
        || (shared.count == 1 && finder.weight(shared) * 5 >= finder.weight(telling))
    }
  }
}
