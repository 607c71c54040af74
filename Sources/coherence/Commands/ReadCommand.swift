import ArgumentParser
import Documents
import PolicyCoherence
import Reporters
import RuleSets
import SourceText

/// What was read of a file.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: Help.text(
      "Show what was read of a document: outline, blocks and places.",
      "Montre ce qui a été lu d’un document : plan, blocs et emplacements."),
    discussion: Help.text(
      """
      What is not shown here is not judged. A place is a line, a paragraph (¶) or a page (p.).

      EXAMPLES
        coherence read plan.docx
        coherence read plan.docx --tracked rejected      the text before the tracked changes
        coherence read report.pdf --format json
      """,
      """
      Ce qui n’est pas montré ici n’est pas jugé. L’emplacement est une ligne, un paragraphe (¶) \
      ou une page (p.).

      EXEMPLES
        coherence read plan.docx
        coherence read plan.docx --tracked rejected      le texte avant les modifications suivies
        coherence read rapport.pdf --format json
      """))

  @Argument(
    help: Help.option("Files to read.", "Fichiers à lire.", value: ValueName.file),
    completion: .file())
  var files: [String]

  @OptionGroup var common: CommonOptions
  @OptionGroup var reading: ReadingCommandOptions

  @Option(
    name: .long,
    help: Help.option(
      "Form of the listing: text, json or plain (the words alone).",
      "Forme de la liste : text, json ou plain (les mots seuls).", value: ValueName.name),
    completion: .list(DocumentListing.Format.allCases.map(\.rawValue)))
  var format = "text"

  @Flag(
    name: .long,
    help: Help.option(
      "Show long blocks as a whole.", "Montre les longs blocs en entier."))
  var full = false

  func validate() throws {
    if DocumentListing.Format(rawValue: format) == nil {
      throw ValidationError(
        RunOptions.unknown(
          format, LocalizedText("unknown format", "format inconnu"),
          among: DocumentListing.Format.allCases.map(\.rawValue)))
    }
  }

  func run() throws {
    let session = Session(common)
    session.printDiagnostics()
    var status = ExitStatus.coherent
    for file in files where !show(file, session) { status = ExitStatus.incomplete }
    ExitStatus.leave(with: status)
  }

  /// False when the file cannot be read.
  private func show(_ path: String, _ session: Session) -> Bool {
    let options = reading.options
    let document: Document
    do {
      let source = try SourceFile.read(path, limitInBytes: options.limits.sizeInBytes)
      do {
        document = try BuiltinReaders.read(path: path, source: source, options: options)
      } catch {
        Terminal.write([error.diagnostic(path: path, source: source)], in: session.language)
        return false
      }
    } catch {
      Terminal.write([error.diagnostic(path: path)], in: session.language)
      return false
    }
    Terminal.write(document.diagnostics, in: session.language)
    let listing = DocumentListing(
      document,
      options: ReportOptions(
        language: session.language, color: Terminal.wantsColor, width: Terminal.width,
        detail: full ? .full : .standard))
    listing.write(
      DocumentListing.Format(rawValue: format) ?? .text, to: ReportOutput { Terminal.write($0) })
    return true
  }
}

/// Options of every command that reads documents.
struct ReadingCommandOptions: ParsableArguments {
  @Option(
    name: .long,
    help: Help.option(
      "Largest file that is read, in bytes.", "Taille du plus gros fichier lu, en octets.",
      value: ValueName.count))
  var maxBytes = SourceFile.defaultLimitInBytes

  @Option(
    name: .long,
    help: Help.option(
      "Side of tracked changes that is read: accepted or rejected.",
      "Côté des modifications suivies qui est lu : accepted (acceptées) ou rejected (refusées).",
      value: ValueName.name),
    completion: .list(TrackedChanges.allCases.map(\.rawValue)))
  var tracked = TrackedChanges.accepted.rawValue

  func validate() throws {
    if maxBytes < 1 {
      throw ValidationError(
        Help.text("--max-bytes must be 1 or more", "--max-bytes doit être d’au moins 1"))
    }
    if TrackedChanges(rawValue: tracked) == nil {
      throw ValidationError(
        RunOptions.unknown(
          tracked, LocalizedText("unknown side", "côté inconnu"),
          among: TrackedChanges.allCases.map(\.rawValue)))
    }
  }

  var options: ReadingOptions {
    ReadingOptions(
      limits: ReadingLimits(sizeInBytes: maxBytes),
      changes: TrackedChanges(rawValue: tracked) ?? .accepted)
  }
}

extension ReadingCommandOptions {
  /// Takes them out of plain arguments.
  static func plain(_ arguments: inout PlainArguments) -> Self {
    var options = Self()
    options.maxBytes = arguments.value("--max-bytes") { Int($0) } ?? SourceFile.defaultLimitInBytes
    options.tracked = arguments.value("--tracked") ?? TrackedChanges.accepted.rawValue
    return options
  }
}
