package import Checking
package import SourceText

/// Writes findings as the file of a baseline: YAML with one finding a line, so that a change of one is a
/// change of one line.
package struct BaselineWriter {
  private let output: ReportOutput
  private let json: JSONWriter
  private var isEmpty = true

  package init(_ output: ReportOutput) {
    self.output = output
    json = JSONWriter(output)
  }

  /// The lines before the findings.
  package func begin() {
    output.write(
      """
      # Findings that were accepted as they stood. 'coherence baseline' writes this file;
      # 'coherence baseline --list' shows it, 'coherence baseline --check' says what has changed.
      format: 1
      findings:

      """)
  }

  /// One finding; `path` is from the root of the work tree.
  package mutating func write(
    fingerprint: String, level: Level, checker: String, kind: String, requirement: String?,
    path: String?, quote: String, message: String
  ) {
    isEmpty = false
    output.write("- ")
    json.object(.inline) {
      json.member("fingerprint", fingerprint)
      json.member("level", level.rawValue)
      json.member("checker", checker)
      json.member("kind", kind)
      json.member("requirement", requirement)
      json.member("path", path.map(Self.writable))
      json.member("quote", Self.writable(quote))
      json.member("message", Self.writable(message))
    }
    output.write(byte: 0x0A)
  }

  /// The end of the file.
  package func end() {
    if isEmpty { output.write("  []\n") }
    output.flush()
  }

  /// Without the scalars that YAML does not allow in a text.
  private static func writable(_ text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { ![0xFEFF, 0xFFFE, 0xFFFF].contains($0.value) }))
  }
}

extension Report {
  /// What the finding says, in one language.
  package func message(of finding: Finding, in language: Language) -> String {
    FindingWords(finding, self).message[language]
  }
}
