import SourceText
import TestSupport
import Testing
import YAML

@Suite struct YAMLMappingTests {
  private enum Floor: String, CaseIterable {
    case mention, intent, commitment
  }

  /// Reads a mapping and returns the complaints, rendered.
  private func complaints(
    _ text: String, keys: [String]?, read: (YAMLMapping) -> Void = { _ in }
  ) -> [String] {
    let (root, context) = YAMLContext.read(Array(text.utf8), path: "r.yml")
    if let root, let mapping = YAMLMapping(root, keyPath: "", context: context, knownKeys: keys) {
      read(mapping)
    }
    for diagnostic in context.diagnostics { #expect(Translation.faults(in: diagnostic) == []) }
    return context.diagnostics.map { $0.rendered(in: .english) }
  }

  @Test func readsWhatIsThere() {
    let text = """
      id: wps
      date: 2020
      version: 1.10
      weight: 3
      mask: 0x1F
      on: true
      words: [no, women]
      word: yes
      floor: intent
      topic: {en: a, fr: b}
      items: [{k: 1}, {k: 2}]
      """
    let said = complaints(text, keys: nil) { mapping in
      #expect(mapping.keys.count == 11)
      #expect(mapping.string("id") == "wps")
      #expect(mapping.string("date") == "2020")
      #expect(mapping.string("version") == "1.10")
      #expect(mapping.int("weight", in: 1...5) == 3)
      #expect(mapping.int("mask") == 31)
      #expect(mapping.bool("on") == true)
      #expect(mapping.strings("words")?.map(\.text) == ["no", "women"])
      #expect(mapping.strings("word")?.map(\.text) == ["yes"])
      #expect(mapping.choice("floor", of: Floor.self) == .intent)
      #expect(mapping.mapping("topic", knownKeys: ["en", "fr"])?.string("fr") == "b")
      #expect(mapping.mapping("topic", knownKeys: nil)?.keyPath == "topic")
      let items = mapping.mappings("items", knownKeys: ["k"])
      #expect(items.map { $0.int("k") } == [1, 2])
      #expect(items.map(\.keyPath) == ["items[0]", "items[1]"])
      #expect(mapping.keyNode("weight")?.column == 1)
      #expect(mapping.node("weight")?.column == 9)
      #expect(mapping.string("absent") == nil)
      #expect(mapping.entries.map(\.key).last == "items")
    }
    #expect(said == [])
  }

  @Test func offersTheNearestKey() {
    #expect(
      complaints("titel: x\n", keys: ["id", "title"]) { _ = $0.string("title", required: true) }
        == [
          """
          r.yml:1:1: error: unknown key 'titel' at the top level [unknown-key]
          titel: x
          ^
          help: did you mean 'title'?
          """
        ])
  }

  @Test func listsTheKeysWhenNoneIsNear() {
    #expect(
      complaints("a:\n  - b: {zzzzzz: x}\n", keys: ["a"]) { mapping in
        for item in mapping.mappings("a", knownKeys: ["b"]) {
          _ = item.mapping("b", knownKeys: ["en", "fr"])
        }
      } == [
        """
        r.yml:2:9: error: unknown key 'zzzzzz' in a[0].b [unknown-key]
          - b: {zzzzzz: x}
                ^
        help: known keys are 'en', 'fr'
        """
      ])
  }

  @Test func mergesNothing() {
    #expect(
      complaints("a: &a {id: x}\nb: {<<: *a}\n", keys: ["a", "b"]) { mapping in
        _ = mapping.mapping("b", knownKeys: ["id"])
      } == [
        """
        r.yml:2:5: error: unknown key '<<' in b [unknown-key]
        b: {<<: *a}
            ^
        help: mappings are not merged; write the keys out
        """
      ])
  }

  @Test func saysWhatIsMissing() {
    #expect(
      complaints("a:\n  - id: x\n", keys: ["a"]) { mapping in
        for item in mapping.mappings("a", knownKeys: ["id", "title"]) {
          _ = item.string("title", required: true)
        }
      } == [
        """
        r.yml:2:5: error: key 'title' is missing in a[0] [missing-key]
          - id: x
            ^
        help: add 'title: …'
        """
      ])
  }

  struct Mismatch: Sendable, CustomTestStringConvertible {
    var value: String
    var read: @Sendable (YAMLMapping) -> Void
    var first: String
    var help: String?
    var testDescription: String { first }
  }

  @Test(arguments: mismatches) func saysWhatWasExpected(_ sample: Mismatch) {
    let said = complaints("k: \(sample.value)\n", keys: ["k"], read: sample.read)
    #expect(said.count == 1)
    let lines = said.first?.split(separator: "\n").map(String.init) ?? []
    #expect(lines.first == "r.yml:1:4: error: \(sample.first)")
    #expect(lines.count > 2 && lines[2] == "   ^")
    #expect(lines.dropFirst(3).first == sample.help.map { "help: " + $0 })
  }

  static let mismatches: [Mismatch] = [
    Mismatch(
      value: "[a]", read: { _ = $0.string("k") },
      first: "expected a text in k, found a list [wrong-type]"),
    Mismatch(
      value: "~", read: { _ = $0.string("k") },
      first: "expected a text in k, found nothing [wrong-type]",
      help: "write the value, or remove the key"),
    Mismatch(
      value: "null", read: { _ = $0.string("k") },
      first: "expected a text in k, found nothing [wrong-type]",
      help: "put the word between quotes if it is meant"),
    Mismatch(
      value: "!!int 3", read: { _ = $0.string("k") },
      first: "expected a text in k, found a whole number [wrong-type]"),
    Mismatch(
      value: "{a: b}", read: { _ = $0.strings("k") },
      first: "expected a text or a list of texts in k, found a mapping [wrong-type]"),
    Mismatch(
      value: "high", read: { _ = $0.int("k", in: 1...5) },
      first: "expected a whole number from 1 to 5 in k, found 'high' [wrong-type]"),
    Mismatch(
      value: "6", read: { _ = $0.int("k", in: 1...5) },
      first: "expected a whole number from 1 to 5 in k, found '6' [wrong-type]"),
    Mismatch(
      value: "'3'", read: { _ = $0.int("k") },
      first: "expected a whole number in k, found '3' [wrong-type]",
      help: "leave out the quotes"),
    Mismatch(
      value: "99999999999999999999", read: { _ = $0.int("k") },
      first: "expected a whole number in k, found '99999999999999999999' [wrong-type]"),
    Mismatch(
      value: "yes", read: { _ = $0.bool("k") },
      first: "expected true or false in k, found 'yes' [wrong-type]"),
    Mismatch(
      value: "x", read: { _ = $0.mapping("k", knownKeys: nil) },
      first: "expected a mapping in k, found 'x' [wrong-type]"),
    Mismatch(
      value: "{a: b}", read: { _ = $0.mappings("k", knownKeys: nil) },
      first: "expected a list of mappings in k, found a mapping [wrong-type]"),
    Mismatch(
      value: "comitment", read: { _ = $0.choice("k", of: Floor.self) },
      first: "unknown value 'comitment' in k [unknown-value]",
      help: "did you mean 'commitment'? the choices are 'mention', 'intent', 'commitment'"),
    Mismatch(
      value: "[x]", read: { _ = $0.choice("k", of: Floor.self) },
      first: "expected one of 'mention', 'intent', 'commitment' in k, found a list [wrong-type]"),
  ]

  @Test func namesTheMemberAndReadsTheRest() {
    let said = complaints("k: [a, {b: c}, ~, d]\n", keys: ["k"]) { mapping in
      #expect(mapping.strings("k")?.map(\.text) == ["a", "d"])
    }
    #expect(
      said.map { String($0.prefix { $0 != "\n" }) } == [
        "r.yml:1:8: error: expected a text in k[1], found a mapping [wrong-type]",
        "r.yml:1:16: error: expected a text in k[2], found nothing [wrong-type]",
      ])
  }

  @Test func theRootMustBeAMapping() {
    #expect(
      complaints("[a]\n", keys: []) == [
        """
        r.yml:1:1: error: expected a mapping at the top level, found a list [wrong-type]
        [a]
        ^
        """
      ])
  }

  @Test func keysMustBeTexts() {
    #expect(
      complaints("? [a]\n: b\n~: c\n", keys: nil).map { String($0.prefix { $0 != "\n" }) } == [
        "r.yml:1:3: error: expected a text as a key at the top level [wrong-type]",
        "r.yml:3:1: error: expected a text as a key at the top level [wrong-type]",
      ])
  }

  @Test func anEmptyFileIsComplainedOf() {
    #expect(
      complaints("# nothing\n", keys: nil) == [
        """
        r.yml: error: the file has no content [yaml-empty]
        help: write at least one key with its value
        """
      ])
  }

  @Test func aTextThatIsNoYAMLIsComplainedOf() {
    #expect(complaints("a: [\n", keys: nil).count == 1)
  }

  @Test func controlCharactersInKeysDoNotReachTheTerminal() {
    let said = complaints("\"a\\e[31m\": {x: 1}\n", keys: nil) { mapping in
      for entry in mapping.entries { _ = entry.value.string() }
    }
    #expect(said.first?.hasPrefix("r.yml:1:12: error: expected a text in 'a·[31m', found") == true)
  }

  @Test func complaintsAreBounded() {
    let text = (0..<250).map { "key\($0): x\n" }.joined()
    let said = complaints(text, keys: [])
    #expect(said.count == 101)
    #expect(
      said.last == """
        r.yml: error: 150 more problems are left out [yaml-many-problems]
        help: settle those above and run again
        """)
  }

  @Test func placesAComplaintInsideAText() throws {
    let text = "a: \"é ~x\"\nb: &n plain ~x\nc: \"\\t~x\"\nd: |\n  ~x\n"
    let (root, context) = YAMLContext.read(Array(text.utf8), path: "r.yml")
    let mapping = try #require(root)
    for (key, offset) in [("a", 3), ("b", 6), ("c", 1), ("d", 0)] {
      context.report(
        .warning, id: "gap", LocalizedText("a gap", "un vide"), at: try #require(mapping[key]),
        utf8Offset: offset)
    }
    #expect(context.diagnostics.map(\.column) == [7, 13, 4, 4])
    #expect(!context.hasErrors)
  }
}
