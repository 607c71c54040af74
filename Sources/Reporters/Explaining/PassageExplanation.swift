internal import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// A passage and what the judge made of it for one requirement.
enum PassageVerdict {
  case counts(PassageEvidence)
  case fails(PassageRejection)

  /// How much a verdict has to say.
  enum Closeness: CaseIterable {
    case counts
    case fails
    /// One half only, topic or act.
    case touches
  }

  var closeness: Closeness {
    switch self {
    case .counts: .counts
    case .fails(let rejection): rejection.cause == .noAct ? .touches : .fails
    }
  }

  var fails: Bool { closeness != .counts }

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

  /// Passages in reading order, each once, with all its verdicts: what counts, what nearly did, and
  /// what only touched on it.
  func write(_ verdicts: [PassageVerdict]) {
    var remaining = verdicts.enumerated()
      .sorted { ($0.element.place.column, $0.offset) < ($1.element.place.column, $1.offset) }
      .map(\.element)
    while let first = remaining.first {
      page.blank()
      page.text(StyledText(quoted(first.place.quote)))
      page.text(place(first.place))
      let here = remaining.filter { $0.place == first.place }
      for closeness in PassageVerdict.Closeness.allCases {
        for verdict in here where verdict.closeness == closeness {
          page.blank()
          write(verdict)
        }
      }
      remaining.removeAll { $0.place == first.place }
    }
    guard verdicts.contains(where: \.fails) else { return }
    page.blank()
    page.text(
      StyledText(ExplanationMessages.moreIsTold[language] + " ", .quiet)
        .appending("coherence explain ID", .place))
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
    for (index, reason) in verdict.reasons.enumerated() {
      write(reason, isDecisive: verdict.fails && index == verdict.reasons.count - 1, of: verdict)
    }
    rival(of: verdict)
  }

  private func write(_ reason: QuotedReason, isDecisive: Bool, of verdict: PassageVerdict) {
    var text = StyledText(isDecisive ? "✗ " : "– ", isDecisive ? .bad : .quiet)
    if reason.kind == .noAct {
      let hasTopic = verdict.reasons.contains { $0.kind == .topic }
      text.append(
        hasTopic
          ? ExplanationMessages.actMissing[language] : ExplanationMessages.topicMissing[language])
    } else {
      text.append(reason.text[language])
      if !reason.quote.isEmpty, reason.quote != verdict.place.quote {
        text.append(" ")
        text.append(quoted(reason.quote), .strong)
      }
    }
    page.text(text, indent: 6, hanging: 8)
  }

  /// Says whether this passage decides how the document stands, and which one does where it does
  /// not.
  private func rival(of verdict: PassageVerdict) {
    guard case .counts(let evidence) = verdict, let document,
      let cell = document.coverage.first(where: { $0.requirement == evidence.requirement }),
      let best = cell.best, document.evidence.indices.contains(best)
    else { return }
    let place = document.evidence[best].place
    guard place != evidence.place else {
      return page.text(StyledText(ExplanationMessages.bestHere[language], .quiet), indent: 4)
    }
    page.text(
      StyledText(ExplanationMessages.bestElsewhere[language] + " ", .quiet)
        .appending(place.location(in: language), .place)
        .appending(" · " + name(document.evidence[best].rung), .quiet), indent: 4)
  }

  // MARK: Words

  private func name(_ rung: Rung) -> String { "\(rung.symbol) \(rung.title[language])" }

  private func quoted(_ text: String) -> String {
    language == .english ? "“\(text)”" : "«\u{A0}\(text)\u{A0}»"
  }

  private func place(_ place: FindingPlace) -> StyledText {
    var styled = StyledText(place.location(in: language), .place)
    if !place.headingPath.isEmpty {
      styled.append(" · " + place.headingPath.joined(separator: " › "), .quiet)
    }
    return styled
  }
}
