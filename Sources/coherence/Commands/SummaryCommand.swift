import ArgumentParser
import Checking
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

/// The brief for those who advise ministers: one run, two products, both languages.
struct SummaryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: Help.text(
      "Write the brief: bottom line, gaps that matter, contradictions, strengths, table by partner.",
      "Rédige la note : l’essentiel, lacunes importantes, contradictions, points forts, tableau par "
        + "partenaire."),
    discussion: Help.text(
      """
      Two products come from one run: an internal note, and a version that could be released, without any \
      ranking or tally of departments. The security marking is yours to give; none is guessed.

      EXAMPLES
        coherence summary Policies --output note.html
        coherence summary Policies --marking "PROTECTED A" --date 2027-03-01 --folder brief
        coherence summary Policies --product releasable --language fr --format docx -o note.docx
        coherence summary Policies --since last-year --expect VAC --by 2027-06-30 -o note.html
      """,
      """
      Deux produits viennent d’une même analyse : une note interne, et une version qui pourrait être publiée, \
      sans classement ni décompte des ministères. La cote de sécurité est à vous de la donner; aucune n’est \
      devinée.

      EXEMPLES
        coherence summary Policies --output note.html
        coherence summary Policies --marking "PROTÉGÉ A" --date 2027-03-01 --folder note
        coherence summary Policies --product releasable --language en --format docx -o note.docx
        coherence summary Policies --since an-dernier --expect VAC --by 2027-06-30 -o note.html
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
      "internal or releasable.", "internal (interne) ou releasable (publiable).",
      value: ValueName.name),
    completion: .list(Self.products))
  var product = SummaryOptions.Product.internal.rawValue

  @Option(
    name: .long,
    help: Help.option(
      "Form: \(Self.formats.joined(separator: ", ")).",
      "Forme : \(Self.formats.joined(separator: ", ")).", value: ValueName.name),
    completion: .list(Self.formats))
  var format = SummaryFormat.html.rawValue

  @Option(
    name: .shortAndLong,
    help: Help.option(
      "File to write. Default: standard output.",
      "Fichier à écrire. Par défaut : la sortie standard.", value: ValueName.file),
    completion: .file())
  var output: String?

  @Option(
    name: .long,
    help: Help.option(
      "Write both products in both languages and all forms into this folder.",
      "Écrit les deux produits dans les deux langues et toutes les formes dans ce dossier.",
      value: ValueName.folder),
    completion: .directory)
  var folder: String?

  @Option(
    name: .long,
    help: Help.option(
      "Security marking of the internal note, at the top and foot of each page.",
      "Cote de sécurité de la note interne, en haut et en bas de chaque page.",
      value: ValueName.text))
  var marking: String?

  @Option(
    name: .long,
    help: Help.option(
      "Date of the note, as it is to be written.", "Date de la note, telle qu’elle doit figurer.",
      value: ValueName.text))
  var date: String?

  @Option(
    name: .long,
    help: Help.option(
      "Date by which gaps should be closed.",
      "Date à laquelle les lacunes devraient être comblées.",
      value: ValueName.text))
  var by: String?

  @Option(
    name: .long,
    help: Help.option(
      "What the note is for: decision or information.",
      "But de la note : decision (décision) ou information.", value: ValueName.name),
    completion: .list(Self.purposes))
  var purpose = SummaryOptions.Purpose.information.rawValue

  @Option(
    name: .long,
    help: Help.option(
      "A department whose plan was expected; may be repeated.",
      "Un ministère dont le plan était attendu; peut être répété.", value: ValueName.name))
  var expect: [String] = []

  @Option(
    name: .long,
    help: Help.option(
      "The earlier version to compare with: a folder, a saved report or a git revision.",
      "La version antérieure à comparer : un dossier, un rapport enregistré ou une révision git.",
      value: ValueName.path),
    completion: .file())
  var since: String?

  @Option(
    name: .long,
    help: Help.option(
      "Rule set whose groups are the columns of the table by partner.",
      "Jeu de règles dont les groupes sont les colonnes du tableau par partenaire.",
      value: ValueName.id))
  var principles = SummaryOptions.standardPrinciples

  @Option(
    name: .long,
    help: Help.option(
      "Most findings listed in the annex.", "Nombre maximal de constats dans l’annexe.",
      value: ValueName.count))
  var annexLimit = SummaryOptions.standardAnnexLimit

  private static let formats = SummaryFormat.allCases.map(\.rawValue)
  private static let products = SummaryOptions.Product.allCases.map(\.rawValue)
  private static let purposes = SummaryOptions.Purpose.allCases.map(\.rawValue)

  func validate() throws {
    if annexLimit < 0 { throw RunOptions.tooSmall("--annex-limit", least: 0) }
    if folder != nil, output != nil {
      throw ValidationError(
        Help.text(
          "--folder and --output say two things; give one of them",
          "--folder et --output se contredisent; donnez l’un des deux"))
    }
    if SummaryFormat(rawValue: format) == nil {
      throw ValidationError(
        RunOptions.unknown(
          format, LocalizedText("unknown format", "format inconnu"), among: Self.formats))
    }
    if SummaryOptions.Product(rawValue: product) == nil {
      throw ValidationError(
        RunOptions.unknown(
          product, LocalizedText("unknown product", "produit inconnu"), among: Self.products))
    }
    if SummaryOptions.Purpose(rawValue: purpose) == nil {
      throw ValidationError(
        RunOptions.unknown(
          purpose, LocalizedText("unknown purpose", "but inconnu"), among: Self.purposes))
    }
    if format == SummaryFormat.docx.rawValue, output == nil, folder == nil,
      Terminal.outputIsTerminal
    {
      throw ValidationError(
        Help.text(
          "a Word file cannot be shown here; name a file with --output",
          "un fichier Word ne peut pas être affiché ici; nommez un fichier avec --output"))
    }
  }

  func run() async throws {
    var session = Session(common, paths: paths)
    session.expectFreshOutputs(
      outputs, reading: paths + [since].compactMap { $0 }, rules: common.rules)
    let rules = session.compiledRules(common.rules)
    let sets = rules.ruleSets.map(\.id)
    if principles != SummaryOptions.standardPrinciples, !sets.contains(principles) {
      throw ValidationError(
        RunOptions.unknown(
          principles, LocalizedText("unknown rule set", "jeu de règles inconnu"), among: sets))
    }
    let report = await run.report(session: session, rules: rules, paths: paths)
    var problems = report.diagnostics
    var comparison: ReportComparison?
    if let since {
      let earlier = await EarlierRun(common: common, run: run, below: paths.first ?? "")
        .record(since)
      problems += earlier.diagnostics
      if let record = earlier.record {
        let root = paths.first ?? "."
        comparison = ReportComparison(
          old: record, new: ReportRecord(report, name: root, root: root))
      }
    }
    Terminal.write(problems, in: session.language)
    let summary = Summary(report, options: options, comparison: comparison)
    let isWritten = write(summary, session.language)
    let failed = !isWritten || problems.contains { $0.severity == .error }
    ExitStatus.leave(with: failed ? ExitStatus.incomplete : ExitStatus.coherent)
  }

  private var options: SummaryOptions {
    SummaryOptions(
      purpose: SummaryOptions.Purpose(rawValue: purpose) ?? .information, marking: marking,
      date: date, by: by, expected: expect, principles: principles, annexLimit: annexLimit)
  }

  /// All files that are to be written.
  private var outputs: [String?] {
    guard let folder else { return [output] }
    return SummaryOptions.Product.allCases.flatMap { product in
      Language.allCases.flatMap { language in
        SummaryFormat.allCases.map { Self.path(in: folder, product, language, $0) }
      }
    }
  }

  private static func path(
    in folder: String, _ product: SummaryOptions.Product, _ language: Language,
    _ format: SummaryFormat
  ) -> String {
    FileTree.join(
      folder, "\(product.rawValue).\(language.rawValue).\(format.fileExtension)")
  }

  private func write(_ summary: Summary, _ language: Language) -> Bool {
    guard let folder else {
      let page = summary.page(SummaryOptions.Product(rawValue: product) ?? .internal, in: language)
      let format = SummaryFormat(rawValue: format) ?? .html
      return Output.write(to: output, in: language) { Summary.write(page, as: format, to: $0) }
    }
    guard FileTree.makeFolder(folder) || FileTree.kind(of: folder) == .folder else {
      Terminal.write(
        [
          Diagnostic(
            id: "folder-not-made",
            LocalizedText("the folder cannot be made", "le dossier ne peut pas être créé"),
            path: folder,
            help: LocalizedText(
              "name a folder in a place where you may write",
              "nommez un dossier là où vous pouvez écrire"))
        ], in: language)
      return false
    }
    var isWritten = true
    for product in SummaryOptions.Product.allCases {
      for language in Language.allCases {
        let page = summary.page(product, in: language)
        for format in SummaryFormat.allCases {
          let path = Self.path(in: folder, product, language, format)
          isWritten =
            Output.write(to: path, in: language) { Summary.write(page, as: format, to: $0) }
            && isWritten
        }
      }
    }
    return isWritten
  }
}
