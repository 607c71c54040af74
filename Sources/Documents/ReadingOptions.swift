package import SourceText

/// How a document is to be read.
package struct ReadingOptions: Sendable {
  package var limits: ReadingLimits
  /// The format to read, whatever the file is called; `nil` to go by extension, then by content.
  package var format: DocumentFormat?
  /// The language of every block, whatever the text looks like; `nil` to find it out block by block.
  package var language: Language?
  /// The language of a document that says too little to tell.
  package var defaultLanguage: Language

  package init(
    limits: ReadingLimits = ReadingLimits(), format: DocumentFormat? = nil,
    language: Language? = nil, defaultLanguage: Language = .english
  ) {
    self.limits = limits
    self.format = format
    self.language = language
    self.defaultLanguage = defaultLanguage
  }
}

/// Bounds on what one document may cost.
package struct ReadingLimits: Sendable {
  /// Largest source in bytes.
  package var sizeInBytes: Int
  /// Deepest nesting of lists, quotations or elements.
  package var depth: Int
  /// Most blocks in one document.
  package var blocks: Int
  /// Most cells in one table row.
  package var columns: Int

  package init(
    sizeInBytes: Int = SourceFile.defaultLimitInBytes, depth: Int = 200,
    blocks: Int = 4_000_000, columns: Int = 1_000
  ) {
    // Text offsets are 32 bits wide, and text may be a little longer than its source.
    self.sizeInBytes = min(sizeInBytes, 1 << 31)
    self.depth = depth
    self.blocks = blocks
    self.columns = columns
  }
}
