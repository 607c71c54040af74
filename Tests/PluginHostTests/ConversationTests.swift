import Checking
import CoherencePlugin
import JSON
import PluginHost
import SourceText
import Synchronization
import TestSupport
import Testing

/// Orderly plugins: documents, corpus, several processes, the libraries for plugins.
@Suite("Plugins that behave")
struct ConversationTests {
  static let examples = "Examples/Plugins"

  static func python(_ path: String) throws -> PluginPin {
    try PluginProbe.pin(
      Repository.path(path), files: [Repository.path("SDKs/python/coherence_plugin.py")],
      searchPath: PluginBench.searchPath)
  }

  static func script(_ text: String) throws -> (TemporaryDirectory, PluginPin) {
    let folder = try TemporaryDirectory()
    let path = try folder.write("#!/usr/bin/env python3\n" + text, to: "plugin.py")
    let pin = try PluginProbe.pin(
      path, files: [Repository.path("SDKs/python/coherence_plugin.py")],
      searchPath: PluginBench.searchPath)
    return (folder, pin)
  }

  @Test("the smallest plugin finds what it should")
  func smallest() async throws {
    let pin = try PluginProbe.pin(
      Repository.path("\(Self.examples)/smallest/smallest.sh"), searchPath: PluginBench.searchPath)
    let outcome = try await PluginBench.run(pin, ["No address.", "Ask plan@example.org."])
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.findings.mapValues { $0.map(\.kind) } == ["0.md": ["missing"]])
    #expect(outcome.checkers.map(\.id) == ["no-address"])
  }

  @Test("examples and fixtures that behave pass the conformance kit")
  func conformance() throws {
    var pins = [
      try PluginProbe.pin(
        Repository.path("\(Self.examples)/smallest/smallest.sh"),
        searchPath: PluginBench.searchPath)
    ]
    if PluginBench.hasPython {
      pins.append(try Self.python("\(Self.examples)/readability/readability.py"))
    }
    for pin in pins {
      let results = PluginConformance(try PluginImage(pin, hostVersion: "0")).run()
      let faults = results.filter { !$0.passes }.map { $0.line(in: .english) }
      #expect(faults == [])
      #expect(results.count >= 15)
    }
  }

  @Test(
    "the kit finds each fault where it is",
    arguments: [
      ("exit-zero", "answers for english.md"), ("lying-span", "answers for english.md"),
      ("stays", "ends in order"), ("slow-start", "introduces itself in time"),
      ("refuses", "answers for english.md"),
    ])
  func faults(_ fixture: String, _ title: String) throws {
    var limits = PluginLimits()
    limits.start = .seconds(1)
    limits.request = .seconds(2)
    limits.shutdown = .milliseconds(500)
    let image = try PluginImage(try PluginBench.pin(fixture + ".sh"), hostVersion: "0")
    let results = PluginConformance(image, limits: limits).run()
    let failed = results.filter { !$0.passes }.map(\.title.english)
    #expect(failed.contains { $0.hasPrefix(title) }, "\(failed)")
    for result in results { #expect(Translation.faults(result.title) == []) }
  }

  @Test(
    "a plugin from the template passes the kit and its own test",
    .enabled(if: PluginBench.hasPython))
  func template() throws {
    let folder = try TemporaryDirectory()
    for file in PluginTemplate(.python, id: "plain-words", package: "").files {
      try folder.write(file.text, to: file.path)
    }
    let pin = try PluginProbe.pin(
      folder.path + "/plain-words.py", files: [folder.path + "/coherence_plugin.py"],
      searchPath: PluginBench.searchPath)
    let results = PluginConformance(try PluginImage(pin, hostVersion: "0")).run()
    #expect(results.filter { !$0.passes }.map { $0.line(in: .english) } == [])
    let interpreter = try #require(pin.interpreter?.path)
    let tests = try Shell.run("\(interpreter) -B -m unittest 2>&1", in: folder.path)
    #expect(tests.exitStatus == 0, "\(tests.output)")
  }

  @Test("the Python example's own tests pass", .enabled(if: PluginBench.hasPython))
  func exampleTests() throws {
    let pin = try Self.python("\(Self.examples)/readability/readability.py")
    let interpreter = try #require(pin.interpreter?.path)
    let run = try Shell.run(
      "PYTHONPATH=\(Repository.path("SDKs/python")) \(interpreter) -B -m unittest 2>&1",
      in: Repository.path("\(Self.examples)/readability"))
    #expect(run.exitStatus == 0, "\(run.output)")
  }

  @Test("the Python library that 'plugin new' writes is the one in SDKs/python")
  func embedded() throws {
    #expect(
      try PythonLibrary.text == Repository.text("SDKs/python/coherence_plugin.py"),
      "run Scripts/embed-python-sdk")
  }

  @Test(
    "findings point to the right bytes, whatever the characters",
    .enabled(if: PluginBench.hasPython))
  func characters() async throws {
    let (folder, pin) = try Self.script(
      """
      from coherence_plugin import *

      class Plugin(Checker):
          id, version = "find", "1"
          title = rationale = words("t", "t")
          kinds = [Kind("word", "note", words("{w}", "{w}"), words("h", "h"))]

          def check(self, document):
              print("this must not disturb anyone")
              for block in document.blocks:
                  for sentence in block.sentences:
                      at = sentence.text.find("œuvre")
                      if at >= 0:
                          start = sentence.start + at
                          yield self.finding("word", block.passage(start, start + 5), w="é")

      run(Plugin)
      """)
    let text = "👩🏽‍⚖️ Première phrase… Deuxième : l’œuvre.\n\n- *Une* œuvre"
    let outcome = try await PluginBench.run(pin, [text])
    #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics) \(folder.path)")
    let places = (outcome.findings["0.md"] ?? []).compactMap(\.place)
    #expect(places.map(\.quote) == ["œuvre", "œuvre"])
    let bytes = Array(text.utf8)
    for place in places {
      let span = try #require(place.span)
      #expect(String(decoding: bytes[span.range], as: UTF8.self) == "œuvre")
    }
  }

  @Test(
    "a corpus checker keeps facts and points to them in its report",
    .enabled(if: PluginBench.hasPython))
  func corpus() async throws {
    let (folder, pin) = try Self.script(
      """
      from coherence_plugin import *

      class Plugin(Checker):
          id, version, scope = "titles", "1", "corpus"
          title = rationale = words("t", "t")
          needs = ["blocks", "facts"]
          kinds = [Kind("same-title", "ask", words("{title}", "{title}"), words("h", "h"))]

          def collect(self, document):
              block = document.blocks[0]
              return [self.fact("title", block.passage(0, len(block.text)), title=block.text)]

          def report(self, documents):
              seen = {}
              for d, document in enumerate(documents):
                  title = document["facts"][0]["values"]["title"]
                  if title in seen:
                      yield self.finding("same-title", self.fact_place(d, 0), title=title,
                                         related=[self.fact_place(seen[title], 0)])
                  seen.setdefault(title, d)
              yield self.finding("same-title", self.fact_place(99, 0), title="nowhere")

      run(Plugin)
      """)
    let outcome = try await PluginBench.run(pin, ["# One", "# Two", "# One", "# One"]) {
      $0.workers = 3
    }
    #expect(outcome.corpusFindings.map { $0.place?.path } == ["2.md", "3.md"], "\(folder.path)")
    #expect(outcome.corpusFindings.map { $0.related.map(\.path) } == [["0.md"], ["0.md"]])
    #expect(outcome.corpusFindings.map { $0.place?.quote } == ["One", "One"])
    #expect(outcome.diagnostics.map(\.id) == ["plugin-untrue-finding"])
    #expect(outcome.findings.isEmpty)
  }

  @Test("several processes give what one gives", .enabled(if: PluginBench.hasPython))
  func workers() async throws {
    let pin = try Self.python("\(Self.examples)/readability/readability.py")
    let texts = (0..<60).map { number in
      "# Plan \(number)\n\n" + String(repeating: "word ", count: 20 + number) + "."
    }
    let one = try await PluginBench.run(pin, texts)
    let four = try await PluginBench.run(pin, texts) { $0.workers = 4 }
    #expect(one.findings == four.findings)
    #expect(one.findings.count == 34, "sentences of over 45 words")
    #expect((four.costs.first?.processes ?? 0) > 1)
  }

  @Test("options are given, and wrong ones are told", .enabled(if: PluginBench.hasPython))
  func options() async throws {
    var pin = try Self.python("\(Self.examples)/readability/readability.py")
    pin.options = ["sentence": "3"]
    let outcome = try await PluginBench.run(pin, ["One two three four five."])
    #expect(outcome.findings["0.md"]?.map(\.kind) == ["long-sentence"])
    pin.options = ["sentence": "many", "sentances": "3"]
    let wrong = try await PluginBench.run(pin, ["One two three four five."])
    #expect(wrong.diagnostics.map(\.id) == ["plugin-option-value", "plugin-unknown-option"])
    #expect(wrong.diagnostics.last?.help?.english == "did you mean 'sentence'?")
    #expect(wrong.diagnostics.allSatisfy { Translation.faults(in: $0) == [] })
  }

  @Test("an answer that was kept is not asked for again, and is compared again")
  func cache() async throws {
    let cache = MemoryCache()
    var pin = try PluginBench.pin("crash-on-word.sh")
    func run(_ texts: [String]) async throws -> PluginRun.Outcome {
      let run = PluginRun(
        StartedPlugins([pin], hostVersion: "0"), rules: PluginBench.noRules, builtin: [],
        cache: cache)
      for (index, text) in texts.enumerated() {
        run.submit(try PluginBench.context(text, path: "\(index).md"))
      }
      return await run.finish()
    }
    let first = try await run(["One.", "Two."])
    #expect(first.costs.map(\.requests) == [2])
    let again = try await run(["One.", "Two.", "Three."])
    #expect(again.costs.map(\.requests) == [1], "only the new document is sent")
    #expect(again.findings.count == 3)
    #expect(again.findings["0.md"] == first.findings["0.md"])
    pin.arguments = ["other"]
    #expect(try await run(["One."]).costs.map(\.requests) == [1], "another command line")
    cache.replaceAll(with: Array(#"{"findings":[{"kind":"even"}]}"#.utf8))
    let lie = try await run(["One."])
    #expect(lie.findings.isEmpty)
    #expect(lie.diagnostics.map(\.id) == ["plugin-untrue-finding"])
    cache.replaceAll(with: Array("{".utf8))
    #expect(try await run(["One."]).findings.count == 1, "what is no answer is asked for")
  }

  /// A cache that lasts as long as its test.
  final class MemoryCache: PluginAnswerCache {
    private let entries = Mutex<[PluginAnswerKey: [UInt8]]>([:])

    func load(_ key: PluginAnswerKey) -> [UInt8]? { entries.withLock { $0[key] } }

    func store(_ bytes: [UInt8], for key: PluginAnswerKey) {
      entries.withLock { $0[key] = bytes }
    }

    func replaceAll(with bytes: [UInt8]) {
      entries.withLock { entries in for key in entries.keys { entries[key] = bytes } }
    }
  }

  @Test("a plugin without documents starts and ends")
  func noDocuments() async throws {
    let outcome = try await PluginBench.run(try PluginBench.pin("good.sh"), [])
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.checkers.map(\.id) == ["fixture"])
  }

  @Test("nothing is left after many runs")
  func remains() throws {
    // Other tests of this process start plugins meanwhile; a program of its own sees only itself.
    guard Shell.hasProgram else { return }
    let folder = try TemporaryDirectory()
    try folder.write("", to: "tmp/.keep")
    let script = Repository.path("\(Self.examples)/smallest/smallest.sh")
    let run = try Shell.run(
      "export TMPDIR=$PWD/tmp XDG_CONFIG_HOME=$PWD/config; "
        + "coherence plugin trust --yes --language en '\(script)' >/dev/null && "
        + "coherence plugin measure '\(script)' --language en --loop 25", in: folder.path)
    #expect(run.exitStatus == 0, "\(run.errorOutput)")
    for line in run.output.split(separator: "\n") {
      let numbers = line.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      #expect(numbers.count == 3 && numbers[0] == numbers[2], "\(line)")
    }
    #expect(run.output.contains("temporary folders       before 0, after 25 runs 0"))
  }
}
