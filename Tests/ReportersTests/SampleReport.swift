import Checking
import Judging
import RuleSets
import SourceText
import TestSupport

/// One fixed report, made by hand: an English plan and a French one, with everything a report can
/// hold.
enum SampleReport {
  static let report: Report = {
    var rules = Self.rules
    // The digest of a real run changes with every edit of a rule; here it must not.
    rules.digest = String(repeating: "ab", count: 32)
    return Report(
      toolVersion: "1.0.0", rules: rules, checkers: [coverageChecker, termChecker],
      documents: [english, french], corpusFindings: [drift], diagnostics: diagnostics)
  }()

  /// The same rules and nothing read.
  static let empty = Report(
    toolVersion: "1.0.0", rules: rules, checkers: [], documents: [], corpusFindings: [],
    diagnostics: [])

  static let rules: CompiledRules = {
    var loaded = RuleSetLoader(purpose: .authoring).load(
      paths: [Repository.path("Tests/ReportersTests/Golden/rules.yml")])
    for index in loaded.ruleSets.indices {
      loaded.ruleSets[index].path = "Rules/sample.yml"
      loaded.ruleSets[index].digest = String(repeating: "cd", count: 32)
    }
    return CompiledRules.compile(loaded).0
  }()

  static func index(_ id: String) -> Int { rules.index(ofRequirement: id) ?? -1 }

  // MARK: Documents

  static let english = DocumentReport(
    profile: DocumentProfile(
      path: "Policies/plans/harbours.en.md", kind: .departmentalPlan, department: "HAR",
      language: .english, period: "2026–27", counterpart: "Policies/plans/harbours.fr.md",
      inferred: ["kind", "language"]),
    digest: String(repeating: "01", count: 32), sizeInBytes: 4096,
    title: "Harbours Canada: plan for 2026–27", format: "markdown", unitCount: 41,
    evidence: [
      PassageEvidence(
        requirement: index("sample.people.voice"), rung: .intent,
        place: place(
          12, 1, "We hope to give women who fish a seat on the harbour board.",
          ["Plans", "People of the coast"]),
        reasons: [
          reason(.topic, "women who fish"), reason(.act, "seat"),
          reason(.intendingWord, "hope to"),
        ], markers: []),
      PassageEvidence(
        requirement: index("sample.people.safety"), rung: .commitment,
        place: place(
          16, 3, "The Department will light the north quay.", ["Plans", "People of the coast"]),
        reasons: [
          reason(.topic, "quay"), reason(.act, "light"), reason(.bindingWord, "will"),
        ], markers: []),
      PassageEvidence(
        requirement: index("sample.people.fairness"), rung: .mention,
        place: place(20, 1, "Every boat has its share of the catch.", ["Plans", "Shares"]),
        reasons: [reason(.topic, "share")], markers: []),
      PassageEvidence(
        requirement: index("sample.means.money"), rung: .resourced,
        place: place(
          30, 1,
          "By March 2027 the Department will fund the repair of four small harbours with "
            + "$12 million, and it will publish what each of them received and what was built.",
          ["Money"]),
        reasons: [
          reason(.topic, "harbours"), reason(.act, "fund"), reason(.bindingWord, "will"),
          reason(.marker(.date), "By March 2027"), reason(.marker(.amount), "$12 million"),
        ], markers: [.amount, .date]),
    ],
    rejections: [
      PassageRejection(
        requirement: index("sample.people.training"), wouldBe: .commitment, cause: .negation,
        place: place(24, 1, "The Department will not train staff this year.", ["Plans", "Staff"]),
        reasons: [
          reason(.topic, "staff"), reason(.act, "train"), reason(.negation, "will not"),
        ]),
      PassageRejection(
        requirement: index("sample.means.figures"), wouldBe: .commitment, cause: .templateSection,
        place: place(
          50, 1, "Gender-based analysis plus: figures on the catch are considered.",
          ["Gender-based analysis plus"]),
        reasons: [
          reason(.topic, "catch"), reason(.templateSection, "Gender-based analysis plus"),
        ]),
    ],
    coverage: [
      cell("sample.people.voice", .intent, .commitment, best: 0, gap: .tooWeak),
      cell("sample.people.safety", .commitment, .resourced, best: 1, gap: .tooWeak),
      cell("sample.people.training", .absent, .commitment, nearest: 0, gap: .contradicted),
      cell("sample.people.fairness", .mention, .mention, best: 2),
      cell("sample.means.money", .resourced, .resourced, best: 3),
      cell("sample.means.figures", .absent, .commitment, nearest: 1, gap: .templateOnly),
    ],
    findings: [
      Finding(
        checker: "requirement-coverage", kind: "too-weak", level: .ask,
        requirement: "sample.people.voice",
        arguments: [
          "title": .localized(rules.requirements[0].title), "rung": .rung(.intent),
          "floor": .rung(.commitment),
        ],
        place: place(
          12, 1, "We hope to give women who fish a seat on the harbour board.",
          ["Plans", "People of the coast"]), path: "Policies/plans/harbours.en.md"),
      Finding(
        checker: "dated-term", kind: "renamed-body", level: .fix,
        arguments: [
          "old": .text("Harbour Commission"), "new": .text("Harbour Board"), "year": .number(2019),
        ],
        place: place(33, 18, "It works with the Harbour Commission.", ["Money"]),
        path: "Policies/plans/harbours.en.md"),
    ])

  static let french = DocumentReport(
    profile: DocumentProfile(
      path: "Policies/plans/rivages.fr.html", kind: .resultsReport, department: nil,
      language: .french, period: "2024-2025", inferred: []),
    digest: String(repeating: "02", count: 32), sizeInBytes: 8192,
    title: "Rivages Canada – rapport sur les résultats", format: "html", unitCount: 63,
    evidence: [
      PassageEvidence(
        requirement: index("sample.people.voice"), rung: .commitment,
        place: place(
          88, 5, "Le conseil a accueilli deux pêcheuses, qui y siègent depuis l’automne.",
          ["Résultats", "Gouvernance"], french: true),
        reasons: [
          reason(.topic, "pêcheuses"), reason(.act, "conseil"),
          reason(.pastTense, "a accueilli"),
        ], markers: []),
      PassageEvidence(
        requirement: index("sample.means.money"), rung: .mention,
        place: place(
          0, 0, "Les ports comptent beaucoup pour le ministère.", ["Résultats"], french: true),
        reasons: [reason(.topic, "ports")], markers: []),
    ],
    rejections: [
      PassageRejection(
        requirement: index("sample.people.safety"), wouldBe: .commitment, cause: .otherActor,
        place: place(
          91, 5, "La ville a éclairé le quai du marché.", ["Résultats"], french: true),
        reasons: [
          reason(.topic, "quai"), reason(.act, "éclairé"), reason(.otherActor, "La ville"),
        ])
    ],
    coverage: [
      cell("sample.people.voice", .commitment, .intent, best: 0),
      cell("sample.people.safety", .absent, .resourced, nearest: 0, gap: .absent),
      cell("sample.people.training", .absent, .commitment, gap: .absent),
      cell("sample.people.fairness", .absent, .mention),
      cell("sample.means.money", .mention, .resourced, best: 1, gap: .tooWeak),
    ],
    findings: [])

  // MARK: Findings over the set, diagnostics

  static let drift = Finding(
    checker: "dated-term", kind: "drift", level: .note,
    arguments: ["first": .text("small harbour"), "second": .text("community harbour")],
    place: place(30, 50, "four small harbours", ["Money"]),
    related: [
      place(97, 5, "les ports communautaires", ["Résultats"], french: true)
    ])

  static let diagnostics = [
    Diagnostic(
      .warning, id: "no-period",
      LocalizedText("the plan names no fiscal year", "le plan ne nomme aucun exercice"),
      path: "Policies/plans/rivages.fr.html",
      help: LocalizedText(
        "add period: to its entry in coherence.yml",
        "ajoutez period: à son entrée dans coherence.yml")),
    Diagnostic(
      id: "unknown-key", LocalizedText("unknown key 'flor'", "clé inconnue « flor »"),
      path: "Rules/sample.yml",
      bytes: Array("flor: intent".utf8),
      offset: 0, help: NearestName.question("floor")),
  ]

  // MARK: Checkers

  static let coverageChecker = CheckerDescription(
    id: "requirement-coverage", version: "1.0.0", scope: .document, needs: [.evidence],
    title: LocalizedText(english: "Requirement coverage", french: "Couverture des exigences"),
    rationale: LocalizedText(english: "-", french: "-"),
    findings: [
      FindingKind(
        id: "too-weak", level: .ask,
        message: LocalizedText(
          english: "{title}: {rung} found, {floor} expected",
          french: "{title} : {rung} trouvé, {floor} attendu"),
        help: LocalizedText(english: "", french: ""))
    ])

  static let termChecker = CheckerDescription(
    id: "dated-term", version: "1.0.0", scope: .corpus, needs: [.blocks],
    title: LocalizedText(english: "Dated terms", french: "Termes datés"),
    rationale: LocalizedText(english: "-", french: "-"),
    findings: [
      FindingKind(
        id: "renamed-body", level: .fix,
        message: LocalizedText(
          english: "'{old}' is called '{new}' since {year}",
          french: "« {old} » s’appelle « {new} » depuis {year}"),
        help: LocalizedText(
          english: "write '{new}', or say that the old name is meant",
          french: "écrire « {new} », ou dire que l’ancien nom est voulu")),
      FindingKind(
        id: "drift", level: .note,
        message: LocalizedText(
          english: "one thing has two names, '{first}' and '{second}'",
          french: "une chose a deux noms, « {first} » et « {second} »"),
        help: LocalizedText(
          english: "choose one of them", french: "choisir l’un des deux")),
    ])

  // MARK: Parts

  static func place(
    _ line: Int, _ column: Int, _ quote: String, _ headings: [String], french: Bool = false
  ) -> FindingPlace {
    FindingPlace(
      path: french ? "Policies/plans/rivages.fr.html" : "Policies/plans/harbours.en.md",
      line: line, column: column,
      span: line > 0 ? SourceSpan(start: line * 100, end: line * 100 + quote.utf8.count) : nil,
      headingPath: headings, quote: quote, language: french ? .french : .english)
  }

  static func reason(_ kind: Reason.Kind, _ quote: String) -> QuotedReason {
    QuotedReason(
      kind: kind, text: Reason(kind, SourceSpan(start: 0, end: 0)).text, quote: quote)
  }

  static func cell(
    _ id: String, _ rung: Rung, _ floor: Rung, best: Int? = nil, nearest: Int? = nil,
    gap: CoverageCell.Gap? = nil
  ) -> CoverageCell {
    CoverageCell(
      requirement: index(id), rung: rung, floor: floor, best: best, nearest: nearest, gap: gap)
  }
}
