/// Finds the known name that a misspelled one was probably meant to be.
package enum NearestName {
  /// The closest of `known` within a third of the name's length in edits; `nil` when none is close.
  ///
  /// Distance is optimal string alignment (insertion, deletion, change, swap of neighbours).
  package static func suggestion(for name: String, among known: some Sequence<String>) -> String? {
    let target = Array(name.lowercased().unicodeScalars.prefix(80))
    var best: (distance: Int, name: String)?
    for candidate in known {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(80))
      guard abs(other.count - target.count) <= 4 else { continue }
      let distance = distance(target, other)
      guard distance <= max(1, max(target.count, other.count) / 3) else { continue }
      if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// The question whether a near name was meant.
  package static func question(_ name: String) -> LocalizedText {
    LocalizedText("did you mean '\(name)'?", "vouliez-vous dire « \(name) »?")
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      current.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var value = min(change, previous[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          value = min(value, older[j - 2] + 1)
        }
        current.append(value)
      }
      older = previous
      previous = current
    }
    return previous[b.count]
  }
}
