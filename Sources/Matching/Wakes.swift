/// Which hits give reason to look at which concepts with leading patterns.
///
/// A composite cannot match without its rarest part, so a concept is looked at only in units with a hit of
/// that part; when the part is itself put together, its own rarest part stands for it, and so on.
struct Wakes {
  private let feeders: [[UInt32]]
  private let rarest: [Int?]
  private var known: [Int: [UInt32]] = [:]
  /// Concepts with leading patterns to look at, by the concept whose hit is the reason.
  private(set) var wakes: [[UInt32]]
  /// Concepts that composites may hit, by the concept without whose hit, or another's, they cannot.
  private(set) var possible: [[UInt32]]

  /// Takes the composites that feed each concept, and the rarest part of each composite.
  init(feeders: [[UInt32]], rarest: [Int?]) {
    self.feeders = feeders
    self.rarest = rarest
    wakes = Array(repeating: [], count: feeders.count)
    possible = wakes
    for concept in feeders.indices where !feeders[concept].isEmpty {
      for reason in reasons(for: concept) { possible[Int(reason)].append(UInt32(concept)) }
    }
  }

  /// Takes a concept with leading patterns.
  mutating func add(_ concept: Int) {
    for reason in reasons(for: concept) { wakes[Int(reason)].append(UInt32(concept)) }
  }

  /// Concepts of which one at least is hit directly by a phrase wherever this one is hit.
  private mutating func reasons(for concept: Int) -> [UInt32] {
    if let known = known[concept] { return known }
    var reasons: Set<UInt32> = [UInt32(concept)]
    for composite in feeders[concept] {
      if let part = rarest[Int(composite)] { reasons.formUnion(self.reasons(for: part)) }
    }
    let sorted = reasons.sorted()
    known[concept] = sorted
    return sorted
  }
}
