internal import RuleSets
package import SourceText
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Why a plugin is not started.
package enum TrustProblem: Error, Sendable, Equatable {
  /// A file is not there or cannot be read.
  case unreadable(path: String, FileError)
  /// A file is not what was trusted.
  case changed(path: String, pinned: String, found: String)
  /// Others than the user may change it.
  case writable(path: String)
  /// The system would not take a copy.
  case noFolder(LocalizedText)

  package func diagnostic(pin: PluginPin) -> Diagnostic {
    switch self {
    case .unreadable(let path, let error):
      var diagnostic = error.diagnostic(path: path)
      diagnostic.help = LocalizedText(
        "mend the plugin, or take it out with 'coherence plugin trust --remove \(pin.path)'",
        "réparez le plugiciel, ou retirez-le avec « coherence plugin trust --remove \(pin.path) »")
      return diagnostic
    case .changed(let path, let pinned, let found):
      return Diagnostic(
        id: "plugin-changed",
        LocalizedText(
          "the plugin is not what you trusted and was not started: SHA-256 \(found), "
            + "trusted \(pinned)",
          "le plugiciel n’est pas celui que vous avez approuvé et n’a pas démarré : SHA-256 "
            + "\(found), approuvé \(pinned)"),
        path: path,
        help: LocalizedText(
          "if the change is yours, run 'coherence plugin trust \(pin.path)' again",
          "si le changement est de vous, refaites « coherence plugin trust \(pin.path) »"))
    case .writable(let path):
      return Diagnostic(
        id: "plugin-writable",
        LocalizedText(
          "others than you may change this file, so the plugin was not started",
          "d’autres que vous peuvent modifier ce fichier; le plugiciel n’a donc pas démarré"),
        path: path,
        help: LocalizedText("run 'chmod go-w \(path)'", "faites « chmod go-w \(path) »"))
    case .noFolder(let reason):
      return Diagnostic(
        id: "plugin-no-folder",
        LocalizedText(
          "there is no folder for the plugin to run in: \(reason)",
          "il n’y a pas de dossier où exécuter le plugiciel : \(reason)"),
        path: pin.path)
    }
  }
}

/// A plugin whose files were compared with their pins, ready to be started any number of times.
///
/// The program is held open from the reading of its digest to the start, and scripts and further files are
/// run from a private copy of the very bytes that were compared: nobody can change them in between.
package final class PluginImage: Sendable {
  package let pin: PluginPin
  /// Names the plugin's content: all its files, arguments and the interpreter.
  package let digest: String
  let hostVersion: String
  private let program: Int32
  private let folder: String
  private let copies: [String]
  private let isDiscarded = Mutex(false)

  /// Largest script or further file.
  static let copyLimitInBytes = 64 << 20
  /// Largest program.
  static let programLimitInBytes = 1 << 30

  /// Opens and compares everything that the pin names.
  ///
  /// - Throws: `TrustProblem` for the first file that is not as pinned.
  package init(_ pin: PluginPin, hostVersion: String) throws(TrustProblem) {
    self.pin = pin
    self.hostVersion = hostVersion
    let executable = pin.interpreter ?? PluginPin.File(path: pin.path, sha256: pin.sha256)
    var small: [(String, [UInt8])] = []
    if pin.interpreter != nil {
      small.append((pin.path, try Self.bytes(of: .init(path: pin.path, sha256: pin.sha256))))
    }
    for file in pin.files { small.append((file.path, try Self.bytes(of: file))) }
    let descriptor = try Self.open(executable)
    var template = Array("\(Self.temporaryFolder)/coherence-plugin-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      let reason = FileError.system(errno).diagnostic(path: "").message
      close(descriptor)
      throw .noFolder(reason)
    }
    let place = String(cString: made)
    var copies: [String] = []
    do throws(FileError) {
      for (path, bytes) in small {
        let copy = FileTree.join(place, FileTree.name(of: path))
        try SourceFile.write(bytes, to: copy)
        _ = chmod(copy, 0o400)
        copies.append(copy)
      }
    } catch {
      Self.remove(place, copies)
      close(descriptor)
      throw .noFolder(error.diagnostic(path: "").message)
    }
    _ = chmod(place, 0o500)
    program = descriptor
    folder = place
    self.copies = copies
    let parts =
      [pin.sha256, pin.interpreter?.sha256 ?? "", "\(pin.processes)"]
      + pin.interpreterArguments + [""] + pin.arguments + [""] + pin.files.map(\.sha256)
    digest = SHA256Digest.hex(of: Array(parts.joined(separator: "\u{0}").utf8))
  }

  deinit {
    close(program)
    discard()
  }

  /// Removes the private copies; nothing can be started any more. A program that ends at once, without
  /// tidying up, calls this first.
  func discard() {
    let isFirst = isDiscarded.withLock { isDiscarded in
      defer { isDiscarded = true }
      return !isDiscarded
    }
    if isFirst { Self.remove(folder, copies) }
  }

  /// How to start it.
  func plan(limits: PluginLimits, wanted: Isolation) -> LaunchPlan {
    let executable = pin.interpreter?.path ?? pin.path
    var arguments = [executable]
    if pin.interpreter != nil {
      arguments += pin.interpreterArguments
      arguments.append(FileTree.join(folder, FileTree.name(of: pin.path)))
    }
    return LaunchPlan(
      program: program, arguments: arguments + pin.arguments,
      environment: Self.environment(folder: folder), folder: folder,
      readable: Self.systemFolders + [folder, executable] + Self.home(of: executable)
        + pin.readable,
      limits: limits, wanted: wanted)
  }

  // MARK: Surroundings

  /// Fixed: a checker's answer depends on nothing in the user's surroundings.
  private static func environment(folder: String) -> [String] {
    [
      "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(folder)", "TMPDIR=\(folder)", "LANG=C.UTF-8",
      "LC_ALL=C.UTF-8", "TZ=UTC", "PYTHONDONTWRITEBYTECODE=1", "PYTHONNOUSERSITE=1",
      "PYTHONHASHSEED=0", "SWIFT_BACKTRACE=enable=no",
    ]
  }

  /// Programs and libraries of the system, devices without content of anybody's, and the number of
  /// processors, without which some runtimes end themselves.
  private static let systemFolders = [
    "/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32", "/etc/ld.so.cache", "/etc/localtime",
    "/dev/urandom", "/dev/random", "/dev/zero", "/sys/devices/system/cpu", "/proc/stat",
  ]

  /// The library of an interpreter that stands outside the system's folders: what lies beside its `bin`.
  private static func home(of executable: String) -> [String] {
    let bin = FileTree.folder(of: executable)
    guard FileTree.name(of: bin) == "bin" else { return [] }
    let prefix = FileTree.folder(of: bin)
    let own = getenv("HOME").map { String(cString: $0) } ?? "/"
    // The user's own folder, or one above it, is nobody's library.
    guard prefix != "/", prefix != own, !own.hasPrefix(prefix + "/") else { return [] }
    return [prefix]
  }

  static var temporaryFolder: String {
    guard let named = getenv("TMPDIR").map({ String(cString: $0) }), named.hasPrefix("/") else {
      return "/tmp"
    }
    return named
  }

  private static func remove(_ folder: String, _ copies: [String]) {
    _ = chmod(folder, 0o700)
    for copy in copies { FileTree.remove(copy) }
    rmdir(folder)
  }

  // MARK: Files

  private static func bytes(of file: PluginPin.File) throws(TrustProblem) -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try SourceFile.read(file.path, limitInBytes: copyLimitInBytes)
    } catch {
      throw .unreadable(path: file.path, error)
    }
    try compare(SHA256Digest.hex(of: bytes), file)
    return bytes
  }

  private static func open(_ file: PluginPin.File) throws(TrustProblem) -> Int32 {
    #if canImport(Glibc)
      let descriptor = Glibc.open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #else
      let descriptor = Musl.open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #endif
    guard descriptor >= 0 else { throw .unreadable(path: file.path, .system(errno)) }
    // Only the superuser can have changed it, and it has not been changed: no need to read it all again.
    if let seal = file.seal, seal == Self.seal(ofOpen: descriptor, sha256: file.sha256) {
      return descriptor
    }
    do throws(TrustProblem) {
      try compare(try digest(ofOpen: descriptor, file.path), file)
    } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  /// What tells a file of the system from every other state of it, with its digest, as one digest; `nil`
  /// for a file that does not belong to the superuser or that others may write.
  ///
  /// The time of the last change of a file's entry can be set by nobody but the system itself.
  static func seal(ofOpen descriptor: Int32, sha256: String) -> String? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == 0, status.st_mode & 0o022 == 0
    else { return nil }
    let parts = [
      sha256, "\(status.st_dev)", "\(status.st_ino)", "\(status.st_size)",
      "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)",
      "\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)",
    ]
    return SHA256Digest.hex(of: Array(parts.joined(separator: " ").utf8))
  }

  private static func compare(_ found: String, _ file: PluginPin.File) throws(TrustProblem) {
    guard found == file.sha256 else {
      throw .changed(path: file.path, pinned: file.sha256, found: found)
    }
  }

  /// The digest of an open file.
  ///
  /// - Throws: `TrustProblem` when it is no regular file, or others may change it.
  static func digest(ofOpen descriptor: Int32, _ path: String) throws(TrustProblem) -> String {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, .system(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, status.st_mode & S_IFMT == S_IFDIR ? .isDirectory : .notRegular)
    }
    guard status.st_mode & 0o002 == 0 else { throw .writable(path: path) }
    let size = Int(status.st_size)
    guard size <= programLimitInBytes else {
      throw .unreadable(
        path: path, .tooLarge(sizeInBytes: size, limitInBytes: programLimitInBytes))
    }
    guard size > 0 else { return SHA256Digest.hex(of: []) }
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0),
      memory != MAP_FAILED
    else { throw .unreadable(path: path, .system(errno)) }
    defer { munmap(memory, size) }
    return SHA256Digest.hex(
      of: UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: size))
  }
}
