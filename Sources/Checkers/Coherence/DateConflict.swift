internal import Checking

/// Two passages that give one thing different dates.
struct DateConflict {
  var passage: CorpusPassage
  /// The date that it gives, as written.
  var words: String
  var other: CorpusPassage
  var otherWords: String
}
