internal import SourceText

/// The words of a comparison, in both languages.
enum ComparisonWords {
  static let title = LocalizedText("What changed", "Ce qui a changé")
  static let rulesDiffer = LocalizedText(
    "The two runs used different rules: some of these differences may come from the rules, not from the "
      + "documents.",
    "Les deux analyses n’ont pas employé les mêmes règles : certaines différences peuvent venir des règles et "
      + "non des documents.")
  static let same = LocalizedText(
    "Nothing changed in what the documents promise.",
    "Rien n’a changé dans ce que promettent les documents.")
  static let before = LocalizedText("Before", "Avant")
  static let after = LocalizedText("Now", "Maintenant")
  static let requirement = LocalizedText("Requirement", "Exigence")
  static let document = LocalizedText("Document", "Document")
  static let vanished = LocalizedText("Text that is gone", "Textes disparus")
  static let vanishedNote = LocalizedText(
    "Passages that counted before and that are not among the passages that count, or nearly count, now.",
    "Passages qui comptaient et qui ne sont plus parmi ceux qui comptent, ou presque, maintenant.")
  static let reworded = LocalizedText("Reworded", "Reformulés")
  static let rewordedNote = LocalizedText(
    "Passages that counted before, with what stands for the same requirement now; at least half their words "
      + "are the same.",
    "Passages qui comptaient, avec ce qui répond maintenant à la même exigence; au moins la moitié des mots "
      + "sont les mêmes.")
  static let rung = LocalizedText("Rung", "Échelon")
  static let findingsNew = LocalizedText("New findings", "Nouveaux constats")
  static let findingsGone = LocalizedText("Findings that are gone", "Constats disparus")
  static let added = LocalizedText("Documents read only now", "Documents lus maintenant seulement")
  static let removed = LocalizedText(
    "Documents read only before", "Documents lus auparavant seulement")
  static let finding = LocalizedText("Finding", "Constat")
  static let passage = LocalizedText("Passage", "Passage")
  static let nothing = LocalizedText("no passage", "aucun passage")

  static func title(_ change: ReportComparison.Change) -> LocalizedText {
    switch change {
    case .closed: LocalizedText("Gaps closed", "Lacunes comblées")
    case .opened: LocalizedText("Gaps opened", "Lacunes apparues")
    case .better: LocalizedText("Better", "Mieux")
    case .worse: LocalizedText("Worse", "Moins bien")
    }
  }

  /// What a title's rows mean.
  static func note(_ change: ReportComparison.Change) -> LocalizedText {
    switch change {
    case .closed:
      LocalizedText(
        "Requirements that were not met and are met now.",
        "Exigences qui n’étaient pas satisfaites et qui le sont maintenant.")
    case .opened:
      LocalizedText(
        "Requirements that were met and are not met now.",
        "Exigences qui étaient satisfaites et qui ne le sont plus.")
    case .better:
      LocalizedText(
        "On a higher rung than before, or no longer contradicted; whether met did not change.",
        "Un échelon plus haut qu’avant, ou plus contredit; satisfait ou non, comme avant.")
    case .worse:
      LocalizedText(
        "On a lower rung than before, or now contradicted; whether met did not change.",
        "Un échelon plus bas qu’avant, ou maintenant contredit; satisfait ou non, comme avant.")
    }
  }

  static func compared(_ pairs: Int, unchanged: Int) -> LocalizedText {
    let documents = CountedMessages.documents(pairs)
    return LocalizedText(
      "\(documents) compared, \(unchanged) of them the same to the byte",
      "\(documents) comparés, dont \(unchanged) identiques à l’octet près")
  }

  static func count(_ change: ReportComparison.Change, _ number: Int) -> LocalizedText {
    switch change {
    case .closed: LocalizedText("\(number) closed", "\(number) comblées")
    case .opened: LocalizedText("\(number) opened", "\(number) apparues")
    case .better: LocalizedText("\(number) better", "\(number) mieux")
    case .worse: LocalizedText("\(number) worse", "\(number) moins bien")
    }
  }

  static func vanished(_ number: Int) -> LocalizedText {
    LocalizedText(
      "\(number) \(number == 1 ? "passage" : "passages") gone",
      "\(number) \(number < 2 ? "passage disparu" : "passages disparus")")
  }
}
