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

  let vocabulary: Vocabulary
  let automaton: PhraseAutomaton
  let composites: [Composite]
  let levelCount: Int
  let conceptCount: Int
  /// For each concept: whether a composite reads its hits.
  let isInput: [Bool]
  /// For each concept, where its composites begin in `triggered`; one more than there are concepts.
  let triggerStarts: [UInt32]
  /// The composites to look at when a concept has a hit.
  let triggered: [UInt32]
  /// For each concept, where its patterns begin in `patterns`; one more than there are concepts.
  let patternStarts: [UInt32]
  /// The patterns that a hit of a concept is a match of.
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
