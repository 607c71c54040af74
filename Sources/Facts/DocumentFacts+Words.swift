package import SourceText

extension DocumentFacts {
  /// Keys of the content words of a stretch of `text`, as `words` has them for whole units.
  package func words(in range: Range<Int>, _ language: Language) -> [UInt32] {
    var tokens = FactTokens()
    tokens.read(text, range.clamped(to: 0..<text.count), language)
    return tokens.words
  }

  /// The same of any text.
  package static func words(of text: String, _ language: Language) -> [UInt32] {
    let bytes = Array(text.utf8)
    var tokens = FactTokens()
    tokens.read(bytes, bytes.indices, language)
    return tokens.words
  }
}
