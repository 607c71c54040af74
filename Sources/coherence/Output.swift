import Checking
import Reporters
import SourceText

/// Carries reports to standard output and to files.
enum Output {
  static func explanations(in language: Language) -> Explanations {
    Explanations(language: language, color: Terminal.wantsColor, width: Terminal.width)
  }

  static func options(
    language: Language, detail: ReportOptions.Detail = .standard
  ) -> ReportOptions {
    ReportOptions(
      language: language, color: Terminal.wantsColor, width: Terminal.width, detail: detail)
  }

  /// How a report goes to standard output.
  static func options(
    _ session: Session, detail: ReportOptions.Detail = .standard, failOn: Level? = .fix
  ) -> ReportOptions {
    var options = fileOptions(session, failOn: failOn)
    options.color = Terminal.wantsColor
    options.width = Terminal.width
    options.detail = detail
    return options
  }

  /// How a report goes into a file.
  static func fileOptions(_ session: Session, failOn: Level?) -> ReportOptions {
    ReportOptions(
      language: session.language, width: 100, root: session.root,
      workingDirectory: session.root == nil ? nil : FileTree.workingDirectory, failOn: failOn)
  }

  /// A text on one line, with nothing in it that a terminal could act on.
  static func harmless(_ text: String) -> String {
    SourceExcerpt.sanitized(text.replacing("\n", with: " ").replacing("\t", with: " "))
  }

  static func write(_ report: Report, with reporter: any Reporter, _ options: ReportOptions) {
    _ = reporter.write(report, options: options) { Terminal.write($0) }
  }

  /// Writes to the file at `path`, or to standard output when there is none; a file appears whole or not at
  /// all.
  ///
  /// - Returns: False when the file could not be written; that has been said on standard error.
  static func write(
    to path: String?, in language: Language, _ body: (ReportOutput) -> Void
  ) -> Bool {
    guard let path, path != "-" else {
      let output = ReportOutput { Terminal.write($0) }
      body(output)
      output.flush()
      return true
    }
    do throws(FileError) {
      let file = try OutputFile(path)
      let output = ReportOutput { file.write($0) }
      body(output)
      output.flush()
      try file.finish()
      return true
    } catch {
      Terminal.write([unwritable(path, error)], in: language)
      return false
    }
  }

  /// A report of which a part did not reach standard output.
  static func lost(_ error: FileError) -> Diagnostic {
    let reason = reason(error)
    return Diagnostic(
      id: "unwritten-output",
      LocalizedText(
        "standard output does not take the report: \(reason)",
        "la sortie standard ne prend pas le rapport : \(reason)"),
      help: LocalizedText(
        "make room where it goes, or name a file with --output",
        "faites de la place à destination, ou nommez un fichier avec --output"))
  }

  private static func reason(_ error: FileError) -> LocalizedText {
    switch error {
    case .unreadable(let words): words
    case .isDirectory: LocalizedText("it is a folder", "c’est un dossier")
    case .notFound, .notRegular, .tooLarge: LocalizedText("no such place", "lieu inconnu")
    }
  }

  static func unwritable(_ path: String, _ error: FileError) -> Diagnostic {
    let reason = reason(error)
    return Diagnostic(
      id: "unwritable-file",
      LocalizedText(
        "the file cannot be written: \(reason)", "le fichier ne peut pas être écrit : \(reason)"),
      path: path,
      help: LocalizedText(
        "check that the folder is there and that you may write in it",
        "vérifiez que le dossier existe et que vous pouvez y écrire"))
  }
}
