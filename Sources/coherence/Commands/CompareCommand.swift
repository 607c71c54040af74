import ArgumentParser
import Checking
import PolicyCoherence
import Reporters
import SourceText

/// Two versions of the same policies: what was closed, opened, and what is gone.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: Help.text(
      "Show what changed between two versions of the plans: gaps closed and opened, text that is gone.",
      "Montre ce qui a changé entre deux versions des plans : lacunes comblées et apparues, textes "
        + "disparus."),
    discussion: Help.text(
      """
      Each side is a folder, a file, a report saved with --format json, or a revision of the git \
      repository that you are in. Documents meet by path, else by department, kind and language.

      EXAMPLES
        coherence compare plans-2026 plans-2027
        coherence compare HEAD~1 HEAD --below Policies
        coherence compare last-month.json Policies --format html --output changes.html
      """,
      """
      Chaque côté est un dossier, un fichier, un rapport enregistré avec --format json ou une révision \
      du dépôt git où vous êtes. Les documents se retrouvent par leur chemin, sinon par le ministère, le \
      genre et la langue.

      EXEMPLES
        coherence compare plans-2026 plans-2027
        coherence compare HEAD~1 HEAD --below Policies
        coherence compare mois-dernier.json Policies --format html --output changements.html
      """))

  @Argument(
    help: Help.option(
      "The earlier version.", "La version antérieure.",
      value: LocalizedText("old", "avant")),
    completion: .file())
  var old: String

  @Argument(
    help: Help.option(
      "The later version.", "La version ultérieure.", value: LocalizedText("new", "après")),
    completion: .file())
  var new: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  @Option(
    name: .long,
    help: Help.option(
      "In a revision, look below this folder only.",
      "Dans une révision, ne chercher que sous ce dossier.", value: ValueName.folder),
    completion: .directory)
  var below = ""

  @Option(
    name: .long,
    help: Help.option(
      "Form of the comparison: \(Self.formats.joined(separator: ", ")).",
      "Forme de la comparaison : \(Self.formats.joined(separator: ", ")).", value: ValueName.name),
    completion: .list(Self.formats))
  var format = ComparisonFormat.text.rawValue

  @Option(
    name: .shortAndLong,
    help: Help.option(
      "File to write. Default: standard output.",
      "Fichier à écrire. Par défaut : la sortie standard.", value: ValueName.file),
    completion: .file())
  var output: String?

  private static let formats = ComparisonFormat.allCases.map(\.rawValue)

  func validate() throws {
    if ComparisonFormat(rawValue: format) == nil {
      throw ValidationError(
        RunOptions.unknown(
          format, LocalizedText("unknown format", "format inconnu"), among: Self.formats))
    }
  }

  func run() async throws {
    let runs = EarlierRun(common: common, run: run, below: below)
    let session = Session(common)
    let language = session.language
    session.expectFreshOutputs([output], reading: [old, new], rules: common.rules)
    let before = await runs.record(old)
    let after = await runs.record(new)
    let problems = before.diagnostics + after.diagnostics
    Terminal.write(problems, in: language)
    guard let older = before.record, let newer = after.record,
      let format = ComparisonFormat(rawValue: format)
    else { ExitStatus.leave(with: ExitStatus.incomplete) }
    var comparison = ReportComparison(old: older, new: newer)
    if let first = before.corpus, let second = after.corpus {
      comparison.compareStatements((older, first), (newer, second))
    }
    let options = Output.options(language: language)
    let isWritten = Output.write(to: output, in: language) {
      format.write(comparison, options: options, to: $0)
    }
    let failed = !isWritten || problems.contains { $0.severity == .error }
    ExitStatus.leave(with: failed ? ExitStatus.incomplete : ExitStatus.coherent)
  }
}
