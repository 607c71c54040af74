package import SourceText

/// What shows that one half of a localized text was forgotten, or left behind by a change of the other.
package enum Translation {
  /// Words that are English and never French, as far as our messages use them.
  static let englishWords: Set<String> = [
    "and", "are", "at", "be", "before", "between", "by", "cannot", "check", "expected", "file",
    "folder", "found", "has", "have", "if", "in", "is", "it", "its", "meant", "missing", "must",
    "no", "of", "one", "put", "quotes", "read", "remove", "rule", "save", "starts", "than", "that",
    "the", "there", "this", "to", "unknown", "value", "which", "with", "write", "you",
  ]

  /// Quotations that are themselves translated.
  private static let translated = ["key: value": "clé: valeur", "# guessed": "# à vérifier"]

  /// What is wrong with the pair; empty when all is well.
  package static func faults(_ text: LocalizedText) -> [String] {
    let english = Parts(text.english, open: "'", close: "'")
    let french = Parts(text.french, open: "«", close: "»")
    var faults = typographyFaults(text.french, unquoted: french.unquoted)
    if text.french.isEmpty { faults.append("no French") }
    if text.english == text.french, text.english.contains(where: \.isLetter) {
      faults.append("not translated: \(text.french)")
    }
    let strangers = strangers(in: french.unquoted)
    if !strangers.isEmpty { faults.append("English in \(text.french): \(strangers)") }
    let quoted = english.quoted.map { translated[$0] ?? $0 }.sorted()
    if quoted != french.quoted.sorted() {
      faults.append("quoted in English \(quoted), in French \(french.quoted.sorted())")
    }
    if numbers(english.unquoted) != numbers(french.unquoted) {
      faults.append("numbers differ: \(text.english) / \(text.french)")
    }
    return faults
  }

  /// English words in a text that should be French.
  package static func strangers(in text: String) -> [String] {
    // Keys such as judged-by and option names are the same in both languages.
    text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
      .filter(englishWords.contains)
  }

  /// What is wrong with the French of a diagnostic.
  package static func faults(in diagnostic: Diagnostic) -> [String] {
    var faults = faults(diagnostic.message) + (diagnostic.help.map(faults) ?? [])
    let rendered = diagnostic.rendered(in: .french)
    let label = diagnostic.severity == .error ? "erreur" : "avertissement"
    if !rendered.contains(": \(label)\u{A0}: \(diagnostic.message.french) [\(diagnostic.id)]") {
      faults.append("rendered as \(rendered)")
    }
    if let help = diagnostic.help, !rendered.hasSuffix("\naide\u{A0}: \(help.french)") {
      faults.append("help rendered as \(rendered)")
    }
    return faults
  }

  private static func typographyFaults(_ french: String, unquoted: String) -> [String] {
    var faults: [String] = []
    if french.contains("« ") || french.contains(" »") || unquoted.contains(" :") {
      faults.append("a blank that may break in \(french)")
    }
    if unquoted.contains("'") { faults.append("a straight apostrophe in \(french)") }
    let unquoted = unquoted.replacing("!!", with: "")  // YAML's own tags
    for sign in [" ;", " ?", " !", "\u{A0};", "\u{A0}?", "\u{A0}!"] where unquoted.contains(sign) {
      faults.append("a blank before '\(sign.dropFirst())' in \(french)")
    }
    return faults
  }

  private static func numbers(_ text: String) -> [String] {
    text.split { !("0"..."9").contains($0) }.map(String.init).sorted()
  }

  /// A text taken apart by its quotation marks.
  private struct Parts {
    var quoted: [String] = []
    var unquoted = ""

    /// A quotation starts behind a blank or a bracket and ends where no letter follows, so that
    /// apostrophes are none.
    init(_ text: String, open: Character, close: Character) {
      let characters = Array(text)
      var start: Int?
      for (index, character) in characters.enumerated() {
        let next = index + 1 < characters.count ? characters[index + 1] : " "
        if let first = start {
          let isEnd = character == close && !next.isLetter && !next.isNumber && index > first
          guard isEnd else { continue }
          quoted.append(Self.trimmed(characters[first..<index]))
          unquoted.append("…")  // so that what stands around the quotation does not meet
          start = nil
        } else if character == open,
          open != close || index == 0 || " ([{".contains(characters[index - 1])
        {
          start = index + 1
        } else {
          unquoted.append(character)
        }
      }
    }

    private static func trimmed(_ part: ArraySlice<Character>) -> String {
      var part = part
      while let first = part.first, first.isWhitespace { part.removeFirst() }
      while let last = part.last, last.isWhitespace { part.removeLast() }
      return String(part)
    }
  }
}
