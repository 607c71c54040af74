/// A comment to write into a Word file.
package struct WordComment: Sendable {
  /// Where it belongs; `nil` for the document as a whole, which is its first paragraph with text.
  package var position: ParagraphPosition?
  /// What it says, a paragraph each.
  package var paragraphs: [String]
  /// `en-CA` or `fr-CA`.
  package var language: String

  package init(position: ParagraphPosition?, paragraphs: [String], language: String) {
    self.position = position
    self.paragraphs = paragraphs
    self.language = language
  }
}

/// Writes comments into a Word file and leaves everything else as it is, byte for byte.
///
/// Comments stand around whole runs: nothing of the author's is cut. Comments that this type wrote before
/// are taken out first, so that doing it twice gives the same file (ECMA-376 part 1, section 17.13.4).
package struct WordAnnotator {
  package static let author = "coherence"

  private let archive: ZipArchive
  private let main: String
  private let folder: String

  package init(_ source: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(ReadingError) {
    try OfficeFile.expect(.wordDocument, source)
    archive = try ZipArchive(source, limits: limits)
    main = try DOCXReader.mainPart(of: OfficeFile(archive: archive))
    folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
  }

  /// The file with these comments.
  package func annotated(with comments: [WordComment]) throws(ReadingError) -> [UInt8] {
    let file = OfficeFile(archive: archive)
    var rewriter = ZipRewriter(archive)
    let relationships = WordRelationships()
    let relationshipsPart =
      folder + "_rels/" + String(main.dropFirst(folder.count)) + ".rels"
    try file.read(relationshipsPart, names: WordRelationships.names, handler: relationships)
    let known = relationships.targets.first { $0.type == "comments" }?.target
    let part = known.map { WordRelationships.resolve($0, in: folder) } ?? folder + "comments.xml"

    var list = WordCommentList(try contents(part))
    let ours = list.removeOwn()
    var body = WordCommentAnchors.removed(from: try contents(main) ?? [], ids: ours)
    // Marks whose comment is gone keep their ids, or they would pass for ours the next time.
    list.keepFree(upTo: WordCommentAnchors.largestID(in: body))
    let starts = try runStarts(body)
    let markup = WordMarkup(body)
    var anchors: [WordCommentAnchors.Anchor] = []
    for comment in comments {
      guard let range = anchorRange(comment.position, starts, markup) else { continue }
      anchors.append(WordCommentAnchors.Anchor(id: list.add(comment), range: range))
    }
    body = WordCommentAnchors.inserted(anchors, into: body)
    rewriter.set(main, body)
    if known != nil || !anchors.isEmpty {
      // Where the file names its elements in its own way, no comment could be added.
      guard list.isSound else { throw .damagedArchive(.badData(part)) }
      rewriter.set(part, list.bytes)
    }
    if known == nil, !anchors.isEmpty {
      try declare(part, relationshipsPart, in: &rewriter)
    }
    return try rewriter.bytes()
  }

  private func contents(_ part: String) throws(ReadingError) -> [UInt8]? {
    guard let entry = archive.entry(part) else { return nil }
    return try archive.contents(of: entry)
  }

  // MARK: Where comments stand

  /// For each paragraph of the body where in its text each run begins.
  private func runStarts(
    _ part: [UInt8]
  ) throws(ReadingError) -> [Int: [WordBody.RunStart]] {
    let body = WordBody(
      styles: WordStyles(), numbering: WordNumbering(), changes: .accepted, notesRuns: true
    ) { _ in }
    let stream = try XMLStream(
      part: main, names: WordElement.names, handler: body, depthLimit: archive.limits.depth)
    _ = part.withUnsafeBufferPointer { stream.read($0, isLast: true) }
    try stream.finish()
    return Dictionary(grouping: body.runStarts, by: \.paragraph)
  }

  /// The bytes that a comment stands around: from the first run of the passage to the last.
  private func anchorRange(
    _ position: ParagraphPosition?, _ starts: [Int: [WordBody.RunStart]], _ markup: WordMarkup
  ) -> Range<Int>? {
    guard let position, position.part == main else {
      guard let first = starts.values.joined().min(by: { $0.run < $1.run }) else { return nil }
      return outermost(first.run, first.run, markup)
    }
    guard let first = starts[position.paragraph], !first.isEmpty else { return nil }
    let begin = first.last { $0.offset <= position.start } ?? first[0]
    let last = starts[position.lastParagraph] ?? first
    let end = last.last { $0.offset < position.end } ?? last.first ?? begin
    // A passage over several paragraphs is marked in its first one: a comment may not cross cells.
    let isOne = position.lastParagraph == position.paragraph
    return outermost(begin.run, isOne ? end.run : (first.last ?? begin).run, markup)
  }

  /// From the start of one run to the end of another, by their 1-based numbers; a run of a text box gives
  /// way to the one that the box hangs on.
  private func outermost(_ first: Int, _ last: Int, _ markup: WordMarkup) -> Range<Int>? {
    func around(_ number: Int) -> WordMarkup.Run? {
      guard markup.runs.indices.contains(number - 1) else { return nil }
      let run = markup.runs[number - 1]
      return markup.runs[..<(number - 1)].first { $0.start < run.start && $0.end >= run.end } ?? run
    }
    guard let begin = around(first), let end = around(last) else { return nil }
    return begin.start..<max(begin.end, end.paragraph == begin.paragraph ? end.end : begin.end)
  }

  // MARK: New parts

  /// Says that there is a comments part, where files have to say it.
  private func declare(
    _ part: String, _ relationshipsPart: String, in rewriter: inout ZipRewriter
  ) throws(ReadingError) {
    let types = "[Content_Types].xml"
    if let bytes = try contents(types) {
      let entry =
        "<Override PartName=\"/\(part)\" ContentType=\"application/vnd.openxmlformats-officedocument"
        + ".wordprocessingml.comments+xml\"/>"
      rewriter.set(types, Self.insert(entry, before: "</Types>", in: bytes))
    }
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    let entry =
      "<Relationship Id=\"rIdCoherence\" Type=\"\(base)\" "
      + "Target=\"\(String(part.dropFirst(folder.count)))\"/>"
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    let empty = Array("<Relationships xmlns=\"\(space)\"></Relationships>".utf8)
    rewriter.set(
      relationshipsPart,
      Self.insert(entry, before: "</Relationships>", in: try contents(relationshipsPart) ?? empty))
  }

  static func insert(_ text: String, before mark: String, in bytes: [UInt8]) -> [UInt8] {
    guard let found = bytes.lastRange(of: Array(mark.utf8)) else { return bytes }
    return bytes[..<found] + Array(text.utf8) + bytes[found...]
  }
}

extension [UInt8] {
  /// Where the last run of these bytes starts.
  fileprivate func lastRange(of other: [UInt8]) -> Int? {
    guard !other.isEmpty, count >= other.count else { return nil }
    return (0...count - other.count).last {
      self[$0] == other[0] && self[$0..<$0 + other.count].elementsEqual(other)
    }
  }
}
