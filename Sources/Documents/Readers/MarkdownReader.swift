internal import SourceText

/// Reads CommonMark with GFM tables, task lists, strikethrough, footnotes and front matter.
package struct MarkdownReader: DocumentReader {
  /// Whether md4c is given less than the source, which makes no difference but in time.
  private let shortens: Bool

  /// - Parameter shortens: `false` only where it is to be shown that it makes no difference.
  package init(shortens: Bool = true) { self.shortens = shortens }

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
      parse(bytes, start: checked.start, document: &document, limits: options.limits)
    }
    let stated = try result.get()
    LanguageAssignment.assign(to: &document, stated: stated, options: options)
    document.setTitle()
    return document
  }

  /// Fills the document and returns what the source states about each block's language.
  private func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, document: inout Document,
    limits: ReadingLimits
  ) -> Result<[Language?], ReadingError> {
    let frontMatter = FrontMatter(bytes, start: start)
    document.metadata = frontMatter.metadata
    let builder = DocumentBuilder(source: bytes, limits: limits)
    let mask = MarkdownMask(bytes, start: frontMatter.end)
    func shortened(_ bytes: UnsafeBufferPointer<UInt8>) -> ShortenedMarkdown {
      shortens
        ? ShortenedMarkdown(bytes, from: frontMatter.end)
        : ShortenedMarkdown(whole: bytes, from: frontMatter.end)
    }
    let text = mask.isEmpty ? shortened(bytes) : mask.masked().withUnsafeBufferPointer(shortened)
    return Self.parse(text, mask, builder, into: &document)
  }

  /// Parses what was left of the builder's source.
  private static func parse(
    _ shortened: ShortenedMarkdown, _ mask: MarkdownMask, _ builder: DocumentBuilder,
    into document: inout Document
  ) -> Result<[Language?], ReadingError> {
    var builder = shortened.text.withUnsafeBufferPointer { text in
      shortened.pieces.withUnsafeBufferPointer { pieces in
        shortened.blocks.withUnsafeBufferPointer { blocks in
          var events = MarkdownEvents(
            builder: builder, text: text, places: ShortenedPlaces(pieces), blocks: blocks,
            regions: mask.regions)
          events.parse()
          return events.builder
        }
      }
    }
    do throws(ReadingError) {
      try builder.finish(into: &document)
    } catch {
      return .failure(error)
    }
    return .success(builder.statedLanguages)
  }
}
