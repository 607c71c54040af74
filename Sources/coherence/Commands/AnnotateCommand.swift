import ArgumentParser
import Checking
import Documents
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

/// The author's own file back, with a comment at each finding.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: Help.text(
      "Give a Word file back with a comment at each finding.",
      "Rend un fichier Word avec un commentaire à chaque constat."),
    discussion: Help.text(
      """
      Everything else in the file stays as it is. Comments from an earlier run are replaced.

      EXAMPLES
        coherence annotate plan.docx -o reviewed.docx
        coherence annotate plan.docx -o reviewed.docx --language fr
      """,
      """
      Tout le reste du fichier demeure tel quel. Les commentaires d’une exécution antérieure sont \
      remplacés.

      EXEMPLES
        coherence annotate plan.docx -o revu.docx
        coherence annotate plan.docx -o revu.docx --language en
      """))

  @Argument(
    help: Help.option("Word file to annotate.", "Fichier Word à annoter.", value: ValueName.file),
    completion: .file(extensions: ["docx"]))
  var file: String

  @Option(
    name: [.customShort("o"), .long],
    help: Help.option("File to write.", "Fichier à écrire.", value: ValueName.file),
    completion: .file(extensions: ["docx"]))
  var output: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  func run() async throws {
    var session = Session(common, paths: [FileTree.folder(of: file)], looksUpPaths: false)
    session.expectFreshOutputs([output], reading: [file], rules: common.rules)
    let rules = session.compiledRules(common.rules)
    let report = await run.report(session: session, rules: rules, paths: [file])
    Terminal.write(report.diagnostics, in: session.language)
    guard let document = report.documents.first else {
      throw ExitCode(ExitStatus.incomplete)
    }
    let comments = AnnotationTexts.comments(
      on: document, in: report, language: session.language)
    guard write(comments, in: session.language) else { throw ExitCode(ExitStatus.incomplete) }
    let count = comments.count
    Terminal.print(
      LocalizedText(
        "\(output): \(count) \(count == 1 ? "comment" : "comments")",
        "\(output) : \(count) \(count < 2 ? "commentaire" : "commentaires")")[session.language])
  }

  /// False, after saying why, when the file cannot be annotated or written.
  private func write(_ comments: [WordComment], in language: Language) -> Bool {
    let limits = run.reading.options.limits
    do {
      let source = try SourceFile.read(file, limitInBytes: limits.sizeInBytes)
      let annotated: [UInt8]
      do {
        annotated = try WordAnnotator(source, limits: limits).annotated(with: comments)
      } catch {
        Terminal.write([error.diagnostic(path: file, source: source)], in: language)
        return false
      }
      do {
        try SourceFile.write(annotated, to: output)
      } catch {
        Terminal.write([error.diagnostic(path: output)], in: language)
        return false
      }
    } catch {
      Terminal.write([error.diagnostic(path: file)], in: language)
      return false
    }
    return true
  }
}
