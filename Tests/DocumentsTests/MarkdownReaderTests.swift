import Documents
import SourceText
import Testing

@Suite struct MarkdownReaderTests {
  @Test func listItemsKnowWhatIntroducesThem() throws {
    let document = try read(
      """
      # Plan

      We will:

      - train guards.
      - close pier 4:
        - the gate
        - the crane
      - rest. Then go on.

      Other text.
      """, as: "a.md")
    #expect(
      outline(document) == [
        "heading1 en: Plan", "paragraph en: We will:", "listItem1 en: train guards.",
        "listItem1 en: close pier 4:", "listItem2 en: the gate", "listItem2 en: the crane",
        "listItem1 en: rest. Then go on.", "paragraph en: Other text.",
      ])
    #expect(document.blocks.map(\.leadIn) == [-1, -1, 1, 1, 3, 3, 1, -1])
    #expect(document.blocks.map(\.heading) == [-1, 0, 0, 0, 0, 0, 0, 0])
    #expect(document.title == "Plan")
    let units = Segmenter.units(of: document)
    #expect(
      units.map { document.string(of: $0.textRange) } == [
        "Plan", "We will:", "train guards.", "close pier 4:", "the gate", "the crane", "rest.",
        "Then go on.", "Other text.",
      ])
    #expect(units.map(\.context) == [-1, -1, 1, 1, 3, 3, 1, 1, -1])
  }

  @Test(arguments: [
    ("The plan stands.\n\n- one\n", -1),
    ("The parts are the following.\n\n- one\n", 0),
    ("Le plan vise les buts suivants.\n\n- un\n", 0),
    ("Le plan vise à\n\n- un\n", 0),
    ("The plan aims to\n- one\n", 0),
    ("Le Ministère :\n\n- un\n", 0),
    ("## Aims\n\n- one\n", 0),
    ("## Aims\n\n- One. Two.\n", -1),
  ])
  func onlyAnOpenSentenceOrHeadingIsContext(_ source: String, _ context: Int32) throws {
    let document = try read(source, as: "a.md")
    let last = try #require(Segmenter.units(of: document).last)
    #expect(last.context == context)
  }

  @Test func lastSentenceOfTheLeadInIsContext() throws {
    let document = try read("First. Second. We will:\n\n* go. Then stay.\n", as: "a.md")
    #expect(Segmenter.units(of: document).map(\.context) == [-1, -1, -1, 2, 2])
  }

  @Test func tableRowsKnowTheirHeader() throws {
    let document = try read(
      """
      | Measure | *Target* | Date |
      |---|:-:|---|
      | Guards \\| crew | `12` | |
      | Piers | [all](x) | 2027 |

      After.
      """, as: "a.md")
    #expect(
      outline(document) == [
        "tableHeader en: Measure | Target | Date", "tableRow en: Guards | crew | 12",
        "tableRow en: Piers | all | 2027", "paragraph en: After.",
      ])
    #expect(document.blocks.map(\.leadIn) == [-1, 0, 0, -1])
    #expect(document.blocks.map(\.cellCount) == [3, 2, 3, 0])
    let cells = document.cells.map { document.string(of: $0.textRange) }
    #expect(
      cells == ["Measure", "Target", "Date", "Guards | crew", "12", "Piers", "all", "2027"])
    #expect(Segmenter.units(of: document).map(\.context) == [-1, 0, 0, -1])
  }

  @Test func headingsHaveParents() throws {
    let document = try read(
      "# A\n\n## B\n\ntext\n\n#### C\n\n## D\n\ntext\n\nE\n=\n\ntext\n", as: "a.md")
    #expect(document.blocks.map(\.heading) == [-1, 0, 1, 1, 0, 4, -1, 6])
    #expect(document.headingPath(ofBlock: 3) == ["A", "B"])
    #expect(document.headingPath(ofBlock: 5) == ["A", "D"])
    #expect(document.place(ofTextRange: document.blocks[5].textRange).headingPath == ["A", "D"])
  }

  @Test func sentencesStayWholeAcrossMarkup() throws {
    let document = try read(
      """
      We *will* **fund** the [Goma
      office](https://example.org "x"), its `plan.md` and <b>the</b> ~~old~~ new
      site ![logo](a.png)&mdash;in 2&nbsp;years.\\
      Second\\* line. <!-- coherence: waive x -->
      """, as: "a.md")
    #expect(
      outline(document) == [
        "paragraph en: We will fund the Goma\noffice, its plan.md and the  new\nsite "
          + "—in 2\u{00A0}years.\nSecond* line."
      ])
    #expect(document.remarks.map(\.text) == ["coherence: waive x"])
    #expect(document.remarks.map(\.block) == [0])
  }

  @Test func commentBelongsToTheBlockAroundOrAfterIt() throws {
    let document = try read(
      """
      # Plan

      <!-- one -->
      We act. <!-- two -->

      - a
      - b <!-- three -->

      <!-- four -->

      | a | b |
      |---|---|
      | 1 <!-- five --> | 2 |

      <!-- six -->
      """, as: "a.md")
    #expect(document.remarks.map(\.text) == ["one", "two", "three", "four", "five", "six"])
    #expect(document.remarks.map(\.block) == [1, 1, 3, 4, 5, 5])
  }

  @Test func kindsOfBlocks() throws {
    let document = try read(
      """
      > Quoted. Still quoted.
      >
      > - an item

      ```
      code here
        more
      ```

          indented

      ![only an image](a.png)

      - [ ] open task
      - [x] done task

      Text[^1] and more[^note].

      [^1]: First note.
      [^note]: Second note.
      """, as: "a.md")
    #expect(
      outline(document) == [
        "quotation en: Quoted. Still quoted.", "quotation1 en: an item",
        "code en: code here\n  more", "code en: indented", "listItem1 en: open task",
        "listItem1 en: done task", "paragraph en: Text and more.", "footnote en: First note.",
        "footnote en: Second note.",
      ])
  }

  @Test func tableOfContentsIsLeftOut() throws {
    let document = try read(
      "# A\n\n- [Aims](#aims)\n- [Means](#means)\n- [Site](https://example.org)\n\n[Top](#a)\n",
      as: "a.md")
    #expect(outline(document) == ["heading1 en: A", "listItem1 en: Site"])
  }

  @Test func htmlUpToItsEndTagIsHTML() throws {
    let document = try read(
      """
      # Plan

      <table>
        <tr><th>Measure</th><th>Target</th></tr>

          <tr><td>Piers</td>

              <td>12 &amp; more</td></tr>
      </table>
      ## Next

      <details>
      <summary>More</summary>

      Markdown *inside*.

      </details>

      After.
      """, as: "a.md")
    #expect(
      outline(document) == [
        "heading1 en: Plan", "tableHeader en: Measure | Target", "tableRow en: Piers | 12 & more",
        "heading2 en: Next", "heading3 en: More", "paragraph en: Markdown inside.",
        "paragraph en: After.",
      ])
    #expect(document.blocks.map(\.heading) == [-1, 0, 0, 0, 3, 4, 3])
  }

  @Test func htmlInCodeIsCode() throws {
    let document = try read("```\n<div>\n\n</div>\n```\n\n`<b>`\n", as: "a.md")
    #expect(outline(document) == ["code en: <div>\n\n</div>", "paragraph en: <b>"])
  }

  /// md4c hands out pointers into the buffer that it was given; the offsets rest on it.
  @Test func textPointsIntoTheSource() throws {
    let source = "# Été\r\n\r\nUn *mot* et\r\nla suite.\r\n\r\n- a\r\n- b\r\n"
    let document = try read(source, as: "a.md")
    #expect(document.runs.count { !$0.isVerbatim } == 0)
    #expect(document.string(of: 0..<document.text.count) == "Été\n\nUn mot et\nla suite.\n\na\n\nb")
    #expect(document.place(ofTextRange: document.blocks[1].textRange).line == 3)
  }

  @Test func characterReferencesKeepTheirPlace() throws {
    let document = try read("A&eacute;b&#x2014;c &unknown; &amp;lt;\n", as: "a.md")
    #expect(document.string(ofBlock: 0) == "Aéb—c &unknown; &lt;")
    let range = try #require(document.text.firstRange(of: Array("—".utf8)))
    let place = document.place(ofTextRange: range)
    #expect(document.source[place.span.range].elementsEqual("&#x2014;".utf8))
    #expect((place.line, place.column) == (1, 11))
  }
}
