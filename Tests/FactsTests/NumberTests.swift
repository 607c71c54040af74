import Facts
import SourceText
import Testing

@Suite struct NumberTests {
  @Test(
    arguments: [
      ("The Department will train 1,250 officers.", ["count 1250"]),
      ("At least 40% of staff, up from 12.5 per cent.", ["percent 40 at least", "percent 12.5"]),
      ("Canada is providing $20M to the project.", ["money 20000000"]),
      ("It will invest $12.5 million a year.", ["money 12500000 yearly"]),
      ("about twenty-five officials and over 35 guests", ["count 25 about", "count 35 over"]),
      ("raise the share from 12% to 20%", ["percent 12 baseline", "percent 20 target"]),
      ("Goal 3 and section 2.1 follow resolution 1325.", []),
      ("It trained 30 officers in 2024 and 40 in 2025.", ["count 30 @2024", "count 40 @2025"]),
      ("no fewer than ten federal partners", ["count 10 at least"]),
      ("a mandate of three years", ["duration 36"]),
      ("within 72 hours", []),
      ("2000 women were reached", ["count 2000"]),
      ("12 advisors (baseline 7)", ["count 12", "count 7 baseline"]),
      ("sixty-four specialists and twenty-one guests", ["count 64", "count 21"]),
      ("two hundred and fifty women", ["count 250"]),
      ("four and a half million dollars", ["money 4500000"]),
      ("half a million dollars", ["money 500000"]),
      ("Almost half of them stayed.", ["percent 50 about"]),
      ("three quarters of the posts", ["percent 75"]),
      ("one in five officers", ["percent 20"]),
      ("the second half of the year", []),
      ("two dozen mentors", ["count 24"]),
      ("a third party", []),
      (
        "two million dollars for boats, three million for crews",
        ["money 2000000", "money 3000000"]
      ),
      ("two million dollars for three million people", ["money 2000000", "count 3000000"]),
    ])
  func english(_ text: String, _ expected: [String]) throws {
    #expect(try FactsBench.numbers(text) == expected)
  }

  @Test(
    arguments: [
      ("Le Ministère formera 1 250 agentes.", ["count 1250"]),
      ("Le Ministère formera 1\u{202F}250 agentes.", ["count 1250"]),
      ("12,5 M$ sur cinq ans", ["money 12500000", "duration 60"]),
      ("1 250 000 $ par an", ["money 1250000 yearly"]),
      ("au moins 40 % du personnel", ["percent 40 at least"]),
      ("3 milliards de dollars", ["money 3000000000"]),
      ("plus de 35 représentants et environ 50 invités", ["count 35 over", "count 50 about"]),
      ("passer de 12 % à 20 %", ["percent 12 baseline", "percent 20 target"]),
      ("quatre-vingt-dix-sept femmes", ["count 97"]),
      ("soixante et onze juges", ["count 71"]),
      ("deux millions et demi de dollars", ["money 2500000"]),
      ("deux cent cinquante agentes", ["count 250"]),
      ("La moitié des postes", ["percent 50"]),
      ("le quart des membres", ["percent 25"]),
      ("le tiers aux cliniques", ["percent 33.333333333333336"]),
      ("une trentaine de femmes", ["count 30 about"]),
    ])
  func french(_ text: String, _ expected: [String]) throws {
    #expect(try FactsBench.numbers(text, language: .french) == expected)
  }

  @Test(arguments: ["M$", "US$", "Budget", "Coûts"])
  func `a column of money is known by its heading`(_ heading: String) throws {
    let table = "| Mesure | \(heading) |\n|---|---|\n| Une école | 3 |\n"
    let facts = try FactsBench.facts(table, language: .french)
    #expect(facts.indicators.first.map { !$0.amount.isEmpty } == true)
  }

  @Test(arguments: [
    "2019-20,1500,1600,1700,1800", "2026-27.1.1.1.1.1.1.1.1.1", "2026-27.11111111111111111111",
    "for 10000000000000000000 years", "$5 million over 1000000000000000000 years",
    "two billion billion billion women", "999999999999999999999999999999 million dollars",
  ])
  func `a number has a largest value`(_ text: String) throws {
    for language in Language.allCases {
      let facts = try FactsBench.facts("It gave \(text) in all.", language: language)
      #expect(facts.numbers.allSatisfy { $0.value <= NumberFact.largest })
    }
  }

  @Test func `a column says what its numbers are`() throws {
    let table = """
      | Indicator | Baseline | Target | Date |
      |---|---|---|---|
      | Women deployed | 7 | 12 | March 2028 |
      """
    #expect(try FactsBench.numbers(table) == ["count 7 baseline", "count 12 target"])
    let facts = try FactsBench.facts(table)
    let row = try #require(facts.indicators.first)
    #expect(facts.quote(row.indicator.range) == "Women deployed")
    #expect(facts.quote(row.date.range) == "March 2028")
  }
}
