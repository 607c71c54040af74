import ArgumentParser
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

/// What can be done with rule sets.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: Help.text(
      "List, show, document, lint and test rule sets.",
      "Énumère, montre, documente, vérifie et met à l’essai les jeux de règles."),
    subcommands: [
      RulesDocsCommand.self,
      RulesLintCommand.self,
      RulesListCommand.self,
      RulesSchemaCommand.self,
      RulesShowCommand.self,
      RulesTestCommand.self,
    ])
}

/// Which rule sets and requirements there are.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Help.text(
      "List rule sets and their requirements.", "Énumère les jeux de règles et leurs exigences."))

  @OptionGroup var common: CommonOptions

  func run() throws {
    var session = Session(common)
    let rules = session.compiledRules(common.rules)
    let language = session.language
    for (index, set) in rules.ruleSets.enumerated() {
      Terminal.print("\(set.id) \(set.version)  \(set.title[language])  [\(set.path)]")
      for (number, requirement) in rules.requirements.enumerated()
      where rules.ruleSetOfRequirement[number] == index {
        let id = requirement.id.padded(to: 32)
        let floor = requirement.floor.standard.title[language].padded(to: 11)
        Terminal.print("  \(id) \(floor) \(requirement.title[language])")
      }
    }
    session.printDiagnostics()
    ExitStatus.leave(with: session.hasErrors ? ExitStatus.incomplete : ExitStatus.coherent)
  }
}

/// One requirement in full.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Help.text(
      "Show one requirement in full, with its patterns and examples.",
      "Montre une exigence en entier, avec ses motifs et ses exemples."))

  @Argument(
    help: Help.option(
      "Id of a requirement, or of a rule set.",
      "Identifiant d’une exigence ou d’un jeu de règles.", value: ValueName.id))
  var id: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    var session = Session(common)
    let rules = session.compiledRules(common.rules, purpose: .authoring)
    session.printDiagnostics()
    let explanation = Output.explanations(in: session.language)
    if let index = rules.index(ofRequirement: id) {
      Terminal.print(explanation.requirement(index, in: rules, full: true))
    } else if let set = rules.ruleSets.firstIndex(where: { $0.id == id }) {
      for index in rules.requirements.indices where rules.ruleSetOfRequirement[index] == set {
        Terminal.print(explanation.requirement(index, in: rules, full: false))
      }
    } else {
      throw UnknownRequirement.error(id, in: rules)
    }
    ExitStatus.leave(with: session.hasErrors ? ExitStatus.incomplete : ExitStatus.coherent)
  }
}

/// Whether rule sets load and every pattern is alive.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: Help.text(
      "Check rule files: keys, translations, examples, patterns, lists.",
      "Vérifie les fichiers de règles : clés, traductions, exemples, motifs, listes."))

  @Argument(
    help: Help.option(
      "Rule files or folders. Default: the rules in use.",
      "Fichiers ou dossiers de règles. Par défaut : les règles en usage.", value: ValueName.path),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    var session = Session(common)
    let rules = session.compiledRules(
      paths.isEmpty ? common.rules : paths, purpose: .authoring)
    session.printDiagnostics()
    let errors = session.diagnostics.count { $0.severity == .error }
    let warnings = session.diagnostics.count - errors
    let (sets, requirements) = (rules.ruleSets.count, rules.requirements.count)
    let words = LocalizedText(
      "\(sets) rule sets, \(requirements) requirements: \(errors) errors, \(warnings) warnings",
      "jeux de règles : \(sets); exigences : \(requirements); erreurs : \(errors); "
        + "avertissements : \(warnings)")
    Terminal.print(words[session.language])
    ExitStatus.leave(with: errors > 0 ? ExitStatus.incomplete : ExitStatus.coherent)
  }
}

/// Whether every example comes out as its author says.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: Help.text(
      "Run the examples of rules, which are their tests.",
      "Exécute les exemples des règles, qui sont leurs essais."),
    discussion: Help.text(
      """
      EXAMPLES
        coherence rules test
        coherence rules test Rules/wps
        coherence rules test --only wps.amplify.voices
      """,
      """
      EXEMPLES
        coherence rules test
        coherence rules test Rules/wps
        coherence rules test --only wps.amplify.voices
      """))

  @Argument(
    help: Help.option(
      "Rule files or folders. Default: the rules in use.",
      "Fichiers ou dossiers de règles. Par défaut : les règles en usage.", value: ValueName.path),
    completion: .file())
  var paths: [String] = []

  @Option(
    name: .long,
    help: Help.option(
      "Only requirements that begin with this.", "Seulement les exigences qui commencent ainsi.",
      value: ValueName.id))
  var only: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var session = Session(common)
    let rules = session.compiledRules(
      paths.isEmpty ? common.rules : paths, purpose: .authoring)
    session.printDiagnostics()
    if let only, !rules.requirements.contains(where: { $0.id.hasPrefix(only) }) {
      throw UnknownRequirement.error(only, in: rules)
    }
    let explanation = Output.explanations(in: session.language)
    var failures = 0
    var count = 0
    for outcome in ExampleRunner(rules: rules).run() {
      let requirement = rules.requirements[outcome.requirement]
      if let only, !requirement.id.hasPrefix(only) { continue }
      count += 1
      guard !outcome.passes else { continue }
      failures += 1
      let set = rules.ruleSets[rules.ruleSetOfRequirement[outcome.requirement]]
      Terminal.print(
        "\(set.path):\(outcome.example.line): \(requirement.id): "
          + explanation.failure(
            of: outcome.example, got: outcome.rung, evidence: outcome.evidence,
            rejections: outcome.rejections, requirement: requirement))
    }
    let passed = count - failures
    let words = LocalizedText(
      "\(passed) passed, \(failures) failed", "réussis : \(passed); échoués : \(failures)")
    Terminal.print(words[session.language])
    if session.hasErrors { throw ExitCode(ExitStatus.incomplete) }
    ExitStatus.leave(with: failures > 0 ? ExitStatus.findings : ExitStatus.coherent)
  }
}

/// The JSON Schema of rule files, for editors.
struct RulesSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: Help.text(
      "Print the JSON Schema of rule files, for editors.",
      "Affiche le schéma JSON des fichiers de règles, pour les éditeurs."))

  func run() {
    Terminal.print(RuleSetSchema.jsonSchema)
  }
}

enum UnknownRequirement {
  static func error(_ id: String, in rules: CompiledRules) -> ValidationError {
    let known = rules.requirements.map(\.id)
    let what = LocalizedText("unknown requirement", "exigence inconnue")
    return ValidationError(RunOptions.unknown(id, what, among: known))
  }
}

extension String {
  /// Padded with blanks to a number of characters.
  func padded(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }
}
