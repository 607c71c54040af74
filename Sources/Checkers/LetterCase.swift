internal import Facts
internal import RuleSets

/// Whether units are written in small letters, each counted once: a paragraph of thousands of acronyms is asked
/// about once for each of them.
struct LetterCase {
  private let facts: DocumentFacts
  private var last: (unit: Int, isSmall: Bool)?
  /// How many bytes were counted so far.
  private(set) var countedBytes = 0

  init(_ facts: DocumentFacts) { self.facts = facts }

  /// True when more than half of the unit's bytes are small letters without accents.
  ///
  /// - Complexity: O(1) for the unit that was asked about last, else O(*n*).
  mutating func areMostlySmall(inUnit unit: Int) -> Bool {
    if let last, last.unit == unit { return last.isSmall }
    let range = facts.units[unit].textRange
    countedBytes += range.count
    let small = facts.text[range].count { $0 >= 0x61 && $0 <= 0x7A }
    last = (unit, small * 2 > range.count)
    return small * 2 > range.count
  }
}
