import Checking
import Documents
import Judging
import PluginHost
import RuleSets
import SourceText
import TestSupport

/// Runs one plugin over Markdown texts, as a run of the program does.
enum PluginBench {
  static let folder = "Tests/PluginHostTests/Plugins"

  /// The interpreter that Debian installs; a version manager's stand-in is no program.
  static let hasPython: Bool =
    (try? PluginProbe.pin(Repository.path("\(folder)/hostile.py"), searchPath: searchPath)) != nil

  static let searchPath = "/usr/local/bin:/usr/bin:/bin"

  /// A pin of a fixture, with what all shell fixtures share.
  static func pin(_ fixture: String) throws -> PluginPin {
    let isShell = fixture.hasSuffix(".sh")
    return try PluginProbe.pin(
      Repository.path("\(folder)/\(fixture)"),
      files: isShell ? [Repository.path("\(folder)/common.sh")] : [], searchPath: searchPath)
  }

  static func context(_ text: String, path: String = "plan.md") throws -> CheckContext {
    let document = try BuiltinReaders.read(path: path, source: Array(text.utf8))
    return CheckContext(
      document: document, units: Segmenter.units(of: document),
      profile: DocumentProfile(path: path, kind: .departmentalPlan, language: .english),
      judgement: Judgement(), rules: noRules, coverage: [])
  }

  static let noRules = CompiledRules(RuleSetLoader(purpose: .running).load(paths: []))

  /// What a plugin finds in documents, each given as a Markdown text; paths are `0.md` and so on.
  static func run(
    _ pin: PluginPin, _ texts: [String] = ["Women mediators."], wanted: Isolation = .all,
    adjust: (inout PluginLimits) -> Void = { _ in }
  ) async throws -> PluginRun.Outcome {
    let started = StartedPlugins([pin], hostVersion: "0", wanted: wanted) { limits in
      // One process, so that the order of failures is known.
      limits.workers = 1
      adjust(&limits)
    }
    let run = PluginRun(started, rules: noRules, builtin: [])
    for (index, text) in texts.enumerated() {
      run.submit(try context(text, path: "\(index).md"))
    }
    return await run.finish()
  }
}
