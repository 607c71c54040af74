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
    var sources: [(path: String, bytes: [UInt8], digest: String)] = []
    var seen: Set<String> = []
    for path in paths {
      for file in files(at: path, into: &rules) where seen.insert(file).inserted {
        do {
          let bytes = try SourceFile.read(file, limitInBytes: 16 << 20)
          sources.append((file, bytes, SHA256Digest.hex(of: bytes)))
        } catch {
          rules.diagnostics.append(error.diagnostic(path: file))
        }
      }
    }
    let key = SHA256Digest.hex(
      of: Array(sources.map { "\($0.path) \($0.digest)" }.joined(separator: "\n").utf8))
    let index =
      rules.diagnostics.isEmpty
      ? cache?.load("index-\(key)").flatMap(RuleIndex.init(archive:)) : nil
    let outline =
      index == nil ? nil : cache?.load("outline-\(key)").flatMap(RuleSetOutline.init(archive:))
    for source in sources {
      if index?.vocabularyDigests.contains(source.digest) == true { continue }
      let bytes = outline?[source.digest] ?? source.bytes
      read(
        (source.path, bytes, source.digest), skippingPatterns: index != nil, into: &rules)
    }
    rules.ruleSets.sort { $0.id < $1.id }
    rules.vocabularies.sort { $0.path < $1.path }
    rules.cache = cache
    if let index {
      rules.knownDigest = index.digest
      rules.targets = index.targets
      let complete = RuleSetLoader(purpose: purpose)
      rules.complete = { complete.load(paths: paths) }
      return rules
    }
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
      cache.store(RuleIndex(rules).archived(), as: "index-\(key)")
      if let outline = makeOutline(of: rules, sources) {
        cache.store(outline.archived(), as: "outline-\(key)")
      }
    }
    return rules
  }

  /// What is left of the rule sets without their patterns; `nil` when it would not read the same.
  private func makeOutline(
    of rules: LoadedRules, _ sources: [(path: String, bytes: [UInt8], digest: String)]
  ) -> RuleSetOutline? {
    let digests = Set(rules.ruleSets.map(\.digest))
    var outline = RuleSetOutline()
    var again = LoadedRules()
    for source in sources where digests.contains(source.digest) {
      outline.add(source.bytes, digest: source.digest)
      guard let bytes = outline[source.digest] else { return nil }
      read((source.path, bytes, source.digest), skippingPatterns: true, into: &again)
    }
    again.ruleSets.sort { $0.id < $1.id }
    func words(_ rules: LoadedRules) -> [LocalizedText] {
      rules.ruleSets.flatMap { set in
        [set.title, LocalizedText(name: "\(set.id) \(set.version) \(set.sources)")]
          + set.groups.map(\.title)
          + set.requirements.flatMap { requirement in
            [
              requirement.title, requirement.asks, requirement.why, requirement.advice,
              LocalizedText(name: "\(requirement.id) \(requirement.line)"),
            ]
          }
      }
    }
    return again.diagnostics.isEmpty && words(again) == words(rules) ? outline : nil
  }

  private func files(at path: String, into rules: inout LoadedRules) -> [String] {
    switch FileTree.kind(of: path) {
    case .file: return [path]
    case .folder:
      do {
        return try FileTree.files(below: path) { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
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
    _ source: (path: String, bytes: [UInt8], digest: String), skippingPatterns: Bool,
    into rules: inout LoadedRules
  ) {
    var limits = YAMLLimits.default
    if purpose == .running { limits.skippedKeys = ["examples"] }
    if skippingPatterns { limits.skippedKeys.insert("evidence") }
    let (root, context) = YAMLContext.read(source.bytes, path: source.path, limits: limits)
    defer { rules.diagnostics += context.diagnostics }
    guard let node = root else { return }
    if node["lists"] != nil {
      if let vocabulary = VocabularyReader(context: context, purpose: purpose).read(node) {
        rules.vocabularies.append(
          Vocabulary(path: source.path, digest: source.digest, lists: vocabulary))
      }
    } else if let set = RuleSetReader(
      context: context, purpose: purpose, skipsPatterns: skippingPatterns
    ).read(node, digest: source.digest) {
      rules.ruleSets.append(set)
    }
  }
}
