internal import SourceText

/// An office file as a set of XML parts.
struct OfficeFile {
  let archive: ZipArchive
  /// Whether markup that no handler has a use for is left out before the rest is parsed.
  var isShortened = true

  func holds(_ part: String) -> Bool { archive.entry(part) != nil }

  /// Reads a part with a handler; a part that is not there has nothing to say.
  func read(
    _ part: String?, names: XMLNames, handler: any XMLHandler
  ) throws(ReadingError) {
    guard let part, let entry = archive.entry(part) else { return }
    let stream = try XMLStream(
      part: part, names: names, handler: handler, depthLimit: archive.limits.depth,
      isShortened: isShortened)
    do throws(ReadingError) {
      try read(entry, stream)
    } catch {
      if case .malformedXML = error, stream.isShortened {
        // Where it is malformed only the whole part says.
        try read(
          entry,
          XMLStream(
            part: part, names: names, handler: NoXMLHandler(), depthLimit: archive.limits.depth))
      }
      throw error
    }
  }

  private func read(_ entry: ZipArchive.Entry, _ stream: XMLStream) throws(ReadingError) {
    var left = entry.size
    try archive.unpack(entry) { chunk in
      left -= chunk.count
      // Whether the last chunk is what was packed is still to be checked.
      return stream.read(chunk, isLast: left == 0) || left == 0
    }
    try stream.finish()
  }

  /// Refuses what is not the kind of file that its name says, and says what it is.
  static func expect(_ kind: BinaryContent, _ source: [UInt8]) throws(ReadingError) {
    guard !source.isEmpty else { throw .empty }
    switch BinaryContent(source) {
    case kind?, .zipArchive?: return
    case .oldOfficeDocument? where isEncrypted(source): throw .encrypted
    case let other?: throw .wrongFormat(other)
    case nil: throw .notAnArchive
    }
  }

  /// An encrypted Office file is an old-style compound file with a stream of this name, in UTF-16.
  static func isEncrypted(_ source: [UInt8]) -> Bool {
    let name: [UInt8] = Array("EncryptedPackage".utf8).flatMap { [$0, 0 as UInt8] }
    return source.withUnsafeBufferPointer { bytes in
      var from = 0
      while let found = bytes.offset(of: name[0], from: from, to: bytes.count) {
        if found + name.count > bytes.count { return false }
        if bytes[found..<found + name.count].elementsEqual(name) { return true }
        from = found + 1
      }
      return false
    }
  }

  /// What follows the reading of any office file: languages, title, and a word about an empty one.
  static func complete(
    _ document: inout Document, stated: [Language?], options: ReadingOptions
  ) {
    LanguageAssignment.assign(to: &document, stated: stated, options: options)
    document.setTitle()
    if document.title == nil {
      document.title = document.metadata.first { $0.key == "file-title" }?.value
    }
    if document.blocks.isEmpty {
      document.diagnostics.append(TextSource.emptyDocument(path: document.path))
    }
  }
}

/// Hears nothing.
private final class NoXMLHandler: XMLHandler {
  let failure: ReadingError? = nil

  func start(_ name: Int, _ attributes: XMLAttributes) {}
  func end(_ name: Int) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
