/// What md4c is given: the source without what it has nothing to say about.
///
/// md4c looks at every byte several times and at every block longer still, and most of prose tells it nothing.
///
/// - Paragraphs and headings without marks, or all in bold, that stand at the start of a line behind a blank one, where
///   every list and quotation has ended, are plain. So is a list behind such a block whose items are of one line
///   without marks. A group of them is left out for one paragraph that stands for it.
/// - Behind the first letter of a line, where no list, quotation or heading can begin any more, md4c heeds only marks
///   and what stands right beside them. Of each long stretch without marks only the two ends are kept. Brackets,
///   tags and code spans may go on over lines and are compared with others, names of links for example; from the first
///   of their marks to the next blank line everything is kept.
///
/// A table tells where what is left stands in the source.
struct ShortenedMarkdown {
  /// What is left, from where it was to start on.
  let text: [UInt8]
  /// Ascending; the first starts with the text.
  let pieces: [Piece]
  /// The blocks that were left out, group by group.
  let blocks: [PlainBlock]

  /// Bytes of the text that stand in one piece in the source, or the paragraph that stands for a group.
  struct Piece {
    /// Offset in the text.
    var start: UInt32
    /// What an offset in the source is larger by; for a group the index of its first block.
    var shift: UInt32
    /// How many blocks the group has; 0 for bytes of the source.
    var count: UInt32 = 0
  }

  /// A paragraph, a heading or an item of a list, of which only the text counts.
  struct PlainBlock {
    enum Kind {
      case paragraph
      case heading
      /// The first of a list.
      case firstItem
      case nextItem
    }

    var kind: Kind
    /// That of a heading.
    var level: UInt8 = 0
    /// Whether it goes on over lines.
    var isWrapped = false
    /// Offsets in the source, without blanks at either end; the lines of a paragraph have none either.
    var start: UInt32
    var end: UInt32

    init(_ kind: Kind, level: Int = 0, isWrapped: Bool = false, start: Int, end: Int) {
      self.kind = kind
      self.isWrapped = isWrapped
      self.level = UInt8(truncatingIfNeeded: level)
      self.start = UInt32(truncatingIfNeeded: start)
      self.end = UInt32(truncatingIfNeeded: end)
    }
  }

  /// The shortest stretch that is worth an entry in the table, in bytes.
  static let shortest = 40

  init(_ source: UnsafeBufferPointer<UInt8>, from start: Int) {
    var pieces = [Piece(start: 0, shift: UInt32(truncatingIfNeeded: start))]
    var blocks: [PlainBlock] = []
    blocks.reserveCapacity((source.count - start) / 512)
    pieces.reserveCapacity((source.count - start) / 256)
    let room = source.count - start + MarkdownShortening.placeholder.utf8CodeUnitCount
    text = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      guard let from = source.baseAddress, let to = target.baseAddress else { return }
      var shortening = MarkdownShortening(
        source: from, count: source.count, start: start, target: to)
      shortening.run(&pieces, &blocks)
      count = shortening.written
    }
    self.pieces = pieces
    self.blocks = blocks
  }

  /// The same text with nothing left out.
  init(whole source: UnsafeBufferPointer<UInt8>, from start: Int) {
    text = Array(source[start...])
    pieces = [Piece(start: 0, shift: UInt32(truncatingIfNeeded: start))]
    blocks = []
  }
}
