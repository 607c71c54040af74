/// All readers, and the choice among them.
package enum BuiltinReaders {
  /// Every reader, one a line, the most particular content first.
  package static let all: [any DocumentReader] = [
    DOCXReader(),
    HTMLReader(),
    MarkdownReader(),
    ODTReader(),
    PDFReader(),
    PlainTextReader(),
  ]

  /// Reads a file with the reader that its format, its extension or its content asks for.
  ///
  /// - Throws: `ReadingError` when there is no reader for the file or the reader refuses it.
  package static func read(
    path: String, source: [UInt8], options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> Document {
    guard source.count <= options.limits.sizeInBytes else {
      throw .tooLarge(sizeInBytes: source.count, limitInBytes: options.limits.sizeInBytes)
    }
    let reader = try reader(path: path, source: source, format: options.format)
    return try reader.read(source, path: path, options: options)
  }

  /// The reader for a file name by its extension alone; `nil` when no reader takes it.
  package static func reader(forExtensionOf path: String) -> (any DocumentReader)? {
    guard let name = fileExtension(of: path) else { return nil }
    return all.first { $0.fileExtensions.contains(name) }
  }

  /// The usual extension of each format that can be read, sorted.
  package static var usualExtensions: [String] {
    all.compactMap(\.fileExtensions.first).sorted()
  }

  private static func reader(
    path: String, source: [UInt8], format: DocumentFormat?
  ) throws(ReadingError) -> any DocumentReader {
    if let format {
      guard let reader = all.first(where: { $0.format == format }) else {
        throw .unsupportedFormat(name: format.rawValue)
      }
      return reader
    }
    if let reader = reader(forExtensionOf: path) { return reader }
    if let kind = BinaryContent(source) {
      // Among files that are no text only those that a reader knows by their content can be read.
      if let reader = all.first(where: { $0.recognizes(source) }) { return reader }
      throw .binary(kind)
    }
    if let name = fileExtension(of: path), let title = foreignFormats[name] {
      throw .unsupportedFormat(name: title)
    }
    return all.first { $0.recognizes(source) } ?? PlainTextReader()
  }

  /// Formats of text that would be read as nonsense if they were taken for prose.
  private static let foreignFormats = [
    "csv": "CSV", "json": "JSON", "tsv": "TSV", "xml": "XML", "yaml": "YAML", "yml": "YAML",
    "rtf": "RTF", "tex": "LaTeX", "doc": "DOC",
  ]

  private static func fileExtension(of path: String) -> String? {
    let name = path.utf8.split(separator: 0x2F).last ?? Substring(path).utf8[...]
    guard let dot = name.lastIndex(of: 0x2E), dot != name.startIndex else { return nil }
    return String(Substring(name[name.index(after: dot)...])).lowercased()
  }
}
