internal import SourceText

/// A program's tables as the scanner reads them, where they lie and without bounds checks.
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

  let states: UnsafePointer<PhraseAutomaton.State>
  let stateCount: Int
  let transitions: UnsafePointer<PhraseAutomaton.Transition>
  let transitionMask: Int
  /// Rows of targets, each as long as there are symbols.
  let rows: UnsafePointer<UInt32>
  let rowLength: Int
  /// Indexed by symbol.
  let roots: UnsafePointer<Root>
  let classes: UnsafePointer<EndClasses.Starts>
  let classCount: Int
  /// Concepts by the class of ends, as `EndClasses` has them.
  let keptOfClass: UnsafePointer<UInt32>
  let directOfClass: UnsafePointer<UInt32>
  let wakesOfClass: UnsafePointer<UInt32>
  /// For each class, which concepts its ends are hits of.
  let signatures: ConceptSignatures
  let concepts: UnsafePointer<MatchProgram.Concept>
  let conceptCount: Int
  /// Composites by the concept whose hits theirs are.
  let feeders: UnsafePointer<Feeder>
  let roles: UnsafePointer<PatternRole>
  let followers: UnsafePointer<MatchProgram.Follower>
  let followerStarts: UnsafePointer<UInt32>
  let groupCount: Int
  let patterns: UnsafePointer<UInt32>
  let composites: UnsafePointer<Composite>
  let compositeCount: Int
  let parts: UnsafePointer<Composite.Part>
  let outputs: UnsafePointer<UInt32>
  private let memory: FixedBytes

  static func write(_ program: ProgramParts, to archive: inout ArchiveWriter) {
    let automaton = program.automaton
    archive.write(automaton.states)
    archive.write(automaton.transitions)
    archive.write(automaton.rows)
    archive.write(
      automaton.rootTargets.enumerated().map { symbol, target in
        Root(
          state: automaton.states[Int(target)].continuation,
          end: automaton.states[Int(target)].firstEnd,
          symbolBit: UInt64(PhraseAutomaton.bit(of: UInt32(symbol))))
      })
    archive.write(program.endClasses.starts)
    archive.write(program.endClasses.kept)
    archive.write(program.endClasses.direct)
    archive.write(program.endClasses.wakes)
    let bits = ConceptBits(program.concepts)
    ConceptSignatures.write(bits, program.concepts, program.endClasses, to: &archive)
    archive.write(program.concepts)
    archive.write(
      program.feeders.map { composite in
        let record = program.composites[Int(composite)]
        let necessary = [record.rarest, record.nextRarest].map {
          UInt16(
            truncatingIfNeeded: $0 == Composite.none
              ? bits.everPresentBit : bits.necessaryBit(program.concepts[Int($0)]))
        }
        return Feeder(
          composite: composite, rarestBit: necessary[0], nextRarestBit: necessary[1])
      })
    archive.write(program.roles)
    archive.write(program.followers)
    archive.write(program.followerStarts)
    archive.write(program.patterns)
    archive.write(program.composites)
    archive.write(program.parts)
    archive.write(program.outputs)
  }

  /// The tables where they lie; `nil` when the archive is broken.
  init?(from archive: inout ProgramReader) {
    let states = archive.read(PhraseAutomaton.State.self)
    let transitions = archive.read(PhraseAutomaton.Transition.self)
    let rows = archive.read(UInt32.self)
    let roots = archive.read(Root.self)
    let classes = archive.read(EndClasses.Starts.self)
    let (kept, direct) = (archive.read(UInt32.self), archive.read(UInt32.self))
    let wakes = archive.read(UInt32.self)
    classCount = max(0, classes.count - 1)
    guard let signatures = ConceptSignatures(from: &archive, classCount: classCount) else {
      return nil
    }
    let concepts = archive.read(MatchProgram.Concept.self)
    let feeders = archive.read(Feeder.self)
    let roles = archive.read(PatternRole.self)
    let followers = archive.read(MatchProgram.Follower.self)
    let followerStarts = archive.read(UInt32.self)
    let patterns = archive.read(UInt32.self)
    let composites = archive.read(Composite.self)
    let parts = archive.read(Composite.Part.self)
    let outputs = archive.read(UInt32.self)
    guard !archive.isBroken, let firstState = states.baseAddress,
      let firstTransition = transitions.baseAddress, let firstRow = rows.baseAddress,
      let firstRoot = roots.baseAddress, let firstClass = classes.baseAddress,
      let firstKept = kept.baseAddress, let firstDirect = direct.baseAddress,
      let firstWake = wakes.baseAddress, let firstConcept = concepts.baseAddress,
      let firstFeeder = feeders.baseAddress, let firstRole = roles.baseAddress,
      let firstFollower = followers.baseAddress, let firstStart = followerStarts.baseAddress,
      let firstPattern = patterns.baseAddress, let firstComposite = composites.baseAddress,
      let firstPart = parts.baseAddress, let firstOutput = outputs.baseAddress
    else { return nil }
    (self.states, stateCount) = (firstState, states.count)
    (self.transitions, transitionMask) = (firstTransition, transitions.count - 1)
    (self.rows, rowLength) = (firstRow, roots.count)
    self.roots = firstRoot
    self.classes = firstClass
    (keptOfClass, directOfClass, wakesOfClass) = (firstKept, firstDirect, firstWake)
    self.signatures = signatures
    (self.concepts, conceptCount) = (firstConcept, concepts.count)
    self.feeders = firstFeeder
    self.roles = firstRole
    self.followers = firstFollower
    (self.followerStarts, groupCount) = (firstStart, max(0, followerStarts.count - 1))
    self.patterns = firstPattern
    (self.composites, compositeCount) = (firstComposite, composites.count)
    self.parts = firstPart
    self.outputs = firstOutput
    memory = archive.memory
  }

  /// For each follower, the bit of signatures without which it has no hits.
  func followerBits() -> [UInt32] {
    (0..<followerStarts[groupCount]).map { index in
      signatures.bits.necessaryBit(concepts[Int(followers[Int(index)].concept)])
    }
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
