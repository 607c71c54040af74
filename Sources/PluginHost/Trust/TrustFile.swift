internal import JSON
internal import RuleSets
package import SourceText
internal import YAML

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The user's own list of trusted plugins.
///
/// It stands in the user's configuration folder and nowhere else: a file that comes with documents never
/// starts anything.
package struct TrustFile: Sendable {
  package static let fileName = "plugins.yml"

  package var path: String
  package var pins: [PluginPin] = []

  package init(path: String) {
    self.path = path
  }

  /// Where the list is: below the user's configuration folder, as the XDG Base Directory Specification has
  /// it; `nil` when the surroundings name no such folder.
  package static func standardPath(configHome: String?, home: String?) -> String? {
    if let configHome, configHome.hasPrefix("/") {
      return FileTree.join(configHome, "coherence/\(fileName)")
    }
    guard let home, home.hasPrefix("/") else { return nil }
    return FileTree.join(home, ".config/coherence/\(fileName)")
  }

  // MARK: Reading

  private static let keys = ["format", "plugins"]
  private static let pinKeys = [
    "path", "sha256", "interpreter", "interpreter-sha256", "interpreter-seal",
    "interpreter-arguments", "files",
    "arguments", "options", "read", "processes", "memory-mib", "seconds-per-document", "workers",
  ]

  /// Reads the list; what is wrong becomes diagnostics, and an entry that is wrong is left out.
  package static func load(_ path: String) -> (file: TrustFile, diagnostics: [Diagnostic]) {
    var file = TrustFile(path: path)
    guard FileTree.kind(of: path) != nil else { return (file, []) }
    if let problem = ownershipProblem(path) { return (file, [problem]) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try SourceFile.read(path, limitInBytes: 4 << 20)
    } catch {
      return (file, [error.diagnostic(path: path)])
    }
    let (root, context) = YAMLContext.read(bytes, path: path)
    guard let root, let map = YAMLMapping(root, keyPath: "", context: context, knownKeys: keys)
    else { return (file, context.diagnostics) }
    if let node = map.node("format"), !node.hasText("1") {
      context.report(
        .error, id: "unknown-format",
        LocalizedText("format: expected 1", "format : il faut 1"), at: node)
    }
    for entry in map.mappings("plugins", knownKeys: pinKeys) {
      if let pin = pin(entry) { file.pins.append(pin) }
    }
    return (file, context.diagnostics)
  }

  private static func pin(_ entry: YAMLMapping) -> PluginPin? {
    guard let path = entry.string("path", required: true),
      let sha256 = digest("sha256", entry, required: true)
    else { return nil }
    var pin = PluginPin(path: path, sha256: sha256)
    if let interpreter = entry.string("interpreter") {
      guard let digest = digest("interpreter-sha256", entry, required: true) else { return nil }
      pin.interpreter = PluginPin.File(
        path: interpreter, sha256: digest, seal: entry.string("interpreter-seal"))
    }
    pin.interpreterArguments = (entry.strings("interpreter-arguments") ?? []).map(\.text)
    pin.arguments = (entry.strings("arguments") ?? []).map(\.text)
    for file in entry.mappings("files", knownKeys: ["path", "sha256"]) {
      guard let path = file.string("path", required: true),
        let sha256 = digest("sha256", file, required: true)
      else { return nil }
      pin.files.append(PluginPin.File(path: path, sha256: sha256))
    }
    for (name, _, value) in entry.mapping("options", knownKeys: nil)?.entries ?? [] {
      pin.options[name] = value.string() ?? ""
    }
    pin.readable = (entry.strings("read") ?? []).map(\.text)
    pin.processes = entry.int("processes", in: 0...256) ?? pin.processes
    pin.memoryInMiB = entry.int("memory-mib", in: 16...1_048_576) ?? pin.memoryInMiB
    pin.secondsPerDocument =
      entry.int("seconds-per-document", in: 1...3_600) ?? pin.secondsPerDocument
    pin.workers = entry.int("workers", in: 1...64) ?? pin.workers
    return pin
  }

  private static func digest(_ key: String, _ entry: YAMLMapping, required: Bool) -> String? {
    guard let text = entry.string(key, required: required) else { return nil }
    let isDigest =
      text.utf8.count == 64
      && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 }
    guard isDigest else {
      if let node = entry.node(key) {
        entry.context.report(
          id: "bad-digest",
          LocalizedText(
            "expected a SHA-256: 64 lower-case hexadecimal digits",
            "il faut un SHA-256 : 64 chiffres hexadécimaux en minuscules"),
          at: node,
          help: LocalizedText(
            "'coherence plugin trust' writes it", "« coherence plugin trust » l’écrit"))
      }
      return nil
    }
    return text
  }

  /// A list that others may write to is nobody's word.
  private static func ownershipProblem(_ path: String) -> Diagnostic? {
    var status = stat()
    guard stat(path, &status) == 0 else { return FileError.system(errno).diagnostic(path: path) }
    guard status.st_uid == geteuid() || status.st_uid == 0, status.st_mode & 0o022 == 0 else {
      return Diagnostic(
        id: "plugins-not-yours",
        LocalizedText(
          "others than you may change this list, so no plugin is started",
          "d’autres que vous peuvent modifier cette liste; aucun plugiciel ne démarre"),
        path: path,
        help: LocalizedText("run 'chmod go-w \(path)'", "faites « chmod go-w \(path) »"))
    }
    return nil
  }

  // MARK: Writing

  /// Adds a pin in place of one with the same path.
  package mutating func add(_ pin: PluginPin) {
    if let index = pins.firstIndex(where: { $0.path == pin.path }) {
      pins[index] = pin
    } else {
      pins.append(pin)
      pins.sort { $0.path < $1.path }
    }
  }

  /// Writes the list, readable and writable for the user alone.
  ///
  /// - Throws: `FileError` when it cannot be written.
  package func save() throws(FileError) {
    guard FileTree.makeFolder(FileTree.folder(of: path)) else {
      throw .system(errno)
    }
    let aside = "\(path).\(FileTree.processNumber)"
    try SourceFile.write(Array(text.utf8), to: aside)
    _ = chmod(aside, 0o600)
    guard FileTree.move(aside, to: path) else {
      let failure = FileError.system(errno)
      FileTree.remove(aside)
      throw failure
    }
  }

  /// The list as YAML.
  package var text: String {
    var lines = [
      "# Plugins that you trust, written by 'coherence plugin trust'.",
      "# A plugin is started only as long as its files have these digests.", "format: 1",
      pins.isEmpty ? "plugins: []" : "plugins:",
    ]
    for pin in pins {
      lines.append("  - path: \(Self.quoted(pin.path))")
      lines.append("    sha256: \(Self.quoted(pin.sha256))")
      if let interpreter = pin.interpreter {
        lines.append("    interpreter: \(Self.quoted(interpreter.path))")
        lines.append("    interpreter-sha256: \(Self.quoted(interpreter.sha256))")
        if let seal = interpreter.seal {
          lines.append("    interpreter-seal: \(Self.quoted(seal))")
        }
      }
      if !pin.interpreterArguments.isEmpty {
        lines.append("    interpreter-arguments: \(Self.list(pin.interpreterArguments))")
      }
      if !pin.arguments.isEmpty { lines.append("    arguments: \(Self.list(pin.arguments))") }
      if !pin.readable.isEmpty { lines.append("    read: \(Self.list(pin.readable))") }
      if !pin.files.isEmpty {
        lines.append("    files:")
        for file in pin.files {
          lines.append(
            "      - {path: \(Self.quoted(file.path)), sha256: \(Self.quoted(file.sha256))}")
        }
      }
      if !pin.options.isEmpty {
        lines.append("    options:")
        for (name, value) in pin.options.sorted(by: { $0.key < $1.key }) {
          lines.append("      \(Self.quoted(name)): \(Self.quoted(value))")
        }
      }
      let standard = PluginPin(path: "", sha256: "")
      for (name, value, usual) in [
        ("processes", pin.processes, standard.processes),
        ("memory-mib", pin.memoryInMiB, standard.memoryInMiB),
        ("seconds-per-document", pin.secondsPerDocument, standard.secondsPerDocument),
        ("workers", pin.workers, standard.workers),
      ] where value != usual {
        lines.append("    \(name): \(value)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// JSON texts are YAML texts.
  private static func quoted(_ text: String) -> String {
    String(decoding: JSONText.line(.string(text)), as: UTF8.self)
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }
}
