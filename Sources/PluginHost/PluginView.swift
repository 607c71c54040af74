internal import CoherencePlugin
internal import Checking
package import SourceText

/// A trusted plugin as people see it: what it is, what it finds and how it is held.
package struct PluginView: Sendable {
  private let pin: PluginPin
  private let declaration: Declaration?
  private let isolation: Isolation
  private let digest: String?
  /// Why it could not be started.
  package let diagnostics: [Diagnostic]

  /// Starts the plugin, hears its declaration and ends it.
  package init(_ pin: PluginPin, hostVersion: String) {
    self.pin = pin
    do throws(TrustProblem) {
      let image = try PluginImage(pin, hostVersion: hostVersion)
      digest = image.digest
      let pool = PluginPool(image, limits: pin.limits)
      declaration = pool.declaration()
      isolation = pool.isolation
      pool.close()
      let name = pool.name
      diagnostics = pool.problems.map { $0.diagnostic(plugin: name, path: pin.path) }
    } catch {
      declaration = nil
      isolation = Isolation()
      digest = nil
      diagnostics = [error.diagnostic(pin: pin)]
    }
  }

  /// The messages between host and plugin, as JSON Schemas.
  package static var messageSchema: String { PluginSchema.json }

  /// The plugin in a few lines; its path alone when it could not be started.
  package func lines(in language: Language) -> [String] {
    guard let declaration, let digest else { return [pin.path] }
    func words(_ english: Wording<EnglishWording>, _ french: Wording<FrenchWording>) -> String {
      LocalizedText(english, french)[language]
    }
    let title = language == .english ? declaration.title.english : declaration.title.french
    let scope =
      declaration.scope == .document
      ? words("one document at a time", "un document à la fois")
      : words("all documents together", "tous les documents ensemble")
    let languages = declaration.languages.joined(separator: ", ")
    var lines = [
      "\(declaration.id) \(declaration.version)  \(SourceExcerpt.sanitized(title))",
      "  "
        + words(
          "scope: \(scope); languages: \(languages)", "portée : \(scope); langues : \(languages)"),
    ]
    for kind in declaration.findings {
      let level = Level(rawValue: kind.level.rawValue)?.title[language] ?? kind.level.rawValue
      lines.append("  \(declaration.id)/\(kind.id)  \(level)")
    }
    for option in declaration.options {
      let value = pin.options[option.name] ?? option.standard
      lines.append("  --option \(option.name)=\(SourceExcerpt.sanitized(value))")
    }
    lines.append("  " + words("path: \(pin.path)", "chemin : \(pin.path)"))
    lines.append("  " + words("digest: \(digest)", "empreinte : \(digest)"))
    lines.append(
      "  "
        + words(
          "isolation: \(isolation.summary(in: language))",
          "isolement : \(isolation.summary(in: language))"))
    return lines
  }

  /// What would be trusted, before it is started for the first time.
  package static func lines(of pin: PluginPin, in language: Language) -> [String] {
    var lines = ["\(pin.path)", "  SHA-256 \(pin.sha256)"]
    if let interpreter = pin.interpreter {
      let label = LocalizedText("run by", "exécuté par")[language]
      let command = ([interpreter.path] + pin.interpreterArguments).joined(separator: " ")
      lines.append("  \(label) \(command)")
      lines.append("  SHA-256 \(interpreter.sha256)")
    }
    for file in pin.files {
      let label = LocalizedText("with", "avec")[language]
      lines.append("  \(label) \(file.path)")
      lines.append("  SHA-256 \(file.sha256)")
    }
    for folder in pin.readable {
      let label = LocalizedText("may read", "peut lire")[language]
      lines.append("  \(label) \(folder)")
    }
    return lines
  }
}

extension PluginConformance.Result {
  /// One line: whether it went well, what was tried, and what went wrong.
  package func line(in language: Language) -> String {
    guard let fault else { return "ok    \(title[language])" }
    let label = language == .english ? "FAIL" : "NON "
    let colon = language == .english ? ": " : "\u{A0}: "
    return "\(label)  \(title[language])\(colon)\(fault[language])"
  }
}
