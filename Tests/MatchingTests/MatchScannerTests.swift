import SourceText
import Testing

@testable import Matching

@Suite struct MatchScannerTests {
  /// The scanner's short cut and the tokenizer must count the same words between two others, whether
  /// they are met for the first time or the second.
  @Test(arguments: 0..<20)
  func countsTokensAsTheTokenizerDoes(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let fragments = [
      "peace", "women's", "l\u{2019}égalité", "d'", "12.5", "1 250 000", "2026\u{2013}27", "20M",
      "employé\u{B7}e\u{B7}s", "employé(e)s", "directeur-trice", "program(s)", "\u{A0}", " ", "  ",
      "\n", "-\n", "-", "\u{2014}", ".", ", ", "(", ")", "\u{201C}", "\u{201D}", "'", "co-operate",
      "e\u{301}tat", "\u{AD}", "soft\u{AD}\nhyphen", "rock'n'roll", "aujourd'hui", "\u{FFFD}", "😀",
      "Ελλάς", "中文字", "x", "7", "0", "internationalization", "l'", "/e", ".e.s", "(e)", "G7",
    ]
    let language: Language = seed % 2 == 0 ? .english : .french
    let patterns = (0..<20).map { count in
      "alphastart" + String(repeating: " *", count: count) + " omegaend"
    }
    let scanner = MatchScanner(try Matching(patterns, language: language).program)
    for _ in 0..<200 {
      var text = "alphastart "
      for _ in 0..<Int.random(in: 0..<8, using: &random) {
        text += fragments.randomElement(using: &random) ?? ""
        if Bool.random(using: &random) { text += " " }
      }
      text += " omegaend"
      let bytes = Array(text.utf8)
      let count = bytes.withUnsafeBufferPointer {
        Tokenizer.tokens(in: $0, range: 0..<bytes.count, language: language).count - 2
      }
      let unit = UnitRange(start: 0, end: bytes.count)
      for _ in 0..<2 {
        let matches = Matching.scan(bytes, [unit], scanner)
        #expect(matches.map { Int($0.pattern) } == [count], "\(text.debugDescription)")
      }
    }
  }

  /// A long number that goes on behind a comma is longer than the run of bytes that it begins with.
  @Test(arguments: [Language.english, .french])
  func longNumbersAreReadToTheirEnd(language: Language) throws {
    let scanner = MatchScanner(
      try Matching(["alphastart * omegaend"], language: language).program)
    for digits in 1...40 {
      for more in [",85", ".85", "-85", "\u{A0}000", ", 85", ",85,000", "e85"] {
        let number = String(repeating: "4", count: digits) + more
        let text = "alphastart \(number) omegaend. " + String(repeating: "and so on ", count: 5)
        let bytes = Array(text.utf8)
        let isOne = bytes.withUnsafeBufferPointer {
          Tokenizer.tokens(in: $0, range: 0..<number.utf8.count + 20, language: language).count == 3
        }
        let unit = UnitRange(start: 0, end: bytes.count)
        for _ in 0..<2 {
          let found = Matching.scan(bytes, [unit], scanner).count
          #expect(found == (isOne ? 1 : 0), "\(number)")
        }
      }
    }
  }

  @Test(arguments: 0..<10)
  func bytesThatAreNoTextDoNoHarm(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let language: Language = seed % 2 == 0 ? .english : .french
    let scanner = MatchScanner(
      try Matching(["peace ~4 l'état", "* *"], language: language).program)
    let pieces: [[UInt8]] = [
      [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x00], [0x80],
      Array("peace".utf8), Array("l\u{2019}état".utf8), Array("'".utf8), Array("-\n".utf8),
      Array("1 0".utf8), Array("(e)".utf8), [0x20], Array("·e".utf8), [0xCC, 0x81], [0xF4, 0x90],
    ]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      // Units that end anywhere, inside characters and behind the text, too.
      let cut = Int.random(in: 0...bytes.count, using: &random)
      let units = [
        UnitRange(start: 0, end: cut), UnitRange(start: cut, end: bytes.count + 9, context: 0),
        UnitRange(start: bytes.count + 3, end: bytes.count + 9), UnitRange(start: cut, end: 0),
      ]
      // A heap block of exactly this size lets the address sanitizer see any read beyond it.
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = copy.initialize(from: bytes)
      defer { copy.deallocate() }
      for _ in 0..<2 {
        var matches: [UnitMatch] = []
        units.withUnsafeBufferPointer {
          scanner.scan(text: UnsafeBufferPointer(copy), units: $0, into: &matches)
        }
        for match in matches {
          #expect(match.start < match.end && Int(match.wholeEnd) <= bytes.count)
        }
      }
      let tokens = Tokenizer.tokens(
        in: UnsafeBufferPointer(copy), range: -3..<(bytes.count + 5), language: language)
      for (token, next) in zip(tokens, tokens.dropFirst()) { #expect(token.end <= next.start) }
    }
  }

  @Test(arguments: [
    String(repeating: "a", count: 1_000_000), String(repeating: "é", count: 50_000),
    String(repeating: "!?", count: 50_000), String(repeating: "'", count: 1_000_000),
    String(repeating: "e\u{301}\u{301}", count: 20_000), String(repeating: "1 ", count: 40_000),
    String(repeating: "1.", count: 40_000), String(repeating: "l'", count: 40_000),
    String(repeating: "a-\n", count: 30_000), String(repeating: "a·e", count: 20_000),
    String(repeating: "peace ", count: 30_000), String(repeating: "\u{AD}\n", count: 20_000),
  ])
  func hugeUnitsTakeTheirTimeOnly(text: String) throws {
    let patterns = [
      "peace ~9 peace ~9 peace", "peace & war", "peace &3 peace", "peace not after war",
    ]
    for language in Language.allCases {
      let matching = try Matching(patterns, language: language)
      let matches = matching.matches(in: text + " war")
      #expect(matches.contains { $0.pattern == 1 } == text.hasPrefix("peace"))
    }
  }

  @Test func joinsAWordOverALineEndOnlyWhenItIsKnown() throws {
    let matching = try Matching(["peacebuilding", "the * * ends", "the * ends"])
    #expect(matching.matches(in: "the peace-\nbuilding ends").map(\.pattern) == [0, 2])
    #expect(matching.matches(in: "the peace-\nkeeping ends").map(\.pattern) == [1])
  }

  @Test func oneProgramServesManyScanners() async throws {
    let matching = try Matching(
      ["women ~3 lead", "fund & women", "{list} group"], lists: [("list", ["advisory", "working"])])
    let text = "The working group will fund women who lead. "
    let expected = matching.matches(in: [(text, -1), (text, 0)])
    #expect(!expected.isEmpty)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let scanner = MatchScanner(matching.program)
          return (0..<50).allSatisfy { _ in
            matching.matches(in: [(text, -1), (text, 0)], scanner: scanner) == expected
          }
        }
      }
      for await agrees in group { #expect(agrees) }
    }
  }

  @Test func twentyThousandPhrasesAreAllFound() throws {
    let patterns = (0..<20_000).map { "subject\($0 % 200) verb\($0 / 200)" }
    let matching = try Matching(patterns)
    #expect(matching.problems.isEmpty)
    #expect(matching.program.atomCount == 20_000)
    let picks = stride(from: 7, to: 20_000, by: 1_111)
    for pick in picks {
      #expect(matching.matches(in: "a \(patterns[pick]) b").map(\.pattern) == [Int32(pick)])
    }
  }

  @Test func aCacheThatOverflowsForgetsNothingThatMatters() throws {
    let matching = try Matching(["needle ~2 thread"])
    let scanner = MatchScanner(matching.program)
    for round in 0..<3 {
      var text = ""
      for number in 0..<60_000 { text += "w\(round)x\(number) " }
      text += "needle and thread"
      #expect(matching.matches(in: [(text, -1)], scanner: scanner).count == 1)
    }
  }

  /// Dot leaders, dashes and quotation marks stand in one run with the word that they touch.
  @Test(arguments: ["peace\u{2026}", "\u{2026}peace", "\u{201C}peace\u{2014}"])
  func aWordAmongManyOtherCharactersIsReadAlikeEachTime(start: String) throws {
    let matching = try Matching(["peace"])
    let scanner = MatchScanner(matching.program)
    let text = start + String(repeating: "\u{2026}", count: 6) + " and what else is in the plan"
    for _ in 0..<3 { #expect(matching.matches(in: [(text, -1)], scanner: scanner).count == 1) }
  }

  @Test(arguments: Language.allCases)
  func aWordAmongManyBytesThatAreNoTextIsReadAlikeEachTime(language: Language) throws {
    let bytes: [UInt8] =
      [0x37, 0xE2, 0x65, 0x00, 0x68] + Array(repeating: 0x9F, count: 12)
      + Array(repeating: 0xF8, count: 9) + [0x9F, 0x9F, 0x9F, 0x5D, 0x5D, 0x5D, 0x97]
      + Array(repeating: 0xFF, count: 5) + Array(" it\nit\n".utf8)
    let scanner = MatchScanner(try Matching(["h", "* it", "plan"], language: language).program)
    let units = [UnitRange(start: 0, end: bytes.count)]
    let first = Matching.scan(bytes, units, scanner)
    #expect(first.map(\.pattern).contains(0))
    for _ in 0..<2 { #expect(Matching.scan(bytes, units, scanner) == first) }
  }
}
