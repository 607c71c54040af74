package import Documents
package import RuleSets
package import SourceText

/// What one document states, typed, each fact with the unit that it stands in.
///
/// Flat arrays in reading order: nothing here points to the document, so facts can be kept as bytes and
/// set against each other when the documents are gone.
package struct DocumentFacts: Sendable, Hashable {
  package var path: String
  package var language: Language
  package var kind: DocumentKind
  package var title: String?
  /// All prose of the document, as in `Document.text`.
  package var text: [UInt8]
  /// Which rows of letters `text` has, where it is to be searched often; set by `readTriples`.
  package private(set) var triples: LetterTriples?
  /// Day on which the document says that it was issued, as 20170307; 0 when it does not say.
  package var issued = 0
  package var units: [FactUnit] = []
  /// Where each unit stands, for formats without lines; otherwise empty.
  package var positions: [FilePosition] = []
  /// Keys of the content words of all units, numbers left out, in reading order.
  package var words: [UInt32] = []
  package var numbers: [NumberFact] = []
  package var dates: [DateFact] = []
  package var organizations: [OrganizationFact] = []
  package var citations: [CitationFact] = []
  package var terms: [TermFact] = []
  package var names: [NameFact] = []
  package var acronyms: [AcronymFact] = []
  package var commitments: [CommitmentFact] = []
  package var indicators: [IndicatorFact] = []
  package var served: [ServedFact] = []
  /// Cells of all rows, by unit.
  package var cells: [CellFact] = []

  package init(
    path: String, language: Language, kind: DocumentKind, title: String? = nil, text: [UInt8] = []
  ) {
    self.path = path
    self.language = language
    self.kind = kind
    self.title = title
    self.text = text
  }

  /// Notes which rows of letters the text has.
  package mutating func readTriples() {
    if triples == nil { triples = LetterTriples(text) }
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

  package func numbers(of unit: Int) -> ArraySlice<NumberFact> { Self.of(unit, in: numbers) }
  package func dates(of unit: Int) -> ArraySlice<DateFact> { Self.of(unit, in: dates) }
  package func organizations(of unit: Int) -> ArraySlice<OrganizationFact> {
    Self.of(unit, in: organizations)
  }
  package func commitments(of unit: Int) -> ArraySlice<CommitmentFact> {
    Self.of(unit, in: commitments)
  }
  package func served(by unit: Int) -> ArraySlice<ServedFact> { Self.of(unit, in: served) }
  package func cells(of unit: Int) -> ArraySlice<CellFact> { Self.of(unit, in: cells) }
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
