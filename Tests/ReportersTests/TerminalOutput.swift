/// What a test needs to know of text on a terminal, worked out apart from the code under test.
enum TerminalOutput {
  /// The text without the escapes that set colours; any other escape stays.
  static func withoutStyle(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  /// Columns of a line without wide characters: one for each character that is not a mark alone.
  static func columns(_ line: some StringProtocol) -> Int {
    line.unicodeScalars.count { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: false
      default: true
      }
    }
  }
}
