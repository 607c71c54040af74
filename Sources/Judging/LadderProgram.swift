internal import Matching
internal import SourceText

/// The ladder's words compiled for one language.
struct LadderProgram: Sendable {
  let language: Language
  let program: MatchProgram
  /// Category of each pattern.
  let categories: [LadderVocabulary.Category]
  /// Index of the organization that each pattern names; -1 for the others.
  let organizations: [Int]

  /// The ladder's own words and the names of `organizations`.
  init(_ language: Language, organizations named: [NamedOrganization] = []) {
    var patterns: [TokenPattern] = []
    var categories: [LadderVocabulary.Category] = []
    for category in LadderVocabulary.Category.allCases {
      for phrase in LadderVocabulary.phrases(category, language) {
        guard let pattern = try? PatternParser.parse(phrase, language: language) else {
          preconditionFailure("ladder phrase '\(phrase)' does not parse")
        }
        patterns.append(pattern)
        categories.append(category)
      }
    }
    var organizations = [Int](repeating: -1, count: patterns.count)
    for (index, organization) in named.enumerated() {
      for name in organization.names(language) {
        // Names come from outside: one that is no pattern names nobody.
        guard
          let phrase = Self.phrase(name),
          let pattern = try? PatternParser.parse(phrase, language: language)
        else { continue }
        patterns.append(pattern)
        categories.append(.organization)
        organizations.append(index)
      }
    }
    self.organizations = organizations
    self.language = language
    self.program = MatchProgram.compile(language: language, lists: [], patterns: patterns).program
    self.categories = categories
  }

  /// A name as a pattern for exactly these words; capitals count.
  private static func phrase(_ name: String) -> String? {
    let words = name.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    guard let first = words.first, first.first?.isUppercase == true else { return nil }
    return words.map { "=" + String($0.map { $0 == "’" ? "'" : $0 }) }.joined(separator: " ")
  }
}
