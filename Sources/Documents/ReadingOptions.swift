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

  /// Which side of tracked changes is read.
  package var changes: TrackedChanges

  package init(
    limits: ReadingLimits = ReadingLimits(), format: DocumentFormat? = nil,
    language: Language? = nil, defaultLanguage: Language = .english,
    changes: TrackedChanges = .accepted
  ) {
    self.limits = limits
    self.format = format
    self.language = language
    self.defaultLanguage = defaultLanguage
    self.changes = changes
  }
}

/// Which side of the tracked changes of a word processor's file is read.
package enum TrackedChanges: String, Sendable, CaseIterable {
  /// As if all changes were accepted, which is what a reader sees in the end.
  case accepted
  /// As if all changes were rejected: the text before them.
  case rejected
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
  /// Most entries of an archive.
  package var entries: Int
  /// Largest piece of an archive in bytes when it is unpacked.
  package var expandedSizeInBytes: Int
  /// Most times that a piece of an archive beyond 8 MiB may be larger than it is packed.
  package var expansion: Int
  /// Most pages of a paged document.
  package var pages: Int
  /// Longest time that a program which reads for us may take.
  package var time: Duration

  package init(
    sizeInBytes: Int = SourceFile.defaultLimitInBytes, depth: Int = 200,
    blocks: Int = 4_000_000, columns: Int = 1_000, entries: Int = 10_000,
    expandedSizeInBytes: Int = 256 << 20, expansion: Int = 200, pages: Int = 10_000,
    time: Duration = .seconds(60)
  ) {
    // Text offsets are 32 bits wide, and text may be a little longer than its source.
    self.sizeInBytes = min(sizeInBytes, 1 << 31)
    self.depth = depth
    self.blocks = blocks
    self.columns = columns
    self.entries = entries
    self.expandedSizeInBytes = expandedSizeInBytes
    self.expansion = expansion
    self.pages = pages
    self.time = time
  }
}
