import ArgumentParser
import Checking
import PolicyCoherence
import Reporters
import SourceText

/// The register: requirement by document, and what a third plan must add.
struct GapsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "List what the plans lack, most important first, and what nobody covers.",
    discussion: """
      EXAMPLES
        coherence gaps Policies
        coherence gaps Policies --language fr
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to read.", valueName: "path"), completion: .file())
  var paths: [String] = ["."]

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  func run() async throws {
    var session = Session(common, paths: paths)
    let rules = session.compiledRules(common.rules)
    let report = await run.report(session: session, rules: rules, paths: paths)
    Output.write(report, with: GapsReporter(), language: session.language)
    for diagnostic in report.diagnostics { Terminal.writeError(diagnostic.rendered + "\n") }
    let failed = report.diagnostics.contains { $0.severity == .error }
    ExitStatus.leave(with: failed ? ExitStatus.incomplete : ExitStatus.coherent)
  }
}
