internal import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// One requirement that a document does not meet: what was found, why it is not enough, what would
/// be.
struct GapEntry {
  let view: ReportPage
  let document: DocumentReport
  let cell: CoverageCell
  let gap: CoverageCell.Gap

  private var requirement: Requirement { view.rules.requirements[cell.requirement] }
  private var labelWidth: Int { Messages.Label.width(view.language) }
  private var isFull: Bool { view.options.detail == .full }
  private var weight: StyledText {
    StyledText("\(view.words(Messages.weight))\u{A0}\(requirement.weight)", .quiet)
  }

  /// The gaps of a document, most important first.
  static func all(in document: DocumentReport, _ view: ReportPage) -> [GapEntry] {
    let entries = document.coverage.compactMap { cell -> GapEntry? in
      guard let gap = cell.gap, view.rules.requirements.indices.contains(cell.requirement) else {
        return nil
      }
      return GapEntry(view: view, document: document, cell: cell, gap: gap)
    }
    return entries.sorted {
      ($1.requirement.weight, $0.gap.urgency, $0.cell.requirement)
        < ($0.requirement.weight, $1.gap.urgency, $1.cell.requirement)
    }
  }

  // MARK: On one line

  func writeLine() {
    let mark = StyledText("\(cell.rung.symbol) → \(cell.floor.symbol)", .weak)
    let title = StyledText(view.words(requirement.title)).appending(" · ", .quiet) + view.gap(gap)
    view.page.split(mark: mark, title, StyledText(requirement.id, .quiet), indent: 2)
  }

  // MARK: In full

  func write(number: Int, of count: Int) {
    let digits = String(count).count
    let label = String(repeating: " ", count: digits - String(number).count) + "\(number)"
    let indent = digits + 2
    view.page.split(
      mark: StyledText(label, .quiet), StyledText(view.words(requirement.title), .strong),
      StyledText(requirement.id, .quiet), indent: 0)
    view.page.text(
      view.joined(
        [view.step(cell, gap, in: document.profile.kind), weight], " · "), indent: indent)
    let hasEvidence = writeEvidence(indent)
    let hasNearest = writeNearest(indent, hasEvidence: hasEvidence)
    if !hasEvidence && !hasNearest {
      entry(Messages.Label.found, StyledText(view.words(Messages.nothingFound)), indent)
    }
    entry(Messages.Label.toClose, StyledText(view.words(requirement.advice)), indent)
    if isFull { entry(Messages.Label.matters, StyledText(view.words(requirement.why)), indent) }
  }

  private func writeEvidence(_ indent: Int) -> Bool {
    guard let best = cell.best, document.evidence.indices.contains(best) else { return false }
    let shown: [Int]
    if isFull {
      let others = document.evidence.indices.filter {
        $0 != best && document.evidence[$0].requirement == cell.requirement
      }
      shown = [best] + others
    } else {
      shown = [best]
    }
    for index in shown {
      let evidence = document.evidence[index]
      passage(Messages.Label.found, evidence.place, indent)
      let why = explanation(of: evidence)
      if !why.isEmpty { entry(Messages.Label.why, why, indent) }
    }
    return true
  }

  /// Why the passage stands no higher.
  private func explanation(of evidence: PassageEvidence) -> StyledText {
    let reasons =
      isFull ? evidence.reasons : evidence.reasons.filter { Self.lowers($0.kind) }
    var parts = reasons.map { view.reason($0, passage: evidence.place.quote) }
    let expectsAct = !(requirement.evidence[evidence.place.language][.act] ?? []).isEmpty
    if evidence.rung == .mention, expectsAct,
      !evidence.reasons.contains(where: { $0.kind == .act || $0.kind == .mention })
    {
      parts.append(StyledText(view.words(Messages.topicAlone)))
    }
    if evidence.rung == .commitment, cell.floor == .resourced, !requirement.liftedBy.isEmpty {
      let names = Marker.allCases.filter(requirement.liftedBy.contains)
        .map { view.words($0.title) }
      parts.append(
        StyledText(view.words(Messages.noMeasure) + " " + names.joined(separator: ", ")))
    }
    return view.joined(parts, "; ")
  }

  /// False for the steps that only say where the topic stands.
  private static func lowers(_ kind: Reason.Kind) -> Bool {
    switch kind {
    case .topic, .act, .with, .marker: false
    default: true
    }
  }

  private func writeNearest(_ indent: Int, hasEvidence: Bool) -> Bool {
    guard let nearest = cell.nearest, document.rejections.indices.contains(nearest) else {
      return false
    }
    let rejection = document.rejections[nearest]
    let label: LocalizedText
    switch gap {
    case .contradicted: label = Messages.Label.opposite
    case .templateOnly: label = Messages.Label.template
    case .absent, .tooWeak:
      guard !hasEvidence || isFull || rejection.wouldBe >= cell.floor else { return false }
      label = Messages.Label.nearest
    }
    passage(label, rejection.place, indent)
    let reasons = isFull ? rejection.reasons : Array(rejection.reasons.suffix(1))
    var but = view.reasons(reasons, passage: rejection.place.quote)
    if gap != .contradicted, rejection.wouldBe > .absent {
      but.append(" · " + view.words(Messages.otherwise) + " ", .quiet)
      but.append(view.rung(rejection.wouldBe, in: document.profile.kind))
    }
    entry(Messages.Label.but, but, indent)
    return true
  }

  // MARK: Parts

  private func passage(_ label: LocalizedText, _ place: FindingPlace, _ indent: Int) {
    entry(label, view.passage(place), indent)
    view.page.entry("", view.place(place), indent: indent, labelWidth: labelWidth)
  }

  private func entry(_ label: LocalizedText, _ text: StyledText, _ indent: Int) {
    view.page.entry(view.words(label), text, indent: indent, labelWidth: labelWidth)
  }
}
