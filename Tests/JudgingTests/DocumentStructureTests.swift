import Judging
import RuleSets
import SourceText
import Testing

/// Requirements that ask for measures, filled columns and sections.
@Suite struct DocumentStructureTests {
  private static let english = """
    | Result | Baseline (2025) | Target | Lead |
    | --- | --- | --- | --- |
    """
  private static let french = """
    | Résultat | Point de départ | Cible | Responsable |
    | --- | --- | --- | --- |
    """

  // MARK: A measure is the act

  @Test(arguments: [
    (english + "\n| Women mediators on our list | 12 | 40 | |", Language.english, Rung.resourced),
    (english + "\n| Women mediators on our list | TBD | 40 | |", .english, .mention),
    (english + "\n| Boats on our list | 12 | 40 | |", .english, .absent),
    (french + "\n| Médiatrices inscrites | 12 | 40 | |", .french, .resourced),
    (french + "\n| Médiatrices inscrites | à déterminer | 40 | |", .french, .mention),
    ("We will raise the share of women mediators from 20% to 35%.", .english, .resourced),
    ("We aim to raise the share of women mediators from 20% to 35%.", .english, .intent),
    ("We will list women mediators.", .english, .mention),
  ])
  func `a measure in words or in a column is the act`(
    text: String, language: Language, rung: Rung
  ) throws {
    let outcome = try JudgingBench.outcome(
      of: text, language: language, requirement: "m.baseline")
    #expect(outcome.rung == rung, "\(outcome)")
  }

  @Test func `a measure in a description promises nothing`() throws {
    let outcome = try JudgingBench.outcome(
      of: "The share of women mediators varies from 20% to 35%.", requirement: "m.baseline")
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .presentTense)
  }

  // MARK: A share of all rows

  @Test func `every row filled is a commitment`() throws {
    let text = Self.english + "\n| A | 1 | 2 | |\n| B | 3 | 4 | |\n| C | | | |"
    let outcome = try JudgingBench.outcome(of: text, requirement: "m.share")
    #expect(outcome.rung == .commitment)
    #expect(outcome.reasons == [.rows(filled: 2, of: 2)])
  }

  @Test func `enough rows are a mention, too few are none`() throws {
    let half = Self.french + "\n| A | 1 | 2 | |\n| B | s.o. | 4 | |"
    let outcome = try JudgingBench.outcome(of: half, language: .french, requirement: "m.share")
    #expect(outcome.rung == .mention)
    #expect(outcome.reasons == [.rows(filled: 1, of: 2)])
    let third = half + "\n| C | – | 6 | |"
    let few = try JudgingBench.outcome(of: third, language: .french, requirement: "m.share")
    #expect(few.rung == .absent)
    #expect(few.cause == .tooFewRows(filled: 1, of: 3))
  }

  @Test func `without a condition every row of a table with the column is counted`() throws {
    let text = Self.english + "\n| A | 1 | 2 | Peace Branch |\n| B | 3 | | |"
    let outcome = try JudgingBench.outcome(of: text, requirement: "m.every")
    #expect(outcome.cause == .tooFewRows(filled: 1, of: 2))
    let other = "| Result | Target |\n| --- | --- |\n| A | 2 |"
    #expect(try JudgingBench.outcome(of: other, requirement: "m.every").cause == nil)
  }

  @Test func `a word inside another names no column`() throws {
    let text = "| Whole | Leading update | Target |\n| --- | --- | --- |\n| A | B | 4 |"
    #expect(try JudgingBench.outcome(of: text, requirement: "m.every").cause == nil)
  }

  // MARK: Sections

  @Test(arguments: [
    (
      "# Plan\n\n## Annex B: Logic model\n\nTraining leads to more women at the table.",
      Language.english
    ),
    ("# Plan\n\n## Notre modèle logique\n\n### Résultats\n\nLa formation mène à la paix.", .french),
  ])
  func `a section with text under it is a mention`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language, requirement: "m.section")
    #expect(outcome.rung == .mention)
    #expect(outcome.rests(on: .section))
  }

  @Test(arguments: [
    "# Plan\n\n## Logic model\n\n## Budget\n\nThere is enough money for everything.",
    "# Plan\n\n## Logic model\n\n[Insert the logic model of your department]",
    "# Plan\n\n## Logic model\n\nTBD",
  ])
  func `a heading with nothing under it is none`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text, requirement: "m.section")
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .emptySection)
  }
}
