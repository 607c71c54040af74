import Testing

@testable import Reporters

struct LineBreakerTests {
  private func lines(_ text: StyledText, first: Int = 10, rest: Int = 10) -> [String] {
    LineBreaker.lines(of: text, first: first, rest: rest)
      .map { $0.map(\.text).joined() }
  }

  @Test func `words move to the next line whole`() {
    #expect(lines(StyledText("one two three four")) == ["one two", "three four"])
    #expect(lines(StyledText("  a   b  ")) == ["a b"])
    #expect(lines(StyledText("")) == [""])
  }

  @Test func `a no-break space holds`() {
    #expect(lines(StyledText("aide\u{A0}: écrire")) == ["aide\u{A0}:", "écrire"])
    #expect(
      lines(StyledText("trois mots «\u{A0}ici\u{A0}»")) == ["trois mots", "«\u{A0}ici\u{A0}»"])
  }

  @Test func `French marks stay with their words even after a plain blank`() {
    #expect(lines(StyledText("mots : « ici » oui")) == ["mots :", "« ici »", "oui"])
    #expect(lines(StyledText("pourquoi ? ah ; bon")) == ["pourquoi ?", "ah ; bon"])
    let styled = StyledText("un mot ").appending("« là »", .quiet)
    #expect(lines(styled) == ["un mot", "« là »"])
  }

  @Test func `a word that fits nowhere is cut, after a slash where one is near`() {
    #expect(lines(StyledText("abcdefghijklmno")) == ["abcdefghij", "klmno"])
    #expect(lines(StyledText("folder/name.markdown")) == ["folder/", "name.markd", "own"])
  }

  @Test func `a cut never parts a letter from its mark`() {
    let text = String(repeating: "e\u{301}", count: 25)
    for line in lines(StyledText(text)) { #expect(line.count <= 10) }
    #expect(lines(StyledText(text)).joined() == text)
  }

  @Test func `wide characters take two columns`() {
    #expect(lines(StyledText("平和平和平和")) == ["平和平和平", "和"])
    #expect(DisplayWidth.of("平和") == 4)
    #expect(DisplayWidth.of("e\u{301}a\u{300}") == 2)
    #expect(DisplayWidth.of("⚖\u{FE0F}") == 2)
    #expect(DisplayWidth.of("soft\u{AD}hyphen") == 10)
  }

  @Test func `styles survive a break, and one style stays one run`() {
    let text = StyledText("plain ").appending("strong words here", .strong)
    let lines = LineBreaker.lines(of: text, first: 12, rest: 12)
    #expect(lines.map { $0.map(\.text) } == [["plain ", "strong"], ["words here"]])
    #expect(lines.map { $0.map(\.style) } == [[.plain, .strong], [.strong]])
  }

  @Test func `the first line may be shorter`() {
    #expect(lines(StyledText("a b c d"), first: 1, rest: 5) == ["a", "b c d"])
  }

  @Test func `an ellipsis stands for what is cut`() {
    #expect(StyledText("one two three").truncated(to: 8).runs.map(\.text) == ["one two…"])
    #expect(StyledText("one two three").truncated(to: 5).runs.map(\.text) == ["one…"])
    #expect(StyledText("one").truncated(to: 3).runs.map(\.text) == ["one"])
    #expect(StyledText("平和平和").truncated(to: 4).width == 3)
  }
}
