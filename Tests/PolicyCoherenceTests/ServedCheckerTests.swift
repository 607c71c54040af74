import Checking
import PluginHost
import PolicyCoherence
import Reporters
import RuleSets
import SourceText
import TestSupport
import Testing

/// A built-in checker on the far side of the wire finds what it finds on this side, byte for byte.
@Suite("Built-in checkers as plugins")
struct ServedCheckerTests {
  /// The built program as a plugin; `nil` when it is not there.
  private static func pin(_ checker: String) throws -> PluginPin? {
    guard Shell.hasProgram else { return nil }
    var pin = try PluginProbe.pin(Shell.programFolder + "/coherence", searchPath: "")
    pin.arguments = ["plugin", "serve", checker]
    pin.memoryInMiB = 4_096
    // A program built for tests takes Swift's libraries from the toolchain.
    let libraries = try Shell.run(
      "ldd coherence | sed -n 's|.*=> \\(/.*\\)/[^/]* .*|\\1|p' | sort -u",
      in: Shell.programFolder)
    pin.readable = libraries.output.split(separator: "\n").map(String.init)
    return pin
  }

  private static let templates = [
    "a.md": """
    # Plan

    ## Results

    [Insert the results here] and then some XXX prose.

    ## Empty

    ## Figures

    | Indicator | Target |
    |---|---|
    | Women é trained | TBD |
    | Networks | to be determined |
    """,
    "b.html": """
    <h1>Plan du Ministère</h1><p>Les résultats : <em>[Décrire les résultats]</em>.</p>
    <table><tr><th>Indicateur</th><th>Cible</th></tr><tr><td>Formées</td><td>à déterminer</td></tr></table>
    """,
    "c.txt": "Nothing to find here.\n",
  ]

  @Test("the same findings, the same bytes", arguments: ServedBuiltin.ids)
  func identical(_ id: String) async throws {
    guard let pin = try Self.pin(id) else { return }
    let workspace = try Workspace(
      Dictionary(uniqueKeysWithValues: Self.templates.map { ("plans/" + $0.key, $0.value) }))
    let paths = [workspace.path("plans"), Repository.path("Policies")]
    let builtin = try #require(ServedBuiltin.checker(id))
    let here = await CoherenceCheck(
      configuration: Configuration(), rules: workspace.rules, checkers: [builtin]
    ).run(paths: paths)
    var there = CoherenceCheck(configuration: Configuration(), rules: workspace.rules, checkers: [])
    there.plugins = StartedPlugins([pin], hostVersion: "0")
    let report = await there.run(paths: paths)
    #expect(report.diagnostics.map(\.id) == here.diagnostics.map(\.id), "\(report.diagnostics)")
    let json = JSONReporter().text(of: report)
    let expected = JSONReporter().text(of: here)
    #expect(json == expected, "\(Golden.difference(expected: expected, actual: json))")
    #expect(here.findings.contains { $0.checker == id } || id != "unfilled-template")
  }
}
