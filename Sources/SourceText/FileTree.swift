#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Lists files below a folder, in a stable order and within bounds.
package enum FileTree {
  /// Deepest folder that is entered.
  package static let depthLimit = 32
  /// Most entries that are looked at.
  package static let entryLimit = 1_000_000

  package enum Kind: Sendable { case file, folder, other }

  /// What stands at a path; `nil` when nothing does. Links are followed for the path itself.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Paths of regular files below `root` whose name passes `accept`, sorted by path.
  ///
  /// Hidden entries and symbolic links are passed over: a link could lead out of the folder.
  ///
  /// - Throws: `FileError` when `root` itself cannot be listed; folders below it that cannot be listed
  ///   are reported to `unreadable`.
  package static func files(
    below root: String, unreadable: (String) -> Void = { _ in },
    accept: (_ name: String) -> Bool
  ) throws(FileError) -> [String] {
    guard let kind = kind(of: root) else { throw .notFound }
    guard kind == .folder else { throw .notRegular }
    var found: [String] = []
    var pending = [(path: root, depth: 0)]
    var seen = 0
    while let (folder, depth) = pending.popLast() {
      guard let stream = opendir(folder) else {
        if depth == 0 { throw .system(errno) }
        unreadable(folder)
        continue
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        seen += 1
        guard seen <= entryLimit else { break }
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasPrefix(".") { continue }
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: if depth < depthLimit { pending.append((path, depth + 1)) }
        case S_IFREG: if accept(name) { found.append(path) }
        default: break
        }
      }
    }
    return found.sorted()
  }

  /// `name` as seen from `folder`; an absolute name stays as it is.
  package static func join(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") || folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// A path without `.` and `..` as far as the path itself tells; links are not looked at.
  package static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : (joined.isEmpty ? "." : joined)
  }

  /// The folder part of a path; "." when there is none.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Makes a folder and those above it, readable for the user alone.
  ///
  /// - Returns: True when it is there in the end.
  package static func makeFolder(_ path: String) -> Bool {
    if kind(of: path) == .folder { return true }
    let parent = folder(of: path)
    guard parent == path || parent == "." || makeFolder(parent) else { return false }
    return mkdir(path, 0o700) == 0 || kind(of: path) == .folder
  }

  /// Moves a file in place of another.
  package static func move(_ path: String, to target: String) -> Bool { rename(path, target) == 0 }

  /// Sets who may do what with a file; true when it was done.
  package static func setMode(_ mode: UInt32, of path: String) -> Bool { chmod(path, mode) == 0 }

  /// Lets a file be run as a program by whoever may read it.
  package static func makeExecutable(_ path: String) { _ = chmod(path, 0o755) }

  /// Removes a file; nothing happens when there is none.
  package static func remove(_ path: String) { _ = unlink(path) }

  /// The number of the running process.
  package static var processNumber: Int { Int(getpid()) }

  /// What tells a file from every other version of it: its size, place and time of change.
  package static func identity(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return "\(status.st_size) \(status.st_ino) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }

  /// The stamp of a regular file; `nil` when there is none.
  package static func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileStamp(status)
  }

  /// When a file was changed last, in seconds since 1970; `nil` when there is none.
  package static func modificationTime(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      return status.st_mtimespec.tv_sec
    #else
      return status.st_mtim.tv_sec
    #endif
  }

  /// The size of a file; `nil` when there is none.
  package static func sizeInBytes(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// The working directory; "." when it cannot be told.
  package static var workingDirectory: String {
    guard let pointer = getcwd(nil, 0) else { return "." }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
