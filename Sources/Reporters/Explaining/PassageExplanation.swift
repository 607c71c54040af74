internal import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// A passage and what the judge made of it for one requirement.
enum PassageVerdict {
  case counts(PassageEvidence)
  case fails(PassageRejection)

  var requirement: Int {
    switch self {
    case .counts(let evidence): evidence.requirement
    case .fails(let rejection): rejection.requirement
    }
  }

  var place: FindingPlace {
    switch self {
    case .counts(let evidence): evidence.place
    case .fails(let rejection): rejection.place
    }
  }

  var reasons: [QuotedReason] {
    switch self {
    case .counts(let evidence): evidence.reasons
    case .fails(let rejection): rejection.reasons
    }
  }
}

/// Why passages did or did not count, step by step.
struct PassageExplanation {
  let rules: CompiledRules
  /// The document that the passages stand in; `nil` for a passage on its own.
  let document: DocumentReport?
  let language: Language
  let page: TerminalPage

  /// Passages in reading order, each once, with all its verdicts.
  func write(_ verdicts: [PassageVerdict]) {
    var remaining = verdicts
    while let first = remaining.first {
      page.blank()
      page.text(StyledText(quoted(first.place.quote)))
      page.text(place(first.place))
      for verdict in remaining where verdict.place == first.place {
        page.blank()
        write(verdict)
      }
      remaining.removeAll { $0.place == first.place }
    }
  }

  /// Nothing looked at the line: says so, and that this is no verdict on its words.
  func nothing(at line: Int, of path: String) {
    page.text(StyledText("\(path):\(line)", .place))
    page.text(StyledText(ExplanationMessages.nothingLooked[language]))
  }

  /// The passages closest to a line at which nothing was looked at.
  func nearest(_ verdicts: [PassageVerdict]) {
    page.blank()
    page.text(StyledText(ExplanationMessages.nearestPassage[language], .quiet))
    write(verdicts)
  }

  // MARK: One verdict

  private func write(_ verdict: PassageVerdict) {
    guard rules.requirements.indices.contains(verdict.requirement) else { return }
    let requirement = rules.requirements[verdict.requirement]
    page.split(
      StyledText(requirement.title[language], .strong), StyledText(requirement.id, .quiet),
      indent: 2)
    var outcome: StyledText
    switch verdict {
    case .counts(let evidence):
      let floor = requirement.floor[document?.profile.kind]
      outcome = StyledText(ExplanationMessages.countsAs[language] + " ")
      outcome.append(name(evidence.rung), evidence.rung >= floor ? .good : .weak)
      if !requirement.judgedByPerson {
        outcome.append(
          evidence.rung >= floor
            ? " · " + ExplanationMessages.meetsIt[language]
            : " · " + ExplanationMessages.floorIs[language] + " " + name(floor), .quiet)
      }
    case .fails(let rejection):
      outcome = StyledText(ExplanationMessages.doesNotCount[language], .bad)
      if rejection.wouldBe > .absent {
        outcome.append(
          " · " + Messages.wouldBe[language] + " " + name(rejection.wouldBe), .quiet)
      }
    }
    page.text(outcome, indent: 4)
    let reasons = verdict.reasons
    for (index, reason) in reasons.enumerated() {
      let isLast = index == reasons.count - 1
      var isDecisive = false
      if case .fails = verdict { isDecisive = isLast }
      var text = StyledText(isDecisive ? "✗ " : "– ", isDecisive ? .bad : .quiet)
      text.append(reason.text[language])
      if !reason.quote.isEmpty, reason.quote != verdict.place.quote {
        text.append(" ")
        text.append(quoted(reason.quote), .strong)
      }
      page.text(text, indent: 6, hanging: 8)
    }
    missingPart(verdict, requirement)
    if isBest(verdict) {
      page.text(StyledText(ExplanationMessages.bestHere[language], .quiet), indent: 4)
    }
  }

  /// A near miss says which half is missing and where to read what would match.
  private func missingPart(_ verdict: PassageVerdict, _ requirement: Requirement) {
    guard case .fails(let rejection) = verdict, rejection.cause == .noAct else { return }
    let hasTopic = rejection.reasons.contains { $0.kind == .topic }
    let text =
      hasTopic
      ? ExplanationMessages.actMissing[language] : ExplanationMessages.topicMissing[language]
    page.text(StyledText(text), indent: 6, hanging: 8)
    page.text(StyledText("coherence explain \(requirement.id)", .place), indent: 8)
  }

  /// True when this passage decides how the document stands with the requirement.
  private func isBest(_ verdict: PassageVerdict) -> Bool {
    guard case .counts(let evidence) = verdict, let document,
      let cell = document.coverage.first(where: { $0.requirement == evidence.requirement }),
      let best = cell.best, document.evidence.indices.contains(best)
    else { return false }
    return document.evidence[best].place == evidence.place
  }

  // MARK: Words

  private func name(_ rung: Rung) -> String { "\(rung.symbol) \(rung.title[language])" }

  private func quoted(_ text: String) -> String {
    language == .english ? "“\(text)”" : "«\u{A0}\(text)\u{A0}»"
  }

  private func place(_ place: FindingPlace) -> StyledText {
    var text = place.path
    if place.line > 0 { text += ":\(place.line)" + (place.column > 0 ? ":\(place.column)" : "") }
    var styled = StyledText(text, .place)
    if !place.headingPath.isEmpty {
      styled.append(" · " + place.headingPath.joined(separator: " › "), .quiet)
    }
    return styled
  }
}
