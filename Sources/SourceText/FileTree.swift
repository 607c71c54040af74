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

  /// What a search of a folder had to leave out although its name was wanted.
  package struct PassedOver: Sendable, Hashable {
    package enum Reason: Sendable {
      /// The name is not UTF-8.
      case name
      /// A link that leads nowhere or to itself.
      case brokenLink
      /// A device, pipe or socket.
      case notRegular
      /// A folder below `depthLimit` others.
      case tooDeep
      /// There are more entries than `entryLimit`.
      case tooMany
    }

    package var path: String
    package var reason: Reason

    package init(path: String, reason: Reason) {
      self.path = path
      self.reason = reason
    }
  }

  /// True when there is anything at a path, a link that leads nowhere included.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

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
  /// Hidden entries and symbolic links are passed over: a link could lead out of the folder. What would have
  /// been taken and cannot be goes to `passedOver`, in no order.
  ///
  /// - Throws: `FileError` when `root` itself cannot be listed; folders below it that cannot be listed
  ///   are reported to `unreadable`.
  package static func files(
    below root: String, unreadable: (String) -> Void = { _ in },
    passedOver: (PassedOver) -> Void = { _ in }, accept: (_ name: String) -> Bool
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
        guard seen <= entryLimit else {
          if seen == entryLimit + 1 { passedOver(PassedOver(path: root, reason: .tooMany)) }
          break
        }
        let (name, isText, status) = Self.entry(entry, in: dirfd(stream))
        guard !name.hasPrefix("."), let status else { continue }
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
          if !isText {
            passedOver(PassedOver(path: path, reason: .name))
          } else if depth < depthLimit {
            pending.append((path, depth + 1))
          } else {
            passedOver(PassedOver(path: path, reason: .tooDeep))
          }
        case _ where !accept(name): break
        case S_IFREG:
          guard isText else {
            passedOver(PassedOver(path: path, reason: .name))
            continue
          }
          found.append(path)
        case S_IFLNK:
          switch Self.kind(of: path) {
          case nil: passedOver(PassedOver(path: path, reason: .brokenLink))
          case .other: passedOver(PassedOver(path: path, reason: .notRegular))
          case .file, .folder: break
          }
        default: passedOver(PassedOver(path: path, reason: .notRegular))
        }
      }
    }
    return found.sorted()
  }

  /// An entry's name, in which bytes that are no UTF-8 stand as `\xE9` does, whether it has none of these, and
  /// what the entry is, links not followed.
  private static func entry(
    _ entry: UnsafeMutablePointer<dirent>, in folder: Int32
  ) -> (name: String, isText: Bool, status: stat?) {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
        var status = stat()
        let isThere = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
        let text = String(validatingCString: name)
        return (text ?? Self.escaped(name), text != nil, isThere ? status : nil)
      }
    }
  }

  /// A name with `\xE9` in place of each byte that is no UTF-8.
  private static func escaped(_ name: UnsafePointer<CChar>) -> String {
    let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
    var text = ""
    var index = 0
    while index < bytes.count {
      let ends = (index + 1)...min(index + 4, bytes.count)
      if let end = ends.first(where: {
        String(validating: bytes[index..<$0], as: UTF8.self) != nil
      }) {
        text += String(decoding: bytes[index..<end], as: UTF8.self)
        index = end
      } else {
        let digits = String(bytes[index], radix: 16, uppercase: true)
        text += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
        index += 1
      }
    }
    return text
  }

  /// `name` as seen from `folder`; an absolute name stays as it is.
  package static func join(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") || folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// A path without parts that say nothing: `.`, doubled slashes and one at the end.
  package static func plain(_ path: String) -> String {
    guard !path.isEmpty else { return path }
    let joined = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : (joined.isEmpty ? "." : joined)
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
