internal import Testing

@Suite("Reading a scenario")
struct ScenarioParsingTests {
  @Test("files, copies and exchanges come out in order, with their lines")
  func steps() {
    let scenario = Scenario(
      """
      Some prose.

      ```yaml file=a/b.yml
      key: value
      ```

      ```repository
      Rules
      ```

      ```console
      $ one
      out
      [exit 1]
      $ two \\
      > more
      ```

      """)
    #expect(scenario.problems.isEmpty)
    #expect(
      scenario.steps == [
        .file(path: "a/b.yml", bytes: Array("key: value\n".utf8)),
        .repository(paths: ["Rules"]),
        .console([
          .init(command: "one", expected: "out\n[exit 1]\n", line: 12),
          .init(command: "two \\\nmore", expected: "", line: 15),
        ]),
      ])
    #expect(scenario.consolePlaces == [.init(lines: 11..<16)])
  }

  @Test("escapes give any bytes, and an empty block gives an empty file")
  func escapes() {
    let scenario = Scenario(
      """
      ```text file=x escapes
      \\xFF\\xfe\\n
      a\\\\
      ```
      ```text file=empty
      ```
      ```console
      $ true
      ```
      """)
    #expect(scenario.problems.isEmpty)
    #expect(scenario.steps.first == .file(path: "x", bytes: [0xFF, 0xFE, 0x0A, 0x61, 0x5C]))
    #expect(scenario.steps.dropFirst().first == .file(path: "empty", bytes: []))
  }

  @Test(
    "a scenario that tests nothing is refused",
    arguments: [
      ("prose only\n", "no console block, so nothing is tested"),
      ("```console\n$ true\n", "line 1: the block is never closed"),
      ("```console\ntrue\n```\n", "line 2: a console block starts with '$ '"),
      (
        "```x file=a escapes\n\\q\n```\n```console\n$ a\n```\n",
        "line 2: an escape is \\n, \\t, \\\\ or \\xFF"
      ),
    ])
  func problems(_ text: String, _ problem: String) {
    #expect(Scenario(text).problems.first == problem)
  }
}
