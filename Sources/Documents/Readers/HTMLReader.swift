internal import SourceText

/// Reads HTML: the main content of a page as headings, paragraphs, lists and tables.
///
/// Taken is what stands in `main`, else in `article` when that is most of the page, else in the body.
package struct HTMLReader: DocumentReader {
  package init() {}

  package var format: DocumentFormat { .html }
  package var fileExtensions: [String] { ["html", "htm", "xhtml"] }

  package func recognizes(_ source: [UInt8]) -> Bool {
    let head = source.prefix(1024).drop { isWhitespace($0) || $0 >= 0x80 }
    let start = String(decoding: head.prefix(256), as: UTF8.self).lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
      || start.hasPrefix("<?xml") && start.contains("<html")
  }

  package func read(
    _ source: [UInt8], path: String, options: ReadingOptions
  ) throws(ReadingError) -> Document {
    let checked = try TextSource(
      source, path: path, limits: options.limits, statesWesternEncoding: Self.statesWesternEncoding)
    var document = Document(path: path, format: .html, source: checked.bytes)
    document.diagnostics = checked.diagnostics
    let result = checked.bytes.withUnsafeBufferPointer { bytes in
      Self.parse(bytes, start: checked.start, document: &document, limits: options.limits)
    }
    let (stated, title) = try result.get()
    LanguageAssignment.assign(to: &document, stated: stated, options: options)
    document.setTitle()
    if document.title == nil, !title.isEmpty {
      document.title = String(decoding: title, as: UTF8.self)
    }
    return document
  }

  /// True when the head names Windows-1252 or ISO 8859-1, which word processors save pages in.
  private static func statesWesternEncoding(_ source: [UInt8]) -> Bool {
    let lowered = String(decoding: source.prefix(2048), as: UTF8.self).lowercased()
    let head = lowered.filter { $0 != "\"" && $0 != "'" && $0 != " " }
    for name in ["windows-1252", "iso-8859-1", "latin1", "cp1252"] {
      if head.contains("charset=" + name) || head.contains("encoding=" + name) { return true }
    }
    return false
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, document: inout Document,
    limits: ReadingLimits
  ) -> Result<([Language?], [UInt8]), ReadingError> {
    // Pages of a site generator start with front matter.
    let frontMatter = FrontMatter(bytes, start: start)
    let range = frontMatter.end..<bytes.count
    var (builder, blocks) = parse(bytes, range, regions(of: bytes[range]), limits: limits)
    document.metadata = frontMatter.metadata + blocks.metadata
    do throws(ReadingError) {
      try builder.finish(into: &document)
    } catch {
      return .failure(error)
    }
    return .success((builder.statedLanguages, blocks.title))
  }

  /// Reads the first of the regions that has enough to say.
  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ regions: [HTMLBlocks.Region],
    limits: ReadingLimits
  ) -> (DocumentBuilder, HTMLBlocks) {
    let tree = HTMLTree(bytes, range: range)
    func read(_ region: HTMLBlocks.Region) -> (DocumentBuilder, HTMLBlocks) {
      var builder = DocumentBuilder(source: bytes, limits: limits)
      var blocks = HTMLBlocks(region: region)
      // A page that would cost too much as a tree is read as it comes.
      if let tree { blocks.read(tree, into: &builder) } else { blocks.read(range, into: &builder) }
      blocks.finish(&builder)
      return (builder, blocks)
    }
    var everything: (DocumentBuilder, HTMLBlocks)?
    for region in regions {
      let result = read(region)
      if result.0.failure != nil { return result }
      if region == .main, !result.0.blocks.isEmpty { return result }
      if region == .article {
        let whole = read(.everything)
        if result.0.text.count * 2 >= whole.0.text.count { return result }
        everything = whole
      }
    }
    return everything ?? read(.everything)
  }

  /// The regions that the page may have, by a look at its bytes.
  private static func regions(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [HTMLBlocks.Region] {
    var regions: [HTMLBlocks.Region] = []
    var hasMain = false
    var hasArticle = false
    var index = bytes.startIndex
    while let found = bytes.base.offset(of: 0x3C, from: index, to: bytes.endIndex) {
      index = found + 1
      let name = bytes[index..<min(index + 8, bytes.endIndex)].prefix { isLetter($0) }
      switch HTMLElement.named(Slice(base: bytes.base, bounds: name.startIndex..<name.endIndex)) {
      case .main: hasMain = true
      case .article: hasArticle = true
      default: break
      }
    }
    if hasMain || holdsMainRole(bytes) { regions.append(.main) }
    if hasArticle { regions.append(.article) }
    return regions
  }

  private static func holdsMainRole(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = Array("role=".utf8)
    var index = bytes.startIndex
    while let found = bytes.base.offset(of: word[0], from: index, to: bytes.endIndex) {
      index = found + 1
      guard found + 11 <= bytes.endIndex else { return false }
      guard bytes[found..<found + 5].elementsEqual(word) else { continue }
      let value = bytes[found + 5..<found + 11].drop { $0 == 0x22 || $0 == 0x27 }
      if value.starts(with: Array("main".utf8)) { return true }
    }
    return false
  }
}
