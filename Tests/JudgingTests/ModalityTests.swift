import Judging
import RuleSets
import SourceText
import Testing

/// How firm the words around the act are, in plain sentences of a departmental plan.
@Suite struct ModalityTests {
  @Test func `the bench's own rules have no fault`() {
    #expect(JudgingBench.problems == "")
    #expect(JudgingBench.rules?.requirements.count == 29)
  }

  @Test(arguments: [
    "The Department will train women mediators.",
    "The Department shall train women mediators.",
    "Missions must train women mediators.",
    "The Department commits to train women mediators.",
    "We commit to funding women mediators.",
    "The Government is committed to hiring women mediators.",
    "The Government is committed to actively hiring women mediators.",
    "The Department has agreed to train women mediators.",
    "Under this plan to the deputy minister, we will train women mediators.",
    "The Department will find out which courses have helped and train women mediators.",
    "The Department will take the minister’s car to train women mediators.",
    "The Department undertakes to fund women mediators.",
    "Embassies are required to train women mediators.",
    "It is mandatory to train women mediators.",
    "The Department has to train women mediators.",
    "We’ll train women mediators.",
    "The Department will also, through its missions, train women mediators.",
    "Women mediators will be trained.",
    "Women mediators must be hired by the Department.",
  ])
  func `binding words are a commitment`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text)
    #expect(outcome.rung == .commitment)
    #expect(outcome.rests(on: .bindingWord))
  }

  @Test(arguments: [
    "The Department aims to train women mediators.",
    "The Department seeks to fund women mediators.",
    "We strive to train women mediators.",
    "The Department intends to train women mediators.",
    "We hope to fund women mediators.",
    "The Department may train women mediators.",
    "The Department might train women mediators.",
    "The Department could fund women mediators.",
    "The Department should train women mediators.",
    "We would like to train women mediators.",
    "The Department would train women mediators.",
    "The Department will explore how to train women mediators.",
    "The Department will consider funding women mediators.",
    "The Department will look at ways to train women mediators.",
    "The Department will work towards training women mediators.",
    "The Department will continue to train women mediators.",
    "The Department plans to train women mediators.",
    "The Department is planning to fund women mediators.",
    "The Department proposes to train women mediators.",
    "Women mediators may be trained.",
    "Women mediators could be hired.",
    "The Department is considering whether to fund women mediators.",
    "Missions will be encouraged to hire women mediators.",
    "Funding for women mediators will be sought.",
    "Options for training women mediators will be examined.",
    "Every effort will be made, and efforts will be made to train women mediators.",
    "The Department will do its best to train women mediators.",
    "The Department will make every effort to train women mediators.",
    "The Department will take concrete steps to train women mediators.",
    "The Department will be ready to train women mediators.",
    "The Department will remain attentive to training women mediators.",
    "The Department will play a key role in training women mediators.",
    "The Department stands ready to train women mediators.",
    "The Department will need to train women mediators.",
  ])
  func `soft words are an intent`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text)
    #expect(outcome.rung == .intent)
    #expect(outcome.rests(on: .intendingWord))
  }

  @Test(arguments: [
    "The Department trains women mediators.",
    "Canada supports women mediators.",
    "Training women mediators is a priority.",
    "We are proud to fund women mediators.",
    "Women mediators are trained at the school.",
    "The Department is committed to the funding of women mediators.",
  ])
  func `description in the present is a mention`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text)
    #expect(outcome.rung == .mention)
    #expect(outcome.rests(on: .presentTense))
  }

  @Test(arguments: [
    "Le Ministère formera des médiatrices.",
    "Nous financerons des médiatrices.",
    "Les ambassades embaucheront des médiatrices.",
    "Le Ministère s’engage à former des médiatrices.",
    "Nous nous engageons à financer des médiatrices.",
    "Le Ministère va former des médiatrices.",
    "Les missions vont financer des médiatrices.",
    "Le Ministère doit former des médiatrices.",
    "Les missions devront former des médiatrices.",
    "Le Ministère est tenu de former des médiatrices.",
    "Il incombe à nos missions de former des médiatrices.",
    "Des médiatrices seront formées.",
    "Des médiatrices seront embauchées par le Ministère.",
    "Le Ministère devra, avec ses missions, former des médiatrices.",
    "Le Gouvernement a pris l’engagement de former des médiatrices.",
    "Le Ministère a accepté de former des médiatrices.",
    "Le Ministère verra quels cours ont servi et formera des médiatrices.",
  ])
  func `French futures and duties are a commitment`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text, language: .french)
    #expect(outcome.rung == .commitment)
    #expect(outcome.rests(on: .bindingWord))
  }

  @Test(arguments: [
    "Le Ministère vise à former des médiatrices.",
    "Nous visons à former des médiatrices.",
    "Le Ministère cherche à financer des médiatrices.",
    "Le Ministère s’efforce de former des médiatrices.",
    "Le Ministère s’emploie à former des médiatrices.",
    "Le Ministère a l’intention de former des médiatrices.",
    "Le Ministère entend former des médiatrices.",
    "Nous espérons former des médiatrices.",
    "J’entends former des médiatrices.",
    "Le Ministère souhaite former des médiatrices.",
    "Le Ministère envisage de former des médiatrices.",
    "Le Ministère explorera des façons de former des médiatrices.",
    "Le Ministère étudiera la possibilité de financer des médiatrices.",
    "Le Ministère travaillera à former des médiatrices.",
    "Le Ministère continuera de former des médiatrices.",
    "Le Ministère prévoit former des médiatrices.",
    "Le Ministère compte former des médiatrices.",
    "Le Ministère pourrait former des médiatrices.",
    "Le Ministère pourra former des médiatrices.",
    "Un plan pourra être établi pour former des médiatrices.",
    "Le Ministère peut former des médiatrices.",
    "Le Ministère devrait former des médiatrices.",
    "Le Ministère formerait des médiatrices.",
    "Nous aimerions former des médiatrices.",
    "Nous voudrions financer des médiatrices.",
    "Des médiatrices pourraient être formées.",
    "Le Ministère encouragera les missions à embaucher des médiatrices.",
    "Des fonds pour former des médiatrices seront sollicités.",
    "Former des médiatrices sera envisagé.",
    "Des options pour former des médiatrices seront examinées.",
    "Des efforts seront déployés pour former des médiatrices.",
    "Le Ministère fera tout son possible pour former des médiatrices.",
    "Le Ministère ne ménagera aucun effort pour former des médiatrices.",
    "Le Ministère prendra des mesures pour former des médiatrices.",
    "Le Ministère sera prêt à former des médiatrices.",
    "Le Ministère demeurera attentif à former des médiatrices.",
    "Le Ministère est déterminé à former des médiatrices.",
    "Le Ministère cherchera des fonds pour former des médiatrices.",
  ])
  func `French aims and conditionals are an intent`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text, language: .french)
    #expect(outcome.rung == .intent)
    #expect(outcome.rests(on: .intendingWord))
  }

  @Test(arguments: [
    "Le Ministère forme des médiatrices.",
    "Le Canada appuie les médiatrices.",
    "Former des médiatrices est une priorité.",
    "Le programme finance des médiatrices dans le monde.",
  ])
  func `French description in the present is a mention`(text: String) throws {
    let outcome = try JudgingBench.outcome(of: text, language: .french)
    #expect(outcome.rung == .mention)
  }

  /// The word before the act governs it, not a firmer one further on or in another clause.
  @Test(arguments: [
    ("We may train women mediators, but must publish a list.", Rung.commitment),
    ("The Department will review the plan, and train women mediators.", .commitment),
    ("The Department will review women mediators’ pay and may train them.", .commitment),
    ("We hope for peace; we will train women mediators.", .commitment),
    ("We will succeed; women mediators may be trained.", .intent),
    ("In May 2028 the Department will train women mediators.", .resourced),
  ])
  func `the nearest word of the clause decides`(text: String, rung: Rung) throws {
    #expect(try JudgingBench.outcome(of: text).rung == rung)
  }

  /// A commitment whose act goes with the topic wins over weaker acts of the same sentence.
  @Test func `the firmest act of a unit counts`() throws {
    let text = "We may train women mediators and we will fund them."
    #expect(try JudgingBench.outcome(of: text).rung == .commitment)
  }
}
