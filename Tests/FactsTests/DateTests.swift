import Facts
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

  /// First and last day that each date can mean.
  private func days(_ text: String, _ language: Language, years: [Int] = []) throws -> [[Int]] {
    try FactsBench.facts(text, language: language, years: years).dates.map { [$0.first, $0.last] }
  }

  @Test(
    arguments: [
      ("It opens in the spring of 2029.", [[20_290_301, 20_290_631]]),
      ("The second quarter of 2029 was calm.", [[20_290_401, 20_290_631]]),
      ("Q4 2028-29 was calm.", [[20_290_101, 20_290_331]]),
      ("on the thirty-first of March 2031", [[20_310_331, 20_310_331]]),
      ("on the 5th of May 2030", [[20_300_505, 20_300_505]]),
      ("It lapses on 31/03/2027.", [[20_270_331, 20_270_331]]),
      ("It lapses on 04/03/2027.", [[20_270_101, 20_271_231]]),
      ("since 2027-03", [[20_270_301, 20_270_331]]),
      ("from 2005-10 onward", [[20_050_101, 20_101_231]]),
      ("a war of 2008–12", [[20_080_101, 20_121_231]]),
    ])
  func `times in other forms`(_ text: String, _ expected: [[Int]]) throws {
    #expect(try days(text, .english) == expected)
  }

  @Test(
    arguments: [
      ("Il ouvre à l’automne 2029.", [[20_290_901, 20_291_231]]),
      ("le trente et un mars 2031", [[20_310_331, 20_310_331]]),
      ("le premier avril 2030", [[20_300_401, 20_300_401]]),
    ])
  func `dates françaises en d’autres formes`(_ text: String, _ expected: [[Int]]) throws {
    #expect(try days(text, .french) == expected)
  }

  @Test func `a year of the plan is counted from its first`() throws {
    let text = "Before the plan's second anniversary, the office will name a judge."
    #expect(try days(text, .english, years: [2028, 2033]) == [[20_300_101, 20_301_231]])
    #expect(try days(text, .english).isEmpty)
  }

  @Test func `an item that opens with a day is due on it`() throws {
    let facts = try FactsBench.facts("- June 2029: the office will open a school.\n")
    #expect(facts.dates.allSatisfy { $0.role.contains(.deadline) })
    #expect(facts.dates.count == 1)
  }
}
