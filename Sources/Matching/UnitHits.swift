/// Tokens from one up to, but not including, another, counted from the start of the unit's context.
struct TokenSpan: Comparable {
  var start: Int32
  var end: Int32

  static func < (lhs: TokenSpan, rhs: TokenSpan) -> Bool {
    (lhs.start, lhs.end) < (rhs.start, rhs.end)
  }
}

/// The hits of concepts in one unit, and the concepts that they give reason to look at.
///
/// Nothing is cleared between units: what belongs to an older unit is told by its stamp.
struct UnitHits {
  struct Hit {
    var concept: UInt32
    var span: TokenSpan
    /// The concept's hit before this one; -1 for the first.
    var previous: Int32
  }

  private struct Last {
    /// Number of the unit in which the concept was hit last.
    var unit: UInt32 = 0
    var hit: Int32 = -1
  }

  private(set) var count = 0
  /// Concepts with leading patterns to look at.
  private(set) var woken: [UInt32] = []

  private var hits: UnsafeMutablePointer<Hit>
  private var capacity = 1024
  /// Number of the unit, from 1 on.
  private var unit: UInt32 = 0
  private let concepts: UnsafeMutableBufferPointer<Last>
  /// For each concept, the unit in which it was last put among those to look at.
  private let lastWakes: UnsafeMutableBufferPointer<UInt32>
  /// For each composite, the unit in which it was last evaluated.
  private let lastEvaluations: UnsafeMutableBufferPointer<UInt32>

  init(_ program: MatchProgram) {
    hits = .allocate(capacity: capacity)
    concepts = .allocate(capacity: max(1, program.concepts.count))
    concepts.initialize(repeating: Last())
    lastWakes = .allocate(capacity: max(1, program.concepts.count))
    lastWakes.initialize(repeating: 0)
    lastEvaluations = .allocate(capacity: max(1, program.composites.count))
    lastEvaluations.initialize(repeating: 0)
  }

  func deallocate() {
    hits.deallocate()
    concepts.deallocate()
    lastWakes.deallocate()
    lastEvaluations.deallocate()
  }

  subscript(index: Int) -> Hit {
    assert(index < count, "no such hit")
    return hits[index]
  }

  mutating func begin() {
    count = 0
    if !woken.isEmpty { woken.removeAll(keepingCapacity: true) }
    unit &+= 1
    if unit == 0 {
      unit = 1
      concepts.update(repeating: Last())
      lastWakes.update(repeating: 0)
      lastEvaluations.update(repeating: 0)
    }
  }

  @inline(__always)
  func has(_ concept: Int) -> Bool { concepts[concept].unit == unit }

  /// Keeps a hit.
  mutating func note(_ concept: Int, _ span: TokenSpan) {
    let last = concepts[concept]
    let isFirst = last.unit != unit
    concepts[concept] = Last(unit: unit, hit: Int32(truncatingIfNeeded: count))
    if count == capacity { grow() }
    hits[count] = Hit(
      concept: UInt32(truncatingIfNeeded: concept), span: span, previous: isFirst ? -1 : last.hit)
    count &+= 1
  }

  /// Puts the concepts to look at for a hit of a concept among those to look at.
  @inline(__always)
  mutating func wake(for concept: Int, _ tables: ScannerTables) {
    for index in tables.concepts[concept].wakeStart..<tables.concepts[concept + 1].wakeStart {
      let other = Int(tables.wakes[Int(index)])
      guard lastWakes[other] != unit else { continue }
      lastWakes[other] = unit
      woken.append(UInt32(truncatingIfNeeded: other))
    }
  }

  /// Notes that a composite is evaluated in this unit; false when it was before.
  @inline(__always)
  mutating func firstEvaluation(of composite: Int) -> Bool {
    guard lastEvaluations[composite] != unit else { return false }
    lastEvaluations[composite] = unit
    return true
  }

  private mutating func grow() {
    let old = hits
    hits = .allocate(capacity: capacity * 2)
    hits.moveInitialize(from: old, count: capacity)
    old.deallocate()
    capacity *= 2
  }

  /// Appends a concept's hits, sorted, each once.
  func collect(_ concept: Int, into spans: inout [TokenSpan]) {
    guard has(concept) else { return }
    let first = spans.count
    var index = concepts[concept].hit
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
