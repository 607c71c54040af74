import RuleSets
import SourceText
import Testing

@Suite struct DocumentKindTests {
  @Test func `each kind is found by its own name, in any case`() {
    for kind in DocumentKind.allCases {
      #expect(DocumentKind(nameOrCode: kind.rawValue) == kind)
      #expect(DocumentKind(nameOrCode: kind.rawValue.uppercased()) == kind)
    }
  }

  @Test(arguments: [
    ("NAP", DocumentKind.nationalActionPlan), ("NIP", .implementationPlan),
    ("DP", .departmentalPlan), ("PM", .departmentalPlan), ("DRR", .resultsReport),
    ("RRM", .resultsReport), ("SIT", .supplementaryTable), ("PR", .progressReport),
    ("PP", .programmePage), ("program-page", .programmePage), ("MC", .memorandum),
    ("TBS", .submission), ("STR", .strategy), ("INI", .initiative), ("CON", .consultation),
  ])
  func `the codes of drafters`(code: String, kind: DocumentKind) {
    #expect(DocumentKind(nameOrCode: code) == kind)
  }

  @Test(arguments: ["", "plan", "D P", "dpp"])
  func `other codes are unknown`(code: String) {
    #expect(DocumentKind(nameOrCode: code) == nil)
  }

  @Test func `only reports look back`() {
    #expect(
      DocumentKind.allCases.filter(\.reportsOnThePast) == [.resultsReport, .progressReport])
  }

  @Test func `titles tell the kinds apart`() {
    #expect(Set(DocumentKind.allCases.map(\.title.english)).count == DocumentKind.allCases.count)
    #expect(Set(DocumentKind.allCases.map(\.title.french)).count == DocumentKind.allCases.count)
  }
}
