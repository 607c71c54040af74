import Documents
import Testing

/// Tags of PDFs written by hand, with words where poppler would find them.
@Suite("Tags of a PDF")
struct PDFTagsTests {
  /// A word, where it stands from the top left corner, and the marked content that it is drawn in.
  private struct Word {
    var text: String
    var x: Int
    var y: Int
    var content: Int
    var page = 1
  }

  /// Lines of words of one mark each, 10 points high, 12 apart from line to line.
  private static func words(_ lines: [(text: String, content: Int)], x: Int = 50) -> [Word] {
    lines.enumerated().flatMap { index, line in
      line.text.split(separator: " ").enumerated().map { position, word in
        Word(
          text: String(word), x: x + 40 * position, y: 100 + 12 * index, content: line.content)
      }
    }
  }

  /// What `pdftotext -tsv` would write.
  private static func table(_ words: [Word]) -> [UInt8] {
    var rows = ["level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\t..."]
    var page = 0
    var line = -1
    for word in words {
      if word.page != page {
        page = word.page
        line = -1
        rows.append("1\t\(page)\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t###PAGE###")
      }
      if word.y != line {
        line = word.y
        rows.append("3\t\(page)\t0\t0\t0\t0\t50\t\(line)\t500\t10\t-1\t###FLOW###")
        rows.append("4\t\(page)\t0\t0\t0\t0\t50\t\(line)\t500\t10\t-1\t###LINE###")
      }
      rows.append("5\t\(page)\t0\t0\t0\t0\t\(word.x)\t\(line)\t35\t10\t100\t\(word.text)")
    }
    return Array((rows.joined(separator: "\n") + "\n").utf8)
  }

  /// A file with these structure elements, whose numbers start with 10; the root is 9. Objects 3, 4 …
  /// are pages, 6, 7 … their contents.
  private static func file(_ words: [Word], elements: [String], packed: Bool = false) -> [UInt8] {
    let pages = words.map(\.page).max() ?? 1
    var objects = [
      (1, "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 9 0 R>>"),
      (2, "<</Type/Pages/Count \(pages)/Kids[3 0 R 4 0 R]/MediaBox[0 0 600 800]>>"),
      (9, "<</Type/StructTreeRoot/K 10 0 R/RoleMap<</Kapitel#201/H2>>>>"),
    ]
    for page in 1...pages {
      objects.append((page + 2, "<</Type/Page/Parent 2 0 R/Contents \(page + 5) 0 R>>"))
    }
    objects += elements.enumerated().map { ($0.offset + 10, $0.element) }
    var text = "%PDF-1.7\n"
    if packed {
      var index = ""
      var body = ""
      for (number, object) in objects {
        index += "\(number) \(body.utf8.count) "
        body += object + " "
      }
      text +=
        "90 0 obj <</Type/ObjStm/N \(objects.count)/First \(index.utf8.count)/Length "
        + "\(index.utf8.count + body.utf8.count)>>stream\n\(index)\(body)\nendstream endobj\n"
    } else {
      for (number, object) in objects { text += "\(number) 0 obj \(object) endobj\n" }
    }
    for page in 1...pages {
      var contents = "1 0 0 1 0 0 cm q\n"
      for word in words where word.page == page {
        // The base line stands two points above the bottom of the word.
        contents += "/P <</MCID \(word.content)>> BDC BT 1 0 0 1 \(word.x) \(800 - word.y - 8) Tm "
        contents += "[(\\(x)3(y)] TJ ET EMC\n"
      }
      text +=
        "\(page + 5) 0 obj <</Length \(contents.utf8.count + 1)>>stream\n\(contents)Q\nendstream endobj\n"
    }
    return Array((text + "trailer <</Root 1 0 R>>\n").utf8)
  }

  private func lines(
    _ words: [Word], _ elements: [String], packed: Bool = false
  ) throws -> [String] {
    let document = try PDFReader.document(
      ofWordTable: Self.table(words), tags: Self.file(words, elements: elements, packed: packed),
      path: "plan.pdf")
    #expect(DocumentInvariants.faults(in: document) == [])
    return outline(document)
  }

  private static func element(_ role: String, _ kids: String, page: Int = 1) -> String {
    "<</Type/StructElem/S/\(role)/Pg \(page + 2) 0 R/K[\(kids)]>>"
  }

  @Test(
    "headings, items with labels, quotations and notes are what their tags say",
    arguments: [false, true])
  func roles(packed: Bool) throws {
    let words = Self.words([
      ("Our plan", 0), ("We will:", 1), ("1. act", 2), ("later;", 3), ("pay.", 4), ("Said she.", 5),
      ("3 A note.", 6), ("The end.", 7),
    ])
    let elements = [
      Self.element("Document", "11 0 R 12 0 R 13 0 R 18 0 R 20 0 R 19 0 R"),
      Self.element("Kapitel#201", "0"), Self.element("P", "1"), Self.element("L", "14 0 R 16 0 R"),
      Self.element("LI", "15 0 R"), Self.element("LBody", "2 3"), Self.element("LI", "17 0 R"),
      Self.element("P", "<</Type/MCR/MCID 4/Pg 3 0 R>>"), Self.element("BlockQuote", "5"),
      Self.element("P", "7"), Self.element("Note", "6"),
    ]
    #expect(
      try lines(words, elements, packed: packed) == [
        "heading2 en: Our plan", "paragraph en: We will:", "listItem1 en: act later;",
        "listItem1 en: pay.", "quotation en: Said she.", "paragraph en: The end.",
        "footnote en: A note.",
      ])
  }

  @Test("cells that span columns and rows stand in their first place")
  func table() throws {
    let words = Self.words([
      ("Result", 0), ("Goal", 1), ("Peace", 2), ("40", 3), ("2027", 4), ("50", 5), ("2028", 6),
    ])
    let elements = [
      Self.element("Table", "11 0 R 12 0 R 13 0 R"), Self.element("TR", "14 0 R 15 0 R"),
      Self.element("TR", "16 0 R 17 0 R 18 0 R"), Self.element("TR", "19 0 R 20 0 R"),
      Self.element("TH", "0"), "<</S/TH/Pg 3 0 R/K 1/A[<</O/Layout>><</O/Table/ColSpan 2>>]>>",
      "<</S/TD/Pg 3 0 R/K 2/A<</O/Table/RowSpan 2>>>>", Self.element("TD", "3"),
      Self.element("TD", "4"), Self.element("TD", "5"), Self.element("TD", "6"),
    ]
    #expect(
      try lines(words, elements) == [
        "tableHeader en: Result | Goal", "tableRow en: Peace | 40 | 2027",
        "tableRow en:  | 50 | 2028",
      ])
  }

  @Test("a paragraph that a page cuts in two is one, as Word tags it")
  func overPages() throws {
    var words = Self.words([
      ("We will pay for all that the", 0), ("We will act.", 1),
    ])
    words += [Word(text: "women", x: 50, y: 100, content: 0, page: 2)]
    words += [Word(text: "need.", x: 90, y: 100, content: 0, page: 2)]
    let elements = [
      Self.element("Document", "11 0 R 12 0 R 13 0 R"), Self.element("P", "1"),
      Self.element("P", "0"), Self.element("P", "0", page: 2),
    ]
    #expect(
      try lines(words, elements) == [
        "paragraph en: We will act.", "paragraph en: We will pay for all that the women need.",
      ])
  }

  @Test(
    "tags that lead in circles, nowhere, or to lines instead of paragraphs are not used",
    arguments: [
      ["<</S/P/K 10 0 R/Pg 3 0 R>>"], ["<</S/P/K[99 0 R]/Pg 3 0 R>>"], [""],
      ["<</S/Document/K[11 0 R 12 0 R 13 0 R 14 0 R]>>"]
        + (0...3).map { "<</S/P/Pg 3 0 R/K \($0)>>" },
    ])
  func useless(_ elements: [String]) throws {
    let words = Self.words([
      ("We will act so that", 0), ("all women can lead the", 1), ("work for peace in the", 2),
      ("whole of this land.", 3),
    ])
    #expect(
      try lines(words, elements) == [
        "paragraph en: We will act so that all women can lead the work for peace in the whole of "
          + "this land."
      ])
  }

  /// Poppler writes half a surrogate pair as three bytes that are no UTF-8.
  @Test("words that are no text are replaced, and the rest is read")
  func invalidWords() throws {
    var table = Self.table(Self.words([("We will ?? act.", 0)]))
    let place = try #require(table.firstIndex(of: 0x3F))
    table.replaceSubrange(place...place + 1, with: [0x61, 0xED, 0xA0, 0x80, 0x62])
    let document = try PDFReader.document(ofWordTable: table, path: "plan.pdf")
    #expect(DocumentInvariants.faults(in: document) == [])
    #expect(outline(document) == ["paragraph en: We will a\u{FFFD}\u{FFFD}\u{FFFD}b act."])
  }
}
