package import Documents
package import RuleSets
package import SourceText

/// What one document states, typed, each fact with the unit that it stands in.
///
/// Flat arrays in reading order: nothing here points to the document, so facts can be kept as bytes and
/// set against each other when the documents are gone. One reference stands for all of them, since checkers hand them
/// on for every passage that they look at.
package final class DocumentFacts: Sendable {
  package let path: String
  package let language: Language
  package let kind: DocumentKind
  package let title: String?
  /// All prose of the document, as in `Document.text`.
  package let text: [UInt8]
  /// Which rows of letters `text` has.
  package let triples: LetterTriples
  /// Day on which the document says that it was issued, as 20170307; 0 when it does not say.
  package let issued: Int
  package let units: [FactUnit]
  /// Where each unit stands, for formats without lines; otherwise empty.
  package let positions: [FilePosition]
  /// Keys of the content words of all units, numbers left out, in reading order.
  package let words: [UInt32]
  package let numbers: [NumberFact]
  package let dates: [DateFact]
  package let organizations: [OrganizationFact]
  package let citations: [CitationFact]
  package let terms: [TermFact]
  package let names: [NameFact]
  package let acronyms: [AcronymFact]
  package let commitments: [CommitmentFact]
  package let indicators: [IndicatorFact]
  package let served: [ServedFact]
  /// Cells of all rows, by unit.
  package let cells: [CellFact]
  /// Of which sorts each unit has facts.
  private let sorts: [Sorts]

  package init(_ draft: FactsDraft) {
    path = draft.path
    language = draft.language
    kind = draft.kind
    title = draft.title
    text = draft.text
    issued = draft.issued
    units = draft.units.trimmed
    positions = draft.positions.trimmed
    words = draft.words.trimmed
    numbers = draft.numbers.trimmed
    dates = draft.dates.trimmed
    organizations = draft.organizations.trimmed
    citations = draft.citations.trimmed
    terms = draft.terms.trimmed
    names = draft.names.trimmed
    acronyms = draft.acronyms.trimmed
    commitments = draft.commitments.trimmed
    indicators = draft.indicators.trimmed
    served = draft.served.trimmed
    cells = draft.cells.trimmed
    triples = LetterTriples(text)
    sorts = Self.sorts(draft)
  }

  /// The words of a range of `text`, white space of any length as one blank.
  package func quote(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for byte in text[range.clamped(to: 0..<text.count)] {
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  package func quote(_ start: UInt32, _ end: UInt32) -> String {
    quote(Int(start)..<max(Int(start), Int(end)))
  }

  package func quote(ofUnit index: Int) -> String { quote(units[index].textRange) }

  /// The content words of a unit.
  package func words(ofUnit index: Int) -> ArraySlice<UInt32> { words[units[index].wordRange] }

  /// The headings above a unit, outermost first.
  package func headingPath(ofUnit index: Int) -> [String] {
    var path: [String] = []
    var heading = Int(units[index].heading)
    while heading >= 0, path.count < 16 {
      path.append(quote(ofUnit: heading))
      heading = Int(units[heading].heading)
    }
    return path.reversed()
  }

  // MARK: Facts of one unit

  /// Sorts of facts that units are asked for.
  private struct Sorts: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    static let number = Sorts(rawValue: 1)
    static let date = Sorts(rawValue: 1 << 1)
    static let organization = Sorts(rawValue: 1 << 2)
    static let commitment = Sorts(rawValue: 1 << 3)
    static let served = Sorts(rawValue: 1 << 4)
    static let cell = Sorts(rawValue: 1 << 5)
  }

  private static func sorts(_ draft: FactsDraft) -> [Sorts] {
    var sorts = [Sorts](repeating: [], count: draft.units.count)
    func note<Fact: UnitFact>(_ facts: [Fact], _ sort: Sorts) {
      for fact in facts where sorts.indices.contains(Int(fact.unit)) {
        sorts[Int(fact.unit)].insert(sort)
      }
    }
    note(draft.numbers, .number)
    note(draft.dates, .date)
    note(draft.organizations, .organization)
    note(draft.commitments, .commitment)
    note(draft.served, .served)
    note(draft.cells, .cell)
    return sorts
  }

  /// The facts of one unit, from an array that is sorted by unit; most units have none, which `sorts` says.
  private func of<Fact: UnitFact>(
    _ unit: Int, _ sort: Sorts, in facts: [Fact]
  ) -> ArraySlice<Fact> {
    guard sorts.indices.contains(unit), sorts[unit].contains(sort) else { return [] }
    return Self.of(unit, in: facts)
  }

  /// The facts of one unit, from an array that is sorted by unit.
  ///
  /// - Complexity: O(log *n*).
  package static func of<Fact: UnitFact>(_ unit: Int, in facts: [Fact]) -> ArraySlice<Fact> {
    var low = 0
    var high = facts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(facts[middle].unit) < unit { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < facts.count, Int(facts[end].unit) == unit { end += 1 }
    return facts[low..<end]
  }

  package func numbers(of unit: Int) -> ArraySlice<NumberFact> { of(unit, .number, in: numbers) }
  package func dates(of unit: Int) -> ArraySlice<DateFact> { of(unit, .date, in: dates) }
  package func organizations(of unit: Int) -> ArraySlice<OrganizationFact> {
    of(unit, .organization, in: organizations)
  }
  package func commitments(of unit: Int) -> ArraySlice<CommitmentFact> {
    of(unit, .commitment, in: commitments)
  }
  package func served(by unit: Int) -> ArraySlice<ServedFact> { of(unit, .served, in: served) }
  package func cells(of unit: Int) -> ArraySlice<CellFact> { of(unit, .cell, in: cells) }
}

extension Array {
  /// The same elements in no more memory than they need.
  fileprivate var trimmed: Self {
    capacity - count <= count >> 3 ? self : withUnsafeBufferPointer { Array($0) }
  }
}

/// A fact that stands in a unit.
package protocol UnitFact {
  /// Index in `DocumentFacts.units`.
  var unit: Int32 { get }
}

/// One cell of a table row.
package struct CellFact: Sendable, Hashable, BitwiseCopyable, UnitFact {
  package var unit: Int32
  package var start: UInt32
  package var end: UInt32

  package var range: Range<Int> { Int(start)..<Int(end) }
}

extension NumberFact: UnitFact {}
extension DateFact: UnitFact {}
extension OrganizationFact: UnitFact {}
extension CitationFact: UnitFact {}
extension TermFact: UnitFact {}
extension NameFact: UnitFact {}
extension AcronymFact: UnitFact {}
extension CommitmentFact: UnitFact {}
extension IndicatorFact: UnitFact {}
extension ServedFact: UnitFact {}
