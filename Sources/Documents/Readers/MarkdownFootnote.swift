/// The marks of footnotes, `[^1]` in a sentence and `[^1]:` before the note.
struct MarkdownFootnote {
  let source: UnsafeBufferPointer<UInt8>
  /// Where the text ends that marks are looked for in.
  let end: Int

  /// Longest label in bytes.
  static let longestLabel = 64

  /// The mark whose opening bracket stands at `start`, with its colon if it has one.
  func mark(at start: Int) -> (end: Int, isDefinition: Bool)? {
    guard start + 4 <= end, source[start] == 0x5B, source[start + 1] == 0x5E else { return nil }
    let limit = min(end, start + 2 + Self.longestLabel)
    guard let close = source.offset(of: 0x5D, from: start + 2, to: limit), close > start + 2,
      !source[start + 2..<close].contains(where: { isWhitespace($0) || $0 == 0x5B })
    else { return nil }
    let isDefinition = close + 1 < end && source[close + 1] == 0x3A
    return (isDefinition ? close + 2 : close + 1, isDefinition)
  }
}
