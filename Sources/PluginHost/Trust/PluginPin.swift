/// A plugin that the user trusts: what may be started, known by its content.
package struct PluginPin: Sendable, Hashable {
  /// A file that belongs to the plugin, such as a library or a list, by its content.
  package struct File: Sendable, Hashable {
    package var path: String
    package var sha256: String
    /// What the system said of the file when its digest was read; see `PluginImage.seal`.
    package var seal: String?

    package init(path: String, sha256: String, seal: String? = nil) {
      self.path = path
      self.sha256 = sha256
      self.seal = seal
    }
  }

  /// Full path of the program, or of the script that an interpreter runs.
  package var path: String
  package var sha256: String
  /// For a script: the program that runs it, with every link resolved.
  package var interpreter: File?
  /// What stands between the interpreter and the script on the command line.
  package var interpreterArguments: [String] = []
  /// Further files that it needs; they stand beside it when it runs.
  package var files: [File] = []
  package var arguments: [String] = []
  /// Values of its options, by name.
  package var options: [String: String] = [:]
  /// Further folders that it may read, such as the libraries of a program that brings none.
  package var readable: [String] = []
  /// Further processes that it may have.
  package var processes = 0
  package var memoryInMiB = PluginLimits().memoryInMiB
  /// Longest silence over one document.
  package var secondsPerDocument = 20
  /// Processes of it that work side by side.
  package var workers = PluginLimits().workers

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }

  /// The limits that the pin sets; the others are standard.
  package var limits: PluginLimits {
    var limits = PluginLimits()
    limits.processes = processes
    limits.memoryInMiB = memoryInMiB
    limits.silence = .seconds(secondsPerDocument)
    limits.request = max(limits.request, .seconds(secondsPerDocument))
    limits.workers = max(1, workers)
    return limits
  }
}
