import ArgumentParser
import Checking
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

/// Accepts the findings of today, so that only new ones count.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: Help.text(
      "Accept today's findings, so that only new ones count.",
      "Accepte les constats d’aujourd’hui, afin que seuls les nouveaux comptent."),
    discussion: Help.text(
      """
      Says what is new since the last baseline, what is gone, and what is stale (its document, checker or \
      requirement is no more); then writes the file. A finding is known by the words that it rests on, \
      wherever they stand in their document. Waived findings need no entry.

      EXAMPLES
        coherence baseline Policies                  write coherence-baseline.yml
        coherence baseline Policies --check          change nothing; status 1 if it would change
        coherence baseline --list                    what was accepted
        coherence check Policies --baseline coherence-baseline.yml
      """,
      """
      Dit ce qui est nouveau depuis la dernière référence, ce qui a disparu et ce qui est périmé (le \
      document, le vérificateur ou l’exigence n’existe plus); puis écrit le fichier. Un constat est \
      reconnu aux mots sur lesquels il repose, où qu’ils soient dans leur document. Les constats \
      dispensés n’ont pas besoin d’y être.

      EXEMPLES
        coherence baseline Policies                  écrire coherence-baseline.yml
        coherence baseline Policies --check          ne rien changer; code 1 s’il y a un changement
        coherence baseline --list                    ce qui a été accepté
        coherence check Policies --baseline coherence-baseline.yml
      """))

  @Argument(
    help: Help.option(
      "Files and folders to check.", "Fichiers et dossiers à vérifier.", value: ValueName.path),
    completion: .file())
  var paths: [String] = ["."]

  @Option(
    name: .long,
    help: Help.option(
      "The file. Default: 'baseline' in coherence.yml, else coherence-baseline.yml.",
      "Le fichier. Par défaut : « baseline » dans coherence.yml, sinon coherence-baseline.yml.",
      value: ValueName.file),
    completion: .file(extensions: ["yml"]))
  var file: String?

  @Flag(
    name: .long,
    help: Help.option(
      "Say what would change, and write nothing.", "Dit ce qui changerait, sans rien écrire."))
  var check = false

  @Flag(
    name: .long,
    help: Help.option(
      "Show what was accepted, and check nothing.",
      "Montre ce qui a été accepté, sans rien vérifier."))
  var list = false

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  func run() async throws {
    var session = Session(common, paths: paths)
    let path =
      file ?? session.configuration.baseline
      ?? FileTree.join(
        session.configuration.path.map { FileTree.folder(of: $0) } ?? ".", Baseline.fileName)
    var baseline = Baseline(path: path)
    if list || FileTree.kind(of: path) != nil {
      let (found, problems) = Baseline.load(path)
      baseline = found
      session.diagnostics += problems
    }
    if list { show(baseline, session) }
    // A baseline that cannot be read is not written over.
    if session.hasErrors { leave(session.diagnostics, session) }
    let rules = session.compiledRules(common.rules)
    var acceptance = AcceptanceOptions()
    acceptance.today = Terminal.today
    acceptance.paths = Output.fileOptions(session, failOn: nil)
    acceptance.judgesUnused = false
    let report = await run.report(
      session: session, rules: rules, paths: paths, acceptance: acceptance)
    let root = session.root ?? "."
    let change = BaselineChange(
      baseline, report, relative: acceptance.paths.relativePath,
      exists: { FileTree.kind(of: FileTree.join(root, $0)) != nil })
    tell(change, report, session)
    if report.diagnostics.contains(where: { $0.severity == .error }) {
      // Findings of what was not read would count as gone.
      leave(report.diagnostics, session)
    }
    Terminal.write(report.diagnostics, in: session.language)
    if check { ExitStatus.leave(with: change.isEmpty ? ExitStatus.coherent : ExitStatus.findings) }
    let isWritten = write(change, report, to: path, session, acceptance.paths)
    ExitStatus.leave(with: isWritten ? ExitStatus.coherent : ExitStatus.incomplete)
  }

  private func leave(_ diagnostics: [Diagnostic], _ session: Session) -> Never {
    Terminal.write(diagnostics, in: session.language)
    ExitStatus.leave(with: ExitStatus.incomplete)
  }

  // MARK: Words

  private func show(_ baseline: Baseline, _ session: Session) -> Never {
    for entry in baseline.entries { Terminal.print(line(entry, session.language)) }
    let count = baseline.entries.count
    Terminal.print(
      LocalizedText("\(count) accepted", "acceptés : \(count)")[session.language])
    Terminal.write(session.diagnostics, in: session.language)
    ExitStatus.leave(with: session.hasErrors ? ExitStatus.incomplete : ExitStatus.coherent)
  }

  private func tell(_ change: BaselineChange, _ report: Report, _ session: Session) {
    let language = session.language
    section(
      LocalizedText("new", "nouveaux"), change.new.map { line($0, report, language) }, language)
    section(
      LocalizedText("gone", "disparus"), change.gone.map { line($0, language) }, language)
    section(
      LocalizedText("stale", "périmés"), change.stale.map { line($0, language) }, language)
    var parts = [
      LocalizedText("\(change.new.count) new", "nouveaux : \(change.new.count)"),
      LocalizedText("\(change.gone.count) gone", "disparus : \(change.gone.count)"),
      LocalizedText("\(change.stale.count) stale", "périmés : \(change.stale.count)"),
      LocalizedText("\(change.kept.count) kept", "gardés : \(change.kept.count)"),
    ]
    if !change.unread.isEmpty {
      let count = change.unread.count
      parts.append(
        LocalizedText("\(count) in documents not read", "dans des documents non lus : \(count)"))
    }
    Terminal.print(parts.map { $0[language] }.joined(separator: language == .english ? ", " : "; "))
  }

  private func section(_ title: LocalizedText, _ lines: [String], _ language: Language) {
    guard !lines.isEmpty else { return }
    Terminal.print(LocalizedText("\(title):", "\(title) :")[language])
    for line in lines { Terminal.print("  " + line) }
  }

  private func line(_ entry: Baseline.Entry, _ language: Language) -> String {
    line(
      place: entry.path ?? "", level: entry.level, message: entry.message, quote: entry.quote,
      id: entry.requirement ?? "\(entry.checker)/\(entry.kind)", entry.fingerprint, language)
  }

  private func line(_ finding: Finding, _ report: Report, _ language: Language) -> String {
    line(
      place: finding.place?.location(in: language) ?? finding.path ?? "", level: finding.level,
      message: report.message(of: finding, in: language), quote: finding.place?.quote ?? "",
      id: finding.requirement ?? "\(finding.checker)/\(finding.kind)", finding.fingerprint,
      language)
  }

  private func line(
    place: String, level: Level, message: String, quote: String, id: String,
    _ fingerprint: String, _ language: Language
  ) -> String {
    var text = place.isEmpty ? "" : place + ": "
    text += LocalizedText("\(level.title): \(message)", "\(level.title) : \(message)")[language]
    if !quote.isEmpty { text += language == .english ? " “\(quote)”" : " «\u{A0}\(quote)\u{A0}»" }
    return Output.harmless("\(text) [\(id)] \(fingerprint)")
  }

  // MARK: Writing

  private func write(
    _ change: BaselineChange, _ report: Report, to path: String, _ session: Session,
    _ paths: ReportOptions
  ) -> Bool {
    struct Line {
      var path: String?
      var write: (inout BaselineWriter) -> Void
    }
    // What is kept comes first, so that a change adds lines and moves none; within, by document.
    var lines: [Line] = (change.kept + change.unread).sorted { $0.line < $1.line }.map { entry in
      Line(path: entry.path) {
        $0.write(
          fingerprint: entry.fingerprint, level: entry.level, checker: entry.checker,
          kind: entry.kind, requirement: entry.requirement, path: entry.path, quote: entry.quote,
          message: entry.message)
      }
    }
    lines += change.new.map { finding in
      let own = (finding.path ?? finding.place?.path).map(paths.relativePath)
      return Line(path: own) {
        $0.write(
          fingerprint: finding.fingerprint, level: finding.level, checker: finding.checker,
          kind: finding.kind, requirement: finding.requirement, path: own,
          quote: finding.place?.quote ?? "",
          message: report.message(of: finding, in: session.language))
      }
    }
    let order = lines.indices.sorted {
      (lines[$0].path ?? "", $0) < (lines[$1].path ?? "", $1)
    }
    return Output.write(to: path, in: session.language) { output in
      var writer = BaselineWriter(output)
      writer.begin()
      for index in order { lines[index].write(&writer) }
      writer.end()
    }
  }
}
