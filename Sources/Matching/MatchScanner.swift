import SourceText

/// Finds the patterns of a program in texts; for one thread at a time.
///
/// Its memory is bounded, apart from scratch as long as the longest unit.
package final class MatchScanner {
  private var core: ScannerCore

  /// Finds followers where their group is awake; or everywhere, which costs more.
  package init(_ program: MatchProgram, findsAll: Bool = false) {
    core = ScannerCore(program, findsAll: findsAll)
  }

  deinit {
    core.deallocate()
  }

  /// Appends the matches in each unit: in the order of the units, in a unit by pattern, then by start.
  ///
  /// Of a pattern's matches in a unit with one and the same start, the shortest is given. Bytes that are
  /// no UTF-8 separate words, and units are clamped to the text.
  package func scan(
    text: UnsafeBufferPointer<UInt8>, units: UnsafeBufferPointer<UnitRange>,
    into matches: inout [UnitMatch]
  ) {
    core.scan(text, units, &matches)
  }
}
