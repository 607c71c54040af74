package import RuleSets
package import SourceText

/// What a rule set asks for as Markdown pages: one for each requirement, and one that lists them.
package struct RequirementPages: Sendable {
  private let rules: CompiledRules
  private let language: Language

  /// `rules` must have been loaded for authoring, so that patterns and examples are there.
  package init(_ rules: CompiledRules, language: Language) {
    self.rules = rules
    self.language = language
  }

  /// Name and text of each page, the list of all first.
  package var all: [(name: String, text: String)] {
    [("README.md", index)]
      + rules.requirements.indices.map { (Self.fileName(rules.requirements[$0].id), page($0)) }
  }

  /// An id comes from a rule file: what could lead out of the folder is replaced.
  private static func fileName(_ id: String) -> String {
    let safe = id.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : Character(".") }
    let trimmed = safe.drop { $0 == "." }
    return (trimmed.isEmpty ? "requirement" : String(trimmed)) + ".md"
  }

  // MARK: The list

  private var index: String {
    var lines = ["# " + Words.title[language], ""]
    for (number, set) in rules.ruleSets.enumerated() {
      lines += ["## \(plain(set.title[language]))", "", "`\(set.id)` \(set.version)", ""]
      let members = rules.requirements.indices.filter { rules.ruleSetOfRequirement[$0] == number }
      for group in set.groups {
        let own = members.filter { rules.requirements[$0].group == group.id }
        guard !own.isEmpty else { continue }
        lines += ["### \(plain(group.title[language]))", ""]
        for index in own {
          let requirement = rules.requirements[index]
          lines.append(
            "- [\(plain(requirement.title[language]))](\(Self.fileName(requirement.id))) – \(plain(requirement.asks[language]))"
          )
        }
        lines.append("")
      }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: One requirement

  private func page(_ index: Int) -> String {
    let requirement = rules.requirements[index]
    let set = rules.ruleSets[rules.ruleSetOfRequirement[index]]
    var lines = ["# \(plain(requirement.title[language]))", "", "`\(requirement.id)`", ""]
    lines += [plain(requirement.asks[language]), ""]
    lines += section(ExplanationMessages.why, plain(requirement.why[language]))
    lines += section(ExplanationMessages.advice, plain(requirement.advice[language]))
    lines += ["## " + Words.judged[language], ""] + facts(requirement, set) + [""]
    for rungs in [false, true] {
      let examples = requirement.examples.filter { ($0.rung == .absent) == rungs }
      guard !examples.isEmpty else { continue }
      lines += ["## " + (rungs ? Words.doesNotCount : Words.counts)[language], ""]
      lines += examples.map(example) + [""]
    }
    for patternLanguage in Language.allCases {
      let clauses = requirement.evidence[patternLanguage]
      guard clauses.values.contains(where: { !$0.isEmpty }) else { continue }
      lines += ["## " + ExplanationMessages.patterns(patternLanguage)[language], ""]
      for clause in ClauseKind.allCases {
        guard let patterns = clauses[clause], !patterns.isEmpty else { continue }
        lines += ["`\(clause.rawValue)` – \(ExplanationMessages.clause(clause)[language])", ""]
        lines += patterns.map { "- `\($0.text)`" } + [""]
      }
    }
    return lines.joined(separator: "\n")
  }

  private func section(_ title: LocalizedText, _ text: String) -> [String] {
    text.isEmpty ? [] : ["**\(capitalized(title[language]))** – \(text)", ""]
  }

  private func facts(_ requirement: Requirement, _ set: RuleSet) -> [String] {
    var lines: [String] = []
    func fact(_ label: LocalizedText, _ text: String) {
      if !text.isEmpty { lines.append("- \(label[language]): \(text)") }
    }
    if requirement.judgedByPerson {
      lines.append("- " + ExplanationMessages.judgedByPerson[language])
    } else {
      let exceptions = DocumentKind.allCases.compactMap { kind in
        requirement.floor.byKind[kind].map { "\($0.title[language]) (\(kind.title[language]))" }
      }
      fact(
        ExplanationMessages.floor,
        ([requirement.floor.standard.title[language]] + exceptions).joined(separator: "; "))
      fact(ExplanationMessages.grade, ExplanationMessages.grade(requirement.grade)[language])
    }
    if !requirement.measuredBy.isEmpty {
      lines.append(
        "- " + ExplanationMessages.measuredBy[language] + " " + names(requirement.measuredBy))
    }
    if !requirement.topicBy.isEmpty {
      lines.append(
        "- " + ExplanationMessages.topicBy[language] + " "
          + requirement.topicBy.joined(separator: ", "))
    }
    if !requirement.yieldsTo.isEmpty {
      lines.append(
        "- " + ExplanationMessages.yieldsTo[language] + " "
          + requirement.yieldsTo.joined(separator: ", "))
    }
    if let share = requirement.share {
      lines.append(
        "- " + ExplanationMessages.share(share, names(share.have), names(share.of))[language])
    }
    if requirement.pastCounts { lines.append("- " + ExplanationMessages.pastCounts[language]) }
    let kinds =
      requirement.appliesTo.count == DocumentKind.allCases.count
      ? ExplanationMessages.everyKind[language]
      : DocumentKind.allCases.filter(requirement.appliesTo.contains).map { $0.title[language] }
        .joined(separator: ", ")
    fact(ExplanationMessages.appliesTo, kinds)
    let sources = requirement.sources.map { id -> String in
      guard let source = set.sources.first(where: { $0.id == id }) else { return id }
      return [source.title, source.publisher, source.date].filter { !$0.isEmpty }
        .joined(separator: ", ")
    }
    fact(ExplanationMessages.source, plain(sources.joined(separator: "; ")))
    fact(
      ExplanationMessages.weight, "\(requirement.weight) \(ExplanationMessages.ofFive[language])")
    return lines
  }

  private func example(_ example: RuleExample) -> String {
    let because = example.because.map {
      " (\(ExplanationMessages.because[language]) \(plain($0)))"
    }
    let rung = example.rung == .absent ? "" : "**\(example.rung.title[language])** · "
    return "- \(rung)\(example.language.rawValue) · \(plain(example.text))\(because ?? "")"
  }

  private func names(_ markers: Set<Marker>) -> String {
    Marker.allCases.filter(markers.contains).map { $0.title[language] }.joined(separator: ", ")
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Text on one line, with what Markdown or HTML would act on made harmless.
  private func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\n", "\r\n": result += " "
      case "*", "_", "`", "[", "]", "<", "\\": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }

  private enum Words {
    static let title = LocalizedText("What the rules ask for", "Ce que demandent les règles")
    static let judged = LocalizedText("How it is judged", "Comment c’est jugé")
    static let counts = LocalizedText("What counts", "Ce qui compte")
    static let doesNotCount = LocalizedText("What does not count", "Ce qui ne compte pas")
  }
}
