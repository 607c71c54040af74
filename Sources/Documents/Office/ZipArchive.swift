/// The list of what a ZIP archive holds, and its pieces unpacked on demand (APPNOTE 6.3).
///
/// Nothing is ever written to disk, so names with `..` lead nowhere. Only what the central directory
/// lists is seen. An archive that stands inside the archive is a piece like any other and never opened.
package struct ZipArchive: Sendable {
  package struct Entry: Sendable {
    package var name: String
    /// 0 stored, 8 deflated.
    var method: UInt16
    var isEncrypted: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Offset of the local header.
    var offset: Int
    /// The record of the entry in the central directory, in the source.
    var record: Range<Int>
  }

  let source: [UInt8]
  /// In the order of the central directory.
  package private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  /// Where the central directory and the record that ends it stand.
  private(set) var directory = 0..<0
  private(set) var endRecord = 0..<0
  let limits: ReadingLimits

  package init(_ source: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(ReadingError) {
    self.source = source
    self.limits = limits
    guard let end = Self.endRecord(in: source) else { throw .damagedArchive(.noDirectory) }
    endRecord = end..<min(source.count, end + 22 + Int(short(end + 20)))
    var count = Int(short(end + 10))
    var size = Int(long(end + 12))
    var start = Int(long(end + 16))
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
      let wide = wideRecord(before: end)
    {
      count = clamped(wide + 32)
      size = clamped(wide + 40)
      start = clamped(wide + 48)
    }
    guard count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    guard start >= 0, size >= 0, start <= end, size <= end - start else {
      throw .damagedArchive(.noDirectory)
    }
    directory = start..<start + size
    try readDirectory(count: count)
  }

  func entry(_ name: String) -> Entry? { indices[name].map { entries[$0] } }

  /// Unpacks an entry and gives it chunk by chunk to `take` until that returns false.
  func unpack(
    _ entry: Entry, take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(ReadingError) {
    if entry.isEncrypted { throw .encrypted }
    guard entry.size <= limits.expandedSizeInBytes else {
      throw .expandsTooFar(part: entry.name, limitInBytes: limits.expandedSizeInBytes)
    }
    // Deflate packs text ten to one, at times fifty to one; what is far above is made to harm.
    if entry.size > Self.harmlessSize, entry.size / max(1, entry.packedSize) > limits.expansion {
      throw .expandsTooFar(part: entry.name, limitInBytes: limits.expansion * entry.packedSize)
    }
    let body = try body(of: entry)
    var checksum: UInt32 = 0
    var size = 0
    var isStopped = false
    let failure: ReadingError? = source.withUnsafeBufferPointer { buffer in
      let packed = UnsafeBufferPointer(rebasing: buffer[body])
      func pass(_ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
        checksum = Inflation.checksum(chunk, checksum)
        size += chunk.count
        isStopped = !take(chunk)
        return !isStopped
      }
      if entry.method == 0 {
        var start = 0
        while start < packed.count, !isStopped {
          let end = min(packed.count, start + Inflation.chunkSize)
          _ = pass(UnsafeBufferPointer(rebasing: packed[start..<end]))
          start = end
        }
        return nil
      }
      do throws(Inflation.Failure) {
        try Inflation.inflate(packed, limit: entry.size, take: pass)
      } catch .damaged, .tooLong {
        return .damagedArchive(.badData(entry.name))
      } catch {
        return nil
      }
      return nil
    }
    if let failure { throw failure }
    if !isStopped, size != entry.size || checksum != entry.checksum {
      throw .damagedArchive(.badData(entry.name))
    }
  }

  /// An entry as a whole.
  package func contents(of entry: Entry) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    try unpack(entry) { chunk in
      bytes.append(contentsOf: chunk)
      return true
    }
    return bytes
  }

  /// Where the packed bytes of an entry stand, behind its local header.
  func body(of entry: Entry) throws(ReadingError) -> Range<Int> {
    let offset = entry.offset
    guard entry.method == 0 || entry.method == 8 else {
      throw .damagedArchive(.unknownMethod(entry.name))
    }
    guard offset + 30 <= source.count, long(offset) == 0x0403_4B50 else {
      throw .damagedArchive(.badData(entry.name))
    }
    let start = offset + 30 + Int(short(offset + 26)) + Int(short(offset + 28))
    guard start <= source.count, entry.packedSize <= source.count - start,
      entry.method == 8 || entry.packedSize == entry.size
    else { throw .damagedArchive(.badData(entry.name)) }
    return start..<start + entry.packedSize
  }

  /// Size up to which the ratio of packed to unpacked does not matter, in bytes.
  private static let harmlessSize = 8 << 20

  // MARK: The directory

  private mutating func readDirectory(count: Int) throws(ReadingError) {
    var position = directory.lowerBound
    entries.reserveCapacity(count)
    for _ in 0..<count {
      guard position + 46 <= directory.upperBound, long(position) == 0x0201_4B50 else {
        throw .damagedArchive(.noDirectory)
      }
      let nameEnd = position + 46 + Int(short(position + 28))
      let extraEnd = nameEnd + Int(short(position + 30))
      let end = extraEnd + Int(short(position + 32))
      guard end <= directory.upperBound else { throw .damagedArchive(.noDirectory) }
      var entry = Entry(
        name: String(decoding: source[position + 46..<nameEnd], as: UTF8.self),
        method: short(position + 10), isEncrypted: short(position + 8) & 1 != 0,
        checksum: long(position + 16), packedSize: Int(long(position + 20)),
        size: Int(long(position + 24)), offset: Int(long(position + 42)), record: position..<end)
      readWideSizes(of: &entry, nameEnd..<extraEnd)
      guard entry.offset < source.count else { throw .damagedArchive(.noDirectory) }
      // Of two entries with one name the first counts, as for other programs that read in order.
      if indices[entry.name] == nil { indices[entry.name] = entries.count }
      entries.append(entry)
      position = end
    }
  }

  /// Sizes of 64 bits, in the order in which the fields of 32 bits ask for them.
  private func readWideSizes(of entry: inout Entry, _ extra: Range<Int>) {
    var position = extra.lowerBound
    while position + 4 <= extra.upperBound {
      let end = min(extra.upperBound, position + 4 + Int(short(position + 2)))
      if short(position) == 1 {
        var field = position + 4
        func next(_ value: inout Int) {
          guard value == 0xFFFF_FFFF, field + 8 <= end else { return }
          value = clamped(field)
          field += 8
        }
        next(&entry.size)
        next(&entry.packedSize)
        next(&entry.offset)
      }
      position = end
    }
  }

  /// The record that ends the archive stands before a comment of at most 65,535 bytes.
  private static func endRecord(in source: [UInt8]) -> Int? {
    guard source.count >= 22 else { return nil }
    var position = source.count - 22
    let last = max(0, source.count - 22 - 0xFFFF)
    while position >= last {
      if source[position] == 0x50, source[position + 1] == 0x4B, source[position + 2] == 5,
        source[position + 3] == 6
      {
        return position
      }
      position -= 1
    }
    return nil
  }

  private func wideRecord(before end: Int) -> Int? {
    guard end >= 20, long(end - 20) == 0x0706_4B50 else { return nil }
    let offset = clamped(end - 12)
    guard offset >= 0, offset + 56 <= source.count, long(offset) == 0x0606_4B50 else { return nil }
    return offset
  }

  // MARK: Numbers, little-endian; 0 past the end.

  private func short(_ offset: Int) -> UInt16 {
    guard offset >= 0, offset + 2 <= source.count else { return 0 }
    return UInt16(source[offset]) | UInt16(source[offset + 1]) << 8
  }

  private func long(_ offset: Int) -> UInt32 {
    UInt32(short(offset)) | UInt32(short(offset + 2)) << 16
  }

  /// A number of 64 bits, as far as a size of ours can be.
  private func clamped(_ offset: Int) -> Int {
    let value = UInt64(long(offset)) | UInt64(long(offset + 4)) << 32
    return Int(min(value, 1 << 48))
  }
}
