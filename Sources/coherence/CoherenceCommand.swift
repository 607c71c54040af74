import ArgumentParser
import SourceText

/// The command, and the list of what it can do.
@main
struct CoherenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coherence",
    abstract: Help.text(
      "Checks what policies promise against what they should promise.",
      "Compare ce que les politiques promettent à ce qu’elles devraient promettre."),
    discussion: Help.text(
      """
      Reads draft plans in English and French, grades each requirement on the evidence ladder \
      (absent, mention, intent, commitment, resourced), quotes the sentence that earned the grade, \
      and lists the gaps.

      EXAMPLES
        coherence check Policies                     check a folder of plans
        coherence check plan.md --language fr        one plan, report in French
        coherence check plans --format json          everything, for programs
        coherence gaps Policies                      what nobody promises firmly enough
        coherence compare HEAD~1 HEAD                what a change did to the promises
        coherence summary Policies --folder brief    the brief, in both languages
        coherence explain wps.amplify.voices         what one requirement looks for
        coherence explain plan.md:42                 why a passage did or did not count
        coherence annotate plan.docx -o out.docx     comments in the author's own file
        coherence rules test                         run every rule's own examples

      EXIT STATUS
        0  no finding at or above --fail-on
        1  findings at or above --fail-on
        2  part of the job could not be done (bad input, bad rules)
      """,
      """
      Lit des ébauches de plans en français et en anglais, classe chaque exigence sur l’échelle de \
      preuve (absent, mention, intention, engagement, doté), cite la phrase qui a valu l’échelon \
      et dresse la liste des lacunes.

      EXEMPLES
        coherence check Policies                     vérifier un dossier de plans
        coherence check plan.md --language en        un plan, rapport en anglais
        coherence check plans --format json          tout, pour des programmes
        coherence gaps Policies                      ce que personne ne promet assez fermement
        coherence compare HEAD~1 HEAD                ce qu’une modification a fait aux promesses
        coherence summary Policies --folder note     la note, dans les deux langues
        coherence explain wps.amplify.voices         ce qu’une exigence cherche
        coherence explain plan.md:42                 pourquoi un passage compte ou ne compte pas
        coherence annotate plan.docx -o revu.docx    commentaires dans le fichier de l’auteur
        coherence rules test                         exécuter les exemples de chaque règle

      CODE DE SORTIE
        0  aucun constat du niveau de --fail-on ou au-dessus
        1  des constats du niveau de --fail-on ou au-dessus
        2  une partie du travail n’a pas pu être faite (données ou règles fautives)
      """),
    version: "coherence 0.1.0",
    subcommands: [
      AnnotateCommand.self,
      BaselineCommand.self,
      CheckCommand.self,
      CompareCommand.self,
      EvaluateCommand.self,
      ExplainCommand.self,
      GapsCommand.self,
      InitCommand.self,
      MapCommand.self,
      PluginCommand.self,
      ReadCommand.self,
      RulesCommand.self,
      SummaryCommand.self,
    ])

  /// Runs the command that the arguments name.
  ///
  /// The argument parser's own statuses (64 for a usage error) give way to those that help promises: a
  /// command line that cannot be understood is a job that could not be done.
  nonisolated(nonsending) static func main() async {
    FreedMemory.keep()
    do {
      let arguments = Help.arguments(Help.pathsApart(Array(CommandLine.arguments.dropFirst())))
      if arguments.first == CheckCommand.name,
        let check = CheckCommand.plain(Array(arguments.dropFirst()))
      {
        return try await check.run()
      }
      try checkName(arguments)
      var command: any ParsableCommand
      if let direct = parsed(arguments) {
        command = direct
      } else {
        command = try parseAsRoot(arguments)
      }
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      if Terminal.outputProblem != nil { ExitStatus.leave(with: ExitStatus.incomplete) }
    } catch {
      let status = exitCode(for: error)
      if status.isSuccess { exit(withError: error) }
      let message = fullMessage(for: error)
      if !message.isEmpty { Terminal.writeError(message + "\n") }
      ExitStatus.leave(with: error is ExitCode ? status.rawValue : ExitStatus.incomplete)
    }
  }

  /// - Throws: `ValidationError` for a command that there is not, also behind "help".
  private static func checkName(_ arguments: [String]) throws {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    guard let name = words.first, !name.hasPrefix("-") else { return }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    if known.contains(name) || name == "help" { return }
    throw ValidationError(
      RunOptions.unknown(
        name, LocalizedText("unknown command", "commande inconnue"), among: known))
  }

  /// The command that the first argument names, if the others suit it; `nil` where the parser has to look
  /// at all commands, which takes several times as long, or has something to complain of.
  private static func parsed(_ arguments: [String]) -> sending (any ParsableCommand)? {
    guard let name = arguments.first,
      let found = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      found.configuration.subcommands.isEmpty
    else { return nil }
    // A type of ours without isolation: what it makes belongs to nobody else.
    let type = found
    return try? type.parse(Array(arguments.dropFirst()))
  }
}
