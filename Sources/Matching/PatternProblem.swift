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
}
