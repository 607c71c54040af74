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
        coherence gaps Policies --format csv --output gaps.csv
        coherence gaps Policies --format html --output gaps.html
      """,
      """
      EXEMPLES
        coherence gaps Policies
        coherence gaps Policies --language en
        coherence gaps Policies --format csv --output lacunes.csv
        coherence gaps Policies --format html --output lacunes.html
      """))

  @Argument(
    help: Help.option(
      "Files and folders to read.", "Fichiers et dossiers à lire.", value: ValueName.path),
    completion: .file())
  var paths: [String] = ["."]

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  @Option(
    name: .long,
    help: Help.option(
      "Form of the register: \(Self.formats.joined(separator: ", ")).",
      "Forme du registre : \(Self.formats.joined(separator: ", ")).", value: ValueName.name),
    completion: .list(Self.formats))
  var format = RegisterFormat.text.rawValue

  @Option(
    name: .shortAndLong,
    help: Help.option(
      "File to write. Default: standard output.",
      "Fichier à écrire. Par défaut : la sortie standard.", value: ValueName.file),
    completion: .file())
  var output: String?

  private static let formats = RegisterFormat.allCases.map(\.rawValue)

  func validate() throws {
    if RegisterFormat(rawValue: format) == nil {
      throw ValidationError(
        RunOptions.unknown(
          format, LocalizedText("unknown format", "format inconnu"), among: Self.formats))
    }
  }

  func run() async throws {
    var session = Session(common, paths: paths)
    session.expectFreshOutputs([output], reading: paths, rules: common.rules)
    let rules = session.compiledRules(common.rules)
    let report = await run.report(session: session, rules: rules, paths: paths)
    Terminal.write(report.diagnostics, in: session.language)
    var failed = report.diagnostics.contains { $0.severity == .error }
    if let format = RegisterFormat(rawValue: format) {
      let options = Output.options(language: session.language)
      let isWritten = Output.write(to: output, in: session.language) {
        format.write(report, options: options, to: $0)
      }
      failed = failed || !isWritten
    }
    ExitStatus.leave(with: failed ? ExitStatus.incomplete : ExitStatus.coherent)
  }
}
