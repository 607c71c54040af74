/// Writes a ZIP archive of stored parts (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16), without a clock: the
/// same parts give the same bytes.
///
/// Stored and not deflated, because a Word file of a summary is small and the reader of the archive need not
/// trust a decompressor. Each part is written twice, first to learn its size and checksum, so that a part never
/// stands in memory as a whole.
struct ZIPWriter {
  private struct Entry {
    var name: String
    var checksum: UInt32
    var sizeInBytes: Int
    var offset: Int
  }

  private let output: ReportOutput
  private var entries: [Entry] = []
  private var position = 0

  init(_ output: ReportOutput) {
    self.output = output
  }

  /// Adds a part; `body` must write the same bytes each time it is called.
  mutating func add(_ name: String, _ body: (ReportOutput) -> Void) {
    var checksum = CRC32()
    let measure = ReportOutput { bytes in
      checksum.add(bytes)
      return true
    }
    body(measure)
    measure.flush()
    let entry = Entry(
      name: name, checksum: checksum.value, sizeInBytes: checksum.count, offset: position)
    entries.append(entry)
    var header = Record()
    header.add(0x0403_4B50, bytes: 4)
    header.add(20, bytes: 2)
    shared(entry, &header)
    header.add(name.utf8.count, bytes: 2)
    header.add(0, bytes: 2)
    write(header.bytes + Array(name.utf8))
    body(output)
    position += entry.sizeInBytes
  }

  /// Writes the directory; nothing can be added after it.
  mutating func finish() {
    let start = position
    for entry in entries {
      var header = Record()
      header.add(0x0201_4B50, bytes: 4)
      header.add(20, bytes: 2)
      header.add(20, bytes: 2)
      shared(entry, &header)
      header.add(entry.name.utf8.count, bytes: 2)
      header.add(0, bytes: 2)
      header.add(0, bytes: 2)
      header.add(0, bytes: 2)
      header.add(0, bytes: 2)
      header.add(0, bytes: 4)
      header.add(entry.offset, bytes: 4)
      write(header.bytes + Array(entry.name.utf8))
    }
    var end = Record()
    end.add(0x0605_4B50, bytes: 4)
    end.add(0, bytes: 4)
    end.add(entries.count, bytes: 2)
    end.add(entries.count, bytes: 2)
    end.add(position - start, bytes: 4)
    end.add(start, bytes: 4)
    end.add(0, bytes: 2)
    write(end.bytes)
  }

  /// What both headers of an entry have: flags (names in UTF-8), method, time, checksum and sizes.
  private func shared(_ entry: Entry, _ header: inout Record) {
    header.add(0x0800, bytes: 2)
    header.add(0, bytes: 2)
    header.add(0, bytes: 2)
    // 1 January 1980, the first day that the format knows.
    header.add(0x0021, bytes: 2)
    header.add(Int(entry.checksum), bytes: 4)
    header.add(entry.sizeInBytes, bytes: 4)
    header.add(entry.sizeInBytes, bytes: 4)
  }

  private mutating func write(_ bytes: [UInt8]) {
    output.write(bytes: bytes)
    position += bytes.count
  }

  /// Numbers with the lowest byte first.
  private struct Record {
    var bytes: [UInt8] = []

    mutating func add(_ number: Int, bytes count: Int) {
      for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
    }
  }
}

/// The checksum of ZIP and gzip (ITU-T V.42, polynomial 0xEDB88320 reflected).
struct CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  private var state: UInt32 = 0xFFFF_FFFF
  private(set) var count = 0

  var value: UInt32 { ~state }

  mutating func add(_ bytes: some Collection<UInt8>) {
    let table = Self.table
    for byte in bytes { state = state >> 8 ^ table[Int((state ^ UInt32(byte)) & 0xFF)] }
    count += bytes.count
  }
}
