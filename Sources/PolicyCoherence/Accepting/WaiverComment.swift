internal import Checking
internal import SourceText

/// A comment that speaks to this program, as an author writes it beside a passage:
///
/// ```
/// coherence: waive wps.amplify.voices; owner: Planning Branch; until: 2027-03-31; reason: decided in June
/// ```
///
/// French key words do as well: *dispenser*, *responsable*, *échéance*, *motif*.
struct WaiverComment {
  var targets: [String] = []
  var reason = ""
  var owner = ""
  var until: CalendarDay?
  /// What is missing or wrong; empty when the waiver holds.
  var problems: [LocalizedText] = []

  /// `nil` for a comment that does not speak to this program.
  init?(_ text: String) {
    let text = Self.trimmed(Substring(text))
    guard text.lowercased().hasPrefix("coherence:") else { return nil }
    var fields = Self.trimmed(text.dropFirst("coherence:".count))
      .split(separator: ";", omittingEmptySubsequences: false)
    let opening = fields.isEmpty ? "" : fields.removeFirst()
    var words = opening.split(whereSeparator: { $0.isWhitespace || $0 == "," })
    let verb = words.isEmpty ? "" : words.removeFirst()
    guard Self.verbs.contains(verb.lowercased()) else {
      problems = [
        LocalizedText(
          "'\(verb)' is no word that comments may begin with; write 'waive'",
          "« \(verb) » n’est pas un mot qui peut commencer un commentaire; écrivez « waive »")
      ]
      return
    }
    targets = words.map(String.init)
    read(fields)
    complainOfGaps()
  }

  private static let verbs: Set<String> = ["waive", "dispenser"]

  private mutating func read(_ fields: [Substring]) {
    var index = 0
    while index < fields.count {
      let field = fields[index]
      index += 1
      guard let colon = field.firstIndex(of: ":") else {
        let field = Self.trimmed(field)
        if !field.isEmpty {
          problems.append(
            LocalizedText("'\(field)' has no key", "« \(field) » n’a pas de clé"))
        }
        continue
      }
      let key = Self.trimmed(field[..<colon]).lowercased().replacing("’", with: "'")
      let value = String(Self.trimmed(field[field.index(after: colon)...]))
      switch key {
      case "reason", "motif", "raison":
        // The reason may hold semicolons when it comes last.
        let isKey = fields[index...].contains { Self.beginsWithKey($0) }
        if isKey {
          reason = value
        } else {
          let rest = fields[index...].map(String.init)
          reason = ([value] + rest).joined(separator: ";")
          index = fields.count
        }
      case "owner", "responsable": owner = value
      case "until", "échéance", "jusqu'au":
        until = CalendarDay(iso: value)
        if until == nil {
          problems.append(
            LocalizedText(
              "'\(value)' is no day; write it as '2027-03-31'",
              "« \(value) » n’est pas un jour; écrivez « 2027-03-31 »"))
        }
      default:
        problems.append(LocalizedText("unknown key '\(key)'", "clé inconnue « \(key) »"))
      }
    }
  }

  private static func beginsWithKey(_ field: Substring) -> Bool {
    guard let colon = field.firstIndex(of: ":") else { return false }
    let key = trimmed(field[..<colon]).lowercased().replacing("’", with: "'")
    return ["owner", "responsable", "until", "échéance", "jusqu'au"].contains(key)
  }

  private mutating func complainOfGaps() {
    if targets.isEmpty {
      problems.append(
        LocalizedText("it names nothing to waive", "rien n’est nommé à dispenser"))
    }
    if reason.isEmpty {
      problems.append(LocalizedText("'reason' is missing", "il manque « reason »"))
    }
    if owner.isEmpty {
      problems.append(LocalizedText("'owner' is missing", "il manque « owner »"))
    }
    if until == nil, !problems.contains(where: { $0.english.contains("is no day") }) {
      problems.append(LocalizedText("'until' is missing", "il manque « until »"))
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
