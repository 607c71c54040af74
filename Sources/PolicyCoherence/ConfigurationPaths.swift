internal import Documents
internal import SourceText
internal import YAML

/// Complains of paths in a configuration that nothing on the disk answers to: a misspelled path would leave a
/// document with the wrong kind or in a run that should pass it over.
struct ConfigurationPaths {
  /// The configuration's own folder.
  let folder: String
  let context: YAMLContext
  /// False where nothing is looked up.
  let isActive: Bool

  /// Complains unless a file or folder is there.
  func expectFile(_ text: String, at node: YAMLNode?, _ keyPath: String) {
    guard isActive, let node, !FileTree.exists(FileTree.join(folder, text)) || text.isEmpty else {
      return
    }
    report(text, at: node, keyPath)
  }

  /// Complains unless the pattern is that of some file or folder below the configuration's folder.
  func expectMatch(_ text: String, at node: YAMLNode, _ keyPath: String) {
    guard isActive else { return }
    guard !text.isEmpty, text.contains("*") else {
      return expectFile(text, at: node, keyPath)
    }
    let pattern = PathPattern(FileTree.plain(FileTree.join(folder, text)))
    let fixed = FileTree.join(folder, String(text.prefix { $0 != "*" }))
    let start = fixed.hasSuffix("/") ? String(fixed.dropLast()) : FileTree.folder(of: fixed)
    if files(below: start.isEmpty ? folder : start).contains(where: pattern.matches) { return }
    report(text, at: node, keyPath)
  }

  /// Complains of an entry for what an earlier entry describes, which it replaces.
  func reportRepeated(_ text: String, at node: YAMLNode?, _ keyPath: String) {
    guard let node else { return }
    context.report(
      .warning, id: "repeated-path",
      LocalizedText(
        "\(keyPath): '\(text)' is described twice; the last description holds",
        "\(keyPath) : « \(text) » est décrit deux fois; la dernière description vaut"),
      at: node, help: LocalizedText("remove one of the two", "supprimez l’une des deux"))
  }

  /// Complains of a counterpart that is the document itself.
  func reportOwnCounterpart(_ text: String, at node: YAMLNode?, _ keyPath: String) {
    guard let node else { return }
    context.report(
      .warning, id: "own-counterpart",
      LocalizedText(
        "\(keyPath): '\(text)' is the document itself",
        "\(keyPath) : « \(text) » est le document lui-même"),
      at: node,
      help: LocalizedText(
        "name the version in the other language", "nommez la version dans l’autre langue"))
  }

  private func report(_ text: String, at node: YAMLNode, _ keyPath: String) {
    let start = folder == "." ? "" : folder + "/"
    let known = files(below: folder)
      .filter { BuiltinReaders.reader(forExtensionOf: $0) != nil }
      .map { $0.hasPrefix(start) ? String($0.dropFirst(start.utf8.count)) : $0 }
    let nearest = NearestName.suggestion(for: FileTree.plain(text), among: known)
    context.report(
      .warning, id: "path-not-found",
      LocalizedText(
        "\(keyPath): no file or folder answers to '\(text)'",
        "\(keyPath) : aucun fichier ni dossier ne répond à « \(text) »"),
      at: node,
      help: nearest.map(NearestName.question)
        ?? LocalizedText(
          "paths count from the folder of this file", "les chemins partent du dossier de ce fichier"
        ))
  }

  private func files(below folder: String) -> [String] {
    let found = (try? FileTree.files(below: folder, accept: { _ in true })) ?? []
    return folder == "." ? found.map { FileTree.plain($0) } : found
  }
}
