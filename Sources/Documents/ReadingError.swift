package import SourceText

/// Why a file could not be read.
package enum ReadingError: Error, Sendable, Equatable {
  /// The bytes are not text.
  case binary(BinaryContent)
  /// The byte at `offset` in the source begins no UTF-8 character.
  case invalidUTF8(offset: Int)
  /// UTF-16 whose pairs do not add up, at a byte offset in the source.
  case invalidUTF16(offset: Int)
  case tooLarge(sizeInBytes: Int, limitInBytes: Int)
  /// Lists, quotations or elements are nested deeper than `limit`, at a byte offset in the source.
  case tooDeep(limit: Int, offset: Int)
  /// Elements of a part are nested deeper than `limit`.
  case partTooDeep(part: String, limit: Int)
  case tooManyBlocks(limit: Int)
  case tooManyColumns(limit: Int)
  /// Nearly all cells of the tables are empty, and there are more than `limit` of them.
  case tooManyCells(limit: Int)
  /// There is no reader for the format of this name.
  case unsupportedFormat(name: String)
  /// The reader ran out of memory.
  case outOfMemory
  /// The file has no bytes at all.
  case empty
  /// The file is protected by a password.
  case encrypted
  /// The file is not what its name says.
  case wrongFormat(BinaryContent)
  /// The file is text where an office file or PDF was expected.
  case notAnArchive
  case damagedArchive(ArchiveProblem)
  case tooManyEntries(limit: Int)
  /// A piece of the archive would become larger than `limitInBytes`.
  case expandsTooFar(part: String, limitInBytes: Int)
  /// A part is no well-formed XML at a 1-based line and column, in bytes.
  case malformedXML(part: String, line: Int, column: Int)
  /// A part declares a document type, through which entities are defined.
  case documentType(part: String)
  /// No page of the PDF can be read.
  case damagedPDF
  /// The pages of the PDF are pictures.
  case imageOnly(pages: Int)
  case tooManyPages(limit: Int)
  /// A program that reads the format is not installed.
  case missingProgram(name: String)
  /// The program that reads the format was stopped after `limit`.
  case tookTooLong(limit: Duration)

  /// The error in words, with its place in the file; `source` are the bytes that were given to the
  /// reader.
  package func diagnostic(path: String, source: [UInt8]) -> Diagnostic {
    switch self {
    case .binary(let content):
      return Diagnostic(
        id: "binary-content",
        LocalizedText("this is \(content.title), not text", "c’est \(content.title), non du texte"),
        path: path, help: content.help)
    case .invalidUTF8(let offset):
      let code = offset < source.count ? hexadecimal(source[offset]) : nil
      let byte =
        code.map { LocalizedText("byte \($0)", "octet \($0)") }
        ?? LocalizedText("end of file", "fin du fichier")
      return Diagnostic(
        id: "invalid-utf8",
        LocalizedText(
          "text is not UTF-8: \(byte) at offset \(offset)",
          "le texte n’est pas en UTF-8 : \(byte) à la position \(offset)"),
        path: path, bytes: source, offset: offset,
        help: LocalizedText(
          "save the file as UTF-8; it may be in Windows-1252 or ISO 8859-1 now",
          "enregistrez le fichier en UTF-8; il est peut-être en Windows-1252 ou en ISO 8859-1"))
    case .invalidUTF16(let offset):
      return Diagnostic(
        id: "invalid-utf16",
        LocalizedText(
          "text is not valid UTF-16 at offset \(offset)",
          "le texte n’est pas de l’UTF-16 valide à la position \(offset)"),
        path: path, help: Self.saveAsUTF8)
    case .tooLarge(let size, let limit):
      return Diagnostic(
        id: "too-large",
        LocalizedText(
          "file has \(size) bytes; the limit is \(limit)",
          "le fichier a \(size) octets; la limite est de \(limit)"),
        path: path,
        help: LocalizedText(
          "split the file or raise the limit on the size of a document",
          "divisez le fichier ou relevez la limite de taille des documents"))
    case .tooDeep(let limit, let offset):
      return Diagnostic(
        id: "too-deep",
        LocalizedText(
          "lists, quotations or elements are nested deeper than \(limit)",
          "les listes, les citations ou les éléments s’emboîtent sur plus de \(limit) niveaux"),
        path: path, bytes: source, offset: offset,
        help: LocalizedText(
          "no policy needs this; check that what is opened here is also closed",
          "aucune politique n’en a besoin; vérifiez que ce qui s’ouvre ici est aussi fermé"))
    case .tooManyBlocks(let limit):
      return Diagnostic(
        id: "too-many-blocks",
        LocalizedText(
          "document has more than \(limit) blocks", "le document a plus de \(limit) blocs"),
        path: path,
        help: LocalizedText(
          "split the file or raise the limit on blocks",
          "divisez le fichier ou relevez la limite du nombre de blocs"))
    case .tooManyColumns(let limit):
      return Diagnostic(
        id: "too-many-columns",
        LocalizedText(
          "a table row has more than \(limit) cells",
          "une ligne de tableau a plus de \(limit) cellules"),
        path: path,
        help: LocalizedText(
          "no policy needs this; check the table's separators",
          "aucune politique n’en a besoin; vérifiez les séparateurs du tableau"))
    case .tooManyCells(let limit):
      return Diagnostic(
        id: "too-many-cells",
        LocalizedText(
          "tables have more than \(limit) cells, most of them empty",
          "les tableaux ont plus de \(limit) cellules, vides pour la plupart"),
        path: path,
        help: LocalizedText(
          "no policy needs this; check the headers of the tables",
          "aucune politique n’en a besoin; vérifiez les en-têtes des tableaux"))
    case .unsupportedFormat(let name):
      let names = BuiltinReaders.usualExtensions.joined(separator: ", ")
      return Diagnostic(
        id: "unsupported-format",
        LocalizedText("there is no reader for \(name)", "il n’y a pas de lecteur pour \(name)"),
        path: path,
        help: LocalizedText(
          "save the document in one of the formats that can be read: \(names)",
          "enregistrez le document dans l’un des formats lisibles : \(names)"))
    case .empty, .encrypted, .wrongFormat, .notAnArchive, .damagedArchive, .tooManyEntries,
      .expandsTooFar, .malformedXML, .partTooDeep, .documentType, .damagedPDF, .imageOnly,
      .tooManyPages,
      .missingProgram, .tookTooLong:
      return officeDiagnostic(path: path)
    case .outOfMemory:
      return Diagnostic(
        id: "out-of-memory",
        LocalizedText(
          "not enough memory to read the file", "mémoire insuffisante pour lire le fichier"),
        path: path, help: LocalizedText("split the file", "divisez le fichier"))
    }
  }

  private static let saveAsUTF8 = LocalizedText(
    "save the file as UTF-8", "enregistrez le fichier en UTF-8")

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
