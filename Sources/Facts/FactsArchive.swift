internal import Matching
internal import RuleSets
internal import SourceText

/// Facts as bytes, to be kept beside a document that has not changed.
///
/// The layout is that of this build; whoever keeps it names the build, the document and the rules, and
/// checks that the bytes are whole.
extension DocumentFacts {
  /// Raised whenever a record changes.
  package static let archiveVersion = 1

  package func archived() -> [UInt8] {
    var archive = ArchiveWriter()
    archive.writeCount(Self.archiveVersion)
    archive.write(Array(path.utf8))
    archive.write(Array(language.rawValue.utf8))
    archive.write(Array(kind.rawValue.utf8))
    archive.write(Array((title ?? "").utf8))
    archive.writeCount(title == nil ? 0 : 1)
    archive.write(text)
    archive.write(units)
    archive.write(words)
    archive.write(numbers)
    archive.write(dates)
    archive.write(organizations)
    archive.write(citations)
    archive.write(terms)
    archive.write(names)
    archive.write(acronyms)
    archive.write(commitments)
    archive.write(indicators)
    archive.write(served)
    archive.write(cells)
    return archive.bytes
  }

  /// The facts that were archived; `nil` when the bytes are of another version or cut off.
  package init?(archived bytes: [UInt8]) {
    var archive = ArchiveReader(bytes)
    guard archive.readCount() == Self.archiveVersion else { return nil }
    let path = String(decoding: archive.read(UInt8.self), as: UTF8.self)
    let language = Language(rawValue: String(decoding: archive.read(UInt8.self), as: UTF8.self))
    let kind = DocumentKind(rawValue: String(decoding: archive.read(UInt8.self), as: UTF8.self))
    let title = String(decoding: archive.read(UInt8.self), as: UTF8.self)
    let hasTitle = archive.readCount() == 1
    guard let language, let kind else { return nil }
    self.init(
      path: path, language: language, kind: kind, title: hasTitle ? title : nil,
      text: archive.read())
    units = archive.read()
    words = archive.read()
    numbers = archive.read()
    dates = archive.read()
    organizations = archive.read()
    citations = archive.read()
    terms = archive.read()
    names = archive.read()
    acronyms = archive.read()
    commitments = archive.read()
    indicators = archive.read()
    served = archive.read()
    cells = archive.read()
    guard !archive.isBroken, archive.isAtEnd else { return nil }
  }
}
