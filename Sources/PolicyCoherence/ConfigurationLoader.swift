internal import Checking
internal import RuleSets
package import SourceText
internal import YAML

/// Reads `coherence.yml`.
package enum ConfigurationLoader {
  package static let fileName = "coherence.yml"

  static let keys = [
    "format", "language", "rules", "fail-on", "levels", "floors", "overrides", "waivers",
    "document-waivers", "baseline", "documents", "expected", "exclude",
  ]
  static let overrideKeys = ["paths", "kinds", "levels", "floors"]
  /// Known only to be refused with a word on where plugins are trusted.
  static let refusedKeys = ["plugins"]
  static let documentKeys = [
    "path", "kind", "department", "language", "period", "counterpart", "previous", "edition",
  ]
  static let expectedKeys = ["title", "kind", "department", "language", "period"]

  /// The nearest `coherence.yml` in `folder` or a folder above it, also when it is no file that can be read.
  package static func find(from folder: String) -> String? {
    var current = folder
    for _ in 0..<64 {
      let candidate = FileTree.join(current, fileName)
      if FileTree.exists(candidate) { return candidate }
      let parent = FileTree.folder(of: current)
      if parent == current || current == "." { return nil }
      current = parent
    }
    return nil
  }

  /// Reads a configuration; what is wrong with it becomes diagnostics, and the rest is kept.
  ///
  /// Paths in the file are taken from the file's own folder; those that nothing answers to are complained of
  /// where `looksUpPaths` is true.
  package static func load(
    _ path: String, looksUpPaths: Bool = false
  ) -> (configuration: Configuration, [Diagnostic]) {
    var configuration = Configuration()
    configuration.path = path
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.read(path, limitInBytes: 4 << 20)
    } catch .notFound {
      return (configuration, [.nothing(at: path)])
    } catch {
      return (configuration, [error.diagnostic(path: path)])
    }
    let (root, context) = YAMLContext.read(bytes, path: path)
    guard let root,
      let map = YAMLMapping(root, keyPath: "", context: context, knownKeys: keys + refusedKeys)
    else { return (configuration, context.diagnostics) }
    let folder = FileTree.folder(of: path)
    requireFormat(map, context)
    if let key = map.keyNode("plugins") {
      context.report(
        id: "plugins-not-here",
        LocalizedText(
          "plugins are never started because of a file that stands with documents",
          "un fichier placé avec des documents ne fait jamais démarrer de plugiciel"),
        at: key,
        help: LocalizedText(
          "trust a plugin yourself with 'coherence plugin trust PATH', and remove this key",
          "approuvez vous-même le plugiciel avec « coherence plugin trust CHEMIN », et retirez "
            + "cette clé"))
    }
    configuration.language = map.choice("language", of: Language.self)
    configuration.rules = (map.strings("rules") ?? []).map { FileTree.join(folder, $0.text) }
    if let value = map.value("fail-on"), let level = level(value, orNone: "never") {
      configuration.failOn = level
    }
    let lines = LineIndex(bytes)
    configuration.levels = levels(map, &configuration.settingLines, lines)
    configuration.floors = floors(map, &configuration.settingLines, lines)
    let paths = ConfigurationPaths(folder: folder, context: context, isActive: looksUpPaths)
    for entry in map.mappings("overrides", knownKeys: overrideKeys) {
      configuration.overrides.append(
        Configuration.Override(
          paths: patterns(entry, "paths", folder, paths),
          kinds: kinds(entry), levels: levels(entry, &configuration.settingLines, lines),
          floors: floors(entry, &configuration.settingLines, lines)))
    }
    configuration.waivers = WaiverReader(
      path: path, folder: folder, language: configuration.language ?? .english, bytes: bytes
    ).waivers(map)
    configuration.readsDocumentWaivers = map.bool("document-waivers") ?? true
    configuration.baseline = map.string("baseline").map { FileTree.join(folder, $0) }
    // An empty pattern would be that of the whole folder.
    configuration.exclude = patterns(map, "exclude", folder, paths).filter {
      $0 != FileTree.plain(folder)
    }
    for entry in map.mappings("documents", knownKeys: documentKeys) {
      guard let name = entry.string("path", required: true) else { continue }
      let path = FileTree.plain(FileTree.join(folder, name))
      paths.expectFile(name, at: entry.node("path"), entry.path(to: "path"))
      let description = document(entry, folder: folder)
      if configuration.documents.updateValue(description, forKey: path) != nil {
        paths.reportRepeated(name, at: entry.node("path"), entry.path(to: "path"))
      }
      for (key, other) in [
        ("counterpart", description.counterpart), ("previous", description.previous),
      ] where other != nil {
        let text = entry.node(key)?.text ?? ""
        if key == "counterpart", other == path {
          paths.reportOwnCounterpart(text, at: entry.node(key), entry.path(to: key))
        } else {
          paths.expectFile(text, at: entry.node(key), entry.path(to: key))
        }
      }
    }
    for entry in map.mappings("expected", knownKeys: expectedKeys) {
      guard let title = entry.string("title", required: true) else { continue }
      configuration.expected.append(
        ExpectedDocument(
          title: title,
          kind: entry.node("kind") == nil ? nil : entry.choice("kind", of: DocumentKind.self),
          department: entry.string("department"),
          language: entry.node("language") == nil
            ? nil : entry.choice("language", of: Language.self),
          period: entry.string("period")))
    }
    return (configuration, context.diagnostics)
  }

  /// Patterns of paths from the working directory.
  private static func patterns(
    _ map: YAMLMapping, _ key: String, _ folder: String, _ paths: ConfigurationPaths
  ) -> [String] {
    (map.strings(key) ?? []).map { text, node in
      paths.expectMatch(text, at: node, map.path(to: key))
      return FileTree.plain(FileTree.join(folder, text))
    }
  }

  /// Complains unless the file says that it has the format that this version reads.
  static func requireFormat(_ map: YAMLMapping, _ context: YAMLContext) {
    if let node = map.node("format"), !node.hasText("1") {
      context.report(
        .error, id: "unknown-format",
        LocalizedText("format: expected 1", "format : il faut 1"), at: node,
        help: LocalizedText(
          "this version reads format 1 only", "cette version ne lit que le format 1"))
    } else if map.node("format") == nil {
      map.reportMissing("format")
    }
  }

  /// Levels by what they are for; `nil` as a value turns it off.
  private static func levels(
    _ map: YAMLMapping, _ settings: inout [String: Int], _ lines: LineIndex
  ) -> [String: Level?] {
    var levels: [String: Level?] = [:]
    for (key, keyNode, value) in map.mapping("levels", knownKeys: nil)?.entries ?? [] {
      guard let level = level(value, orNone: "off") else { continue }
      levels[key] = .some(level)
      settings[key] = settings[key] ?? lines.line(at: keyNode.span.start)
    }
    return levels
  }

  /// Rungs by the requirements, rule sets or beginnings that they are for.
  private static func floors(
    _ map: YAMLMapping, _ settings: inout [String: Int], _ lines: LineIndex
  ) -> [String: Rung] {
    var floors: [String: Rung] = [:]
    for (key, keyNode, value) in map.mapping("floors", knownKeys: nil)?.entries ?? [] {
      guard let text = value.string() else { continue }
      guard let rung = Rung(name: text) else {
        value.unknownChoice(text, among: Rung.allCases.map(\.name))
        continue
      }
      floors[key] = rung
      settings[key] = settings[key] ?? lines.line(at: keyNode.span.start)
    }
    return floors
  }

  private static func kinds(_ map: YAMLMapping) -> [DocumentKind] {
    (map.strings("kinds") ?? []).compactMap { text, node in
      if let kind = DocumentKind(rawValue: text) { return kind }
      YAMLValue(node, keyPath: map.path(to: "kinds"), context: map.context)
        .unknownChoice(text, among: DocumentKind.allCases.map(\.rawValue))
      return nil
    }
  }

  /// A level, or the word for none, which is `.some(nil)`; complains of anything else.
  private static func level(_ value: YAMLValue, orNone none: String) -> Level?? {
    guard let text = value.string() else { return nil }
    if text == none { return .some(nil) }
    guard let level = Level(rawValue: text) else {
      value.unknownChoice(text, among: Level.allCases.map(\.rawValue) + [none])
      return nil
    }
    return level
  }

  private static func document(
    _ entry: YAMLMapping, folder: String
  ) -> Configuration.DocumentEntry {
    Configuration.DocumentEntry(
      kind: entry.node("kind") == nil ? nil : entry.choice("kind", of: DocumentKind.self),
      department: entry.string("department"),
      language: entry.node("language") == nil ? nil : entry.choice("language", of: Language.self),
      period: entry.string("period"),
      counterpart: entry.string("counterpart").map { FileTree.plain(FileTree.join(folder, $0)) },
      previous: entry.string("previous").map { FileTree.plain(FileTree.join(folder, $0)) },
      edition: entry.string("edition"))
  }
}
