internal import RuleSets
internal import SourceText

/// Compiled rules as files in the user's cache folder.
///
/// Each file ends with the SHA-256 of the rest, so a damaged file is the same as none. Files of other
/// builds of the program have other names.
package struct CacheFolder: ProgramCache {
  private let folder: String
  private let build: String

  /// - Parameters:
  ///   - folder: Where the files are; made when the first is written.
  ///   - build: What tells this build of the program from others.
  package init(folder: String, build: String) {
    self.folder = folder
    self.build = String(SHA256Digest.hex(of: Array(build.utf8)).prefix(16))
  }

  /// The folder that the user's surroundings name; `nil` when they name none.
  package static func standard(
    named: String?, cacheHome: String?, home: String?
  ) -> String? {
    if let named { return named.isEmpty ? nil : named }
    if let cacheHome, cacheHome.hasPrefix("/") { return FileTree.join(cacheHome, "coherence") }
    if let home, home.hasPrefix("/") { return FileTree.join(home, ".cache/coherence") }
    return nil
  }

  package func load(_ name: String) -> [UInt8]? {
    guard var bytes = try? SourceFile.read(path(name), limitInBytes: 64 << 20), bytes.count >= 64
    else { return nil }
    // The digest stands last, so that taking it off copies nothing.
    let count = bytes.count - 64
    let digest = bytes.withUnsafeBufferPointer {
      SHA256Digest.hex(of: UnsafeBufferPointer(rebasing: $0[..<count]))
    }
    guard digest.utf8.elementsEqual(bytes[count...]) else { return nil }
    bytes.removeLast(64)
    return bytes
  }

  package func store(_ bytes: [UInt8], as name: String) {
    guard FileTree.makeFolder(folder) else { return }
    let content = bytes + Array(SHA256Digest.hex(of: bytes).utf8)
    Self.replace(path(name), with: content)
  }

  /// Writes a file aside and moves it into place: a run that starts meanwhile sees all of it or nothing.
  static func replace(_ target: String, with content: [UInt8]) {
    let aside = "\(target).\(FileTree.processNumber)"
    guard (try? SourceFile.write(content, to: aside)) != nil else { return }
    if !FileTree.move(aside, to: target) { FileTree.remove(aside) }
  }

  private func path(_ name: String) -> String {
    FileTree.join(folder, "\(build)-\(name).rules")
  }
}
