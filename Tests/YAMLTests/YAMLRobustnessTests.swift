import SourceText
import Testing
import YAML

/// Broken, cut, deep and random texts end in a complaint with a place, and in bounded time.
@Suite struct YAMLRobustnessTests {
  static let ruleSet = """
    format: 1
    id: wps-principles   # comment
    title: {en: "Principles, \\"of\\" \\u00e9", fr: 'L''égalité'}
    applies-to: [nap, implementation-plan]
    requirements:
      - id: wps.voices
        weight: 3
        asks: >-
          folded text
          over lines
        why: |
          literal – text

            indented
        evidence: &e
          topic: {en: ["(women|girls) ~3 lead", "{list} & not x"], fr: []}
          act: [~, 1.5, *w, &w word]
        examples:
          - {lang: en, rung: absent, text: "…", because: x}
      - *e

    """

  /// A tree is made, or a complaint whose place is in the text.
  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    do {
      for root in try YAMLParser.parseAll(bytes, path: "x.yml") { walk(root, bytes.count) }
    } catch {
      let diagnostic = error.diagnostic
      let message = diagnostic.message.english
      #expect(!message.isEmpty, sourceLocation: sourceLocation)
      #expect(!message.contains("no YAML from here"), sourceLocation: sourceLocation)
      #expect(diagnostic.help != nil, sourceLocation: sourceLocation)
      if let excerpt = diagnostic.excerpt {
        #expect(excerpt.hasSuffix("^"), sourceLocation: sourceLocation)
        #expect((diagnostic.line ?? 0) >= 1, sourceLocation: sourceLocation)
      }
    }
  }

  private func walk(_ node: YAMLNode, _ count: Int) {
    #expect(node.span.end <= count)
    #expect(node.line >= 1 && node.column >= 1)
    for child in node.elements { walk(child, count) }
    for (key, value) in node.pairs {
      walk(key, count)
      walk(value, count)
    }
  }

  @Test func everyPrefixIsHandled() {
    let bytes = Array(Self.ruleSet.utf8)
    for length in 0...bytes.count { check(Array(bytes[..<length])) }
  }

  @Test func everyMissingByteIsHandled() {
    let bytes = Array(Self.ruleSet.utf8)
    for position in bytes.indices { check(Array(bytes[..<position] + bytes[(position + 1)...])) }
  }

  @Test(arguments: 1...20) func randomChangesAreHandled(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let marks = Array("[]{},:-?*&!|>'\"%@`#~ \t\n\r\\".utf8)
    for _ in 0..<50 {
      var bytes = Array(Self.ruleSet.utf8)
      for _ in 0..<Int(random.next() % 8 + 1) {
        let position = Int(random.next() % UInt64(bytes.count))
        let mark = marks[Int(random.next() % UInt64(marks.count))]
        switch random.next() % 4 {
        case 0: bytes[position] = mark
        case 1: bytes.insert(mark, at: position)
        case 2: bytes.remove(at: position)
        default: bytes[position] = UInt8(truncatingIfNeeded: random.next())
        }
      }
      check(bytes)
    }
  }

  @Test(arguments: 1...20) func randomMarksAreHandled(_ seed: UInt64) {
    var random = SplitMix(state: seed &* 7919)
    let marks = Array("[]{},:-?*&!|>'\"%@`#~ \t\n\r\\ab1é".utf8)
    for _ in 0..<50 {
      let length = Int(random.next() % 60)
      check((0..<length).map { _ in marks[Int(random.next() % UInt64(marks.count))] })
    }
  }

  @Test(arguments: 1...10) func randomBytesAreHandled(_ seed: UInt64) {
    var random = SplitMix(state: seed &* 104_729)
    for _ in 0..<50 {
      let length = Int(random.next() % 60)
      check((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{", "&a [", "!!seq ["])
  func aHundredThousandLevelsAreRefused(_ opening: String) {
    let bytes = Array(String(repeating: opening, count: 100_000).utf8)
    let error = #expect(throws: YAMLError.self) { try YAMLParser.parse(bytes, path: "x.yml") }
    #expect(error?.kind == .tooDeep || error?.kind == .syntax)
    #expect(error?.diagnostic.line == 1)
  }

  @Test func manyLevelsOverLinesAreRefused() {
    var text = ""
    for level in 0..<2_000 { text += String(repeating: " ", count: level) + "a:\n" }
    let error = #expect(throws: YAMLError.self) {
      try YAMLParser.parse(Array(text.utf8), path: "x.yml")
    }
    #expect(error?.kind == .tooDeep)
    #expect(error?.diagnostic.line == 65)
  }

  @Test func lineEndsOfEveryKindReadTheSame() throws {
    let plain = try #require(try YAMLParser.parse(Array("a: |\n  x\n  y\nb: z\n".utf8), path: "x"))
    for end in ["\r\n", "\r"] {
      let text = "a: |\(end)  x\(end)  y\(end)b: z\(end)"
      let other = try #require(try YAMLParser.parse(Array(text.utf8), path: "x"))
      #expect(other["a"]?.text == plain["a"]?.text)
      #expect(other["b"]?.line == 4)
    }
  }

  @Test func tabsMayStandBetweenTokensAndInTexts() throws {
    let root = try #require(try YAMLParser.parse(Array("a:\tb\tc\t# d\n".utf8), path: "x"))
    #expect(root["a"]?.text == "b\tc")
  }
}

/// A small generator with a seed, so that a failure can be repeated.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
