internal import SourceText
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
  /// Where compiled programs are kept; only for running.
  package var cache: (any ProgramCache)?

  package init(purpose: Purpose = .running, cache: (any ProgramCache)? = nil) {
    self.purpose = purpose
    self.cache = purpose == .running ? cache : nil
  }

  /// Loads all `.yml` and `.yaml` files at the given paths; a folder is searched in depth.
  ///
  /// Nothing is thrown: what cannot be read or understood becomes a diagnostic, and the rest is loaded.
  /// With a cache that knows the very same files, patterns and vocabularies are passed over.
  package func load(paths: [String]) -> LoadedRules {
    var rules = LoadedRules()
    var seen: Set<String> = []
    var found: [String] = []
    for path in paths {
      for file in files(at: path, into: &rules) where seen.insert(file).inserted {
        found.append(file)
      }
    }
    let stamp = rules.diagnostics.isEmpty && cache != nil ? Self.stamp(of: found) : nil
    if let stamp, let key = cache?.load(stamp),
      let kept = kept(String(decoding: key.bytes, as: UTF8.self), paths)
    {
      return kept
    }
    var sources: [(path: String, bytes: [UInt8], digest: String)] = []
    for file in found {
      do {
        let bytes = try SourceFile.read(file, limitInBytes: 16 << 20)
        sources.append((file, bytes, SHA256Digest.hex(of: bytes)))
      } catch {
        rules.diagnostics.append(error.diagnostic(path: file))
      }
    }
    let key =
      "rules-"
      + SHA256Digest.hex(
        of: Array(sources.map { "\($0.path) \($0.digest)" }.joined(separator: "\n").utf8))
    if rules.diagnostics.isEmpty, let kept = kept(key, paths) {
      if let stamp { cache?.store(Array(key.utf8), as: stamp) }
      return kept
    }
    for source in sources { read(source, into: &rules) }
    rules.ruleSets.sort { $0.id < $1.id }
    rules.vocabularies.sort { $0.path < $1.path }
    rules.cache = cache
    RuleSetValidator(purpose: purpose).validate(&rules)
    if rules.ruleSets.isEmpty, !rules.hasErrors {
      rules.diagnostics.append(
        Diagnostic(
          id: "no-rule-set",
          LocalizedText("there is no rule set", "il n’y a aucun jeu de règles"), path: paths.first,
          help: LocalizedText(
            "name a folder with rule sets, such as Rules; a vocabulary alone checks nothing",
            "nommez un dossier de jeux de règles, comme Rules; un vocabulaire seul ne vérifie rien")
        ))
    }
    if let cache, rules.diagnostics.isEmpty {
      cache.store(KeptRules(rules).archived(), as: key)
      if let stamp { cache.store(Array(key.utf8), as: stamp) }
    }
    return rules
  }

  /// The rules that an earlier run kept under a key; `nil` when there are none.
  private func kept(_ key: String, _ paths: [String]) -> LoadedRules? {
    guard let kept = cache?.load(key).flatMap(KeptRules.init(archive:)) else { return nil }
    var rules = LoadedRules()
    rules.ruleSets = kept.ruleSets
    rules.cache = cache
    rules.knownDigest = kept.digest
    rules.targets = kept.targets
    let complete = RuleSetLoader(purpose: purpose)
    rules.complete = { complete.load(paths: paths) }
    return rules
  }

  /// Under which name it is kept what is in files that have not been touched since; `nil` when one was
  /// changed so lately that another change might leave the same time.
  private static func stamp(of files: [String]) -> String? {
    var text = ""
    for file in files {
      guard let stamp = FileTree.stamp(of: file), stamp.isSettled else { return nil }
      text += "\(file) \(stamp.text)\n"
    }
    return "files-" + SHA256Digest.hex(of: Array(text.utf8))
  }

  private func files(at path: String, into rules: inout LoadedRules) -> [String] {
    switch FileTree.kind(of: path) {
    case .file: return [path]
    case .folder:
      do {
        var unreadable: [String] = []
        var passedOver: [FileTree.PassedOver] = []
        let found = try FileTree.files(
          below: path, unreadable: { unreadable.append($0) },
          passedOver: { passedOver.append($0) },
          accept: { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") })
        rules.diagnostics += unreadable.sorted().map(Diagnostic.unreadableFolder)
        rules.diagnostics += passedOver.sorted { $0.path < $1.path }.map(Diagnostic.passedOver)
        return found
      } catch {
        rules.diagnostics.append(
          Diagnostic.unreadableFolder(path))
        return []
      }
    case .other, nil:
      rules.diagnostics.append(
        Diagnostic(
          id: "rules-not-found",
          LocalizedText(
            "no rule set or folder of rule sets is there",
            "il n’y a là ni jeu de règles ni dossier de jeux de règles"),
          path: path,
          help: LocalizedText(
            "name a folder such as Rules, or a .yml file, with --rules",
            "nommez avec --rules un dossier comme Rules, ou un fichier .yml")))
      return []
    }
  }

  private func read(
    _ source: (path: String, bytes: [UInt8], digest: String), into rules: inout LoadedRules
  ) {
    var limits = YAMLLimits.default
    if purpose == .running { limits.skippedKeys = ["examples"] }
    let (root, context) = YAMLContext.read(source.bytes, path: source.path, limits: limits)
    defer { rules.diagnostics += context.diagnostics }
    guard let node = root else { return }
    if node["lists"] != nil {
      if let vocabulary = VocabularyReader(context: context, purpose: purpose).read(node) {
        rules.vocabularies.append(
          Vocabulary(path: source.path, digest: source.digest, lists: vocabulary))
      }
    } else if let set = RuleSetReader(context: context, purpose: purpose).read(
      node, digest: source.digest)
    {
      rules.ruleSets.append(set)
    }
  }
}
