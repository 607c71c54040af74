/// Finds where bytes of a shortened text stand in the source; quick when they are asked for in order.
struct ShortenedPlaces {
  private let pieces: UnsafeBufferPointer<ShortenedMarkdown.Piece>
  /// The piece that was found last.
  private var piece = 0
  private var lower = 0
  private var upper = 0
  private var shift = 0
  /// How many blocks the paragraph stands for whose piece was found last; 0 for bytes of the source.
  private(set) var groupCount = 0
  /// The first of them.
  var groupStart: Int { shift }

  /// The pieces must outlive the finder and begin with one at 0.
  init(_ pieces: UnsafeBufferPointer<ShortenedMarkdown.Piece>) {
    self.pieces = pieces
    enter(0)
  }

  /// The range of the source from the first to the last byte of a range of the text.
  @inline(__always)
  mutating func range(from start: Int, count: Int) -> Range<Int> {
    let lower = offset(of: start)
    return lower..<(count > 0 ? offset(of: start &+ count &- 1) &+ 1 : lower)
  }

  @inline(__always)
  private mutating func offset(of offset: Int) -> Int {
    if offset < lower || offset >= upper { find(offset) }
    return offset &+ shift
  }

  private mutating func find(_ offset: Int) {
    if offset >= upper { enter(piece + 1) }
    if offset >= lower, offset < upper { return }
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(pieces[middle].start) <= offset { low = middle } else { high = middle }
    }
    enter(low)
  }

  private mutating func enter(_ index: Int) {
    guard index < pieces.count else { return }
    piece = index
    lower = Int(pieces[index].start)
    upper = index + 1 < pieces.count ? Int(pieces[index + 1].start) : Int.max
    shift = Int(pieces[index].shift)
    groupCount = Int(pieces[index].count)
  }
}
