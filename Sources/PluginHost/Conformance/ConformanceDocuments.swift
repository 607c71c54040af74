internal import Checking
internal import Documents
internal import Judging
internal import RuleSets
internal import SourceText

/// Documents that every plugin must be able to take; our own words, for illustration.
enum ConformanceDocuments {
  static let rules = CompiledRules(RuleSetLoader(purpose: .running).load(paths: []))

  /// Name, and text as Markdown.
  static let texts: [(name: String, language: Language, text: String)] = [
    (
      "english.md", .english,
      """
      # Plan of the Department

      ## Results

      The Department will train 40 women mediators by March 2027. It reports each year.

      - Fund two local networks
        - in the north
      - Publish the figures

      | Indicator | Target |
      |---|---|
      | Mediators trained | 40 |
      | Networks funded | to be determined |

      > "We were never asked," said one participant.
      """
    ),
    (
      "french.md", .french,
      """
      # Plan du Ministère

      ## Résultats

      Le Ministère formera 40 médiatrices d’ici mars 2027. Il en rendra compte chaque année.

      - Financer deux réseaux
      - Publier les chiffres « à jour »
      """
    ),
    (
      "characters.md", .english,
      "# 👩🏽‍⚖️ e\u{301}\u{200B}\n\n\u{FEFF}œuvre — “quoted” \\\" \t 𝒳 \u{7F}\n"
    ),
    ("empty.md", .english, ""),
    (
      "long.md", .english,
      String(
        repeating: "The Department will publish its plan and report on it. ", count: 4_000)
    ),
  ]

  /// The documents as a checker gets them.
  static func contexts() -> [CheckContext] {
    texts.compactMap { name, language, text in
      guard let document = try? BuiltinReaders.read(path: name, source: Array(text.utf8)) else {
        return nil
      }
      return CheckContext(
        document: document, units: Segmenter.units(of: document),
        profile: DocumentProfile(path: name, kind: .departmentalPlan, language: language),
        judgement: Judgement(), rules: rules, coverage: [])
    }
  }
}
