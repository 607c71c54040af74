internal import SourceText

/// What a program is made of, as the compiler puts it together.
struct ProgramParts {
  var language: Language
  var patternCount: Int
  var atomCount: Int
  var vocabulary: Vocabulary
  var automaton: PhraseAutomaton
  var composites: [Composite]
  /// The parts of all composites.
  var parts: [Composite.Part]
  /// The concepts whose hits composites have.
  var outputs: [UInt32]
  /// Indexed by concept, with one more at the end.
  var concepts: [MatchProgram.Concept]
  /// What ends of phrases lead to.
  var endClasses: EndClasses
  /// Composites, by the concept whose hits theirs are.
  var feeders: [UInt32]
  /// Patterns, by the concept whose hits are their matches.
  var patterns: [UInt32]
  /// Indexed by pattern.
  var roles: [PatternRole]
  /// Following patterns, by group.
  var followers: [MatchProgram.Follower]
  /// Where each group's followers begin; one more than there are groups.
  var followerStarts: [UInt32]

  /// The program as scanners read it, for this build of the library only.
  func archived() -> [UInt8] {
    var archive = ArchiveWriter(isAligned: true)
    archive.writeCount(language == .english ? 0 : 1)
    archive.writeCount(patternCount)
    archive.writeCount(atomCount)
    vocabulary.write(to: &archive)
    ScannerTables.write(self, to: &archive)
    return archive.bytes
  }
}
