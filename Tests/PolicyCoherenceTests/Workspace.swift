import Checking
import PolicyCoherence
import Reporters
import RuleSets
import SourceText
import TestSupport

/// A folder of documents with a small rule set of its own.
struct Workspace {
  let folder: TemporaryDirectory

  /// - Parameter files: Bytes by path from the folder.
  /// - Throws: `FileError` when a file cannot be written.
  init(_ files: [String: [UInt8]]) throws {
    folder = try TemporaryDirectory()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    try folder.write(Self.ruleSet, to: "rules/mediators.yml")
  }

  /// - Parameter files: Texts by path from the folder.
  /// - Throws: `FileError` when a file cannot be written.
  init(_ files: [String: String]) throws {
    try self.init(files.mapValues { Array($0.utf8) })
  }

  /// The full path of a file or folder in the workspace.
  func path(_ relative: String) -> String { folder.path + "/" + relative }

  /// The rules, compiled; examples included.
  var rules: CompiledRules {
    CompiledRules.compile(
      RuleSetLoader(purpose: .authoring).load(paths: [path("rules")])
    ).0
  }

  /// Checks paths of the workspace.
  func check(
    _ paths: [String] = ["plans"], configuration: Configuration = Configuration(), jobs: Int = 1
  ) async -> Report {
    await CoherenceCheck(configuration: configuration, rules: rules, jobs: jobs)
      .run(paths: paths.map(path))
  }

  /// What was wrong with the input, as printed, paths from the workspace.
  func complaints(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { $0.rendered(in: .english).removing(folder.path + "/") }
  }

  /// The configuration in `coherence.yml`, and what is wrong with it.
  func configuration() -> (Configuration, [String]) {
    let (configuration, diagnostics) = ConfigurationLoader.load(path("coherence.yml"))
    return (configuration, complaints(diagnostics))
  }

  /// Two requirements about women mediators, one of them with examples that do not all pass.
  private static let ruleSet = """
    format: 1
    id: mediators
    version: 1.0.0
    title: {en: Mediators, fr: Médiatrices}
    groups:
      - {id: m, title: {en: Mediators, fr: Médiatrices}}
    requirements:
      - id: m.train
        group: m
        title: {en: Training, fr: Formation}
        asks: {en: Train them., fr: Les former.}
        why: {en: It helps., fr: Cela aide.}
        advice: {en: Say how many., fr: Dire combien.}
        floor: commitment
        evidence:
          topic: {en: [women mediator], fr: [médiatrice]}
          act: {en: [train, plan], fr: [former]}
        examples:
          - {lang: en, rung: commitment, text: The Department will train women mediators.}
          - {lang: fr, rung: intent, text: Le Ministère pourrait former des médiatrices.}
          - {lang: en, rung: absent, text: The Department will train dogs., because: no topic}
          - {lang: en, rung: commitment, text: "- Train women mediators"}
          - {lang: en, rung: resourced, text: The Department may train women mediators.}
          - {lang: en, rung: commitment, text: The Department trained women mediators.,
             kind: progress-report}
          - {lang: en, rung: absent, text: The Department trained women mediators.}
      - id: m.fund
        group: m
        title: {en: Money, fr: Argent}
        asks: {en: Pay them., fr: Les payer.}
        why: {en: It helps., fr: Cela aide.}
        advice: {en: Say how much., fr: Dire combien.}
        applies-to: [memorandum]
        floor: resourced
        evidence:
          topic: {en: [women mediator], fr: [médiatrice]}
          act: {en: [fund], fr: [financer]}

    """
}

extension String {
  /// The text without any `part`.
  func removing(_ part: String) -> String {
    let bytes = Array(utf8)
    let gone = Array(part.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == gone.first, bytes[index...].starts(with: gone) {
        index += gone.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
