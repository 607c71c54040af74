package import SourceText

/// What is wrong with a pattern or list that could be parsed.
package struct PatternProblem: Sendable, Hashable {
  /// Where, by index in what the compiler was given.
  package enum Location: Sendable, Hashable {
    case pattern(Int)
    case listEntry(list: Int, entry: Int)
    case list(Int)
  }

  package var severity: Diagnostic.Severity
  /// Kebab-case name of the kind of problem, stable over versions.
  package var id: String
  package var location: Location
  /// One phrase, small first letter, no full stop.
  package var message: LocalizedText
  /// What would settle it.
  package var help: LocalizedText?

  package init(
    _ severity: Diagnostic.Severity = .error, id: String, _ location: Location,
    _ message: LocalizedText, help: LocalizedText? = nil
  ) {
    self.severity = severity
    self.id = id
    self.location = location
    self.message = message
    self.help = help
  }
}

extension PatternProblem {
  static func tooManyReadings(_ pattern: TokenPattern, _ place: Location) -> PatternProblem {
    PatternProblem(
      id: "too-many-readings", place,
      LocalizedText(
        "pattern '\(pattern)' has a phrase whose words can be read in too many ways together",
        "le motif « \(pattern) » a une expression dont les mots, ensemble, peuvent être lus de trop de "
          + "façons"),
      help: LocalizedText(
        "shorten the phrase, or write its words in one way only, with '=' or without",
        "abrégez l’expression, ou écrivez ses mots d’une seule façon, avec « = » ou sans"))
  }

  /// A list that would be too large written out, counted without other lists that are.
  static func tooLarge(
    _ list: PatternList, _ place: Location, _ size: PatternSize
  ) -> PatternProblem {
    tooLarge(
      LocalizedText("list '\(list.name)'", "la liste « \(list.name) »"), id: "list-too-large",
      place,
      size)
  }

  static func tooLarge(
    _ pattern: TokenPattern, _ place: Location, _ size: PatternSize
  ) -> PatternProblem {
    tooLarge(
      LocalizedText("pattern '\(pattern)'", "le motif « \(pattern) »"), id: "pattern-too-large",
      place, size)
  }

  private static func tooLarge(
    _ what: LocalizedText, id: String, _ place: Location, _ size: PatternSize
  ) -> PatternProblem {
    guard size.words > PatternSize.mostWords else {
      let most = PatternSize.mostLists
      return PatternProblem(
        id: id, place,
        LocalizedText(
          "\(what) refers to lists over \(size.lists) levels; allowed are \(most)",
          "\(what) renvoie à des listes sur \(size.lists) niveaux; on en admet \(most)"),
        help: LocalizedText(
          "write entries out instead of referring to lists that refer to lists",
          "écrivez les entrées au lieu de renvoyer à des listes qui renvoient à des listes"))
    }
    let most = PatternSize.mostWords
    return PatternProblem(
      id: id, place,
      LocalizedText(
        "\(what) stands for texts of up to \(size.words) words; allowed are \(most)",
        "\(what) représente des textes d’au plus \(size.words) mots; on en admet \(most)"),
      help: LocalizedText(
        "refer to fewer lists one after the other, or to lists with shorter entries",
        "renvoyez à moins de listes l’une après l’autre, ou à des listes aux entrées plus courtes"))
  }

  static func tooManyPhrases(_ pattern: TokenPattern, _ place: Location) -> PatternProblem {
    let most = PatternCompiler.mostPhraseWords
    return PatternProblem(
      id: "too-many-phrases", place,
      LocalizedText(
        "with pattern '\(pattern)' all patterns together have over \(most) words written out",
        "avec le motif « \(pattern) », tous les motifs ensemble dépassent \(most) mots une fois écrits "
          + "en entier"),
      help: LocalizedText(
        "shorten the entries of the lists that it refers to, or take lists out",
        "abrégez les entrées des listes auxquelles il renvoie, ou enlevez des listes"))
  }
}
