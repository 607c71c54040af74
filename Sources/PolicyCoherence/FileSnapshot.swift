internal import SourceText

/// What files and folders look like at one moment, to see when they change.
package struct FileSnapshot: Sendable, Equatable {
  private var identities: [String: String] = [:]

  /// Looks at files, and at all files below folders, but not at those to be ignored, such as reports that a
  /// run writes itself; contents are not read.
  package init(_ paths: [String], ignoring ignored: [String] = []) {
    let ignored = Set(ignored.map(FileTree.normalized))
    for path in paths {
      switch FileTree.kind(of: path) {
      case .folder?:
        for file in (try? FileTree.files(below: path, accept: { _ in true })) ?? [] {
          if ignored.contains(FileTree.normalized(file)) { continue }
          identities[file] = FileTree.identity(of: file)
        }
      default: identities[path] = FileTree.identity(of: path)
      }
    }
  }
}
