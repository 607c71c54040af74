import ArgumentParser
import Checking
import Documents
import Judging
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

/// Policies against rule sets, report out.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Help.text(
      "Check plans against the rule sets and report what they lack.",
      "Vérifie des plans d’après les jeux de règles et signale ce qui leur manque."),
    discussion: Help.text(
      """
      EXAMPLES
        coherence check Policies
        coherence check plan.md --language fr
        coherence check plans --fail-on ask --format json > report.json
        coherence check plans --format evidence
      """,
      """
      EXEMPLES
        coherence check Policies
        coherence check plan.md --language en
        coherence check plans --fail-on ask --format json > rapport.json
        coherence check plans --format evidence
      """))

  @Argument(
    help: Help.option(
      "Files and folders to check.", "Fichiers et dossiers à vérifier.", value: ValueName.path),
    completion: .file())
  var paths: [String] = ["."]

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  @Option(
    name: .long,
    help: Help.option(
      "Form of the report: \(Self.formats.joined(separator: ", ")).",
      "Forme du rapport : \(Self.formats.joined(separator: ", ")).", value: ValueName.name),
    completion: .list(Self.formats))
  var format = "text"

  @Option(
    name: .long,
    help: Help.option(
      "Exit with status 1 at findings of this level or above: note, ask, fix or never.",
      "Sort avec le code 1 pour des constats de ce niveau ou au-dessus : note, ask, fix ou never.",
      value: ValueName.level),
    completion: .list(["note", "ask", "fix", "never"]))
  var failOn: String?

  @Option(
    name: .long,
    help: Help.option(
      "How much to show: summary, standard or full.",
      "Quantité de détails : summary, standard ou full.", value: ValueName.detail),
    completion: .list(["summary", "standard", "full"]))
  var detail = "standard"

  @Flag(
    name: .long,
    help: Help.option(
      "Print nothing but diagnostics; the exit status tells.",
      "N’affiche que les problèmes dans les données; le code de sortie dit le reste."))
  var quiet = false

  private static let formats = BuiltinReporters.all.map { $0.name }

  func validate() throws {
    if BuiltinReporters.reporter(named: format) == nil {
      throw ValidationError(
        RunOptions.unknown(
          format, LocalizedText("unknown format", "format inconnu"), among: Self.formats))
    }
    if ReportOptions.Detail(rawValue: detail) == nil {
      throw ValidationError(
        RunOptions.unknown(
          detail, LocalizedText("unknown detail", "détail inconnu"),
          among: ReportOptions.Detail.allCases.map(\.rawValue)))
    }
    if let failOn, failOn != "never", Level(rawValue: failOn) == nil {
      throw ValidationError(
        RunOptions.unknown(
          failOn, LocalizedText("unknown level", "niveau inconnu"),
          among: Level.allCases.map(\.rawValue) + ["never"]))
    }
  }

  func run() async throws {
    var session = Session(common, paths: paths)
    let rules = session.compiledRules(common.rules)
    let report = await run.report(session: session, rules: rules, paths: paths)
    if !quiet, let reporter = BuiltinReporters.reporter(named: format) {
      Output.write(
        report, with: reporter, language: session.language,
        detail: ReportOptions.Detail(rawValue: detail) ?? .standard)
    }
    // The text report shows diagnostics itself; for programs they also go to standard error.
    if quiet || format != "text" {
      Terminal.write(report.diagnostics, in: session.language)
    }
    let limit: Level?
    if let failOn {
      limit = Level(rawValue: failOn)
    } else {
      limit = session.configuration.failOn
    }
    ExitStatus.leave(with: Self.status(of: report, failOn: limit))
  }

  static func status(of report: Report, failOn limit: Level?) -> Int32 {
    if report.diagnostics.contains(where: { $0.severity == .error }) {
      return ExitStatus.incomplete
    }
    guard let limit else { return ExitStatus.coherent }
    return report.findings.contains { $0.level >= limit }
      ? ExitStatus.findings : ExitStatus.coherent
  }
}

/// Options of commands that check documents.
struct RunOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: Help.option(
      "Documents worked on at once. Default: one a processor.",
      "Documents traités à la fois. Par défaut : un par processeur.", value: ValueName.count))
  var jobs: Int?

  @OptionGroup var reading: ReadingCommandOptions

  @Flag(
    name: .long, inversion: .prefixedNo,
    help: Help.option("Show progress on long work.", "Montre l’avancement d’un long travail."))
  var progress = true

  func validate() throws {
    if let jobs, jobs < 1 { throw Self.tooSmall("--jobs") }
  }

  func report(
    session: Session, rules: CompiledRules, paths: [String], nearMisses: Bool = false
  ) async -> Report {
    var check = CoherenceCheck(
      configuration: session.configuration, rules: rules,
      readingOptions: reading.options,
      jobs: jobs ?? Terminal.processors, detail: nearMisses ? .nearMisses : .standard)
    let meter = ProgressMeter(language: session.language)
    if progress, Terminal.errorIsTerminal { check.progress = { meter.show($0, of: $1) } }
    let report = await check.run(paths: paths, diagnostics: session.diagnostics)
    meter.clear()
    return report
  }

  private static func tooSmall(_ option: String) -> ValidationError {
    ValidationError(
      Help.text("\(option) must be 1 or more", "\(option) doit être d’au moins 1"))
  }

  static func unknown(_ name: String, _ what: LocalizedText, among known: [String]) -> String {
    let list = known.joined(separator: ", ")
    let hint =
      NearestName.suggestion(for: name, among: known).map(NearestName.question)
      ?? LocalizedText("known are: \(list)", "valeurs connues : \(list)")
    return Help.text("\(what) '\(name)'; \(hint)", "\(what) « \(name) »; \(hint)")
  }
}
