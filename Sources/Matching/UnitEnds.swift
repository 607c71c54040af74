/// Where phrases ended in a unit: the automaton's states and the tokens behind which it was in them.
///
/// They are looked at again only in units where a composite may match, which are few.
struct UnitEnds {
  private struct Element {
    var end: PhraseAutomaton.End
    var token: UInt32
  }

  private var memory: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 4096
    memory = .allocate(capacity: capacity)
  }

  func deallocate() { memory.deallocate() }

  /// Forgets all and makes room for so many: one for each token of the unit itself.
  mutating func reset(capacity needed: Int) {
    count = 0
    guard needed > capacity else { return }
    memory.deallocate()
    capacity = needed
    memory = .allocate(capacity: capacity)
  }

  /// The token is given as the number of tokens up to it.
  @inline(__always)
  mutating func append(_ end: PhraseAutomaton.End, token: Int) {
    assert(count < capacity, "phrases end at each token once")
    memory[count] = Element(end: end, token: UInt32(truncatingIfNeeded: token))
    count &+= 1
  }

  subscript(index: Int) -> (end: PhraseAutomaton.End, token: Int) {
    assert(index < count, "no such end")
    return (memory[index].end, Int(memory[index].token))
  }
}
