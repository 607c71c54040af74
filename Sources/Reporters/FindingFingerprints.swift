package import Checking
internal import SourceText

/// Names findings so that they are known again in a later run.
///
/// A fingerprint rests on the checker, the kind, the requirement, the document's path and the words
/// quoted, never on line numbers: edits elsewhere in the document leave it as it is. A finding
/// without words or requirement rests on its texts instead. Equal findings are counted in reading
/// order.
package struct FindingFingerprints {
  private let options: ReportOptions
  private var occurrences: [String: Int] = [:]

  /// Paths count relative to the options' root, so that a checkout elsewhere gives the same names.
  package init(options: ReportOptions = ReportOptions()) {
    self.options = options
  }

  /// 16 hexadecimal digits; asking again for an equal finding gives the name of its next
  /// occurrence.
  ///
  /// A finding that has its name already keeps it.
  package mutating func next(for finding: Finding) -> String {
    if !finding.fingerprint.isEmpty { return finding.fingerprint }
    let canonical = canonicalText(of: finding)
    let count = (occurrences[canonical] ?? 0) + 1
    occurrences[canonical] = count
    let text = count == 1 ? canonical : canonical + "\u{1F}\(count)"
    return String(SHA256Digest.hex(of: Array(text.utf8)).prefix(16))
  }

  private func canonicalText(of finding: Finding) -> String {
    let quote = finding.place.map { Self.normalized($0.quote) } ?? ""
    var parts = [
      finding.checker, finding.kind, finding.requirement ?? "",
      options.relativePath(finding.path ?? finding.place?.path ?? ""), quote,
    ]
    if quote.isEmpty && finding.requirement == nil {
      // Numbers change with every edit; texts are what the finding is about.
      for (name, value) in finding.arguments.sorted(by: { $0.key < $1.key }) {
        switch value {
        case .text(let text): parts.append("\(name)=\(Self.normalized(text))")
        case .localized(let text): parts.append("\(name)=\(Self.normalized(text.english))")
        case .number, .rung: break
        }
      }
    }
    return parts.joined(separator: "\u{1F}")
  }

  /// Lower case, white space folded, typographic quotes and dashes as plain ones: what a change of
  /// format or a smart editor alters does not count.
  static func normalized(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = !result.isEmpty
        continue
      }
      if pendingBlank { result.append(" ") }
      pendingBlank = false
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}": result.append("'")
      case "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}": result.append("\"")
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
        result.append("-")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
