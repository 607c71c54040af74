internal import Documents
internal import Matching
internal import RuleSets
internal import SourceText

/// A document to be judged, in parts that several judges may take at the same time.
///
/// A part holds whole lead-ins: no unit of it completes one of another part. Parts are first all scanned, in any
/// order, and then all judged, in any order; what comes of them is the same for any number of parts.
package struct JudgingTask: Sendable {
  /// What was found in one part.
  package struct Found: Sendable {
    /// Matches by language, in the order of `Language.allCases`.
    let matches: [[UnitMatch]]
    /// Headings in which a requirement's `with` clause matched, by language.
    let anchors: [[Anchor]]
  }

  /// A heading that brings with it what a requirement asks to stand beside its topic.
  struct Anchor: Sendable {
    var block: Int32
    var requirement: Int32
  }

  /// Ranges of units, one behind the other.
  package let parts: [Range<Int>]
  let document: Document
  let units: [TextUnit]
  let setting: DocumentSetting
  let ours: OwnOrganizations
  /// For each block, whether it stands in a section that templates force on every plan.
  let templateBlocks: [Bool]

  init(
    document: Document, units: [TextUnit], setting: DocumentSetting, ours: OwnOrganizations,
    leastPart: Int
  ) {
    self.document = document
    self.units = units
    self.setting = setting
    self.ours = ours
    self.parts = Self.parts(of: units, least: leastPart)
    self.templateBlocks = SectionFilter.templateBlocks(of: document)
  }

  /// Ranges of units with at least so many bytes of text each, but for the last.
  private static func parts(of units: [TextUnit], least: Int) -> [Range<Int>] {
    // The first unit that a unit or one behind it completes.
    var isFree = [Bool](repeating: true, count: units.count + 1)
    var lowest = units.count
    for index in units.indices.reversed() {
      let context = Int(units[index].context)
      if context >= 0 { lowest = min(lowest, context) }
      isFree[index] = lowest >= index
    }
    var parts: [Range<Int>] = []
    var start = 0
    for index in units.indices.dropFirst()
    where isFree[index] && Int(units[index].textStart) - Int(units[start].textStart) >= least {
      parts.append(start..<index)
      start = index
    }
    parts.append(start..<units.count)
    return parts
  }
}
