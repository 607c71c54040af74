internal import Checking
internal import RuleSets
internal import SourceText

/// Levels and floors as the configuration sets them for each document.
struct Gate {
  let configuration: Configuration

  // MARK: Levels

  /// Whether anything is set that can change the level of a finding.
  var setsLevels: Bool { !configuration.levels.isEmpty || !configuration.overrides.isEmpty }

  /// The findings with their levels set; one that is turned off is left out.
  func leveled(_ findings: [Finding], kinds: (String) -> DocumentKind?) -> [Finding] {
    guard setsLevels else { return findings }
    return findings.compactMap { finding in
      let path = finding.path ?? finding.place?.path
      guard let setting = setting(for: finding, path: path, kind: path.flatMap(kinds)) else {
        return finding
      }
      guard let level = setting else { return nil }
      var changed = finding
      changed.level = level
      return changed
    }
  }

  /// `nil` when nothing is set, `.some(nil)` when the finding is turned off.
  private func setting(for finding: Finding, path: String?, kind: DocumentKind?) -> Level?? {
    if let path {
      for override in configuration.overrides.reversed() where override.applies(to: path, kind) {
        if let setting = Self.setting(for: finding, in: override.levels) { return setting }
      }
    }
    return Self.setting(for: finding, in: configuration.levels)
  }

  /// The requirement goes before the kind of finding, that before a beginning, that before the checker.
  private static func setting(for finding: Finding, in levels: [String: Level?]) -> Level?? {
    if let requirement = finding.requirement, let setting = levels[requirement] { return setting }
    let kind = "\(finding.checker)/\(finding.kind)"
    if let setting = levels[kind] { return setting }
    let names = [finding.requirement, kind].compactMap { $0 }
    if let setting = longestBeginning(of: names, in: levels) { return setting }
    return levels[finding.checker]
  }

  private static func longestBeginning<Value>(
    of names: [String], in table: [String: Value]
  ) -> Value? {
    var best: (length: Int, value: Value)?
    for (key, value) in table where key.hasSuffix("*") {
      let prefix = key.dropLast()
      guard names.contains(where: { $0.hasPrefix(prefix) }) else { continue }
      if let other = best, other.length >= prefix.utf8.count { continue }
      best = (prefix.utf8.count, value)
    }
    return best?.value
  }

  // MARK: Floors

  /// Floors that differ from the rules' own for one document, by index of requirement.
  func floors(for path: String, _ kind: DocumentKind, _ rules: CompiledRules) -> [Int: Rung] {
    let tables =
      configuration.overrides.reversed().filter { $0.applies(to: path, kind) }.map(\.floors)
      + [configuration.floors]
    guard tables.contains(where: { !$0.isEmpty }) else { return [:] }
    var floors: [Int: Rung] = [:]
    for index in rules.requirements.indices {
      let id = rules.requirements[index].id
      let set = rules.ruleSets[rules.ruleSetOfRequirement[index]].id
      for table in tables {
        guard let floor = table[id] ?? Self.longestBeginning(of: [id], in: table) ?? table[set]
        else { continue }
        floors[index] = floor
        break
      }
    }
    return floors
  }

  // MARK: Names

  /// A complaint for each name in levels and floors that nothing in the rules or checkers answers to: a
  /// setting without effect is a mistake.
  func unknownNames(_ rules: CompiledRules, _ checkers: [CheckerDescription]) -> [Diagnostic] {
    guard !configuration.settingLines.isEmpty else { return [] }
    var known = Set(checkers.map(\.id))
    for checker in checkers {
      known.formUnion(checker.findings.map { "\(checker.id)/\($0.id)" })
    }
    known.formUnion(rules.requirements.map(\.id))
    known.formUnion(rules.ruleSets.map(\.id))
    let unknown = configuration.settingLines.filter { name, _ in
      guard name.hasSuffix("*") else { return !known.contains(name) }
      return !known.contains { $0.hasPrefix(name.dropLast()) }
    }
    return unknown.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { name, line in
      Diagnostic(
        .warning, id: "unknown-setting",
        LocalizedText(
          "no checker, finding, requirement or rule set is called '\(name)'",
          "aucun vérificateur, constat, exigence ni jeu de règles ne s’appelle « \(name) »"),
        path: configuration.path, line: line,
        help: NearestName.suggestion(for: name, among: known.sorted()).map(NearestName.question)
          ?? LocalizedText(
            "'coherence rules list' shows what there is",
            "« coherence rules list » montre ce qu’il y a"))
    }
  }
}
