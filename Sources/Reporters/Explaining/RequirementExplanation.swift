internal import RuleSets
internal import SourceText

/// One requirement in full, for a person who wants to know what it looks for.
struct RequirementExplanation {
  let rules: CompiledRules
  let index: Int
  let language: Language
  let page: TerminalPage

  private var requirement: Requirement { rules.requirements[index] }
  private var ruleSet: RuleSet { rules.ruleSets[rules.ruleSetOfRequirement[index]] }

  private static let labels = [
    ExplanationMessages.asks, ExplanationMessages.why, ExplanationMessages.advice,
    ExplanationMessages.source, ExplanationMessages.appliesTo, ExplanationMessages.floor,
    ExplanationMessages.grade, ExplanationMessages.weight, ExplanationMessages.definedAt,
  ]

  private var labelWidth: Int {
    Self.labels.map { DisplayWidth.of($0[language]) }.max() ?? 0
  }

  func write(full: Bool) {
    page.split(
      StyledText(requirement.title[language], .strong), StyledText(requirement.id, .quiet),
      indent: 0)
    let group = rules.groupTitle(ofRequirement: index)[language]
    page.text(
      StyledText("\(ruleSet.title[language]) \(ruleSet.version) · \(group)", .quiet))
    page.blank()
    entry(ExplanationMessages.asks, requirement.asks[language])
    entry(ExplanationMessages.why, requirement.why[language])
    entry(ExplanationMessages.advice, requirement.advice[language])
    entry(ExplanationMessages.source, sources)
    entry(ExplanationMessages.appliesTo, kinds)
    entry(ExplanationMessages.floor, floor)
    if !requirement.judgedByPerson { entry(ExplanationMessages.grade, grade) }
    entry(
      ExplanationMessages.weight, "\(requirement.weight) \(ExplanationMessages.ofFive[language])")
    entry(ExplanationMessages.definedAt, "\(ruleSet.path):\(requirement.line)")
    guard full else { return page.blank() }
    patterns()
    examples()
  }

  // MARK: Facts

  private var sources: String {
    requirement.sources.map { id in
      guard let source = ruleSet.sources.first(where: { $0.id == id }) else { return id }
      return [source.title, source.publisher, source.date].filter { !$0.isEmpty }
        .joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private var kinds: String {
    if requirement.appliesTo.count == DocumentKind.allCases.count {
      return ExplanationMessages.everyKind[language]
    }
    return DocumentKind.allCases.filter(requirement.appliesTo.contains)
      .map { $0.title[language] }.joined(separator: ", ")
  }

  private var floor: String {
    if requirement.judgedByPerson { return ExplanationMessages.judgedByPerson[language] }
    let exceptions = DocumentKind.allCases.compactMap { kind in
      requirement.floor.byKind[kind].map {
        "\($0.symbol) \($0.title[language]) (\(kind.title[language]))"
      }
    }
    let standard = requirement.floor.standard
    return (["\(standard.symbol) \(standard.title[language])"] + exceptions)
      .joined(separator: "; ")
  }

  private var grade: String {
    var parts = [ExplanationMessages.grade(requirement.grade)[language]]
    if requirement.grade == .act || requirement.grade == .standing {
      let markers = Marker.allCases.filter(requirement.liftedBy.contains)
        .map { $0.title[language] }
      if !markers.isEmpty {
        parts.append(
          ExplanationMessages.liftedBy[language] + " " + markers.joined(separator: ", "))
      }
    }
    if requirement.ceiling < .resourced {
      parts.append(
        ExplanationMessages.ceiling[language] + " " + requirement.ceiling.title[language])
    }
    switch requirement.topicAlone {
    case .mention: break
    case .absent: parts.append(ExplanationMessages.needsAct[language])
    case .finding: parts.append(ExplanationMessages.topicIsFinding[language])
    }
    if !requirement.measuredBy.isEmpty {
      parts.append(
        ExplanationMessages.measuredBy[language] + " " + names(requirement.measuredBy))
    }
    if !requirement.topicBy.isEmpty {
      parts.append(
        ExplanationMessages.topicBy[language] + " " + requirement.topicBy.joined(separator: ", "))
    }
    if !requirement.yieldsTo.isEmpty {
      parts.append(
        ExplanationMessages.yieldsTo[language] + " "
          + requirement.yieldsTo.joined(separator: ", "))
    }
    if let share = requirement.share {
      parts.append(
        ExplanationMessages.share(share, names(share.have), names(share.of))[language])
    }
    if requirement.pastCounts { parts.append(ExplanationMessages.pastCounts[language]) }
    return parts.joined(separator: "; ")
  }

  private func names(_ markers: Set<Marker>) -> String {
    Marker.allCases.filter(markers.contains).map { $0.title[language] }.joined(separator: ", ")
  }

  // MARK: Patterns and examples

  private func patterns() {
    for patternLanguage in Language.allCases {
      let clauses = requirement.evidence[patternLanguage]
      guard !clauses.isEmpty else { continue }
      page.blank()
      let title = ExplanationMessages.patterns(patternLanguage)
      page.text(StyledText(title[language], .strong))
      for clause in ClauseKind.allCases {
        guard let patterns = clauses[clause], !patterns.isEmpty else { continue }
        page.text(
          StyledText(clause.rawValue, .strong)
            .appending(" – " + ExplanationMessages.clause(clause)[language], .quiet),
          indent: 2, hanging: 4)
        for pattern in patterns {
          page.text(StyledText(pattern.text), indent: 4, hanging: 6)
        }
      }
    }
  }

  private func examples() {
    guard !requirement.examples.isEmpty else { return }
    page.blank()
    page.text(StyledText(ExplanationMessages.examples[language], .strong))
    for example in requirement.examples {
      let style: StyledText.Style = example.rung > .absent ? .good : .quiet
      let rung = "\(example.rung.symbol) \(example.rung.title[language])"
      page.text(
        StyledText(rung, style).appending(" · \(example.language.rawValue) · ", .quiet)
          .appending(example.text), indent: 2, hanging: 4)
      if let because = example.because {
        page.text(
          StyledText(ExplanationMessages.because[language] + " ", .quiet).appending(because),
          indent: 4, hanging: 6)
      }
    }
  }

  private func entry(_ label: LocalizedText, _ text: String) {
    guard !text.isEmpty else { return }
    page.entry(label[language], StyledText(text), indent: 0, labelWidth: labelWidth)
  }
}
