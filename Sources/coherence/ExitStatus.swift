/// What the program says to the shell.
enum ExitStatus {
  /// Nothing at or above the level that fails.
  static let coherent: Int32 = 0
  /// Findings at or above the level that fails.
  static let findings: Int32 = 1
  /// Part of the job could not be done.
  static let incomplete: Int32 = 2

  /// Ends the program at once: everything has been written, and taking a large report apart would only
  /// cost time.
  ///
  /// A report that did not reach its reader is a job that was not done, whatever it said.
  static func leave(with status: Int32) -> Never {
    if let problem = Terminal.outputProblem {
      Terminal.write([problem], in: Help.language)
      Terminal.exit(incomplete)
    }
    Terminal.exit(status)
  }
}
