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

  /// The document whose words poppler would write as this table; for tests with invented pages.
  package static func document(
    ofWordTable bytes: [UInt8], path: String, options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> Document {
    var table = PDFWordTable(pageLimit: options.limits.pages)
    _ = bytes.withUnsafeBytes { table.take($0) }
    let text = table.finish()
    guard !text.words.isEmpty else { throw .imageOnly(pages: text.pages.count) }
    return try document(
      of: text, Document(path: path, format: .pdf, source: bytes), options)
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
    PDFBaselines.join(&text)
    let paragraphs = PDFParagraphs(text, PDFMeasures(text)).paragraphs
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

  private func words(
    of source: [UInt8], _ limits: ReadingLimits
  ) throws(ReadingError) -> PDFText {
    // One page more than allowed shows that there are too many.
    let process = ChildProcess(
      "pdftotext", ["-tsv", "-q", "-enc", "UTF-8", "-l", String(limits.pages + 1), "-", "-"],
      time: limits.time)
    var table = PDFWordTable(pageLimit: limits.pages)
    let ending: ChildProcess.Ending
    do throws(ChildProcess.Failure) {
      ending = try process.run(input: source) { table.take($0) }
    } catch {
      switch error {
      case .notFound, .notStarted: throw .missingProgram(name: "pdftotext")
      case .tookTooLong: throw .tookTooLong(limit: limits.time)
      }
    }
    if table.isTooLong { throw .tooManyPages(limit: limits.pages) }
    let text = table.finish()
    if ending.status != 0, text.words.isEmpty {
      let complaints = String(decoding: ending.complaints, as: UTF8.self)
      let isLocked = ending.status == 3 || complaints.contains("assword")
      throw isLocked || Self.isEncrypted(source) ? .encrypted : .damagedPDF
    }
    return text
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
