import Facts
import RuleSets
import SourceText
import Testing

@testable import Checkers
@testable import Checking

/// Searches in documents far longer than any plan: what is beyond a limit is not looked at.
@Suite struct LongDocumentTests {
  private static let long = (0..<2600).map { "We will fund women peacebuilders, file W\($0)X.\n\n" }
    .joined()

  private static func corpus() throws -> Corpus {
    try CheckerBench.corpus([
      ("old.md", "We will fund women peacebuilders.\n", .departmentalPlan, "2024"),
      ("new.md", long, .departmentalPlan, "2026"),
    ])
  }

  @Test func `words of thousands of passages are looked for in the first of them`() throws {
    let corpus = try Self.corpus()
    let finder = PassageFinder(corpus)
    let words = finder.words(of: CorpusPassage(member: 0, unit: 0))
    #expect(words.count >= 3)
    let found = finder.find(words, in: 1, least: 0.1)
    #expect(found.count == PassageFinder.mostPassages)
    // Nothing is left of one search for the next.
    #expect(finder.find(words, in: 1, least: 0.1).map(\.cover) == found.map(\.cover))
  }

  @Test func `a rare word finds its passage wherever it stands, with all its words`() throws {
    let corpus = try Self.corpus()
    let finder = PassageFinder(corpus)
    let facts = corpus.members[1].facts
    let last = try #require(facts.units.indices.last)
    let words = finder.words(of: CorpusPassage(member: 1, unit: last))
    let best = try #require(finder.find(words, in: 1, least: 0.1).first)
    #expect(best.passage.unit == last)
    #expect(best.shared == words.count)
    #expect(best.cover > 0.99)
  }

  @Test func `so many promises of one document are followed up`() throws {
    let promises = (0..<PromiseTraces.mostPromises + 40).map {
      "The Department will publish the harbour review number W\($0)X by 31 March 2022.\n\n"
    }.joined()
    let corpus = try CheckerBench.corpus([
      ("old.md", promises, .departmentalPlan, "2021"),
      ("new.md", "# Report\n\nGulls were counted.\n", .resultsReport, "2025"),
    ])
    let findings = try CheckerBench.checker("coh.promise-kept").report(on: corpus, options: [:])
    #expect(findings.count == PromiseTraces.mostPromises)
  }

  @Test func `a row of a long table is set against few of its like, its equal among them`() throws {
    let finder = PassageFinder(try Self.corpus())
    let rows = AlikeRows((0..<3000).map { [1, 2, 3, $0 < 2999 ? 4 : 5] }, finder)
    let alike = rows.rows(like: [1, 2, 3, 4])
    #expect(!alike.isEmpty && alike.count <= AlikeRows.mostRows + 1)
    #expect(rows.rows(like: [1, 2, 3, 5]).contains { $0.row == 2999 && $0.both > 0.99 })
  }

  @Test func `so many names are looked for in a text`() {
    var names = NameSearch(Array("The Harbour Council met.".utf8))
    func holds(_ name: String) -> Bool { names.holds(Array(name.utf8)) }
    #expect(holds("Harbour Council"))
    #expect(!holds("Harbour Councils"))
    for number in 2..<NameSearch.mostNames { _ = holds("Pier \(number)") }
    #expect(!holds("Council met."))
    #expect(holds("Harbour Council"))
  }
}
