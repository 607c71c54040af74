internal import Facts

/// Actions that a table puts under every one of its goals: the same words in the row of each, or a mark in each
/// goal's column.
struct GoalTables {
  let facts: DocumentFacts

  func underEveryGoal() -> [LinkedActions.Link] {
    facts.tables.flatMap { rows -> [LinkedActions.Link] in
      let header = Int(facts.units[rows.lowerBound].context)
      guard header == rows.lowerBound - 1, header >= 0, facts.units[header].isTableHeader else {
        return []
      }
      return inRows(header, rows) + inColumns(header, rows)
    }
  }

  // MARK: A goal a row

  /// "1 Participation | Harbour Buoys", "2 Protection | Harbour Buoys; training", …
  private func inRows(_ header: Int, _ rows: Range<Int>) -> [LinkedActions.Link] {
    let columns = facts.cells(of: header)
    guard rows.count >= 3, columns.count >= 2,
      let goal = columns.firstIndex(where: { facts.range($0.range, holds: Self.goals) })
    else { return [] }
    let column = goal - columns.startIndex
    var labels: [[UInt32]] = []
    var uses: [[UInt32]: (unit: Int, text: String, goals: Set<Int>)] = [:]
    var order: [[UInt32]] = []
    for row in rows {
      let cells = facts.cells(of: row)
      guard cells.count > column else { continue }
      let label = facts.words(in: cells[cells.startIndex + column].range, facts.language)
      let labelKey =
        label.isEmpty
        ? Array(facts.quote(cells[cells.startIndex + column].range).utf8.map(UInt32.init)) : label
      guard !labelKey.isEmpty else { continue }
      if !labels.contains(labelKey) { labels.append(labelKey) }
      let number = labels.firstIndex(of: labelKey) ?? 0
      for (index, cell) in cells.enumerated() where index != column {
        for piece in pieces(cell.range) {
          let words = facts.words(in: piece, facts.language)
          // A date, an owner or a figure says nothing of what is done.
          guard words.count >= 2, index <= column + 1 || index == 0 else { continue }
          if uses[words] == nil {
            uses[words] = (row, facts.quote(piece), [])
            order.append(words)
          }
          uses[words]?.goals.insert(number)
        }
      }
    }
    guard labels.count >= 3 else { return [] }
    return order.compactMap { key in
      guard let use = uses[key], use.goals.count == labels.count || use.goals.count >= 4,
        !facts.range(facts.units[use.unit].textRange, holds: Self.ofTheWhole)
      else { return nil }
      return LinkedActions.Link(
        unit: use.unit, action: use.text, goals: "\(use.goals.count)/\(labels.count)")
    }
  }

  /// What stands between semicolons.
  private func pieces(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where facts.text[index] == 0x3B {
      pieces.append(start..<index)
      start = index + 1
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  // MARK: A goal a column

  /// A row with a mark in each goal's column, where other rows have a mark in some.
  private func inColumns(_ header: Int, _ rows: Range<Int>) -> [LinkedActions.Link] {
    let columns = facts.cells(of: header)
    let goals = columns.indices.filter {
      $0 != columns.startIndex && facts.range(columns[$0].range, holds: Self.goals)
        && !columns[$0].range.isEmpty
    }.map { $0 - columns.startIndex }
    guard goals.count >= 3 else { return [] }
    var full: [Int] = []
    var others = 0
    for row in rows {
      let cells = facts.cells(of: row)
      let marks = goals.count {
        $0 < cells.count && isMark(cells[cells.startIndex + $0].range)
      }
      if marks == goals.count { full.append(row) } else if marks > 0 { others += 1 }
    }
    guard others >= full.count else { return [] }
    return full.compactMap { row in
      guard let first = facts.cells(of: row).first,
        !facts.range(first.range, holds: Self.ofTheWhole)
      else { return nil }
      return LinkedActions.Link(
        unit: row, action: facts.quote(first.range), goals: "\(goals.count)/\(goals.count)")
    }
  }

  /// "x", "✓", "yes", « oui », a bullet.
  private func isMark(_ range: Range<Int>) -> Bool {
    let text = facts.quote(range).lowercased().filter { $0 != " " }
    return !text.isEmpty && !["-", "–", "—", "no", "non", "0", "n/a", "s.o."].contains(text)
      && text.utf8.count <= 6
  }

  private static let goals: Stretches = [
    "goal", "objective", "pillar", "objectif", "pilier", "focus area", "axe ", "but 1", "but 2",
    "but 3", "but 4", "but 5", "buts", "but visé", "but du", "domaine prioritaire",
  ]
  private static let ofTheWhole: Stretches = [
    "secretariat", "report", "evaluation", "review", "committee", "secrétariat", "rapport",
    "évaluation", "examen", "comité", "bilan",
  ]
}
