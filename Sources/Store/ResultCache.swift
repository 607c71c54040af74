internal import SourceText

/// What runs have worked out, as files in the user's cache folder.
///
/// An entry is named after everything that went into it (the bytes of the document, the rules, the options,
/// the checkers, this build of the program), so an entry that no longer holds is never found. Its content
/// is locked with a key made from the same: who does not have the document cannot read what was kept of
/// it, and bytes that were damaged or changed count as none.
package struct ResultCache: Sendable {
  /// Names an entry and opens it.
  package struct Key: Sendable, Hashable {
    fileprivate var name: String
    fileprivate var secret: [UInt8]
    /// All that went into it, as 64 hexadecimal digits that open nothing.
    package var digest: String { name }

    /// `parts` is everything that the entry's content depends on, besides what went into other entries.
    package init(_ parts: [String], over keys: [Key] = []) {
      // Each part with its length, so that no two lists run together into one text.
      var text: [UInt8] = []
      for part in parts {
        text += Array("\(part.utf8.count):".utf8)
        text += Array(part.utf8)
      }
      for key in keys { text += key.secret }
      secret = SHA256Digest.bytes(of: Array("content\u{1F}".utf8) + text)
      name = SHA256Digest.hex(of: Array("name\u{1F}".utf8) + text)
    }
  }

  /// Most entries that are kept; the oldest go first.
  package static let entryLimit = 40_000
  /// Largest entry in bytes.
  static let sizeLimitInBytes = 64 << 20

  private let root: String
  private let folder: String

  /// The cache in a folder; it is made when the first entry is written.
  package init(folder: String) { self.init(folder, part: "results") }

  private init(_ root: String, part: String) {
    self.root = root
    folder = FileTree.join(root, part)
  }

  /// Beside the results, what runs have printed: fewer entries, and larger ones.
  package var outputs: ResultCache { ResultCache(root, part: "outputs") }

  package func load(_ key: Key) -> [UInt8]? {
    guard let locked = try? SourceFile.read(path(key), limitInBytes: Self.sizeLimitInBytes) else {
      return nil
    }
    return ContentLock.unlock(locked, key: key.secret)
  }

  package func store(_ bytes: [UInt8], for key: Key) {
    guard bytes.count < Self.sizeLimitInBytes, FileTree.makeFolder(folder) else { return }
    CacheFolder.replace(path(key), with: ContentLock.lock(bytes, key: key.secret))
  }

  /// Removes the oldest entries when there are too many.
  package func tidy(limit: Int = entryLimit) {
    guard let files = try? FileTree.files(below: folder, accept: { _ in true }),
      files.count > limit
    else { return }
    let byAge = files.map { (FileTree.modificationTime(of: $0) ?? 0, $0) }.sorted { $0 < $1 }
    for (_, file) in byAge.prefix(files.count - limit * 3 / 4) { FileTree.remove(file) }
  }

  /// Removes the oldest entries when they are too large together.
  package func tidy(limitInBytes: Int) {
    guard let files = try? FileTree.files(below: folder, accept: { _ in true }) else { return }
    var entries: [(age: Int, path: String, size: Int)] = []
    var size = 0
    for file in files {
      let own = FileTree.sizeInBytes(of: file) ?? 0
      size += own
      entries.append((FileTree.modificationTime(of: file) ?? 0, file, own))
    }
    guard size > limitInBytes else { return }
    entries.sort { ($0.age, $0.path) < ($1.age, $1.path) }
    for entry in entries where size > limitInBytes / 4 * 3 {
      FileTree.remove(entry.path)
      size -= entry.size
    }
  }

  private func path(_ key: Key) -> String { FileTree.join(folder, key.name) }
}
