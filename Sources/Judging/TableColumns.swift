internal import Documents
internal import RuleSets
internal import SourceText

/// What the columns of a table say about its rows: which cell holds the target, the date, the owner.
struct TableColumns {
  /// What each column holds; nothing where its heading says nothing.
  private let roles: [[Marker]]
  /// Columns whose heading may as well stand over words: "Goal". Only a figure under it is a target.
  private let needsFigure: [Bool]

  init(header block: Block, in document: Document) {
    let cells = document.cells[Int(block.cellStart)..<Int(block.cellStart + block.cellCount)]
    let headings = cells.map { Heading(document.text[$0.textRange]) }
    var roles: [[Marker]] = headings.map { heading in heading.role.map { [$0] } ?? [] }
    needsFigure = zip(headings, roles).map { $0.mayBeTarget && $1.isEmpty }
    for index in headings.indices where needsFigure[index] { roles[index] = [.target] }
    if roles.contains([.target]) {
      for (index, heading) in headings.enumerated() where heading.namesYear {
        // "Target for 2026" dates its cells; "2023–24" beside it says where things stood.
        if roles[index] == [.target] { roles[index].append(.date) }
        if heading.isYear { roles[index] = [.baseline] }
      }
    }
    if !roles.contains(where: { $0.contains(.target) }) {
      // "Before" and "After" compare results; a start belongs to something that is to be reached.
      for (index, heading) in headings.enumerated() where heading.comparesResults {
        roles[index] = []
      }
    }
    self.roles = roles
  }

  /// What at least one column holds.
  var markers: Set<Marker> { Set(roles.joined()) }

  /// The measures that a row's filled cells give, with their cells.
  func markers(of row: Block, in document: Document) -> [(marker: Marker, span: SourceSpan)] {
    var found: [(Marker, SourceSpan)] = []
    for (index, role) in roles.enumerated() where index < Int(row.cellCount) {
      let cell = document.cells[Int(row.cellStart) + index]
      let text = document.text[cell.textRange]
      guard !Placeholder.isEmpty(text) else { continue }
      let hasFigure = text.contains { (0x30...0x39).contains($0) }
      let span = SourceSpan(start: Int(cell.textStart), end: Int(cell.textEnd))
      if role.isEmpty, hasFigure, index > 0, text.count < 24, text.contains(0x24) {
        found.append((.amount, span))
      }
      guard hasFigure || !needsFigure[index] else { continue }
      for marker in role where marker != .date || hasFigure || TableColumns.namesTime(text) {
        found.append((marker, span))
      }
    }
    return found
  }

  /// "Spring", "each quarter": a time without a figure; "Done" is none.
  private static func namesTime(_ cell: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: cell.prefix(80), as: UTF8.self).lowercased()
      .split { !$0.isLetter }.map(String.init)
    return words.contains { word in
      times.contains(word)
        || [MeasureWords.english, .french].contains {
          $0.months.contains(word) || $0.seasons.contains(word)
        }
    }
  }

  private static let times: Set<String> = [
    "monthly", "quarterly", "annually", "yearly", "annual", "month", "year", "each", "every",
    "mois",
    "trimestriel", "trimestrielle", "annuel", "annuelle", "annuellement", "an", "année", "chaque",
    "immediate", "immediately", "immédiat", "immédiatement",
  ]

  /// The words over a column.
  private struct Heading {
    /// Lowercase words, with blanks on both sides of each, so that "who" is not found in "whole".
    private let words: String
    /// True for a heading that holds a year, fiscal or calendar.
    let namesYear: Bool

    init(_ text: ArraySlice<UInt8>) {
      let heading = String(decoding: text.prefix(200), as: UTF8.self).lowercased()
      words =
        " " + heading.split { !$0.isLetter && $0 != "$" }.joined(separator: " ") + " "
      let bytes = Array(heading.utf8)
      namesYear = bytes.indices.dropLast(3).contains { start in
        bytes[start] == 0x32 && bytes[start + 1] == 0x30
          && bytes[start + 2...start + 3].allSatisfy { (0x30...0x39).contains($0) }
      }
    }

    /// True for "Before", which is a start only beside a target.
    var comparesResults: Bool { words == " before " || words == " avant " }

    /// True for a year and nothing else.
    var isYear: Bool { namesYear && words.allSatisfy { $0 == " " } }

    var mayBeTarget: Bool { TableColumns.maybeTargets.contains(words) }

    var role: Marker? {
      if let whole = TableColumns.wholeHeadings[words] { return whole }
      // U+0300 to U+036F: letters with accents of their own are compared by characters.
      if words.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) {
        return TableColumns.words.first { $0.words.contains { words.holds($0) } }?.marker
      }
      var text = words
      return text.withUTF8 { heading in
        let begins = heading.indices.filter { heading[$0] == 0x20 }
        return TableColumns.pieces.first { entry in
          begins.contains { heading[$0...].starts(with: entry.bytes) }
        }?.marker
      }
    }
  }

  /// Headings of one or two words that say it only when nothing else stands beside them.
  private static let wholeHeadings: [String: Marker] = [
    " by ": .date, " d ici ": .date, " by end of ": .date, " avant le ": .date, " year ": .date,
    " année ": .date, " now ": .baseline, " today ": .baseline, " current ": .baseline,
    " current value ": .baseline, " aujourd hui ": .baseline, " valeur actuelle ": .baseline,
    " latest result ": .baseline, " actual result ": .baseline, " most recent result ": .baseline,
    " dernier résultat ": .baseline, " résultat réel ": .baseline,
    " résultat le plus récent ": .baseline,
    " situation actuelle ": .baseline, " maintenant ": .baseline, " à ce jour ": .baseline,
  ]

  private static let maybeTargets: Set<String> = [
    " goal ", " aim ", " but ", " visé ", " visée ", " à atteindre ", " to reach ", " planned ",
    " prévu ", " objectif ",
  ]

  /// Words and beginnings of words by what they say of a column, as they stand among blanks.
  private static let words = listed.map { entry in
    (
      marker: entry.marker,
      words: entry.words.map { $0.hasSuffix("-") ? " " + $0.dropLast() : " " + $0 + " " }
    )
  }

  /// The same one by one, as bytes; each begins with a blank.
  private static let pieces = words.flatMap { entry in
    entry.words.map { (marker: entry.marker, bytes: Array($0.utf8)) }
  }

  /// Words and beginnings of words (with `-`); the first that fits wins, so that "date to achieve target" is a
  /// date.
  private static let listed: [(marker: Marker, words: [String])] = [
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
}

/// Text that stands where a measure should be and is none.
enum Placeholder {
  private static let texts: Set<String> = [
    "", "-", "–", "—", "tbd", "tbc", "n/a", "na", "n.a.", "nil", "none", "x", "xx", "…", "...",
    "to be determined", "to be confirmed", "to be established", "not available", "not applicable",
    "ongoing", "pending", "à déterminer", "ad", "à venir", "à confirmer", "à établir", "s.o.",
    "s. o.", "so", "sans objet", "non disponible", "en continu", "en cours", "n.d.", "nd", "aucun",
    "aucune", "not yet set", "à fixer", "s/o", "unknown", "inconnu", "inconnue", "various",
    "divers", "not decided", "undecided", "to be decided", "non décidé", "pas décidé", "à décider",
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
