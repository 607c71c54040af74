internal import RuleSets
package import SourceText

/// Compiled rules as files in the user's cache folder.
///
/// Each file ends with a checksum of the rest and its name, so a damaged file is the same as none; so is one
/// that somebody else may have written. Files of other builds of the program have other names.
///
/// A large file is looked through once; beside it stands then by which stamp it was found whole, and as long as it
/// has that, only those of its pages are read that are needed.
package struct CacheFolder: ProgramCache {
  private let folder: String
  private let build: String
  private let lastingAfter: Int
  private let largeInBytes: Int

  /// - Parameters:
  ///   - folder: Where the files are; made when the first is written.
  ///   - build: What tells this build of the program from others.
  ///   - lastingAfter: Seconds after which a file counts as written to the disk, so that no loss of power takes
  ///     its content back.
  ///   - largeInBytes: From which size on a file is looked through only once.
  package init(
    folder: String, build: String, lastingAfter: Int = 120, largeInBytes: Int = 1 << 20
  ) {
    self.folder = folder
    self.lastingAfter = lastingAfter
    self.largeInBytes = largeInBytes
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

  package func load(_ name: String) -> FixedBytes? {
    FixedBytes(
      mapping: path(name), limitInBytes: 256 << 20, trailing: MemoryLayout<UInt64>.size,
      isKnown: { stamp in isKnown(name, stamp) }
    ) { bytes, trailing, stamp in
      guard trailing.loadUnaligned(as: UInt64.self) == Self.checksum(of: bytes, name) else {
        return false
      }
      if bytes.count >= largeInBytes, stamp.isOlder(thanSeconds: lastingAfter) {
        store(Array(stamp.text.utf8), as: name + Self.whole)
      }
      return true
    }
  }

  /// What the name of the file ends with that holds the stamp of one that was found whole.
  private static let whole = "-whole"

  private func isKnown(_ name: String, _ stamp: FileStamp) -> Bool {
    guard stamp.sizeInBytes >= largeInBytes, let known = load(name + Self.whole) else {
      return false
    }
    return withExtendedLifetime(known) { known.bytes.elementsEqual(stamp.text.utf8) }
  }

  package func store(_ bytes: [UInt8], as name: String) {
    guard FileTree.makeFolder(folder) else { return }
    let checksum = bytes.withUnsafeBytes { Self.checksum(of: $0, name) }
    // It stands last, so that what is kept begins on a page.
    Self.replace(path(name), with: bytes + withUnsafeBytes(of: checksum) { Array($0) })
  }

  private static func checksum(of bytes: UnsafeRawBufferPointer, _ name: String) -> UInt64 {
    Checksum.of(bytes, seed: Checksum.of(Array(name.utf8)))
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
