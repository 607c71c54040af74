import ArgumentParser
import Checking
import PolicyCoherence
import Reporters
import SourceText

/// Options that decide, besides the configuration, which findings count.
struct AcceptanceArguments: ParsableArguments {
  @Option(
    name: .long,
    help: Help.option(
      "File of accepted findings; see 'coherence baseline'. Default: that of coherence.yml.",
      "Fichier des constats acceptés; voir « coherence baseline ». Par défaut : celui de "
        + "coherence.yml.",
      value: ValueName.file),
    completion: .file(extensions: ["yml"]))
  var baseline: String?

  @Option(
    name: .long,
    help: Help.option(
      "The day by which waivers run out. Default: today.",
      "Le jour selon lequel les dispenses prennent fin. Par défaut : aujourd’hui.",
      value: ValueName.day))
  var today: CalendarDay?

  /// What a run over these paths goes by; what is wrong with the baseline is collected in the session.
  func options(_ session: inout Session, paths: [String]) -> AcceptanceOptions {
    var options = AcceptanceOptions()
    options.today = today ?? Terminal.today
    options.paths = Output.fileOptions(session, failOn: nil)
    // A run over single files says nothing of waivers for others.
    options.judgesUnused = paths.contains { FileTree.kind(of: $0) == .folder }
    if let path = baseline ?? session.configuration.baseline {
      let (baseline, problems) = Baseline.load(path)
      options.baseline = baseline
      session.diagnostics += problems
    }
    return options
  }
}

extension AcceptanceArguments {
  /// Takes them out of plain arguments.
  static func plain(_ arguments: inout PlainArguments) -> Self {
    var options = Self()
    options.baseline = arguments.value("--baseline")
    options.today = arguments.value("--today", as: CalendarDay.init(argument:))
    return options
  }
}

extension CalendarDay: ExpressibleByArgument {
  /// A day as `2027-03-31`.
  public init?(argument: String) { self.init(iso: argument) }
}
