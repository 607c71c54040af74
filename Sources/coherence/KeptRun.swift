import Checking
import PolicyCoherence
import Reporters
import SourceText

/// A run that may have been made before with the very same documents, rules and settings: then what it
/// printed and wrote is given out again.
struct KeptRun {
  /// A report in one form, for standard output or a file.
  struct Output {
    var format: String
    /// `nil` for standard output.
    var path: String?
    var options: ReportOptions

    var name: KeptOutputs.Name {
      KeptOutputs.Name(format: format, options: "\(options)")
    }

    /// Writes the report, and keeps what is written where that is wanted.
    ///
    /// - Returns: False when a file could not be written; that has been said on standard error.
    func write(_ report: Report, recording kept: KeptOutputs?) -> Bool {
      guard let reporter = BuiltinReporters.reporter(named: format) else { return false }
      let recorder = kept.map { KeptOutputs.Recorder($0, name) }
      var isOpen = true
      let isWritten = writing { sink in
        isOpen = reporter.write(report, options: options) { piece in
          recorder?.add(piece)
          return sink(piece)
        }
      }
      // What nobody took to its end was not written to its end.
      if isOpen, isWritten { recorder?.finish() }
      return isWritten
    }

    /// Hands out where the bytes go.
    ///
    /// - Returns: False when a file could not be written; that has been said on standard error.
    func writing(_ body: (@escaping ReportOutput.Sink) -> Void) -> Bool {
      guard let path, path != "-" else {
        body { Terminal.write($0) }
        return true
      }
      do throws(FileError) {
        let file = try OutputFile(path)
        body { file.write($0) }
        try file.finish()
        return true
      } catch {
        Terminal.write([coherence.Output.unwritable(path, error)], in: options.language)
        return false
      }
    }
  }

  let identity: RunIdentity
  let outputs: KeptOutputs
  private let wanted: [Output]
  private let failOn: String
  private let language: Language

  /// `nil` for a run of which nothing can be kept.
  nonisolated(nonsending) init?(
    _ check: CoherenceCheck, paths: [String], diagnostics: [Diagnostic], outputs: [Output],
    failOn: String, language: Language
  ) async {
    guard let cache = check.cache, check.timings == nil,
      let identity = await check.identity(paths: paths, diagnostics: diagnostics)
    else { return nil }
    self.identity = identity
    self.outputs = KeptOutputs(cache, identity)
    wanted = outputs
    self.failOn = failOn
    self.language = language
  }

  /// Gives out all that was printed and written.
  ///
  /// - Returns: The exit status of then; `nil` when something is not kept, and the run has to be made.
  func replay(tellsDiagnostics: Bool) -> Int32? {
    guard let (status, diagnostics) = outputs.ending(of: wanted.map(\.name), failOn: failOn) else {
      return nil
    }
    var isWritten = true
    var isWhole = true
    for output in wanted {
      isWritten =
        output.writing { sink in
          isWhole = outputs.replay(output.name, to: sink).isWhole && isWhole
        } && isWritten
    }
    guard isWhole else {
      // Part of it is out already: to say so is all that is left.
      let words = LocalizedText(
        "what was kept of this run went while it was given out; run it again",
        "ce qui était gardé de cette exécution a disparu en cours d’affichage; relancez-la")
      Terminal.write([Diagnostic(id: "kept-output-gone", words)], in: language)
      return ExitStatus.incomplete
    }
    if tellsDiagnostics { Terminal.write(diagnostics, in: language) }
    return isWritten ? status : ExitStatus.incomplete
  }

  func store(status: Int32, _ diagnostics: [Diagnostic]) {
    outputs.store(status: status, diagnostics, failOn: failOn)
  }
}
