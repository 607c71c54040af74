package import SourceText

/// A comment in the file, apart from the text: `<!-- … -->` in Markdown and HTML, a comment of a word
/// processor.
package struct Remark: Sendable {
  /// What it says, without the marks around it and without white space at both ends.
  package var text: String
  /// Who wrote it, where the format says so.
  package var author: String?
  /// Offsets in `Document.source`, marks included; `nil` for formats whose text stands in no one file
  /// of text.
  package var span: SourceSpan?
  /// What it is about: the commented words in a word processor's file; else the empty range where it
  /// stands. Offsets in `Document.text`.
  package var textRange: Range<Int>
  /// The block that it belongs to: the one that it stands inside of, else the one that follows, at the
  /// end of the document the one before; -1 when the document has no blocks.
  package var block: Int

  package init(
    text: String, author: String? = nil, span: SourceSpan? = nil, textRange: Range<Int>, block: Int
  ) {
    self.text = text
    self.author = author
    self.span = span
    self.textRange = textRange
    self.block = block
  }

  /// The bytes between `<!--` and `-->`, trimmed; what is cut off at the end of a file has no `-->`.
  static func text(ofMarked bytes: UnsafeBufferPointer<UInt8>) -> String {
    var inside = bytes[...]
    if inside.starts(with: Array("<!--".utf8)) { inside = inside.dropFirst(4) }
    if inside.count >= 3, inside.suffix(3).elementsEqual(Array("-->".utf8)) {
      inside = inside.dropLast(3)
    }
    while let first = inside.first, isWhitespace(first) { inside = inside.dropFirst() }
    while let last = inside.last, isWhitespace(last) { inside = inside.dropLast() }
    return String(decoding: inside, as: UTF8.self)
  }
}
