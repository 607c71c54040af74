package import SourceText

/// A file that is no text, told by its first bytes.
package enum BinaryContent: Sendable, Equatable, CaseIterable {
  case wordDocument
  case openDocumentText
  case otherOfficeDocument
  case oldOfficeDocument
  case zipArchive
  case pdf
  case richText
  case image
  case compressed
  case utf32
  case utf16WithoutMark
  case unknown

  /// `nil` when the bytes may be text.
  package init?(_ source: [UInt8]) {
    for (magic, kind) in Self.magicNumbers where source.starts(with: magic) {
      self = kind == .zipArchive ? Self.kindOfArchive(source) : kind
      return
    }
    // A byte order mark announces text, but the four-byte ones no reader takes.
    if source.starts(with: [0xFE, 0xFF]) || source.starts(with: [0xFF, 0xFE]) { return nil }
    let found = source.withUnsafeBufferPointer { $0.offset(of: 0, from: 0, to: $0.count) }
    guard let firstNUL = found else { return nil }
    let head = source.prefix(64)
    let zerosAtEven = head.indices.count { $0 % 2 == 0 && head[$0] == 0 }
    let zerosAtOdd = head.indices.count { $0 % 2 == 1 && head[$0] == 0 }
    let half = max(1, head.count / 2)
    let isWide = firstNUL < 64 && head.count >= 8 && max(zerosAtEven, zerosAtOdd) * 4 >= half * 3
    self = isWide && min(zerosAtEven, zerosAtOdd) * 8 <= half ? .utf16WithoutMark : .unknown
  }

  /// A noun phrase with its article.
  package var title: LocalizedText {
    switch self {
    case .wordDocument: LocalizedText("a Word document (DOCX)", "un document Word (DOCX)")
    case .openDocumentText:
      LocalizedText("an OpenDocument text (ODT)", "un texte OpenDocument (ODT)")
    case .otherOfficeDocument:
      LocalizedText("a spreadsheet or presentation", "un classeur ou une présentation")
    case .oldOfficeDocument:
      LocalizedText(
        "a document of an old Office version (DOC, XLS or PPT)",
        "un document d’une ancienne version d’Office (DOC, XLS ou PPT)")
    case .zipArchive: LocalizedText("a ZIP archive", "une archive ZIP")
    case .pdf: LocalizedText("a PDF document", "un document PDF")
    case .richText: LocalizedText("a Rich Text document (RTF)", "un document Rich Text (RTF)")
    case .image: LocalizedText("an image", "une image")
    case .compressed: LocalizedText("a compressed file", "un fichier comprimé")
    case .utf32: LocalizedText("text in UTF-32", "un texte en UTF-32")
    case .utf16WithoutMark:
      LocalizedText(
        "probably text in UTF-16 without a byte order mark",
        "sans doute un texte en UTF-16 sans marque d’ordre des octets")
    case .unknown:
      LocalizedText(
        "binary data (it holds NUL bytes)", "un fichier binaire (il contient des octets NUL)")
    }
  }

  /// What would settle it.
  package var help: LocalizedText {
    switch self {
    case .wordDocument:
      LocalizedText(
        "name it .docx if it is called otherwise, or save it as HTML or text",
        "nommez-le .docx s’il porte un autre nom, ou enregistrez-le en HTML ou en texte")
    case .openDocumentText:
      LocalizedText(
        "name it .odt if it is called otherwise, or save it as HTML or text",
        "nommez-le .odt s’il porte un autre nom, ou enregistrez-le en HTML ou en texte")
    case .pdf:
      LocalizedText(
        "name it .pdf if it is called otherwise, or save its source as HTML or text",
        "nommez-le .pdf s’il porte un autre nom, ou enregistrez sa source en HTML ou en texte")
    case .oldOfficeDocument, .richText, .otherOfficeDocument:
      LocalizedText("save it as HTML or text", "enregistrez-le en HTML ou en texte")
    case .zipArchive, .compressed:
      LocalizedText(
        "unpack it and check the documents inside",
        "décompressez-le et vérifiez les documents qu’il contient")
    case .utf32, .utf16WithoutMark:
      LocalizedText("save the file as UTF-8", "enregistrez le fichier en UTF-8")
    case .image, .unknown:
      LocalizedText(
        "check the path; give a document in one of the formats that can be read",
        "vérifiez le chemin; donnez un document dans l’un des formats lisibles")
    }
  }

  private static let magicNumbers: [([UInt8], BinaryContent)] = [
    (Array("PK\u{3}\u{4}".utf8), .zipArchive),
    (Array("PK\u{5}\u{6}".utf8), .zipArchive),
    (Array("%PDF-".utf8), .pdf),
    (Array("{\\rtf".utf8), .richText),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOfficeDocument),
    ([0x89, 0x50, 0x4E, 0x47], .image),
    ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image),
    ([0x1F, 0x8B], .compressed),
    (Array("BZh".utf8), .compressed),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .compressed),
    ([0x37, 0x7A, 0xBC, 0xAF], .compressed),
    ([0xFF, 0xFE, 0x00, 0x00], .utf32),
    ([0x00, 0x00, 0xFE, 0xFF], .utf32),
  ]

  /// Names of archive members stand in clear in the first entries.
  private static func kindOfArchive(_ source: [UInt8]) -> BinaryContent {
    func holds(_ name: StaticString) -> Bool {
      source.withUnsafeBufferPointer { source in
        name.withUTF8Buffer { source.holds($0, before: min(source.count, 1 << 14)) }
      }
    }
    if holds("application/vnd.oasis.opendocument.text") { return .openDocumentText }
    if holds("word/") { return .wordDocument }
    if holds("application/vnd.oasis.opendocument") || holds("xl/") || holds("ppt/") {
      return .otherOfficeDocument
    }
    if holds("[Content_Types].xml") { return .wordDocument }
    return .zipArchive
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True when `other`, which is not empty, stands whole somewhere before an offset.
  fileprivate func holds(_ other: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    var start = 0
    while let found = offset(of: other[0], from: start, to: end - other.count + 1) {
      if self[found..<found + other.count].elementsEqual(other) { return true }
      start = found + 1
    }
    return false
  }
}
