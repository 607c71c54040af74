import Documents
import SourceText
import Testing

@Suite struct PlaceTests {
  @Test func placesAreInScalars() throws {
    let document = try read("# Tête\n\nDéjà **été** là.\n", as: "a.md")
    let range = try #require(document.text.firstRange(of: Array("été là".utf8)))
    let place = document.place(ofTextRange: range)
    #expect((place.line, place.column) == (3, 8))
    #expect(place.headingPath == ["Tête"])
    // From the first byte of the phrase to the last, the markup in between included.
    #expect(String(decoding: document.source[place.span.range], as: UTF8.self) == "été** là")
    #expect(document.string(of: range) == "été là")
  }

  @Test func aColumnFarIntoALongLineIsRight() throws {
    let source = String(repeating: "é ", count: 20_000) + "here"
    let document = try read(source, as: "a.txt")
    let range = try #require(document.text.firstRange(of: Array("here".utf8)))
    let place = document.place(ofTextRange: range)
    #expect((place.line, place.column) == (1, 40_001))
    #expect(place.span.range == 60_000..<60_004)
  }

  @Test func textBetweenBlocksBelongsToTheNextOne() throws {
    let document = try read("One.\n\nTwo.\n", as: "a.md")
    #expect(document.sourceSpan(ofTextRange: 5..<6).start == 6)
    #expect(document.block(atTextOffset: 6) == 1)
    #expect(document.block(atTextOffset: 0) == 0)
  }

  @Test func aDocumentWithoutTextHasAPlaceAtItsStart() throws {
    let document = try read("", as: "a.md")
    let place = document.place(ofTextRange: 0..<0)
    #expect((place.line, place.column, place.span.start) == (1, 1, 0))
    #expect(document.block(atTextOffset: 0) == nil)
  }

  @Test func headingPathsAreOnOneLine() throws {
    let document = try read("<h1>1&nbsp;&nbsp; The\n  plan</h1><p>Text.", as: "a.html")
    #expect(document.headingPath(ofBlock: 1) == ["1 The plan"])
    #expect(document.title == "1 The plan")
  }

  @Test func byteOrderMarkCounts() throws {
    let document = try read("\u{FEFF}# Plan\n", as: "a.md")
    #expect(document.blocks.map(\.kind) == [.heading])
    #expect(document.sourceSpan(ofTextRange: 0..<4).start == 5)
  }
}
