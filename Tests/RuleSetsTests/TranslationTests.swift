import RuleSets
import SourceText
import TestSupport
import Testing

/// Every complaint about rule files, in French.
@Suite struct TranslationTests {
  private static let ruleSet = """
    format: 2
    id: seats
    version: 1.0.0
    titel: {en: Seats, fr: Places}
    sources: [{id: un, title: Resolution}]
    groups: [{id: take-part, title: {en: Taking part, fr: Participer}}]
    applies-to: [departmental-plan, nowhere]
    requirements:
      - id: seats.women
        group: take-par
        title: {en: Seats, fr: Places}
        asks: {en: Asks., fr: Demande.}
        why: {en: Why., fr: Pourquoi.}
        advice: {en: Do., fr: Faites.}
        source: [onu]
        floor: resourced
        ceiling: mention
        judged-by: robot
        lifted-by: [amuont]
        weight: 9
        evidence:
          topic: {en: ["{wimmin}", "(a", "the"], fr: ["femmes"]}
          act: {en: ["seat & not seat"]}
        examples:
          - {lang: de, rung: absent, text: Nein.}
          - {lang: en, rung: comitment, text: No.}
      - id: seats.women
        group: take-part
        title: {en: Seats, fr: Places}
        asks: {en: Asks., fr: Demande.}
        why: {en: Why., fr: Pourquoi.}
        advice: {en: Do., fr: Faites.}
        floor: commitment
        evidence: {with: {en: [a], fr: [b]}}

    """

  private static let vocabulary = """
    format: 1
    lists:
      women: {en: [women, women, girl], fr: [femme]}
      nothing: {}
      loop: {en: ["{loop}"], fr: ["=chat"]}

    """

  @Test func everyComplaintSpeaksFrench() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.ruleSet, to: "Rules/a.yml")
    try folder.write(Self.ruleSet, to: "Rules/b.yml")
    try folder.write(Self.vocabulary, to: "Rules/vocabulary/c.yml")
    try folder.write(Self.vocabulary, to: "Rules/vocabulary/d.yml")
    try folder.write("", to: "Rules/empty.yml")
    let loaded = RuleSetLoader(purpose: .authoring)
      .load(paths: [folder.path + "/Rules", folder.path + "/nowhere"])
    let found = loaded.diagnostics + CompiledRules.compile(loaded).1
    for diagnostic in found {
      #expect(Translation.faults(in: diagnostic) == [], "\(diagnostic.rendered(in: .english))")
    }
    #expect(
      Set(found.map(\.id)) == [
        "rules-not-found", "yaml-empty", "unknown-key", "unknown-format", "unknown-name",
        "wrong-type", "bad-pattern", "empty-list", "duplicate-id", "missing-translation",
        "no-anchor", "floor-out-of-reach", "too-few-examples", "unknown-value", "stop-words-only",
        "undefined-list", "circular-list", "unused-list", "repeated-entry", "never-matches",
      ])
  }

  @Test func patternsThatAreParsedWhenTheyRunAreComplainedOfToo() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      Self.ruleSet.replacing("{wimmin}", with: "é ~ femme"), to: "a.yml")
    let loaded = RuleSetLoader(purpose: .running).load(paths: [folder.path])
    let found = CompiledRules.compile(loaded).1
    #expect(found.contains { $0.excerpt == "é ~ femme\n  ^" })
    #expect(found.flatMap(Translation.faults(in:)) == [])
  }

  @Test(
    arguments: [
      .notFound, .isDirectory, .notRegular, .tooLarge(sizeInBytes: 2, limitInBytes: 1),
      .unreadable(reason: LocalizedText("permission denied", "accès refusé")),
    ] as [FileError])
  func everyFileErrorSpeaksFrench(_ error: FileError) {
    #expect(Translation.faults(in: error.diagnostic(path: "a.yml")) == [])
  }

  @Test func foldersThatCannotBeListedAreTold() {
    let diagnostic = Diagnostic.unreadableFolder("plans")
    #expect(Translation.faults(in: diagnostic) == [])
    #expect(
      diagnostic.rendered(in: .french)
        == "plans: erreur\u{A0}: le contenu du dossier ne peut pas être lu [unreadable-folder]")
  }
}
