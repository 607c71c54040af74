import ArgumentParser
import PluginHost
import PolicyCoherence
import SourceText

/// What can be done with checkers in programs of their own.
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: Help.text(
      "Make, trust, test and list checkers that are programs of their own.",
      "Crée, approuve, essaie et énumère des contrôles qui sont des programmes à part."),
    discussion: Help.text(
      """
      A plugin runs only if you trust it yourself: its digest stands in your own list, and a plugin \
      that changed is not started. It runs apart from the rest of the machine, as far as the system \
      allows; 'plugin list' says what is prevented.

      EXAMPLES
        coherence plugin new --language python plain-words    make one to start from
        coherence plugin trust plain-words/plain-words.py     look at it and trust it
        coherence plugin test plain-words/plain-words.py      does it keep the protocol?
        coherence plugin list                                 what is trusted, and how it is held
      """,
      """
      Un plugiciel ne s’exécute que si vous l’approuvez vous-même : son empreinte figure dans votre \
      propre liste, et un plugiciel modifié ne démarre pas. Il s’exécute à l’écart du reste de la \
      machine, autant que le système le permet; « plugin list » dit ce qui est empêché.

      EXEMPLES
        coherence plugin new --language python mots-simples   en créer un pour commencer
        coherence plugin trust mots-simples/mots-simples.py   l’examiner et l’approuver
        coherence plugin test mots-simples/mots-simples.py    respecte-t-il le protocole?
        coherence plugin list                                 ce qui est approuvé, et comment
      """),
    subcommands: [
      PluginListCommand.self,
      PluginMeasureCommand.self,
      PluginNewCommand.self,
      PluginSchemaCommand.self,
      PluginServeCommand.self,
      PluginTestCommand.self,
      PluginTrustCommand.self,
    ])
}

/// The language of messages, for commands that load no rules.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: Help.option(
      "Language of messages: en or fr. Default: your locale.",
      "Langue des messages : en ou fr. Par défaut : celle de votre système.",
      value: ValueName.language),
    completion: .list(["en", "fr"]))
  var messages = Help.language
}

/// Which plugins are trusted, what they find and how they are held.
struct PluginListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Help.text(
      "List the plugins that you trust: versions, scopes, ids, digests, isolation.",
      "Énumère les plugiciels approuvés : versions, portées, identifiants, empreintes, isolement."))

  @OptionGroup var language: LanguageOption

  func run() throws {
    let (file, diagnostics) = TrustedPlugins.load()
    var problems = diagnostics
    if file.pins.isEmpty {
      let place = file.path
      Terminal.print(
        Help.text(
          "no plugin is trusted; the list would be \(place)",
          "aucun plugiciel n’est approuvé; la liste serait \(place)"))
    }
    for pin in file.pins {
      let view = PluginView(pin, hostVersion: CoherenceCheck.toolVersion)
      problems += view.diagnostics
      for line in view.lines(in: language.messages) { Terminal.print(line) }
    }
    Terminal.write(problems, in: language.messages)
    let isWhole = !problems.contains { $0.severity == .error }
    ExitStatus.leave(with: isWhole ? ExitStatus.coherent : ExitStatus.incomplete)
  }
}

/// Whether a plugin keeps the protocol.
struct PluginTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: Help.text(
      "Try everything that the protocol asks of a plugin; one line each.",
      "Essaie tout ce que le protocole demande à un plugiciel; une ligne chacun."),
    discussion: Help.text(
      """
      The plugin must be trusted, or be named with --unpinned: it then runs as it would if you \
      started it yourself, held as any plugin is.
      """,
      """
      Le plugiciel doit être approuvé, ou nommé avec --unpinned : il s’exécute alors comme si vous \
      le lanciez vous-même, isolé comme tout plugiciel.
      """))

  @Argument(
    help: Help.option(
      "Program or script of the plugin.", "Programme ou script du plugiciel.",
      value: ValueName.path), completion: .file())
  var path: String

  @OptionGroup var files: PluginFileOptions

  @Flag(
    name: .long,
    help: Help.option(
      "Start it although it is not trusted.", "Le lance bien qu’il ne soit pas approuvé."))
  var unpinned = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let pin: PluginPin
    if unpinned {
      pin = try files.pin(path, language.messages)
    } else if let known = PluginLookup.pin(path, in: TrustedPlugins.load().file) {
      pin = known
    } else {
      Terminal.write([PluginLookup.untrusted(path)], in: language.messages)
      throw ExitCode(ExitStatus.incomplete)
    }
    let image: PluginImage
    do {
      image = try PluginImage(pin, hostVersion: CoherenceCheck.toolVersion)
    } catch {
      Terminal.write([error.diagnostic(pin: pin)], in: language.messages)
      throw ExitCode(ExitStatus.incomplete)
    }
    let shown = language.messages
    let results = PluginConformance(image).run { Terminal.print($0.line(in: shown)) }
    let failed = results.count { !$0.passes }
    let passed = results.count - failed
    let words = LocalizedText(
      "\(passed) passed, \(failed) failed", "réussis : \(passed); échoués : \(failed)")
    Terminal.print(words[shown])
    if failed > 0 { throw ExitCode(ExitStatus.findings) }
  }
}

/// The JSON Schemas of all messages.
struct PluginSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: Help.text(
      "Print the JSON Schemas of the messages between the program and a plugin.",
      "Affiche les schémas JSON des messages entre le programme et un plugiciel."))

  func run() {
    Terminal.print(PluginView.messageSchema)
  }
}

/// A built-in checker as a plugin.
struct PluginServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: Help.text(
      "Serve a built-in checker as a plugin, on standard input and output.",
      "Offre un contrôle intégré comme plugiciel, sur l’entrée et la sortie standard."),
    discussion: Help.text(
      """
      For those who write or measure plugins: the findings must be those of the checker itself.
      """,
      """
      Pour qui écrit ou mesure des plugiciels : les constats doivent être ceux du contrôle même.
      """))

  @Argument(
    help: Help.option("Id of the checker.", "Identifiant du contrôle.", value: ValueName.id))
  var id: String

  @Option(
    name: .long,
    help: Help.option(
      "Id under which it introduces itself; the checker's own is taken.",
      "Identifiant sous lequel il se présente; celui du contrôle est pris.", value: ValueName.id))
  var name: String?

  func run() throws {
    guard let checker = ServedBuiltin.checker(id) else {
      throw ValidationError(
        RunOptions.unknown(
          id, LocalizedText("unknown checker", "contrôle inconnu"), among: ServedBuiltin.ids))
    }
    ServedChecker(checker, id: name ?? id).serve()
  }
}
