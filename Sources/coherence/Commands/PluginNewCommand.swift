import ArgumentParser
import PluginHost
import RuleSets
import SourceText

/// A plugin to start from.
struct PluginNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: Help.text(
      "Make a plugin that works, with its test, in a folder of its own.",
      "Crée un plugiciel qui fonctionne, avec son essai, dans un dossier à lui."),
    discussion: Help.text(
      """
      EXAMPLES
        coherence plugin new --language python plain-words
        coherence plugin new --language swift house-style --package ../coherence
      """,
      """
      EXEMPLES
        coherence plugin new --language python mots-simples
        coherence plugin new --language swift style-maison --package ../coherence
      """))

  @Argument(
    help: Help.option(
      "Id of the plugin: small letters, digits, hyphens.",
      "Identifiant du plugiciel : minuscules, chiffres, traits d’union.", value: ValueName.id))
  var id: String

  @Option(
    name: .customLong("language"),
    help: Help.option(
      "Language that it is written in: python or swift.",
      "Langage dans lequel il est écrit : python ou swift.", value: ValueName.name),
    completion: .list(PluginTemplate.Kind.allCases.map(\.rawValue)))
  var language = "python"

  @Option(
    name: .customLong("package"),
    help: Help.option(
      "For Swift: path or address of this package, as seen from the new folder.",
      "Pour Swift : chemin ou adresse de ce paquet, vu du nouveau dossier.",
      value: ValueName.path))
  var place = "../coherence"

  func run() throws {
    guard let kind = PluginTemplate.Kind(rawValue: language) else {
      throw ValidationError(
        RunOptions.unknown(
          language, LocalizedText("unknown language", "langage inconnu"),
          among: PluginTemplate.Kind.allCases.map(\.rawValue)))
    }
    guard PluginTemplate.isID(id) else {
      throw ValidationError(
        Help.text(
          "'\(id)' is no id: small letters, digits and single hyphens, a letter first",
          "« \(id) » n’est pas un identifiant : minuscules, chiffres et traits d’union simples, "
            + "une lettre d’abord"))
    }
    guard FileTree.kind(of: id) == nil else {
      throw stop(
        Diagnostic(
          id: "file-exists",
          LocalizedText(
            "there is something of that name already", "il y a déjà quelque chose de ce nom"),
          path: id))
    }
    let template = PluginTemplate(kind, id: id, package: place)
    for file in template.files {
      let path = FileTree.join(id, file.path)
      guard FileTree.makeFolder(FileTree.folder(of: path)) else {
        throw stop(
          FileError.unreadable(
            reason: LocalizedText(
              "the folder cannot be made", "le dossier ne peut pas être créé")
          ).diagnostic(path: path))
      }
      do {
        try SourceFile.write(Array(file.text.utf8), to: path)
      } catch {
        throw stop(error.diagnostic(path: path))
      }
      if file.isProgram { FileTree.makeExecutable(path) }
      Terminal.print(path)
    }
    Terminal.print(Help.text("what to do next:", "la suite :"))
    for step in template.steps { Terminal.print("  " + step) }
  }

  private func stop(_ problem: Diagnostic) -> ExitCode {
    Terminal.write([problem], in: Help.language)
    return ExitCode(ExitStatus.incomplete)
  }
}
