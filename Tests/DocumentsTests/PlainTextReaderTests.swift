import Documents
import SourceText
import Testing

@Suite struct PlainTextReaderTests {
  private func lines(_ source: String) throws -> [String] {
    outline(try read(source, as: "a.txt")).map { $0.replacing(" en: ", with: ": ") }
  }

  @Test func paragraphsAndHeadings() throws {
    #expect(
      try lines(
        """
        HARBOUR SAFETY POLICY

        This text is wrapped by hand so that its lines are
        about as long as each other. It goes on.

        1. Purpose

        The policy keeps people safe.

        1.1 Scope of the policy

        All piers.

        General duties
        --------------
        Everyone has some.

        How it ends

        It ends here.
        """) == [
          "heading1: HARBOUR SAFETY POLICY",
          "paragraph: This text is wrapped by hand so that its lines are\n"
            + "about as long as each other. It goes on.",
          "heading2: 1. Purpose", "paragraph: The policy keeps people safe.",
          "heading3: 1.1 Scope of the policy", "paragraph: All piers.",
          "heading2: General duties", "paragraph: Everyone has some.", "heading3: How it ends",
          "paragraph: It ends here.",
        ])
  }

  @Test func lists() throws {
    let document = try read(
      """
      The office will:
      - train guards, also those who
        work at night;
      • close pier 4:
          a) the gate
          b) the crane
      - rest.

      1. First step
      2. Second step

      (i) a clause
      (ii) another

      Not a list: it was 5
      1999 was another year.
      """, as: "a.txt")
    #expect(
      outline(document) == [
        "paragraph en: The office will:",
        "listItem1 en: train guards, also those who\nwork at night;",
        "listItem1 en: close pier 4:", "listItem2 en: the gate", "listItem2 en: the crane",
        "listItem1 en: rest.", "listItem1 en: First step", "listItem1 en: Second step",
        "listItem1 en: a clause", "listItem1 en: another",
        "paragraph en: Not a list: it was 5\n1999 was another year.",
      ])
    #expect(document.blocks.prefix(6).map(\.leadIn) == [-1, 0, 0, 2, 2, 0])
  }

  @Test func oneParagraphALine() throws {
    let long = String(repeating: "many words that go on and on ", count: 8)
    #expect(
      try lines("Title of it\nAims\nA \(long)end.\nB \(long),\nC to D\n\(long)end.\nMEANS\nSome.\n")
        == [
          "heading1: Title of it", "heading2: Aims", "paragraph: A \(long)end.",
          "paragraph: B \(long),\nC to D\n\(long)end.", "heading2: MEANS", "paragraph: Some.",
        ])
  }

  @Test func headingsMarkedAsInMarkdown() throws {
    #expect(
      try lines("# A\nText.\n### B\n#hashtag stays.\n")
        == ["heading1: A", "paragraph: Text.", "heading3: B", "paragraph: #hashtag stays."])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let source = ["Title here", "", "one line and", "the next one.", "", "- a", "- b"]
      .joined(separator: end)
    let document = try read(source, as: "a.txt")
    #expect(
      outline(document) == [
        "heading1 en: Title here", "paragraph en: one line and\nthe next one.", "listItem1 en: a",
        "listItem1 en: b",
      ])
    let place = document.place(ofTextRange: document.blocks[3].textRange)
    #expect((place.line, place.column) == (7, 3))
  }

  @Test func labelsOnLinesOfTheirOwn() throws {
    #expect(
      try lines("It ends here.\n2.\nThe next one starts, as is said in section\n5.\n\n(a)\nLast.\n")
        == [
          "paragraph: It ends here.", "paragraph: The next one starts, as is said in section\n5.",
          "paragraph: Last.",
        ])
  }

  @Test func whatIsNoHeading() throws {
    #expect(
      try lines(
        "Signed by all.\n\n- Item\n\nWhat, then?\n\nlower case start\n\n14\n\n5 July 2012\n\nOne. Two (three)\n"
      )
      .count { $0.hasPrefix("heading") } == 0)
  }
}
