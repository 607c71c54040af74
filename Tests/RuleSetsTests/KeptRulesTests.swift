import SourceText
import Synchronization
import TestSupport
import Testing

@testable import RuleSets

/// What a run keeps of its rules is all that the next one needs.
struct KeptRulesTests {
  private final class Memory: ProgramCache {
    let kept = Mutex<[String: [UInt8]]>([:])

    func load(_ name: String) -> FixedBytes? {
      kept.withLock { $0[name] }.map { FixedBytes(copying: $0) }
    }

    func store(_ bytes: [UInt8], as name: String) { kept.withLock { $0[name] = bytes } }
  }

  private static let rules = """
    format: 1
    id: sample
    version: 1.2.0
    title: {en: Sample, fr: Exemple}
    sources:
      - {id: s, title: A source, publisher: P, date: "2024"}
    groups:
      - {id: g, title: {en: Group, fr: Groupe}}
    requirements:
      - id: sample.one
        group: g
        title: {en: One, fr: Un}
        asks: {en: Ask, fr: Demande}
        why: {en: Why, fr: Pourquoi}
        advice: {en: Do it, fr: Faites-le}
        source: [s]
        applies-to: [departmental-plan, nap]
        floor: {default: intent, nap: resourced}
        weight: 4
        grade: standing
        lifted-by: [date]
        measured-by: [amount, owner]
        past: counts
        evidence:
          topic:
            en: ["focal points"]
            fr: ["points de contact"]
          act:
            en: ["appoint"]
            fr: ["nommer"]
      - id: sample.two
        group: g
        title: {en: Two, fr: Deux}
        asks: {en: Ask, fr: Demande}
        why: {en: Why, fr: Pourquoi}
        advice: {en: Do it, fr: Faites-le}
        floor: mention
        judged-by: person
        share: {of: [indicator], have: [baseline], least: 50}
    """

  @Test func `the next run has all but the patterns`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.rules, to: "rules.yml")
    let cache = Memory()
    let first = RuleSetLoader(cache: cache).load(paths: [folder.path])
    #expect(first.diagnostics.isEmpty)
    #expect(first.targets == nil)
    let second = RuleSetLoader(cache: cache).load(paths: [folder.path])
    #expect(second.targets != nil)
    #expect(second.digest == first.digest)
    let (set, kept) = (try #require(first.ruleSets.first), try #require(second.ruleSets.first))
    #expect(kept.title == set.title && kept.path == set.path && kept.digest == set.digest)
    #expect(kept.id == set.id && kept.version == set.version && kept.languages == set.languages)
    #expect(kept.sources == set.sources && kept.groups == set.groups)
    #expect(kept.requirements.count == 2)
    for (one, other) in zip(kept.requirements, set.requirements) {
      #expect(one.id == other.id && one.group == other.group && one.line == other.line)
      #expect(one.title == other.title && one.asks == other.asks && one.why == other.why)
      #expect(one.advice == other.advice && one.sources == other.sources)
      #expect(one.appliesTo == other.appliesTo && one.floor == other.floor)
      #expect(one.weight == other.weight && one.grade == other.grade)
      #expect(one.topicAlone == other.topicAlone && one.ceiling == other.ceiling)
      #expect(one.liftedBy == other.liftedBy && one.measuredBy == other.measuredBy)
      #expect(one.share == other.share && one.pastCounts == other.pastCounts)
      #expect(one.judgedByPerson == other.judgedByPerson)
      #expect(one.topicBy == other.topicBy && one.yieldsTo == other.yieldsTo)
      #expect(one.askedWhenNamed == other.askedWhenNamed)
      #expect(one.evidence.english.isEmpty && one.evidence.french.isEmpty)
    }
    for language in Language.allCases {
      let targets = LanguageProgram.targets(of: first, language)
      #expect("\(second.targets?[language] ?? [])" == "\(targets)")
    }
    #expect(
      second.complete?().ruleSets.first?.requirements.first?.evidence.english.isEmpty == false)
  }

  @Test func `a changed file is read again`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.rules, to: "rules.yml")
    let cache = Memory()
    let first = RuleSetLoader(cache: cache).load(paths: [folder.path])
    try folder.write(Self.rules.changing("1.2.0", to: "1.3.0"), to: "rules.yml")
    let second = RuleSetLoader(cache: cache).load(paths: [folder.path])
    #expect(second.targets == nil)
    #expect(second.ruleSets.first?.version == "1.3.0")
    #expect(second.digest != first.digest)
  }

  @Test func `bytes that are cut short are no rules`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.rules, to: "rules.yml")
    let bytes = KeptRules(RuleSetLoader().load(paths: [folder.path])).archived()
    #expect(KeptRules(archive: FixedBytes(copying: bytes)) != nil)
    for count in bytes.indices {
      #expect(KeptRules(archive: FixedBytes(copying: Array(bytes.prefix(count)))) == nil)
    }
  }
}
