import SourceText
import Testing

@Suite struct SourceExcerptTests {
  private func excerpt(_ bytes: [UInt8], line: Int, column: Int) -> String {
    SourceExcerpt.caretExcerpt(bytes: bytes, index: LineIndex(bytes), line: line, column: column)
  }

  @Test func `the caret stands under the spot`() {
    #expect(excerpt(Array("a: 1\nbc: two\n".utf8), line: 2, column: 5) == "bc: two\n    ^")
  }

  @Test func `the caret counts scalars, not bytes`() {
    #expect(excerpt(Array("clé: à, x".utf8), line: 1, column: 9) == "clé: à, x\n        ^")
  }

  @Test(arguments: ["\n", "\r\n", "\r", ""])
  func `the line end is left out`(end: String) {
    #expect(excerpt(Array(("abc" + end).utf8), line: 1, column: 1) == "abc\n^")
  }

  @Test func `an empty line shows a caret alone`() {
    #expect(excerpt(Array("a\n\nb".utf8), line: 2, column: 1) == "\n^")
  }

  @Test func `control characters and direction marks are neutralised`() {
    let text = "a\u{1B}[31mb\u{7}\u{9B}c\u{202E}d\u{2066}e\tf"
    #expect(
      excerpt(Array(text.utf8), line: 1, column: 1) == "a·[31mb··c·d·e·f\n^")
  }

  @Test func `a byte that is no UTF-8 is replaced`() {
    #expect(excerpt([0x61, 0xFF, 0x62], line: 1, column: 3) == "a\u{FFFD}b\n  ^")
    #expect(excerpt([0x61, 0xE2, 0x82], line: 1, column: 1) == "a\u{FFFD}\u{FFFD}\n^")
    // A surrogate in UTF-8 is no scalar.
    #expect(excerpt([0xED, 0xA0, 0x80, 0x61], line: 1, column: 2) == "\u{FFFD}a\n ^")
  }

  @Test(arguments: [1, 60, 61, 200, 5_000, 9_999])
  func `a wide line is cut around the caret`(column: Int) {
    var scalars = [UInt8](repeating: 0x61, count: 10_000)
    scalars[column - 1] = 0x58
    let lines = excerpt(scalars, line: 1, column: column).split(separator: "\n")
    #expect(lines[0].count <= SourceExcerpt.widthLimit)
    // The marked letter stands right above the caret.
    #expect(Array(lines[0])[lines[1].count - 1] == "X")
  }

  @Test func `a line that is not there gives an empty excerpt`() {
    #expect(excerpt(Array("a".utf8), line: 7, column: 3) == "\n  ^")
  }

  @Test(arguments: [
    ("plain text\n\tkept", "plain text\n\tkept"), ("", ""),
    ("a\u{1B}]0;title\u{7}b", "a·]0;title·b"),
    ("x\u{0}y\r", "x·y·"), ("\u{202D}abc\u{202C}", "·abc·"), ("é – « ok »", "é – « ok »"),
  ])
  func `sanitized text cannot steer a terminal`(text: String, expected: String) {
    #expect(SourceExcerpt.sanitized(text) == expected)
  }
}
