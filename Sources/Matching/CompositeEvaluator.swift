/// Evaluates composites from the hits of their parts, always forward and never twice over the same hits
/// for one start.
struct CompositeEvaluator {
  /// Ends kept for one start of a sequence; the nearest ones.
  static let mostEnds = 16

  /// A match of operands joined by `&`.
  struct Joint {
    var first: TokenSpan
    var whole: TokenSpan
  }

  /// The hits of the composite last evaluated.
  private(set) var results: [TokenSpan] = []
  /// The same when its operands are joined by `&`.
  private(set) var joints: [Joint] = []

  private var parts: [Composite.Part] = []
  private var spans: [TokenSpan] = []
  /// Where each part's spans begin in `spans`; one more than there are parts.
  private var starts: [Int] = []
  private var ends: [Int32] = []
  private var endStarts: [Int] = []
  private var furthest: [Int32] = []
  private var canTouch: [Bool] = []

  /// Evaluates a composite whose parts all have hits, in a unit with so many tokens, of which the first
  /// are the context's.
  mutating func evaluate(
    _ composite: Composite, _ tables: ScannerTables, _ hits: UnitHits, tokenCount: Int,
    contextCount: Int
  ) {
    if !results.isEmpty { results.removeAll(keepingCapacity: true) }
    if !joints.isEmpty { joints.removeAll(keepingCapacity: true) }
    if !parts.isEmpty { parts.removeAll(keepingCapacity: true) }
    for part in composite.partStart..<composite.partEnd { parts.append(tables.parts[part]) }
    switch composite.kind {
    case .sequence:
      sequence(trailing: composite.trailing, tokenCount: Int32(tokenCount), hits)
    case .notBefore, .notAfter: guarded(composite.kind == .notBefore, hits)
    case .all: all(context: Int32(contextCount), hits)
    }
  }

  // MARK: Guards

  private mutating func guarded(_ isBefore: Bool, _ hits: UnitHits) {
    collect(hits)
    let neighbours = spans[starts[1]...]
    if isBefore {
      let forbidden = Set(neighbours.map(\.start))
      results += spans[..<starts[1]].filter { !forbidden.contains($0.end) }
    } else {
      let forbidden = Set(neighbours.map(\.end))
      results += spans[..<starts[1]].filter { !forbidden.contains($0.start) }
    }
  }

  // MARK: Sequences

  private mutating func sequence(trailing: Int32, tokenCount: Int32, _ hits: UnitHits) {
    collect(hits)
    var leading: Int32 = 0
    for first in parts.indices {
      leading += parts[first].least
      for index in starts[first]..<starts[first + 1] where spans[index].start >= leading {
        sweep(
          from: first, spans[index], leading: leading, trailing: trailing, tokenCount: tokenCount)
      }
      guard parts[first].isOptional else { break }
    }
  }

  /// Puts the hits of all parts into `spans`, except those of operands that are excluded.
  private mutating func collect(_ hits: UnitHits) {
    spans.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    for part in parts {
      hits.collect(Int(part.concept), into: &spans)
      starts.append(spans.count)
    }
  }

  /// Finds all ends of the sequence for one hit of its first part.
  ///
  /// For each part in turn it keeps the set of tokens at which the part can end; a part's set comes from
  /// the sets of the parts that can stand directly in front of it.
  private mutating func sweep(
    from first: Int, _ start: TokenSpan, leading: Int32, trailing: Int32, tokenCount: Int32
  ) {
    ends.removeAll(keepingCapacity: true)
    endStarts.removeAll(keepingCapacity: true)
    endStarts.append(0)
    ends.append(start.end)
    endStarts.append(1)
    for segment in (first + 1)..<max(first + 1, parts.count) {
      let begin = ends.count
      extend(first, segment)
      sortEnds(from: begin)
      endStarts.append(ends.count)
      // Nothing can follow once neither this part nor one that may stand in its place was found.
      if ends.count == begin, !parts[segment].isOptional { return }
    }
    let begin = ends.count
    var behind = trailing
    for segment in stride(from: parts.count - 1, through: first, by: -1) {
      for index in endStarts[segment - first]..<endStarts[segment - first + 1] {
        if ends[index] + behind <= tokenCount { ends.append(ends[index] + behind) }
      }
      guard parts[segment].isOptional else { break }
      behind += parts[segment].least
    }
    sortEnds(from: begin)
    for end in ends[begin...].prefix(Self.mostEnds) {
      results.append(TokenSpan(start: start.start - leading, end: end))
    }
  }

  /// Appends the ends of one part for all ends of the parts that can stand in front of it.
  private mutating func extend(_ first: Int, _ segment: Int) {
    var least: Int32 = 0
    var most: Int32 = 0
    for before in stride(from: segment - 1, through: first, by: -1) {
      least += parts[before + 1].least
      most += parts[before + 1].most
      let range = endStarts[before - first]..<endStarts[before - first + 1]
      if let nearest = range.first, let last = range.last {
        var end = nearest
        var index = lowerBound(
          ends[nearest] + least, in: starts[segment]..<starts[segment + 1])
        while index < starts[segment + 1], spans[index].start <= ends[last] + most {
          // The nearest end that is not too far in front of this hit.
          while ends[end] + most < spans[index].start { end += 1 }
          if ends[end] + least <= spans[index].start { ends.append(spans[index].end) }
          index += 1
        }
      }
      guard parts[before].isOptional else { break }
    }
  }

  private mutating func sortEnds(from begin: Int) {
    guard ends.count - begin > 1 else { return }
    ends[begin...].sort()
    var kept = begin + 1
    for read in (begin + 1)..<ends.count where ends[read] != ends[kept - 1] {
      ends[kept] = ends[read]
      kept += 1
    }
    ends.removeSubrange(kept...)
  }

  /// The first of sorted spans that starts at or behind a token.
  private func lowerBound(_ start: Int32, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Operands

  /// A match needs a part behind the tokens of the context, which are so many.
  private mutating func all(context: Int32, _ hits: UnitHits) {
    let operands = parts
    for operand in operands where operand.isExcluded && operand.most == .max {
      if hits.has(Int(operand.concept)) { return }
    }
    parts.removeAll { $0.isExcluded }
    collect(hits)
    exclude(operands, hits)
    guard prepare(context) else { return }
    for index in starts[0]..<starts[1] where canTouch[index] {
      let first = spans[index]
      var whole = first
      var current = first
      var needsTouch = first.end <= context
      var isComplete = true
      for part in parts.indices.dropFirst() {
        guard let partner = nearest(to: current, in: part, parts[part].most, needsTouch) else {
          isComplete = false
          break
        }
        current = spans[partner]
        whole.start = min(whole.start, current.start)
        whole.end = max(whole.end, current.end)
        if current.end > context { needsTouch = false }
      }
      if isComplete { joints.append(Joint(first: first, whole: whole)) }
    }
  }

  /// Takes out the hits that stand too near to what an operand excludes.
  private mutating func exclude(_ operands: [Composite.Part], _ hits: UnitHits) {
    var part = -1
    for operand in operands {
      guard operand.isExcluded else {
        part += 1
        continue
      }
      guard operand.most != .max, hits.has(Int(operand.concept)) else { continue }
      let end = spans.count
      hits.collect(Int(operand.concept), into: &spans)
      let excluded = end..<spans.count
      setFurthest(excluded)
      var kept = starts[part]
      for index in starts[part]..<starts[part + 1]
      where nearest(to: spans[index], in: excluded, operand.most) == nil {
        spans[kept] = spans[index]
        kept += 1
      }
      spans.removeSubrange(end...)
      spans.removeSubrange(kept..<starts[part + 1])
      let removed = starts[part + 1] - kept
      for later in (part + 1)..<starts.count { starts[later] -= removed }
    }
  }

  /// Takes out the hits without a partner, from the last operand to the first, and notes which can be
  /// part of a match that touches the unit; returns whether any match is left.
  private mutating func prepare(_ context: Int32) -> Bool {
    canTouch = spans.map { $0.end > context }
    furthest = Array(repeating: 0, count: spans.count)
    var removals: [Bool] = Array(repeating: false, count: spans.count)
    for part in parts.indices.reversed() {
      let range = starts[part]..<starts[part + 1]
      if part + 1 < parts.count {
        let next = starts[part + 1]..<starts[part + 2]
        let within = parts[part + 1].most
        let anyTouches = next.contains { canTouch[$0] && !removals[$0] }
        for index in range {
          if within == .max {
            canTouch[index] = canTouch[index] || anyTouches
          } else if nearest(to: spans[index], in: next, within) == nil {
            removals[index] = true
          } else if !canTouch[index] {
            canTouch[index] = next.contains { other in
              canTouch[other] && distance(spans[index], spans[other]) <= within
            }
          }
        }
      }
      compact(part, &removals)
      guard starts[part] < starts[part + 1] else { return false }
      setFurthest(starts[part]..<starts[part + 1])
    }
    return true
  }

  /// Closes the holes that removals left in a part's spans.
  private mutating func compact(_ part: Int, _ removals: inout [Bool]) {
    let range = starts[part]..<starts[part + 1]
    guard range.contains(where: { removals[$0] }) else { return }
    let kept = range.filter { !removals[$0] }
    let removed = range.count - kept.count
    spans.replaceSubrange(range, with: kept.map { spans[$0] })
    canTouch.replaceSubrange(range, with: kept.map { canTouch[$0] })
    removals.replaceSubrange(range, with: kept.map { _ in false })
    furthest.removeSubrange(range.lowerBound..<(range.lowerBound + removed))
    for later in (part + 1)..<starts.count { starts[later] -= removed }
  }

  /// Notes for each span which of those up to it in the range ends last, counted from the range's start.
  private mutating func setFurthest(_ range: Range<Int>) {
    while furthest.count < range.upperBound { furthest.append(0) }
    var last = range.lowerBound
    for index in range {
      if spans[index].end >= spans[last].end { last = index }
      furthest[index] = Int32(truncatingIfNeeded: last - range.lowerBound)
    }
  }

  private func nearest(
    to span: TokenSpan, in part: Int, _ within: Int32, _ needsTouch: Bool
  ) -> Int? {
    let range = starts[part]..<starts[part + 1]
    guard needsTouch else { return nearest(to: span, in: range, within) }
    // Only hits in the context ask for this, and a context is short.
    var best: Int?
    for index in range where canTouch[index] {
      let distance = distance(span, spans[index])
      if distance <= within, distance < (best.map { self.distance(span, spans[$0]) } ?? .max) {
        best = index
      }
    }
    return best
  }

  private func nearest(to span: TokenSpan, in range: Range<Int>, _ within: Int32) -> Int? {
    var best: Int?
    let behind = lowerBound(span.start, in: range)
    if behind < range.upperBound { best = behind }
    if behind > range.lowerBound {
      let before = range.lowerBound + Int(furthest[behind - 1])
      if best.map({ distance(span, spans[before]) < distance(span, spans[$0]) }) ?? true {
        best = before
      }
    }
    return best.flatMap { distance(span, spans[$0]) <= within ? $0 : nil }
  }

  /// Tokens between two spans; 0 when they overlap.
  private func distance(_ a: TokenSpan, _ b: TokenSpan) -> Int32 {
    max(0, a.start < b.start ? b.start - a.end : a.start - b.end)
  }
}
