internal import Glibc
package import SourceText

/// The work tree that the tests were built from.
package enum Repository {
  /// Path of the folder that holds `Package.swift`, without a slash at its end.
  package static let root: String = {
    var path = #filePath
    for _ in 0..<3 { path = FileTree.folder(of: path) }
    return path
  }()

  /// The full path of a file or folder, given from the root.
  package static func path(_ relative: String) -> String { root + "/" + relative }

  /// The text of a file, given from the root.
  ///
  /// - Throws: `FileError` when there is no such file.
  package static func text(_ relative: String) throws(FileError) -> String {
    String(decoding: try SourceFile.read(path(relative)), as: UTF8.self)
  }

  /// Files below a folder that is given from the root, as paths from the root, sorted.
  ///
  /// - Throws: `FileError` when the folder cannot be listed.
  package static func files(
    below folder: String, where accept: (_ name: String) -> Bool = { _ in true }
  ) throws(FileError) -> [String] {
    try FileTree.files(below: path(folder), accept: accept).map {
      String($0.dropFirst(root.count + 1))
    }
  }

  /// Files that version control knows, as paths from the root, sorted; empty outside a checkout.
  package static func trackedFiles() throws -> [String] {
    let run = try Shell.run("git ls-files -z", in: root)
    guard run.exitStatus == 0 else { return [] }
    return run.output.split(separator: "\0").map(String.init).sorted()
  }
}
