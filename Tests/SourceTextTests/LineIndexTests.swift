import SourceText
import Testing

@Suite struct LineIndexTests {
  private func starts(_ text: String) -> [Int] {
    let index = LineIndex(Array(text.utf8))
    return (1...index.lineCount).map { index.range(ofLine: $0).lowerBound }
  }

  @Test(arguments: [
    ("", [0]), ("one", [0]), ("one\n", [0, 4]), ("one\ntwo", [0, 4]), ("\n\n", [0, 1, 2]),
    ("one\r\ntwo\r\n", [0, 5, 10]), ("one\rtwo", [0, 4]), ("\r\r\n\n", [0, 1, 3, 4]),
    ("é\nè", [0, 3]), ("one\r", [0, 4]),
  ])
  func `lines end with LF, CRLF or a lone CR`(text: String, expected: [Int]) {
    #expect(starts(text) == expected)
  }

  @Test func `ranges of lines join without a hole`() {
    let bytes = Array("a\nbc\r\n\rd".utf8)
    let index = LineIndex(bytes)
    let ranges = (1...index.lineCount).map { index.range(ofLine: $0) }
    #expect(ranges == [0..<2, 2..<6, 6..<7, 7..<8])
    #expect(ranges.reduce(0) { $0 + $1.count } == bytes.count)
  }

  @Test(arguments: [0, -1, 4, 100])
  func `a line that is not there is empty`(line: Int) {
    #expect(LineIndex(Array("a\nb\n".utf8)).range(ofLine: line).isEmpty)
  }

  /// The line end belongs to the line that it ends, also between CR and LF.
  @Test(arguments: [
    (0, 1, 1), (2, 1, 3), (3, 1, 4), (4, 1, 5), (5, 2, 1), (7, 2, 3), (8, 3, 1), (9, 3, 2),
  ])
  func `an offset has a line and a column`(offset: Int, line: Int, column: Int) {
    let position = LineIndex(Array("one\r\nab\nc".utf8)).position(at: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test(arguments: [9, 10, 1_000_000])
  func `an offset past the end belongs to the last line`(offset: Int) {
    let bytes = Array("one\r\nab\nc".utf8)
    let index = LineIndex(bytes)
    #expect(index.line(at: offset) == 3)
    let position = index.scalarPosition(at: offset, in: bytes)
    #expect(position.line == 3)
    #expect(position.column == 2)
  }

  @Test func `a negative offset belongs to the first line`() {
    let index = LineIndex(Array("a\nb".utf8))
    #expect(index.line(at: -3) == 1)
    #expect(index.position(at: -3).column == 1)
  }

  @Test func `columns count bytes or scalars`() {
    let text = "l’œuvre 😀 finie"
    let bytes = Array(text.utf8)
    let offset = text.utf8.distance(
      from: text.startIndex, to: text.firstIndex(of: "f") ?? text.startIndex)
    let index = LineIndex(bytes)
    #expect(index.position(at: offset).column == offset + 1)
    #expect(index.scalarPosition(at: offset, in: bytes).column == 11)
  }

  @Test func `the scalar column of an accent written apart counts both scalars`() {
    let bytes = Array("e\u{301}x".utf8)
    #expect(LineIndex(bytes).scalarPosition(at: 3, in: bytes).column == 3)
  }

  @Test func `every offset lies in the range of its line`() {
    let bytes = Array("α\n\r\nβ\rγδ\n".utf8)
    let index = LineIndex(bytes)
    for offset in bytes.indices {
      #expect(index.range(ofLine: index.line(at: offset)).contains(offset), "\(offset)")
    }
  }
}
