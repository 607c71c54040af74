import SourceText
import Testing

@testable import Matching

/// A program is the same in memory that was kept.
struct ProgramArchiveTests {
  private func compiled() throws -> Matching {
    try Matching(
      ["gender equality", "women ~3 peace", "=Canada", "name & focal point", "égalité"])
  }

  @Test func `kept bytes find the same`() throws {
    let matching = try compiled()
    let bytes = matching.program.archived()
    var shifted = ArchiveWriter(isAligned: true)
    shifted.write([UInt8(1), 2, 3])
    shifted.append(bytes)
    let text =
      "Canada will name focal points; gender equality and women and peace, CANADA, EGALITE."
    let expected = matching.matches(in: text)
    #expect(expected.count >= 3)
    for (memory, offset) in [(bytes, 0), (shifted.bytes, 19)] {
      let program = try #require(MatchProgram(archive: FixedBytes(copying: memory), from: offset))
      #expect(matching.matches(in: [(text, -1)], scanner: MatchScanner(program)) == expected)
      #expect(program.archived() == bytes)
    }
  }

  @Test func `bytes that are cut short are no program`() throws {
    let bytes = try compiled().program.archived()
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(MatchProgram(archive: FixedBytes(copying: Array(bytes.prefix(count)))) == nil)
    }
    #expect(MatchProgram(archive: FixedBytes(copying: bytes + [0])) == nil)
  }
}
