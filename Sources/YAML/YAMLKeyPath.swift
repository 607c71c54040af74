/// The way from the root to a value, put into words only when a complaint needs it.
///
/// A rule set of a megabyte has some 50,000 values, nearly all of them right: making a text of each
/// way took longer than reading the values.
indirect enum YAMLKeyPath {
  /// A way given as a text; empty for the root.
  case text(String)
  case key(String, in: YAMLKeyPath)
  /// A member of a list, counted from 0.
  case member(Int, in: YAMLKeyPath)

  /// As `requirements[3].evidence.topic.en`.
  var words: String {
    switch self {
    case .text(let words): return words
    case .key(let key, let parent):
      let start = parent.words
      return start.isEmpty ? key : "\(start).\(key)"
    case .member(let position, let parent): return "\(parent.words)[\(position)]"
    }
  }
}
