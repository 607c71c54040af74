internal import SourceText

/// Reads Word files (ECMA-376): the body, then the notes that it refers to.
///
/// Parts are unpacked and parsed chunk by chunk; besides the document, memory is needed for one table or
/// paragraph at a time.
package struct DOCXReader: DocumentReader {
  private let shortens: Bool

  /// Reads less than all XML, as `XMLShortening` says.
  ///
  /// - Parameter shortens: `false` only where it is to be shown that it makes no difference.
  package init(shortens: Bool = true) { self.shortens = shortens }

  package var format: DocumentFormat { .docx }
  package var fileExtensions: [String] { ["docx", "docm", "dotx", "dotm"] }

  package func recognizes(_ source: [UInt8]) -> Bool { BinaryContent(source) == .wordDocument }

  package func read(
    _ source: [UInt8], path: String, options: ReadingOptions
  ) throws(ReadingError) -> Document {
    try OfficeFile.expect(.wordDocument, source)
    let file = OfficeFile(
      archive: try ZipArchive(source, limits: options.limits), isShortened: shortens)
    let main = try Self.mainPart(of: file)
    let parts = try relatedParts(of: main, in: file)
    let styles = WordStyles.Handler()
    try file.read(parts["styles"], names: WordStyles.Handler.names, handler: styles)
    let numbering = WordNumbering.Handler()
    try file.read(parts["numbering"], names: WordNumbering.Handler.names, handler: numbering)
    let comments = WordComments()
    try file.read(parts["comments"], names: WordElement.names, handler: comments)

    var document = Document(path: path, format: .docx, source: source)
    try readProperties(file, into: &document)
    let blocks = OfficeBlocks(size: source.count, limits: options.limits)
    let context = Context(
      file: file, styles: styles.result, numbering: numbering.result, changes: options.changes)
    var references: Set<String> = []
    for part in [main, parts["footnotes"], parts["endnotes"]] {
      guard let part, file.holds(part) else { continue }
      blocks.begin(part: part)
      references = try context.read(part, references) { blocks.add($0) }
      if let failure = blocks.failure { throw failure }
    }
    try readFurniture(parts, context, into: &document)
    let stated = try blocks.finish(into: &document, comments: comments.comments)
    OfficeFile.complete(&document, stated: stated, options: options)
    return document
  }

  private struct Context {
    let file: OfficeFile
    let styles: WordStyles
    let numbering: WordNumbering
    let changes: TrackedChanges

    /// Reads a part with text and returns the notes that it refers to, besides those known.
    func read(
      _ part: String, _ references: Set<String>, emit: @escaping (OfficeItem) -> Void
    ) throws(ReadingError) -> Set<String> {
      let body = WordBody(
        styles: styles, numbering: numbering, changes: changes, references: references, emit: emit)
      try file.read(part, names: WordElement.names, handler: body)
      body.finish()
      return body.references
    }
  }

  // MARK: Parts

  /// The name of the part with the body.
  static func mainPart(of file: OfficeFile) throws(ReadingError) -> String {
    let relationships = WordRelationships()
    try file.read("_rels/.rels", names: WordRelationships.names, handler: relationships)
    if let target = relationships.targets.first(where: { $0.type == "officeDocument" })?.target {
      let part = WordRelationships.resolve(target, in: "")
      if file.holds(part) { return part }
    }
    let usual = "word/document.xml"
    guard file.holds(usual) else { throw .damagedArchive(.missingPart(usual)) }
    return usual
  }

  /// Names of parts by kind; headers and footers are numbered.
  private func relatedParts(
    of main: String, in file: OfficeFile
  ) throws(ReadingError) -> [String: String] {
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let name = main.split(separator: "/").last.map(String.init) ?? main
    let relationships = WordRelationships()
    let prefix = folder.isEmpty ? "" : folder + "/"
    try file.read(
      "\(prefix)_rels/\(name).rels", names: WordRelationships.names, handler: relationships)
    var parts: [String: String] = [:]
    for (type, target) in relationships.targets {
      let part = WordRelationships.resolve(target, in: folder)
      switch type {
      case "header", "footer": parts["\(type) \(part)"] = part
      default: if parts[type] == nil { parts[type] = part }
      }
    }
    return parts
  }

  private func readProperties(
    _ file: OfficeFile, into document: inout Document
  ) throws(ReadingError) {
    let properties = OfficeProperties()
    try file.read("docProps/core.xml", names: OfficeProperties.names, handler: properties)
    document.metadata = properties.values
  }

  /// Headers and footers are kept apart from the text, each text once.
  private func readFurniture(
    _ parts: [String: String], _ context: Context, into document: inout Document
  ) throws(ReadingError) {
    for (key, part) in parts.sorted(by: { $0.key < $1.key })
    where key.hasPrefix("header ") || key.hasPrefix("footer ") {
      var lines: [String] = []
      _ = try context.read(part, []) { item in
        if case .paragraph(let paragraph) = item, !trimmed(paragraph.text[...]).isEmpty {
          lines.append(String(decoding: trimmed(paragraph.text[...]), as: UTF8.self))
        }
      }
      for line in lines where !document.furniture.contains(line) { document.furniture.append(line) }
    }
  }
}
