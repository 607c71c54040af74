import SourceText
import TestSupport
import Testing

@testable import YAML

/// Each kind of complaint, with its complete text: what was found, what was expected, what settles it.
@Suite struct YAMLErrorTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var text: String
    var message: String
    var testDescription: String { text.debugDescription }
  }

  private func error(_ bytes: [UInt8], limits: YAMLLimits = .default) -> YAMLError? {
    do {
      _ = try YAMLParser.parse(bytes, path: "r.yml", limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private func message(_ text: String, limits: YAMLLimits = .default) -> String? {
    error(Array(text.utf8), limits: limits)?.diagnostic.rendered(in: .english)
  }

  @Test(arguments: syntax + structure + characters) func complains(of sample: Sample) {
    #expect(message(sample.text) == sample.message)
  }

  @Test(arguments: syntax + structure + characters) func speaksFrench(of sample: Sample) {
    let diagnostic = error(Array(sample.text.utf8))?.diagnostic
    #expect(diagnostic.map(Translation.faults(in:)) == [])
  }

  @Test(
    arguments: [
      .duplicateKey("id", in: source, first: 0, second: 4), .unknownTag("!x", in: source, at: 0),
      .misplacedTag("!!map", on: LocalizedText("a text", "un texte"), in: source, at: 0),
      .undefinedAlias("a", known: [], in: source, at: 0),
      .undefinedAlias("word", known: ["wrod"], in: source, at: 0),
      .recursiveAlias("a", in: source, at: 0),
      .aliasExpansion(LocalizedText("9 keys", "9 clés"), in: source, at: 0),
      .tooDeep(64, in: source, at: 0), .tooManyNodes(7, in: source, at: 0),
      .tooLarge(sizeInBytes: 6, limitInBytes: 5, path: "r.yml"),
      .tooManyDirectives(1_000, path: "r.yml"), .outOfMemory(path: "r.yml"),
      .severalDocuments(in: source, at: 0), .otherEncoding("UTF-16", path: "r.yml"),
      .invalidUTF8(in: source, at: 1), .controlCharacter("\u{2028}", in: source, at: 0),
      .controlCharacter("\u{7}", in: source, at: 0),
    ] as [YAMLError])
  func eachKindSpeaksFrench(_ error: YAMLError) {
    #expect(Translation.faults(in: error.diagnostic) == [])
  }

  private static let source = YAMLSource(path: "r.yml", bytes: Array("a: 'b'\n".utf8))

  @Test func wholeComplaintInFrench() {
    let text = "floor: intent\nflor: intent\nid: [a\n"
    #expect(
      error(Array(text.utf8))?.diagnostic.rendered(in: .french) == """
        r.yml:3:5: erreur\u{A0}: la liste qui s’ouvre ici n’est jamais fermée; il faut \
        «\u{A0},\u{A0}» ou «\u{A0}]\u{A0}» [yaml-syntax]
        id: [a
            ^
        aide\u{A0}: fermez la liste par «\u{A0}]\u{A0}», et mettez entre guillemets droits un texte \
        qui contient «\u{A0},\u{A0}» ou «\u{A0}:\u{A0}»
        """)
  }

  @Test func cutsLongLinesAroundTheCaret() {
    let long = String(repeating: "é", count: 150)
    #expect(
      message("a: \(long): x\n") == """
        r.yml:1:154: error: ':' cannot stand here; expected the end of the value before it \
        [yaml-syntax]
        \(String(repeating: "é", count: 60)): x
        \(String(repeating: " ", count: 60))^
        help: put a text that holds ': ' between quotes, or check the indentation
        """)
  }

  @Test func namesTheByteThatIsNoUTF8() {
    let latin1 = Array("a: é\nb: caf".utf8) + [0xE9, 0x0A]
    #expect(
      error(latin1)?.diagnostic.rendered(in: .english) == """
        r.yml:2:7: error: found the byte 0xE9 at offset 12, which is no UTF-8 [yaml-encoding]
        b: caf\u{FFFD}
              ^
        help: save the file as UTF-8 in the editor; it may be in Latin-1 or Windows-1252
        """)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x9F, 0x98], [0xFF],
    ] as [[UInt8]])
  func refusesBrokenUTF8(_ bytes: [UInt8]) {
    let found = error(Array("key: ".utf8) + bytes)
    #expect(found?.kind == .encoding)
    #expect(found?.diagnostic.column == 6)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
      ([0x61, 0x00, 0x3A, 0x00], "UTF-16"), ([0x00, 0x61, 0x00, 0x3A], "UTF-16"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], "UTF-32"),
      ([0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x61], "UTF-32"),
    ] as [([UInt8], String)])
  func namesOtherEncodings(_ bytes: [UInt8], _ name: String) {
    #expect(
      error(bytes)?.diagnostic.rendered(in: .english) == """
        r.yml: error: found \(name), expected UTF-8 [yaml-encoding]
        help: save the file as UTF-8 in the editor
        """)
  }

  @Test func boundsTheBytes() {
    #expect(
      message("abcdef", limits: YAMLLimits(maximumBytes: 5)) == """
        r.yml: error: 6 bytes, more than the 5 that are read [yaml-too-large]
        help: split the file
        """)
    #expect(message("abcde", limits: YAMLLimits(maximumBytes: 5)) == nil)
  }

  @Test func boundsTheNodes() {
    #expect(
      message("- a\n- b\n- c\n", limits: YAMLLimits(maximumNodes: 3)) == """
        r.yml:3:3: error: more than 3 keys and values [yaml-too-large]
        - c
          ^
        help: split the file
        """)
    #expect(message("- a\n- b\n", limits: YAMLLimits(maximumNodes: 3)) == nil)
  }

  @Test func boundsTheDepth() {
    #expect(
      message("a: {b: [c]}\n", limits: YAMLLimits(maximumDepth: 2)) == """
        r.yml:1:8: error: lists and mappings stand more than 2 levels inside one another \
        [yaml-too-deep]
        a: {b: [c]}
               ^
        help: write it flatter
        """)
    #expect(message("a: {b: [c]}\n", limits: YAMLLimits(maximumDepth: 3)) == nil)
  }

  @Test func boundsTheDepthThatAliasesAdd() {
    let text = "- &a [x]\n- &b [*a]\n- &c [*b]\n- [*c]\n"
    #expect(message(text, limits: YAMLLimits(maximumDepth: 5)) == nil)
    #expect(
      message(text, limits: YAMLLimits(maximumDepth: 4)) == """
        r.yml:4:4: error: lists and mappings stand more than 4 levels inside one another \
        [yaml-too-deep]
        - [*c]
           ^
        help: write it flatter
        """)
  }

  @Test func boundsWhatAliasesStandFor() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let alias = "*a\(level - 1)"
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ", "))]\n"
    }
    #expect(
      message(bomb) == """
        r.yml:6:45: error: aliases up to here stand for more than 1000000 keys and values \
        [yaml-alias-expansion]
        a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]
                                                    ^
        help: use fewer aliases of aliases
        """)
  }

  @Test func boundsTheTextThatAliasesStandFor() {
    let text = "- &a \(String(repeating: "x", count: 40))\n- [*a, *a]\n"
    #expect(message(text, limits: YAMLLimits(maximumExpandedBytes: 120)) == nil)
    #expect(
      message(text, limits: YAMLLimits(maximumExpandedBytes: 100)) == """
        r.yml:2:8: error: aliases up to here stand for more than 100 bytes of text \
        [yaml-alias-expansion]
        - [*a, *a]
               ^
        help: use fewer aliases of aliases
        """)
  }

  @Test func boundsTheDirectives() {
    var text = ""
    for number in 0...1_000 { text += "%TAG !\(number)! x\n" }
    #expect(
      message(text) == """
        r.yml: error: more than 1000 lines start with '%TAG' [yaml-too-large]
        help: tags of one's own are not read; remove these lines
        """)
  }

  @Test func findsTheSecondKeyInALargeMappingToo() {
    var text = ""
    for number in 0..<100 { text += "k\(number): \(number)\n" }
    #expect(message(text) == nil)
    #expect(
      message(text + "'k7': x\n") == """
        r.yml:101:1: error: key 'k7' stands twice in one mapping; the first is at line 8, column 1 \
        [yaml-duplicate-key]
        'k7': x
        ^
        help: rename or remove one of the two
        """)
  }

  @Test func keysAreComparedByteByByte() {
    #expect(message("\u{E9}: 1\ne\u{301}: 2\n") == nil)
    #expect(error(Array("&k a: 1\n*k : 2\n".utf8))?.kind == .duplicateKey)
  }
}
