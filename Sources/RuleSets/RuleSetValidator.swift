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
            id: "duplicate-id",
            LocalizedText(
              "rule set '\(set.id)' is already loaded from \(other)",
              "le jeu de règles « \(set.id) » est déjà chargé de \(other)"),
            path: set.path, help: Self.giveAnotherID))
      }
      setPaths[set.id] = set.path
      for requirement in set.requirements {
        if let other = requirementPaths[requirement.id] {
          found.append(
            Diagnostic(
              id: "duplicate-id",
              LocalizedText(
                "requirement '\(requirement.id)' is already defined at \(other.path):\(other.line)",
                "l’exigence « \(requirement.id) » est déjà définie à \(other.path):\(other.line)"),
              path: set.path, line: requirement.line, help: Self.giveAnotherID))
        }
        requirementPaths[requirement.id] = (set.path, requirement.line)
        found += problems(of: requirement, in: set)
      }
    }
    if purpose == .authoring { found += unknownReferences(in: rules) }
    for vocabulary in rules.vocabularies {
      for list in vocabulary.lists {
        if let other = listPaths[list.name] {
          found.append(
            Diagnostic(
              id: "duplicate-id",
              LocalizedText(
                "list '\(list.name)' is already defined at \(other.path):\(other.line)",
                "la liste « \(list.name) » est déjà définie à \(other.path):\(other.line)"),
              path: vocabulary.path, line: list.line,
              help: LocalizedText(
                "merge the two or give one another name",
                "fusionnez les deux ou donnez à l’une un autre nom")))
        }
        listPaths[list.name] = (vocabulary.path, list.line)
      }
    }
    rules.diagnostics += found
  }

  /// Names of other requirements that none has, in frameworks that are loaded: of one that is not, nothing is known.
  private func unknownReferences(in rules: LoadedRules) -> [Diagnostic] {
    let ids = rules.ruleSets.flatMap { $0.requirements.map(\.id) }
    func framework(_ id: String) -> Substring { id.prefix { $0 != "." } }
    let frameworks = Set(ids.map(framework))
    var found: [Diagnostic] = []
    for set in rules.ruleSets {
      for requirement in set.requirements {
        for name in requirement.topicBy + requirement.yieldsTo
        where frameworks.contains(framework(name))
          && !ids.contains(where: { $0 == name || $0.hasPrefix(name + ".") })
        {
          found.append(
            Diagnostic(
              id: "unknown-requirement",
              LocalizedText(
                "\(requirement.id): no requirement is called '\(name)' or begins so",
                "\(requirement.id) : aucune exigence ne s’appelle « \(name) » ni ne commence ainsi"
              ),
              path: set.path, line: requirement.line,
              help: LocalizedText(
                "write the id of a requirement, or its first parts as 'wps.learn'",
                "écrivez l’identifiant d’une exigence, ou ses premières parties comme « wps.learn »"
              )))
        }
      }
    }
    return found
  }

  private static let giveAnotherID = LocalizedText(
    "give one of them another id", "donnez à l’un des deux un autre identifiant")

  private func problems(of requirement: Requirement, in set: RuleSet) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func report(_ id: String, _ message: LocalizedText, help: LocalizedText) {
      found.append(
        Diagnostic(
          id: id,
          LocalizedText("\(requirement.id): \(message)", "\(requirement.id) : \(message)"),
          path: set.path, line: requirement.line, help: help))
    }
    for kind in ClauseKind.allCases {
      let english = requirement.evidence.english[kind] ?? []
      let french = requirement.evidence.french[kind] ?? []
      if english.isEmpty != french.isEmpty, set.languages.count > 1 {
        let missing = english.isEmpty ? "en" : "fr"
        report(
          "missing-translation",
          LocalizedText(
            "the clause '\(kind.rawValue)' has no '\(missing)' patterns",
            "la clause « \(kind.rawValue) » n’a pas de motifs « \(missing) »"),
          help: LocalizedText(
            "write them, or leave the clause out for both languages",
            "écrivez-les, ou enlevez la clause dans les deux langues"))
      }
    }
    for language in set.languages where requirement.share == nil {
      let clauses = requirement.evidence[language]
      let anchors: [ClauseKind] = [.topic, .mention, .section]
      if anchors.allSatisfy({ (clauses[$0] ?? []).isEmpty }) {
        report(
          "no-anchor",
          LocalizedText(
            "nothing can match in '\(language.rawValue)'",
            "rien ne peut être trouvé en « \(language.rawValue) »"),
          help: LocalizedText(
            "give evidence a 'topic' or a 'mention' clause",
            "donnez à evidence une clause « topic » ou « mention »"))
      }
    }
    let reachable = highestRung(of: requirement)
    for floor in [requirement.floor.standard] + requirement.floor.byKind.values.sorted()
    where floor > reachable {
      report(
        "floor-out-of-reach",
        LocalizedText(
          "the floor '\(floor.name)' cannot be reached, the highest rung is '\(reachable.name)'",
          "le minimum « \(floor.name) » est hors d’atteinte, l’échelon le plus haut est "
            + "« \(reachable.name) »"),
        help: LocalizedText(
          "lower the floor, or change 'grade' or 'ceiling'",
          "abaissez le minimum, ou changez « grade » ou « ceiling »"))
    }
    if purpose == .authoring {
      checkExamples(of: requirement, in: set.languages, report: report)
    }
    return found
  }

  private func highestRung(of requirement: Requirement) -> Rung {
    var byGrade: Rung = requirement.grade == .finding ? .mention : .resourced
    let clauses = Language.allCases.map { requirement.evidence[$0] }
    let others: [ClauseKind] = [.mention, .section]
    let hasOthers = clauses.contains { clause in others.contains { !(clause[$0] ?? []).isEmpty } }
    if hasOthers || requirement.share != nil, clauses.allSatisfy({ ($0[.topic] ?? []).isEmpty }) {
      byGrade = requirement.share == nil ? .mention : .commitment
    }
    return min(byGrade, requirement.ceiling)
  }

  private func checkExamples(
    of requirement: Requirement, in languages: [Language],
    report: (_ id: String, _ message: LocalizedText, _ help: LocalizedText) -> Void
  ) {
    for language in languages {
      let examples = requirement.examples.filter { $0.language == language }
      let positive = examples.count { $0.rung > .absent }
      let negative = examples.count - positive
      let least = RuleSetSchema.leastExamples
      if positive < least || negative < least {
        report(
          "too-few-examples",
          LocalizedText(
            "\(positive) positive and \(negative) negative examples in '\(language.rawValue)', "
              + "expected at least \(least) of each",
            "\(positive) exemples positifs et \(negative) négatifs en « \(language.rawValue) »; "
              + "il en faut au moins \(least) de chaque sorte"),
          LocalizedText(
            "add examples; they are the requirement's tests",
            "ajoutez des exemples; ce sont les essais de l’exigence"))
      }
    }
  }
}
