internal import SourceText
internal import TestSupport
internal import Testing

@Suite("Scenarios")
struct ScenarioTests {
  static let folder = "Tests/ScenarioTests/Scenarios"

  static let files: [String] =
    ((try? Repository.files(below: folder) { $0.hasSuffix(".md") && $0 != "README.md" }) ?? [])

  @Test("the program and the scenarios are there")
  func programIsBuilt() {
    #expect(Shell.hasProgram, "no 'coherence' in \(Shell.programFolder)")
    #expect(!Self.files.isEmpty)
  }

  @Test("scenario", arguments: files)
  func scenario(_ relative: String) throws {
    let text = try Repository.text(relative)
    let scenario = Scenario(text)
    for problem in scenario.problems { Issue.record("\(relative): \(problem)") }
    let directory = try TemporaryDirectory()
    var printed: [String] = []
    for step in scenario.steps {
      switch step {
      case .file(let path, let bytes): try directory.write(bytes, to: path)
      case .repository(let paths): try copy(paths, to: directory)
      case .console(let exchanges):
        var block = ""
        for exchange in exchanges {
          let actual = Self.transcript(try Shell.run(exchange.command, in: directory.path))
            .replacing(directory.path, with: "<folder>")
          block += Self.commandLines(exchange.command) + actual
          if actual != exchange.expected, !Golden.isUpdating {
            let difference = Golden.difference(expected: exchange.expected, actual: actual)
            Issue.record(
              "\(relative):\(exchange.line): output line \(difference)\nthe whole output:\n\(actual)"
            )
          }
        }
        printed.append(block)
      }
    }
    if Golden.isUpdating { update(relative, text, scenario, printed) }
  }

  /// Output, then what went to standard error under a heading of its own, then a status other than 0.
  static func transcript(_ run: Shell.Run) -> String {
    var text = closed(run.output)
    if !run.errorOutput.isEmpty { text += "[standard error]\n" + closed(run.errorOutput) }
    if run.exitStatus != 0 { text += "[exit \(run.exitStatus)]\n" }
    return text
  }

  private static func closed(_ text: String) -> String {
    text.isEmpty || text.hasSuffix("\n") ? text : text + "\n[no line end]\n"
  }

  private static func commandLines(_ command: String) -> String {
    let lines = command.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { ($0.offset == 0 ? "$ " : "> ") + $0.element + "\n" }.joined()
  }

  private func copy(_ paths: [String], to directory: TemporaryDirectory) throws {
    for path in paths {
      if FileTree.kind(of: Repository.path(path)) == .folder {
        for file in try Repository.files(below: path) {
          try directory.write(SourceFile.read(Repository.path(file)), to: file)
        }
      } else {
        try directory.write(SourceFile.read(Repository.path(path)), to: path)
      }
    }
  }

  private func update(
    _ relative: String, _ text: String, _ scenario: Scenario, _ printed: [String]
  ) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (place, block) in zip(scenario.consolePlaces, printed).reversed() {
      lines.replaceSubrange(
        place.lines,
        with: block.dropLast().split(
          separator: "\n", omittingEmptySubsequences: false
        ).map(String.init))
    }
    let updated = lines.joined(separator: "\n")
    guard updated != text else { return }
    let problem = Golden.write(updated, to: Repository.path(relative))
    Issue.record("\(relative): \(problem ?? "rewritten; read the difference before you commit it")")
  }
}
