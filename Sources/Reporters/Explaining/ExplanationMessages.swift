internal import RuleSets
internal import SourceText

/// The words of explanations, each in both languages.
enum ExplanationMessages {
  // MARK: Labels

  static let asks = LocalizedText(english: "asks", french: "demande")
  static let why = LocalizedText(english: "matters", french: "enjeu")
  static let advice = LocalizedText(english: "to close", french: "piste")
  static let source = LocalizedText(english: "source", french: "source")
  static let appliesTo = LocalizedText(english: "applies to", french: "s’applique à")
  static let floor = LocalizedText(english: "at least", french: "au moins")
  static let grade = LocalizedText(english: "graded", french: "gradation")
  static let weight = LocalizedText(english: "weight", french: "poids")
  static let definedAt = LocalizedText(english: "defined at", french: "défini dans")

  // MARK: How it is judged

  static let ofFive = LocalizedText(english: "of 5", french: "sur 5")
  static let everyKind = LocalizedText(
    english: "every kind of document", french: "tout genre de document")
  static let judgedByPerson = LocalizedText(
    english: "judged by a person: passages are shown and a question is asked",
    french: "jugé par une personne\u{A0}: les passages sont montrés et une question est posée")
  static let liftedBy = LocalizedText(
    english: "resourced with, in the same passage,", french: "doté avec, dans le même passage,")
  static let ceiling = LocalizedText(english: "never above", french: "jamais au-dessus de")
  static let topicIsFinding = LocalizedText(
    english: "its topic is a mention even where it is denied or reported",
    french: "son sujet est une mention même nié ou rapporté")
  static let needsAct = LocalizedText(
    english: "the topic alone does not count", french: "le sujet seul ne compte pas")
  static let topicBy = LocalizedText(
    english: "an act that counts for one of these brings the topic with it:",
    french: "un acte qui compte pour l’une de celles-ci apporte le sujet\u{A0}:")
  static let yieldsTo = LocalizedText(
    english: "a passage that counts for one of these does not count here:",
    french: "un passage qui compte pour l’une de celles-ci ne compte pas ici\u{A0}:")
  static let measuredBy = LocalizedText(
    english: "the act may be a measure in the passage or its table:",
    french: "l’acte peut être une mesure dans le passage ou son tableau\u{A0}:")

  static func share(_ share: RowShare, _ have: String, _ of: String) -> LocalizedText {
    of.isEmpty
      ? LocalizedText(
        english: "at least \(share.least) % of the table rows have \(have)",
        french: "au moins \(share.least)\u{A0}% des lignes de tableau ont \(have)")
      : LocalizedText(
        english: "at least \(share.least) % of the table rows with \(of) have \(have)",
        french: "au moins \(share.least)\u{A0}% des lignes de tableau avec \(of) ont \(have)")
  }

  static func clauseMissing(_ clause: String) -> LocalizedText {
    LocalizedText(
      "✗ no match of '\(clause)'; looked for:", "✗ « \(clause) » sans résultat; cherché :")
  }

  static let pastCounts = LocalizedText(
    english: "what was done before counts", french: "ce qui a déjà été fait compte")

  static func grade(_ grade: Grade) -> LocalizedText {
    switch grade {
    case .act:
      LocalizedText(
        english: "something that the department will do; the verb says how firmly",
        french: "chose que le ministère fera; le verbe dit avec quelle fermeté")
    case .standing:
      LocalizedText(
        english: "an arrangement that exists, or will; the present tense is a commitment too",
        french: "dispositif qui existe ou existera; le présent vaut aussi engagement")
    case .finding:
      LocalizedText(
        english: "something known; always a mention", french: "chose connue; toujours une mention")
    case .figures:
      LocalizedText(
        english: "data presented; resourced where figures stand in the passage",
        french: "données présentées; doté là où des chiffres sont dans le passage")
    }
  }

  // MARK: Patterns and examples

  static let examples = LocalizedText(english: "Examples", french: "Exemples")
  static let because = LocalizedText(english: "because", french: "parce que")

  static func patterns(_ language: Language) -> LocalizedText {
    switch language {
    case .english:
      LocalizedText(
        english: "What is looked for in English", french: "Ce qui est cherché en anglais")
    case .french:
      LocalizedText(
        english: "What is looked for in French", french: "Ce qui est cherché en français")
    }
  }

  static func clause(_ clause: ClauseKind) -> LocalizedText {
    switch clause {
    case .topic:
      LocalizedText(
        english: "what the passage must be about", french: "ce dont le passage doit parler")
    case .act:
      LocalizedText(
        english: "what is done about it, in the same passage",
        french: "ce qui est fait, dans le même passage")
    case .mention:
      LocalizedText(
        english: "weaker wordings, never more than a mention",
        french: "tournures plus faibles, jamais plus qu’une mention")
    case .with:
      LocalizedText(
        english: "must stand in the passage, its lead-in or a heading above it",
        french: "doit être dans le passage, son introduction ou un titre au-dessus")
    case .unless:
      LocalizedText(
        english: "throws the passage out", french: "écarte le passage")
    case .section:
      LocalizedText(
        english: "a heading that counts when text stands under it",
        french: "un titre qui compte s’il est suivi d’un texte")
    }
  }

  // MARK: Verdicts

  static let countsAs = LocalizedText(english: "counts as", french: "compte comme")
  static let doesNotCount = LocalizedText(english: "does not count", french: "ne compte pas")
  static let meetsIt = LocalizedText(
    english: "the requirement is met", french: "l’exigence est satisfaite")
  static let floorIs = LocalizedText(
    english: "the requirement needs at least", french: "l’exigence demande au moins")
  static let bestHere = LocalizedText(
    english: "this is the passage that counts for the document",
    french: "c’est le passage qui compte pour le document")
  static let bestElsewhere = LocalizedText(
    english: "the passage that counts for the document is",
    french: "le passage qui compte pour le document est")
  static let actMissing = LocalizedText(
    english: "the topic is there, an act is missing", french: "le sujet y est, l’acte manque")
  static let topicMissing = LocalizedText(
    english: "an act is there, the topic is missing", french: "l’acte y est, le sujet manque")
  static let moreIsTold = LocalizedText(
    english: "What a requirement looks for is told by",
    french: "Ce qu’une exigence cherche est dit par")
  static let nothingLooked = LocalizedText(
    english: "no requirement that applies to this document found its topic or its act here",
    french: "aucune exigence applicable à ce document n’a trouvé ici son sujet ou son acte")

  static let nearestPassage = LocalizedText(
    english: "The nearest passage that was looked at:",
    french: "Le passage examiné le plus proche\u{A0}:")

  static func expectedGot(_ expected: String, _ got: String) -> LocalizedText {
    LocalizedText(
      english: "expected \(expected), got \(got)", french: "attendu \(expected), obtenu \(got)")
  }
}
