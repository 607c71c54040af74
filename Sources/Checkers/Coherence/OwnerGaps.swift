internal import Checking
internal import Facts
internal import RuleSets

/// Acts of one plan that stand without an owner among others that have one: an empty cell in a column of owners,
/// an item of a list in the passive between items that begin with a department's name.
struct OwnerGaps {
  let corpus: Corpus
  let member: Int

  private var facts: DocumentFacts { corpus.members[member].facts }

  /// Units without an owner, in the order of the text.
  func units() -> [Int] {
    switch facts.kind {
    case .nationalActionPlan, .strategy: (rows() + items()).sorted()
    case .implementationPlan: rows()
    default: []
    }
  }

  // MARK: Tables

  private func rows() -> [Int] {
    var gaps: [Int] = []
    var index = 0
    let rows = facts.indicators
    while index < rows.count {
      let header = facts.units[Int(rows[index].unit)].context
      var end = index + 1
      while end < rows.count, facts.units[Int(rows[end].unit)].context == header { end += 1 }
      gaps += gapsOfTable(rows[index..<end])
      index = end
    }
    return gaps
  }

  private func gapsOfTable(_ rows: ArraySlice<IndicatorFact>) -> [Int] {
    var owned = 0
    var empty: [Int] = []
    var open: [Int] = []
    for row in rows {
      let unit = Int(row.unit)
      // A row that goes on with the one above, or sums up.
      guard let first = facts.cells(of: unit).first, !first.range.isEmpty,
        !facts.unit(unit, holds: Self.sums),
        // A line that only names a part of the table.
        facts.cells(of: unit).dropFirst().contains(where: { cell in
          facts.text[cell.range].contains { $0 > 0x2F }
        }) || isLastColumn(row)
      else { continue }
      let owner = facts.quote(row.owner.range)
      switch OwnerName.read(owner) {
      case .nobody where isBlank(owner): empty.append(unit)
      case .nobody: open.append(unit)
      case .somebody: owned += 1
      case .everybody: break
      }
    }
    guard owned >= 2 else { return [] }
    // Many empty cells are a way to lay out a table.
    return open + (empty.count * 2 <= owned ? empty : [])
  }

  /// The table has only two columns, and the owner's is written with a dash.
  private func isLastColumn(_ row: IndicatorFact) -> Bool {
    let cells = facts.cells(of: Int(row.unit))
    return cells.count == 2 && !row.owner.isEmpty
  }

  private func isBlank(_ owner: String) -> Bool { !owner.contains { $0.isLetter } }

  private static let sums: Stretches = ["total", "sous-total"]

  // MARK: Lists

  private func items() -> [Int] {
    facts.runs(of: \.isListItem) { $0.heading == $1.heading }.flatMap { gapsOfList($0) }
  }

  private func gapsOfList(_ range: Range<Int>) -> [Int] {
    guard range.count >= 3 else { return [] }
    var owned = 0
    var without: [Int] = []
    var block: Int32 = -1
    for unit in range {
      // Further sentences of an item belong to its first.
      if facts.units[unit].block == block { continue }
      block = facts.units[unit].block
      let promises = facts.commitments(of: unit)
      guard !promises.isEmpty else { continue }
      let opening = opening(unit)
      if opening == .name || promises.contains(where: { $0.actor == .organization })
        || !corpus.departments(namedBy: CorpusPassage(member: member, unit: unit)).isEmpty
      {
        owned += 1
      } else if opening == .thing || promises.contains(where: { $0.actor == .country }),
        promises.contains(where: {
          $0.rung.rung >= .commitment && ($0.actor == .none || $0.actor == .country)
        }), !facts.unit(unit, holds: Self.byAll)
      {
        without.append(unit)
      }
    }
    return owned >= 2 && without.count * 2 <= owned ? without : []
  }

  private enum Opening {
    case name
    case thing
    case other
  }

  /// What an item begins with: a name with its capital, or a thing behind its article.
  private func opening(_ unit: Int) -> Opening {
    let range = facts.units[unit].textRange
    let text = facts.quote(range.lowerBound..<min(range.upperBound, range.lowerBound + 80))
    // Numbers and labels in front of the words.
    let start = text.drop { !$0.isLetter }
    let words = start.split { $0 == " " || $0 == "’" || $0 == "'" || $0 == "\u{A0}" }
    guard words.count >= 3 else { return .other }
    let isArticle = Self.articles.contains(words[0].lowercased())
    let second = words[1]
    if !isArticle {
      if second.first?.isUppercase == true { return .name }
      return facts.unit(unit, holds: NationalPlanItems.passive) ? .thing : .other
    }
    if second.first?.isUppercase == true { return .name }
    return Self.heads.contains(second.lowercased()) ? .other : .thing
  }

  private static let articles: Set<String> = [
    "a", "an", "the", "un", "une", "des", "le", "la", "les", "l",
  ]
  private static let heads: Set<String> = [
    "department", "ministry", "agency", "office", "government", "partners", "ministère", "agence",
    "bureau", "service", "administration", "gouvernement", "partenaires", "secrétariat",
    "secretariat", "plan", "report", "rapport",
  ]

  /// Those who sign the plan, all of them.
  private static let byAll: Stretches = [
    "each ", "every ", "all ", "partners", "jointly", "together", "departments", "chacun",
    "chaque ",
    "tous ", "toutes ", "partenaires", "ensemble", "ministères", "signataires", "conjointement",
  ]
}

/// Who is named in a cell for owners.
enum OwnerName {
  case somebody
  case everybody
  case nobody

  static func read(_ owner: String) -> OwnerName {
    let text = owner.lowercased()
    let small = text.filter { $0.isLetter || $0 == " " }
    if small.allSatisfy({ $0 == " " }) || nobodyWords.contains(where: { small.hasPrefix($0) }) {
      return .nobody
    }
    // A name has a capital after its first word, or letters only in capitals.
    let words = owner.split { !$0.isLetter && $0 != "-" && $0 != "’" && $0 != "'" }
    let capitals = words.filter { $0.first?.isUppercase ?? false }.count
    let isVague =
      capitals < 2 && !words.contains { $0.count >= 2 && $0.allSatisfy(\.isUppercase) }
      && anybodyWords.contains { small.contains($0) }
    return isVague ? .everybody : .somebody
  }

  private static let nobodyWords = [
    "tbd", "tbc", "to be ", "not yet", "none", "nobody", "na ", "n a", "à déterminer", "à préciser",
    "à confirmer", "à désigner", "à venir", "à définir", "aucun", "personne", "sans objet",
    "non attribu", "canada", "government of canada", "gouvernement du canada", "le canada",
    "as appropriate", "divers", "various", "vacant", "open", "pending", "unassigned", "undecided",
    "under discussion", "en discussion", "lead to be", "responsable à", "inconnu", "unknown",
  ]
  private static let anybodyWords = [
    "partner", "all ", "various", "several", "departments", "relevant", "appropriate", "concerned",
    "joint", "shared", "government", "partenaire", "tous", "toutes", "plusieurs", "ministères",
    "concerné", "pertinent", "selon le cas", "commun", "gouvernement", "organisations", "ensemble",
  ]
}
