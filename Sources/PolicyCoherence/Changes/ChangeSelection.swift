internal import Checking
internal import Documents
internal import SourceText

/// The passages of a document that a change touched: those whose words were not there before.
///
/// By content and not by line, so that it holds for every format, and text that only moved is untouched.
struct ChangeSelection {
  /// Words of the blocks that are new or changed, white space folded.
  private let touched: [String]
  private let spans: [SourceSpan]

  init(_ document: Document, old: Document) {
    var known: [String: Int] = [:]
    for block in old.blocks {
      known[FindingPlace.quote(old, block.textRange), default: 0] += 1
    }
    var touched: [String] = []
    var spans: [SourceSpan] = []
    for block in document.blocks {
      let words = FindingPlace.quote(document, block.textRange)
      if let count = known[words], count > 0 {
        known[words] = count - 1
        continue
      }
      touched.append(words)
      if document.hasLines { spans.append(document.sourceSpan(ofTextRange: block.textRange)) }
    }
    self.touched = touched
    self.spans = spans
  }

  func touches(_ place: FindingPlace) -> Bool {
    if let span = place.span {
      return spans.contains { $0.start < span.end && span.start < $0.end }
    }
    guard !place.quote.isEmpty else { return false }
    return touched.contains { $0.contains(place.quote) || place.quote.contains($0) }
  }
}
