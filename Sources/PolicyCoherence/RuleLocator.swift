internal import SourceText

/// Finds the rule sets that a run uses.
package enum RuleLocator {
  /// Paths in the order of precedence: what the user names, else the configuration, else the nearest
  /// `Rules` folder from the working directory upwards, else the one that came with the program.
  ///
  /// `named` are the paths of the `--rules` option, `executable` is the path of the running program and
  /// `environment` the value of `COHERENCE_RULES`, if set.
  package static func paths(
    named: [String], configuration: Configuration, executable: String, environment: String?
  ) -> [String] {
    if !named.isEmpty { return named }
    if !configuration.rules.isEmpty { return configuration.rules }
    if let environment, !environment.isEmpty { return [environment] }
    if let near = upwards(from: ".") { return [near] }
    // A build folder is three or more levels below the checkout; an installed copy has share/.
    let bin = FileTree.folder(of: executable)
    for candidate in ["\(bin)/../share/coherence/Rules", "\(bin)/Rules"]
    where FileTree.kind(of: candidate) == .folder {
      return [candidate]
    }
    if let shipped = upwards(from: bin) { return [shipped] }
    return ["Rules"]
  }

  private static func upwards(from folder: String) -> String? {
    var current = folder == "." ? FileTree.workingDirectory : folder
    for depth in 0..<16 {
      let candidate = FileTree.join(current, "Rules")
      if FileTree.kind(of: candidate) == .folder {
        return depth == 0 && folder == "." ? "Rules" : candidate
      }
      let parent = FileTree.folder(of: current)
      if parent == current { return nil }
      current = parent
    }
    return nil
  }
}
