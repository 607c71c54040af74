import Facts
import SourceText
import Testing

@Suite struct NameTests {
  @Test(
    arguments: [
      (
        "Crown-Indigenous Relations and Northern Affairs; Justice; Immigration, Refugees and "
          + "Citizenship; Indigenous Services; Public Safety; and Women and Gender Equality Canada.",
        ["CIRNAC", "JUS", "IRCC", "ISC", "PS", "WAGE"]
      ),
      ("Extant partners: GAC, DND, RCMP, PS, and SWC;", ["GAC", "DND", "RCMP", "PS", "SWC"]),
      ("Potential partners: justice, IRCC, CSC, and INAC", ["JUS", "IRCC", "CSC", "INAC"]),
      ("The Commission for Truth, Justice and Reconciliation", []),
      ("Justice is done.", []),
      ("See the PS below.", []),
      ("Status of Women and Global Affairs Canada (GAC)", ["SWC", "GAC", "GAC"]),
    ])
  func english(_ text: String, _ expected: [String]) throws {
    #expect(try FactsBench.organizations(text) == expected)
  }

  @Test func french() throws {
    #expect(
      try FactsBench.organizations(
        "Affaires mondiales Canada (AMC), la GRC et Femmes et Égalité des genres Canada",
        language: .french) == ["GAC", "GAC", "RCMP", "WAGE"])
  }

  @Test func `a name leads to the organizations of today`() {
    let index = OrganizationCatalog.index(named: "INAC") ?? -1
    let present = index < 0 ? [] : OrganizationCatalog.present(index)
    #expect(present.map { OrganizationCatalog.all[$0].id } == ["CIRNAC", "ISC"])
    #expect(OrganizationCatalog.index(named: "Sécurité publique Canada") != nil)
    #expect(OrganizationCatalog.index(named: "Ministry of Silly Walks") == nil)
  }

  @Test func `resolutions come with their years`() throws {
    let facts = try FactsBench.facts(
      "UNSCR 1325 (2000), resolutions 1820 and 1960 (2011), and resolution 2242, adopted in 2015.")
    #expect(
      facts.citations.map { "\($0.number) \($0.year)" }
        == ["1325 2000", "1820 0", "1960 2011", "2242 2015"])
    #expect(facts.numbers.isEmpty)
  }

  @Test func `a programme has a name and an acronym its words`() throws {
    let facts = try FactsBench.facts(
      "It runs the Elsie Initiative for Women and the Peace and Stabilization Operations Program "
        + "(PSOP).")
    #expect(
      facts.names.map { facts.quote($0.start, $0.end) }.contains("Elsie Initiative for Women"))
    let acronym = try #require(facts.acronyms.first)
    #expect(
      facts.quote(acronym.expansionStart, acronym.expansionEnd)
        == "Peace and Stabilization Operations Program")
  }
}
