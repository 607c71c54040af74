package import SourceText
internal import Matching
internal import YAML

/// Reads rule sets and vocabularies, and collects everything that is wrong with them.
package struct RuleSetLoader {
  /// What the rules are loaded for.
  package enum Purpose: Sendable {
    /// To run: examples are passed over.
    case running
    /// To lint or test: everything is read.
    case authoring
  }

  package var purpose: Purpose

  package init(purpose: Purpose = .running) {
    self.purpose = purpose
  }

  /// Loads all `.yml` and `.yaml` files at the given paths; a folder is searched in depth.
  ///
  /// Nothing is thrown: what cannot be read or understood becomes a diagnostic, and the rest is loaded.
  package func load(paths: [String]) -> LoadedRules {
    var rules = LoadedRules()
    var seen: Set<String> = []
    for path in paths {
      for file in files(at: path, into: &rules) where seen.insert(file).inserted {
        loadFile(file, into: &rules)
      }
    }
    rules.ruleSets.sort { $0.id < $1.id }
    rules.vocabularies.sort { $0.path < $1.path }
    RuleSetValidator(purpose: purpose).validate(&rules)
    return rules
  }

  private func files(at path: String, into rules: inout LoadedRules) -> [String] {
    switch FileTree.kind(of: path) {
    case .file: return [path]
    case .folder:
      do {
        return try FileTree.files(below: path) { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
      } catch {
        rules.diagnostics.append(
          Diagnostic(id: "unreadable-folder", "the folder cannot be listed", path: path))
        return []
      }
    case .other, nil:
      rules.diagnostics.append(
        Diagnostic(
          id: "rules-not-found", "no rule set or folder of rule sets is there", path: path,
          help: "name a folder such as Rules, or a .yml file, with --rules"))
      return []
    }
  }

  private func loadFile(_ path: String, into rules: inout LoadedRules) {
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.read(path, limitInBytes: 16 << 20)
    } catch {
      rules.diagnostics.append(error.diagnostic(path: path))
      return
    }
    var limits = YAMLLimits.default
    if purpose == .running { limits.skippedKeys = ["examples"] }
    let (root, context) = YAMLContext.read(bytes, path: path, limits: limits)
    defer { rules.diagnostics += context.diagnostics }
    guard let node = root else { return }
    if node["lists"] != nil {
      if let vocabulary = VocabularyReader(context: context, purpose: purpose).read(node) {
        rules.vocabularies.append(
          Vocabulary(path: path, digest: SHA256Digest.hex(of: bytes), lists: vocabulary))
      }
    } else if let set = RuleSetReader(context: context, purpose: purpose)
      .read(node, digest: SHA256Digest.hex(of: bytes))
    {
      rules.ruleSets.append(set)
    }
  }
}

extension FileError {
  /// The error in the words of a diagnostic.
  package func diagnostic(path: String) -> Diagnostic {
    switch self {
    case .notFound:
      Diagnostic(
        id: "file-not-found", "there is no such file or folder", path: path,
        help: "check the spelling and the working directory")
    case .unreadable(let reason):
      Diagnostic(
        id: "unreadable-file", "the file cannot be read: \(reason)", path: path,
        help: "check its permissions")
    case .isDirectory:
      Diagnostic(id: "is-a-folder", "expected a file, found a folder", path: path)
    case .notRegular:
      Diagnostic(
        id: "not-a-file", "expected a file, found a device, pipe or socket", path: path)
    case .tooLarge(let size, let limit):
      Diagnostic(
        id: "file-too-large", "the file has \(size) bytes, over the limit of \(limit)", path: path,
        help: "raise the limit with --max-bytes if the file is meant to be this large")
    }
  }
}
