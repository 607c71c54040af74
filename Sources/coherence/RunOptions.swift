import ArgumentParser
import Checking
import Documents
import Judging
import PluginHost
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

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

  @Flag(
    name: .long, inversion: .prefixedNo,
    help: Help.option(
      "Use the plugins that you trust.", "Emploie les plugiciels que vous avez approuvés."))
  var plugins = true

  @Flag(
    name: .long, inversion: .prefixedNo,
    help: Help.option(
      "Use what earlier runs worked out about documents that have not changed.",
      "Utilise ce que d’autres exécutions ont tiré des documents qui n’ont pas changé."))
  var cache = true

  @Flag(
    name: .long,
    help: Help.option(
      "Say on standard error how long each step and checker took.",
      "Dit sur la sortie d’erreur combien de temps chaque étape et vérificateur a pris."))
  var timings = false

  func validate() throws {
    if let jobs, jobs < 1 { throw Self.tooSmall("--jobs") }
  }

  func report(
    session: Session, rules: CompiledRules, paths: [String], nearMisses: Bool = false,
    acceptance: AcceptanceOptions? = nil, changes: GitChanges? = nil, keepsCorpus: Bool = true
  ) async -> Report {
    let (check, diagnostics) = prepared(
      session: session, rules: rules, nearMisses: nearMisses, acceptance: acceptance,
      changes: changes, keepsCorpus: keepsCorpus)
    return await report(check, session: session, paths: paths, diagnostics: diagnostics, as: nil)
      .report
  }

  /// A run that has only to be started, and what was found wrong so far.
  func prepared(
    session: Session, rules: CompiledRules, nearMisses: Bool = false,
    acceptance: AcceptanceOptions? = nil, changes: GitChanges? = nil, keepsCorpus: Bool = true
  ) -> (check: CoherenceCheck, diagnostics: [Diagnostic]) {
    var check = CoherenceCheck(
      configuration: session.configuration, rules: rules,
      readingOptions: reading.options,
      jobs: jobs ?? Terminal.processors, detail: nearMisses ? .nearMisses : .standard)
    if timings { check.timings = RunTimings() }
    if cache { check.cache = Session.results }
    if let acceptance {
      check.acceptance = acceptance
    } else {
      // The same names of findings as elsewhere, so that kept results serve all commands.
      check.acceptance.paths = Output.fileOptions(session, failOn: nil)
    }
    check.changes = changes
    check.keepsCorpus = keepsCorpus
    var diagnostics = session.diagnostics
    if plugins {
      let (trusted, problems) = TrustedPlugins.load()
      diagnostics += problems
      if !trusted.pins.isEmpty {
        check.plugins = StartedPlugins(
          trusted.pins, hostVersion: CoherenceCheck.toolVersion)
      }
    }
    return (check, diagnostics)
  }

  /// Runs it, with progress and timings where they are wanted; also says whether the documents were those of
  /// the identity.
  nonisolated(nonsending) func report(
    _ check: CoherenceCheck, session: Session, paths: [String], diagnostics: [Diagnostic],
    as identity: RunIdentity?
  ) async -> (report: Report, isSame: Bool) {
    var check = check
    let meter = ProgressMeter(language: session.language)
    if progress, Terminal.errorIsTerminal { check.progress = { meter.show($0, of: $1) } }
    let outcome = await check.run(paths: paths, diagnostics: diagnostics, as: identity)
    meter.clear()
    if let times = check.timings { Self.show(times, in: session.language) }
    return outcome
  }

  private static func show(_ times: RunTimings, in language: Language) {
    let title = LocalizedText(
      "milliseconds, times, step or checker", "millisecondes, fois, étape ou vérificateur")
    Terminal.writeError(title[language] + "\n")
    for entry in times.slowestFirst {
      let (seconds, attoseconds) = entry.duration.components
      let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
      let columns = [String(milliseconds), String(entry.count)].map {
        String(repeating: " ", count: max(0, 9 - $0.count)) + $0
      }
      Terminal.writeError("\(columns.joined())  \(entry.name)\n")
    }
  }

  static func tooSmall(_ option: String, least: Int = 1) -> ValidationError {
    ValidationError(
      Help.text("\(option) must be \(least) or more", "\(option) doit être d’au moins \(least)"))
  }

  /// Nothing to look at is a slip, not an answer.
  ///
  /// - Throws: `ValidationError` when no requirement begins with `prefix`.
  static func checkPrefix(_ prefix: String, in rules: CompiledRules) throws {
    let known = rules.requirements.map(\.id)
    guard !known.contains(where: { $0.hasPrefix(prefix) }) else { return }
    let what = LocalizedText(
      "no requirement begins with this", "aucune exigence ne commence ainsi")
    let beginnings = Set(known.compactMap { $0.split(separator: ".").first.map(String.init) })
    throw ValidationError(unknown(prefix, what, among: beginnings.sorted()))
  }

  static func unknown(_ name: String, _ what: LocalizedText, among known: [String]) -> String {
    let list = known.joined(separator: ", ")
    let hint =
      NearestName.suggestion(for: name, among: known).map(NearestName.question)
      ?? LocalizedText("known are: \(list)", "valeurs connues : \(list)")
    return Help.text("\(what) '\(name)'; \(hint)", "\(what) « \(name) »; \(hint)")
  }
}

extension RunOptions {
  /// Takes them out of plain arguments.
  static func plain(_ arguments: inout PlainArguments) -> Self {
    var options = Self()
    options.jobs = arguments.value("-j", "--jobs") { Int($0) }
    options.reading = .plain(&arguments)
    options.progress = arguments.flag("progress", default: true)
    options.plugins = arguments.flag("plugins", default: true)
    options.cache = arguments.flag("cache", default: true)
    options.timings = arguments.flag("--timings")
    return options
  }
}
