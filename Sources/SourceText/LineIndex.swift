#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Turns a UTF-8 offset into a line and column.
///
/// A line ends with LF, CRLF or a lone CR, as editors count them.
package struct LineIndex: Sendable {
  /// Offsets at which lines start, sorted, never empty.
  private let starts: [Int]
  private let length: Int

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 64 + 1)
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var index = 0
      // Most files have no carriage return, and then line feeds are all there is to find.
      if memchr(base, 0x0D, buffer.count) == nil {
        while let found = memchr(base + index, 0x0A, buffer.count - index) {
          index = UnsafeRawPointer(found) - base + 1
          starts.append(index)
        }
        return
      }
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D {
          if index < buffer.count, buffer[index] == 0x0A { index += 1 }
          starts.append(index)
        }
      }
    }
    self.starts = starts
    self.length = bytes.count
  }

  package var lineCount: Int { starts.count }

  /// The 1-based line that holds `offset`; an offset past the end belongs to the last line.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The 1-based line and the 1-based column in UTF-8 bytes.
  package func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    return (line, max(0, offset - starts[line - 1]) + 1)
  }

  /// The 1-based line and the 1-based column counted in Unicode scalars, which is what editors show.
  ///
  /// - Complexity: O(length of the line).
  package func scalarPosition(at offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = starts[line - 1]
    let end = min(offset, bytes.count)
    var column = 1
    var index = start
    while index < end {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return (line, column)
  }

  /// The bytes of a 1-based line, its line end included; empty when there is no such line.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return length..<length }
    let end = line < starts.count ? starts[line] : length
    return starts[line - 1]..<end
  }
}
