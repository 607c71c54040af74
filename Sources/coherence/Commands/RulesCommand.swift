import ArgumentParser
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

/// What can be done with rule sets.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, show, lint and test rule sets.",
    subcommands: [
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
    commandName: "list", abstract: "List rule sets and their requirements.")

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
    commandName: "show", abstract: "Show one requirement in full, with its patterns and examples.")

  @Argument(help: ArgumentHelp("Id of a requirement, or of a rule set.", valueName: "id"))
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
    abstract: "Check rule files: keys, translations, examples, patterns, lists.")

  @Argument(
    help: ArgumentHelp("Rule files or folders. Default: the rules in use.", valueName: "path"),
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
    Terminal.print(
      session.language == .english
        ? "\(rules.ruleSets.count) rule sets, \(rules.requirements.count) requirements: "
          + "\(errors) errors, \(warnings) warnings"
        : "\(rules.ruleSets.count) jeux de règles, \(rules.requirements.count) exigences : "
          + "\(errors) erreurs, \(warnings) avertissements")
    ExitStatus.leave(with: errors > 0 ? ExitStatus.incomplete : ExitStatus.coherent)
  }
}

/// Whether every example comes out as its author says.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rules, which are their tests.",
    discussion: """
      EXAMPLES
        coherence rules test
        coherence rules test Rules/wps
        coherence rules test --only wps.amplify.voices
      """)

  @Argument(
    help: ArgumentHelp("Rule files or folders. Default: the rules in use.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Only requirements that begin with this.", valueName: "id"))
  var only: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var session = Session(common)
    let rules = session.compiledRules(
      paths.isEmpty ? common.rules : paths, purpose: .authoring)
    session.printDiagnostics()
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
            rejections: outcome.rejections))
    }
    Terminal.print("\(count - failures) passed, \(failures) failed")
    if session.hasErrors { throw ExitCode(ExitStatus.incomplete) }
    ExitStatus.leave(with: failures > 0 ? ExitStatus.findings : ExitStatus.coherent)
  }
}

/// The JSON Schema of rule files, for editors.
struct RulesSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of rule files, for editors.")

  func run() {
    Terminal.print(RuleSetSchema.jsonSchema)
  }
}

enum UnknownRequirement {
  static func error(_ id: String, in rules: CompiledRules) -> ValidationError {
    let known = rules.requirements.map(\.id)
    return ValidationError(RunOptions.unknown(id, "requirement", among: known))
  }
}

extension String {
  /// Padded with blanks to a number of characters.
  func padded(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }
}
