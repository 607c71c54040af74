internal import SourceText

extension String {
  /// Whether the bytes of another text stand in this one.
  ///
  /// In this module it takes the place of the standard library's search by characters; words and the texts that they
  /// are looked for in are both composed.
  func contains(_ other: String) -> Bool { holdsBytes(of: other) }
}
