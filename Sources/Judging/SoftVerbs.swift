internal import SourceText

/// Verbs that promise no more than an effort when they open a list item: "explore …", « étudier … ».
enum SoftVerbs {
  /// True for a word that makes an item of what it opens an intent.
  static func open(_ word: [UInt8], _ language: Language) -> Bool {
    (language == .english ? english : french).contains(word)
  }

  /// Words after which a verb is about something else.
  static let relative: Set<[UInt8]> = .words([
    "who", "which", "that", "whose", "where", "when", "if", "qui", "que", "qu", "dont", "où", "si",
  ])

  private static let english: Set<[UInt8]> = .words([
    "consider", "explore", "weigh", "contemplate", "seek", "try", "strive", "aim", "endeavour",
    "encourage", "advocate", "promote", "hope", "study", "examine", "look", "continue",
  ])
  private static let french: Set<[UInt8]> = .words([
    "envisager", "explorer", "chercher", "tenter", "tâcher", "viser", "encourager", "étudier",
    "examiner", "réfléchir", "songer", "favoriser", "continuer", "poursuivre", "espérer",
  ])

}
