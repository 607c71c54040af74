import SourceText
import Testing

@Suite struct DateTests {
  @Test(
    arguments: [
      ("The report is due by March 31, 2028.", ["2028-3-31 by"]),
      ("On April 20 and 21st, 2017, they met.", ["2017-4-20/21"]),
      ("scheduled for 20-21 April 2017", ["2017-4-20/21"]),
      ("launched in 2010 for five years and sunset in March 2016", ["2010", "2016-3 until"]),
      ("the plan for 2017-2022", ["2017–2022"]),
      ("the plan (2017 — 2022)", ["2017–2022"]),
      ("in fiscal year 2018/19", ["2018–2019 fiscal"]),
      ("in 2026–27", ["2026–2027 fiscal"]),
      ("from 2023 to 2029", ["2023–2029 since"]),
      ("They may act, and march on.", []),
      ("until the end of 2027", ["2027 until"]),
      ("In May 2027 and since 2019", ["2027-5", "2019 since"]),
      ("its authority ends on March 31, 2028", ["2028-3-31 until"]),
    ])
  func english(_ text: String, _ expected: [String]) throws {
    #expect(try FactsBench.dates(text) == expected)
  }

  @Test(
    arguments: [
      ("d’ici le 31 mars 2028", ["2028-3-31 by"]),
      ("les 20 et 21 avril 2017", ["2017-4-20/21"]),
      ("le 1er avril 2027", ["2027-4-1"]),
      ("l’exercice 2026-2027", ["2026–2027 fiscal"]),
      ("jusqu’en 2029", ["2029 until"]),
      ("de 2023 à 2029", ["2023–2029"]),
    ])
  func french(_ text: String, _ expected: [String]) throws {
    #expect(try FactsBench.dates(text, language: .french) == expected)
  }
}
