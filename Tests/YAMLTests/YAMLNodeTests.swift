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
}
