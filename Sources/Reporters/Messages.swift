internal import SourceText

/// The words that reporters add of their own, each in both languages.
///
/// A text without its translation does not compile. French follows Canadian usage: a no-break blank
/// before a colon and inside guillemets, none before a semicolon.
enum Messages {
  // MARK: One document

  static let inferred = LocalizedText(english: "inferred:", french: "déduit\u{A0}:")
  static let noRequirementApplies = LocalizedText(
    english: "No requirement applies to this kind of document.",
    french: "Aucune exigence ne s’applique à ce genre de document.")
  static let noGaps = LocalizedText(english: "no gaps", french: "aucune lacune")
  static let gapsHeading = LocalizedText(
    english: "Gaps, most important first", french: "Lacunes, les plus importantes d’abord")
  static let holdsHeading = LocalizedText(english: "What holds", french: "Ce qui tient")
  static let findingsHeading = LocalizedText(
    english: "Other findings", french: "Autres constats")
  static let questionsHeading = LocalizedText(
    english: "Questions for a person", french: "Questions pour une personne")

  /// Below gaps that have one line each.
  static let detailHint = LocalizedText(
    english: "--detail full, or the document alone, shows the passage and the advice for each",
    french:
      "--detail full, ou le document seul, montre pour chacune le passage et ce qui la comblerait")

  // MARK: One gap

  static let atLeast = LocalizedText(english: "at least", french: "au moins")
  static let notFound = LocalizedText(
    english: "not found in the passages read", french: "non trouvé dans les passages lus")
  static let weight = LocalizedText(english: "weight", french: "poids")
  static let topicAlone = LocalizedText(
    english: "the topic alone, no act in the same passage",
    french: "le sujet seul, sans acte dans le même passage")
  static let noMeasure = LocalizedText(
    english: "no measure in the same passage, such as",
    french: "aucune mesure dans le même passage, par exemple")
  static let nothingFound = LocalizedText(
    english: "nothing in the passages read", french: "rien dans les passages lus")
  static let otherwise = LocalizedText(english: "otherwise", french: "sinon")
  static let wouldBe = LocalizedText(english: "would be", french: "serait")
  static let noPassage = LocalizedText(
    english: "no passage speaks of it", french: "aucun passage n’en parle")

  /// Labels that stand before the parts of an entry.
  enum Label {
    static let found = LocalizedText(english: "found", french: "trouvé")
    static let nearest = LocalizedText(english: "nearest", french: "proche")
    static let opposite = LocalizedText(english: "opposite", french: "contraire")
    static let template = LocalizedText(english: "template", french: "gabarit")
    static let why = LocalizedText(english: "why", french: "pourquoi")
    static let but = LocalizedText(english: "but", french: "mais")
    static let toClose = LocalizedText(english: "to close", french: "piste")
    static let matters = LocalizedText(english: "matters", french: "enjeu")
    static let asks = LocalizedText(english: "asks", french: "demande")
    static let all = [found, nearest, opposite, template, why, but, toClose, matters, asks]

    /// Columns of the widest label.
    static func width(_ language: Language) -> Int {
      all.map { DisplayWidth.of($0[language]) }.max() ?? 0
    }
  }

  static let help = LocalizedText(english: "help:", french: "aide\u{A0}:")
  static let alsoAt = LocalizedText(english: "also at", french: "aussi à")
  static let note = LocalizedText(english: "note:", french: "note\u{A0}:")

  // MARK: Several documents

  static let matrixHeading = LocalizedText(
    english: "Requirements by document", french: "Exigences par document")
  static let documentsHeading = LocalizedText(english: "Documents", french: "Documents")
  static let corpusFindingsHeading = LocalizedText(
    english: "Findings across documents", french: "Constats d’un document à l’autre")
  static let metByNone = LocalizedText(
    english: "Met by no document: gaps that a third national action plan would have to close",
    french: "Exigences qu’aucun document ne satisfait\u{A0}: lacunes qu’un troisième plan d’action "
      + "national devrait combler")
  static let metByAll = LocalizedText(
    english: "Met by every document", french: "Exigences que tous les documents satisfont")
  static func selection(_ revision: String, leftOut: Int) -> LocalizedText {
    LocalizedText(
      "only findings on what has changed since \(revision); elsewhere: \(leftOut)",
      "seulement les constats sur ce qui a changé depuis \(revision); ailleurs : \(leftOut)")
  }
  static let suppressedHeading = LocalizedText(
    english: "Findings that do not count", french: "Constats qui ne comptent pas")
  static let none = LocalizedText(english: "none", french: "aucune")
  static let met = LocalizedText(english: "met", french: "satisfaites")
  static let gaps = LocalizedText(english: "gaps", french: "lacunes")
  static let findings = LocalizedText(english: "findings", french: "constats")
  static let atBest = LocalizedText(english: "at best", french: "au mieux")
  static let inDocument = LocalizedText(english: "in", french: "dans")
  static let reachesFloor = LocalizedText(
    english: "reaches the floor", french: "atteint le minimum")
  static let contradicted = LocalizedText(english: "contradicted", french: "contredit")
  static let forAPerson = LocalizedText(english: "for a person", french: "pour une personne")
  static let fraction = LocalizedText(
    english: "3/5: met, of those that apply",
    french: "3/5\u{A0}: satisfaites, parmi celles qui s’appliquent")
  static let blankNotApplicable = LocalizedText(
    english: "blank: does not apply", french: "vide\u{A0}: ne s’applique pas")
  static let document = LocalizedText(english: "document", french: "document")

  static let owner = LocalizedText(english: "owner", french: "responsable")

  // MARK: The run

  static let noDocuments = LocalizedText(
    english: "No document was read.", french: "Aucun document n’a été lu.")
  static let diagnosticsHeading = LocalizedText(
    english: "Problems with the input", french: "Problèmes dans les données fournies")
  static let limits = LocalizedText(
    english:
      "Text shows what is written, not what is done; absence here is not absence in the world.",
    french: "Le texte montre ce qui est écrit, non ce qui est fait; une absence ici n’est pas une "
      + "absence dans le monde.")

  // MARK: Names

  static func language(_ language: Language) -> LocalizedText {
    switch language {
    case .english: LocalizedText(english: "English", french: "anglais")
    case .french: LocalizedText(english: "French", french: "français")
    }
  }

  /// What a profile says was inferred, by the names of its properties.
  static func inferredName(_ name: String) -> LocalizedText {
    switch name {
    case "kind": LocalizedText(english: "kind", french: "genre")
    case "department": LocalizedText(english: "department", french: "ministère")
    case "language": LocalizedText(english: "language", french: "langue")
    case "period": LocalizedText(english: "period", french: "période")
    case "counterpart": LocalizedText(english: "counterpart", french: "autre version")
    case "title": LocalizedText(english: "title", french: "titre")
    default: LocalizedText(name: name)
    }
  }
}
