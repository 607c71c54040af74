internal import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// Everything about one document: how it stands, its gaps, what holds, other findings, open
/// questions.
struct DocumentSection {
  let view: ReportPage
  let document: DocumentReport

  private var profile: DocumentProfile { document.profile }
  private var isSummary: Bool { view.options.detail == .summary }
  private var isFull: Bool { view.options.detail == .full }
  /// Among several documents, a person reads what matters most of each and looks up the rest.
  private var isBrief: Bool {
    view.options.detail == .standard && view.report.documents.count > 1
  }
  /// Gaps shown with their passage and what would close them; the others take one line each.
  private var gapsInDetail: Int {
    switch view.options.detail {
    case .summary: 0
    case .standard: isBrief ? 3 : 10
    case .full: .max
    }
  }

  func write() {
    let tally = DocumentTally(document, view.rules)
    header()
    summary(tally)
    gaps()
    if !isSummary { holds() }
    let others = document.findings.filter {
      $0.checker != FindingsSection.coverageChecker && $0.suppression == nil
    }
    if !isSummary {
      FindingsSection(view: view, title: Messages.findingsHeading, findings: others).write()
      questions()
    }
  }

  // MARK: Header

  private func header() {
    view.page.blank()
    view.page.rule(StyledText(document.title ?? profile.path, .strong))
    if document.title != nil { view.page.text(StyledText(profile.path, .place), indent: 3) }
    var facts = [view.words(profile.kind.title)]
    if let department = profile.department { facts.append(department) }
    facts.append(view.words(Messages.language(profile.language)))
    if let period = profile.period { facts.append(period) }
    if !profile.inferred.isEmpty {
      let names = profile.inferred.map { view.words(Messages.inferredName($0)) }
      facts.append(view.words(Messages.inferred) + " " + names.joined(separator: ", "))
    }
    view.page.text(StyledText(facts.joined(separator: " · "), .quiet), indent: 3)
    view.page.blank()
  }

  private func summary(_ tally: DocumentTally) {
    guard tally.applicable + tally.questions > 0 else {
      view.page.text(StyledText(view.words(Messages.noRequirementApplies)), indent: 3)
      return
    }
    var parts: [StyledText] = []
    if tally.applicable > 0 {
      parts.append(
        StyledText(
          view.words(CountedMessages.requirementsMet(tally.met, of: tally.applicable)), .strong))
      if tally.gapCount == 0 {
        parts.append(StyledText(view.words(Messages.noGaps), .good))
      } else {
        let kinds = CoverageCell.Gap.byUrgency.compactMap { gap in
          tally.gaps[gap].map { view.words(CountedMessages.gaps($0, of: gap)) }
        }
        let colon = view.language == .english ? ": " : "\u{A0}: "
        parts.append(
          StyledText(view.words(CountedMessages.gaps(tally.gapCount)), .weak)
            .appending(colon + kinds.joined(separator: ", ")))
      }
    }
    if tally.questions > 0 {
      parts.append(StyledText(view.words(CountedMessages.questions(tally.questions))))
    }
    let others = document.findings.count {
      $0.checker != FindingsSection.coverageChecker && $0.suppression == nil
    }
    if others > 0 { parts.append(StyledText(view.words(CountedMessages.findings(others)))) }
    view.page.text(view.joined(parts, " · "), indent: 3)
  }

  // MARK: Gaps and what holds

  private func gaps() {
    let gaps = GapEntry.all(in: document, view)
    guard !gaps.isEmpty else { return }
    view.heading(Messages.gapsHeading)
    for (index, gap) in gaps.enumerated() {
      if index < gapsInDetail {
        gap.write(number: index + 1, of: gaps.count)
        view.page.blank()
      } else {
        gap.writeLine()
      }
    }
    if !isSummary, gaps.count > gapsInDetail {
      view.page.text(StyledText(view.words(Messages.detailHint), .quiet), indent: 2)
    }
  }

  private func holds() {
    let met = document.coverage.filter { cell in
      cell.isMet && view.rules.requirements.indices.contains(cell.requirement)
        && !view.rules.requirements[cell.requirement].judgedByPerson
    }
    guard !met.isEmpty else { return }
    view.heading(Messages.holdsHeading)
    for cell in met.sorted(by: { ($1.rung, $0.requirement) < ($0.rung, $1.requirement) }) {
      let requirement = view.rules.requirements[cell.requirement]
      view.page.split(
        mark: view.rung(cell.rung, in: profile.kind, style: .good),
        StyledText(view.words(requirement.title)), StyledText(requirement.id, .quiet), indent: 2)
      guard !isBrief, let best = cell.best, document.evidence.indices.contains(best) else {
        continue
      }
      let evidence = document.evidence[best]
      if isFull {
        view.page.text(view.quoted(evidence.place.quote), indent: 4)
        view.page.text(view.place(evidence.place), indent: 4)
        view.page.text(
          view.reasons(evidence.reasons, passage: evidence.place.quote), indent: 4)
        view.page.blank()
      } else {
        shortened(evidence.place, indent: 4)
      }
    }
  }

  // MARK: Questions

  /// Passages shown for one question unless everything was asked for.
  private static let questionPassageLimit = 3

  private func questions() {
    let open = document.coverage.filter { cell in
      view.rules.requirements.indices.contains(cell.requirement)
        && view.rules.requirements[cell.requirement].judgedByPerson
    }
    guard !open.isEmpty else { return }
    view.heading(Messages.questionsHeading)
    for cell in open {
      let requirement = view.rules.requirements[cell.requirement]
      view.page.split(
        mark: StyledText("?", .weak), StyledText(view.words(requirement.title), .strong),
        StyledText(requirement.id, .quiet), indent: 2)
      if isBrief { continue }
      view.page.text(StyledText(view.words(requirement.asks)), indent: 5)
      let passages = document.evidence.enumerated()
        .filter { $0.element.requirement == cell.requirement && $0.element.rung > .absent }
        .sorted { ($1.element.rung, $0.offset) < ($0.element.rung, $1.offset) }
        .map(\.element)
      if passages.isEmpty {
        view.page.text(StyledText(view.words(Messages.noPassage), .quiet), indent: 5)
      }
      let shown = isFull ? passages[...] : passages.prefix(Self.questionPassageLimit)
      for passage in shown {
        if isFull {
          view.page.text(view.quoted(passage.place.quote), indent: 5)
          view.page.text(view.place(passage.place), indent: 5)
        } else {
          shortened(passage.place, indent: 5)
        }
      }
      if shown.count < passages.count {
        let rest = passages.count - shown.count
        view.page.text(
          StyledText(view.words(CountedMessages.morePassages(rest)), .quiet), indent: 5)
      }
    }
  }

  /// Quote and position on one line where both fit, otherwise on one line each, the quote cut.
  private func shortened(_ place: FindingPlace, indent: Int) {
    let position = StyledText(place.location(in: view.language), .place)
    let quote = view.quoted(place.quote)
    if indent + quote.width + 2 + position.width <= view.page.proseWidth {
      view.page.line(quote.appending("  ") + position, indent: indent)
    } else {
      view.page.text(
        view.quoted(place.quote, columns: view.page.proseWidth - indent), indent: indent)
      view.page.text(position, indent: indent)
    }
  }
}
