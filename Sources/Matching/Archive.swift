/// Writes flat values one after the other, for a program that is kept between runs.
///
/// The layout is that of this build on this machine; whoever keeps an archive has to keep it apart from
/// those of other builds.
package struct ArchiveWriter {
  /// On such offsets values of any type can be read where they lie.
  package static let alignment = 16

  package private(set) var bytes: [UInt8] = []
  private let isAligned: Bool

  /// Without alignment the values take less room, and can only be copied out.
  package init(isAligned: Bool = false) {
    self.isAligned = isAligned
  }

  /// Begins on an aligned offset and writes bytes as they are.
  package mutating func append(_ image: [UInt8]) {
    align()
    bytes += image
  }

  private mutating func align() {
    while !bytes.count.isMultiple(of: Self.alignment) { bytes.append(0) }
  }

  package mutating func write<Element: BitwiseCopyable>(_ elements: [Element]) {
    writeCount(elements.count)
    if isAligned { align() }
    elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  package mutating func writeCount(_ count: Int) {
    withUnsafeBytes(of: UInt64(count)) { bytes.append(contentsOf: $0) }
  }
}

/// Reads what `ArchiveWriter` has written; never past the end, whatever the bytes say.
package struct ArchiveReader {
  private let bytes: [UInt8]
  private var offset: Int
  package private(set) var isBroken = false

  /// Reads from an offset on.
  package init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  package var isAtEnd: Bool { offset == bytes.count }

  package mutating func readCount() -> Int {
    guard offset + 8 <= bytes.count else {
      isBroken = true
      return 0
    }
    defer { offset += 8 }
    let count = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    guard count <= UInt64(bytes.count) else {
      isBroken = true
      return 0
    }
    return Int(count)
  }

  package mutating func read<Element: BitwiseCopyable>(_ type: Element.Type = Element.self)
    -> [Element]
  {
    let count = readCount()
    let size = count * MemoryLayout<Element>.stride
    guard !isBroken, offset + size <= bytes.count else {
      isBroken = true
      return []
    }
    defer { offset += size }
    return bytes.withUnsafeBytes { source in
      [Element](unsafeUninitializedCapacity: count) { target, initialized in
        UnsafeMutableRawBufferPointer(target).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + size]))
        initialized = count
      }
    }
  }
}
