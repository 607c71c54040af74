internal import Documents
internal import RuleSets
internal import SourceText

/// What the columns of a table say about its rows: which cell holds the target, the date, the owner.
struct TableColumns {
  /// Role of each column; `nil` where the heading says nothing.
  private let roles: [Marker?]

  init(header block: Block, in document: Document) {
    let cells = document.cells[Int(block.cellStart)..<Int(block.cellStart + block.cellCount)]
    roles = cells.map { Self.role(of: document.text[$0.textRange]) }
  }

  /// What at least one column holds.
  var markers: Set<Marker> { Set(roles.compactMap { $0 }) }

  /// The measures that a row's filled cells give, with their cells.
  func markers(of row: Block, in document: Document) -> [(marker: Marker, span: SourceSpan)] {
    var found: [(Marker, SourceSpan)] = []
    for (index, role) in roles.enumerated() where index < Int(row.cellCount) {
      guard let role else { continue }
      let cell = document.cells[Int(row.cellStart) + index]
      guard !Placeholder.isEmpty(document.text[cell.textRange]) else { continue }
      found.append((role, SourceSpan(start: Int(cell.textStart), end: Int(cell.textEnd))))
    }
    return found
  }

  /// Words and beginnings of words (with `-`) by what they say of a column; the first that fits wins, so
  /// that "date to achieve target" is a date.
  private static let words: [(marker: Marker, words: [String])] = [
    (
      .baseline,
      [
        "baseline-", "starting point", "référence", "point de départ", "départ", "initial-",
        "before", "avant",
      ]
    ),
    (
      .date,
      [
        "date-", "deadline-", "due", "when", "timeline-", "timeframe-", "échéance-", "délai-",
        "quand", "calendrier", "échéancier", "completion", "milestone-", "jalon-", "schedule",
      ]
    ),
    (.target, ["target-", "cible-", "goal value", "objectif chiffré", "end state"]),
    (
      .owner,
      [
        "owner-", "responsib-", "lead", "leads", "responsable-", "accountable",
        "office of primary interest", "opi", "bpr", "who", "qui", "direction", "branch",
      ]
    ),
    (
      .amount,
      [
        "budget-", "amount-", "funding", "cost-", "montant-", "financement", "coût-", "$",
        "planned spending", "dépenses prévues",
      ]
    ),
    (
      .indicator,
      ["indicator-", "indicateur-", "measure", "measures", "metric-", "mesure de", "how measured"]
    ),
  ]

  private static func role(of text: ArraySlice<UInt8>) -> Marker? {
    let heading = String(decoding: text.prefix(200), as: UTF8.self).lowercased()
    // Blanks on both sides of every word, so that "who" is not found in "whole".
    let words = " " + heading.split { !$0.isLetter && $0 != "$" }.joined(separator: " ") + " "
    return Self.words.first { entry in
      entry.words.contains { word in
        let isBeginning = word.hasSuffix("-")
        return words.contains(isBeginning ? " " + word.dropLast() : " " + word + " ")
      }
    }?.marker
  }
}

/// Text that stands where a measure should be and is none.
enum Placeholder {
  private static let texts: Set<String> = [
    "", "-", "–", "—", "tbd", "tbc", "n/a", "na", "n.a.", "nil", "none", "x", "xx", "…", "...",
    "to be determined", "to be confirmed", "to be established", "not available", "not applicable",
    "ongoing", "pending", "à déterminer", "ad", "à venir", "à confirmer", "à établir", "s.o.",
    "s. o.", "so", "sans objet", "non disponible", "en continu", "en cours", "n.d.", "nd", "aucun",
    "aucune", "not yet set", "à fixer", "s/o", "unknown", "inconnu", "inconnue", "various",
    "divers",
  ]

  private static let stopped: Set<String> = [
    "cancelled", "canceled", "dropped", "withdrawn", "abandoned", "suspended", "on hold",
    "not started",
    "discontinued", "ended", "annulé", "annulée", "abandonné", "abandonnée", "suspendu",
    "suspendue",
    "retiré", "retirée", "en suspens", "non commencé", "non commencée", "supprimé", "supprimée",
  ]

  /// True for a cell that says that something was given up or not begun.
  static func isStopped(_ text: ArraySlice<UInt8>) -> Bool {
    guard (4...16).contains(text.count) else { return false }
    return stopped.contains(String(decoding: text, as: UTF8.self).lowercased())
  }

  static func isEmpty(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count < 80 else { return false }
    let word = String(decoding: text, as: UTF8.self).lowercased()
    let trimmed = word.drop { $0 == " " || $0 == "\n" }
    var plain = String(trimmed)
    while let last = plain.last, last == " " || last == "\n" || last == "*" { plain.removeLast() }
    if texts.contains(plain) { return true }
    return plain.hasPrefix("to be ") || plain.hasPrefix("à être ") || plain.hasPrefix("[")
      || plain.hasPrefix("to follow") || plain.hasPrefix("à préciser") || plain.hasPrefix("sera ")
      || plain.hasPrefix("not yet ") || plain.hasPrefix("pas encore ")
  }
}
