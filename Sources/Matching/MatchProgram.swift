package import SourceText

/// Many patterns of one language, compiled to be found together in one pass.
package struct MatchProgram: Sendable {
  package let language: Language
  package let patternCount: Int
  /// Number of phrases that the one pass looks for.
  package let atomCount: Int
  /// Number of patterns and parts of patterns that are put together from phrases found.
  package var compositeCount: Int { composites.count }
  /// Number of states of the automaton that finds the phrases.
  package var stateCount: Int { automaton.stateCount }

  /// What a hit of a concept leads to.
  struct Concept: Sendable {
    /// Where its patterns begin in `patterns`; they end where the next concept's begin.
    var patternStart: UInt32 = 0
    /// Where the composites to look at begin in `triggered`; they end where the next concept's begin.
    var triggerStart: UInt32 = 0
    /// Whether a composite reads its hits.
    var isInput = false
  }

  let vocabulary: Vocabulary
  let automaton: PhraseAutomaton
  let composites: [Composite]
  /// The parts of all composites.
  let parts: [Composite.Part]
  /// The concepts whose hits composites have.
  let outputs: [UInt32]
  /// Greater than the level of every composite.
  let levelCount: Int
  /// Indexed by concept, with one more at the end.
  let concepts: [Concept]
  /// Composites, by the concept that gives reason to look at them.
  let triggered: [UInt32]
  /// Patterns, by the concept whose hits are their matches.
  let patterns: [UInt32]

  /// Compiles patterns, which matches number in the order given, and the lists that they may refer to.
  ///
  /// Everything that is wrong with lists and patterns comes back beside the program, lists first. A
  /// pattern with an error is left out of the program, or finds less than its author meant; all others
  /// are compiled whatever the problems.
  package static func compile(
    language: Language, lists: [PatternList], patterns: [TokenPattern]
  ) -> (program: MatchProgram, problems: [PatternProblem]) {
    let check = PatternCheck(language: language, lists: lists, patterns: patterns)
    var compiler = PatternCompiler(
      language: language, lists: lists, circularLists: check.circularLists)
    for (index, pattern) in patterns.enumerated() { compiler.add(pattern, index: index) }
    return (compiler.finished(patternCount: patterns.count), check.problems)
  }
}
