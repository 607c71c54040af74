import Documents
import SourceText
import Testing

@Suite("DOCX")
struct DOCXReaderTests {
  private func p(_ text: String, _ properties: String = "") -> String {
    WordFile.paragraph(text, properties)
  }

  @Test("styles make the outline, also localised ones and outline levels")
  func headings() throws {
    let file = WordFile(
      p("Plan", "<w:pStyle w:val=\"Titre\"/>") + p("Aims", "<w:pStyle w:val=\"Titre1\"/>")
        + p("We act.") + p("Detail", "<w:pStyle w:val=\"Mine\"/>")
        + p("Deep", "<w:outlineLvl w:val=\"2\"/>") + p("Body", "<w:outlineLvl w:val=\"9\"/>")
    ).with(
      "styles",
      "<w:style w:type=\"paragraph\" w:styleId=\"Titre\"><w:name w:val=\"Title\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Titre1\"><w:name w:val=\"Titre 1\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name w:val=\"Base\"/>"
        + "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"Mine\"/>"
        + "<w:basedOn w:val=\"Base\"/></w:style>")
    let document = try file.document()
    #expect(
      outline(document) == [
        "heading1 en: Plan", "heading1 en: Aims", "paragraph en: We act.", "heading2 en: Detail",
        "heading3 en: Deep", "paragraph en: Body",
      ])
    #expect(document.title == "Plan")
    #expect(document.headingPath(ofBlock: 4) == ["Aims", "Detail"])
  }

  @Test("lists by numbering, nested, with further paragraphs of an item")
  func lists() throws {
    func item(_ text: String, _ level: Int, _ id: Int = 1) -> String {
      p(
        text,
        "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(id)\"/></w:numPr>")
    }
    let file = WordFile(
      p("We will:") + item("fund", 0) + item("more", 0, 2) + item("train", 1) + item("report", 0)
        + p("After.") + item("not defined", 0, 9)
    ).with(
      "numbering",
      "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>"
        + "<w:lvlText w:val=\"•\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"6\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>"
        + "<w:lvlText w:val=\" \"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"6\"/></w:num>")
    let document = try file.document()
    #expect(
      outline(document) == [
        "paragraph en: We will:", "listItem1 en: fund", "paragraph en: more",
        "listItem2 en: train", "listItem1 en: report", "paragraph en: After.",
        "paragraph en: not defined",
      ])
    #expect(document.blocks.map(\.leadIn) == [-1, 0, -1, 2, 0, -1, -1])
  }

  @Test("tables: header row, merged cells, nested table as layout")
  func tables() throws {
    let merged = "<w:tcPr><w:vMerge/></w:tcPr>"
    let first = "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
    let wide = "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"
    let look = "<w:tblLook w:val=\"04A0\" w:firstRow=\"1\"/>"
    let rows = WordFile.table(
      [
        [p("Result"), p("Target"), p("Date")],
        [first + p("Women lead"), p("40%") + p("by all"), p("2027")],
        [merged + p(""), wide + p("to follow")],
      ], properties: look)
    let layout = WordFile.table([[p("left"), p("right") + WordFile.table([[p("in")]])]])
    let document = try WordFile(rows + p("x") + layout).document()
    #expect(
      outline(document) == [
        "tableHeader en: Result | Target | Date",
        "tableRow en: Women lead | 40%\nby all | 2027", "tableRow en:  | to follow",
        "paragraph en: x", "paragraph en: left", "paragraph en: right", "paragraph en: in",
      ])
    #expect(document.blocks[1].leadIn == 0)
    let place = document.place(ofTextRange: document.cells[4].textRange)
    guard case .paragraph(let position)? = place.position else {
      Issue.record("no place")
      return
    }
    #expect(position.paragraph == 5 && position.lastParagraph == 6)
  }

  @Test("tracked changes, accepted or rejected")
  func trackedChanges() throws {
    let file = WordFile(
      "<w:p><w:r><w:t>We </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>will</w:t></w:r></w:ins><w:r><w:t> act.</w:t></w:r></w:p>"
        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
        + p("two.")
        + WordFile.table([[p("a"), p("b")]]).replacing(
          "<w:tr>", "<w:tr><w:trPr><w:ins/></w:trPr>"))
    let accepted = try file.document()
    #expect(
      outline(accepted) == [
        "paragraph en: We will act.", "paragraph en: One two.", "tableRow en: a | b",
      ])
    let rejected = try file.document(ReadingOptions(changes: .rejected))
    #expect(
      outline(rejected) == [
        "paragraph en: We may act.", "paragraph en: One", "paragraph en: two.",
      ])
  }

  @Test("comments apart from the text, with the words that they are about")
  func comments() throws {
    let file = WordFile(
      p("Before.")
        + "<w:p><w:r><w:t>We </w:t></w:r><w:commentRangeStart w:id=\"4\"/><w:r><w:t>will act</w:t>"
        + "</w:r><w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r>"
        + "<w:r><w:t>.</w:t></w:r></w:p>"
    ).with(
      "comments",
      "<w:comment w:id=\"4\" w:author=\"Ana\">" + p("coherence: waive x") + p("for now")
        + "</w:comment>")
    let document = try file.document()
    #expect(outline(document).last == "paragraph en: We will act.")
    let remark = try #require(document.remarks.first)
    #expect(remark.text == "coherence: waive x\nfor now" && remark.author == "Ana")
    #expect(document.string(of: remark.textRange) == "will act" && remark.block == 1)
  }

  @Test("notes at the end, only those referred to; headers and footers apart")
  func notes() throws {
    var file = WordFile(
      "<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
    ).with(
      "footnotes",
      "<w:footnote w:type=\"separator\" w:id=\"-1\">" + p("-") + "</w:footnote>"
        + "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> A note.</w:t></w:r>"
        + "</w:p></w:footnote><w:footnote w:id=\"3\">" + p("Orphan.") + "</w:footnote>")
    file.parts.append(
      ("word/header1.xml", "<w:hdr \(WordFile.namespaces)>\(p("Protected A"))</w:hdr>"))
    file.relationships.append(("header", "header1.xml"))
    let document = try file.document()
    #expect(outline(document) == ["paragraph en: Text", "footnote en: A note."])
    #expect(document.furniture == ["Protected A"])
    let place = document.place(ofTextRange: document.blocks[1].textRange)
    #expect(place.position?.title.english == "footnotes, paragraph 2")
  }

  @Test("text boxes once, after their paragraph; symbols, soft hyphens, fields, hidden text")
  func smallThings() throws {
    let box =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>"
      + p("In the box") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
      + "<w:txbxContent>" + p("In the box") + "</w:txbxContent></w:pict></mc:Fallback>"
      + "</mc:AlternateContent></w:r>"
    let file = WordFile(
      "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>co\u{AD}ope</w:t><w:softHyphen/><w:t>rate</w:t>"
        + "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:noBreakHyphen/><w:br/>"
        + "<w:t>b</w:t></w:r>\(box)<w:r><w:fldChar w:fldCharType=\"begin\"/>"
        + "<w:instrText>PAGEREF x</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>12</w:t>"
        + "<w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t>"
        + "</w:r><w:r><w:t>.</w:t></w:r></w:p>")
    let document = try file.document()
    #expect(
      outline(document) == [
        "paragraph en: A cooperate✓\u{2011}\nb12.", "paragraph en: In the box",
      ])
    let place = document.place(ofTextRange: document.blocks[1].textRange)
    #expect(place.position?.title.english == "paragraph 2")
  }

  @Test("language of runs, prompts of controls, tables of contents")
  func controls() throws {
    let french = "<w:rPr><w:lang w:val=\"fr-CA\"/></w:rPr>"
    let file = WordFile(
      "<w:p><w:r>\(french)<w:t>Cible</w:t></w:r></w:p>"
        + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
        + "</w:docPartObj></w:sdtPr><w:sdtContent>\(p("Aims 3"))</w:sdtContent></w:sdt>"
        + "<w:p><w:r><w:t>Lead: </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        + "<w:sdtContent><w:r><w:t>Enter the name.</w:t></w:r></w:sdtContent></w:sdt></w:p>")
    #expect(
      outline(try file.document()) == [
        "paragraph fr: Cible", "paragraph en: Lead: [Enter the name.]",
      ])
  }

  @Test("other prefixes, and another name of the main part")
  func names() throws {
    let space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    var file = WordFile("")
    file.parts = [
      (
        "word/document2.xml",
        "<document xmlns=\"\(space)\" xmlns:x=\"\(space)\"><body><x:p><r><t>Strict.</t></r></x:p>"
          + "</body></document>"
      )
    ]
    let document = try BuiltinReaders.read(
      path: "plan.docx", source: file.bytes(mainPart: "/word/document2.xml"))
    #expect(outline(document) == ["paragraph en: Strict."])
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    guard let first = old.first else { return self }
    var result = ""
    var rest = self[...]
    while let character = rest.first {
      if character == first, rest.hasPrefix(old) {
        result += new
        rest = rest.dropFirst(old.count)
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
