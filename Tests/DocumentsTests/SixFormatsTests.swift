import Documents
import SourceText
import Testing

/// One plan in six formats, each made by a program that people make it with:
///
/// | file | made by |
/// |---|---|
/// | `plan.md` | hand |
/// | `plan.html`, `plan.docx`, `plan.txt` | pandoc, from the Markdown |
/// | `plan.odt` | LibreOffice, from the DOCX |
/// | `plan.browser.pdf` | Chromium, printing the HTML; tagged, as all that it prints |
/// | `plan.pdf` | LibreOffice, from the DOCX, without tags |
/// | `plan.tagged.pdf` | LibreOffice, from the DOCX, with tags |
///
/// The producers' names stand in the files, and a test holds them to it.
@Suite("One plan in six formats")
struct SixFormatsTests {
  static func source(_ name: String) throws -> [UInt8] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return try SourceFile.read("/" + folder + "/Fixtures/" + name)
  }

  static func fixture(_ name: String) throws -> Document {
    let document = try BuiltinReaders.read(path: name, source: try source(name))
    #expect(DocumentInvariants.faults(in: document) == [])
    return document
  }

  @Test(
    "each file says who made it",
    arguments: [
      ("plan.html", "pandoc"), ("plan.browser.pdf", "HeadlessChrome"), ("plan.pdf", "LibreOffice"),
      ("plan.tagged.pdf", "LibreOffice"),
    ])
  func producers(_ name: String, _ producer: String) throws {
    let text = String(decoding: try Self.source(name), as: UTF8.self)
    // LibreOffice writes its name in UTF-16, as hexadecimal digits.
    let wide = producer.unicodeScalars.map { "00" + String($0.value, radix: 16, uppercase: true) }
    #expect(text.contains(producer) || text.contains(wide.joined()))
  }

  /// The blocks with white space folded, and quotation marks as one kind: pandoc makes them curly.
  static func blocks(_ document: Document) -> [String] {
    document.blocks.indices.map { index in
      let block = document.blocks[index]
      let level = block.level > 0 ? "\(block.level)" : ""
      let line = document.line(ofBlock: index).map { $0 == "’" ? "'" : String($0) }.joined()
      return "\(block.kind)\(level) \(block.language.rawValue): \(line)"
    }
  }

  @Test("the same blocks", arguments: ["html", "docx", "odt"])
  func same(_ name: String) throws {
    let expected = Self.blocks(try Self.fixture("plan.md"))
    #expect(expected.count == 22)
    #expect(Self.blocks(try Self.fixture("plan." + name)) == expected)
  }

  /// A browser has no notes: what pandoc makes of one is an item of a list with a link back to the text.
  @Test("the differences of a browser's print", .enabled(if: PDFProgram.isInstalled))
  func browser() throws {
    try expectDifferences(
      "browser.pdf", lost: ["footnote en: The resolution was adopted in October 2000."],
      new: ["listItem1 en: The resolution was adopted in October 2000.↩︎"])
  }

  /// LibreOffice tags a paragraph of the style for quotations as any other.
  @Test("the differences of a tagged PDF", .enabled(if: PDFProgram.isInstalled))
  func tagged() throws {
    try expectDifferences(
      "tagged.pdf", lost: ["quotation en: Nobody asked us where the lights should stand."],
      new: ["paragraph en: Nobody asked us where the lights should stand."])
  }

  /// A PDF without tags says where words stand and not what they are: a quotation is an indented
  /// paragraph, a heading in the type of the text is told by its look, and so is its level; a note in
  /// type of usual size at the foot of a page is a paragraph, with its number, on that page.
  @Test("the differences of a PDF without tags", .enabled(if: PDFProgram.isInstalled))
  func pdf() throws {
    try expectDifferences(
      "pdf",
      lost: [
        "quotation en: Nobody asked us where the lights should stand.", "heading3 en: Money",
        "footnote en: The resolution was adopted in October 2000.",
      ],
      new: [
        "paragraph en: Nobody asked us where the lights should stand.", "heading5 en: Money",
        "paragraph en: 1 The resolution was adopted in October 2000.",
      ])
  }

  /// Plain text has no marks at all: a quotation is an indented paragraph, the marks of notes are words,
  /// levels of headings are guessed, and the lines of a table are prose.
  @Test("the differences of plain text")
  func plainText() throws {
    let sentence =
      "paragraph en: Women in coastal towns are often left out when harbours are planned. The "
      + "Harbour Department commits to change this, as resolution 1325 asks."
    let rows = [
      "Women lead harbour committees | Share of committees led by women | 40% | March 2028",
      "Staff are trained | Staff who completed the training | 100% | June 2027",
    ]
    let prose = rows.joined(separator: " ").split(separator: "|").joined()
      .split(separator: " ").joined(separator: " ")
    try expectDifferences(
      "txt",
      lost: [
        sentence, "quotation en: Nobody asked us where the lights should stand.",
        "heading3 en: Money", "tableHeader en: Result | Indicator | Target | Date",
        "tableRow en: " + rows[0], "tableRow en: " + rows[1], "heading2 fr: Suivi",
        "footnote en: The resolution was adopted in October 2000.",
      ],
      new: [
        sentence + "[1]", "paragraph en: Nobody asked us where the lights should stand.",
        "heading2 en: Money", "heading2 en: Result Indicator Target Date",
        "paragraph en: " + prose, "heading3 fr: Suivi",
        "paragraph en: [1] The resolution was adopted in October 2000.",
      ])
  }

  /// Compares the blocks with those of the Markdown: exactly these are lost, exactly these are new.
  private func expectDifferences(_ name: String, lost: [String], new: [String]) throws {
    let expected = Self.blocks(try Self.fixture("plan.md"))
    let found = Self.blocks(try Self.fixture("plan." + name))
    #expect(expected.filter { !found.contains($0) } == lost)
    #expect(found.filter { !expected.contains($0) } == new)
  }
}
