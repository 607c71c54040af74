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
  static let name = "check"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: Help.text(
      "Check plans against the rule sets and report what they lack.",
      "Vérifie des plans d’après les jeux de règles et signale ce qui leur manque."),
    discussion: Help.text(
      """
      EXAMPLES
        coherence check Policies
        coherence check plan.md --language fr
        coherence check plans --fail-on ask --format json > report.json
        coherence check plans --output sarif=coherence.sarif --output junit=coherence.xml
        coherence check plans --baseline coherence-baseline.yml
        coherence check plans --changed-since origin/main --fail-on ask
        coherence check plans --watch
        coherence check plans --format evidence
      """,
      """
      EXEMPLES
        coherence check Policies
        coherence check plan.md --language en
        coherence check plans --fail-on ask --format json > rapport.json
        coherence check plans --output sarif=coherence.sarif --output junit=coherence.xml
        coherence check plans --baseline coherence-baseline.yml
        coherence check plans --changed-since origin/main --fail-on ask
        coherence check plans --watch
        coherence check plans --format evidence
      """))

  @Argument(
    help: Help.option(
      "Files and folders to check.", "Fichiers et dossiers à vérifier.", value: ValueName.path),
    completion: .file())
  var paths: [String] = Self.standardPaths

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  @Option(
    name: .long,
    help: Help.option(
      "Form of the report: \(Self.formats.joined(separator: ", ")).",
      "Forme du rapport : \(Self.formats.joined(separator: ", ")).", value: ValueName.name),
    completion: .list(Self.formats))
  var format = Self.standardFormat

  @Option(
    name: .long,
    help: Help.option(
      "Exit with status 1 at findings of this level or above: note, ask, fix or never.",
      "Sort avec le code 1 pour des constats de ce niveau ou au-dessus : note, ask, fix ou never.",
      value: ValueName.level),
    completion: .list(["note", "ask", "fix", "never"]))
  var failOn: String?

  @Option(
    name: [.short, .long],
    help: Help.option(
      "Write a report to a file too, as FORMAT=FILE; may be repeated.",
      "Écrit aussi un rapport dans un fichier, sous la forme FORME=FICHIER; peut être répété.",
      value: ValueName.formatAndFile),
    completion: .list(Self.formats.map { $0 + "=" }))
  var output: [ReportFile] = []

  @OptionGroup var acceptance: AcceptanceArguments

  @Option(
    name: .long,
    help: Help.option(
      "Only findings on what a git change touched since this revision.",
      "Seulement les constats sur ce qu’un changement git a touché depuis cette révision.",
      value: ValueName.revision))
  var changedSince: String?

  @Option(
    name: .long,
    help: Help.option(
      "How much to show: summary, standard or full.",
      "Quantité de détails : summary, standard ou full.", value: ValueName.detail),
    completion: .list(["summary", "standard", "full"]))
  var detail = Self.standardDetail

  @Flag(
    name: .long,
    help: Help.option(
      "Print nothing but diagnostics; the exit status tells.",
      "N’affiche que les problèmes dans les données; le code de sortie dit le reste."))
  var quiet = false

  @Flag(
    name: .long,
    help: Help.option(
      "Check again whenever a document, a rule or the configuration changes.",
      "Vérifie de nouveau dès qu’un document, une règle ou la configuration change."))
  var watch = false

  /// The command as plain arguments name it; `nil` for those that the argument parser has to look at.
  static func plain(_ arguments: [String]) -> Self? {
    var arguments = PlainArguments(arguments)
    var command = Self()
    command.common = .plain(&arguments)
    command.run = .plain(&arguments)
    command.acceptance = .plain(&arguments)
    command.format = arguments.value("--format") ?? standardFormat
    command.failOn = arguments.value("--fail-on")
    command.output = arguments.values("-o", "--output", as: ReportFile.init)
    command.changedSince = arguments.value("--changed-since")
    command.detail = arguments.value("--detail") ?? standardDetail
    command.quiet = arguments.flag("--quiet")
    command.watch = arguments.flag("--watch")
    guard let paths = arguments.paths() else { return nil }
    command.paths = paths.isEmpty ? standardPaths : paths
    do {
      try command.run.reading.validate()
      try command.run.validate()
      try command.validate()
    } catch {
      return nil
    }
    return command
  }

  private static let standardPaths = ["."]
  private static let standardFormat = "text"
  private static let standardDetail = "standard"
  private static let formats = BuiltinReporters.all.map { $0.name }

  func validate() throws {
    for file in output where BuiltinReporters.reporter(named: file.format) == nil {
      throw ValidationError(
        RunOptions.unknown(
          file.format, LocalizedText("unknown format", "format inconnu"), among: Self.formats))
    }
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

  nonisolated(nonsending) func run() async throws {
    guard watch else { ExitStatus.leave(with: await runOnce(leaves: true)) }
    while true {
      let session = Session(common, paths: paths)
      let watched =
        paths + session.rulePaths(common.rules)
        + [session.configuration.path, acceptance.baseline, session.configuration.baseline]
        .compactMap { $0 }
      let before = FileSnapshot(watched, ignoring: output.map(\.path))
      _ = await runOnce(leaves: false)
      let words = LocalizedText(
        "watching for changes; end with Ctrl-C", "en attente de changements; Ctrl-C pour finir")
      if Terminal.errorIsTerminal { Terminal.writeError(words[session.language] + "\n") }
      while FileSnapshot(watched, ignoring: output.map(\.path)) == before {
        try await Task.sleep(for: .milliseconds(300))
      }
    }
  }

  /// One run, from reading the configuration to the reports; returns the exit status, or ends the program with it
  /// before the report and the rules are taken apart.
  private nonisolated(nonsending) func runOnce(leaves: Bool) async -> Int32 {
    var session = Session(common, paths: paths)
    let refused = session.refusals(
      of: output.map(\.path), reading: paths, rules: common.rules, baseline: acceptance.baseline)
    guard refused.isEmpty else {
      Terminal.write(session.diagnostics + refused, in: session.language)
      return ExitStatus.incomplete
    }
    let rules = session.compiledRules(common.rules)
    let failOn = failOn.map { Level(rawValue: $0) } ?? session.configuration.failOn
    var accepting = acceptance.options(&session, paths: paths)
    var changes: GitChanges?
    if let changedSince {
      accepting.judgesUnused = false
      do {
        changes = try GitChanges(since: changedSince, in: ".", limitInBytes: run.reading.maxBytes)
      } catch {
        // Without the change, all findings would be told as new: better none.
        Terminal.write(session.diagnostics + [error.diagnostic], in: session.language)
        return ExitStatus.incomplete
      }
    }
    var outputs: [KeptRun.Output] = []
    if !quiet {
      outputs.append(
        KeptRun.Output(
          format: format, path: nil,
          options: Output.options(
            session, detail: ReportOptions.Detail(rawValue: detail) ?? .standard, failOn: failOn)))
    }
    for file in output {
      outputs.append(
        KeptRun.Output(
          format: file.format, path: file.path,
          options: Output.fileOptions(session, failOn: failOn)))
    }
    // The text report shows diagnostics itself; for programs they also go to standard error.
    let tells = quiet || format != "text"
    let (check, diagnostics) = run.prepared(
      session: session, rules: rules, acceptance: accepting, changes: changes, keepsCorpus: false)
    let kept = await KeptRun(
      check, paths: paths, diagnostics: diagnostics, outputs: outputs,
      failOn: failOn?.rawValue ?? "never", language: session.language)
    if let status = kept?.replay(tellsDiagnostics: tells) { return status }
    let (report, isSame) = await run.report(
      check, session: session, paths: paths, diagnostics: diagnostics, as: kept?.identity)
    var isWritten = true
    for output in outputs {
      isWritten = output.write(report, recording: isSame ? kept?.outputs : nil) && isWritten
    }
    if tells { Terminal.write(report.diagnostics, in: session.language) }
    guard isWritten else { return ExitStatus.incomplete }
    let status = Self.status(of: report, failOn: failOn)
    if isSame { kept?.store(status: status, report.diagnostics) }
    if leaves { withExtendedLifetime((report, check, rules)) { ExitStatus.leave(with: status) } }
    return status
  }

  static func status(of report: Report, failOn limit: Level?) -> Int32 {
    if report.diagnostics.contains(where: { $0.severity == .error }) {
      return ExitStatus.incomplete
    }
    guard let limit else { return ExitStatus.coherent }
    return report.eachFinding.contains { $0.suppression == nil && $0.level >= limit }
      ? ExitStatus.findings : ExitStatus.coherent
  }
}
