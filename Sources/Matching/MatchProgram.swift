package import SourceText

/// Many patterns of one language, compiled to be found together in one pass.
package struct MatchProgram: Sendable {
  package let language: Language
  package let patternCount: Int
  /// Number of phrases that the one pass looks for.
  package let atomCount: Int
  /// Number of patterns and parts of patterns that are put together from phrases found.
  package var compositeCount: Int { tables.compositeCount }
  /// Number of states of the automaton that finds the phrases.
  package var stateCount: Int { tables.stateCount }

  /// What a hit of a concept leads to.
  struct Concept: Sendable {
    /// Where its patterns begin in `patterns`; they end where the next concept's begin.
    var patternStart: UInt32 = 0
    /// Where the composites whose hits are its own begin in `feeders`; they end where the next concept's
    /// begin.
    var feederStart: UInt32 = 0
    /// Number among the concepts whose hits are asked for after the unit was read; `notKept` for others.
    var slot = Self.notKept
    /// Number among the concepts that composites hit; `notKept` for others.
    var possibleSlot = Self.notKept
    /// Whether each of its hits is a match of its leading patterns at once.
    var isDirect = false

    static let notKept = UInt32.max
    var isKept: Bool { slot != Self.notKept }
  }

  /// A pattern that is looked for only in units where its group is awake.
  struct Follower: Sendable {
    var concept: UInt32
    var pattern: UInt32
  }

  let vocabulary: Vocabulary
  let tables: ScannerTables
  /// Where all of it lies, and from which offset on.
  let memory: FixedBytes
  let start: Int

  var groupCount: Int { tables.groupCount }

  /// Compiles patterns, which matches number in the order given, and the lists that they may refer to.
  ///
  /// Everything that is wrong with lists and patterns comes back beside the program, lists first. A
  /// pattern with an error is left out of the program, or finds less than its author meant; all others
  /// are compiled whatever the problems. Without roles, every pattern is looked for everywhere; with them,
  /// there is one for each pattern.
  package static func compile(
    language: Language, lists: [PatternList], patterns: [TokenPattern], roles: [PatternRole]? = nil
  ) -> (program: MatchProgram, problems: [PatternProblem]) {
    let check = PatternCheck(language: language, lists: lists, patterns: patterns)
    var compiler = PatternCompiler(
      language: language, lists: lists, unusableLists: check.unusableLists,
      roles: roles ?? Array(repeating: .alone, count: patterns.count))
    for (index, pattern) in patterns.enumerated() where !check.unusablePatterns.contains(index) {
      compiler.add(pattern, index: index)
    }
    let bytes = compiler.finished(patternCount: patterns.count).archived()
    guard let program = MatchProgram(archive: FixedBytes(copying: bytes)) else {
      preconditionFailure("what was just written cannot be read")
    }
    let excessive = compiler.excessivePatterns.sorted().map {
      PatternProblem.tooManyReadings(patterns[$0], .pattern($0))
    }
    let unwritten = compiler.unwrittenPatterns.sorted().map {
      PatternProblem.tooManyPhrases(patterns[$0], .pattern($0))
    }
    return (program, check.problems + excessive + unwritten)
  }
}
