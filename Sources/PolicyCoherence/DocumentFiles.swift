internal import Documents
internal import RuleSets
internal import SourceText

/// Turns the paths that a user names into the files to check.
struct DocumentFiles {
  let configuration: Configuration

  /// Files that stand in many folders and are no policies.
  private static let notPolicies: Set<String> = [
    "readme.md", "changelog.md", "contributing.md", "license.md", "license.txt",
    "code_of_conduct.md",
  ]

  /// The usual extension of each format, the last one after the conjunction.
  private static func extensions(_ conjunction: String) -> String {
    let names = BuiltinReaders.usualExtensions.map { "." + $0 }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  /// True for files that a run over a folder reads: documents and descriptions of them.
  static func isWanted(_ path: String) -> Bool {
    let name = FileTree.name(of: path)
    return name == ConfigurationLoader.fileName
      || BuiltinReaders.reader(forExtensionOf: name) != nil
        && !notPolicies.contains(name.lowercased())
  }

  /// Sorted by path, each file once, however its path is written. A file that is named is always taken; a folder gives the files
  /// that a reader knows by their extension, without those that are excluded.
  func resolve(_ paths: [String], problems: inout [Diagnostic]) -> [String] {
    var files: Set<String> = []
    for path in paths.map(FileTree.plain) {
      switch FileTree.kind(of: path) {
      case .file?: files.insert(path)
      case .folder?:
        var unreadable: [String] = []
        var passedOver: [FileTree.PassedOver] = []
        do {
          let found = try FileTree.files(
            below: path, unreadable: { unreadable.append($0) },
            passedOver: { passedOver.append($0) },
            accept: {
              BuiltinReaders.reader(forExtensionOf: $0) != nil
                && !Self.notPolicies.contains($0.lowercased())
            })
          passedOver.removeAll { configuration.excludes(FileTree.plain($0.path)) }
          let taken = found.map(FileTree.plain).filter { !configuration.excludes($0) }
          files.formUnion(taken)
          if taken.isEmpty, passedOver.isEmpty {
            problems.append(
              Diagnostic(
                id: "no-documents",
                found.isEmpty
                  ? LocalizedText(
                    "there is no document in the folder",
                    "il n’y a aucun document dans le dossier")
                  : LocalizedText(
                    "the configuration excludes all \(found.count) documents of the folder",
                    "la configuration exclut tous les documents du dossier (\(found.count))"),
                path: path,
                help: !found.isEmpty
                  ? LocalizedText(
                    "take a pattern out of 'exclude'", "enlevez un motif de « exclude »")
                  : LocalizedText(
                    "documents that can be read end with \(Self.extensions("or"))",
                    "le nom d’un document lisible finit par \(Self.extensions("ou"))")))
          }
        } catch {
          problems.append(error.diagnostic(path: path))
        }
        problems += unreadable.sorted().map(Diagnostic.unreadableFolder)
        problems += passedOver.sorted { $0.path < $1.path }.map(Diagnostic.passedOver)
      case .other?: problems.append(FileError.notRegular.diagnostic(path: path))
      case nil: problems.append(.nothing(at: path))
      }
    }
    return eachOnce(files).sorted()
  }

  /// The files, of those that are one and the same only the path that says most plainly where it is.
  private func eachOnce(_ files: Set<String>) -> [String] {
    var paths: [FilePlace: String] = [:]
    var others: [String] = []
    for path in files {
      guard let place = FilePlace(path) else {
        others.append(path)
        continue
      }
      guard let other = paths[place], rank(other) <= rank(path) else {
        paths[place] = path
        continue
      }
    }
    return others + paths.values
  }

  /// What the configuration describes goes first, then what lies below the working directory.
  private func rank(_ path: String) -> (Int, Int, String) {
    let isDescribed = configuration.documents[path] != nil
    let isBelow = !path.hasPrefix("/") && !path.hasPrefix("../")
    return (isDescribed ? 0 : isBelow ? 1 : 2, path.utf8.count, path)
  }
}
