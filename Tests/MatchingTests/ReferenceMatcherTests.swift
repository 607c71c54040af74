import SourceText
import Testing

@testable import Matching

/// The matcher against the plainest possible one, on random patterns and texts.
@Suite struct ReferenceMatcherTests {
  private static let words = ["alpha", "beta", "gamma", "delta", "omega"]

  @Test(arguments: 0..<12)
  func agrees(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<10 {
      let lists = Self.lists(&random)
      let patterns = (0..<8).map { _ in Self.pattern(&random) }
      for pattern in patterns {
        let text = pattern.description
        #expect(try PatternParser.parse(text, language: .english) == pattern, "\(text)")
      }
      let program = MatchProgram.compile(
        language: .english, lists: lists, patterns: patterns
      ).program
      let scanner = MatchScanner(program)
      for _ in 0..<8 { try Self.compare(scanner, lists, patterns, &random) }
    }
  }

  private static func compare(
    _ scanner: MatchScanner, _ lists: [PatternList], _ patterns: [TokenPattern],
    _ random: inout SeededGenerator
  ) throws {
    let context = tokens(upTo: 5, &random)
    let units = [context, tokens(upTo: 16, &random), tokens(upTo: 8, &random)]
    var bytes: [UInt8] = []
    var ranges: [UnitRange] = []
    var starts: [[Int: Int]] = []
    var ends: [[Int: Int]] = []
    for (index, unit) in units.enumerated() {
      let start = bytes.count
      starts.append([:])
      ends.append([:])
      for (token, word) in unit.enumerated() {
        bytes += [0x20]
        starts[index][bytes.count] = token
        bytes += word.utf8
        ends[index][bytes.count] = token + 1
      }
      ranges.append(UnitRange(start: start, end: bytes.count, context: index == 2 ? 0 : -1))
    }
    let matches = Matching.scan(bytes, ranges, scanner)
    for (index, unit) in units.enumerated() {
      let before = index == 2 ? context : []
      let reference = ReferenceMatcher(
        lists: Dictionary(uniqueKeysWithValues: lists.map { ($0.name, $0.entries) }),
        tokens: before + unit, contextCount: before.count)
      var expected: Set<ReferenceMatcher.Found> = []
      for (number, pattern) in patterns.enumerated() {
        expected.formUnion(reference.found(pattern, index: number))
      }
      func place(_ offset: UInt32, _ own: [[Int: Int]]) -> Int? {
        if let token = own[index][Int(offset)] { return token + before.count }
        return before.isEmpty ? nil : own[0][Int(offset)]
      }
      let mine = try matches.filter { $0.unit == index }.map { match in
        ReferenceMatcher.Found(
          pattern: Int(match.pattern), start: try #require(place(match.start, starts)),
          end: try #require(place(match.end, ends)))
      }
      #expect(mine.count == Set(mine).count)
      let wrong = Set(mine).symmetricDifference(expected)
      if let first = wrong.first {
        Issue.record(
          """
          \(patterns[first.pattern]) in \((before + unit).joined(separator: " ")) \
          after \(before.count): \(expected.contains(first) ? "missed" : "invented") \
          \(first.start)..<\(first.end); lists \(lists.map { "\($0.name): \($0.entries)" })
          """)
      }
    }
  }

  private static func tokens(upTo most: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in word(&random) }
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    words[Int.random(in: 0..<words.count, using: &random)]
  }

  private static func lists(_ random: inout SeededGenerator) -> [PatternList] {
    let simple = PatternList(
      name: "simple", entries: (0..<3).map { _ in .word(.init(word(&random))) })
    let phrases = PatternList(
      name: "phrases",
      entries: (0..<3).map { _ in sequence(depth: 1, &random, lists: ["simple"]) })
    let mixed = PatternList(
      name: "mixed",
      entries: (0..<2).map { _ in sequence(depth: 2, &random, lists: ["simple", "phrases"]) })
    return [mixed, simple, phrases]
  }

  private static func pattern(_ random: inout SeededGenerator) -> TokenPattern {
    let names = ["simple", "phrases", "mixed"]
    let first = sequence(depth: 2, &random, lists: names)
    guard Int.random(in: 0..<2, using: &random) == 0 else { return first }
    let rest = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      TokenPattern.Operand(
        sequence(depth: 1, &random, lists: names),
        within: Bool.random(using: &random) ? Int.random(in: 0...4, using: &random) : nil,
        isExcluded: Int.random(in: 0..<4, using: &random) == 0)
    }
    // An operand that is excluded at a distance speaks of the one in front of it.
    return .all(first, rest)
  }

  private static func sequence(
    depth: Int, _ random: inout SeededGenerator, lists: [String]
  ) -> TokenPattern {
    var parts: [TokenPattern] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      if let last = parts.last, last != .any, Int.random(in: 0..<4, using: &random) == 0 {
        parts.append(.gap(Int.random(in: 1...3, using: &random)))
      }
      parts.append(part(depth: depth, &random, lists: lists))
    }
    // At least one part has to be a word that is not optional.
    parts.append(.word(.init(word(&random))))
    if Int.random(in: 0..<6, using: &random) == 0,
      !parts.contains(where: { if case .gap = $0 { true } else { false } })
    {
      let run: TokenPattern = parts.count == 1 ? parts[0] : .sequence(parts)
      return .guarded(
        run, Bool.random(using: &random) ? .notBefore : .notAfter,
        .choice([.word(.init(word(&random))), .word(.init(word(&random)))]))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private static func part(
    depth: Int, _ random: inout SeededGenerator, lists: [String]
  ) -> TokenPattern {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return .any
    case 1: return .optional(.any)
    case 2: return .optional(.word(.init(word(&random))))
    case 3, 4:
      guard let name = lists.randomElement(using: &random) else { return .any }
      return Bool.random(using: &random) ? .list(name) : .optional(.list(name))
    case 5 where depth > 0, 6 where depth > 0:
      let alternatives = (0..<2).map { _ in
        sequence(depth: depth - 1, &random, lists: lists)
      }
      return Bool.random(using: &random)
        ? .choice(alternatives) : .optional(.choice(alternatives))
    default: return .word(.init(word(&random)))
    }
  }
}
