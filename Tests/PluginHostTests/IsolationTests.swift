import Checking
import PluginHost
import SourceText
import TestSupport
import Testing

/// What a hostile plugin gets, with the layers that the system offers and with some taken away.
@Suite("Isolation of plugins", .enabled(if: PluginBench.hasPython))
struct IsolationTests {
  private struct Attempt {
    var outcome: String
    var isolation: Isolation
  }

  /// What happened when the plugin tried something.
  private func attempt(
    _ text: String, wanted: Isolation = .all, change: (inout PluginPin) -> Void = { _ in }
  ) async throws -> Attempt {
    var pin = try PluginBench.pin("hostile.py")
    change(&pin)
    let outcome = try await PluginBench.run(pin, [text], wanted: wanted)
    let words = outcome.findings["0.md"]?.first?.arguments["words"]?.text(in: .english)
    let problems = outcome.diagnostics.map { $0.rendered(in: .english) }.joined(separator: "\n")
    return Attempt(
      outcome: words ?? problems, isolation: outcome.costs.first?.isolation ?? Isolation())
  }

  @Test("reading a file of the user's")
  func reading() async throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("secret", to: "secret.txt")
    let closed = try await attempt("read \(path)")
    #expect(
      closed.outcome == (closed.isolation.contains(.files) ? "PermissionError" : "read 6 bytes"))
    let open = try await attempt("read \(path)", wanted: Isolation.all.subtracting(.files))
    #expect(open.outcome == "read 6 bytes", "it is Landlock that keeps it from reading")
    let list = try await attempt("list \(folder.path)")
    #expect(list.outcome == (list.isolation.contains(.files) ? "PermissionError" : "listed 1"))
  }

  @Test("writing a file")
  func writing() async throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/new.txt"
    let closed = try await attempt("write \(path)")
    if closed.isolation.contains(.files) {
      #expect(closed.outcome == "PermissionError")
      #expect(FileTree.kind(of: path) == nil)
    }
    // Without Landlock the limit on file sizes still lets nothing be written into a file.
    let limited = try await attempt("write \(path)", wanted: .limits)
    #expect(limited.outcome == "OSError")
    #expect(try SourceFile.read(path) == [])
    let open = try await attempt("write \(path)", wanted: [])
    #expect(open.outcome == "wrote")
  }

  @Test("opening a connection")
  func network() async throws {
    let closed = try await attempt("network 1")
    let isHeld = !closed.isolation.isDisjoint(with: [.calls, .namespaces, .network])
    #expect(isHeld ? closed.outcome.hasSuffix("Error") : true)
    #expect(closed.outcome != "ConnectionRefusedError" || !isHeld)
    let open = try await attempt("network 1", wanted: .limits)
    #expect(open.outcome == "ConnectionRefusedError", "nothing else stands in its way")
    for layer: Isolation in [.calls, .namespaces, .network] {
      let alone = try await attempt("network 1", wanted: layer)
      guard alone.isolation.contains(layer) else { continue }
      #expect(alone.outcome != "ConnectionRefusedError", "\(layer) alone is enough")
    }
  }

  @Test("forking without end")
  func forking() async throws {
    let closed = try await attempt("fork")
    if closed.isolation.contains(.calls) { #expect(closed.outcome == "PermissionError") }
    let granted = try await attempt("fork") {
      $0.processes = 4
      $0.arguments = ["left-behind-3"]
      $0.secondsPerDocument = 5
    }
    // The system refuses the next one, or the host counts and ends them all.
    #expect(
      granted.outcome == "BlockingIOError" || granted.outcome.contains("[plugin-processes]"),
      "\(granted.outcome)")
    #expect(try Shell.run("pgrep -f 'left-behind-[3]'", in: "/").output == "")
  }

  @Test("taking 8 GB")
  func memory() async throws {
    let closed = try await attempt("memory")
    #expect(closed.outcome == "MemoryError")
  }

  @Test("leaving the process group, reaching the host")
  func processes() async throws {
    let session = try await attempt("session")
    if session.isolation.contains(.calls) { #expect(session.outcome == "PermissionError") }
    let kill = try await attempt("kill \(FileTree.processNumber)")
    if !kill.isolation.isDisjoint(with: [.calls, .namespaces, .scope]) {
      #expect(kill.outcome == "PermissionError" || kill.outcome == "ProcessLookupError")
    }
  }

  @Test("nothing of the host's is inherited")
  func inheritance() async throws {
    #expect(try await attempt("descriptors").outcome == "open: []")
    #expect(
      try await attempt("environment").outcome
        == "HOME LANG LC_ALL PATH PYTHONDONTWRITEBYTECODE PYTHONHASHSEED PYTHONNOUSERSITE "
        + "SWIFT_BACKTRACE TMPDIR TZ")
  }

  @Test("what is not prevented is said in plain words")
  func summary() {
    #expect(
      Isolation.all.summary(in: .english)
        == "prevented: reading your files, writing files, using the network, starting processes, "
        + "reaching other processes, taking all memory or processor time")
    #expect(
      Isolation.limits.summary(in: .english)
        == "prevented: writing files, taking all memory or processor time; NOT prevented: reading "
        + "your files, using the network, starting processes, reaching other processes")
    for guarantee in Isolation.all.guarantees {
      #expect(Translation.faults(guarantee.title) == [])
    }
  }
}
