/// Writes an archive anew with some pieces changed or added; all others keep their packed bytes.
struct ZipRewriter {
  private let archive: ZipArchive
  private var changes: [String: [UInt8]] = [:]
  private var additions: [(name: String, contents: [UInt8])] = []

  init(_ archive: ZipArchive) { self.archive = archive }

  /// Sets what a piece holds, which is added when the archive has none of that name.
  mutating func set(_ name: String, _ contents: [UInt8]) {
    if archive.entry(name) == nil {
      additions.append((name, contents))
    } else {
      changes[name] = contents
    }
  }

  /// The archive; the same changes give the same bytes.
  func bytes() throws(ReadingError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(archive.source.count + 1 << 16)
    var directory: [UInt8] = []
    var written: Set<String> = []
    for entry in archive.entries where written.insert(entry.name).inserted {
      guard entry.size < 0xFFFF_FFFF, entry.packedSize < 0xFFFF_FFFF else {
        throw .damagedArchive(.unknownMethod(entry.name))
      }
      var record = Array(archive.source[entry.record])
      let body: Packed
      if let contents = changes[entry.name] {
        body = Packed(contents)
      } else {
        body = try Packed(entry, archive)
      }
      // Without a record of sizes after the data, and with those that hold now.
      Self.put(Self.short(record, 8) & ~8, at: 8, in: &record)
      Self.put(body.method, at: 10, in: &record)
      Self.putLong(body.checksum, at: 16, in: &record)
      Self.putLong(UInt32(truncatingIfNeeded: body.bytes.count), at: 20, in: &record)
      Self.putLong(UInt32(truncatingIfNeeded: body.size), at: 24, in: &record)
      Self.append(record, body, to: &result, &directory)
    }
    for (name, contents) in additions {
      let body = Packed(contents)
      var record = [UInt8](repeating: 0, count: 46) + Array(name.utf8)
      record.replaceSubrange(0..<4, with: [0x50, 0x4B, 1, 2])
      Self.put(20, at: 4, in: &record)
      Self.put(20, at: 6, in: &record)
      Self.put(body.method, at: 10, in: &record)
      // 1 January 1980, the first day that ZIP knows: no clock is read.
      Self.put(0x21, at: 14, in: &record)
      Self.putLong(body.checksum, at: 16, in: &record)
      Self.putLong(UInt32(truncatingIfNeeded: body.bytes.count), at: 20, in: &record)
      Self.putLong(UInt32(truncatingIfNeeded: body.size), at: 24, in: &record)
      Self.put(UInt16(truncatingIfNeeded: name.utf8.count), at: 28, in: &record)
      Self.append(record, body, to: &result, &directory)
      written.insert(name)
    }
    guard written.count < 0xFFFF, result.count < 0xFFFF_FFFF else {
      throw .tooManyEntries(limit: 0xFFFF)
    }
    let start = result.count
    result += directory
    var end = [UInt8](repeating: 0, count: 22)
    end.replaceSubrange(0..<4, with: [0x50, 0x4B, 5, 6])
    Self.put(UInt16(truncatingIfNeeded: written.count), at: 8, in: &end)
    Self.put(UInt16(truncatingIfNeeded: written.count), at: 10, in: &end)
    Self.putLong(UInt32(truncatingIfNeeded: directory.count), at: 12, in: &end)
    Self.putLong(UInt32(truncatingIfNeeded: start), at: 16, in: &end)
    return result + end
  }

  /// The bytes of a piece as they stand in an archive.
  private struct Packed {
    var bytes: [UInt8]
    var method: UInt16
    var checksum: UInt32
    var size: Int

    init(_ contents: [UInt8]) {
      size = contents.count
      checksum = contents.withUnsafeBufferPointer { Inflation.checksum($0) }
      if let packed = Inflation.deflate(contents), packed.count < contents.count {
        bytes = packed
        method = 8
      } else {
        bytes = contents
        method = 0
      }
    }

    init(_ entry: ZipArchive.Entry, _ archive: ZipArchive) throws(ReadingError) {
      bytes = Array(archive.source[try archive.body(of: entry)])
      method = entry.method
      checksum = entry.checksum
      size = entry.size
    }
  }

  /// Writes the local header, which repeats most of the record, the data, and notes where they stand.
  private static func append(
    _ record: [UInt8], _ body: Packed, to result: inout [UInt8], _ directory: inout [UInt8]
  ) {
    let nameLength = Int(short(record, 28))
    var record = record
    putLong(UInt32(truncatingIfNeeded: result.count), at: 42, in: &record)
    result += [0x50, 0x4B, 3, 4] + record[6..<30] + [0, 0] + record[46..<46 + nameLength]
    result += body.bytes
    directory += record
  }

  private static func short(_ bytes: [UInt8], _ offset: Int) -> UInt16 {
    UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
  }

  private static func put(_ value: UInt16, at offset: Int, in bytes: inout [UInt8]) {
    bytes[offset] = UInt8(truncatingIfNeeded: value)
    bytes[offset + 1] = UInt8(truncatingIfNeeded: value >> 8)
  }

  private static func putLong(_ value: UInt32, at offset: Int, in bytes: inout [UInt8]) {
    put(UInt16(truncatingIfNeeded: value), at: offset, in: &bytes)
    put(UInt16(truncatingIfNeeded: value >> 16), at: offset + 2, in: &bytes)
  }
}
