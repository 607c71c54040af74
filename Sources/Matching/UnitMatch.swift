/// A pattern found in a unit.
package struct UnitMatch: Sendable, Hashable {
  /// Index of the pattern, in the order in which patterns were given to the compiler.
  package var pattern: Int32
  /// Index of the unit in which the pattern's last part was found.
  package var unit: Int32
  /// UTF-8 offsets, in the scanned text, of the pattern's first side (what stands before the first `&`).
  package var start: UInt32
  package var end: UInt32
  /// UTF-8 offsets of the whole match, all sides; equal to the first side when there is one side only.
  package var wholeStart: UInt32
  package var wholeEnd: UInt32
  /// True when a part of the match stands in the unit's context (a list item's lead-in).
  package var usesContext: Bool

  package init(
    pattern: Int, unit: Int, start: Int, end: Int, wholeStart: Int, wholeEnd: Int,
    usesContext: Bool = false
  ) {
    self.pattern = Int32(truncatingIfNeeded: pattern)
    self.unit = Int32(truncatingIfNeeded: unit)
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.wholeStart = UInt32(truncatingIfNeeded: wholeStart)
    self.wholeEnd = UInt32(truncatingIfNeeded: wholeEnd)
    self.usesContext = usesContext
  }
}

/// A stretch of text that patterns never leave: what the matcher is given.
package struct UnitRange: Sendable {
  /// UTF-8 offsets in the scanned text.
  package var start: UInt32
  package var end: UInt32
  /// Index, smaller than this unit's own, of the unit that this one completes; -1 when there is none.
  /// Patterns may take parts from it, as if it stood in front of this unit, as long as at least one part
  /// stands in this unit itself.
  package var context: Int32

  package init(start: Int, end: Int, context: Int = -1) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.context = Int32(truncatingIfNeeded: context)
  }
}
