internal import SourceText
internal import Synchronization

/// Line and column of offsets in a source, prepared on first use.
///
/// A column is the number of scalars since the start of the line. Counts at regular distances keep the
/// cost of one column small even when the whole file is one line.
final class SourcePositions: Sendable {
  private struct Tables: Sendable {
    var lines: LineIndex
    /// Scalars that start before each multiple of `stride`.
    var scalars: [UInt32]
  }

  private static let stride = 256
  private let tables = Mutex<Tables?>(nil)

  /// 1-based line and 1-based column in scalars.
  func position(at offset: Int, in source: [UInt8]) -> (line: Int, column: Int) {
    let tables = self.tables.withLock { tables in
      if let tables { return tables }
      let made = Self.tables(of: source)
      tables = made
      return made
    }
    let offset = min(max(0, offset), source.count)
    let line = tables.lines.line(at: offset)
    let start = tables.lines.range(ofLine: line).lowerBound
    if offset - start < Self.stride {
      return (line, max(0, Self.scalars(in: source, from: start, to: offset)) + 1)
    }
    let column =
      Self.scalars(before: offset, in: source, tables.scalars)
      - Self.scalars(before: start, in: source, tables.scalars)
    return (line, max(0, column) + 1)
  }

  private static func tables(of source: [UInt8]) -> Tables {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(source.count / stride + 1)
    var count: UInt32 = 0
    source.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        scalars.append(count)
        let end = min(start + stride, bytes.count)
        for byte in bytes[start..<end] where byte & 0xC0 != 0x80 { count += 1 }
        start = end
      }
    }
    return Tables(lines: LineIndex(source), scalars: scalars)
  }

  private static func scalars(
    before offset: Int, in source: [UInt8], _ counts: [UInt32]
  ) -> Int {
    let chunk = offset / stride
    guard chunk < counts.count else {
      // Only the end of a source whose size is a multiple of the stride comes here.
      guard let last = counts.last else { return 0 }
      return Int(last) + scalars(in: source, from: (counts.count - 1) * stride, to: offset)
    }
    return Int(counts[chunk]) + scalars(in: source, from: chunk * stride, to: offset)
  }

  /// How many scalars start in a range; 0 when it ends before it starts.
  private static func scalars(in source: [UInt8], from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    return source.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in UnsafeBufferPointer(rebasing: bytes[start..<end]) {
        count &+= byte & 0xC0 != 0x80 ? 1 : 0
      }
      return count
    }
  }
}
