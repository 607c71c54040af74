internal import SourceText

/// Keeping a compiled program between runs, because compiling takes longer than most runs do.
extension MatchProgram {
  /// The program as bytes, for this build of the library only.
  package func archived() -> [UInt8] {
    var archive = ArchiveWriter()
    archive.writeCount(language == .english ? 0 : 1)
    archive.writeCount(patternCount)
    archive.writeCount(atomCount)
    vocabulary.write(to: &archive)
    automaton.write(to: &archive)
    archive.write(composites)
    archive.write(parts)
    archive.write(outputs)
    archive.write(concepts)
    endClasses.write(to: &archive)
    archive.write(feeders)
    archive.write(patterns)
    archive.write(roles)
    archive.write(followers)
    archive.write(followerStarts)
    return archive.bytes
  }

  /// The program that `archived` gave; `nil` for bytes that are cut short or too long. It
  /// begins at an offset in the bytes.
  ///
  /// The bytes must be known to be the ones that were written, by a checksum for example: the indices in
  /// them are believed.
  package init?(archive bytes: [UInt8], from offset: Int = 0) {
    var archive = ArchiveReader(bytes, from: offset)
    let language: Language = archive.readCount() == 0 ? .english : .french
    let patternCount = archive.readCount()
    let atomCount = archive.readCount()
    let vocabulary = Vocabulary(from: &archive)
    let automaton = PhraseAutomaton(from: &archive)
    let composites: [Composite] = archive.read()
    let parts: [Composite.Part] = archive.read()
    let outputs: [UInt32] = archive.read()
    let concepts: [Concept] = archive.read()
    let endClasses = EndClasses(from: &archive)
    self.init(
      language: language, patternCount: patternCount, atomCount: atomCount,
      vocabulary: vocabulary, automaton: automaton, composites: composites,
      parts: parts, outputs: outputs, concepts: concepts, endClasses: endClasses,
      feeders: archive.read(), patterns: archive.read(),
      roles: archive.read(), followers: archive.read(), followerStarts: archive.read())
    guard !archive.isBroken, archive.isAtEnd else { return nil }
  }
}
