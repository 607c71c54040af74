internal import Matching
package import Documents
package import SourceText

/// A phrase of the ladder's vocabulary where it stands in a document.
package struct LadderMark: Sendable {
  package var category: LadderVocabulary.Category
  /// Index of the unit.
  package var unit: Int
  /// UTF-8 offsets in `Document.text`.
  package var start: Int
  package var end: Int
}

/// Finds the ladder's words in units, without a rule in sight; one per thread.
package final class LadderScanner {
  private let ladder: Ladder
  private var scanners = ByLanguage<MatchScanner>()
  private var ranges: [UnitRange] = []
  private var matches: [UnitMatch] = []

  package init(_ ladder: Ladder) {
    self.ladder = ladder
  }

  /// The marks in those units of one language that `wanted` names, in the order of the units, in a unit
  /// by start, longest first.
  package func marks(
    in document: Document, units: [TextUnit], wanted: [Bool], language: Language
  ) -> [LadderMark] {
    ranges.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    var any = false
    for (index, unit) in units.enumerated() {
      let isWanted = wanted[index] && document.blocks[Int(unit.block)].language == language
      any = any || isWanted
      ranges.append(
        UnitRange(
          start: Int(unit.textStart), end: Int(isWanted ? unit.textEnd : unit.textStart)))
    }
    guard any else { return [] }
    let program = ladder.program(for: language)
    let scanner = scanners[language] ?? MatchScanner(program.program)
    scanners[language] = scanner
    document.text.withUnsafeBufferPointer { text in
      ranges.withUnsafeBufferPointer { scanner.scan(text: text, units: $0, into: &matches) }
    }
    var marks = matches.map {
      LadderMark(
        category: program.categories[Int($0.pattern)], unit: Int($0.unit), start: Int($0.start),
        end: Int($0.end))
    }
    marks.sort {
      ($0.unit, $0.start, -$0.end, $0.category.rawValue)
        < ($1.unit, $1.start, -$1.end, $1.category.rawValue)
    }
    return marks
  }
}
