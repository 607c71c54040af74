internal import RuleSets
package import SourceText

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Looks at a file that the user wants to trust, and writes down what it is.
package enum PluginProbe {
  /// Why a file cannot be a plugin.
  package enum Failure: Error, Sendable, Equatable {
    case file(path: String, FileError)
    case trust(TrustProblem)
    /// It is neither a program nor does it say what runs it.
    case noProgram(path: String)
    /// The program that its first line names is not to be found.
    case noInterpreter(path: String, name: String)
    /// Two of its files have the same name.
    case sameName(String)

    package func diagnostic(pin: PluginPin) -> Diagnostic {
      switch self {
      case .file(let path, let error): return error.diagnostic(path: path)
      case .trust(let problem): return problem.diagnostic(pin: pin)
      case .noProgram(let path):
        return Diagnostic(
          id: "plugin-no-program",
          LocalizedText(
            "this is neither a program nor a script that says what runs it",
            "ce n’est ni un programme ni un script qui dit ce qui l’exécute"),
          path: path,
          help: LocalizedText(
            "begin a script with a line such as '#!/usr/bin/env python3'",
            "commencez un script par une ligne comme « #!/usr/bin/env python3 »"))
      case .noInterpreter(let path, let name):
        return Diagnostic(
          id: "plugin-no-interpreter",
          LocalizedText(
            "'\(name)', which should run the script, is not to be found as a program",
            "« \(name) », qui doit exécuter le script, est introuvable comme programme"),
          path: path,
          help: LocalizedText(
            "name the program with --interpreter", "nommez le programme avec --interpreter"))
      case .sameName(let name):
        return Diagnostic(
          id: "plugin-same-name",
          LocalizedText(
            "two files of the plugin have the name '\(name)'",
            "deux fichiers du plugiciel portent le nom « \(name) »"),
          path: name)
      }
    }
  }

  /// The pin of a program or script, its interpreter and the files that go with it.
  ///
  /// - Throws: `Failure` when it could never be started.
  package static func pin(
    _ path: String, interpreter: String? = nil, files: [String] = [], searchPath: String
  ) throws(Failure) -> PluginPin {
    let full = try resolved(path)
    var pin = PluginPin(path: full, sha256: try digest(full))
    let head = try head(of: full)
    if !head.starts(with: [0x7F, 0x45, 0x4C, 0x46]) || interpreter != nil {
      let line = String(decoding: head.prefix { $0 != 0x0A }, as: UTF8.self)
      guard line.hasPrefix("#!") || interpreter != nil else { throw .noProgram(path: full) }
      var words =
        line.hasPrefix("#!")
        ? line.dropFirst(2).split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
          .map(String.init) : []
      var name = words.isEmpty ? "" : words.removeFirst()
      if FileTree.name(of: name) == "env" {
        words.removeAll { $0 == "-S" }
        name = words.isEmpty ? "" : words.removeFirst()
      }
      if let interpreter {
        name = interpreter
        words = []
      }
      guard let found = program(name, searchPath) else {
        throw .noInterpreter(path: full, name: name)
      }
      let sha256 = try digest(found)
      pin.interpreter = PluginPin.File(
        path: found, sha256: sha256, seal: seal(found, sha256: sha256))
      pin.interpreterArguments = words
    }
    var names: Set<String> = [FileTree.name(of: full)]
    for file in files {
      let other = try resolved(file)
      guard names.insert(FileTree.name(of: other)).inserted else {
        throw .sameName(FileTree.name(of: other))
      }
      pin.files.append(PluginPin.File(path: other, sha256: try digest(other)))
    }
    return pin
  }

  /// The digest of a file.
  ///
  /// - Throws: `Failure` when it cannot be read, or others may change it.
  package static func digest(_ path: String) throws(Failure) -> String {
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #else
      let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #endif
    guard descriptor >= 0 else { throw .file(path: path, .system(errno)) }
    defer { close(descriptor) }
    do throws(TrustProblem) {
      return try PluginImage.digest(ofOpen: descriptor, path)
    } catch {
      if case .unreadable(let path, let reason) = error { throw .file(path: path, reason) }
      throw .trust(error)
    }
  }

  private static func seal(_ path: String, sha256: String) -> String? {
    guard let stream = fopen(path, "re") else { return nil }
    defer { fclose(stream) }
    return PluginImage.seal(ofOpen: fileno(stream), sha256: sha256)
  }

  /// A full path without links; the path itself when nothing stands there.
  package static func fullPath(_ path: String) -> String { (try? resolved(path)) ?? path }

  /// A full path without links.
  ///
  /// - Throws: `Failure` when nothing stands there.
  static func resolved(_ path: String) throws(Failure) -> String {
    guard let pointer = realpath(path, nil) else {
      throw .file(path: path, errno == ENOENT ? .notFound : .system(errno))
    }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func head(of path: String) throws(Failure) -> [UInt8] {
    guard let stream = fopen(path, "re") else { throw .file(path: path, .system(errno)) }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = fread(&bytes, 1, bytes.count, stream)
    return Array(bytes.prefix(count))
  }

  /// The first real program of that name: a script that only stands in for one is passed over.
  private static func program(_ name: String, _ searchPath: String) -> String? {
    guard !name.isEmpty else { return nil }
    let candidates =
      name.contains("/")
      ? [name] : searchPath.split(separator: ":").map { FileTree.join(String($0), name) }
    for candidate in candidates {
      guard let path = try? resolved(candidate), access(path, X_OK) == 0,
        let head = try? head(of: path), head.starts(with: [0x7F, 0x45, 0x4C, 0x46])
      else { continue }
      return path
    }
    return nil
  }
}
