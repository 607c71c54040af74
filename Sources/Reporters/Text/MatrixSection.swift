internal import Checking
internal import RuleSets
internal import SourceText

/// Requirements by documents: in each cell the rung as a symbol, with a mark where the floor is
/// reached.
///
/// Colour only repeats what symbols say. A matrix wider than the page is split into several.
struct MatrixSection {
  let view: ReportPage

  /// Beyond this many requirements the rows are groups, unless everything was asked for.
  static let requirementLimit = 60

  func write() {
    let labels = DocumentLabels(view.report.documents)
    let rows = self.rows()
    guard !rows.isEmpty else { return }
    view.heading(Messages.matrixHeading)
    for (index, document) in view.report.documents.enumerated() {
      view.page.entry(
        labels[index], StyledText(document.profile.path, .place), indent: 2,
        labelWidth: labels.width)
    }
    let cellWidth = max(
      5, labels.width + 2,
      (rows.flatMap(\.cells).map(\.width).max() ?? 0) + 2)
    let widest = rows.map { $0.title.width }.max() ?? 0
    let free = view.page.width - 2
    let titleWidth = min(widest, max(18, free * 2 / 5, free - cellWidth * labels.labels.count))
    let perPart = max(1, (free - titleWidth) / cellWidth)
    let all = Array(view.report.documents.indices)
    for start in stride(from: 0, to: all.count, by: perPart) {
      let part = all[start..<min(start + perPart, all.count)]
      view.page.blank()
      var head = StyledText(String(repeating: " ", count: titleWidth))
      for index in part { head.append("  " + pad(labels[index], cellWidth - 2), .strong) }
      view.page.line(head, indent: 2)
      for row in rows {
        let title = row.title.truncated(to: titleWidth)
        var line = title
        line.append(String(repeating: " ", count: titleWidth - title.width))
        for index in part where row.cells.indices.contains(index) {
          let cell = row.cells[index]
          line.append("  ")
          line.append(cell)
          line.append(String(repeating: " ", count: max(0, cellWidth - 2 - cell.width)))
        }
        view.page.line(line, indent: 2)
      }
    }
    view.page.blank()
    view.page.text(isByGroup ? groupLegend : legend, indent: 2)
  }

  // MARK: Rows

  private struct Row {
    var title: StyledText
    /// One a document; empty for a line that only names a group.
    var cells: [StyledText]
  }

  /// Requirements that apply to a document, in rule order.
  private var requirements: [Int] {
    var applicable: Set<Int> = []
    for document in view.report.documents {
      for cell in document.coverage { applicable.insert(cell.requirement) }
    }
    return view.rules.requirements.indices.filter(applicable.contains)
  }

  private var isByGroup: Bool {
    switch view.options.detail {
    case .summary: true
    case .standard: requirements.count > Self.requirementLimit
    case .full: false
    }
  }

  private func rows() -> [Row] {
    let requirements = requirements
    let isByGroup = isByGroup
    guard !requirements.isEmpty else { return [] }
    var rows: [Row] = []
    for group in groups(of: requirements) {
      let title = view.words(view.rules.groupTitle(ofRequirement: group[0]))
      if isByGroup {
        rows.append(Row(title: StyledText(title), cells: fractions(Set(group))))
      } else {
        rows.append(Row(title: StyledText(title, .strong), cells: []))
        for requirement in group {
          rows.append(
            Row(
              title: StyledText("  " + view.words(view.rules.requirements[requirement].title)),
              cells: view.report.documents.map { symbol(requirement, $0) }))
        }
      }
    }
    rows.append(
      Row(
        title: StyledText(view.words(Messages.met), .strong),
        cells: fractions(Set(requirements), style: .strong)))
    return rows
  }

  /// Requirements of one group of one rule set, together, in rule order.
  private func groups(of requirements: [Int]) -> [[Int]] {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for index in requirements {
      let key = "\(view.rules.ruleSetOfRequirement[index])/\(view.rules.requirements[index].group)"
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(index)
    }
    return order.compactMap { members[$0] }
  }

  // MARK: Cells

  private func symbol(_ requirement: Int, _ document: DocumentReport) -> StyledText {
    guard let cell = document.coverage.first(where: { $0.requirement == requirement }) else {
      return StyledText()
    }
    if view.rules.requirements[requirement].judgedByPerson {
      return StyledText(cell.rung.symbol + "?", .quiet)
    }
    if cell.isMet { return StyledText(cell.rung.symbol + "✓", .good) }
    if cell.gap == .contradicted { return StyledText(cell.rung.symbol + "✗", .bad) }
    return StyledText(cell.rung.symbol, .weak)
  }

  /// "3/5": met of those that apply and that text can judge.
  private func fractions(_ group: Set<Int>, style: StyledText.Style = .plain) -> [StyledText] {
    view.report.documents.map { document in
      let cells = document.coverage.filter {
        group.contains($0.requirement)
          && !view.rules.requirements[$0.requirement].judgedByPerson
      }
      guard !cells.isEmpty else { return StyledText() }
      return StyledText("\(cells.count { $0.isMet })/\(cells.count)", style)
    }
  }

  private var legend: StyledText {
    let isPast =
      !view.report.documents.isEmpty
      && view.report.documents.allSatisfy { $0.profile.kind.reportsOnThePast }
    var parts = Rung.allCases.reversed().map {
      StyledText("\($0.symbol)\u{A0}\(view.words(isPast ? $0.resultTitle : $0.title))")
    }
    parts.append(StyledText("✓\u{A0}\(view.words(Messages.reachesFloor))"))
    parts.append(StyledText("✗\u{A0}\(view.words(Messages.contradicted))"))
    parts.append(StyledText("?\u{A0}\(view.words(Messages.forAPerson))"))
    parts.append(StyledText(view.words(Messages.blankNotApplicable)))
    // A middle dot between them would read as the sign for absent.
    return view.joined(parts, ", ")
  }

  private var groupLegend: StyledText {
    StyledText(view.words(Messages.fraction) + ", ")
      .appending(view.words(Messages.blankNotApplicable))
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }
}
