import ArgumentParser
import Documents
import PolicyCoherence
import RuleSets
import SourceText

/// A workspace file to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: Help.text(
      "Write a coherence.yml that lists the documents of a folder.",
      "Écrit un coherence.yml qui énumère les documents d’un dossier."),
    discussion: Help.text(
      """
      Looks at each document, writes down what it seems to be, and marks what was guessed, for you \
      to set right.

      EXAMPLES
        coherence init                 write ./coherence.yml
        coherence init plans           write plans/coherence.yml
        coherence init --print         only show it
      """,
      """
      Examine chaque document, note ce qu’il semble être et marque ce qui a été déduit, pour que \
      vous le corrigiez au besoin.

      EXEMPLES
        coherence init                 écrire ./coherence.yml
        coherence init plans           écrire plans/coherence.yml
        coherence init --print         seulement le montrer
      """))

  @Argument(
    help: Help.option(
      "Folder with the documents.", "Dossier où sont les documents.", value: ValueName.folder))
  var folder = "."

  @Flag(
    name: .long,
    help: Help.option(
      "Show the file instead of writing it.", "Montre le fichier au lieu de l’écrire."))
  var print = false

  @Flag(
    name: .long,
    help: Help.option(
      "Replace an existing coherence.yml.", "Remplace un coherence.yml qui existe."))
  var force = false

  @Option(
    name: .long,
    help: Help.option(
      "Language of messages: en or fr. Default: your locale.",
      "Langue des messages : en ou fr. Par défaut : celle de votre système.",
      value: ValueName.language),
    completion: .list(["en", "fr"]))
  var language = Help.language

  func run() throws {
    let draft: WorkspaceDraft
    do {
      draft = try WorkspaceDraft(folder: folder, language: language)
    } catch {
      Terminal.write([error.diagnostic(path: folder)], in: language)
      throw ExitCode(ExitStatus.incomplete)
    }
    if print {
      Terminal.print(draft.text)
      return
    }
    let path = FileTree.join(folder, ConfigurationLoader.fileName)
    if FileTree.kind(of: path) != nil, !force {
      let problem = Diagnostic(
        id: "file-exists",
        LocalizedText("there is a coherence.yml already", "il y a déjà un coherence.yml"),
        path: path,
        help: LocalizedText(
          "use --force to replace it, or --print to see the draft",
          "employez --force pour le remplacer, ou --print pour voir l’ébauche"))
      Terminal.write([problem], in: language)
      throw ExitCode(ExitStatus.incomplete)
    }
    do {
      try SourceFile.write(Array((draft.text + "\n").utf8), to: path)
    } catch {
      Terminal.write([error.diagnostic(path: path)], in: language)
      throw ExitCode(ExitStatus.incomplete)
    }
    let count = draft.documentCount
    let words = LocalizedText("\(path): \(count) documents", "\(path) : \(count) documents")
    Terminal.print(words[language])
  }
}
