internal import SourceText

/// A text whose parts are set apart from each other, on a terminal that has colours.
///
/// Whatever goes in is made harmless first: no text of a policy can steer the terminal or break the
/// layout, because there is no other way onto a page.
struct StyledText {
  /// What a part is, not what it looks like.
  enum Style {
    case plain
    case strong
    case quiet
    case good
    case weak
    case bad
    case place

    /// Parameters of the ANSI escape (ECMA-48 SGR); `nil` for none. Only the sixteen colours that
    /// the reader's own theme defines.
    var escape: String? {
      switch self {
      case .plain: nil
      case .strong: "1"
      case .quiet: "2"
      case .good: "32"
      case .weak: "33"
      case .bad: "31"
      case .place: "36"
      }
    }
  }

  struct Run {
    var text: String
    var style: Style
  }

  private(set) var runs: [Run] = []

  init() {}

  init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

  /// Columns on one line.
  var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    runs.append(Run(text: Self.harmless(text), style: style))
  }

  mutating func append(_ other: StyledText) { runs += other.runs }

  func appending(_ text: String, _ style: Style = .plain) -> StyledText {
    var result = self
    result.append(text, style)
    return result
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    result.append(right)
    return result
  }

  /// Line ends and tabs as blanks, everything else that a terminal could act on as `·`.
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isHarmless($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return SourceExcerpt.sanitized(String(result))
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    SourceExcerpt.isPrintable(scalar) && scalar.value != 0x2028 && scalar.value != 0x2029
  }

  /// At most so many columns, the rest as an ellipsis.
  func truncated(to width: Int) -> StyledText {
    guard self.width > width else { return self }
    var result = StyledText()
    var left = max(0, width - 1)
    for run in runs {
      var kept = ""
      var isCut = false
      for character in run.text {
        let columns = DisplayWidth.of(character)
        guard columns <= left else {
          isCut = true
          break
        }
        kept.append(character)
        left -= columns
      }
      result.runs.append(Run(text: kept, style: run.style))
      if isCut { break }
    }
    if let last = result.runs.indices.last {
      while result.runs[last].text.last == " " { result.runs[last].text.removeLast() }
      result.runs[last].text += "…"
    }
    return result
  }
}
