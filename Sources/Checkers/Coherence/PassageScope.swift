internal import Facts

/// Whether two passages speak of the same place, people and organization, as far as their names tell.
enum PassageScope {
  /// False when each names something that the other does not, or one names a place or part that the other
  /// leaves out.
  static func agree(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    let left = names(one, first)
    let right = names(two, second)
    let onlyLeft = left.filter { !right.keys.contains($0.key) }
    let onlyRight = right.filter { !left.keys.contains($0.key) }
    if !onlyLeft.isEmpty, !onlyRight.isEmpty { return false }
    return !onlyLeft.values.contains(true) && !onlyRight.values.contains(true)
  }

  /// True when each names something that the other does not.
  static func differ(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    let left = names(one, first)
    let right = names(two, second)
    return left.contains { !right.keys.contains($0.key) }
      && right.contains { !left.keys.contains($0.key) }
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
    let inRow = names(table, row)
    let places = names(prose, sentence).filter { $0.value && !inRow.keys.contains($0.key) }
    return places.isEmpty || places.keys.allSatisfy { table.quote(label).lowercased().contains($0) }
  }

  /// Words written with a capital inside the sentence, in small letters.
  static func capitals(_ facts: DocumentFacts, _ unit: Int) -> Set<String> {
    Set(names(facts, unit).keys)
  }

  /// Words written with a capital inside the sentence, and whether a preposition of place stands before
  /// them.
  private static func names(_ facts: DocumentFacts, _ unit: Int) -> [String: Bool] {
    let text = facts.quote(ofUnit: unit)
    var found: [String: Bool] = [:]
    var before = ""
    var isFirst = true
    for word in text.split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" })
    {
      defer {
        before = word.lowercased()
        isFirst = false
      }
      guard let initial = word.first, initial.isUppercase, !isFirst, word.count > 2 else {
        continue
      }
      let name = word.lowercased()
      if general.contains(name) { continue }
      let isPlace = places.contains(before)
      found[name] = (found[name] ?? false) || isPlace
    }
    return found
  }

  private static let places: Set<String> = ["in", "to", "from", "across", "au", "en", "aux", "du"]

  /// Capitals that name no place and no part.
  private static let general: Set<String> = [
    "the", "canada", "canada's", "canada’s", "department", "government", "ministère",
    "gouvernement", "plan", "action", "national", "women", "peace", "security", "gba", "wps",
    "plus", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "january", "february", "canadian", "our", "departmental", "results", "nap",
    "c-nap", "cnap",
  ]
}
