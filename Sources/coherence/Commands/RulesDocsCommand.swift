import ArgumentParser
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

/// A page for each requirement.
struct RulesDocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: Help.text(
      "Write a Markdown page for each requirement, and a list of them.",
      "Écrit une page Markdown pour chaque exigence, et leur liste."),
    discussion: Help.text(
      """
      EXAMPLES
        coherence rules docs out/rules
        coherence rules docs out/regles --language fr
        coherence rules docs out/wps Rules/wps Rules/vocabulary
      """,
      """
      EXEMPLES
        coherence rules docs out/regles
        coherence rules docs out/rules --language en
        coherence rules docs out/fps Rules/wps Rules/vocabulary
      """))

  @Argument(
    help: Help.option(
      "Folder to write to; made when it is missing.",
      "Dossier où écrire; créé au besoin.", value: ValueName.folder))
  var folder: String

  @Argument(
    help: Help.option(
      "Rule files or folders. Default: the rules in use.",
      "Fichiers ou dossiers de règles. Par défaut : les règles en usage.", value: ValueName.path),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    var session = Session(common)
    let rules = session.compiledRules(
      paths.isEmpty ? common.rules : paths, purpose: .authoring)
    session.printDiagnostics()
    if session.hasErrors { throw ExitCode(ExitStatus.incomplete) }
    var written = 0
    if !FileTree.makeFolder(folder) {
      let problem = Diagnostic(
        id: "cannot-write",
        LocalizedText("the folder cannot be made", "le dossier ne peut être créé"), path: folder,
        help: LocalizedText(
          "name a folder that you may write to", "nommez un dossier où vous pouvez écrire"))
      Terminal.write([problem], in: session.language)
      throw ExitCode(ExitStatus.incomplete)
    }
    for page in RequirementPages(rules, language: session.language).all {
      let path = FileTree.join(folder, page.name)
      do {
        try SourceFile.write(Array((page.text + "\n").utf8), to: path)
        written += 1
      } catch {
        Terminal.write([error.diagnostic(path: path)], in: session.language)
        throw ExitCode(ExitStatus.incomplete)
      }
    }
    let words = LocalizedText("\(folder): \(written) pages", "\(folder) : \(written) pages")
    Terminal.print(words[session.language])
  }
}
