package import SourceText

/// Why a finding does not count against a run, although it stands in every report.
package struct Suppression: Sendable, Hashable {
  package enum Source: String, Sendable, CaseIterable {
    /// Accepted with the baseline of the day.
    case baseline
    /// Waived in the configuration.
    case configuration
    /// Waived in the document, beside the passage.
    case document

    package var title: LocalizedText {
      switch self {
      case .baseline: LocalizedText("accepted in the baseline", "accepté dans la référence")
      case .configuration:
        LocalizedText("waived in the configuration", "dispensé dans la configuration")
      case .document: LocalizedText("waived in the document", "dispensé dans le document")
      }
    }
  }

  package var source: Source
  /// Why it was accepted; empty for a baseline, which accepts what there is.
  package var reason: String
  /// Who answers for it; empty for a baseline.
  package var owner: String
  /// The last day on which it holds; `nil` for a baseline.
  package var expires: CalendarDay?
  /// Where it is written: a file, with a line when it has one.
  package var path: String
  /// 1-based; 0 when the file has no lines.
  package var line: Int

  package init(
    source: Source, reason: String = "", owner: String = "", expires: CalendarDay? = nil,
    path: String, line: Int = 0
  ) {
    self.source = source
    self.reason = reason
    self.owner = owner
    self.expires = expires
    self.path = path
    self.line = line
  }

  /// All of it in one line: "waived in the document (Jane Roy, until 2027-03-31): the figure comes in June".
  package var words: LocalizedText {
    var details: [LocalizedText] = []
    if !owner.isEmpty { details.append(LocalizedText(name: owner)) }
    if let expires {
      details.append(LocalizedText("until \(expires)", "jusqu’au \(expires)"))
    }
    var text = source.title
    if !details.isEmpty {
      text = LocalizedText(
        english: "\(text.english) (\(details.map(\.english).joined(separator: ", ")))",
        french: "\(text.french) (\(details.map(\.french).joined(separator: ", ")))")
    }
    if !reason.isEmpty { text = LocalizedText("\(text): \(reason)", "\(text) : \(reason)") }
    return text
  }
}
