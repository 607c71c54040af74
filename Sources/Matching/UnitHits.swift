/// Tokens from one up to, but not including, another, counted from the start of the unit's context.
struct TokenSpan: Comparable, BitwiseCopyable {
  var start: Int32
  var end: Int32

  static func < (lhs: TokenSpan, rhs: TokenSpan) -> Bool {
    (lhs.start, lhs.end) < (rhs.start, rhs.end)
  }
}

/// The hits of concepts in one unit, and the concepts that they give reason to look at.
///
/// Hits of phrases are kept as ends of a class, whatever the number of concepts that they are hits of; the
/// hits of one concept are picked out when they are asked for. Hits of composites are kept by concept.
/// Nothing is cleared between units: what belongs to an older unit is told by its stamp.
struct UnitHits {
  /// An end of phrases of one class.
  struct End: BitwiseCopyable {
    var endClass: UInt32
    var span: TokenSpan
    /// Concepts of the class, several for each bit.
    var digest: UInt64
  }

  private struct CompositeHit: BitwiseCopyable {
    var span: TokenSpan
    /// The concept's hit before this one; -1 for the first.
    var previous: Int32
  }

  private struct Last: BitwiseCopyable {
    /// Number of the unit in which composites hit the concept last.
    var unit: UInt32 = 0
    var hit: Int32 = -1
  }

  private(set) var ends: [End] = []
  /// Concepts with leading patterns to look at.
  private(set) var woken: [UInt32] = []

  private let tables: ScannerTables
  private var compositeHits: [CompositeHit] = []
  /// Number of the unit, from 1 on.
  private var unit: UInt32 = 0
  /// The concepts of the ends so far.
  private let signature: UnsafeMutablePointer<UInt64>
  private let concepts: UnsafeMutableBufferPointer<Last>
  /// The unit in which each class had an end last, each concept was put among those to look at, and each
  /// composite was evaluated.
  private let lastEnds: UnsafeMutableBufferPointer<UInt32>
  private let lastWakes: UnsafeMutableBufferPointer<UInt32>
  private let lastEvaluations: UnsafeMutableBufferPointer<UInt32>

  init(_ tables: ScannerTables) {
    self.tables = tables
    signature = .allocate(capacity: tables.signatures.wordCount)
    tables.signatures.clear(signature)
    concepts = .allocate(capacity: max(1, tables.conceptCount))
    concepts.initialize(repeating: Last())
    lastEnds = .allocate(capacity: max(1, tables.classCount))
    lastEnds.initialize(repeating: 0)
    lastWakes = .allocate(capacity: max(1, tables.conceptCount))
    lastWakes.initialize(repeating: 0)
    lastEvaluations = .allocate(capacity: max(1, tables.compositeCount))
    lastEvaluations.initialize(repeating: 0)
  }

  func deallocate() {
    signature.deallocate()
    concepts.deallocate()
    lastEnds.deallocate()
    lastWakes.deallocate()
    lastEvaluations.deallocate()
  }

  mutating func begin() {
    if !ends.isEmpty {
      ends.removeAll(keepingCapacity: true)
      tables.signatures.clear(signature)
      woken.removeAll(keepingCapacity: true)
      compositeHits.removeAll(keepingCapacity: true)
    }
    unit &+= 1
    if unit == 0 {
      unit = 1
      concepts.update(repeating: Last())
      lastEnds.update(repeating: 0)
      lastWakes.update(repeating: 0)
      lastEvaluations.update(repeating: 0)
    }
  }

  /// Keeps an end of phrases, and puts the concepts that it gives reason to look at among those to look at.
  mutating func note(_ end: End) {
    ends.append(end)
    let number = Int(end.endClass)
    guard lastEnds[number] != unit else { return }
    lastEnds[number] = unit
    tables.signatures.unite(signature, with: number)
    for index in tables.classes[number].wakes..<tables.classes[number + 1].wakes {
      let concept = tables.wakesOfClass[Int(index)]
      guard lastWakes[Int(concept)] != unit else { continue }
      lastWakes[Int(concept)] = unit
      woken.append(concept)
    }
  }

  /// Keeps a composite's hit of a concept.
  mutating func note(_ concept: Int, _ span: TokenSpan) {
    let last = concepts[concept]
    concepts[concept] = Last(unit: unit, hit: Int32(truncatingIfNeeded: compositeHits.count))
    compositeHits.append(
      CompositeHit(span: span, previous: last.unit == unit ? last.hit : -1))
  }

  /// Whether a concept may have hits; never false when it has.
  @inline(__always)
  func mayHave(_ concept: Int) -> Bool {
    tables.signatures.mayHold(tables.concepts[concept].slot, signature)
      || concepts[concept].unit == unit
  }

  /// Whether a bit stands in the unit's signature.
  @inline(__always)
  func holds(bit: UInt32) -> Bool { tables.signatures.holds(signature, bit: bit) }

  /// Whether a composite may match; never false when it does.
  @inline(__always)
  func mayMatch(_ feeder: ScannerTables.Feeder) -> Bool {
    tables.signatures.holds(signature, bit: UInt32(feeder.rarestBit))
      && tables.signatures.holds(signature, bit: UInt32(feeder.nextRarestBit))
  }

  func has(_ concept: Int) -> Bool {
    if concepts[concept].unit == unit { return true }
    guard tables.signatures.mayHold(tables.concepts[concept].slot, signature) else { return false }
    return ends.contains { isHit(concept, by: $0) }
  }

  @inline(__always)
  private func isHit(_ concept: Int, by end: End) -> Bool {
    end.digest & ConceptSignatures.digestBit(concept) != 0
      && tables.isHit(concept, byClass: Int(end.endClass))
  }

  /// Notes that a composite is evaluated in this unit; false when it was before.
  @inline(__always)
  mutating func firstEvaluation(of composite: Int) -> Bool {
    guard lastEvaluations[composite] != unit else { return false }
    lastEvaluations[composite] = unit
    return true
  }

  /// Appends a concept's hits, sorted, each once.
  func collect(_ concept: Int, into spans: inout [TokenSpan]) {
    let first = spans.count
    if tables.signatures.mayHold(tables.concepts[concept].slot, signature) {
      for end in ends where isHit(concept, by: end) {
        spans.append(end.span)
      }
    }
    if concepts[concept].unit == unit {
      var index = concepts[concept].hit
      while index >= 0 {
        spans.append(compositeHits[Int(index)].span)
        index = compositeHits[Int(index)].previous
      }
    }
    guard spans.count - first > 1 else { return }
    spans[first...].sortInPlaceIfNeeded()
    var kept = first + 1
    for read in (first + 1)..<spans.count where spans[read] != spans[kept - 1] {
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
