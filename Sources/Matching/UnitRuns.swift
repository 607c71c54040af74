/// The runs of a unit: its longest stretches of word bytes.
struct UnitRuns {
  /// Starts and ends in turn, UTF-8 offsets in the text scanned.
  private var edges: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private(set) var count = 0

  /// The 64 bytes tested last, which the next unit often shares, and which of them are word bytes.
  private var block = -1
  private var blockMask: UInt64 = 0

  init() {
    capacity = 8192
    edges = .allocate(capacity: capacity)
  }

  func deallocate() { edges.deallocate() }

  /// Forgets the last text.
  mutating func begin() { block = -1 }

  @inline(__always)
  subscript(index: Int) -> (start: Int, end: Int) {
    assert(index < count, "no such run")
    return (Int(edges[2 &* index]), Int(edges[2 &* index &+ 1]))
  }

  /// Finds the runs in a range of a text that ends at `textEnd`.
  mutating func find(in text: UnsafePointer<UInt8>, _ range: Range<Int>, textEnd: Int) {
    // A block has at most 64 edges, and an edge behind the last of them may be written.
    reserve(range.count + 2 * 64)
    var edge = edges
    var carry: UInt64 = 0
    var start = range.lowerBound & ~63
    var covered = ~0 as UInt64 &<< UInt64(range.lowerBound & 63)
    while start < range.upperBound {
      if start != block {
        block = start
        blockMask =
          start + 64 <= textEnd
          ? WordBytes.mask(of: text + start) : Self.lastMask(text + start, textEnd - start)
      }
      var mask = blockMask & covered
      covered = ~0
      if range.upperBound - start < 64 {
        mask &= (1 &<< UInt64(range.upperBound - start)) &- 1
      }
      // A bit for each byte at which a run begins, or just behind which one ended.
      var bits = mask ^ (mask &<< 1 | carry)
      carry = mask &>> 63
      while bits != 0 {
        edge.pointee = UInt32(truncatingIfNeeded: start &+ bits.trailingZeroBitCount)
        edge += 1
        bits &= bits &- 1
      }
      start &+= 64
    }
    if carry != 0 {
      edge.pointee = UInt32(truncatingIfNeeded: range.upperBound)
      edge += 1
    }
    count = (edge - edges) / 2
  }

  /// The index of the first run, from one on, that ends behind an offset; it is cut to begin there.
  mutating func skip(to offset: Int, from index: Int) -> Int {
    var index = index
    while index < count, self[index].end <= offset { index += 1 }
    if index < count, self[index].start < offset {
      edges[2 * index] = UInt32(truncatingIfNeeded: offset)
    }
    return index
  }

  private mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    edges.deallocate()
    capacity = needed
    edges = .allocate(capacity: capacity)
  }

  /// The mask of fewer than 64 bytes, behind which nothing may be read.
  private static func lastMask(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var mask: UInt64 = 0
    for offset in 0..<count where WordBytes.contains(bytes[offset]) {
      mask |= 1 &<< UInt64(offset)
    }
    return mask
  }
}
