internal import SourceText

/// Reads PDF files through poppler's `pdftotext`, which runs as a process of its own.
///
/// Poppler's licence would bind ours if it were linked, and a file made to harm it harms only that
/// process: it has bounds on time and memory, sees the file on its standard input and nothing else of
/// ours. It gives each word with its box; columns and their order are its work. Headers and footers,
/// divided words, paragraphs, items, headings and notes are made out here.
package struct PDFReader: DocumentReader {
  package init() {}

  package var format: DocumentFormat { .pdf }
  package var fileExtensions: [String] { ["pdf"] }

  package func recognizes(_ source: [UInt8]) -> Bool { BinaryContent(source) == .pdf }

  package func read(
    _ source: [UInt8], path: String, options: ReadingOptions
  ) throws(ReadingError) -> Document {
    guard !source.isEmpty else { throw .empty }
    // Some producers put a few bytes before the mark.
    if let other = BinaryContent(source), other != .pdf, other != .unknown {
      throw other == .oldOfficeDocument && OfficeFile.isEncrypted(source)
        ? .encrypted : .wrongFormat(other)
    }
    let text = try words(of: source, options.limits)
    guard !text.pages.isEmpty else { throw .damagedPDF }
    guard !text.words.isEmpty else { throw .imageOnly(pages: text.pages.count) }
    let document = Document(path: path, format: .pdf, source: source)
    return try Self.document(of: text, document, options)
  }

  /// The document whose words poppler would write as this table, with the tags of this file; for tests
  /// with invented pages.
  package static func document(
    ofWordTable bytes: [UInt8], tags: [UInt8] = [], path: String,
    options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> Document {
    var table = PDFWordTable(pageLimit: options.limits.pages)
    _ = bytes.withUnsafeBytes { table.take($0) }
    let text = table.finish()
    guard !text.words.isEmpty else { throw .imageOnly(pages: text.pages.count) }
    return try document(
      of: text, Document(path: path, format: .pdf, source: tags.isEmpty ? bytes : tags), options)
  }

  private static func document(
    of text: PDFText, _ empty: Document, _ options: ReadingOptions
  ) throws(ReadingError) -> Document {
    var text = text
    var document = empty
    let source = document.source
    let path = document.path
    if let warning = warning(of: text, path) { document.diagnostics.append(warning) }
    document.furniture = PDFFurniture.remove(from: &text)
    PDFContents.remove(from: &text)
    let paragraphs = paragraphs(of: &text, source: source, options.limits)
    var blocks = PDFBlocks(
      text, hyphens: PDFHyphens(text), size: source.count, limits: options.limits)
    for paragraph in paragraphs {
      blocks.add(paragraph)
      if let failure = blocks.failure { throw failure }
    }
    try blocks.finish(into: &document)
    let stated = [Language?](repeating: nil, count: document.blocks.count)
    OfficeFile.complete(&document, stated: stated, options: options)
    return document
  }

  /// Paragraphs by the file's tags if it has any that can be used, else by how the page looks.
  private static func paragraphs(
    of text: inout PDFText, source: [UInt8], _ limits: ReadingLimits
  ) -> [PDFParagraphs.Paragraph] {
    if let tagged = PDFTagging.read(text, source: source, limits: limits) {
      text.lines = tagged.lines
      return PDFParagraphs(
        text, tagged.measures, tagged: tagged.paragraphs, hasHeadings: tagged.hasHeadings
      ).paragraphs
    }
    PDFBaselines.join(&text)
    return PDFParagraphs(text, PDFMeasures(text)).paragraphs
  }

  private func words(
    of source: [UInt8], _ limits: ReadingLimits
  ) throws(ReadingError) -> PDFText {
    let ranges = Self.pageRanges(of: source, limits)
    let programs = ranges.map { range in
      ChildProcess(
        "pdftotext",
        [
          "-tsv", "-q", "-enc", "UTF-8", "-f", String(range.lowerBound), "-l",
          String(range.upperBound), "-", "-",
        ], time: limits.time)
    }
    var tables = ranges.map { _ in PDFWordTable(pageLimit: limits.pages) }
    let endings: [ChildProcess.Ending]
    do throws(ChildProcess.Failure) {
      endings = try ChildProcess.run(programs, input: source) { tables[$0].take($1) }
    } catch {
      switch error {
      case .notFound, .notStarted: throw .missingProgram(name: "pdftotext")
      case .tookTooLong: throw .tookTooLong(limit: limits.time)
      }
    }
    var text = tables[0].finish()
    for index in tables.indices.dropFirst() { text.append(tables[index].finish()) }
    if tables.contains(where: \.isTooLong) || text.pages.count > limits.pages {
      throw .tooManyPages(limit: limits.pages)
    }
    if endings[0].status != 0, text.words.isEmpty {
      let complaints = String(decoding: endings[0].complaints, as: UTF8.self)
      let isLocked = endings[0].status == 3 || complaints.contains("assword")
      throw isLocked || Self.isEncrypted(source) ? .encrypted : .damagedPDF
    }
    return text
  }

  /// The pages that each process reads: a long file is read from the start and from its middle at the
  /// same time. The last range goes one page further than allowed, to show that there are too many.
  private static func pageRanges(
    of source: [UInt8], _ limits: ReadingLimits
  ) -> [ClosedRange<Int>] {
    let last = limits.pages + 1
    let half = statedPageCount(source) / 2
    return half >= 8 && half < limits.pages ? [1...half, half + 1...last] : [1...last]
  }

  /// The largest `/Count` that stands in the open, which is that of the pages or of an outline; 0 for
  /// none. When it is wrong, the halves are not equal, no more.
  private static func statedPageCount(_ source: [UInt8]) -> Int {
    let name = Array("/Count".utf8)
    var most = 0
    source.withUnsafeBufferPointer { bytes in
      var index = 0
      while let slash = bytes.offset(of: 0x2F, from: index, to: bytes.count) {
        index = slash + 1
        guard index < bytes.count, bytes[index] == 0x43, bytes[slash...].starts(with: name) else {
          continue
        }
        var lexer = PDFLexer(bytes, from: slash + name.count)
        if let count = lexer.operand()?.integer { most = max(most, count) }
      }
    }
    return most
  }

  /// True when the file's trailer names how it is encrypted.
  private static func isEncrypted(_ source: [UInt8]) -> Bool {
    let tail = source.suffix(1 << 16)
    let name = Array("/Encrypt".utf8)
    return tail.indices.contains {
      tail[$0] == 0x2F && tail[$0...].starts(with: name)
    }
  }

  /// Many pages without a word are pictures of pages, which nobody has read.
  private static func warning(of text: PDFText, _ path: String) -> Diagnostic? {
    var hasText = [Bool](repeating: false, count: text.pages.count)
    for line in text.lines { hasText[line.page - 1] = true }
    let empty = hasText.count { !$0 }
    guard empty * 3 >= text.pages.count, empty > 1 else { return nil }
    return Diagnostic(
      .warning, id: "pages-without-text",
      LocalizedText(
        "\(empty) of \(text.pages.count) pages hold no text, perhaps pictures of text",
        "\(empty) des \(text.pages.count) pages n’ont pas de texte, peut-être des images de texte"),
      path: path,
      help: LocalizedText(
        "run text recognition (OCR) on the file and check the result",
        "soumettez le fichier à une reconnaissance de texte (ROC) et vérifiez le résultat"))
  }
}
