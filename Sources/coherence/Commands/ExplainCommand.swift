import ArgumentParser
import Checking
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

/// One requirement in full, or why a passage did or did not count.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Help.text(
      "Explain a requirement, or why a passage did or did not count.",
      "Explique une exigence, ou pourquoi un passage compte ou ne compte pas."),
    discussion: Help.text(
      """
      EXAMPLES
        coherence explain wps.amplify.voices       what the requirement asks for and looks for
        coherence explain Policies/plans/gac.en.md:42
                                                   every requirement that looked at line 42
        coherence explain plan.md:42 --only gba    only requirements that begin with gba
      """,
      """
      EXEMPLES
        coherence explain wps.amplify.voices       ce que l’exigence demande et cherche
        coherence explain Policies/plans/gac.en.md:42
                                                   chaque exigence qui a examiné la ligne 42
        coherence explain plan.md:42 --only gba    seulement les exigences qui commencent par gba
      """))

  @Argument(
    help: Help.option(
      "A requirement's id, or FILE:LINE.", "Identifiant d’une exigence, ou FICHIER:LIGNE.",
      value: ValueName.idOrPlace),
    completion: .file())
  var subject: String

  @Option(
    name: .long,
    help: Help.option(
      "Only requirements that begin with this.", "Seulement les exigences qui commencent ainsi.",
      value: ValueName.id))
  var only: String?

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  func run() async throws {
    if let (path, line) = Self.place(subject) {
      try await explainPassage(path, line)
      return
    }
    var session = Session(common)
    let rules = session.compiledRules(common.rules, purpose: .authoring)
    session.printDiagnostics()
    guard let index = rules.index(ofRequirement: subject) else {
      if FileTree.kind(of: subject) == .file {
        throw ValidationError(
          Help.text(
            "say which line of the file: \(subject):12",
            "dites quelle ligne du fichier : \(subject):12"))
      }
      throw UnknownRequirement.error(subject, in: rules)
    }
    Terminal.print(
      Output.explanations(in: session.language).requirement(index, in: rules, full: true))
  }

  private func explainPassage(_ path: String, _ line: Int) async throws {
    var session = Session(common, paths: [FileTree.folder(of: path)], looksUpPaths: false)
    let rules = session.compiledRules(common.rules)
    if let only { try RunOptions.checkPrefix(only, in: rules) }
    let report = await run.report(
      session: session, rules: rules, paths: [path], nearMisses: true)
    Terminal.write(report.diagnostics, in: session.language)
    guard let document = report.documents.first else {
      throw ExitCode(ExitStatus.incomplete)
    }
    let explanation = Output.explanations(in: session.language)
    let source = try? SourceFile.read(path)
    let lines = source.map { LineIndex($0) }
    let isText = ["markdown", "html", "text"].contains(document.format)
    // What follows the last line end is no line where nothing stands there.
    let count = (lines?.lineCount ?? 0) - (source?.last == 0x0A ? 1 : 0)
    if lines != nil, isText, line > count {
      throw ValidationError(
        Help.text(
          "the last line of \(path) is \(count); there is no line \(line)",
          "la dernière ligne de \(path) est la \(count); il n’y a pas de ligne \(line)"))
    }
    Terminal.print(
      explanation.passage(
        atLine: line, of: document, in: rules, only: only ?? "",
        lastLine: { place in
          guard let lines, let span = place.span else { return place.line }
          return lines.line(at: max(span.start, span.end - 1))
        }))
  }

  /// "plan.md:42", or "plan.md:42:7" as reports print it, taken apart; `nil` when it is no file with a line.
  private static func place(_ text: String) -> (path: String, line: Int)? {
    guard let colon = text.lastIndex(of: ":"),
      let line = Int(text[text.index(after: colon)...]), line > 0
    else { return nil }
    let path = String(text[..<colon])
    // The last number is a column where the one before it is a line.
    if FileTree.kind(of: path) == nil, let whole = place(path) { return whole }
    return (path, line)
  }
}
