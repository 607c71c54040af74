import Checking
import PluginHost
import SourceText
import TestSupport
import Testing

/// Every fixture misbehaves in one way, and costs what it has at hand and nothing else.
@Suite("Plugins that misbehave")
struct MisbehaviourTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var fixture: String
    var ids: [String]
    /// What the first message says, besides the plugin's name.
    var words: String
    var adjust: @Sendable (inout PluginLimits) -> Void = { _ in }

    var testDescription: String { fixture }
  }

  static let cases: [Case] = [
    Case(
      fixture: "slow-start", ids: ["plugin-slow-start"],
      words: "did not introduce itself within 0.5 s"
    ) { $0.start = .milliseconds(500) },
    Case(
      fixture: "no-start", ids: ["plugin-exited"], words: "ended with status 3 before it answered"),
    Case(
      fixture: "wrong-version", ids: ["plugin-protocol-version"],
      words: "chose protocol version 9, which was not offered"),
    Case(
      fixture: "bad-declaration", ids: ["plugin-malformed-message"],
      words: "sent a malformed 'initialize' message, at 'checker': 'title' is missing"),
    Case(
      fixture: "refused-options", ids: ["plugin-given-up", "plugin-refused"],
      words: "answered with an error: terms.csv: 0"),
    Case(fixture: "crash", ids: ["plugin-killed"], words: "was ended by signal 11"),
    Case(
      fixture: "exit-status", ids: ["plugin-exited"],
      words: "ended with status 7 before it answered"),
    Case(
      fixture: "exit-zero", ids: ["plugin-exited"], words: "ended with status 0 before it answered"),
    Case(
      fixture: "busy", ids: ["plugin-silent"], words: "gave no answer for 0.5 s and was stopped"
    ) { $0.silence = .milliseconds(500) },
    Case(
      fixture: "silent", ids: ["plugin-silent"], words: "gave no answer for 0.5 s and was stopped"
    ) { $0.silence = .milliseconds(500) },
    Case(
      fixture: "slow-with-progress", ids: ["plugin-silent"],
      words: "gave no answer for 1 s and was stopped"
    ) { $0.request = .seconds(1) },
    Case(
      fixture: "flood", ids: ["plugin-flood"],
      words: "wrote more than is taken (4194304) and was stopped"),
    Case(
      fixture: "chatter", ids: ["plugin-flood"],
      words: "wrote more than is taken (10000) and was stopped"),
    Case(fixture: "noise", ids: [], words: ""),
    Case(
      fixture: "partial-line", ids: ["plugin-partial-line"], words: "ended in the middle of a line"),
    Case(
      fixture: "invalid-json", ids: ["plugin-invalid-json"],
      words: "wrote a line that is no JSON, from byte 34"),
    Case(
      fixture: "invalid-text", ids: ["plugin-invalid-text"],
      words: "wrote a line that is not UTF-8"),
    Case(
      fixture: "wrong-id", ids: ["plugin-unknown-answer"],
      words: "answered a request that was not made: id 77"),
    Case(
      fixture: "double-answer", ids: ["plugin-unknown-answer"],
      words: "answered a request that was not made: id 3"),
    Case(
      fixture: "own-request", ids: ["plugin-unknown-message"],
      words: "sent a message that the protocol does not have: 'open'"),
    Case(
      fixture: "unknown-key", ids: ["plugin-malformed-message"],
      words: "sent a malformed 'check' message: unknown key 'verdict'"),
    Case(
      fixture: "lying-span", ids: ["plugin-untrue-finding"],
      words: "block 0 does not hold 'never' at bytes 0 to 5"),
    Case(fixture: "far-span", ids: ["plugin-untrue-finding"], words: "there is no block 999"),
    Case(
      fixture: "turned-span", ids: ["plugin-untrue-finding"],
      words: "block 0 does not hold 'Women' at bytes 5 to 5"),
    Case(
      fixture: "unknown-kind", ids: ["plugin-untrue-finding"],
      words: "the kind 'even' was not declared"),
    Case(
      fixture: "unknown-requirement", ids: ["plugin-untrue-finding"],
      words: "there is no requirement 'x.y'"),
    Case(
      fixture: "refuses", ids: ["plugin-refused"], words: "answered with an error: too long for me"),
    Case(
      fixture: "own-diagnostic", ids: ["plugin-diagnostic"], words: "says: line 3 is empty"),
    Case(
      fixture: "stays", ids: ["plugin-stayed"], words: "did not end within 0.3 s of being asked"
    ) { $0.shutdown = .milliseconds(300) },
    Case(
      fixture: "closes-input", ids: ["plugin-silent"],
      words: "gave no answer for 0.5 s and was stopped"
    ) { $0.silence = .milliseconds(500) },
  ]

  @Test("each costs one diagnostic that names what it did", arguments: cases)
  func contained(_ item: Case) async throws {
    let outcome = try await PluginBench.run(
      PluginBench.pin(item.fixture + ".sh"), adjust: item.adjust)
    let diagnostics = outcome.diagnostics
    let shown = diagnostics.map { $0.rendered(in: .english) }.joined(separator: "\n")
    #expect(diagnostics.map(\.id).sorted() == item.ids, "\(shown)")
    #expect(item.words.isEmpty || shown.contains(item.words), "\(shown)")
    #expect(outcome.findings.isEmpty)
    for diagnostic in diagnostics {
      #expect(Translation.faults(in: diagnostic) == [])
    }
  }

  @Test("a crash costs its document; the others have their findings from a fresh process")
  func othersStand() async throws {
    let texts = ["One.", "Two.", "Bomb.", "Four.", "Five.", "Six."]
    let outcome = try await PluginBench.run(PluginBench.pin("crash-on-word.sh"), texts)
    #expect(outcome.findings.keys.sorted() == ["0.md", "1.md", "3.md", "4.md", "5.md"])
    #expect(outcome.diagnostics.map(\.id) == ["plugin-killed"])
    #expect(outcome.diagnostics.first?.message.english.contains("(document '2.md')") == true)
    #expect(outcome.costs.first?.processes == 2)
  }

  @Test("a plugin that fails three times is given up, and says what went unchecked")
  func givenUp() async throws {
    let texts = ["Bomb one.", "Bomb two.", "Bomb three.", "Four.", "Five."]
    let outcome = try await PluginBench.run(PluginBench.pin("crash-on-word.sh"), texts)
    #expect(outcome.findings.isEmpty)
    #expect(
      outcome.diagnostics.map(\.id)
        == ["plugin-given-up", "plugin-killed", "plugin-killed", "plugin-killed"])
    #expect(
      outcome.diagnostics.first?.message.english.contains(
        "failed 3 times and was given up; requests without an answer: 2") == true)
  }

  @Test("of several findings, those that hold stay")
  func halfTrue() async throws {
    let outcome = try await PluginBench.run(PluginBench.pin("half-true.sh"))
    let findings = outcome.findings["0.md"] ?? []
    #expect(findings.map { $0.place?.quote } == ["Women"])
    #expect(findings.first?.place?.span == SourceSpan(start: 0, end: 5))
    #expect(
      outcome.diagnostics.map(\.id) == ["plugin-untrue-finding", "plugin-untrue-finding"])
  }

  @Test("its last words on standard error are passed on")
  func lastWords() async throws {
    let outcome = try await PluginBench.run(PluginBench.pin("exit-status.sh"))
    #expect(outcome.diagnostics.first?.help?.english == "its last words were: terms.csv: 404")
  }

  @Test("well-behaved plugins of the same run are not touched")
  func neighbours() async throws {
    let started = StartedPlugins(
      [try PluginBench.pin("crash.sh"), try PluginBench.pin("crash-on-word.sh")],
      hostVersion: "0")
    let run = PluginRun(started, rules: PluginBench.noRules, builtin: [])
    run.submit(try PluginBench.context("One."))
    let outcome = await run.finish()
    // Both fixtures have the same id, so the second to come is refused; one of them worked.
    #expect(outcome.diagnostics.contains { $0.id == "plugin-id-taken" })
  }

  @Test("processes that a plugin leaves behind are gone at the end")
  func childrenAreGone() async throws {
    var pin = try PluginBench.pin("leaves-child.sh")
    pin.processes = 4
    pin.arguments = ["left-behind-1"]
    let outcome = try await PluginBench.run(pin)
    #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics)")
    #expect(try Shell.run("pgrep -f 'left-behind-[1]'", in: "/").output == "")
  }

  @Test("more processes than were granted end the plugin")
  func tooManyProcesses() async throws {
    var pin = try PluginBench.pin("leaves-child.sh")
    pin.processes = 1
    pin.arguments = ["left-behind-2"]
    let outcome = try await PluginBench.run(pin, [String](repeating: "One.", count: 3)) {
      $0.silence = .seconds(5)
    }
    // Where the system itself counts, the shell cannot start the second process at all.
    #expect(outcome.diagnostics.allSatisfy { $0.severity == .error })
    #expect(try Shell.run("pgrep -f 'left-behind-[2]'", in: "/").output == "")
  }
}
