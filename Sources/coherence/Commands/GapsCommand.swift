import ArgumentParser
import Checking
import PolicyCoherence
import Reporters
import SourceText

/// The register: requirement by document, and what a third plan must add.
struct GapsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: Help.text(
      "List what the plans lack, most important first, and what nobody covers.",
      "Énumère ce qui manque aux plans, le plus important d’abord, et ce que personne ne traite."),
    discussion: Help.text(
      """
      EXAMPLES
        coherence gaps Policies
        coherence gaps Policies --language fr
      """,
      """
      EXEMPLES
        coherence gaps Policies
        coherence gaps Policies --language en
      """))

  @Argument(
    help: Help.option(
      "Files and folders to read.", "Fichiers et dossiers à lire.", value: ValueName.path),
    completion: .file())
  var paths: [String] = ["."]

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  func run() async throws {
    var session = Session(common, paths: paths)
    let rules = session.compiledRules(common.rules)
    let report = await run.report(session: session, rules: rules, paths: paths)
    Output.write(report, with: GapsReporter(), language: session.language)
    Terminal.write(report.diagnostics, in: session.language)
    let failed = report.diagnostics.contains { $0.severity == .error }
    ExitStatus.leave(with: failed ? ExitStatus.incomplete : ExitStatus.coherent)
  }
}
