import SourceText
import Testing
import YAML

@Suite struct YAMLNodeTests {
  private func parse(_ text: String, limits: YAMLLimits = .default) throws -> YAMLNode {
    try #require(try YAMLParser.parse(Array(text.utf8), path: "rules.yml", limits: limits))
  }

  @Test func keepsPairsInOrderWithTheirPlaces() throws {
    let root = try parse("b: 1\na:\n  - x\n  - {k: v}\n")
    #expect(root.kind == .mapping)
    #expect(root.pairs.map { $0.key.text } == ["b", "a"])
    let list = try #require(root["a"])
    #expect(list.kind == .sequence)
    #expect(list.elements.map(\.kind) == [.scalar, .mapping])
    #expect(list.elements[1]["k"]?.text == "v")
    #expect(list.position == (3, 3))
    #expect(list.elements[1].span == SourceSpan(start: 18, end: 24))
    #expect(root.span == SourceSpan(start: 0, end: 24))
  }

  @Test func columnsCountScalarsAndOffsetsCountBytes() throws {
    let root = try parse("é: {œuvre: à, z: \u{1F600}, k: v}\n")
    let value = try #require(root.pairs.first?.value)
    #expect(value.pairs.map { $0.key.text } == ["œuvre", "z", "k"])
    let key = value.pairs[2].key
    #expect(key.position == (1, 21))
    #expect(key.span == SourceSpan(start: 26, end: 27))
  }

  @Test func aByteOrderMarkIsNoColumn() throws {
    let root = try parse("\u{FEFF}é: [à]\nb: c\n")
    #expect(root.pairs[0].key.position == (1, 1))
    #expect(root.pairs[0].key.text == "é")
    #expect(root.pairs[0].value.elements[0].position == (1, 5))
    #expect(root.pairs[1].value.span == SourceSpan(start: 15, end: 16))
  }

  @Test func everySpanHoldsItsText() throws {
    let text =
      "\u{FEFF}é: 'à'\r\n\"b\\n\": [x, \"ÿ\", &n y, *n]\r\nc: |\r\n  œ\r\n\r\nd: !!str z\r\n"
    let root = try parse(text)
    func source(_ node: YAMLNode) -> String {
      String(decoding: Array(text.utf8)[node.span.range], as: UTF8.self)
    }
    #expect(root.pairs.map { source($0.key) } == ["é", "\"b\\n\"", "c", "d"])
    #expect(root["é"].map(source) == "'à'")
    #expect(root["b\n"].map(source) == "[x, \"ÿ\", &n y, *n]")
    #expect(root["b\n"]?.elements.map(source) == ["x", "\"ÿ\"", "&n y", "*n"])
    #expect(root["c"].map(source) == "|\r\n  œ")
    #expect(root["c"]?.text == "œ\n")
    #expect(root["d"].map(source) == "!!str z")
    #expect(root.pairs.map { $0.key.line } == [1, 2, 3, 6])
  }

  @Test func scalarsKeepTheirStyle() throws {
    let root = try parse("a: x\nb: 'it''s'\nc: \"\\u00e9\\t\"\nd: |-\n  x\n   y\ne: >\n  x\n  y\n")
    #expect(root.pairs.map(\.value.style) == [.plain, .quoted, .quoted, .block, .block])
    #expect(root.pairs.map(\.value.text) == ["x", "it's", "é\t", "x\n y", "x y\n"])
    guard case .scalar("x", .plain) = root.pairs[0].value.content else {
      Issue.record("expected a plain scalar")
      return
    }
  }

  @Test func anAliasStandsWhereItIsWritten() throws {
    let root = try parse("a: &one {k: [1, 2]}\nb: *one\nc: &one 3\nd: *one\n")
    let alias = try #require(root["b"])
    #expect(alias.kind == .mapping)
    #expect(alias["k"]?.elements.map(\.text) == ["1", "2"])
    #expect(alias.position == (2, 4))
    #expect(alias["k"]?.line == 1)
    #expect(alias["k"]?.column == 13)
    #expect(root["d"]?.text == "3")
  }

  @Test func anInnerAnchorTakesTheNameOver() throws {
    let root = try parse("- &a [&a x]\n- *a\n")
    #expect(root.elements[1].text == "x")
  }

  @Test func aValueLeftOutIsNothing() throws {
    let root = try parse("a:\nb: ~\nc: null\nd: ''\ne: !!null x\nf: nul\n")
    #expect(root.pairs.map(\.value.isNull) == [true, true, true, false, true, false])
    let empty = try #require(root["a"])
    #expect(empty.span == SourceSpan(start: 2, end: 2))
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}", "\u{FEFF}# x\n"])
  func aTextWithoutContentIsNoNode(_ text: String) throws {
    #expect(try YAMLParser.parse(Array(text.utf8), path: "r.yml") == nil)
  }

  @Test func readsSeveralDocumentsWhenAsked() throws {
    let roots = try YAMLParser.parseAll(Array("--- &a x\n--- [y]\n...\n".utf8), path: "r.yml")
    #expect(roots.map(\.kind) == [.scalar, .sequence])
    #expect(throws: YAMLError.self) {
      try YAMLParser.parseAll(Array("--- &a x\n--- *a\n".utf8), path: "r.yml")
    }
  }

  @Test func tagsOfTheCoreSchemaAreKept() throws {
    let root = try parse("- !!int 3\n- ! x\n- !!seq []\n- y\n")
    #expect(
      root.elements.map(\.tag)
        == ["tag:yaml.org,2002:int", "!", "tag:yaml.org,2002:seq", nil])
  }

  @Test func listsMayBeKeys() throws {
    let root = try parse("? [a, b]\n: c\n? [a, b]\n: d\n")
    #expect(root.pairs.map(\.key.kind) == [.sequence, .sequence])
  }
}

@Suite struct YAMLSkippingTests {
  private func parse(_ text: String) throws(YAMLError) -> YAMLNode? {
    try YAMLParser.parse(
      Array(text.utf8), path: "r.yml", limits: YAMLLimits(skippedKeys: ["examples", "note"]))
  }

  @Test func leavesThePairsOut() throws {
    let root = try #require(
      try parse("id: a\nexamples:\n  - {id: b, examples: [c]}\n  - id: d\nnote: x\nlast: [note]\n"))
    #expect(root.pairs.map(\.key.text) == ["id", "last"])
    #expect(root["last"]?.elements.map(\.text) == ["note"])
  }

  @Test func leavesThemOutInsideOtherThings() throws {
    let root = try #require(try parse("- {note: [x, {y: z}], a: 1}\n- examples: 2\n- [examples]\n"))
    #expect(root.elements[0].pairs.map(\.key.text) == ["a"])
    #expect(root.elements[1].pairs.isEmpty)
    #expect(root.elements[2].elements.map(\.text) == ["examples"])
  }

  @Test func buildsAllWhenAnAliasPointsInside() throws {
    let root = try #require(try parse("examples: [&a x]\nb: *a\n"))
    #expect(root["b"]?.text == "x")
    #expect(root["examples"]?.elements.map(\.text) == ["x"])
  }

  @Test(arguments: [
    ("examples: [a\n", YAMLError.Kind.syntax), ("examples: !x a\n", .unknownTag),
    ("examples: *a\n", .undefinedAlias),
    ("examples: " + String(repeating: "[", count: 100), .tooDeep),
  ])
  func stillChecksWhatItLeavesOut(_ text: String, _ kind: YAMLError.Kind) {
    let error = #expect(throws: YAMLError.self) { try parse(text) }
    #expect(error?.kind == kind)
  }
}
