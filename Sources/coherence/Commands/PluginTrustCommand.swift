import ArgumentParser
import PluginHost
import PolicyCoherence
import RuleSets
import SourceText

/// Shows what a plugin is and writes its digest into the user's own list.
struct PluginTrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: Help.text(
      "Show what a plugin is, and trust it as it is now.",
      "Montre ce qu’est un plugiciel et l’approuve tel qu’il est."),
    discussion: Help.text(
      """
      Writes the SHA-256 of the program, of the script and its interpreter, and of every file named \
      with --with into your own list. When one of them changes, the plugin is not started any more \
      until you trust it again. On a terminal you are asked first; elsewhere --yes says that you mean it.

      EXAMPLES
        coherence plugin trust readability.py --with coherence_plugin.py
        coherence plugin trust terms --with terms.csv --option list=terms.csv
        coherence plugin trust --remove readability.py
      """,
      """
      Inscrit dans votre propre liste le SHA-256 du programme, du script et de son interpréteur, et \
      de chaque fichier nommé avec --with. Si l’un d’eux change, le plugiciel ne démarre plus tant \
      que vous ne l’approuvez pas de nouveau. Sur un terminal, on vous le demande d’abord; ailleurs, \
      --yes dit que vous le voulez.

      EXEMPLES
        coherence plugin trust lisibilite.py --with coherence_plugin.py
        coherence plugin trust termes --with termes.csv --option list=termes.csv
        coherence plugin trust --remove lisibilite.py
      """))

  @Argument(
    help: Help.option(
      "Program or script of the plugin.", "Programme ou script du plugiciel.",
      value: ValueName.path), completion: .file())
  var path: String

  @OptionGroup var files: PluginFileOptions

  @Flag(
    name: .long,
    help: Help.option("Take it out of the list.", "Le retire de la liste."))
  var remove = false

  @Flag(
    name: .long,
    help: Help.option("Do not ask.", "Ne demande rien."))
  var yes = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    guard let listPath = TrustedPlugins.path else {
      let problem = Diagnostic(
        id: "no-configuration-folder",
        LocalizedText(
          "there is no configuration folder of yours: HOME is not set",
          "vous n’avez pas de dossier de configuration : HOME n’est pas défini"))
      throw stop([problem])
    }
    var (list, problems) = TrustFile.load(listPath)
    guard !problems.contains(where: { $0.severity == .error }) else { throw stop(problems) }
    if remove { return try removal(&list) }
    let pin = try files.pin(path, language.messages)
    for line in PluginView.lines(of: pin, in: language.messages) { Terminal.print(line) }
    guard try yes || asked() else { throw ExitCode(ExitStatus.incomplete) }
    list.add(pin)
    try save(list)
    let view = PluginView(pin, hostVersion: CoherenceCheck.toolVersion)
    problems += view.diagnostics
    for line in view.lines(in: language.messages) { Terminal.print(line) }
    let words = LocalizedText(
      "trusted, and written to \(listPath)", "approuvé, et inscrit dans \(listPath)")
    Terminal.print(words[language.messages])
    if !problems.isEmpty { throw stop(problems) }
  }

  private func removal(_ list: inout TrustFile) throws {
    guard let pin = PluginLookup.pin(path, in: list) else {
      throw stop([PluginLookup.untrusted(path)])
    }
    list.pins.removeAll { $0.path == pin.path }
    try save(list)
    let words = LocalizedText(
      "no longer trusted: \(pin.path)", "n’est plus approuvé : \(pin.path)")
    Terminal.print(words[language.messages])
  }

  private func asked() throws -> Bool {
    guard Terminal.inputIsTerminal else {
      throw stop([
        Diagnostic(
          id: "not-asked",
          LocalizedText(
            "nobody is there to be asked, so nothing was written",
            "personne n’est là pour répondre; rien n’a été inscrit"),
          path: path,
          help: LocalizedText("add --yes if you mean it", "ajoutez --yes si vous le voulez"))
      ])
    }
    let question = LocalizedText(
      "Trust it as it is now? [y/N] ", "L’approuver tel qu’il est? [o/N] ")
    Terminal.writeError(question[language.messages])
    let answer = (readLine() ?? "").lowercased()
    return ["y", "yes", "o", "oui"].contains(answer)
  }

  private func save(_ list: TrustFile) throws {
    do {
      try list.save()
    } catch {
      throw stop([error.diagnostic(path: list.path)])
    }
  }

  private func stop(_ problems: [Diagnostic]) -> ExitCode {
    Terminal.write(problems, in: language.messages)
    return ExitCode(ExitStatus.incomplete)
  }
}

/// What belongs to a plugin besides its program.
struct PluginFileOptions: ParsableArguments {
  @Option(
    name: .customLong("with"),
    help: Help.option(
      "File that it needs beside it; may be repeated.",
      "Fichier dont il a besoin à côté de lui; peut être répété.", value: ValueName.file),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("read"),
    help: Help.option(
      "Further folder that it may read; may be repeated.",
      "Autre dossier qu’il peut lire; peut être répété.", value: ValueName.folder),
    completion: .directory)
  var readable: [String] = []

  @Option(
    name: .long,
    help: Help.option(
      "Program that runs the script. Default: as its first line says.",
      "Programme qui exécute le script. Par défaut : selon sa première ligne.",
      value: ValueName.path), completion: .file())
  var interpreter: String?

  @Option(
    name: .customLong("argument"), parsing: .unconditionalSingleValue,
    help: Help.option(
      "Argument for its command line; may be repeated.",
      "Argument de sa ligne de commande; peut être répété.", value: ValueName.name))
  var arguments: [String] = []

  @Option(
    name: .customLong("option"),
    help: Help.option(
      "Value of one of its options, as name=value; may be repeated.",
      "Valeur d’une de ses options, sous la forme nom=valeur; peut être répété.",
      value: ValueName.name))
  var options: [String] = []

  @Option(
    name: .long,
    help: Help.option(
      "Further processes that it may have. Default: none.",
      "Autres processus auxquels il a droit. Par défaut : aucun.", value: ValueName.count))
  var processes = 0

  @Option(
    name: .customLong("memory-mib"),
    help: Help.option(
      "Memory of each process, in MiB.", "Mémoire de chaque processus, en Mio.",
      value: ValueName.count))
  var memoryInMiB = PluginLimits().memoryInMiB

  @Option(
    name: .customLong("seconds-per-document"),
    help: Help.option(
      "Longest silence over one document, in seconds.",
      "Plus long silence sur un document, en secondes.", value: ValueName.count))
  var secondsPerDocument = 20

  func validate() throws {
    guard options.allSatisfy({ $0.contains("=") }) else {
      throw ValidationError(
        Help.text(
          "--option must have the form name=value", "--option doit avoir la forme nom=valeur"))
    }
    guard (0...256).contains(processes), (16...1_048_576).contains(memoryInMiB),
      (1...3_600).contains(secondsPerDocument)
    else {
      throw ValidationError(
        Help.text(
          "--processes goes from 0 to 256, --memory-mib from 16 to 1048576, "
            + "--seconds-per-document from 1 to 3600",
          "--processes va de 0 à 256, --memory-mib de 16 à 1048576, "
            + "--seconds-per-document de 1 à 3600"))
    }
  }

  /// The pin of a program as it is now; ends the command when it cannot be one.
  func pin(_ path: String, _ language: Language) throws -> PluginPin {
    var pin: PluginPin
    do {
      pin = try PluginProbe.pin(
        path, interpreter: interpreter, files: files,
        searchPath: Terminal.environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin")
    } catch {
      Terminal.write(
        [error.diagnostic(pin: PluginPin(path: path, sha256: ""))], in: language)
      throw ExitCode(ExitStatus.incomplete)
    }
    pin.arguments = arguments
    pin.readable = readable.map(PluginProbe.fullPath)
    for option in options {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      pin.options[String(parts[0])] = String(parts[1])
    }
    pin.processes = processes
    pin.memoryInMiB = memoryInMiB
    pin.secondsPerDocument = secondsPerDocument
    return pin
  }
}

/// Finds a plugin in the list by the path that the user gives.
enum PluginLookup {
  static func pin(_ path: String, in list: TrustFile) -> PluginPin? {
    let full = PluginProbe.fullPath(path)
    return list.pins.first { $0.path == full || $0.path == path }
  }

  static func untrusted(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "plugin-not-trusted",
      LocalizedText(
        "this plugin is not in your list of trusted plugins",
        "ce plugiciel n’est pas dans votre liste de plugiciels approuvés"),
      path: path,
      help: LocalizedText(
        "run 'coherence plugin trust \(path)'", "faites « coherence plugin trust \(path) »"))
  }
}
