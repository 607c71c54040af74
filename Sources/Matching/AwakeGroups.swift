/// The groups of patterns of which a leader was found in a unit or in its context.
struct AwakeGroups {
  private(set) var groups: [Int32] = []
  private var isAwake: [Bool]

  init(count: Int) {
    isAwake = Array(repeating: false, count: count)
  }

  /// Forgets all.
  mutating func begin() {
    guard !groups.isEmpty else { return }
    for group in groups { isAwake[Int(group)] = false }
    groups.removeAll(keepingCapacity: true)
  }

  mutating func wake(_ group: Int32) {
    guard !isAwake[Int(group)] else { return }
    isAwake[Int(group)] = true
    groups.append(group)
  }
}
