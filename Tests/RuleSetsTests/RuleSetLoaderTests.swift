import RuleSets
import SourceText
import TestSupport
import Testing

@Suite struct RuleSetLoaderTests {
  @Test func `a good rule set is read whole, without a complaint`() throws {
    let files = try RuleFiles(GoodFiles.ruleSet)
    #expect(files.complaints == [])
    let set = try #require(files.rules.ruleSets.first)
    #expect(set.id == "mediators")
    #expect(set.version == "1.0.0")
    #expect(set.title == LocalizedText(english: "Mediators", french: "Médiatrices"))
    let source = try #require(set.sources.first)
    #expect(
      [source.id, source.title, source.publisher, source.date] == [
        "charter", "Charter", "Us", "2020",
      ])
    let requirement = try #require(set.requirements.first)
    #expect(requirement.id == "m.train")
    #expect(requirement.group == "m")
    #expect(requirement.sources == ["charter"])
    #expect(requirement.advice.french == "Dire combien.")
    #expect(requirement.weight == 3)
    #expect(requirement.line == 11)
    #expect(requirement.examples.count == 12)
    #expect(requirement.examples[6].language == .french)
    #expect(requirement.examples[6].kind == .departmentalPlan)
    #expect(requirement.evidence.english[.act]?.map(\.text) == ["train"])
    #expect(requirement.evidence.french[.topic]?.map(\.text) == ["médiatrice"])
    #expect(requirement.evidence.english[.unless] == nil)
  }

  @Test func `what is left out has its default`() throws {
    let text = GoodFiles.ruleSet.changing("    weight: 3\n", to: "")
    let requirement = try #require(try RuleFiles(text).rules.ruleSets.first?.requirements.first)
    #expect(requirement.weight == 2)
    #expect(requirement.grade == .act)
    #expect(requirement.ceiling == .resourced)
    #expect(requirement.liftedBy == Set(Marker.allCases))
    #expect(requirement.appliesTo == [.departmentalPlan, .nationalActionPlan])
    #expect(requirement.topicAlone == .mention)
    #expect(!requirement.pastCounts && !requirement.judgedByPerson)
  }

  @Test func `what is said overrides the default`() throws {
    let text = GoodFiles.ruleSet.changing(
      "    weight: 3\n",
      to: """
            weight: 5
            grade: standing
            ceiling: commitment
            lifted-by: [date, owner]
            topic-alone: absent
            past: counts
            judged-by: person
            applies-to: [memorandum]

        """)
    let files = try RuleFiles(text)
    #expect(files.complaints == [])
    let requirement = try #require(files.rules.ruleSets.first?.requirements.first)
    #expect(requirement.weight == 5)
    #expect(requirement.grade == .standing)
    #expect(requirement.ceiling == .commitment)
    #expect(requirement.liftedBy == [.date, .owner])
    #expect(requirement.appliesTo == [.memorandum])
    #expect(requirement.topicAlone == .absent)
    #expect(requirement.pastCounts && requirement.judgedByPerson)
  }

  @Test func `measures and shares are read`() throws {
    let text = GoodFiles.ruleSet.changing(
      "    weight: 3\n",
      to: """
            measured-by: [baseline, target]
            share: {of: [target], have: [baseline], least: 80}

        """)
    let files = try RuleFiles(text)
    #expect(files.complaints == [])
    let requirement = try #require(files.rules.ruleSets.first?.requirements.first)
    #expect(requirement.measuredBy == [.baseline, .target])
    #expect(requirement.share == RowShare(of: [.target], have: [.baseline], least: 80))
  }

  @Test func `a rule set in one language needs nothing in the other`() throws {
    var text = GoodFiles.ruleSet.changing("sources:", to: "languages: [fr]\nsources:")
    text = text.split(separator: "\n").filter { !$0.contains("lang: en") }
      .joined(separator: "\n")
    for (old, new) in [
      ("{en: Train them., fr:", "{fr:"), ("{en: [women mediator], fr:", "{fr:"),
      ("{en: [train], fr:", "{fr:"), ("title: {en: Mediators, fr:", "title: {fr:"),
    ] {
      text = text.changing(old, to: new)
    }
    let files = try RuleFiles(text)
    #expect(files.complaints == [])
    let set = try #require(files.rules.ruleSets.first)
    #expect(set.languages == [.french])
    #expect(set.title == LocalizedText(english: "Médiatrices", french: "Médiatrices"))
    #expect(set.requirements.first?.asks[.english] == "Les former.")
  }

  @Test func `a requirement of rows or of a section needs no topic`() throws {
    let rows = GoodFiles.ruleSet.changing(
      "    weight: 3\n", to: "    share: {have: [baseline], least: 50}\n"
    ).changing(
      """
          evidence:
            topic: {en: [women mediator], fr: [médiatrice]}
            act: {en: [train], fr: [former]}

      """, to: "")
    #expect(try RuleFiles(rows).complaints == [])
    let section = GoodFiles.ruleSet.changing("floor: commitment", to: "floor: mention").changing(
      "topic: {en: [women mediator], fr: [médiatrice]}",
      to: "section: {en: [logic model], fr: [modèle logique]}")
    #expect(try RuleFiles(section).complaints == [])
  }

  @Test func `all means every kind of document`() throws {
    let text = GoodFiles.ruleSet.changing(
      "applies-to: [departmental-plan, nap]", to: "applies-to: [all]")
    let files = try RuleFiles(text)
    #expect(files.complaints == [])
    #expect(
      files.rules.ruleSets.first?.requirements.first?.appliesTo == Set(DocumentKind.allCases))
  }

  @Test func `a set that says nothing applies to every kind`() throws {
    let text = GoodFiles.ruleSet.changing("applies-to: [departmental-plan, nap]\n", to: "")
    #expect(
      try RuleFiles(text).rules.ruleSets.first?.requirements.first?.appliesTo
        == Set(DocumentKind.allCases))
  }

  @Test func `floors by kind, with a default for the others`() throws {
    let text = GoodFiles.ruleSet.changing(
      "floor: commitment", to: "floor: {default: resourced, programme-page: intent, nap: mention}")
    let floor = try #require(try RuleFiles(text).rules.ruleSets.first?.requirements.first?.floor)
    #expect(floor[.programmePage] == .intent)
    #expect(floor[.nationalActionPlan] == .mention)
    #expect(floor[.departmentalPlan] == .resourced)
    #expect(floor[nil] == .resourced)
  }

  @Test func `a finding stops at mention, a standing arrangement is lifted by money and dates`()
    throws
  {
    func requirement(_ grade: String) throws -> Requirement {
      let text = GoodFiles.ruleSet.changing("weight: 3", to: "grade: \(grade)")
        .changing("floor: commitment", to: "floor: mention")
      return try #require(try RuleFiles(text).rules.ruleSets.first?.requirements.first)
    }
    #expect(try requirement("finding").ceiling == .mention)
    #expect(try requirement("standing").liftedBy == [.amount, .date])
    #expect(try requirement("figures").ceiling == .resourced)
  }

  @Test func `running passes over the examples, authoring reads them`() throws {
    let files = ["rules.yml": GoodFiles.ruleSet.changing("rung: absent", to: "rung: missing")]
    let running = try RuleFiles(files, purpose: .running)
    #expect(running.complaints == [])
    #expect(running.rules.ruleSets.first?.requirements.first?.examples.isEmpty == true)
    #expect(try RuleFiles(files, purpose: .authoring).complaints.count == 2)
  }

  @Test func `a vocabulary feeds the patterns of every set`() throws {
    let files = try RuleFiles([
      "a.yml": GoodFiles.ruleSet.changing("en: [women mediator]", to: "en: ['{women} mediator']")
        .changing("fr: [médiatrice]", to: "fr: ['{women} médiatrice']"),
      "vocabulary/women.yaml": GoodFiles.vocabulary,
    ])
    #expect(files.complaints == [])
    #expect(files.rules.vocabularies.count == 1)
    #expect(files.rules.vocabularies.first?.lists.first?.english?.map(\.text) == ["woman", "girl"])
    #expect(files.compiled.requirements.count == 1)
    #expect(files.compiled.targets(for: .english).map(\.clause) == [.topic, .act])
  }

  @Test func `a file is loaded once, however often it is named`() throws {
    let files = try RuleFiles(
      ["a.yml": GoodFiles.ruleSet, "notes.txt": "not: rules"], paths: ["", "a.yml", "a.yml"])
    #expect(files.complaints == [])
    #expect(files.rules.ruleSets.count == 1)
  }

  @Test func `sets are in the order of their ids, whatever their files are called`() throws {
    let files = try RuleFiles([
      "z.yml": GoodFiles.ruleSet.changing("id: mediators", to: "id: alpha"),
      "a.yml": GoodFiles.ruleSet.changing("id: mediators", to: "id: beta")
        .changing("- id: m.train", to: "- id: m.other"),
    ])
    #expect(files.complaints == [])
    #expect(files.compiled.ruleSets.map(\.id) == ["alpha", "beta"])
    #expect(files.compiled.requirements.map(\.id) == ["m.train", "m.other"])
    #expect(files.compiled.index(ofRequirement: "m.other") == 1)
    #expect(files.compiled.index(ofRequirement: "m.none") == nil)
    #expect(files.compiled.groupTitle(ofRequirement: 0).french == "Médiatrices")
  }

  // MARK: Digest

  @Test func `the digest is the same for the same content, wherever it stands`() throws {
    let one = try RuleFiles(["a.yml": GoodFiles.ruleSet, "v.yml": GoodFiles.vocabulary])
    let two = try RuleFiles(["x/b.yml": GoodFiles.ruleSet, "y/w.yml": GoodFiles.vocabulary])
    #expect(one.rules.digest == two.rules.digest)
    #expect(one.rules.digest.count == 64)
    #expect(one.compiled.digest == one.rules.digest)
  }

  @Test func `the digest is the same for running and for authoring`() throws {
    let files = ["a.yml": GoodFiles.ruleSet]
    #expect(
      try RuleFiles(files, purpose: .running).rules.digest
        == RuleFiles(files, purpose: .authoring).rules.digest)
  }

  @Test func `the digest changes with every byte of every file`() throws {
    let texts = [
      ["a.yml": GoodFiles.ruleSet],
      ["a.yml": GoodFiles.ruleSet + "\n"],
      ["a.yml": GoodFiles.ruleSet.changing("1.0.0", to: "1.0.1")],
      ["a.yml": GoodFiles.ruleSet, "v.yml": GoodFiles.vocabulary],
      ["a.yml": GoodFiles.ruleSet, "v.yml": GoodFiles.vocabulary.changing("girl", to: "lass")],
    ]
    let digests = try texts.map { try RuleFiles($0).rules.digest }
    #expect(Set(digests).count == texts.count)
  }
}
