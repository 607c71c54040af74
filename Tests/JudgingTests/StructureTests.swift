import Judging
import RuleSets
import SourceText
import Testing

/// What lists, tables, headings and sections do to a passage.
@Suite struct StructureTests {
  // MARK: Lists

  @Test(arguments: [
    (
      "The Department will:\n\n- train women mediators;\n- buy boats.", Language.english,
      Rung.commitment
    ),
    ("The Department may:\n\n- train women mediators;\n- buy boats.", .english, .intent),
    ("We aim to\n\n* train women mediators\n* buy boats", .english, .intent),
    ("Le Ministère :\n\n- formera des médiatrices;\n- achètera des bateaux.", .french, .commitment),
    (
      "Le Ministère s’engage à :\n\n- former des médiatrices;\n- acheter des bateaux.", .french,
      .commitment
    ),
    (
      "Le Ministère pourrait :\n\n- former des médiatrices;\n- acheter des bateaux.", .french,
      .intent
    ),
    (
      "Le Ministère vise à :\n\n1. former des médiatrices;\n2. acheter des bateaux.", .french,
      .intent
    ),
  ])
  func `a lead-in governs its items`(text: String, language: Language, rung: Rung) throws {
    #expect(try JudgingBench.outcome(of: text, language: language).rung == rung)
  }

  @Test(arguments: [
    ("The Department will not:\n\n- train women mediators;\n- buy boats.", Language.english),
    ("Le Ministère ne va pas :\n\n- former de médiatrices;\n- acheter de bateaux.", .french),
  ])
  func `a denied lead-in denies its items`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .negation)
  }

  @Test func `a lead-in about others lends its items to them`() throws {
    let text = "The United Nations will:\n\n- train women mediators;\n- buy boats."
    let outcome = try JudgingBench.outcome(of: text)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .otherActor)
  }

  @Test func `a conditional lead-in conditions its items`() throws {
    let text = "Subject to funding, the Department will:\n\n- train women mediators;\n- buy boats."
    #expect(try JudgingBench.outcome(of: text).rung == .intent)
  }

  @Test func `the topic may stand in the lead-in, the act in the item`() throws {
    let text = "For women mediators, the Department will:\n\n- fund travel;\n- buy boats."
    #expect(try JudgingBench.outcome(of: text).rung == .commitment)
  }

  @Test(arguments: [
    ("## Actions\n\n- Train women mediators.\n- Buy boats.", Language.english),
    ("## Mesures\n\n- Former des médiatrices.\n- Acheter des bateaux.", .french),
  ])
  func `a bare verb that opens an item is a thing to do`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .commitment)
    #expect(outcome.rests(on: .bareVerb))
  }

  @Test(arguments: [
    ("- Training of women mediators (Peace Operations Branch)", Language.english),
    ("- Payments to women mediators by June 2028", .english),
    ("- Versements à des médiatrices (Direction générale de la paix)", .french),
  ])
  func `a noun of action with an owner or a date is a deliverable`(
    text: String, language: Language
  ) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .resourced)
    #expect(outcome.rests(on: .nominalised))
  }

  @Test func `a noun of action alone is a mention`() throws {
    #expect(try JudgingBench.outcome(of: "- Payments to women mediators").rung == .mention)
  }

  @Test func `an item with its own modal keeps it`() throws {
    let text = "The Department will do much:\n\n- missions may train women mediators."
    #expect(try JudgingBench.outcome(of: text).rung == .intent)
  }

  // MARK: Tables

  private func table(_ header: String, _ row: String) -> String {
    let count = header.split(separator: "|", omittingEmptySubsequences: false).count
    let rule = Array(repeating: "---", count: count).joined(separator: "|")
    return "| \(header) |\n|\(rule)|\n| \(row) |\n"
  }

  @Test(arguments: [
    ("Action|Target", "Train women mediators|40", Marker.target),
    ("Action|Date to achieve target", "Train women mediators|March 2029", .date),
    ("Action|Owner", "Train women mediators|Peace Branch", .owner),
    ("Action|Responsibility", "Train women mediators|Peace Branch", .owner),
    ("Action|Baseline", "Train women mediators|12", .baseline),
    ("Action|Planned spending amount", "Train women mediators|2 million", .amount),
  ])
  func `a filled column resources its row`(header: String, row: String, marker: Marker) throws {
    let outcome = try JudgingBench.outcome(of: table(header, row))
    #expect(outcome.rung == .resourced)
    #expect(outcome.markers.contains(marker))
  }

  @Test(arguments: [
    ("Mesure|Cible", "Former des médiatrices|40", Marker.target),
    ("Mesure|Échéance", "Former des médiatrices|mars 2029", .date),
    ("Mesure|Responsable", "Former des médiatrices|Direction de la paix", .owner),
    ("Mesure|Donnée de référence", "Former des médiatrices|12", .baseline),
    ("Mesure|Montant", "Former des médiatrices|2 millions", .amount),
  ])
  func `a filled column resources its row in French`(header: String, row: String, marker: Marker)
    throws
  {
    let outcome = try JudgingBench.outcome(of: table(header, row), language: .french)
    #expect(outcome.rung == .resourced)
    #expect(outcome.markers.contains(marker))
  }

  @Test(arguments: [
    "TBD", "To be determined", "to be confirmed by WAGE", "n/a", "N/A", "–", "-", "", "Ongoing",
    "Not available", "[Insert target]",
  ])
  func `a placeholder resources nothing`(cell: String) throws {
    let outcome = try JudgingBench.outcome(
      of: table("Action|Target", "Train women mediators|\(cell)"))
    #expect(outcome.rung < .resourced)
    #expect(outcome.markers == [])
  }

  @Test(arguments: ["À déterminer", "à venir", "s.o.", "S.O.", "En continu", "non disponible", "—"])
  func `a placeholder resources nothing in French`(cell: String) throws {
    let outcome = try JudgingBench.outcome(
      of: table("Mesure|Cible", "Former des médiatrices|\(cell)"), language: .french)
    #expect(outcome.rung < .resourced)
    #expect(outcome.markers == [])
  }

  @Test func `a header row is no evidence`() throws {
    let text = table("Train women mediators|Target", "Boats|40")
    #expect(try JudgingBench.outcome(of: text).rung == .absent)
  }

  // MARK: Headings and sections

  @Test(arguments: [
    "# We will train women mediators", "### Train women mediators\n\nNothing else.",
  ])
  func `a heading is no evidence`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .heading)
  }

  @Test(arguments: [
    ("Definitions", Language.english), ("Appendix: Definitions", .english), ("Glossary", .english),
    ("6. Glossary", .english), ("Federal tax expenditures", .english),
    ("List of acronyms", .english), ("DEFINITIONS", .english),
    ("Supplementary information tables", .english),
    ("Définitions", .french), ("Annexe : définitions", .french), ("Glossaire", .french),
    ("Dépenses fiscales fédérales", .french), ("Liste des sigles", .french),
    ("Tableaux de renseignements supplémentaires", .french),
  ])
  func `a section that the template forces on every plan is no evidence`(
    heading: String, language: Language
  ) throws {
    let sentence =
      language == .english
      ? "The Department will train women mediators." : "Le Ministère formera des médiatrices."
    let outcome = try JudgingBench.outcome(
      of: "# Plan\n\n## \(heading)\n\n### Sub\n\n\(sentence)", language: language)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .templateSection)
    // The section ends with the next heading of its level.
    let after = try JudgingBench.outcome(
      of: "# Plan\n\n## \(heading)\n\nText.\n\n## Plans\n\n\(sentence)", language: language)
    #expect(after.rung == .commitment)
  }

  @Test(arguments: [
    ("[Insert how the Department will train women mediators]", Language.english),
    ("[Describe: the Department will train women mediators.]", .english),
    ("[Insérer comment le Ministère formera des médiatrices]", .french),
  ])
  func `a bracketed instruction is no evidence`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .absent)
    #expect(outcome.cause == .placeholder)
  }

  @Test func `a link at the start of a sentence is no instruction`() throws {
    let text = "[The Department](https://example.org) will train women mediators."
    #expect(try JudgingBench.outcome(of: text).rung == .commitment)
  }

  @Test func `code is not read`() throws {
    let text = "```\nThe Department will train women mediators.\n```"
    #expect(try JudgingBench.outcome(of: text) == .init(rung: .absent, reasons: [], markers: []))
  }

  /// A status is no date, and what compares results is no start.
  @Test(arguments: [
    (
      "| Women mediators | Date |\n| --- | --- |\n| Women mediators’ list | Done |", "m.date",
      Rung.absent
    ),
    (
      "| Women mediators | Date |\n| --- | --- |\n| Women mediators’ list | Spring |", "m.date",
      .resourced
    ),
    (
      "| Result | Before | After |\n| --- | --- | --- |\n| Women mediators in work | 12% | 21% |",
      "m.baseline", .mention
    ),
  ])
  func `what a column really holds`(text: String, requirement: String, rung: Rung) throws {
    let outcome = try JudgingBench.outcome(of: text, requirement: requirement)
    #expect(outcome.rung == rung, "\(outcome)")
  }

  /// The title above the text anchors it as a heading does.
  @Test func `a title in the metadata is an anchor`() throws {
    let text = "---\ntitle: A plan for peace\n---\n\nWe will train women mediators."
    #expect(try JudgingBench.outcome(of: text, requirement: "m.with").rung == .commitment)
    let other = "---\ntitle: A plan for boats\n---\n\nWe will train women mediators."
    #expect(try JudgingBench.outcome(of: other, requirement: "m.with").rung == .absent)
  }

  /// Cells that say who and when in their own words, under headings that do not.
  @Test func `a row without columns of measures`() throws {
    let text = """
      | Group | Answer |
      | --- | --- |
      | Women mediators | A tour from May 2028, deployed by the Peace Branch |
      """
    #expect(try JudgingBench.outcome(of: text).rung == .resourced)
  }
}
