internal import Matching
internal import SourceText

/// The ladder's words compiled for one language.
struct LadderProgram: Sendable {
  let language: Language
  let program: MatchProgram
  /// Category of each pattern.
  let categories: [LadderVocabulary.Category]

  init(_ language: Language) {
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
    self.language = language
    self.program = MatchProgram.compile(language: language, lists: [], patterns: patterns).program
    self.categories = categories
  }
}
