/// A half-open range of UTF-8 offsets, zero-based, in one text.
package struct SourceSpan: Sendable, Hashable, Comparable {
  /// Offset of the first byte.
  package var start: Int
  /// Offset just past the last byte; never less than `start`.
  package var end: Int

  package init(start: Int, end: Int) {
    precondition(start <= end, "a span cannot end before it starts")
    self.start = start
    self.end = end
  }

  package var range: Range<Int> { start..<end }
  package var isEmpty: Bool { start == end }
  package var length: Int { end - start }

  package static func < (lhs: SourceSpan, rhs: SourceSpan) -> Bool {
    (lhs.start, lhs.end) < (rhs.start, rhs.end)
  }
}
