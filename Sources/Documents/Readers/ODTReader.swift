internal import SourceText

/// Reads OpenDocument text (ODF 1.3), as LibreOffice writes it.
///
/// Notes stand inside the text that refers to them; they are read at the end, as in other formats.
package struct ODTReader: DocumentReader {
  private let shortens: Bool

  /// Reads less than all XML, as `XMLShortening` says.
  ///
  /// - Parameter shortens: `false` only where it is to be shown that it makes no difference.
  package init(shortens: Bool = true) { self.shortens = shortens }

  package var format: DocumentFormat { .odt }
  package var fileExtensions: [String] { ["odt", "ott"] }

  package func recognizes(_ source: [UInt8]) -> Bool { BinaryContent(source) == .openDocumentText }

  package func read(
    _ source: [UInt8], path: String, options: ReadingOptions
  ) throws(ReadingError) -> Document {
    try OfficeFile.expect(.openDocumentText, source)
    let file = OfficeFile(
      archive: try ZipArchive(source, limits: options.limits), isShortened: shortens)
    let names = OpenDocumentElement.names
    let manifest = OpenDocumentManifest()
    try file.read("META-INF/manifest.xml", names: names, handler: manifest)
    if manifest.isEncrypted { throw .encrypted }
    let content = "content.xml"
    guard file.holds(content) else { throw .damagedArchive(.missingPart(content)) }
    let styles = OpenDocumentStyles.Handler()
    try file.read("styles.xml", names: names, handler: styles)
    try file.read(content, names: names, handler: styles)
    let properties = OfficeProperties()
    try file.read("meta.xml", names: OfficeProperties.names, handler: properties)

    var document = Document(path: path, format: .odt, source: source)
    // The language in the properties is that of the program that wrote the file.
    document.metadata = properties.values.filter { $0.key != "language" }
    document.furniture = styles.furniture
    let blocks = OfficeBlocks(size: source.count, limits: options.limits)
    blocks.begin(part: content)
    let body = OpenDocumentBody(styles: styles.result, changes: options.changes) { blocks.add($0) }
    try file.read(content, names: names, handler: body)
    body.finish()
    if let failure = blocks.failure { throw failure }
    let stated = try blocks.finish(into: &document, comments: body.comments)
    OfficeFile.complete(&document, stated: stated, options: options)
    return document
  }
}
