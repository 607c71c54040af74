/// Breaks a styled text into lines at blanks; no-break spaces hold.
enum LineBreaker {
  private struct Word {
    var runs: [StyledText.Run] = []
    var width = 0
  }

  /// The lines of a text, of at most `first` columns for the first and `rest` for the others; never
  /// empty.
  static func lines(of text: StyledText, first: Int, rest: Int) -> [[StyledText.Run]] {
    var lines: [[StyledText.Run]] = []
    var line: [StyledText.Run] = []
    var used = 0
    var available = max(1, first)
    func endLine() {
      lines.append(line)
      line = []
      used = 0
      available = max(1, rest)
    }
    for word in words(of: text) {
      if used > 0, used + 1 + word.width <= available {
        append(" ", blankStyle(line, word), to: &line)
        for run in word.runs { append(run.text, run.style, to: &line) }
        used += 1 + word.width
        continue
      }
      if used > 0 { endLine() }
      for (index, piece) in pieces(of: word, first: available, rest: max(1, rest)).enumerated() {
        if index > 0 { endLine() }
        for run in piece.runs { append(run.text, run.style, to: &line) }
        used += piece.width
      }
    }
    if used > 0 || lines.isEmpty { endLine() }
    return lines
  }

  /// A blank inside a stretch of one style belongs to it, so that fewer escapes are needed.
  private static func blankStyle(_ line: [StyledText.Run], _ word: Word) -> StyledText.Style {
    guard let left = line.last?.style, let right = word.runs.first?.style, left == right else {
      return .plain
    }
    return left
  }

  private static func append(
    _ text: String, _ style: StyledText.Style, to line: inout [StyledText.Run]
  ) {
    if let last = line.indices.last, line[last].style == style {
      line[last].text += text
    } else {
      line.append(StyledText.Run(text: text, style: style))
    }
  }

  private static func words(of text: StyledText) -> [Word] {
    var words: [Word] = []
    var word = Word()
    var isAfterBlank = false
    for run in text.runs {
      for (index, part) in run.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard !part.isEmpty else {
          if index > 0 { isAfterBlank = true }
          continue
        }
        if index > 0 { isAfterBlank = true }
        if isAfterBlank, !word.runs.isEmpty {
          if holds(word, part) {
            word.runs.append(StyledText.Run(text: " ", style: run.style))
            word.width += 1
          } else {
            words.append(word)
            word = Word()
          }
        }
        isAfterBlank = false
        word.runs.append(StyledText.Run(text: String(part), style: run.style))
        word.width += DisplayWidth.of(part)
      }
    }
    if !word.runs.isEmpty { words.append(word) }
    return words
  }

  /// French sets a blank inside guillemets and before some marks; no line begins or ends there,
  /// even where the author typed a plain blank.
  private static func holds(_ word: Word, _ next: Substring) -> Bool {
    if word.runs.last?.text.last == "«" { return true }
    return next.first.map { "»:;!?".contains($0) } == true
      && !next.contains { $0.isLetter || $0.isNumber }
  }

  /// A word that no line can hold is cut, after a slash, hyphen or underscore where one is near.
  private static func pieces(of word: Word, first: Int, rest: Int) -> [Word] {
    guard word.width > first else { return [word] }
    let characters = word.runs.flatMap { run in run.text.map { ($0, run.style) } }
    var pieces: [Word] = []
    var start = 0
    while start < characters.count {
      let available = pieces.isEmpty ? first : rest
      var end = start
      var width = 0
      var lastJoint: Int?
      while end < characters.count {
        let columns = DisplayWidth.of(characters[end].0)
        if width + columns > available, end > start { break }
        width += columns
        end += 1
        if "/-_".contains(characters[end - 1].0), width * 2 > available { lastJoint = end }
      }
      if end < characters.count, let lastJoint { end = lastJoint }
      var piece = Word()
      for (character, style) in characters[start..<end] {
        append(String(character), style, to: &piece.runs)
        piece.width += DisplayWidth.of(character)
      }
      pieces.append(piece)
      start = end
    }
    return pieces
  }
}
