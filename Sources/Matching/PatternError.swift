package import SourceText

/// Why a text is no pattern.
package struct PatternError: Error, Sendable, Hashable {
  /// One phrase, small first letter, no full stop.
  package var message: LocalizedText
  /// UTF-8 offset in the pattern's text, zero-based.
  package var offset: Int
  /// What would settle it.
  package var help: LocalizedText?

  package init(_ message: LocalizedText, at offset: Int, help: LocalizedText? = nil) {
    self.message = message
    self.offset = offset
    self.help = help
  }
}
