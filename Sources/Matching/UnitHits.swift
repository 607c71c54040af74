/// Tokens from one up to, but not including, another, counted from the start of the unit's context.
struct TokenSpan: Comparable {
  var start: Int32
  var end: Int32

  static func < (lhs: TokenSpan, rhs: TokenSpan) -> Bool {
    (lhs.start, lhs.end) < (rhs.start, rhs.end)
  }
}

/// The hits of concepts in one unit, and the composites that they give reason to look at.
///
/// Nothing is cleared between units: what belongs to an older unit is told by its stamp.
struct UnitHits {
  struct Hit {
    var concept: UInt32
    var span: TokenSpan
    /// The concept's hit before this one; -1 for the first.
    var previous: Int32
  }

  private(set) var hits: [Hit] = []
  /// Composites to look at, by level.
  private(set) var waiting: [[UInt32]]

  private var stamp: UInt32 = 0
  private var conceptStamps: [UInt32]
  private var lastHits: [Int32]

  init(conceptCount: Int, levelCount: Int) {
    conceptStamps = Array(repeating: 0, count: conceptCount)
    lastHits = Array(repeating: -1, count: conceptCount)
    waiting = Array(repeating: [], count: levelCount)
  }

  mutating func begin() {
    hits.removeAll(keepingCapacity: true)
    for level in waiting.indices where !waiting[level].isEmpty {
      waiting[level].removeAll(keepingCapacity: true)
    }
    stamp &+= 1
    if stamp == 0 {
      stamp = 1
      for concept in conceptStamps.indices { conceptStamps[concept] = 0 }
    }
  }

  func has(_ concept: Int) -> Bool { conceptStamps[concept] == stamp }

  /// Returns whether this is the concept's first hit in the unit.
  mutating func add(_ concept: Int, _ span: TokenSpan) -> Bool {
    let isFirst = conceptStamps[concept] != stamp
    let previous = isFirst ? -1 : lastHits[concept]
    conceptStamps[concept] = stamp
    lastHits[concept] = Int32(truncatingIfNeeded: hits.count)
    hits.append(
      Hit(concept: UInt32(truncatingIfNeeded: concept), span: span, previous: previous))
    return isFirst
  }

  mutating func wait(_ composite: UInt32, level: Int) { waiting[level].append(composite) }

  /// Appends a concept's hits, sorted, each once.
  func collect(_ concept: Int, into spans: inout [TokenSpan]) {
    guard has(concept) else { return }
    let first = spans.count
    var index = lastHits[concept]
    while index >= 0 {
      spans.append(hits[Int(index)].span)
      index = hits[Int(index)].previous
    }
    // Hits come in the order of their ends, so the reversed chain is all but sorted.
    spans[first...].reverse()
    spans[first...].sortInPlaceIfNeeded()
    var kept = first
    for read in first..<spans.count where read == first || spans[read] != spans[kept - 1] {
      spans[kept] = spans[read]
      kept += 1
    }
    spans.removeSubrange(kept...)
  }
}

extension ArraySlice where Element == TokenSpan {
  fileprivate mutating func sortInPlaceIfNeeded() {
    for index in indices.dropFirst() where self[index] < self[index - 1] {
      sort()
      return
    }
  }
}
