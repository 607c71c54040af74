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
  case tooManyBlocks(limit: Int)
  case tooManyColumns(limit: Int)
  /// There is no reader for the format of this name.
  case unsupportedFormat(name: String)
  /// The reader ran out of memory.
  case outOfMemory

  /// The error in words, with its place in the file; `source` are the bytes that were given to the
  /// reader.
  package func diagnostic(path: String, source: [UInt8]) -> Diagnostic {
    switch self {
    case .binary(let content):
      return Diagnostic(
        id: "binary-content", "this is \(content.title), not text", path: path,
        help: content.help)
    case .invalidUTF8(let offset):
      let byte = offset < source.count ? hexadecimal(source[offset]) : "end of file"
      return Diagnostic(
        id: "invalid-utf8", "text is not UTF-8: byte \(byte) at offset \(offset)", path: path,
        bytes: source, offset: offset,
        help: "save the file as UTF-8; it may be in Windows-1252 or ISO 8859-1 now")
    case .invalidUTF16(let offset):
      return Diagnostic(
        id: "invalid-utf16", "text is not valid UTF-16 at offset \(offset)", path: path,
        help: "save the file as UTF-8")
    case .tooLarge(let size, let limit):
      return Diagnostic(
        id: "too-large", "file has \(size) bytes; the limit is \(limit)", path: path,
        help: "split the file or raise the limit on the size of a document")
    case .tooDeep(let limit, let offset):
      return Diagnostic(
        id: "too-deep", "lists, quotations or elements are nested deeper than \(limit)",
        path: path, bytes: source, offset: offset,
        help: "no policy needs this; check that what is opened here is also closed")
    case .tooManyBlocks(let limit):
      return Diagnostic(
        id: "too-many-blocks", "document has more than \(limit) blocks", path: path,
        help: "split the file or raise the limit on blocks")
    case .tooManyColumns(let limit):
      return Diagnostic(
        id: "too-many-columns", "a table row has more than \(limit) cells", path: path,
        help: "no policy needs this; check the table's separators")
    case .unsupportedFormat(let name):
      let names = BuiltinReaders.all.flatMap { $0.fileExtensions.prefix(1) }.sorted()
      return Diagnostic(
        id: "unsupported-format", "there is no reader for \(name)", path: path,
        help: "save the document in one of the formats that can be read: "
          + names.joined(separator: ", "))
    case .outOfMemory:
      return Diagnostic(
        id: "out-of-memory", "not enough memory to read the file", path: path,
        help: "split the file")
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
