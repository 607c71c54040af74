internal import Documents
internal import SourceText

/// What the heading of a column says about its cells.
enum ColumnRole {
  case indicator
  case baseline
  case target
  case actual
  case date
  case owner
  case amount
  case goal
  case action
  case result

  /// Words and beginnings of words, tried in this order: "target date" is a date, "baseline" anything with the
  /// word.
  private static let listed: [(ColumnRole, [String])] = [
    (
      .date,
      [
        "date", "deadline", "due", "échéance", "by when", "timeline", "échéancier", "délai",
        "ready by", "completed by", "complete by", "reached by", "finished by", "done by",
        "achieved by", "in place by", "no later than", "au plus tard", "terminé", "d ici",
        "delivery", "when", "prêt", "livraison", "achèvement",
      ]
    ),
    (
      .baseline,
      [
        "baseline", "starting", "référence", "départ", "valeur initiale", "niveau actuel",
        "current level",
      ]
    ),
    (.target, ["target", "cible"]),
    (
      .indicator,
      [
        "indicator", "indicateur", "how measured", "how it is measured", "how we measure",
        "measured by", "how we will know",
        "what is counted", "what we count", "who is counted", "counted as", "ce qui est compté",
        "ce que nous comptons", "ce que l on compte", "qui est compté", "comment on mesure",
        "comment nous mesur", "mesuré par",
      ]
    ),
    (
      .actual,
      ["actual", "réel", "achieved", "atteint", "progress", "progrès", "avancement", "done so far"]
    ),
    (
      .owner,
      [
        "owner", "responsib", "lead ", "leads ", "responsable", "accountable", "department",
        "ministère",
        "partner", "partenaire", "by whom", "who acts", "carried by", "in charge", "par qui",
        "qui agit", "chargé", "chef de file", "pilote de",
      ]
    ),
    (
      .amount,
      [
        "budget", "amount", "funding", "cost", "money", "spending", "montant", "financement",
        "coût",
        "argent", "dépense", "somme", "$", "resources", "ressources", "crédits", "price", "prix",
      ]
    ),
    (.goal, ["goal", "objective", "objectif", "but ", "focus area", "domaine prioritaire"]),
    (
      .action,
      [
        "action", "activit", "commitment", "engagement", "initiative", "measure", "mesure",
        "undertaking", "deliverable", "livrable", "what will be done", "what we do",
        "what we will do",
        "step", "étape", "milestone", "jalon", "ce que nous f", "ce qui sera fait", "geste", "task",
        "tâche",
      ]
    ),
    (
      .result,
      ["result", "outcome", "résultat", "aim ", "aims ", "change sought", "what we want", "visée"]
    ),
  ]

  /// As they stand behind a blank; a sign of money stands behind letters as well: « M$ ».
  private static let words = listed.map { role, words in
    (role, words.map { $0 == "$" ? $0 : " " + $0 })
  }

  static func of(_ heading: ArraySlice<UInt8>) -> ColumnRole? {
    let text =
      " "
      + String(decoding: heading, as: UTF8.self).lowercased()
      .split { !$0.isLetter && $0 != "$" }.joined(separator: " ") + " "
    if text == " who " || text == " qui " { return .owner }
    return words.first { $0.1.contains { text.holds($0) } }?.0
  }
}

extension FactReading {
  func columnRoles(_ header: Block) -> [ColumnRole?] {
    let cells = document.cells[Int(header.cellStart)..<Int(header.cellStart + header.cellCount)]
    var roles = cells.map { ColumnRole.of(document.text[$0.textRange]) }
    // "Commitment | Measure": the second tells how the first is measured.
    guard header.language == .english, !roles.contains(.indicator),
      roles.count(where: { $0 == .action || $0 == .result || $0 == .goal }) >= 2,
      let measure = zip(roles, cells).enumerated().first(where: { _, column in
        column.0 == .action
          && document.text[column.1.textRange].prefix(8).elementsEqual("Measure".utf8)
      })
    else { return roles }
    roles[measure.offset] = .indicator
    return roles
  }

  mutating func readIndicator(_ unit: Int, _ row: Block) {
    guard row.leadIn >= 0, let roles = columns[row.leadIn] else { return }
    var fact = IndicatorFact(unit: Int32(unit))
    var count = 0
    for (index, role) in roles.enumerated() where index < Int(row.cellCount) {
      guard let role else { continue }
      let source = document.cells[Int(row.cellStart) + index]
      let cell = IndicatorFact.Cell(start: source.textStart, end: source.textEnd)
      count += 1
      switch role {
      case .indicator: fact.indicator = cell
      case .baseline: fact.baseline = cell
      case .target: fact.target = cell
      case .actual: fact.actual = cell
      case .date: fact.date = cell
      case .owner: fact.owner = cell
      case .amount: fact.amount = cell
      case .goal: fact.goal = cell
      case .action: fact.action = cell
      // A report gives a bare figure as the result.
      case .result where holdsWords(source): fact.result = cell
      case .result where fact.actual.isEmpty: fact.actual = cell
      case .result: break
      }
    }
    guard count > 0 else { return }
    facts.indicators.append(fact)
    // What stands in a column for targets is a target, whatever words are around it.
    for index in facts.numbers.indices.reversed() {
      guard Int(facts.numbers[index].unit) == unit else { break }
      let column = Int(facts.numbers[index].column)
      guard roles.indices.contains(column), let role = roles[column] else { continue }
      switch role {
      case .baseline: facts.numbers[index].qualifiers.insert(.baseline)
      case .target: facts.numbers[index].qualifiers.insert(.target)
      case .actual: facts.numbers[index].qualifiers.insert(.actual)
      case .result where fact.result.isEmpty: facts.numbers[index].qualifiers.insert(.actual)
      default: break
      }
    }
    for index in facts.dates.indices.reversed() {
      guard Int(facts.dates[index].unit) == unit else { break }
      let column = Int(facts.dates[index].column)
      guard roles.indices.contains(column), let role = roles[column] else { continue }
      switch role {
      case .baseline: facts.dates[index].role.insert(.baseline)
      case .target, .date: facts.dates[index].role.insert(.target)
      default: break
      }
    }
  }

  /// True for a cell that says something in words, and not only a figure with its sign or unit.
  private func holdsWords(_ cell: TableCell) -> Bool {
    var letters = 0
    for byte in document.text[cell.textRange] where byte | 0x20 >= 0x61 { letters += 1 }
    return letters >= 8
  }
}
