import ArgumentParser
import Evaluation
import PolicyCoherence
import RuleSets
import SourceText

/// How well the rules judge, measured on labelled passages.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: Help.text(
      "Measure the rules on labelled passages: precision, recall, rungs, traps.",
      "Mesure les règles sur des passages étiquetés : précision, rappel, échelons, pièges."),
    discussion: Help.text(
      """
      A labelled set is a folder with labels.jsonl beside its documents, or a file of single \
      passages. Evaluation/README.md tells how one is written. Rates come with their Wilson interval \
      at 95 per cent.

      EXAMPLES
        coherence evaluate                             the sets below ./Evaluation
        coherence evaluate Evaluation/ordinary --only wps --by-requirement
        coherence evaluate --thresholds Evaluation/thresholds.yml
                                                       status 1 when a figure got worse
        coherence evaluate sentences.jsonl --format json
      """,
      """
      Un ensemble étiqueté est un dossier où labels.jsonl accompagne les documents, ou un fichier de \
      passages isolés. Evaluation/README.md explique comment en écrire un. Les taux sont donnés avec \
      leur intervalle de Wilson à 95 pour cent.

      EXEMPLES
        coherence evaluate                             les ensembles sous ./Evaluation
        coherence evaluate Evaluation/ordinary --only wps --by-requirement
        coherence evaluate --thresholds Evaluation/thresholds.yml
                                                       code 1 si un chiffre a baissé
        coherence evaluate phrases.jsonl --format json
      """))

  @Argument(
    help: Help.option(
      "Labelled sets. Default: every folder with labels.jsonl below ./Evaluation.",
      "Ensembles étiquetés. Par défaut : chaque dossier avec labels.jsonl sous ./Evaluation.",
      value: ValueName.path),
    completion: .file())
  var sets: [String] = []

  @Option(
    name: .long,
    help: Help.option(
      "File of thresholds; exit status 1 when one is not kept.",
      "Fichier de seuils; code de sortie 1 si l’un n’est pas respecté.", value: ValueName.file),
    completion: .file(extensions: ["yml"]))
  var thresholds: String?

  @Option(
    name: .long,
    help: Help.option(
      "Only requirements that begin with this, as wps or wps.lead.",
      "Seulement les exigences qui commencent ainsi, comme wps ou wps.lead.",
      value: ValueName.id))
  var only: String?

  @Flag(
    name: .long,
    help: Help.option(
      "One line for each requirement.", "Une ligne pour chaque exigence."))
  var byRequirement = false

  @Option(
    name: .long,
    help: Help.option(
      "List so many misses and false alarms of each set.",
      "Énumère tant de manques et de fausses alertes de chaque ensemble.",
      value: ValueName.count))
  var errors = 0

  @Option(
    name: .long,
    help: Help.option(
      "Form of the result: text or json.", "Forme du résultat : text ou json.",
      value: ValueName.name),
    completion: .list(["text", "json"]))
  var format = "text"

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  func validate() throws {
    if errors < 0 { throw RunOptions.tooSmall("--errors", least: 0) }
    guard !["text", "json"].contains(format) else { return }
    throw ValidationError(
      RunOptions.unknown(
        format, LocalizedText("unknown format", "format inconnu"), among: ["text", "json"]))
  }

  func run() async throws {
    var session = Session(common)
    let rules = session.compiledRules(common.rules)
    if let only { try RunOptions.checkPrefix(only, in: rules) }
    var diagnostics = session.diagnostics
    var scores: [SetScore] = []
    let cases = (sets.isEmpty ? ["Evaluation"] : sets).flatMap(CorpusCases.files)
    let paths =
      sets.isEmpty
      ? LabelledSetReader.sets(below: "Evaluation")
      : sets.filter { CorpusCases.files(at: $0).isEmpty }
    if paths.isEmpty, cases.isEmpty {
      diagnostics.append(
        Diagnostic(
          id: "no-labelled-set",
          LocalizedText("there is no labelled set", "il n’y a aucun ensemble étiqueté"),
          path: "Evaluation",
          help: LocalizedText(
            "name a folder that holds labels.jsonl", "nommez un dossier qui contient labels.jsonl"))
      )
    }
    for path in paths {
      var reader = LabelledSetReader()
      let set = reader.read(path)
      diagnostics += reader.diagnostics
      guard let set else { continue }
      // Documents are judged by the rules alone: a workspace's levels and waivers do not matter here.
      let check = CoherenceCheck(
        configuration: Configuration(), rules: rules, jobs: run.jobs ?? Terminal.processors)
      let (score, problems) = await EvaluationRun(check: check, only: only).score(set)
      scores.append(score)
      diagnostics += problems
    }
    if scores.count > 1 {
      scores.append(SetScore(name: LocalizedText("all sets", "ensemble")[session.language], scores))
    }
    var breaches: [Thresholds.Breach] = []
    if let thresholds {
      let (bounds, problems) = Thresholds.load(thresholds)
      diagnostics += problems
      breaches = bounds.breaches(in: scores)
    }
    let report = EvaluationReport(
      scores: scores, breaches: breaches, showsRequirements: byRequirement,
      errorLimit: max(0, errors))
    if format == "json" {
      Terminal.print(String(report.json().dropLast()))
    } else {
      Terminal.print(report.text(in: session.language))
    }
    if format == "text", !cases.isEmpty {
      Terminal.print(caseLines(cases, rules, in: session.language, &diagnostics))
    }
    Terminal.write(diagnostics, in: session.language)
    if diagnostics.contains(where: { $0.severity == .error }) || (scores.isEmpty && cases.isEmpty) {
      ExitStatus.leave(with: ExitStatus.incomplete)
    }
    ExitStatus.leave(with: breaches.isEmpty ? ExitStatus.coherent : ExitStatus.findings)
  }

  /// How well checkers of documents together find what was planted; one line a checker, then all.
  private func caseLines(
    _ files: [String], _ rules: CompiledRules, in language: Language,
    _ diagnostics: inout [Diagnostic]
  ) -> String {
    let run = CorpusCaseRun(check: CoherenceCheck(configuration: Configuration(), rules: rules))
    var scores: [CorpusCaseRun.Score] = []
    for file in files {
      do {
        let bytes = try SourceFile.read(file, limitInBytes: 4 << 20)
        if let set = CorpusCases(String(decoding: bytes, as: UTF8.self)) {
          scores.append(run.score(set))
        }
      } catch {
        diagnostics.append(error.diagnostic(path: file))
      }
    }
    var lines: [String] = []
    for score in scores {
      lines.append(score.line(in: language))
      for title in score.missed.prefix(errors) { lines.append("  – " + title) }
      for title in score.misled.prefix(errors) { lines.append("  + " + title) }
      for title in score.unlisted.prefix(errors) { lines.append("  ? " + title) }
    }
    let name = LocalizedText("all checkers", "tous les vérificateurs")[language]
    lines.append(CorpusCaseRun.Score.total(scores, name: name).line(in: language))
    return lines.joined(separator: "\n")
  }
}
