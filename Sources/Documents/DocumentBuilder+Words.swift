extension DocumentBuilder {
  /// Appends words that are in no buffer of the builder's; they stand at `offset` among the words of
  /// their file, byte for byte.
  ///
  /// Returns the offset in `text` that the first byte has, or would have had if white space before the
  /// text were kept.
  @discardableResult
  mutating func words(_ words: some RandomAccessCollection<UInt8>, at offset: Int) -> Int {
    var words = words[...]
    var offset = offset
    var skipped = 0
    if atStart {
      while let first = words.first, isWhitespace(first) {
        words = words.dropFirst()
        skipped += 1
      }
      // A no-break space before the text says nothing either.
      while words.starts(with: [0xC2, 0xA0]) {
        words = words.dropFirst(2)
        skipped += 2
      }
      offset += skipped
      if !words.isEmpty { enterCell(at: offset) }
    }
    let base = text.count - skipped
    guard !words.isEmpty else { return base }
    if let last = runs.indices.last, runs[last].isVerbatim, runs[last].sourceEnd == offset,
      Int(runs[last].textStart + runs[last].textLength) == text.count
    {
      runs[last].textLength += UInt32(truncatingIfNeeded: words.count)
      runs[last].sourceLength += UInt32(truncatingIfNeeded: words.count)
    } else {
      runs.append(
        SourceRun(
          textStart: text.count, textLength: words.count, sourceStart: offset,
          sourceLength: words.count))
    }
    text.append(contentsOf: words)
    hasOwnText = true
    return base
  }
}
