internal import Documents
internal import Matching
internal import RuleSets
internal import SourceText

/// Facts as bytes, to be kept beside a document that has not changed.
///
/// The layout is that of this build; whoever keeps it names the build, the document and the rules, and
/// checks that the bytes are whole.
extension DocumentFacts {
  /// Raised whenever a record changes.
  package static let archiveVersion = 3

  package func archived() -> [UInt8] {
    var archive = ArchiveWriter()
    archive.writeCount(Self.archiveVersion)
    archive.write(Array(path.utf8))
    archive.write(Array(language.rawValue.utf8))
    archive.write(Array(kind.rawValue.utf8))
    archive.write(Array((title ?? "").utf8))
    archive.write([title == nil ? 0 : 1, issued])
    archive.write(text)
    writePositions(to: &archive)
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
  package convenience init?(archived bytes: [UInt8]) {
    var archive = ArchiveReader(bytes)
    guard archive.readCount() == Self.archiveVersion else { return nil }
    let path = String(decoding: archive.read(UInt8.self), as: UTF8.self)
    let language = Language(rawValue: String(decoding: archive.read(UInt8.self), as: UTF8.self))
    let kind = DocumentKind(rawValue: String(decoding: archive.read(UInt8.self), as: UTF8.self))
    let title = String(decoding: archive.read(UInt8.self), as: UTF8.self)
    let settings = archive.read(Int.self)
    guard let language, let kind, settings.count == 2 else { return nil }
    var draft = FactsDraft(
      path: path, language: language, kind: kind, title: settings[0] == 1 ? title : nil,
      text: archive.read())
    draft.issued = settings[1]
    draft.positions = Self.readPositions(from: &archive)
    draft.units = archive.read()
    draft.words = archive.read()
    draft.numbers = archive.read()
    draft.dates = archive.read()
    draft.organizations = archive.read()
    draft.citations = archive.read()
    draft.terms = archive.read()
    draft.names = archive.read()
    draft.acronyms = archive.read()
    draft.commitments = archive.read()
    draft.indicators = archive.read()
    draft.served = archive.read()
    draft.cells = archive.read()
    guard !archive.isBroken, archive.isAtEnd else { return nil }
    self.init(draft)
  }

  // MARK: Positions

  /// A position as numbers; a part is an index in the list of parts, -1 for a page.
  private struct PositionRecord: BitwiseCopyable {
    var part: Int32
    var first: Int32
    var last: Int32
    var start: Int32 = 0
    var end: Int32 = 0
    var box: SIMD4<Float> = .zero
  }

  private func writePositions(to archive: inout ArchiveWriter) {
    var parts: [String] = []
    let records = positions.map { position -> PositionRecord in
      switch position {
      case .page(let page):
        return PositionRecord(
          part: -1, first: Int32(clamping: page.page), last: Int32(clamping: page.lastPage),
          box: [page.box.left, page.box.top, page.box.right, page.box.bottom])
      case .paragraph(let place):
        let part = parts.firstIndex(of: place.part) ?? parts.count
        if part == parts.count { parts.append(place.part) }
        return PositionRecord(
          part: Int32(part), first: Int32(clamping: place.paragraph),
          last: Int32(clamping: place.lastParagraph), start: Int32(clamping: place.start),
          end: Int32(clamping: place.end))
      }
    }
    archive.write(records)
    archive.write(Array(parts.joined(separator: "\n").utf8))
  }

  private static func readPositions(from archive: inout ArchiveReader) -> [FilePosition] {
    let records = archive.read(PositionRecord.self)
    let parts = archive.read(UInt8.self).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self)
    }
    return records.map { record in
      guard record.part >= 0 else {
        return .page(
          PagePosition(
            page: Int(record.first), lastPage: Int(record.last),
            box: PageBox(
              left: record.box.x, top: record.box.y, right: record.box.z, bottom: record.box.w)))
      }
      let part = parts.indices.contains(Int(record.part)) ? parts[Int(record.part)] : ""
      return .paragraph(
        ParagraphPosition(
          part: part, paragraph: Int(record.first), lastParagraph: Int(record.last),
          start: Int(record.start), end: Int(record.end)))
    }
  }
}
