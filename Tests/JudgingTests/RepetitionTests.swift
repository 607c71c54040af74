import Judging
import RuleSets
import SourceText
import Testing

/// Boilerplate, sentences without a verb, money that is not there yet.
@Suite struct RepetitionTests {
  @Test(arguments: [
    ("The Department will train women mediators in every mission.", Language.english),
    ("Le Ministère formera des médiatrices dans chaque mission à l’étranger.", .french),
  ])
  func `the same words count once`(text: String, language: Language) throws {
    let count = try JudgingBench.evidence(
      of: "# A\n\n\(text)\n\n# B\n\n\(text)\n", language: language)
    #expect(count.evidence == 1)
    #expect(count.causes == [.repetition])
  }

  @Test func `short passages may meet by chance`() throws {
    let text = "- train women mediators"
    let count = try JudgingBench.evidence(of: "# A\n\n\(text)\n\n# B\n\n\(text)\n")
    #expect(count.evidence == 2)
  }

  @Test(arguments: [
    ("Payment of women mediators by June 2028.", Language.english, Rung.resourced),
    ("Deployment of women mediators, Peace Operations Branch.", .english, .resourced),
    ("Deployment of women mediators.", .english, .mention),
    ("Deployment of women mediators is under way by June 2028.", .english, .mention),
    ("Déploiement de médiatrices, Direction générale de la paix.", .french, .resourced),
    ("Versement à des médiatrices d’ici juin 2028.", .french, .resourced),
    ("Déploiement de médiatrices.", .french, .mention),
  ])
  func `a sentence without a verb is a deliverable with an owner or a date`(
    text: String, language: Language, rung: Rung
  ) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == rung, "\(outcome)")
  }

  @Test(arguments: [
    ("Once funding is approved, the Department will train women mediators.", Language.english),
    ("The Department will train women mediators when money is found.", .english),
    ("The Department will, budget permitting, train women mediators.", .english),
    ("Une fois les crédits obtenus, le Ministère formera des médiatrices.", .french),
    ("Le Ministère formera des médiatrices dans la limite des crédits.", .french),
  ])
  func `money that is not there yet makes an intent`(text: String, language: Language) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == .intent, "\(outcome)")
    #expect(outcome.rests(on: .condition))
  }

  @Test(arguments: [
    ("## Women mediators\n\n- Train 40 of them\n- Buy boats", Language.english, Rung.commitment),
    ("## Médiatrices\n\n- En former 40\n- Acheter des bateaux", .french, .commitment),
    ("## Women mediators\n\nWe buy boats.\n\n- Train 40 of them", .english, .absent),
    ("## Women mediators\n\nTrain 40 of them.", .english, .absent),
  ])
  func `a heading carries the topic for the list right under it`(
    text: String, language: Language, rung: Rung
  ) throws {
    let outcome = try JudgingBench.outcome(of: text, language: language)
    #expect(outcome.rung == rung, "\(outcome)")
  }
}
