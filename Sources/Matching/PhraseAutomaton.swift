/// Finds all phrases, which are sequences of symbols, in one pass (Aho and Corasick, 1975).
///
/// State 0 is the root. Transitions are kept in one hash table instead of a row per state, so that memory
/// grows with the text of the phrases and not with phrases times vocabulary. A state without transitions
/// of its own is left for its longest suffix that has some, so most words of a text cost no look-up.
struct PhraseAutomaton: Sendable {
  /// State in the upper half and symbol in the lower; zero where free. The count is a power of two.
  private(set) var keys: [UInt64] = [0]
  private(set) var targets: [UInt32] = [0]
  /// The state behind the root for each symbol; zero where no phrase begins with it.
  private(set) var rootTargets: [UInt32] = []

  /// For each state: where to look next when it has no transition for a symbol.
  private(set) var failures: [UInt32] = []
  /// For each state: itself or, when it has no transitions, where to go on from.
  private(set) var continuations: [UInt32] = []
  /// For each state: itself or its longest suffix at which a phrase ends; zero when there is none.
  private(set) var firstEnds: [UInt32] = []
  /// For each state at which a phrase ends: the next shorter such suffix.
  private(set) var nextEnds: [UInt32] = []
  /// For each state: the number of symbols on the way to it.
  private(set) var depths: [UInt32] = []
  /// For each state, where its concepts begin in `concepts`; one more than there are states.
  private(set) var conceptStarts: [UInt32] = []
  /// The concepts of the phrases that end at a state, ascending.
  private(set) var concepts: [UInt32] = []

  var stateCount: Int { depths.count }

  /// The target of a state's own transition; zero when it has none.
  func target(of state: UInt32, _ symbol: UInt32) -> UInt32 {
    let key = UInt64(state) << 32 | UInt64(symbol)
    var slot = Self.slot(of: key, count: keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return 0
  }

  static func slot(of key: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
  }

  /// Collects phrases and turns them into an automaton.
  struct Builder {
    private var automaton = PhraseAutomaton()
    private var used = 0
    private var parents: [UInt32] = [0]
    private var symbols: [UInt32] = [0]
    private var hasTransitions: [Bool] = [false]
    private var ends: [(state: UInt32, concept: UInt32)] = []

    init(symbolCount: Int) {
      automaton.rootTargets = Array(repeating: 0, count: symbolCount)
      automaton.depths = [0]
      automaton.keys = Array(repeating: 0, count: 1024)
      automaton.targets = Array(repeating: 0, count: 1024)
    }

    /// The state behind a state and a symbol, made when there is none.
    mutating func state(after state: UInt32, _ symbol: UInt32) -> UInt32 {
      if state == 0 {
        let known = automaton.rootTargets[Int(symbol)]
        if known != 0 { return known }
        let new = newState(parent: 0, symbol)
        automaton.rootTargets[Int(symbol)] = new
        return new
      }
      let known = automaton.target(of: state, symbol)
      if known != 0 { return known }
      let new = newState(parent: state, symbol)
      if used * 2 >= automaton.keys.count { grow() }
      place(UInt64(state) << 32 | UInt64(symbol), new)
      used += 1
      return new
    }

    /// Notes that a phrase of a concept ends at a state.
    mutating func end(at state: UInt32, concept: Int) {
      ends.append((state, UInt32(concept)))
    }

    private mutating func newState(parent: UInt32, _ symbol: UInt32) -> UInt32 {
      let state = UInt32(parents.count)
      parents.append(parent)
      symbols.append(symbol)
      hasTransitions.append(false)
      hasTransitions[Int(parent)] = true
      automaton.depths.append(automaton.depths[Int(parent)] + 1)
      return state
    }

    private mutating func place(_ key: UInt64, _ target: UInt32) {
      var slot = PhraseAutomaton.slot(of: key, count: automaton.keys.count)
      while automaton.keys[slot] != 0 { slot = (slot + 1) & (automaton.keys.count - 1) }
      automaton.keys[slot] = key
      automaton.targets[slot] = target
    }

    private mutating func grow() {
      let (keys, targets) = (automaton.keys, automaton.targets)
      automaton.keys = Array(repeating: 0, count: keys.count * 2)
      automaton.targets = Array(repeating: 0, count: keys.count * 2)
      for (key, target) in zip(keys, targets) where key != 0 { place(key, target) }
    }

    /// The automaton, in which each concept stands for those that `closure` gives for it.
    mutating func finished(closure: (UInt32) -> [UInt32]) -> PhraseAutomaton {
      let count = parents.count
      setConcepts(closure)
      automaton.failures = Array(repeating: 0, count: count)
      automaton.continuations = Array(repeating: 0, count: count)
      automaton.firstEnds = Array(repeating: 0, count: count)
      automaton.nextEnds = Array(repeating: 0, count: count)
      // Suffix links of all states, also those that the matcher passes over.
      var suffixes = [UInt32](repeating: 0, count: count)
      for state in statesByDepth() where state != 0 {
        let parent = parents[state]
        var suffix: UInt32 = 0
        if parent != 0 {
          var candidate = suffixes[Int(parent)]
          while true {
            suffix =
              candidate == 0
              ? automaton.rootTargets[Int(symbols[state])]
              : automaton.target(of: candidate, symbols[state])
            if suffix != 0 || candidate == 0 { break }
            candidate = suffixes[Int(candidate)]
          }
        }
        suffixes[state] = suffix
        automaton.failures[state] = automaton.continuations[Int(suffix)]
        automaton.continuations[state] =
          hasTransitions[state] ? UInt32(state) : automaton.continuations[Int(suffix)]
        automaton.nextEnds[state] = automaton.firstEnds[Int(suffix)]
        let hasEnd = automaton.conceptStarts[state] != automaton.conceptStarts[state + 1]
        automaton.firstEnds[state] = hasEnd ? UInt32(state) : automaton.firstEnds[Int(suffix)]
      }
      return automaton
    }

    /// Shallow states first: a suffix is always shallower than what it is a suffix of.
    private func statesByDepth() -> [Int] {
      var starts = [Int](repeating: 0, count: Int(automaton.depths.max() ?? 0) + 2)
      for depth in automaton.depths { starts[Int(depth) + 1] += 1 }
      for depth in 1..<starts.count { starts[depth] += starts[depth - 1] }
      var states = [Int](repeating: 0, count: parents.count)
      for state in 0..<parents.count {
        let depth = Int(automaton.depths[state])
        states[starts[depth]] = state
        starts[depth] += 1
      }
      return states
    }

    private mutating func setConcepts(_ closure: (UInt32) -> [UInt32]) {
      var pairs: [UInt64] = []
      pairs.reserveCapacity(ends.count)
      for (state, concept) in ends {
        for live in closure(concept) { pairs.append(UInt64(state) << 32 | UInt64(live)) }
      }
      pairs.sort()
      automaton.conceptStarts = Array(repeating: 0, count: parents.count + 1)
      var last: UInt64?
      for pair in pairs where pair != last {
        automaton.concepts.append(UInt32(truncatingIfNeeded: pair))
        automaton.conceptStarts[Int(pair >> 32) + 1] += 1
        last = pair
      }
      for state in 0..<parents.count {
        automaton.conceptStarts[state + 1] += automaton.conceptStarts[state]
      }
    }
  }
}
