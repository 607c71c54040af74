internal import Synchronization

/// A program's tables, made when they are first needed.
final class LazyTables: Sendable {
  private let known = Mutex<ScannerTables?>(nil)

  func tables(of program: MatchProgram) -> ScannerTables {
    known.withLock { known in
      if let known { return known }
      let fresh = ScannerTables(program)
      known = fresh
      return fresh
    }
  }
}

/// A program's tables as the scanner reads them, copied to where they can be read without bounds checks.
///
/// All indices in them come from the compiler: states and symbols from the automaton, parts and concepts
/// from the numbers that it gave out. Nothing changes them once they are made, so scanners on several
/// threads share them.
final class ScannerTables: @unchecked Sendable {
  /// Where the automaton goes with a symbol from its root.
  struct Root: BitwiseCopyable {
    /// The state to go on from.
    var state: UInt32
    /// The first state at which phrases end with the symbol.
    var end: PhraseAutomaton.End
    /// The symbol's bit in states.
    var symbolBit: UInt64
  }

  /// A composite and two bits of signatures without which it cannot match.
  struct Feeder: BitwiseCopyable {
    var composite: UInt32
    var rarestBit: UInt16
    var nextRarestBit: UInt16
  }

  let states: UnsafeMutablePointer<PhraseAutomaton.State>
  let transitions: UnsafeMutablePointer<PhraseAutomaton.Transition>
  let transitionMask: Int
  /// Rows of targets, each as long as there are symbols.
  let rows: UnsafeMutablePointer<UInt32>
  let rowLength: Int
  /// Indexed by symbol.
  let roots: UnsafeMutablePointer<Root>
  let classes: UnsafeMutablePointer<EndClasses.Starts>
  /// Concepts by the class of ends, as `EndClasses` has them.
  let keptOfClass: UnsafeMutablePointer<UInt32>
  let directOfClass: UnsafeMutablePointer<UInt32>
  let wakesOfClass: UnsafeMutablePointer<UInt32>
  /// For each class, which concepts its ends are hits of.
  let signatures: ConceptSignatures
  let concepts: UnsafeMutablePointer<MatchProgram.Concept>
  /// Composites by the concept whose hits theirs are.
  let feeders: UnsafeMutablePointer<Feeder>
  let roles: UnsafeMutablePointer<PatternRole>
  let followers: UnsafeMutablePointer<MatchProgram.Follower>
  let followerStarts: UnsafeMutablePointer<UInt32>
  let patterns: UnsafeMutablePointer<UInt32>
  let composites: UnsafeMutablePointer<Composite>
  let parts: UnsafeMutablePointer<Composite.Part>
  let outputs: UnsafeMutablePointer<UInt32>

  init(_ program: MatchProgram) {
    states = Self.copy(program.automaton.states)
    transitions = Self.copy(program.automaton.transitions)
    transitionMask = program.automaton.transitions.count - 1
    rows = Self.copy(program.automaton.rows)
    rowLength = program.automaton.rootTargets.count
    roots = Self.copy(
      program.automaton.rootTargets.enumerated().map { symbol, target in
        Root(
          state: program.automaton.states[Int(target)].continuation,
          end: program.automaton.states[Int(target)].firstEnd,
          symbolBit: UInt64(PhraseAutomaton.bit(of: UInt32(symbol))))
      })
    classes = Self.copy(program.endClasses.starts)
    keptOfClass = Self.copy(program.endClasses.kept)
    directOfClass = Self.copy(program.endClasses.direct)
    wakesOfClass = Self.copy(program.endClasses.wakes)
    signatures = ConceptSignatures(program)
    concepts = Self.copy(program.concepts)
    let signatures = signatures
    feeders = Self.copy(
      program.feeders.map { composite in
        let record = program.composites[Int(composite)]
        let bits = [record.rarest, record.nextRarest].map {
          UInt16(
            truncatingIfNeeded: $0 == Composite.none
              ? signatures.everPresentBit : signatures.necessaryBit(program.concepts[Int($0)]))
        }
        return Feeder(composite: composite, rarestBit: bits[0], nextRarestBit: bits[1])
      })
    roles = Self.copy(program.roles)
    followers = Self.copy(program.followers)
    followerStarts = Self.copy(program.followerStarts)
    patterns = Self.copy(program.patterns)
    composites = Self.copy(program.composites)
    parts = Self.copy(program.parts)
    outputs = Self.copy(program.outputs)
  }

  deinit {
    states.deallocate()
    transitions.deallocate()
    rows.deallocate()
    roots.deallocate()
    classes.deallocate()
    keptOfClass.deallocate()
    directOfClass.deallocate()
    wakesOfClass.deallocate()
    signatures.deallocate()
    concepts.deallocate()
    feeders.deallocate()
    roles.deallocate()
    followers.deallocate()
    followerStarts.deallocate()
    patterns.deallocate()
    composites.deallocate()
    parts.deallocate()
    outputs.deallocate()
  }

  private static func copy<Element: BitwiseCopyable>(
    _ elements: [Element]
  ) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
    _ = memory.initialize(from: elements)
    return memory.baseAddress.unsafelyUnwrapped
  }

  /// Whether ends of a class are hits of a concept.
  func isHit(_ concept: Int, byClass number: Int) -> Bool {
    var (low, high) = (Int(classes[number].kept), Int(classes[number + 1].kept))
    while low < high {
      let middle = (low + high) / 2
      if keptOfClass[middle] < concept { low = middle + 1 } else { high = middle }
    }
    return low < Int(classes[number + 1].kept) && keptOfClass[low] == concept
  }

  /// Whether composites can hit a concept.
  @inline(__always)
  func isFed(_ concept: Int) -> Bool {
    concepts[concept].feederStart != concepts[concept + 1].feederStart
  }

  /// Where the automaton goes from a state that may know a symbol, and the first state at which phrases
  /// end with it.
  func transition(
    _ from: UInt32, _ symbol: UInt32, _ root: Root
  ) -> (state: UInt32, end: PhraseAutomaton.End) {
    var current = from
    while current != 0 {
      let row = Int(states[Int(current)].row)
      if row != 0 {
        let target = Int(rows[(row &- 1) &* rowLength &+ Int(symbol)])
        return (states[target].continuation, states[target].firstEnd)
      }
      let target = Int(self.target(of: current, symbol))
      if target != 0 { return (states[target].continuation, states[target].firstEnd) }
      current = states[Int(current)].failure
    }
    return (root.state, root.end)
  }

  /// The target of a state's own transition; zero when it has none.
  @inline(__always)
  private func target(of state: UInt32, _ symbol: UInt32) -> UInt32 {
    let key = UInt64(state) << 32 | UInt64(symbol)
    var slot = PhraseAutomaton.slot(of: key, mask: transitionMask)
    while transitions[slot].key != 0 {
      if transitions[slot].key == key { return transitions[slot].target }
      slot = (slot + 1) & transitionMask
    }
    return 0
  }
}
