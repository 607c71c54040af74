import Documents
import SourceText
import TestSupport
import Testing

/// Bad input, one kind after the other, and the words for it.
@Suite struct ReadingErrorTests {
  private func message(
    _ source: [UInt8], as path: String, options: ReadingOptions = ReadingOptions()
  ) -> String {
    do throws(ReadingError) {
      let document = try BuiltinReaders.read(path: path, source: source, options: options)
      return document.diagnostics.map { $0.rendered(in: .english) }.joined(separator: "\n")
    } catch {
      return error.diagnostic(path: path, source: source).rendered(in: .english)
    }
  }

  @Test(arguments: ["a.md", "a.html", "a.txt"], ["", "\u{FEFF}", " \n\t\r\n"])
  func emptyFiles(_ path: String, _ source: String) throws {
    let document = try read(source, as: path)
    #expect(document.blocks.isEmpty && document.text.isEmpty)
    #expect(
      message(Array(source.utf8), as: path) == """
        \(path): warning: document holds no text [empty-document]
        help: check that the right file was given
        """)
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}\u{14}  word/document.xml", "a Word document (DOCX)"),
    ("PK\u{3}\u{4} mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"),
    ("PK\u{3}\u{4} xl/workbook.xml", "a spreadsheet or presentation"),
    ("PK\u{3}\u{4} readme", "a ZIP archive"),
    ("%PDF-1.7\n", "a PDF document"),
    ("{\\rtf1 text}", "a Rich Text document (RTF)"),
    ("GIF89a", "an image"),
    ("text\u{0}text", "binary data (it holds NUL bytes)"),
    (
      "a\u{0}b\u{0}c\u{0}d\u{0}e\u{0}f\u{0}g\u{0}h\u{0}",
      "probably text in UTF-16 without a byte order mark"
    ),
  ])
  func binaryContent(_ source: String, _ title: String) {
    for path in ["plan.md", "plan.html", "plan.txt"] {
      let message = message(Array(source.utf8), as: path)
      #expect(
        message.hasPrefix("\(path): error: this is \(title), not text [binary-content]\nhelp: "))
    }
    // Without an extension the content decides; these are only the beginnings of such files.
    let hasReader = ["a Word", "an OpenDocument", "a PDF"].contains { title.hasPrefix($0) }
    let unnamed = message(Array(source.utf8), as: "plan")
    #expect(unnamed.hasPrefix("plan: error: "))
    #expect(unnamed.contains("[binary-content]") != hasReader)
  }

  @Test func wholeMessageForBinaryContent() {
    #expect(
      message(Array("%PDF-1.7\n".utf8), as: "plan.md") == """
        plan.md: error: this is a PDF document, not text [binary-content]
        help: name it .pdf if it is called otherwise, or save its source as HTML or text
        """)
  }

  @Test func invalidUTF8() {
    let source = Array("# Plan\n\nL'".utf8) + [0xE9] + Array("t\u{E9}\n".utf8)
    #expect(
      message(source, as: "plan.md") == """
        plan.md:3:3: error: text is not UTF-8: byte 0xE9 at offset 10 [invalid-utf8]
        L'�té
          ^
        help: save the file as UTF-8; it may be in Windows-1252 or ISO 8859-1 now
        """)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xF0, 0x9F, 0x98], [0xE2, 0x28, 0xA1],
    ] as [[UInt8]])
  func everyKindOfInvalidUTF8(_ bytes: [UInt8]) {
    for padding in [0, 1, 7, 8, 15, 16, 40] {
      let source = [UInt8](repeating: 0x61, count: padding) + bytes
      #expect(throws: ReadingError.invalidUTF8(offset: padding)) {
        try BuiltinReaders.read(path: "a.txt", source: source)
      }
    }
  }

  @Test(arguments: [true, false])
  func utf16WithAMarkIsConverted(_ littleEndian: Bool) throws {
    let text = "# Été 😀\n\nLe plan.\n"
    var source: [UInt8] = littleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      source += littleEndian ? [low, high] : [high, low]
    }
    let document = try BuiltinReaders.read(path: "a.md", source: source)
    #expect(DocumentInvariants.faults(in: document) == [])
    #expect(document.string(ofBlock: 0) == "Été 😀")
    #expect(document.source == Array(text.utf8))
    #expect(
      message(source, as: "a.md") == """
        a.md: warning: text is in UTF-16; offsets refer to the same text in UTF-8 \
        [encoding-converted]
        help: save the file as UTF-8
        """)
    #expect(throws: ReadingError.invalidUTF16(offset: source.count)) {
      try BuiltinReaders.read(path: "a.md", source: source + [0x41])
    }
  }

  @Test func utf32IsRefused() {
    #expect(
      message([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], as: "a.txt") == """
        a.txt: error: this is text in UTF-32, not text [binary-content]
        help: save the file as UTF-8
        """)
  }

  @Test func limitsAreKept() {
    let small = ReadingOptions(limits: ReadingLimits(sizeInBytes: 10))
    #expect(
      message(Array("12345678901".utf8), as: "a.txt", options: small) == """
        a.txt: error: file has 11 bytes; the limit is 10 [too-large]
        help: split the file or raise the limit on the size of a document
        """)
    let few = ReadingOptions(limits: ReadingLimits(blocks: 2))
    for path in ["a.md", "a.txt"] {
      #expect(
        message(Array("a.\n\nb.\n\nc.\n".utf8), as: path, options: few) == """
          \(path): error: document has more than 2 blocks [too-many-blocks]
          help: split the file or raise the limit on blocks
          """)
    }
    let narrow = ReadingOptions(limits: ReadingLimits(columns: 2))
    for (path, source) in [
      ("a.md", "|a|b|c|\n|---|---|---|\n"), ("a.html", "<table><td>a<td>b<td>c"),
    ] {
      #expect(
        message(Array(source.utf8), as: path, options: narrow) == """
          \(path): error: a table row has more than 2 cells [too-many-columns]
          help: no policy needs this; check the table's separators
          """)
    }
  }

  @Test(
    arguments: BinaryContent.allCases.map { .binary($0) } + [
      .invalidUTF8(offset: 0), .invalidUTF8(offset: 3), .invalidUTF16(offset: 1),
      .tooLarge(sizeInBytes: 11, limitInBytes: 10), .tooDeep(limit: 64, offset: 1),
      .tooManyBlocks(limit: 2), .tooManyColumns(limit: 3), .unsupportedFormat(name: "CSV"),
      .outOfMemory, .empty, .encrypted, .wrongFormat(.pdf), .notAnArchive,
      .damagedArchive(.noDirectory), .damagedArchive(.badData("word/document.xml")),
      .damagedArchive(.unknownMethod("content.xml")), .damagedArchive(.missingPart("content.xml")),
      .tooManyEntries(limit: 9), .expandsTooFar(part: "content.xml", limitInBytes: 9),
      .malformedXML(part: "content.xml", line: 1, column: 2), .documentType(part: "content.xml"),
      .partTooDeep(part: "content.xml", limit: 9),
      .damagedPDF, .imageOnly(pages: 3), .tooManyPages(limit: 9),
      .missingProgram(name: "pdftotext"), .tookTooLong(limit: .seconds(9)),
    ] as [ReadingError])
  func everyErrorSpeaksFrench(_ error: ReadingError) {
    let diagnostic = error.diagnostic(path: "plan.md", source: [0xE9, 0x0A, 0x41])
    #expect(Translation.faults(in: diagnostic) == [])
  }

  @Test(arguments: ["", "<meta charset=windows-1252><p>\u{E9}", "\u{FEFF}UTF-16"])
  func everyWarningSpeaksFrench(_ text: String) throws {
    let isMarked = text.hasSuffix("UTF-16")
    let units = Array(text.utf16)
    let source =
      isMarked
      ? units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      : units.map { UInt8(truncatingIfNeeded: $0) }
    let document = try BuiltinReaders.read(path: "a.html", source: source)
    #expect(document.diagnostics.count == 1)
    #expect(document.diagnostics.flatMap(Translation.faults(in:)) == [])
  }

  @Test func wholeMessageInFrench() {
    let error = ReadingError.binary(.pdf)
    #expect(
      error.diagnostic(path: "plan.md", source: []).rendered(in: .french) == """
        plan.md: erreur\u{A0}: c’est un document PDF, non du texte [binary-content]
        aide\u{A0}: nommez-le .pdf s’il porte un autre nom, ou enregistrez sa source en HTML ou en texte
        """)
  }

  @Test func unsupportedFormats() {
    #expect(
      message(Array("a,b\n".utf8), as: "data.csv") == """
        data.csv: error: there is no reader for CSV [unsupported-format]
        help: save the document in one of the formats that can be read: docx, html, md, odt, pdf, txt
        """)
  }

  @Test func theFormatIsFound() throws {
    func format(_ path: String, _ source: String) throws -> DocumentFormat {
      try read(source, as: path).format
    }
    #expect(try format("A.MD", "x") == .markdown)
    #expect(try format("dir.md/plan", "just text") == .plainText)
    #expect(try format("plan", "# Title\n\ntext") == .markdown)
    #expect(try format("plan", "---\ntitle: x\n---\n") == .markdown)
    #expect(try format("plan", "\u{FEFF} <!DOCTYPE html><p>x") == .html)
    #expect(try format(".md", "text") == .plainText)
    #expect(try format("plan.unknown", "text") == .plainText)
    let forced = ReadingOptions(format: .html)
    let document = try read("<p>a", as: "a.md", options: forced)
    #expect(document.format == .html)
  }
}
