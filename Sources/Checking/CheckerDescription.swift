package import SourceText

/// What a checker says about itself; lists, help, schemas and rule tables are made from it.
package struct CheckerDescription: Sendable, Hashable {
  package enum Scope: String, Sendable {
    /// Sees one document at a time.
    case document
    /// Collects facts from each document, then sees all facts.
    case corpus
  }

  /// What a checker must be given.
  package enum Need: String, Sendable {
    case blocks
    case evidence
    case facts
  }

  /// Kebab-case, as the checker's file says: `requirement-coverage`.
  package var id: String
  package var version: String
  package var scope: Scope
  package var languages: [Language]
  package var needs: [Need]
  package var title: LocalizedText
  /// What it finds, why it matters and when it may be wrong.
  package var rationale: LocalizedText
  package var findings: [FindingKind]
  package var options: [CheckerOption]

  package init(
    id: String, version: String, scope: Scope, languages: [Language] = Language.allCases,
    needs: [Need], title: LocalizedText, rationale: LocalizedText, findings: [FindingKind],
    options: [CheckerOption] = []
  ) {
    self.id = id
    self.version = version
    self.scope = scope
    self.languages = languages
    self.needs = needs
    self.title = title
    self.rationale = rationale
    self.findings = findings
    self.options = options
  }

  package func kind(_ id: String) -> FindingKind? { findings.first { $0.id == id } }
}

/// One sort of finding that a checker can make.
package struct FindingKind: Sendable, Hashable {
  /// Kebab-case, unique within the checker.
  package var id: String
  /// The level unless the configuration says otherwise.
  package var level: Level
  /// What is wrong; `{name}` stands for an argument.
  package var message: LocalizedText
  /// What would settle it; `{name}` stands for an argument.
  package var help: LocalizedText

  package init(id: String, level: Level, message: LocalizedText, help: LocalizedText) {
    self.id = id
    self.level = level
    self.message = message
    self.help = help
  }

  package func message(of finding: Finding, in language: Language) -> String {
    Self.fill(message[language], finding.arguments, language)
  }

  package func help(of finding: Finding, in language: Language) -> String {
    Self.fill(help[language], finding.arguments, language)
  }

  /// Replaces each `{name}` by its argument; an unknown name stays as it is.
  static func fill(
    _ template: String, _ arguments: [String: FindingArgument], _ language: Language
  ) -> String {
    guard template.utf8.contains(0x7B) else { return template }
    var result = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      if let value = arguments[name] {
        result += value.text(in: language)
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// A setting of a checker.
package struct CheckerOption: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case boolean
    case integer
    case text
  }

  package var name: String
  package var kind: Kind
  package var standard: String
  package var explanation: LocalizedText

  package init(name: String, kind: Kind, standard: String, explanation: LocalizedText) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.explanation = explanation
  }
}
