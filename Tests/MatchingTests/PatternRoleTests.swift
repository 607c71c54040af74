import SourceText
import Testing

@testable import Matching

@Suite struct PatternRoleTests {
  /// Two groups: "women" leads 0, which "fund", "set ~2 up" and "pay & well" follow; "(girl|boy) ~3
  /// school" leads 1, which "fund" follows too.
  private static let patterns: [(String, PatternRole)] = [
    ("women", PatternRole(group: 0, leads: true)), ("fund", PatternRole(group: 0, leads: false)),
    ("set ~2 up", PatternRole(group: 0, leads: false)),
    ("pay & well", PatternRole(group: 0, leads: false)),
    ("(girl|boy) ~3 school", PatternRole(group: 1, leads: true)),
    ("fund", PatternRole(group: 1, leads: false)), ("peace", .alone),
  ]

  private func found(_ units: [(String, Int)], findsAll: Bool = false) throws -> [[Int32]] {
    let program = MatchProgram.compile(
      language: .english, lists: [],
      patterns: try Self.patterns.map { try PatternParser.parse($0.0, language: .english) },
      roles: Self.patterns.map(\.1)
    ).program
    var bytes: [UInt8] = []
    var ranges: [UnitRange] = []
    for (text, context) in units {
      let start = bytes.count
      bytes += text.utf8
      ranges.append(UnitRange(start: start, end: bytes.count, context: context))
    }
    let matches = Matching.scan(bytes, ranges, MatchScanner(program, findsAll: findsAll))
    return units.indices.map { unit in
      matches.filter { Int($0.unit) == unit }.map(\.pattern)
    }
  }

  @Test(
    arguments: [
      ("fund peace", [6]), ("fund women", [0, 1]), ("set it up and pay well", []),
      ("women set it up, pay it well", [0, 2, 3]), ("fund girls in school", [4, 5]),
      ("fund women, girls in school", [0, 1, 4, 5]), ("girls", []),
    ] as [(String, [Int32])])
  func followersAreFoundWhereALeaderIs(text: String, expected: [Int32]) throws {
    #expect(try found([(text, -1)]) == [expected])
  }

  @Test func aContextWakesItsItemsAndIsReadInFull() throws {
    #expect(
      try found([("women: ", -1), ("fund them; ", 0), ("fund", -1)]) == [[0], [1], []])
    #expect(try found([("we fund: ", -1), ("women", 0)]) == [[1, 5], [0]])
  }

  @Test func allCanBeAskedFor() throws {
    #expect(try found([("fund and set up", -1)], findsAll: true) == [[1, 2, 5]])
  }
}
