/// Numbers byte strings from zero on, in the order of their first insertion.
///
/// A dictionary of byte arrays hashes and allocates several times as slowly, and start-up pays for that.
struct ByteStringTable: Sendable {
  private var arena = FlatArray<UInt8>()
  /// Where each string ends in the arena; it begins where the one before ends.
  private var ends = FlatArray<UInt32>([0])
  /// Number of a string plus one, by hash; zero where free. The count is a power of two.
  private var slots = FlatArray<UInt32>(Array(repeating: 0, count: 64))

  var count: Int { ends.count - 1 }

  subscript(number: Int) -> [UInt8] {
    (Int(ends[number])..<Int(ends[number + 1])).map { arena[$0] }
  }

  /// The number of a string; `nil` when it was never inserted.
  func number(of string: [UInt8]) -> Int? {
    var slot = Self.hash(string) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if equals(number, string) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a string, which is new when it equals the count before the call.
  mutating func insert(_ string: [UInt8]) -> Int {
    if let number = number(of: string) { return number }
    if ends.count * 2 > slots.count { grow() }
    arena.append(contentsOf: string)
    ends.append(UInt32(truncatingIfNeeded: arena.count))
    place(count - 1, hash: Self.hash(string))
    return count - 1
  }

  private mutating func grow() {
    slots = FlatArray(Array(repeating: 0, count: slots.count * 2))
    for number in 0..<count { place(number, hash: Self.hash(self[number])) }
  }

  private mutating func place(_ number: Int, hash: Int) {
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(truncatingIfNeeded: number + 1)
  }

  private func equals(_ number: Int, _ string: [UInt8]) -> Bool {
    let start = Int(ends[number])
    guard Int(ends[number + 1]) - start == string.count else { return false }
    for offset in 0..<string.count where arena[start + offset] != string[offset] { return false }
    return true
  }

  /// FNV-1a with a final mix, since only the low bits are used.
  private static func hash(_ string: [UInt8]) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in string { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0xFFFF_FFFF)
  }

  // MARK: Keeping

  func write(to archive: inout ArchiveWriter) {
    arena.write(to: &archive)
    ends.write(to: &archive)
    slots.write(to: &archive)
  }

  init() {}

  init(from archive: inout ProgramReader) {
    arena = FlatArray(from: &archive)
    ends = FlatArray(from: &archive)
    slots = FlatArray(from: &archive)
  }
}
