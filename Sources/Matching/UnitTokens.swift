/// Where the tokens of a unit and its context stand in the text.
///
/// There is always room for as many tokens as the unit can have, so that adding one is a single store.
struct UnitTokens {
  /// Start in the lower half and end in the upper, UTF-8 offsets in the text scanned.
  private(set) var memory: UnsafeMutablePointer<UInt64>
  private var capacity: Int
  /// To be raised by who writes to the memory.
  var count = 0

  init() {
    capacity = 4096
    memory = .allocate(capacity: capacity)
  }

  func deallocate() { memory.deallocate() }

  /// Forgets all tokens and makes room for so many.
  mutating func reset(capacity needed: Int) {
    count = 0
    guard needed > capacity else { return }
    memory.deallocate()
    capacity = needed
    memory = .allocate(capacity: capacity)
  }

  @inline(__always)
  static func packed(_ start: Int, _ end: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: end) &<< 32 | UInt64(truncatingIfNeeded: start) & 0xFFFF_FFFF
  }

  @inline(__always)
  mutating func append(_ start: UInt32, _ end: UInt32) {
    assert(count < capacity, "a unit cannot have more tokens than bytes")
    memory[count] = Self.packed(Int(start), Int(end))
    count &+= 1
  }

  /// UTF-8 offsets in the text scanned.
  func start(_ token: Int32) -> Int {
    assert(token < count, "no such token")
    return Int(truncatingIfNeeded: memory[Int(token)] & 0xFFFF_FFFF)
  }

  func end(_ token: Int32) -> Int {
    assert(token < count, "no such token")
    return Int(truncatingIfNeeded: memory[Int(token)] >> 32)
  }
}
