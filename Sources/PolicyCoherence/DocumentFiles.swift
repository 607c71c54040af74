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

  /// Sorted by path, each file once. A file that is named is always taken; a folder gives the files
  /// that a reader knows by their extension, without those that are excluded.
  func resolve(_ paths: [String], problems: inout [Diagnostic]) -> [String] {
    var files: Set<String> = []
    for path in paths {
      switch FileTree.kind(of: path) {
      case .file?: files.insert(path)
      case .folder?:
        var unreadable: [String] = []
        do {
          let found = try FileTree.files(below: path, unreadable: { unreadable.append($0) }) {
            BuiltinReaders.reader(forExtensionOf: $0) != nil
              && !Self.notPolicies.contains($0.lowercased())
          }
          let taken = found.filter { !configuration.excludes($0) }
          files.formUnion(taken)
          if taken.isEmpty {
            problems.append(
              Diagnostic(
                id: "no-documents",
                LocalizedText(
                  "there is no document in the folder",
                  "il n’y a aucun document dans le dossier"),
                path: path,
                help: LocalizedText(
                  "documents that can be read end with \(Self.extensions("or"))",
                  "le nom d’un document lisible finit par \(Self.extensions("ou"))")))
          }
        } catch {
          problems.append(error.diagnostic(path: path))
        }
        problems += unreadable.sorted().map(Diagnostic.unreadableFolder)
      case .other?: problems.append(FileError.notRegular.diagnostic(path: path))
      case nil: problems.append(FileError.notFound.diagnostic(path: path))
      }
    }
    return files.sorted()
  }
}
