import Documents
import Judging
import RuleSets
import SourceText
import TestSupport

/// A small rule set about women mediators, and the judge that reads by it.
enum JudgingBench {
  /// What became of one requirement in a text.
  struct Outcome: Equatable, CustomStringConvertible {
    /// The highest rung earned.
    var rung: Rung
    /// The reasons of the passage that earned it; of the nearest rejection when there is none.
    var reasons: [Reason.Kind]
    var markers: [Marker]
    /// Why nothing counted; `nil` when something did or nothing was looked at.
    var cause: Reason.Kind?

    var description: String {
      "\(rung.name) \(reasons.map { "\($0)" }) \(markers.map(\.rawValue)) \(cause.map { "\($0)" } ?? "")"
    }
  }

  private static let loaded: (rules: CompiledRules?, problems: String) = {
    do {
      let folder = try TemporaryDirectory()
      try folder.write(ruleSet, to: "mediators.yml")
      let (rules, problems) = CompiledRules.compile(
        RuleSetLoader(purpose: .running).load(paths: [folder.path]))
      return (rules, problems.map { $0.rendered(in: .english) }.joined(separator: "\n"))
    } catch {
      return (nil, "\(error)")
    }
  }()

  static let ladder = Ladder(organizations: [
    NamedOrganization(
      english: ["Roads Canada", "RC"], french: ["Routes Canada", "RTC"], kin: [1]),
    NamedOrganization(english: ["Old Roads Canada"], french: ["Vieilles Routes Canada"], kin: [0]),
    NamedOrganization(english: ["Bridges Canada"], french: ["Ponts Canada"]),
  ])

  /// What is wrong with the bench's own rule set; empty when nothing is.
  static var problems: String { loaded.problems }

  static var rules: CompiledRules? { loaded.rules }

  /// Reads a Markdown text and says what became of `requirement` in it; the language is told from the
  /// text when it is `nil`.
  static func outcome(
    of text: String, language: Language? = .english, requirement: String = "m.act",
    kind: DocumentKind = .departmentalPlan, period: [Int] = [2026, 2027],
    detail: Judge.Detail = .standard, department: String? = nil
  ) throws -> Outcome {
    let (judgement, index) = try judgement(
      of: text, language: language, requirement: requirement, kind: kind, period: period,
      detail: detail, department: department)
    let evidence = judgement.evidence.filter { $0.requirement == index }
    if let best = evidence.max(by: { $0.rung < $1.rung }) {
      return Outcome(
        rung: best.rung, reasons: best.reasons.map(\.kind), markers: best.markers, cause: nil)
    }
    let rejection = judgement.rejections.first { $0.requirement == index }
    return Outcome(
      rung: .absent, reasons: rejection?.reasons.map(\.kind) ?? [], markers: [],
      cause: rejection?.cause)
  }

  private static func judgement(
    of text: String, language: Language?, requirement: String = "m.act",
    kind: DocumentKind = .departmentalPlan, period: [Int] = [2026, 2027],
    detail: Judge.Detail = .standard, department: String? = nil
  ) throws -> (judgement: Judgement, index: Int) {
    guard let rules = loaded.rules, let index = rules.index(ofRequirement: requirement) else {
      throw BenchError.noRequirement(requirement, problems)
    }
    var options = ReadingOptions()
    options.language = language
    let document = try BuiltinReaders.read(
      path: "plan.md", source: Array(text.utf8), options: options)
    let judge = Judge(rules: rules, ladder: ladder, detail: detail)
    // In as many parts as there can be: whatever crosses from one to another is looked at by every test.
    let task = judge.task(
      document, units: Segmenter.units(of: document),
      setting: DocumentSetting(kind: kind, periodYears: period, department: department),
      leastPart: 1)
    let found = task.parts.indices.map { judge.scan(task, part: $0) }
    let parts = task.parts.indices.map { judge.judge(task, part: $0, found) }
    return (judge.whole(task, parts + [judge.judgeRows(of: task)]), index)
  }

  /// How often `m.act` counts in a text, and why it does not elsewhere.
  static func evidence(
    of text: String, language: Language = .english
  ) throws -> (evidence: Int, causes: [Reason.Kind]) {
    let (judgement, index) = try judgement(of: text, language: language)
    return (
      judgement.evidence.count { $0.requirement == index },
      judgement.rejections.filter { $0.requirement == index }.map(\.cause)
    )
  }

  enum BenchError: Error {
    case noRequirement(String, String)
  }

  // Every requirement has the same topic and act, so that they differ in the one setting alone.
  private static let evidence = """
          topic: {en: [women mediator], fr: [médiatrice]}
          act:
            en: [train, fund, hire, publish, review, close, deploy, support, payment]
            fr: [former, financer, embaucher, publier, revoir, fermer, déployer, appuyer, versement]
    """

  private static func requirement(
    _ id: String, _ settings: String = "", clauses: String = "", floor: String = "mention",
    topic: String? = nil, acts: String? = nil
  ) -> String {
    let evidence =
      topic.map { "      topic: \($0)" + (acts.map { "\n      act: \($0)" } ?? "") }
      ?? Self.evidence
    return """
        - id: \(id)
          group: m
          title: {en: Mediators, fr: Médiatrices}
          asks: {en: Do it., fr: Le faire.}
          why: {en: It helps., fr: Cela aide.}
          advice: {en: Say who., fr: Dire qui.}
          floor: \(floor)
      \(settings)
          evidence:
      \(evidence)
      \(clauses)

      """
  }

  private static let ruleSet = """
    format: 1
    id: mediators
    version: 1.0.0
    title: {en: Mediators, fr: Médiatrices}
    groups:
      - {id: m, title: {en: Mediators, fr: Médiatrices}}
    requirements:

    """
    + [
      requirement("m.act"),
      requirement("m.standing", "    grade: standing"),
      requirement("m.finding", "    grade: finding"),
      requirement("m.figures", "    grade: figures"),
      requirement("m.past", "    past: counts"),
      requirement("m.ceiling", "    ceiling: commitment"),
      requirement("m.dated", "    lifted-by: [date]"),
      requirement("m.act-only", "    topic-alone: absent"),
      requirement("m.known", "    topic-alone: finding"),
      requirement("m.with", clauses: "      with: {en: [peace], fr: [paix]}"),
      requirement("m.unless", clauses: "      unless: {en: [computer], fr: [ordinateur]}"),
      requirement("m.baseline", "    measured-by: [baseline]"),
      requirement("m.target", "    measured-by: [target]\n    topic-alone: absent"),
      requirement("m.date", "    measured-by: [date]\n    topic-alone: absent"),
      requirement(
        "m.amount",
        "    grade: standing\n    measured-by: [amount]\n    topic-alone: absent",
        topic: "{en: [women mediator], fr: [médiatrice]}"),
      requirement(
        "m.fact", "    grade: finding", topic: "{en: [women mediator], fr: [médiatrice]}"),
      requirement(
        "m.crisis", topic: "{en: [unforeseen crisis], fr: [crise imprévue]}",
        acts: "{en: [release], fr: [débloquer]}"),
      requirement("m.owner", "    measured-by: [owner]\n    topic-alone: absent"),
      requirement(
        "m.dates-any", "    measured-by: [date]\n    topic-alone: absent\n    topic-by: [m.act]",
        topic: "{en: [flagship], fr: [vaisseau]}"),
      requirement(
        "m.owners-any", "    measured-by: [owner]\n    topic-alone: absent\n    topic-by: [m.act]",
        topic: "{en: [flagship], fr: [vaisseau]}"),
      requirement(
        "m.council.standing", topic: "{en: [council], fr: [conseil]}",
        acts: "{en: [fill], fr: [financer]}"),
      requirement(
        "m.seat", "    yields-to: [m.council]", topic: "{en: [seat], fr: [siège]}",
        acts: "{en: [fill], fr: [financer]}"),
      requirement(
        "m.vacancy", "    yields-to: [m.seat, m.swap]", topic: "{en: [seat], fr: [siège]}",
        acts: "{en: [fill], fr: [financer]}"),
      requirement(
        "m.swap", "    yields-to: [m.trade]", topic: "{en: [barter], fr: [troc]}",
        acts: "{en: [fill], fr: [financer]}"),
      requirement(
        "m.trade", "    yields-to: [m.swap]", topic: "{en: [barter], fr: [troc]}",
        acts: "{en: [fill], fr: [financer]}"),
      requirement("m.share", "    share: {of: [target], have: [baseline], least: 50}"),
      requirement("m.every", "    share: {have: [owner], least: 100}"),
      requirement(
        "m.section",
        clauses: "      section: {en: [logic model], fr: [modèle logique]}"),
      requirement("m.weak", clauses: "      mention: {en: [lasting peace], fr: [paix durable]}"),
    ].joined()
}

extension JudgingBench.Outcome {
  /// True when the passage earned the rung for this reason, or was thrown out for it.
  func rests(on kind: Reason.Kind) -> Bool { reasons.contains(kind) || cause == kind }
}
