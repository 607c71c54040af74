import ArgumentParser
import PluginHost
import PolicyCoherence
import RuleSets
import SourceText

/// What a plugin costs.
struct PluginMeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: Help.text(
      "Measure what a trusted plugin costs: start-up, time per document, what is left behind.",
      "Mesure ce que coûte un plugiciel approuvé : démarrage, temps par document, restes."),
    discussion: Help.text(
      """
      EXAMPLES
        coherence plugin measure plugin.py --documents 1000 --size 10240
        coherence plugin measure plugin.py --write lines.json    the same messages as a file
        coherence plugin measure plugin.py --loop 1000           start and end it 1,000 times
      """,
      """
      EXEMPLES
        coherence plugin measure plugiciel.py --documents 1000 --size 10240
        coherence plugin measure plugiciel.py --write lignes.json   les mêmes messages en fichier
        coherence plugin measure plugiciel.py --loop 1000           le lancer et finir 1 000 fois
      """))

  @Argument(
    help: Help.option(
      "Program or script of the plugin.", "Programme ou script du plugiciel.",
      value: ValueName.path), completion: .file())
  var path: String

  @Option(
    name: .long,
    help: Help.option("Number of documents.", "Nombre de documents.", value: ValueName.count))
  var documents = 1_000

  @Option(
    name: .long,
    help: Help.option(
      "Size of each document, in bytes.", "Taille de chaque document, en octets.",
      value: ValueName.count))
  var size = 10_240

  @Option(
    name: .long,
    help: Help.option(
      "Processes side by side. Default: as trusted.",
      "Processus côte à côte. Par défaut : comme approuvé.", value: ValueName.count))
  var workers: Int?

  @Option(
    name: .long,
    help: Help.option(
      "Write the messages to a file instead of starting the plugin.",
      "Écrit les messages dans un fichier au lieu de lancer le plugiciel.", value: ValueName.file))
  var write: String?

  @Option(
    name: .long,
    help: Help.option(
      "Start the plugin, check one document and end it, so many times.",
      "Lance le plugiciel, vérifie un document et le termine, autant de fois.",
      value: ValueName.count))
  var loop: Int?

  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard (1...1_000_000).contains(documents), (1...100_000_000).contains(size),
      (1...1_000_000).contains(loop ?? 1), (1...64).contains(workers ?? 1)
    else {
      throw ValidationError(Help.text("a number is out of range", "un nombre est hors limites"))
    }
  }

  func run() throws {
    guard let pin = PluginLookup.pin(path, in: TrustedPlugins.load().file) else {
      throw stop([PluginLookup.untrusted(path)])
    }
    let measure = PluginMeasure(pin, hostVersion: CoherenceCheck.toolVersion)
    do {
      if let write { return try measure.write(to: write, documents: documents, sizeInBytes: size) }
    } catch {
      throw stop([error.diagnostic(path: write ?? path)])
    }
    do throws(TrustProblem) {
      if let loop { return show(try measure.loop(loop), loop) }
      show(try measure.measure(documents: documents, sizeInBytes: size, workers: workers))
    } catch {
      throw stop([error.diagnostic(pin: pin)])
    }
  }

  private func show(_ figures: PluginMeasure.Figures) {
    let perDocument = figures.total / max(1, figures.documents)
    for (title, value) in [
      (LocalizedText("documents answered", "documents traités"), "\(figures.answered)"),
      (
        LocalizedText("host start, ms", "démarrage de l’hôte, ms"), figures.hostStart.inMilliseconds
      ),
      (
        LocalizedText("plugin start, ms", "démarrage du plugiciel, ms"),
        figures.start.inMilliseconds
      ),
      (LocalizedText("total, ms", "total, ms"), figures.total.inMilliseconds),
      (LocalizedText("per document, ms", "par document, ms"), perDocument.inMilliseconds),
      (
        LocalizedText("processor time of the plugin, ms", "temps de processeur du plugiciel, ms"),
        figures.cpu.inMilliseconds
      ),
      (LocalizedText("processes", "processus"), "\(figures.processes)"),
      (
        LocalizedText("largest memory, MiB", "plus grande mémoire, Mio"),
        "\(figures.memoryInBytes >> 20)"
      ),
    ] {
      Terminal.print(title[language.messages].padded(to: 40) + value)
    }
    Terminal.write(figures.problems, in: language.messages)
  }

  private func show(
    _ remains: (before: PluginMeasure.Remains, after: PluginMeasure.Remains), _ times: Int
  ) {
    for (title, before, after) in [
      (
        LocalizedText("open descriptors", "descripteurs ouverts"), remains.before.descriptors,
        remains.after.descriptors
      ),
      (
        LocalizedText("child processes", "processus enfants"), remains.before.children,
        remains.after.children
      ),
      (
        LocalizedText("temporary folders", "dossiers temporaires"), remains.before.folders,
        remains.after.folders
      ),
    ] {
      let words = LocalizedText(
        "before \(before), after \(times) runs \(after)",
        "avant \(before), après \(times) exécutions \(after)")
      Terminal.print(title[language.messages].padded(to: 24) + words[language.messages])
    }
  }

  private func stop(_ problems: [Diagnostic]) -> ExitCode {
    Terminal.write(problems, in: language.messages)
    return ExitCode(ExitStatus.incomplete)
  }
}

extension Duration {
  /// Milliseconds with two decimals.
  fileprivate var inMilliseconds: String {
    let hundredths = Int(self / .microseconds(10))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
