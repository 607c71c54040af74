package import SourceText

/// Walks over the words and numbers of a text in the folded form that patterns are compared in.
package struct FoldedTokens {
  private var reader: TokenReader

  package init(_ language: Language) {
    reader = TokenReader(language)
  }

  /// The next token that starts at or after an offset and before `end`; `nil` when there is none.
  package mutating func next(in text: Span<UInt8>, from offset: Int, to end: Int) -> Token? {
    reader.next(in: text, from: offset, startingBefore: end, limit: end)
  }

  /// The last token in small letters: elisions keep their apostrophe, a possessive is dropped, a number
  /// has no separators between thousands, a full stop before decimals, a hyphen in a fiscal year.
  package var folded: [UInt8] { reader.folded }

  /// Calls `body` with the folded bytes, without copying them.
  package func withFolded<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(reader.folded.span)
  }

  /// A hash of the folded bytes that is the same in every run.
  package var key: UInt64 { reader.folded.withUnsafeBufferPointer(Self.key) }

  /// FNV-1a with a final mix.
  package static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash &>> 29
  }
}
