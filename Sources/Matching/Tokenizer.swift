package import SourceText

/// Cuts a stretch of text into words and numbers.
package enum Tokenizer {
  /// The tokens of a range, in order, with the boundaries that the scanner uses.
  ///
  /// A word broken by a hyphen at a line end counts as two tokens here; the scanner alone joins it, when
  /// its program knows the joined word. Bytes that are no UTF-8 separate words. The range is one of UTF-8
  /// offsets and is clamped to the text.
  package static func tokens(
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, language: Language
  ) -> [Token] {
    let range = range.clamped(to: 0..<text.count)
    let bytes = text.span
    var reader = TokenReader(language)
    var tokens: [Token] = []
    var position = range.lowerBound
    while let token = reader.next(
      in: bytes, from: position, startingBefore: range.upperBound, limit: range.upperBound)
    {
      tokens.append(token)
      position = token.end
    }
    return tokens
  }
}
