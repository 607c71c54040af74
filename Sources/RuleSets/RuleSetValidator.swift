internal import SourceText

/// Finds what single files cannot show: duplicate ids, missing halves, floors out of reach.
struct RuleSetValidator {
  let purpose: RuleSetLoader.Purpose

  func validate(_ rules: inout LoadedRules) {
    var setPaths: [String: String] = [:]
    var requirementPaths: [String: (path: String, line: Int)] = [:]
    var listPaths: [String: (path: String, line: Int)] = [:]
    var found: [Diagnostic] = []
    for set in rules.ruleSets {
      if let other = setPaths[set.id] {
        found.append(
          Diagnostic(
            id: "duplicate-id", "rule set '\(set.id)' is already loaded from \(other)",
            path: set.path, help: "give one of them another id"))
      }
      setPaths[set.id] = set.path
      for requirement in set.requirements {
        if let other = requirementPaths[requirement.id] {
          found.append(
            Diagnostic(
              id: "duplicate-id",
              "requirement '\(requirement.id)' is already defined at \(other.path):\(other.line)",
              path: set.path, line: requirement.line, help: "give one of them another id"))
        }
        requirementPaths[requirement.id] = (set.path, requirement.line)
        found += problems(of: requirement, in: set)
      }
    }
    for vocabulary in rules.vocabularies {
      for list in vocabulary.lists {
        if let other = listPaths[list.name] {
          found.append(
            Diagnostic(
              id: "duplicate-id",
              "list '\(list.name)' is already defined at \(other.path):\(other.line)",
              path: vocabulary.path, line: list.line,
              help: "merge the two or give one another name"))
        }
        listPaths[list.name] = (vocabulary.path, list.line)
      }
    }
    rules.diagnostics += found
  }

  private func problems(of requirement: Requirement, in set: RuleSet) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func report(_ id: String, _ message: String, help: String) {
      found.append(
        Diagnostic(
          id: id, "\(requirement.id): \(message)", path: set.path, line: requirement.line,
          help: help))
    }
    for kind in ClauseKind.allCases {
      let english = requirement.evidence.english[kind] ?? []
      let french = requirement.evidence.french[kind] ?? []
      if english.isEmpty != french.isEmpty {
        let missing = english.isEmpty ? "en" : "fr"
        report(
          "missing-translation", "the clause '\(kind.rawValue)' has no '\(missing)' patterns",
          help: "write them, or leave the clause out for both languages")
      }
    }
    for language in Language.allCases {
      let clauses = requirement.evidence[language]
      if (clauses[.topic] ?? []).isEmpty && (clauses[.mention] ?? []).isEmpty {
        report(
          "no-anchor", "nothing can match in '\(language.rawValue)'",
          help: "give evidence a 'topic' or a 'mention' clause")
      }
    }
    let reachable = highestRung(of: requirement)
    for floor in [requirement.floor.standard] + requirement.floor.byKind.values.sorted()
    where floor > reachable {
      report(
        "floor-out-of-reach",
        "the floor '\(floor.name)' cannot be reached, the highest rung is '\(reachable.name)'",
        help: "lower the floor, or change 'grade' or 'ceiling'")
    }
    if purpose == .authoring { checkExamples(of: requirement, report: report) }
    return found
  }

  private func highestRung(of requirement: Requirement) -> Rung {
    let byGrade: Rung = requirement.grade == .finding ? .mention : .resourced
    return min(byGrade, requirement.ceiling)
  }

  private func checkExamples(
    of requirement: Requirement,
    report: (_ id: String, _ message: String, _ help: String) -> Void
  ) {
    for language in Language.allCases {
      let examples = requirement.examples.filter { $0.language == language }
      let positive = examples.count { $0.rung > .absent }
      let negative = examples.count - positive
      let least = RuleSetSchema.leastExamples
      if positive < least || negative < least {
        report(
          "too-few-examples",
          "\(positive) positive and \(negative) negative examples in '\(language.rawValue)', "
            + "expected at least \(least) of each",
          "add examples; they are the requirement's tests")
      }
    }
  }
}
