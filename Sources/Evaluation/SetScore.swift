internal import RuleSets
package import SourceText

/// What a score is about.
package enum ScoreGroup: Hashable, Sendable {
  case all
  case language(Language)
  case framework(String)
  case frameworkIn(String, Language)
  case requirement(String)

  /// The part of a requirement's id before the first point.
  package static func framework(of requirement: String) -> String {
    requirement.split(separator: ".").first.map(String.init) ?? requirement
  }

  /// As thresholds and reports name it: "all", "en", "wps", "wps.en", "wps.lead.stance".
  package var name: String {
    switch self {
    case .all: "all"
    case .language(let language): language.rawValue
    case .framework(let name): name
    case .frameworkIn(let name, let language): "\(name).\(language.rawValue)"
    case .requirement(let id): id
    }
  }
}

/// All scores of one labelled set, or of several together.
package struct SetScore: Sendable {
  package var name: String
  package var documentCount: Int
  package var unitCount: Int
  package var labelCount = 0
  package var scores: [ScoreGroup: Score] = [:]
  /// Evidence without a label, in the order of documents and requirements.
  package var falseAlarms: [FoundPassage] = []
  /// Labels without evidence, with the labelled rung.
  package var misses: [FoundPassage] = []

  init(name: String, set: LabelledSet) {
    self.name = name
    documentCount = set.documents.count
    unitCount = set.units.count
  }

  /// Several sets taken together.
  package init(name: String, _ parts: [SetScore]) {
    self.name = name
    documentCount = parts.reduce(0) { $0 + $1.documentCount }
    unitCount = parts.reduce(0) { $0 + $1.unitCount }
    labelCount = parts.reduce(0) { $0 + $1.labelCount }
    for part in parts {
      for (group, score) in part.scores { self[group] += score }
    }
  }

  package subscript(group: ScoreGroup) -> Score {
    get { scores[group] ?? Score() }
    set { scores[group] = newValue }
  }

  /// Groups in the order in which reports show them, without requirements.
  package var groups: [ScoreGroup] {
    let frameworks = scores.keys.compactMap { group -> String? in
      if case .framework(let name) = group { name } else { nil }
    }.sorted()
    let wanted =
      [ScoreGroup.all] + Language.allCases.map { .language($0) }
      + frameworks.flatMap { name in
        [.framework(name)] + Language.allCases.map { .frameworkIn(name, $0) }
      }
    return wanted.filter { scores[$0] != nil }
  }

  /// Requirements by id.
  package var requirements: [ScoreGroup] {
    scores.keys.compactMap { group -> String? in
      if case .requirement(let id) = group { id } else { nil }
    }.sorted().map { .requirement($0) }
  }

  /// Mean precision, recall and F1 over the requirements that have labels; 0 when none has.
  package var macro: (precision: Double, recall: Double, f1: Double, requirements: Int) {
    let labelled = requirements.map { self[$0] }.filter { $0.found + $0.missed > 0 }
    guard !labelled.isEmpty else { return (0, 0, 0, 0) }
    func mean(_ value: (Score) -> Double) -> Double {
      labelled.reduce(0) { $0 + value($1) } / Double(labelled.count)
    }
    return (
      mean { $0.precision.value }, mean { $0.recall.value }, mean { $0.f1 }, labelled.count
    )
  }
}
