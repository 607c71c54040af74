@testable import Matching

/// What patterns mean, written as plainly as possible: every start, every end, no index of any kind.
struct ReferenceMatcher {
  struct Found: Hashable {
    var pattern: Int
    var start: Int
    var end: Int
  }

  var lists: [String: [TokenPattern]]
  var tokens: [String]
  /// Tokens of the context, in front of the unit's own.
  var contextCount = 0

  func found(_ pattern: TokenPattern, index: Int) -> Set<Found> {
    var result: Set<Found> = []
    for start in tokens.indices {
      let possible: [Int]
      if case .all(let first, let rest) = pattern {
        possible = ends(first, start).filter { end in
          matchesAll(start..<end, rest, touches: end > contextCount)
        }
      } else {
        possible = ends(pattern, start).filter { $0 > contextCount }
      }
      if let end = possible.min() {
        result.insert(Found(pattern: index, start: start, end: end))
      }
    }
    return result
  }

  private func matchesAll(
    _ last: Range<Int>, _ rest: [TokenPattern.Operand], touches: Bool
  ) -> Bool {
    guard let operand = rest.first else { return touches }
    let hits = spans(operand.pattern).filter { hit in
      guard let within = operand.within else { return true }
      return max(0, max(hit.lowerBound - last.upperBound, last.lowerBound - hit.upperBound))
        <= within
    }
    let others = Array(rest.dropFirst())
    if operand.isExcluded {
      return hits.isEmpty && matchesAll(last, others, touches: touches)
    }
    return hits.contains {
      matchesAll($0, others, touches: touches || $0.upperBound > contextCount)
    }
  }

  private func spans(_ pattern: TokenPattern) -> [Range<Int>] {
    tokens.indices.flatMap { start in ends(pattern, start).map { start..<$0 } }
  }

  /// Where the pattern can end when it begins at a token and takes at least one.
  private func ends(_ pattern: TokenPattern, _ start: Int) -> Set<Int> {
    switch pattern {
    case .word(let word):
      return start < tokens.count && tokens[start] == word.text ? [start + 1] : []
    case .any: return start < tokens.count ? [start + 1] : []
    case .gap, .all: return []
    case .list(let name): return ends((lists[name] ?? []), start)
    case .choice(let alternatives): return ends(alternatives, start)
    case .optional(let part): return ends(part, start)
    case .sequence(let parts): return ends(sequence: flattened(parts), start)
    case .guarded(let part, .notBefore, let neighbour):
      return ends(part, start).filter { ends(neighbour, $0).isEmpty }
    case .guarded(let part, .notAfter, let neighbour):
      let precedes = (0..<start).contains { ends(neighbour, $0).contains(start) }
      return precedes ? [] : ends(part, start)
    }
  }

  private func ends(_ alternatives: [TokenPattern], _ start: Int) -> Set<Int> {
    alternatives.reduce(into: []) { $0.formUnion(ends($1, start)) }
  }

  private struct State: Hashable {
    var end: Int
    var least = 0
    var most = 0
    var hasPart = false
  }

  private func ends(sequence parts: [TokenPattern], _ start: Int) -> Set<Int> {
    var states: Set<State> = [State(end: start)]
    for part in parts {
      var next: Set<State> = []
      for var state in states {
        switch part {
        case .gap(let count):
          state.most += count
          next.insert(state)
        case .any:
          state.least += 1
          state.most += 1
          next.insert(state)
        case .optional(.any):
          state.most += 1
          next.insert(state)
        default:
          if isNullable(part) { next.insert(state) }
          let last = state.end + (state.hasPart ? state.most : state.least)
          for begin in (state.end + state.least)...max(state.end + state.least, last) {
            for end in ends(part, begin) { next.insert(State(end: end, hasPart: true)) }
          }
        }
      }
      states = next
    }
    return Set(
      states.filter { $0.hasPart && $0.end + $0.least <= tokens.count }.map { $0.end + $0.least })
  }

  private func flattened(_ parts: [TokenPattern]) -> [TokenPattern] {
    parts.flatMap { part in
      if case .sequence(let inner) = part { flattened(inner) } else { [part] }
    }
  }

  private func isNullable(_ pattern: TokenPattern) -> Bool {
    switch pattern {
    case .word, .any, .gap, .all: false
    case .optional: true
    case .list(let name): (lists[name] ?? []).contains { isNullable($0) }
    case .choice(let alternatives): alternatives.contains { isNullable($0) }
    case .sequence(let parts):
      parts.allSatisfy { part in if case .gap = part { true } else { isNullable(part) } }
    case .guarded(let part, _, _): isNullable(part)
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
