internal import SourceText

/// All reporters, one a line, sorted by name.
package enum BuiltinReporters {
  package static let all: [any Reporter] = [
    CSVReporter(),
    CheckstyleReporter(),
    EvidenceReporter(),
    GapsReporter(),
    GitHubReporter(),
    GitLabReporter(),
    JSONLinesReporter(),
    JSONReporter(),
    JUnitReporter(),
    SARIFReporter(),
    TextReporter(),
  ]

  /// Names in the order of `all`.
  package static var names: [String] { all.map(\.name) }

  /// The reporter of that name; `nil` when there is none.
  package static func reporter(named name: String) -> (any Reporter)? {
    all.first { $0.name == name }
  }

  /// The known name that a misspelt one most resembles; `nil` when none does.
  package static func suggestion(for name: String) -> String? {
    NearestName.suggestion(for: name, among: names)
  }
}
