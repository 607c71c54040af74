internal import Documents
internal import RuleSets
internal import SourceText

/// Requirements of all rows of a document's tables, such as "every target has a baseline".
struct RowShares {
  let document: Document
  let units: [TextUnit]

  /// Adds, for each requirement with a share, one piece of evidence or one rejection; nothing when the
  /// document has no table of the kind.
  func judge(_ rules: CompiledRules, into judgement: inout Judgement) {
    let wanted = rules.requirements.indices.filter { rules.requirements[$0].share != nil }
    guard !wanted.isEmpty, document.blocks.contains(where: { $0.kind == .tableRow }) else { return }
    let rows = self.rows()
    for index in wanted {
      guard let share = rules.requirements[index].share else { continue }
      judge(index, share, rules.requirements[index].ceiling, rows, into: &judgement)
    }
  }

  private struct Row {
    var block: Int
    /// What the columns of its table hold.
    var columns: Set<Marker>
    /// Which of them are filled in this row.
    var filled: Set<Marker>
  }

  private func rows() -> [Row] {
    var columns: [Int32: TableColumns] = [:]
    var rows: [Row] = []
    for (index, block) in document.blocks.enumerated()
    where block.kind == .tableRow && block.leadIn >= 0 {
      let known =
        columns[block.leadIn]
        ?? TableColumns(header: document.blocks[Int(block.leadIn)], in: document)
      columns[block.leadIn] = known
      guard !known.markers.isEmpty else { continue }
      rows.append(
        Row(
          block: index, columns: known.markers,
          filled: Set(known.markers(of: block, in: document).map(\.marker))))
    }
    return rows
  }

  private func judge(
    _ requirement: Int, _ share: RowShare, _ ceiling: Rung, _ rows: [Row],
    into judgement: inout Judgement
  ) {
    let counted = rows.filter { row in
      share.of.isEmpty
        ? !row.columns.isDisjoint(with: share.have) : share.of.isSubset(of: row.filled)
    }
    let filled = counted.filter { share.have.isSubset(of: $0.filled) }
    guard let first = counted.first else { return }
    let percent = filled.count * 100 / counted.count
    let shown =
      percent >= share.least ? filled.first : counted.first { !share.have.isSubset(of: $0.filled) }
    let block = (shown ?? first).block
    guard let unit = units.firstIndex(where: { Int($0.block) == block }) else { return }
    let range = units[unit].textRange
    let span = SourceSpan(start: range.lowerBound, end: range.upperBound)
    let language = document.blocks[block].language
    if percent >= share.least {
      let rung: Rung = min(ceiling, percent == 100 ? .commitment : .mention)
      judgement.evidence.append(
        Evidence(
          requirement: requirement, rung: rung, unit: unit, span: span, language: language,
          reasons: [Reason(.rows(filled: filled.count, of: counted.count), span)], markers: []))
    } else {
      let cause = Reason.Kind.tooFewRows(filled: filled.count, of: counted.count)
      judgement.rejections.append(
        Rejection(
          requirement: requirement, unit: unit, span: span, language: language, wouldBe: .mention,
          cause: cause, reasons: [Reason(cause, span)]))
    }
  }
}
