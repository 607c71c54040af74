import ArgumentParser
import Checking
import PolicyCoherence
import Reporters
import SourceText

/// Goals and actions, read both ways.
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: Help.text(
      "Show which documents act on which goal, and which goals each action serves.",
      "Montre quels documents agissent pour quel but, et quels buts sert chaque acte."),
    discussion: Help.text(
      """
      From the goal: goals that nobody commits to, and those without an owner. From the action: actions \
      tied to no goal, or to very many. Also lists which documents belong together.

      EXAMPLES
        coherence map Policies
        coherence map Policies --detail full --language fr
        coherence map Policies --format json
      """,
      """
      À partir du but : les buts auxquels personne ne s’engage, et ceux sans responsable. À partir de \
      l’acte : les actes rattachés à aucun but, ou à un très grand nombre. Énumère aussi les documents qui \
      vont ensemble.

      EXEMPLES
        coherence map Policies
        coherence map Policies --detail full --language en
        coherence map Policies --format json
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
      "Form of the map: text or json.", "Forme de la carte : text ou json.",
      value: ValueName.name),
    completion: .list(["text", "json"]))
  var format = "text"

  @Option(
    name: .long,
    help: Help.option(
      "How much to show: summary, standard or full.",
      "Quantité de détails : summary, standard ou full.", value: ValueName.detail),
    completion: .list(["summary", "standard", "full"]))
  var detail = "standard"

  func validate() throws {
    if !["text", "json"].contains(format) {
      throw ValidationError(
        RunOptions.unknown(
          format, LocalizedText("unknown format", "format inconnu"), among: ["text", "json"]))
    }
    if ReportOptions.Detail(rawValue: detail) == nil {
      throw ValidationError(
        RunOptions.unknown(
          detail, LocalizedText("unknown detail", "détail inconnu"),
          among: ReportOptions.Detail.allCases.map(\.rawValue)))
    }
  }

  func run() async throws {
    var session = Session(common, paths: paths)
    let rules = session.compiledRules(common.rules)
    let report = await run.report(session: session, rules: rules, paths: paths)
    let reporter: any Reporter = format == "json" ? MapJSON() : MapReporter()
    Output.write(
      report, with: reporter,
      Output.options(session, detail: ReportOptions.Detail(rawValue: detail) ?? .standard))
    Terminal.write(report.diagnostics, in: session.language)
    let failed = report.diagnostics.contains { $0.severity == .error }
    ExitStatus.leave(with: failed ? ExitStatus.incomplete : ExitStatus.coherent)
  }
}
