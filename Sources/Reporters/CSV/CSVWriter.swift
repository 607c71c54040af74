/// Writes comma-separated values (RFC 4180) that a spreadsheet opens as text.
///
/// A value that a spreadsheet would take for a formula or a command gets an apostrophe before it; controls
/// come out as `·`. A byte order mark stands first, because Excel takes a file without it for another
/// encoding than UTF-8 and breaks every accent.
struct CSVWriter {
  private let output: ReportOutput

  init(_ output: ReportOutput) {
    self.output = output
    output.write("\u{FEFF}")
  }

  func row(_ values: [String]) {
    for (index, value) in values.enumerated() {
      if index > 0 { output.write(byte: 0x2C) }
      output.write(Self.field(value))
    }
    output.write("\r\n")
  }

  /// One value, quoted where it must be.
  static func field(_ value: String) -> String {
    var text = MarkupText.harmless(value)
    if isFormula(text) { text = "'" + text }
    let needsQuotes =
      text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B }
      || text.hasPrefix(" ") || text.hasSuffix(" ")
    guard needsQuotes else { return text }
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  /// True when the first sign that is no blank begins a formula, in ASCII or full width (OWASP, CSV injection).
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return false
    }
    switch first {
    case "=", "+", "-", "@", "|", "%", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}":
      return true
    default: return false
    }
  }
}
