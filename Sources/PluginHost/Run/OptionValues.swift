internal import CoherencePlugin
internal import SourceText

/// Values of a plugin's options, as the user gave them or as it declared them.
enum OptionValues {
  /// Every declared option with its value; what is wrong with the given ones is told.
  static func values(
    of declaration: Declaration, given: [String: String], path: String
  ) -> ([String: String], [Diagnostic]) {
    var values: [String: String] = [:]
    var problems: [Diagnostic] = []
    for option in declaration.options {
      values[option.name] = option.standard
      guard let value = given[option.name] else { continue }
      if fits(value, option.kind) {
        values[option.name] = value
      } else {
        problems.append(
          Diagnostic(
            id: "plugin-option-value",
            LocalizedText(
              "option '\(option.name)' of plugin '\(declaration.id)' must be \(words(option.kind))",
              "l’option « \(option.name) » du plugiciel « \(declaration.id) » doit être "
                + "\(words(option.kind))"),
            path: path))
      }
    }
    for name in given.keys.sorted() where values[name] == nil {
      let known = declaration.options.map(\.name)
      let list = known.joined(separator: ", ")
      problems.append(
        Diagnostic(
          id: "plugin-unknown-option",
          LocalizedText(
            "plugin '\(declaration.id)' has no option '\(name)'",
            "le plugiciel « \(declaration.id) » n’a pas d’option « \(name) »"),
          path: path,
          help: NearestName.suggestion(for: name, among: known).map(NearestName.question)
            ?? (known.isEmpty
              ? nil : LocalizedText("it has: \(list)", "il a : \(list)"))))
    }
    return (values, problems)
  }

  private static func fits(_ value: String, _ kind: Declaration.Option.Kind) -> Bool {
    switch kind {
    case .boolean: value == "true" || value == "false"
    case .integer: Int(value) != nil
    case .text: true
    }
  }

  private static func words(_ kind: Declaration.Option.Kind) -> LocalizedText {
    switch kind {
    case .boolean: LocalizedText("true or false", "true ou false")
    case .integer: LocalizedText("a whole number", "un nombre entier")
    case .text: LocalizedText("a text", "un texte")
    }
  }
}
