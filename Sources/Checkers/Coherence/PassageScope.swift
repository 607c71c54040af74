internal import Facts

/// Whether two passages speak of the same place, people and organization, as far as their names tell.
enum PassageScope {
  /// False when each names something that the other does not, or one names a place or part that the other
  /// leaves out.
  static func agree(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    let left = CapitalNames(one, first)
    let right = CapitalNames(two, second)
    let onlyLeft = left.names.filter { !right.contains($0.key) }
    let onlyRight = right.names.filter { !left.contains($0.key) }
    if !onlyLeft.isEmpty, !onlyRight.isEmpty { return false }
    return !onlyLeft.contains(where: \.isPlace) && !onlyRight.contains(where: \.isPlace)
  }

  /// True when each names something that the other does not.
  static func differ(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    let left = CapitalNames(one, first)
    let right = CapitalNames(two, second)
    return left.names.contains { !right.contains($0.key) }
      && right.names.contains { !left.contains($0.key) }
  }

  /// True when two content words stand side by side in both: a noun with its adjective or complement.
  static func sharePhrase(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    let left = Array(one.words(ofUnit: first))
    let right = Array(two.words(ofUnit: second))
    guard left.count >= 2, right.count >= 2 else { return false }
    let pairs = Set(zip(left, left.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
    return zip(right, right.dropFirst()).contains {
      pairs.contains(UInt64($0) << 32 | UInt64($1))
    }
  }

  /// False when a sentence names a place that a row does not.
  static func agree(
    _ prose: DocumentFacts, _ sentence: Int, _ table: DocumentFacts, _ row: Int, label: Range<Int>
  ) -> Bool {
    let inRow = CapitalNames(table, row)
    let places = CapitalNames(prose, sentence).names.filter {
      $0.isPlace && !inRow.contains($0.key)
    }
    return places.allSatisfy { place in
      table.range(label, holds: Stretches([prose.quote(place.range).lowercased()]))
    }
  }

  /// Words written with a capital inside the sentence, in small letters.
  static func capitals(_ facts: DocumentFacts, _ unit: Int) -> Set<String> {
    Set(CapitalNames(facts, unit).names.map { facts.quote($0.range).lowercased() })
  }
}
