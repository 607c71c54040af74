import Evaluation
import RuleSets
import SourceText
import Testing

/// What was found against what is labelled, on a set small enough to count by hand.
@Suite struct ScorerTests {
  private static let set = LabelledSet(
    name: "small", path: "small",
    units: [
      unit("a.md", "We will train forty women mediators in Kisumu.", ["wps.x": .commitment]),
      unit(
        "a.md", "Women mediators matter to every peace.", ["wps.x": .mention, "gba.y": .mention]),
      unit("a.md", "The Union will train mediators.", [:], trap: "others", tempts: ["wps.x"]),
      unit("b.md", "Nous formerons des médiatrices.", ["wps.x": .commitment], .french),
      unit("b.md", "Les bateaux sont bleus.", [:], .french, trap: "boats"),
    ], scope: LabelScope())

  private static func unit(
    _ document: String, _ text: String, _ labels: [String: Rung], _ language: Language = .english,
    trap: String? = nil, tempts: [String] = []
  ) -> LabelledUnit {
    LabelledUnit(
      document: document, text: text, language: language, labels: labels, trap: trap,
      tempts: tempts)
  }

  private static func found(
    _ document: String, _ requirement: String, _ rung: Rung, _ quote: String
  ) -> FoundPassage {
    FoundPassage(document: document, requirement: requirement, rung: rung, quote: quote)
  }

  private static func score(_ passages: [FoundPassage]) -> SetScore {
    Scorer(set, requirements: ["wps.x", "gba.y"]) { _, _ in .commitment }.score(passages)
  }

  @Test func `all that is labelled and nothing else is a full score`() {
    let score = Self.score(
      Self.set.units.flatMap { unit in
        unit.labels.map { Self.found(unit.document, $0.key, $0.value, unit.text) }
      })
    #expect(score[.all].precision == Rate(4, of: 4))
    #expect(score[.all].recall == Rate(4, of: 4))
    #expect(score[.all].f1 == 1)
    #expect(score[.all].exactRung == Rate(4, of: 4))
    #expect(score[.all].traps.hit == Rate(0, of: 2))
    #expect(score[.all].documents.falseCovered.part == 0)
    #expect(score[.all].documents.falseGap == Rate(0, of: 2))
    #expect(score.misses.isEmpty && score.falseAlarms.isEmpty)
    #expect(score.labelCount == 4)
  }

  @Test func `what a report does not ask for is no false cover in it`() {
    let scorer = Scorer(Self.set, requirements: ["wps.x", "gba.y"]) { _, _ in
      .commitment
    } applies: { document, _ in
      document == "a.md"
    }
    let score = scorer.score(
      Self.set.units.flatMap { unit in
        ["wps.x", "gba.y"].map { Self.found(unit.document, $0, .resourced, unit.text) }
      })
    let documents = score[.all].documents
    #expect(documents.falseCovered.whole == 2 && documents.falseCovered.part == 2)
    #expect(documents.shownFalseCovered == Rate(1, of: 1))
  }

  @Test func `nothing found misses every label`() {
    let score = Self.score([])
    #expect(score[.all].recall == Rate(0, of: 4))
    #expect(score[.language(.french)].missed == 1)
    #expect(score[.framework("gba")].missed == 1)
    #expect(score[.all].documents.falseGap == Rate(2, of: 2))
    #expect(score.misses.count == 4)
  }

  @Test func `a trap, a weak rung and a wrong requirement are told apart`() {
    let score = Self.score([
      Self.found("a.md", "wps.x", .resourced, "The Union will train mediators."),
      Self.found("a.md", "wps.x", .intent, "we will train forty  women mediators in Kisumu"),
      Self.found("b.md", "gba.y", .mention, "Les bateaux sont bleus."),
    ])
    let all = score[.all]
    #expect(all.precision == Rate(1, of: 3))
    #expect(all.found == 1 && all.missed == 3)
    #expect(all.traps.hit == Rate(2, of: 2))
    #expect(all.traps.hitAtFloor == Rate(1, of: 2))
    #expect(all.traps.tempted == 1)
    #expect(all.rungs[Rung.commitment.rawValue][Rung.intent.rawValue] == 1)
    #expect(all.exactRung == Rate(0, of: 1))
    #expect(all.nearRung == Rate(1, of: 1))
    // The document a.md is labelled as met and found above it: no false gap there, one in b.md.
    #expect(all.documents.falseGap == Rate(1, of: 2))
  }

  @Test func `a second quotation of one passage counts neither way`() {
    let score = Self.score([
      Self.found("a.md", "wps.x", .commitment, "We will train forty women mediators in Kisumu."),
      Self.found("a.md", "wps.x", .mention, "train forty women mediators in Kisumu"),
    ])
    #expect(score[.all].right == 1)
    #expect(score[.all].wrong == 0)
    #expect(score[.all].found == 1)
  }

  @Test func `what the set does not count is passed over`() {
    let passages = [
      Self.found("a.md", "nap.z", .mention, "We will train forty women mediators in Kisumu."),
      Self.found("c.md", "wps.x", .mention, "Elsewhere."),
      Self.found("a.md", "wps.x", .absent, "Women mediators matter to every peace."),
    ]
    #expect(Self.score(passages)[.all].precision == Rate(0, of: 0))
  }

  @Test func `the mean is over labelled requirements`() {
    let score = Self.score([
      Self.found("a.md", "gba.y", .mention, "Women mediators matter to every peace.")
    ])
    #expect(score.macro.requirements == 2)
    #expect(score.macro.recall == 0.5)
  }

  @Test func `sets are added up`() {
    let one = Self.score([])
    let sum = SetScore(name: "all", [one, one])
    #expect(sum[.all].missed == 8)
    #expect(sum.unitCount == 10)
    #expect(sum[.all].traps.hit == Rate(0, of: 4))
  }

  @Test func `a scope says what is labelled in full`() {
    let scope = LabelScope(complete: ["wps", "gba.y"], except: ["wps.lead.stance"])
    let set = LabelledSet(name: "s", path: "s", units: Self.set.units, scope: scope)
    #expect(set.counts("wps.new") && set.counts("gba.y"))
    #expect(!set.counts("wps.lead.stance") && !set.counts("gba.z") && !set.counts("wpsx.a"))
    #expect(set.counted(of: ["wps.q", "nap.a"]) == ["wps.q", "wps.x", "gba.y"])
    #expect(Self.set.counted(of: ["wps.q"]) == ["wps.x", "gba.y"])
  }
}
