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

  /// Collects phrases, which are sequences of word classes, and turns them into an automaton.
  ///
  /// A class is a list of symbols. With a state for each way of choosing one for each word of a phrase, those of
  /// words that patterns have in several forms would multiply. So a state is a set of places in phrases with the
  /// state to go on from when none of them is left: symbols that lead to the same ones share a state.
  struct Builder {
    private struct Edge {
      var symbol: UInt32
      var target: UInt32
    }

    /// States for each place in phrases beyond which there are too many, and how many may be in any case.
    private static let mostPerPlace = 8
    private static let mostInAnyCase = 1 << 16

    private let symbolsOfClass: [[UInt32]]
    /// The place that a class leads to from another, by place in the upper half and class in the lower.
    private var places: [UInt64: UInt32] = [:]
    /// Indexed by place; the first is where all phrases begin.
    private var children: [[(wordClass: Int32, place: UInt32)]] = [[]]
    /// Concepts of the phrases that end at a place.
    private var concepts: [[UInt32]] = [[]]

    private var automaton = PhraseAutomaton()
    private var usedTransitions = 0
    /// Places of all states, one state's after the other's.
    private var members: [UInt32] = [0]
    private var memberStarts = [0, 1]
    /// The longest suffix of each state, also of those that the matcher passes over.
    private var suffixes: [UInt32] = [0]
    private var edges: [Edge] = []
    private var edgeStarts: [Int] = []
    private var stateOfMembers: [[UInt32]: UInt32] = [:]

    init(symbolCount: Int, symbolsOfClass: [[UInt32]]) {
      self.symbolsOfClass = symbolsOfClass
      automaton.rootTargets = Array(repeating: 0, count: symbolCount)
      automaton.states = [State()]
      automaton.transitions = Array(repeating: Transition(), count: 256)
    }

    /// Takes a phrase of a concept.
    mutating func add(_ classes: [Int32], concept: Int) {
      var place: UInt32 = 0
      for wordClass in classes {
        let key = UInt64(place) << 32 | UInt64(UInt32(bitPattern: wordClass))
        if let known = places[key] {
          place = known
          continue
        }
        let new = UInt32(children.count)
        places[key] = new
        children[Int(place)].append((wordClass, new))
        children.append([])
        concepts.append([])
        place = new
      }
      concepts[Int(place)].append(UInt32(concept))
    }

    /// The automaton, in which each concept stands for those that `closure` gives for it; `nil` when it would have
    /// too many states.
    mutating func finished(
      closure: (UInt32) -> [UInt32], classes: inout EndClasses
    ) -> PhraseAutomaton? {
      let most = Self.mostInAnyCase + Self.mostPerPlace * children.count
      var state = 0
      // Shallow states first: a suffix is always shallower than what it is a suffix of.
      while state < automaton.states.count {
        edgeStarts.append(edges.count)
        addEdges(from: state, closure, &classes)
        guard automaton.states.count <= most else { return nil }
        state += 1
      }
      edgeStarts.append(edges.count)
      for state in 1..<max(1, automaton.states.count) {
        link(state, suffix: automaton.states[Int(suffixes[state])], classes)
      }
      setRows()
      return automaton
    }

    private mutating func addEdges(
      from state: Int, _ closure: (UInt32) -> [UInt32], _ classes: inout EndClasses
    ) {
      // Symbol in the upper half and place in the lower.
      var steps: [UInt64] = []
      for member in members[memberStarts[state]..<memberStarts[state + 1]] {
        for (wordClass, place) in children[Int(member)] {
          for symbol in symbolsOfClass[Int(wordClass)] {
            steps.append(UInt64(symbol) << 32 | UInt64(place))
          }
        }
      }
      steps.sort()
      var index = 0
      while index < steps.count {
        let symbol = UInt32(steps[index] >> 32)
        var key = [state == 0 ? 0 : next(suffixes[state], symbol)]
        while index < steps.count, UInt32(steps[index] >> 32) == symbol {
          key.append(UInt32(truncatingIfNeeded: steps[index]))
          index += 1
        }
        var target = stateOfMembers[key] ?? 0
        if target == 0 {
          // Phrases are far shorter; what is longer would only be taken for shorter.
          let depth = UInt16(clamping: Int(automaton.states[state].depth) + 1)
          target = newState(key, depth: depth, closure, &classes)
        }
        edges.append(Edge(symbol: symbol, target: target))
        if state == 0 {
          automaton.rootTargets[Int(symbol)] = target
        } else {
          automaton.states[state].symbolBits |= 1 << UInt64(PhraseAutomaton.bit(of: symbol))
          if usedTransitions * 3 >= automaton.transitions.count * 2 { grow() }
          place(Transition(key: UInt64(state) << 32 | UInt64(symbol), target: target))
          usedTransitions += 1
        }
      }
    }

    /// Where a symbol leads from a state or, when it leads nowhere, from its longest suffix that knows it.
    private func next(_ state: UInt32, _ symbol: UInt32) -> UInt32 {
      var current = state
      while current != 0 {
        let target = automaton.target(of: current, symbol)
        if target != 0 { return target }
        current = suffixes[Int(current)]
      }
      return automaton.rootTargets[Int(symbol)]
    }

    /// A state with the suffix and the places of a key.
    private mutating func newState(
      _ key: [UInt32], depth: UInt16, _ closure: (UInt32) -> [UInt32], _ classes: inout EndClasses
    ) -> UInt32 {
      let state = UInt32(automaton.states.count)
      stateOfMembers[key] = state
      suffixes.append(key[0])
      members += key.dropFirst()
      memberStarts.append(members.count)
      var new = State(depth: depth)
      let ending = key.dropFirst().flatMap { concepts[Int($0)] }
      if !ending.isEmpty { new.endClass = classes.number(of: ending.flatMap(closure)) }
      automaton.states.append(new)
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

    private mutating func link(_ index: Int, suffix: State, _ classes: EndClasses) {
      var state = automaton.states[index]
      state.failure = suffix.continuation
      state.continuation = edges(of: index).isEmpty ? suffix.continuation : UInt32(index)
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

    private func edges(of state: Int) -> ArraySlice<Edge> {
      edges[edgeStarts[state]..<edgeStarts[state + 1]]
    }

    /// Writes out the transitions of states that have many, which are those after frequent words.
    private mutating func setRows() {
      let width = automaton.rootTargets.count
      let most = min(PhraseAutomaton.mostInRows / max(1, width), Int(UInt16.max))
      let wide = automaton.states.indices.dropFirst().filter {
        edges(of: $0).count >= PhraseAutomaton.leastOfRow
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
          for edge in edges(of: suffix) {
            automaton.rows[index * width + Int(edge.symbol)] = edge.target
          }
        }
      }
    }
  }
}
