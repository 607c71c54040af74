package import Checking
internal import Documents
internal import Judging
internal import RuleSets
internal import SourceText

/// Measures whether what a plan says on the agenda is spread through it or kept in one section.
///
/// **What it finds.** The sections that hold evidence for the agenda's requirements, the share of the fullest,
/// and plans in which one section holds nearly all of it. Evidence on GBA Plus alone, and on how a plan is built, is
/// not counted.
///
/// **Why it matters.** What stands in a chapter of its own is nobody's work but that chapter's: the strategic
/// framework asks for the agenda to be entrenched in every line of work.
///
/// **Example.** Seven commitments under "Women, peace and security", none under the core responsibilities.
///
/// **What to write instead.** The same commitments under the lines of work that will carry them out.
package struct SilosChecker: Checker {
  /// Fewer passages than this say nothing about a spread.
  private static let leastPassages = 4
  private static let leastSections = 3
  /// Share of the fullest section, in per cent, from which a plan counts as kept in one.
  private static let most = 80
  /// Frameworks whose evidence is not about the agenda itself.
  private static let others: Set<String> = ["gba", "nap", "sdg"]

  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func check(_ context: CheckContext) -> [Finding] {
    guard Self.kinds.contains(context.profile.kind) else { return [] }
    let sections = self.sections(of: context)
    guard sections.count >= Self.leastSections else { return [] }
    let passages = sections.reduce(0) { $0 + $1.units.count }
    guard passages >= Self.leastPassages, let fullest = sections.max(by: { $0.isBefore($1) })
    else { return [] }
    let share = fullest.units.count * 100 / passages
    let kind = share >= Self.most ? "one-section" : "spread"
    let heading = context.document.blocks[fullest.heading]
    return [
      Finding(
        checker: Self.declared.id, kind: kind, level: Self.declared.kind(kind)?.level ?? .note,
        arguments: [
          "section": .text(FindingPlace.quote(context.document, heading.textRange)),
          "passages": .number(passages), "share": .number(share),
          "sections": .number(sections.count),
          "reached": .number(sections.count { !$0.units.isEmpty }),
        ],
        place: context.place(ofTextRange: heading.textRange, language: heading.language),
        path: context.profile.path)
    ]
  }

  private struct Section {
    /// Index of its heading's block.
    var heading: Int
    /// Units with evidence.
    var units: Set<Int> = []

    /// True for one with less evidence, or later with the same.
    func isBefore(_ other: Section) -> Bool {
      (units.count, other.heading) < (other.units.count, heading)
    }
  }

  /// The headings with text directly under them, with the evidence that stands there.
  private func sections(of context: CheckContext) -> [Section] {
    var sections: [Section] = []
    var sectionOfHeading: [Int32: Int] = [:]
    for block in context.document.blocks where block.kind != .heading && block.heading >= 0 {
      guard sectionOfHeading[block.heading] == nil else { continue }
      sectionOfHeading[block.heading] = sections.count
      sections.append(Section(heading: Int(block.heading)))
    }
    let judgement = context.judgement
    // What a firmer passage outweighs speaks of the agenda all the same.
    let outweighed = judgement.rejections.filter { $0.cause == .outweighed }
    let places =
      judgement.evidence.map { ($0.requirement, $0.unit) }
      + outweighed.map { ($0.requirement, $0.unit) }
    for (requirement, unit) in places where isCounted(requirement, context) {
      let block = context.document.blocks[Int(context.units[unit].block)]
      if let section = sectionOfHeading[block.heading] { sections[section].units.insert(unit) }
    }
    return sections
  }

  private func isCounted(_ requirement: Int, _ context: CheckContext) -> Bool {
    let id = context.rules.requirements[requirement].id
    return !Self.others.contains(String(id.prefix { $0 != "." }))
  }

  private static let kinds: Set<DocumentKind> = [
    .nationalActionPlan, .implementationPlan, .departmentalPlan, .resultsReport, .progressReport,
    .strategy,
  ]

  private static let declared = CheckerDescription(
    id: "silos", version: "1.0.0", scope: .document, needs: [.evidence],
    title: LocalizedText("Spread of the agenda", "Répartition du programme"),
    rationale: LocalizedText(
      "Counts the passages on the agenda by section. A plan for a single line of work may rightly keep "
        + "them together, and headings that mean little make the count mean little.",
      "Compte par section les passages sur le programme. Un plan consacré à un seul secteur peut avec "
        + "raison les réunir, et des titres peu parlants rendent le compte peu parlant."),
    findings: [
      FindingKind(
        id: "one-section", level: .ask,
        message: LocalizedText(
          "‘{section}’ holds {share} % of the {passages} passages on the agenda; {reached} of {sections} "
            + "sections have any",
          "« {section} » réunit {share} % des {passages} passages sur le programme; {reached} sections sur "
            + "{sections} en ont"),
        help: LocalizedText(
          "move each promise to the line of work that will keep it",
          "placer chaque engagement dans le secteur qui le tiendra")),
      FindingKind(
        id: "spread", level: .note,
        message: LocalizedText(
          "{passages} passages on the agenda stand in {reached} of {sections} sections; the fullest, "
            + "‘{section}’, holds {share} %",
          "{passages} passages sur le programme se trouvent dans {reached} sections sur {sections}; la plus "
            + "fournie, « {section} », en réunit {share} %"),
        help: LocalizedText(
          "see whether the sections without any could carry it",
          "voir si les sections qui n’en ont pas pourraient en porter")),
    ])
}
