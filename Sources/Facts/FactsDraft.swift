package import Documents
package import RuleSets
package import SourceText

/// The facts of a document while they are read; `DocumentFacts` when they are all there.
package struct FactsDraft: Sendable {
  package var path: String
  package var language: Language
  package var kind: DocumentKind
  package var title: String?
  package var text: [UInt8]
  package var issued: Int = 0
  package var units: [FactUnit] = []
  package var positions: [FilePosition] = []
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
}

extension FactsDraft {
  func numbers(of unit: Int) -> ArraySlice<NumberFact> { DocumentFacts.of(unit, in: numbers) }
  func dates(of unit: Int) -> ArraySlice<DateFact> { DocumentFacts.of(unit, in: dates) }
  func organizations(of unit: Int) -> ArraySlice<OrganizationFact> {
    DocumentFacts.of(unit, in: organizations)
  }
}
