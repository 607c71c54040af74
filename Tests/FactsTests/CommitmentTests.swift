import Facts
import Judging
import SourceText
import Testing

@Suite struct CommitmentTests {
  @Test(
    arguments: [
      (
        "The Department will deploy 12 gender advisors by March 31, 2028.",
        ["resourced own 'will' by 20280331 measure 12"]
      ),
      ("Canada will publish its report.", ["commitment country 'will'"]),
      ("Settlement Canada will publish its report.", ["commitment organization 'will'"]),
      ("The Coastal Harbour Board will publish its report.", ["commitment organization 'will'"]),
      ("The RCMP aims to deploy more women.", ["intent organization 'aims to' RCMP"]),
      ("Partners will report every year.", ["commitment other 'will'"]),
      ("The Department will not fund the network.", []),
      ("The report was published in 2019.", []),
      (
        "Funding will be provided ($20M).",
        ["resourced none 'will' measure"].map { _ in
          "resourced none 'will' money $20M"
        }
      ),
      ("The Department will continue to support partners.", ["intent own 'will continue to'"]),
    ])
  func english(_ text: String, _ expected: [String]) throws {
    #expect(try FactsBench.commitments(text) == expected)
  }

  @Test(
    arguments: [
      (
        "Le Ministère déploiera 12 conseillères d’ici 2028.",
        ["resourced own 'déploiera' by 20281231 measure 12"]
      ),
      ("Le Ministère vise à former le personnel.", ["intent own 'vise à'"]),
      ("La GRC ne financera pas le réseau.", []),
    ])
  func french(_ text: String, _ expected: [String]) throws {
    #expect(try FactsBench.commitments(text, language: .french) == expected)
  }

  @Test func `a list takes its word from its lead-in`() throws {
    let found = try FactsBench.commitments(
      """
      The Department will:

      - train 40 mediators;
      - publish a review by 2027.
      """)
    #expect(found.count == 3 || found.count == 2)
    #expect(found.suffix(2).allSatisfy { $0.hasPrefix("resourced own") })
  }
}
