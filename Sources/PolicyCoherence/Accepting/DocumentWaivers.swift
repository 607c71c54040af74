internal import Checking
internal import Documents
internal import SourceText

/// Waivers that stand in a document, as comments beside a passage.
///
/// A comment covers the block that it stands in or before; before or in a heading, the section below it;
/// before a table, the whole table.
struct DocumentWaivers {
  private(set) var waivers: [Waiver] = []
  /// What is wrong with comments that speak to this program.
  private(set) var findings: [Finding] = []

  /// None, for a run that does not read them.
  init() {}

  init(_ document: Document) {
    // Comments that stand before the same block cover the same, which may be the whole document.
    var covered: [Int: (span: SourceSpan?, words: String)] = [:]
    for remark in document.remarks {
      guard let comment = WaiverComment(remark.text) else { continue }
      let place = Self.place(of: remark, in: document)
      guard comment.problems.isEmpty, let until = comment.until else {
        findings.append(WaiverFindings.incomplete(comment.problems, at: place))
        continue
      }
      let passage = covered[remark.block] ?? Self.passage(of: remark.block, in: document)
      covered[remark.block] = passage
      waivers.append(
        Waiver(
          targets: comment.targets, reason: comment.reason, owner: comment.owner, expires: until,
          scope: .document(path: document.path, span: passage.span, words: passage.words),
          place: place))
    }
  }

  /// The comment's own place, with the comment as its words.
  private static func place(of remark: Remark, in document: Document) -> FindingPlace {
    var place = FindingPlace(
      document: document, textRange: remark.textRange, language: document.language)
    if let span = remark.span {
      let position = document.position(atSourceOffset: span.start)
      place.line = position.line
      place.column = position.column
      place.span = span
    }
    place.quote = remark.text
    return place
  }

  /// The place in the file, where it has lines, and the words of what a comment covers.
  private static func passage(
    of index: Int, in document: Document
  ) -> (span: SourceSpan?, words: String) {
    let range = coveredText(of: index, in: document)
    let hasSpan = document.hasLines && !range.isEmpty
    return (
      hasSpan ? document.sourceSpan(ofTextRange: range) : nil, FindingPlace.quote(document, range)
    )
  }

  /// Offsets in the document's text.
  private static func coveredText(of index: Int, in document: Document) -> Range<Int> {
    guard document.blocks.indices.contains(index) else { return 0..<0 }
    let block = document.blocks[index]
    var last = index
    switch block.kind {
    case .heading:
      while last + 1 < document.blocks.count {
        let next = document.blocks[last + 1]
        if next.kind == .heading, next.level <= block.level { break }
        last += 1
      }
    case .tableHeader:
      while last + 1 < document.blocks.count, document.blocks[last + 1].kind == .tableRow,
        Int(document.blocks[last + 1].leadIn) == index
      {
        last += 1
      }
    default: break
    }
    return block.textRange.lowerBound..<document.blocks[last].textRange.upperBound
  }
}
