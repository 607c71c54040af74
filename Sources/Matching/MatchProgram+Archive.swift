package import SourceText

/// Keeping a compiled program between runs, because compiling takes longer than most runs do.
extension MatchProgram {
  /// The program as bytes, for this build of the library only.
  package func archived() -> [UInt8] { Array(memory.bytes[start...]) }

  /// The program that `archived` gave, used where it lies; `nil` for bytes that are cut short or too long.
  /// It begins at an aligned offset in the bytes.
  ///
  /// The bytes must be known to be the ones that were written, by a checksum for example: the indices in
  /// them are believed.
  package init?(archive memory: FixedBytes, from offset: Int = 0) {
    let start =
      (offset + ArchiveWriter.alignment - 1) & ~(ArchiveWriter.alignment - 1)
    var archive = ProgramReader(memory, from: start)
    self.memory = memory
    self.start = start
    language = archive.readCount() == 0 ? .english : .french
    patternCount = archive.readCount()
    atomCount = archive.readCount()
    vocabulary = Vocabulary(from: &archive)
    guard let tables = ScannerTables(from: &archive), archive.isAtEnd else { return nil }
    self.tables = tables
  }
}
