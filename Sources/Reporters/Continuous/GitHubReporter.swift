package import Checking
package import SourceText

/// Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.
///
/// Findings that do not count stand in a folded group of the log. No text can begin a command of its own:
/// line ends are escaped, and the older mark of commands is broken up.
package struct GitHubReporter: Reporter {
  package static let name = "github"
  package static let mediaType = "text/plain; charset=utf-8"
  package static let title = LocalizedText(
    english: "annotations of GitHub Actions", french: "annotations de GitHub Actions")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let language = options.language
    var suppressedCount = 0
    report.forEachFinding(options, output) { entry in
      guard entry.finding.suppression == nil else {
        suppressedCount += 1
        return
      }
      var properties: [(String, String)] = []
      if let path = entry.path { properties.append(("file", path)) }
      if let line = entry.line { properties.append(("line", String(line))) }
      if let column = entry.column { properties.append(("col", String(column))) }
      properties.append(("title", entry.ruleID))
      command(
        Self.name(of: entry.finding.level), properties,
        Self.text(of: entry, language), to: output)
    }
    for diagnostic in report.diagnostics {
      var properties: [(String, String)] = []
      if let path = diagnostic.path { properties.append(("file", options.relativePath(path))) }
      if let line = diagnostic.line { properties.append(("line", String(line))) }
      if let column = diagnostic.column { properties.append(("col", String(column))) }
      properties.append(("title", diagnostic.id))
      let help = diagnostic.help.map { "\n" + $0[language] } ?? ""
      command(
        diagnostic.severity.rawValue, properties, diagnostic.message[language] + help, to: output)
    }
    guard suppressedCount > 0 else { return }
    let heading = LocalizedText(
      "findings that do not count: \(suppressedCount)",
      "constats qui ne comptent pas : \(suppressedCount)")
    command("group", [], heading[language], to: output)
    report.forEachFinding(options, output) { entry in
      guard let suppression = entry.finding.suppression else { return }
      let place = entry.finding.place?.location(in: language) ?? entry.path ?? ""
      let level = entry.finding.level.title
      let said = LocalizedText(
        "\(level): \(entry.words.message)", "\(level) : \(entry.words.message)")
      let line = "\(place): \(said[language]) [\(entry.ruleID)] – \(suppression.words[language])"
      // The dash keeps a path from beginning the line: what begins a line may be a command.
      output.write("- " + Self.unmarked(StyledText.harmless(line)) + "\n")
    }
    command("endgroup", [], "", to: output)
  }

  private static func text(of entry: FindingEntry, _ language: Language) -> String {
    var text = entry.words.message[language]
    if let quote = entry.finding.place?.quote, !quote.isEmpty {
      text += "\n" + (language == .english ? "“\(quote)”" : "«\u{A0}\(quote)\u{A0}»")
    }
    let help = entry.words.help[language]
    return help.isEmpty ? text : text + "\n" + help
  }

  private func command(
    _ name: String, _ properties: [(String, String)], _ message: String, to output: ReportOutput
  ) {
    let list = properties.map { "\($0)=\(Self.escapedProperty($1))" }.joined(separator: ",")
    output.write("::\(name)\(list.isEmpty ? "" : " ")\(list)::\(Self.escapedData(message))\n")
  }

  private static func name(of level: Level) -> String {
    switch level {
    case .fix: "error"
    case .ask: "warning"
    case .note: "notice"
    }
  }

  /// As the runner undoes it: per cent sign and line ends; other controls come out as `·`.
  static func escapedData(_ text: String) -> String {
    unmarked(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { StyledText.harmless(String($0)).replacing("%", with: "%25") }
        .joined(separator: "%0A"))
  }

  static func escapedProperty(_ text: String) -> String {
    unmarked(
      StyledText.harmless(text).replacing("%", with: "%25").replacing(":", with: "%3A")
        .replacing(",", with: "%2C"))
  }

  /// The runner looks for the older mark `##[` anywhere in a line.
  private static func unmarked(_ text: String) -> String { text.replacing("##[", with: "## [") }
}
