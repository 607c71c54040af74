import PluginHost
import SourceText
import TestSupport
import Testing

/// A plugin is started only as the user's own list says.
@Suite("Trust in plugins")
struct TrustTests {
  let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    try folder.write("#!/bin/sh\nexit 0\n", to: "plugin.sh")
  }

  private var script: String { folder.path + "/plugin.sh" }

  @Test("a pin names the script, what runs it, and the digests of both")
  func pin() throws {
    let pin = try PluginProbe.pin(script, searchPath: "")
    #expect(pin.sha256 == SHA256Digest.hex(of: Array("#!/bin/sh\nexit 0\n".utf8)))
    #expect(pin.interpreter?.path.hasPrefix("/") == true)
    #expect(pin.interpreter?.sha256.utf8.count == 64)
  }

  @Test("a script that changed, or one of its files, is not started")
  func changed() throws {
    try folder.write("terms", to: "terms.csv")
    let pin = try PluginProbe.pin(script, files: [folder.path + "/terms.csv"], searchPath: "")
    #expect(throws: Never.self) { _ = try PluginImage(pin, hostVersion: "0") }
    try folder.write("other terms", to: "terms.csv")
    #expect(throws: TrustProblem.self) { _ = try PluginImage(pin, hostVersion: "0") }
    try folder.write("terms", to: "terms.csv")
    try folder.write("#!/bin/sh\nexit 1\n", to: "plugin.sh")
    do {
      _ = try PluginImage(pin, hostVersion: "0")
      Issue.record("a changed script was taken")
    } catch {
      let diagnostic = error.diagnostic(pin: pin)
      #expect(diagnostic.id == "plugin-changed")
      #expect(diagnostic.message.english.contains("trusted \(pin.sha256)"))
      #expect(Translation.faults(in: diagnostic) == [])
    }
  }

  @Test("an interpreter that is not the pinned one is not started")
  func changedInterpreter() throws {
    var pin = try PluginProbe.pin(script, searchPath: "")
    pin.interpreter?.sha256 = String(repeating: "0", count: 64)
    let started = StartedPlugins([pin], hostVersion: "0")
    #expect(started.diagnostics.map(\.id) == ["plugin-changed"])
  }

  @Test("a file that others may change cannot be trusted")
  func writable() throws {
    _ = try Shell.run("chmod o+w plugin.sh", in: folder.path)
    do {
      _ = try PluginProbe.pin(script, searchPath: "")
      Issue.record("it was taken")
    } catch {
      let diagnostic = error.diagnostic(pin: PluginPin(path: script, sha256: ""))
      #expect(diagnostic.id == "plugin-writable")
      #expect(Translation.faults(in: diagnostic) == [])
    }
  }

  @Test(
    "what cannot be a plugin is told",
    arguments: [
      ("text.txt", "hello", "plugin-no-program"),
      ("other.sh", "#!/usr/bin/env no-such-interpreter\n", "plugin-no-interpreter"),
    ])
  func noPlugin(_ name: String, _ text: String, _ id: String) throws {
    let path = try folder.write(text, to: name)
    do {
      _ = try PluginProbe.pin(path, searchPath: "/usr/bin:/bin")
      Issue.record("it was taken")
    } catch {
      let diagnostic = error.diagnostic(pin: PluginPin(path: path, sha256: ""))
      #expect(diagnostic.id == id)
      #expect(Translation.faults(in: diagnostic) == [])
    }
  }

  @Test("a script that stands in for an interpreter is passed over")
  func standIn() throws {
    try folder.write("#!/bin/sh\nexec sh \"$@\"\n", to: "shims/sh")
    _ = try Shell.run("chmod +x shims/sh", in: folder.path)
    try folder.write("#!/usr/bin/env sh\n", to: "by-name.sh")
    let pin = try PluginProbe.pin(
      folder.path + "/by-name.sh", searchPath: folder.path + "/shims:/usr/bin:/bin")
    #expect(pin.interpreter?.path.hasPrefix(folder.path) == false)
  }

  @Test("the list comes back as it was written")
  func roundTrip() throws {
    var pin = try PluginProbe.pin(script, searchPath: "")
    pin.interpreterArguments = ["-e"]
    pin.arguments = ["--list", "a \"b\": c"]
    pin.files = [.init(path: "/tmp/é.csv", sha256: String(repeating: "a", count: 64))]
    pin.options = ["grade": "12", "strict": "true"]
    pin.readable = ["/opt/x"]
    pin.processes = 2
    pin.memoryInMiB = 512
    pin.secondsPerDocument = 5
    pin.workers = 2
    var file = TrustFile(path: folder.path + "/config/coherence/plugins.yml")
    file.add(pin)
    file.add(pin)
    try file.save()
    let (read, diagnostics) = TrustFile.load(file.path)
    #expect(diagnostics.isEmpty)
    #expect(read.pins == [pin])
    #expect(
      try Shell.run("stat -c %a plugins.yml", in: FileTree.folder(of: file.path)).output == "600\n")
  }

  @Test("a list that others may change starts nothing")
  func listOfOthers() throws {
    var file = TrustFile(path: folder.path + "/plugins.yml")
    file.add(try PluginProbe.pin(script, searchPath: ""))
    try file.save()
    _ = try Shell.run("chmod g+w plugins.yml", in: folder.path)
    let (read, diagnostics) = TrustFile.load(file.path)
    #expect(read.pins.isEmpty)
    #expect(diagnostics.map(\.id) == ["plugins-not-yours"])
    #expect(diagnostics.allSatisfy { Translation.faults(in: $0) == [] })
  }

  @Test("an entry that is wrong is left out, with its place")
  func wrongEntries() throws {
    let path = try folder.write(
      """
      format: 1
      plugins:
        - path: /a
          sha256: abc
        - path: /b
          sha265: \(String(repeating: "a", count: 64))
      """, to: "plugins.yml")
    _ = try Shell.run("chmod 600 plugins.yml", in: folder.path)
    let (read, diagnostics) = TrustFile.load(path)
    #expect(read.pins.isEmpty)
    #expect(diagnostics.map(\.id).sorted() == ["bad-digest", "unknown-key"])
    #expect(diagnostics.compactMap(\.line).sorted() == [4, 6])
  }

  @Test("the list stands in the user's configuration folder and nowhere else")
  func place() {
    #expect(
      TrustFile.standardPath(configHome: "/x", home: "/y") == "/x/coherence/plugins.yml")
    #expect(
      TrustFile.standardPath(configHome: nil, home: "/y") == "/y/.config/coherence/plugins.yml")
    // A folder that depends on where one stands could be one that came with documents.
    #expect(
      TrustFile.standardPath(configHome: "x", home: "/y") == "/y/.config/coherence/plugins.yml")
    #expect(TrustFile.standardPath(configHome: nil, home: nil) == nil)
  }
}
