package import Checking
internal import Documents
internal import Judging
internal import SourceText

/// Reports instructions and placeholders left from a template.
///
/// **What it finds.** Bracketed instructions such as an "insert" or « insérer » note, fill characters, table
/// cells that hold "to be determined" where a measure should be, and headings with nothing under them.
///
/// **Why it matters.** A template's own words look like content to a hurried reader, and a target "to be
/// determined" is no target.
///
/// **Example.** "[Insert the department's results here]"
///
/// **What to write instead.** The content, or a sentence that says why there is none and when it will come.
package struct UnfilledTemplateChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    let document = context.document
    for (index, block) in document.blocks.enumerated() {
      switch block.kind {
      case .code: continue
      case .tableRow: findings += cells(of: block, context)
      case .heading:
        if isEmptySection(index, in: document) {
          findings.append(finding("empty-section", block.textRange, block.language, context))
        }
      default: break
      }
      for range in TemplateText.instructions(in: document.text, range: block.textRange) {
        findings.append(finding("instruction", range, block.language, context))
      }
    }
    return findings
  }

  private func cells(of block: Block, _ context: CheckContext) -> [Finding] {
    let document = context.document
    return document.cells[Int(block.cellStart)..<Int(block.cellStart + block.cellCount)]
      .dropFirst()
      .filter { TemplateText.isUndetermined(document.text[$0.textRange]) }
      .map { finding("undetermined", $0.textRange, block.language, context, in: block.textRange) }
  }

  /// A heading followed by a heading of its own or a higher level, or by the end.
  private func isEmptySection(_ index: Int, in document: Document) -> Bool {
    let block = document.blocks[index]
    guard index + 1 < document.blocks.count else { return block.level > 1 }
    let next = document.blocks[index + 1]
    return next.kind == .heading && next.level <= block.level && block.level > 1
  }

  private func finding(
    _ kind: String, _ range: Range<Int>, _ language: Language, _ context: CheckContext,
    in whole: Range<Int>? = nil
  ) -> Finding {
    var place = context.place(ofTextRange: range, language: language)
    let words = place.quote
    if let whole {
      // The row says what the empty cell is about; the place stays at the cell.
      place.quote = context.place(ofTextRange: whole, language: language).quote
    }
    return Finding(
      checker: Self.declared.id, kind: kind, level: Self.declared.kind(kind)?.level ?? .fix,
      arguments: ["words": .text(words)], place: place, path: context.profile.path)
  }

  private static let declared = CheckerDescription(
    id: "unfilled-template", version: "1.0.0", scope: .document, needs: [.blocks],
    title: LocalizedText(
      english: "Unfilled template text", french: "Texte de gabarit non rempli"),
    rationale: LocalizedText(
      english:
        "Instructions and placeholders that a template leaves behind are drafting errors. They "
        + "may be wrong where a plan quotes a template on purpose.",
      french:
        "Les consignes et les espaces réservés qu’un gabarit laisse derrière lui sont des erreurs "
        + "de rédaction. Le constat peut être faux si un plan cite un gabarit à dessein."),
    findings: [
      FindingKind(
        id: "instruction", level: .fix,
        message: LocalizedText(
          english: "template instruction left in the text: ‘{words}’",
          french: "consigne de gabarit laissée dans le texte : « {words} »"),
        help: LocalizedText(
          english: "write the content that the instruction asks for, or delete it",
          french: "rédiger le contenu demandé par la consigne, ou la supprimer")),
      FindingKind(
        id: "undetermined", level: .ask,
        message: LocalizedText(
          english: "‘{words}’ stands where a measure should be",
          french: "« {words} » tient lieu de mesure"),
        help: LocalizedText(
          english: "give the value, or say by what date it will be set and by whom",
          french: "donner la valeur, ou dire à quelle date elle sera fixée et par qui")),
      FindingKind(
        id: "empty-section", level: .ask,
        message: LocalizedText(
          english: "nothing stands under the heading ‘{words}’",
          french: "rien ne figure sous le titre « {words} »"),
        help: LocalizedText(
          english: "write the section, or say in one sentence why it does not apply",
          french: "rédiger la section, ou dire en une phrase pourquoi elle ne s’applique pas")),
    ])
}
