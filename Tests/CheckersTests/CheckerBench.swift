import Checkers
import Checking
import Documents
import Facts
import Judging
import RuleSets
import SourceText
import TestSupport

/// Runs one built-in checker over a text, through nothing but the protocol.
enum CheckerBench {
  private static let loaded: (rules: CompiledRules?, problems: String) = {
    do {
      let folder = try TemporaryDirectory()
      try folder.write(ruleSet, to: "rules.yml")
      let (rules, problems) = CompiledRules.compile(
        RuleSetLoader(purpose: .running).load(paths: [folder.path]))
      return (rules, problems.map { $0.rendered(in: .english) }.joined(separator: "\n"))
    } catch {
      return (nil, "\(error)")
    }
  }()

  private static let ladder = Ladder()

  static func checker(_ id: String) throws -> any Checker {
    guard let checker = BuiltinCheckers.all.first(where: { $0.description.id == id }) else {
      throw BenchError.noChecker(id)
    }
    return checker
  }

  /// What a Markdown text states.
  static func facts(
    of text: String, path: String = "plan.md", kind: DocumentKind = .departmentalPlan
  ) throws -> DocumentFacts {
    guard let rules = loaded.rules else { throw BenchError.badRules(loaded.problems) }
    var options = ReadingOptions()
    options.language = .english
    let document = try BuiltinReaders.read(path: path, source: Array(text.utf8), options: options)
    let units = Segmenter.units(of: document)
    let setting = DocumentSetting(kind: kind)
    return FactExtractor(ladder: ladder).facts(
      of: document, units: units, setting: setting,
      judgement: Judge(rules: rules, ladder: ladder).judge(
        document, units: units, setting: setting))
  }

  /// Documents by path, in English: their text, their kind and their period.
  static func corpus(
    _ documents: [(path: String, text: String, kind: DocumentKind, period: String)]
  ) throws -> Corpus {
    Corpus(
      members: try documents.map { document in
        Corpus.Member(
          profile: DocumentProfile(
            path: document.path, kind: document.kind, language: .english, period: document.period),
          facts: try facts(of: document.text, path: document.path, kind: document.kind))
      })
  }

  /// Findings of a checker in a Markdown text.
  static func findings(
    _ id: String, in text: String, language: Language = .english,
    kind: DocumentKind = .departmentalPlan, period: String? = nil
  ) throws -> [Finding] {
    guard let rules = loaded.rules, loaded.problems.isEmpty else {
      throw BenchError.badRules(loaded.problems)
    }
    var options = ReadingOptions()
    options.language = language
    let document = try BuiltinReaders.read(
      path: "plan.md", source: Array(text.utf8), options: options)
    let units = Segmenter.units(of: document)
    let setting = DocumentSetting(kind: kind)
    let judgement = Judge(rules: rules, ladder: ladder).judge(
      document, units: units, setting: setting)
    let applicable = rules.requirements.indices.filter {
      rules.requirements[$0].appliesTo.contains(kind)
    }
    return try checker(id).check(
      CheckContext(
        document: document, units: units,
        profile: DocumentProfile(
          path: "plan.md", kind: kind, language: language, period: period),
        judgement: judgement, rules: rules,
        coverage: CoverageCell.cells(
          of: judgement, applicable: applicable, rules: rules, kind: kind),
        facts: FactExtractor(ladder: ladder).facts(
          of: document, units: units, setting: setting, judgement: judgement)))
  }

  /// A finding in the words that a reader sees.
  static func message(_ finding: Finding, _ language: Language = .english) throws -> String {
    try checker(finding.checker).description.kind(finding.kind)?
      .message(of: finding, in: language) ?? ""
  }

  enum BenchError: Error {
    case noChecker(String)
    case badRules(String)
  }

  private static let ruleSet = """
    format: 1
    id: mediators
    version: 1.0.0
    title: {en: Mediators, fr: Médiatrices}
    groups:
      - {id: m, title: {en: Mediators, fr: Médiatrices}}
    requirements:
      - id: m.train
        group: m
        title: {en: Training, fr: Formation}
        asks: {en: The plan trains mediators., fr: Le plan forme des médiatrices.}
        why: {en: It helps., fr: Cela aide.}
        advice: {en: Say how many., fr: Dire combien.}
        applies-to: [departmental-plan, strategy]
        floor: {default: commitment, strategy: intent}
        evidence:
          topic: {en: [women mediator], fr: [médiatrice]}
          act: {en: [train], fr: [former]}
      - id: m.judge
        group: m
        title: {en: Tone, fr: Ton}
        asks: {en: Is the tone right?, fr: Le ton est-il juste?}
        why: {en: It helps., fr: Cela aide.}
        advice: {en: Read it aloud., fr: Lire à haute voix.}
        applies-to: [departmental-plan]
        floor: mention
        judged-by: person
        evidence:
          topic: {en: [tone], fr: [tonalité]}

    """
}
