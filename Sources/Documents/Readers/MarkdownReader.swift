internal import SourceText

/// Reads CommonMark with GFM tables, task lists, strikethrough, footnotes and front matter.
package struct MarkdownReader: DocumentReader {
  package init() {}

  package var format: DocumentFormat { .markdown }
  package var fileExtensions: [String] { ["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"] }

  package func recognizes(_ source: [UInt8]) -> Bool {
    let head = source.prefix(4096)
    if head.starts(with: Array("---\n".utf8)) || head.starts(with: Array("# ".utf8)) { return true }
    return head.split(separator: 0x0A).contains { line in
      line.starts(with: Array("# ".utf8)) || line.starts(with: Array("## ".utf8))
        || line.starts(with: Array("|--".utf8)) || line.starts(with: Array("| --".utf8))
    }
  }

  package func read(
    _ source: [UInt8], path: String, options: ReadingOptions
  ) throws(ReadingError) -> Document {
    let checked = try TextSource(source, path: path, limits: options.limits)
    var document = Document(path: path, format: .markdown, source: checked.bytes)
    document.diagnostics = checked.diagnostics
    let result = checked.bytes.withUnsafeBufferPointer { bytes in
      Self.parse(bytes, start: checked.start, document: &document, limits: options.limits)
    }
    let stated = try result.get()
    LanguageAssignment.assign(to: &document, stated: stated, options: options)
    document.setTitle()
    return document
  }

  /// Fills the document and returns what the source states about each block's language.
  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, document: inout Document,
    limits: ReadingLimits
  ) -> Result<[Language?], ReadingError> {
    let frontMatter = FrontMatter(bytes, start: start)
    document.metadata = frontMatter.metadata
    let builder = DocumentBuilder(source: bytes, limits: limits)
    let mask = MarkdownMask(bytes, start: frontMatter.end)
    if mask.isEmpty {
      return parse(bytes, frontMatter.end, mask, builder, into: &document)
    }
    return mask.masked().withUnsafeBufferPointer { masked in
      parse(masked, frontMatter.end, mask, builder, into: &document)
    }
  }

  /// Parses `text`, which is the builder's source or the same masked.
  private static func parse(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ mask: MarkdownMask,
    _ builder: DocumentBuilder, into document: inout Document
  ) -> Result<[Language?], ReadingError> {
    guard let base = text.baseAddress else { return .success([]) }
    var events = MarkdownEvents(builder: builder, text: base, start: start, regions: mask.regions)
    events.parse()
    do throws(ReadingError) {
      try events.builder.finish(into: &document)
    } catch {
      return .failure(error)
    }
    return .success(events.builder.statedLanguages)
  }
}
