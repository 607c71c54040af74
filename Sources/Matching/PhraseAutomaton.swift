/// Finds all phrases, which are sequences of symbols, in one pass (Aho and Corasick, 1975).
///
/// State 0 is the root. Transitions are kept in one hash table instead of a row per state, so that memory
/// grows with the text of the phrases and not with phrases times vocabulary. A state without transitions
/// of its own is left for its longest suffix that has some, so most words of a text cost no look-up.
struct PhraseAutomaton: Sendable {
  /// A place in one or several phrases: so many of their symbols have been met.
  struct State: Sendable {
    /// Which symbols have a transition here or at a state reached by failures, by `Symbol` bit; a bit may
    /// be set without need.
    var symbolBits: UInt64 = 0
    /// Where to look next when there is no transition for a symbol.
    var failure: UInt32 = 0
    /// The state itself or, when it has no transitions, where to go on from.
    var continuation: UInt32 = 0
    /// The state itself or its longest suffix at which a phrase ends.
    var firstEnd = End.none
    /// The next shorter such suffix.
    var nextEnd = End.none
    /// The number of symbols on the way to the state.
    var depth: UInt16 = 0
    /// Number of the state's row in `rows`, from 1 on; zero when it has none.
    var row: UInt16 = 0
    /// What the phrases that end here lead to: a number in the program's end classes.
    var endClass: UInt32 = 0
  }

  /// A state at which phrases end, or none.
  struct End: Sendable, BitwiseCopyable {
    private static let activeBit: UInt32 = 1 << 31
    private var bits: UInt32

    static let none = End(state: 0, isActive: false)

    init(state: UInt32, isActive: Bool) {
      bits = isActive ? state | Self.activeBit : state
    }

    var exists: Bool { bits != 0 }
    var state: Int { Int(bits & ~Self.activeBit) }
    /// A phrase that ends there, or at a shorter suffix, is all of a pattern or a reason to look at a
    /// composite; the others only matter when something else is.
    var isActive: Bool { bits >= Self.activeBit }
  }

  /// States with so many transitions have a row, as long as the rows do not take too much room.
  private static let leastOfRow = 24
  private static let mostInRows = 1 << 18

  /// A transition that does not start at the root; the key is zero where the table is free.
  struct Transition: Sendable {
    /// State in the upper half and symbol in the lower.
    var key: UInt64 = 0
    var target: UInt32 = 0
  }

  /// Indexed by state.
  private(set) var states: [State] = []
  /// A hash table; the count is a power of two.
  private(set) var transitions: [Transition] = [Transition()]
  /// The state behind the root for each symbol; zero where no phrase begins with it.
  private(set) var rootTargets: [UInt32] = []
  /// Where each symbol leads from a state, its suffixes and the root included; zero for back to the root.
  /// One after the other, each with as many elements as there are symbols.
  private(set) var rows: [UInt32] = []

  var stateCount: Int { states.count }

  init() {}

  /// The bit by which a state remembers a symbol; never the last, which stands for unknown words.
  static func bit(of symbol: UInt32) -> UInt32 { symbol == 0 ? 63 : symbol % 63 }

  /// The target of a state's own transition; zero when it has none.
  func target(of state: UInt32, _ symbol: UInt32) -> UInt32 {
    let key = UInt64(state) << 32 | UInt64(symbol)
    var slot = Self.slot(of: key, mask: transitions.count - 1)
    while transitions[slot].key != 0 {
      if transitions[slot].key == key { return transitions[slot].target }
      slot = (slot + 1) & (transitions.count - 1)
    }
    return 0
  }

  @inline(__always)
  static func slot(of key: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// Collects phrases and turns them into an automaton.
  struct Builder {
    private var automaton = PhraseAutomaton()
    private var used = 0
    private var parents: [UInt32] = [0]
    private var symbols: [UInt32] = [0]
    private var transitionCounts: [Int32] = [0]
    private var ends: [UInt64] = []

    init(symbolCount: Int, phraseCount: Int) {
      automaton.rootTargets = Array(repeating: 0, count: symbolCount)
      automaton.states = [State()]
      var capacity = 256
      while capacity < phraseCount * 2 { capacity *= 2 }
      automaton.transitions = Array(repeating: Transition(), count: capacity)
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
      if used * 3 >= automaton.transitions.count * 2 { grow() }
      place(Transition(key: UInt64(state) << 32 | UInt64(symbol), target: new))
      used += 1
      return new
    }

    /// Notes that a phrase of a concept ends at a state.
    mutating func end(at state: UInt32, concept: Int) {
      ends.append(UInt64(state) << 32 | UInt64(concept))
    }

    private mutating func newState(parent: UInt32, _ symbol: UInt32) -> UInt32 {
      let state = UInt32(parents.count)
      parents.append(parent)
      symbols.append(symbol)
      transitionCounts.append(0)
      transitionCounts[Int(parent)] += 1
      automaton.states.append(State(depth: automaton.states[Int(parent)].depth + 1))
      if parent != 0 {
        automaton.states[Int(parent)].symbolBits |= 1 << UInt64(PhraseAutomaton.bit(of: symbol))
      }
      return state
    }

    private mutating func place(_ transition: Transition) {
      let mask = automaton.transitions.count - 1
      var slot = PhraseAutomaton.slot(of: transition.key, mask: mask)
      while automaton.transitions[slot].key != 0 { slot = (slot + 1) & mask }
      automaton.transitions[slot] = transition
    }

    private mutating func grow() {
      let old = automaton.transitions
      automaton.transitions = Array(repeating: Transition(), count: old.count * 2)
      for transition in old where transition.key != 0 { place(transition) }
    }

    /// The automaton, in which each concept stands for those that `closure` gives for it.
    mutating func finished(
      closure: (UInt32) -> [UInt32], classes: inout EndClasses
    ) -> PhraseAutomaton {
      setClasses(closure, &classes)
      // Suffix links of all states, also those that the matcher passes over.
      var suffixes = [UInt32](repeating: 0, count: parents.count)
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
        link(state, suffix: automaton.states[Int(suffix)], classes)
      }
      setRows(suffixes)
      return automaton
    }

    private mutating func link(_ index: Int, suffix: State, _ classes: EndClasses) {
      var state = automaton.states[index]
      state.failure = suffix.continuation
      state.continuation = transitionCounts[index] > 0 ? UInt32(index) : suffix.continuation
      state.nextEnd = suffix.firstEnd
      state.firstEnd =
        state.endClass == 0
        ? suffix.firstEnd
        : End(
          state: UInt32(index),
          isActive: suffix.firstEnd.isActive || classes.isActive(state.endClass))
      state.symbolBits |= suffix.symbolBits
      automaton.states[index] = state
    }

    /// Writes out the transitions of states that have many, which are those after frequent words.
    private mutating func setRows(_ suffixes: [UInt32]) {
      let width = automaton.rootTargets.count
      let most = min(PhraseAutomaton.mostInRows / max(1, width), Int(UInt16.max))
      let wide = transitionCounts.indices.dropFirst().filter {
        transitionCounts[$0] >= PhraseAutomaton.leastOfRow
      }
      var children: [Int: [UInt32]] = [:]
      for state in wide.prefix(most) {
        var suffix = state
        while suffix != 0 {
          children[suffix] = []
          suffix = Int(suffixes[suffix])
        }
      }
      guard !children.isEmpty else { return }
      for child in 1..<parents.count where parents[child] != 0 {
        children[Int(parents[child])]?.append(UInt32(child))
      }
      for (index, state) in wide.prefix(most).enumerated() {
        automaton.states[state].row = UInt16(index + 1)
        automaton.rows += automaton.rootTargets
        var chain: [Int] = []
        var suffix = state
        while suffix != 0 {
          chain.append(suffix)
          suffix = Int(suffixes[suffix])
        }
        // What a longer suffix knows goes before what a shorter one knows.
        for suffix in chain.reversed() {
          for child in children[suffix] ?? [] {
            automaton.rows[index * width + Int(symbols[Int(child)])] = child
          }
        }
      }
    }

    /// Shallow states first: a suffix is always shallower than what it is a suffix of.
    private func statesByDepth() -> [Int] {
      let depths = automaton.states.prefix(parents.count).map { Int($0.depth) }
      var starts = [Int](repeating: 0, count: (depths.max() ?? 0) + 2)
      for depth in depths { starts[depth + 1] += 1 }
      for depth in 1..<starts.count { starts[depth] += starts[depth - 1] }
      var states = [Int](repeating: 0, count: depths.count)
      for (state, depth) in depths.enumerated() {
        states[starts[depth]] = state
        starts[depth] += 1
      }
      return states
    }

    private mutating func setClasses(
      _ closure: (UInt32) -> [UInt32], _ classes: inout EndClasses
    ) {
      ends.sort()
      var index = 0
      var concepts: [UInt32] = []
      while index < ends.count {
        let state = ends[index] >> 32
        concepts.removeAll(keepingCapacity: true)
        while index < ends.count, ends[index] >> 32 == state {
          concepts += closure(UInt32(truncatingIfNeeded: ends[index]))
          index += 1
        }
        automaton.states[Int(state)].endClass = classes.number(of: concepts)
      }
    }
  }
}
