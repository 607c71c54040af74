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
    abstract: "Check plans against the rule sets and report what they lack.",
    discussion: """
      EXAMPLES
        coherence check Policies
        coherence check plan.md --language fr
        coherence check plans --fail-on ask --format json > report.json
        coherence check plans --format evidence
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to check.", valueName: "path"), completion: .file())
  var paths: [String] = ["."]

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Form of the report: \(BuiltinReporters.all.map { $0.name }.joined(separator: ", ")).",
      valueName: "name"),
    completion: .list(BuiltinReporters.all.map { $0.name }))
  var format = "text"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Exit with status 1 at findings of this level or above: note, ask, fix or never.",
      valueName: "level"),
    completion: .list(["note", "ask", "fix", "never"]))
  var failOn: String?

  @Option(
    name: .long,
    help: ArgumentHelp("How much to show: summary, standard or full.", valueName: "detail"),
    completion: .list(["summary", "standard", "full"]))
  var detail = "standard"

  @Flag(name: .long, help: "Print nothing but diagnostics; the exit status tells.")
  var quiet = false

  func validate() throws {
    if BuiltinReporters.reporter(named: format) == nil {
      throw ValidationError(
        RunOptions.unknown(format, "format", among: BuiltinReporters.all.map { $0.name }))
    }
    if ReportOptions.Detail(rawValue: detail) == nil {
      throw ValidationError(
        RunOptions.unknown(
          detail, "detail", among: ReportOptions.Detail.allCases.map(\.rawValue)))
    }
    if let failOn, failOn != "never", Level(rawValue: failOn) == nil {
      throw ValidationError(
        RunOptions.unknown(
          failOn, "level", among: Level.allCases.map(\.rawValue) + ["never"]))
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
      for diagnostic in report.diagnostics { Terminal.writeError(diagnostic.rendered + "\n") }
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
    help: ArgumentHelp("Documents worked on at once. Default: one a processor.", valueName: "n"))
  var jobs: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("Largest file that is read, in bytes.", valueName: "n"))
  var maxBytes = SourceFile.defaultLimitInBytes

  @Flag(name: .long, inversion: .prefixedNo, help: "Show progress on long work.")
  var progress = true

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if maxBytes < 1 { throw ValidationError("--max-bytes must be 1 or more") }
  }

  func report(
    session: Session, rules: CompiledRules, paths: [String], nearMisses: Bool = false
  ) async -> Report {
    var check = CoherenceCheck(
      configuration: session.configuration, rules: rules,
      readingOptions: ReadingOptions(limits: ReadingLimits(sizeInBytes: maxBytes)),
      jobs: jobs ?? Terminal.processors, detail: nearMisses ? .nearMisses : .standard)
    let meter = ProgressMeter(language: session.language)
    if progress, Terminal.errorIsTerminal { check.progress = { meter.show($0, of: $1) } }
    let report = await check.run(paths: paths, diagnostics: session.diagnostics)
    meter.clear()
    return report
  }

  static func unknown(_ name: String, _ what: String, among known: [String]) -> String {
    let hint =
      NearestName.suggestion(for: name, among: known).map { "did you mean '\($0)'?" }
      ?? "known are: " + known.joined(separator: ", ")
    return "unknown \(what) '\(name)'; \(hint)"
  }
}
