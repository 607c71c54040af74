import Documents
import Testing

@Suite struct MarkdownReaderTests {
  @Test func listItemsKnowWhatIntroducesThem() throws {
    let source = "# Plan\n\nWe will:\n\n- train guards.\n- close pier 4.\n"
    let document = try BuiltinReaders.read(path: "a.md", source: Array(source.utf8))
    #expect(document.blocks.map(\.kind) == [.heading, .paragraph, .listItem, .listItem])
    #expect(document.blocks.map(\.leadIn) == [-1, -1, 1, 1])
    #expect(document.blocks.map(\.heading) == [-1, 0, 0, 0])
    #expect(document.title == "Plan")
    let units = Segmenter.units(of: document)
    #expect(
      units.map { document.string(of: $0.textRange) }
        == ["Plan", "We will:", "train guards.", "close pier 4."])
    #expect(units.map(\.context) == [-1, -1, 1, 1])
  }
}
