package import SourceText

/// Reads flat values where they lie, in bytes that an aligned `ArchiveWriter` has written; never past the
/// end, whatever the bytes say.
package struct ProgramReader {
  let memory: FixedBytes
  package private(set) var offset: Int
  package private(set) var isBroken = false

  /// Reads from an offset on, which is aligned.
  package init(_ memory: FixedBytes, from offset: Int = 0) {
    self.memory = memory
    self.offset = offset
  }

  var isAtEnd: Bool { offset == memory.bytes.count }

  mutating func readCount() -> Int {
    guard offset >= 0, offset + 8 <= memory.bytes.count else {
      isBroken = true
      return 0
    }
    defer { offset += 8 }
    let count = memory.bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    guard count <= UInt64(memory.bytes.count) else {
      isBroken = true
      return 0
    }
    return Int(count)
  }

  /// The next values; none when the bytes end before they do.
  package mutating func read<Element: BitwiseCopyable>(_ type: Element.Type = Element.self)
    -> UnsafeBufferPointer<Element>
  {
    let count = readCount()
    offset = (offset + ArchiveWriter.alignment - 1) & ~(ArchiveWriter.alignment - 1)
    let size = count * MemoryLayout<Element>.stride
    guard !isBroken, offset + size <= memory.bytes.count, let base = memory.bytes.baseAddress
    else {
      isBroken = true
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    defer { offset += size }
    return UnsafeBufferPointer(
      start: (base + offset).bindMemory(to: Element.self, capacity: count), count: count)
  }

  /// The next values as a pointer; `isBroken` when there are fewer than `least`.
  mutating func pointer<Element: BitwiseCopyable>(
    _ type: Element.Type = Element.self, least: Int = 0
  ) -> UnsafePointer<Element>? {
    let values = read(type)
    if values.count < least { isBroken = true }
    return values.baseAddress
  }
}
