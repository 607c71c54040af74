package import RuleSets
package import SourceText

/// A passage that earned a rung for a requirement.
package struct Evidence: Sendable {
  /// Index in `CompiledRules.requirements`.
  package var requirement: Int
  package var rung: Rung
  /// Index of the unit in its document.
  package var unit: Int
  /// The unit's range in `Document.text`.
  package var span: SourceSpan
  package var language: Language
  /// How the rung came about, in the order in which the judge went.
  package var reasons: [Reason]
  /// What measures or resources it, sorted; empty when nothing does.
  package var markers: [Marker]
}

/// A passage that was looked at for a requirement and did not count, with why.
package struct Rejection: Sendable {
  package var requirement: Int
  package var unit: Int
  package var span: SourceSpan
  package var language: Language
  /// The rung that the passage would have had.
  package var wouldBe: Rung
  /// The step that threw it out; always the last of `reasons`.
  package var cause: Reason.Kind
  package var reasons: [Reason]
}

/// One step of the judge, with the words that it rests on.
package struct Reason: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case topic
    case act
    case mention
    case with
    case bindingWord
    case intendingWord
    case bareVerb
    case tableColumns
    case nominalised
    case standing
    case presentTense
    case pastTense
    case hedge
    case condition
    case marker(Marker)
    case figures
    case finding
    case ceiling(Rung)
    case section
    case rows(filled: Int, of: Int)
    // The ones below reject.
    case negation
    case otherActor
    case attribution
    case quotation
    case templateSection
    case heading
    case placeholder
    case pastResult
    case excludedBy
    case missingAnchor
    case noAct
    case emptySection
    case repetition
    case promised
    case outweighed
    case yielded
    case tooFewRows(filled: Int, of: Int)
  }

  package var kind: Kind
  /// Range in `Document.text`; empty when the step rests on no words.
  package var span: SourceSpan

  package init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// What the step says, for a reader; the quoted words follow it.
  package var text: LocalizedText {
    switch kind {
    case .topic: LocalizedText(english: "topic", french: "sujet")
    case .act: LocalizedText(english: "act", french: "acte")
    case .mention:
      LocalizedText(english: "weak wording, a mention only", french: "tournure faible, une mention")
    case .with: LocalizedText(english: "anchored by", french: "ancré par")
    case .bindingWord:
      LocalizedText(english: "binding word: commitment", french: "mot qui engage : engagement")
    case .intendingWord:
      LocalizedText(english: "soft word: intent", french: "mot prudent : intention")
    case .bareVerb:
      LocalizedText(
        english: "listed as something to do: commitment",
        french: "énoncé comme chose à faire : engagement")
    case .tableColumns:
      LocalizedText(
        english: "table row with filled columns: commitment",
        french: "ligne de tableau aux colonnes remplies : engagement")
    case .nominalised:
      LocalizedText(
        english: "deliverable with owner or date: commitment",
        french: "produit livrable avec responsable ou date : engagement")
    case .standing:
      LocalizedText(
        english: "standing arrangement: commitment", french: "dispositif en place : engagement")
    case .presentTense:
      LocalizedText(
        english: "present-tense description: at most a mention",
        french: "description au présent : mention au plus")
    case .pastTense: LocalizedText(english: "past result", french: "résultat passé")
    case .hedge:
      LocalizedText(english: "hedge: one rung down", french: "réserve : un échelon de moins")
    case .condition:
      LocalizedText(english: "condition: intent at most", french: "condition : intention au plus")
    case .marker(let marker): marker.title
    case .figures: LocalizedText(english: "figures presented", french: "chiffres présentés")
    case .finding: LocalizedText(english: "finding: mention", french: "constat : mention")
    case .ceiling(let rung):
      LocalizedText(
        english: "this requirement stops at \(rung.title.english)",
        french: "cette exigence plafonne à \(rung.title.french)")
    case .section:
      LocalizedText(
        english: "a section of its own, with text under it",
        french: "une section distincte, avec du texte")
    case .rows(let filled, let all):
      LocalizedText(
        english: "\(filled) of \(all) table rows are filled",
        french: "\(filled) lignes de tableau remplies sur \(all)")
    case .repetition:
      LocalizedText(
        english: "said in the same words before: counted once",
        french: "déjà dit dans les mêmes mots : compté une fois")
    case .promised:
      LocalizedText(
        english: "part of a promise about something else",
        french: "partie d’une promesse qui porte sur autre chose")
    case .outweighed:
      LocalizedText(
        english: "adds nothing to a firmer passage of the document",
        french: "n’ajoute rien à un passage plus ferme du document")
    case .yielded:
      LocalizedText(
        english: "evidence of another requirement, to which this one yields",
        french: "élément d’une autre exigence, à laquelle celle-ci cède le pas")
    case .emptySection:
      LocalizedText(
        english: "nothing but a heading", french: "rien d’autre qu’un titre")
    case .tooFewRows(let filled, let all):
      LocalizedText(
        english: "only \(filled) of \(all) table rows are filled",
        french: "seulement \(filled) lignes de tableau remplies sur \(all)")
    case .negation: LocalizedText(english: "negated", french: "nié")
    case .otherActor:
      LocalizedText(english: "someone else’s promise", french: "promesse de quelqu’un d’autre")
    case .attribution:
      LocalizedText(
        english: "what others ask or say", french: "ce que d’autres demandent ou disent")
    case .quotation: LocalizedText(english: "in quotation marks", french: "entre guillemets")
    case .templateSection:
      LocalizedText(
        english: "section that the template puts into every plan",
        french: "section que le gabarit met dans chaque plan")
    case .heading:
      LocalizedText(english: "a heading only", french: "un titre seulement")
    case .placeholder:
      LocalizedText(english: "unfilled template text", french: "texte de gabarit non rempli")
    case .pastResult:
      LocalizedText(
        english: "past result in a plan", french: "résultat passé dans un plan")
    case .excludedBy: LocalizedText(english: "excluded by", french: "exclu par")
    case .missingAnchor:
      LocalizedText(
        english: "the required anchor is in neither the passage nor its headings",
        french: "l’ancre exigée n’est ni dans le passage ni dans ses titres")
    case .noAct:
      LocalizedText(
        english: "act without topic, or topic without act",
        french: "acte sans sujet, ou sujet sans acte")
    }
  }
}
